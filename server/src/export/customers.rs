//! The list of customers as a file: a table of text or a workbook.

use super::{Rows, csv, refused, workbook};
use crate::Alo;
use app::customers::{cells, list_query};
use app::texts::{self, Texts};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::customers::Export;
use domain::problem::Problem;
use domain::staff::Me;
use std::collections::HashMap;

/// The customers that the words of the address ask for, as the page shows them.
pub(crate) async fn customers(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Path(kind): Path<String>,
    Query(words): Query<HashMap<String, String>>,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let query = list_query(|name| words.get(name).cloned(), &me.id);
    let who = me.actor();
    if !matches!(kind.as_str(), "csv" | "xlsx") {
        return StatusCode::NOT_FOUND.into_response();
    }
    match backend::customers::export(&alo.backend, &who, &query).await {
        Ok(export) => {
            let (total, texts) = (export.total, texts::of(me.language));
            let rows = Customers { export, texts };
            match kind.as_str() {
                "xlsx" => workbook("alo-customers", texts.customers.title, &alo, total, rows),
                _ => csv("alo-customers", &alo, Some(total), rows),
            }
        }
        Err(problem) => refused(&problem),
    }
}

struct Customers {
    export: Export,
    texts: &'static Texts,
}

impl Rows for Customers {
    fn heads(&self) -> Vec<String> {
        cells::heads(self.texts, &self.export.fields)
    }

    async fn next(&mut self) -> Result<Vec<Vec<String>>, Problem> {
        let rows = self.export.next().await?;
        Ok(rows.iter().map(|row| cells::cells(row, self.texts, &self.export.fields)).collect())
    }

    async fn end(self, whole: bool) -> Result<(), Problem> {
        self.export.end(whole).await
    }
}
