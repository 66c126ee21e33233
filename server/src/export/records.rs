//! Lists of records as files: tables of text or workbooks, of what the words of an address ask for, in the
//! order of its page, with every column that the page can show.

use super::{Rows, csv, refused, workbook};
use crate::Alo;
use app::texts::{self, Texts};
use app::{companies, customers, deals};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::exports::{Companies, Customers, Deals, Export, Listed, export};
use domain::custom::CustomField;
use domain::problem::Problem;
use domain::staff::Me;
use std::collections::HashMap;

/// The words of an address.
type Words = HashMap<String, String>;

/// How records of a kind are written.
struct Written<R> {
    /// The file's name.
    name: &'static str,
    /// What they are called together.
    title: fn(&Texts) -> &'static str,
    /// The names of the columns.
    heads: fn(&Texts, &[CustomField]) -> Vec<String>,
    /// A record's line.
    cells: fn(&R, &Texts, &[CustomField]) -> Vec<String>,
}

/// The customers of a list.
pub(crate) async fn customers(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Path(kind): Path<String>,
    Query(words): Query<Words>,
) -> Response {
    let written = Written {
        name: "alo-customers",
        title: |texts| texts.customers.title,
        heads: customers::cells::heads,
        cells: customers::cells::cells,
    };
    let list = |me: &Me| Customers(customers::list_query(|name| words.get(name).cloned(), &me.id));
    records(&alo, me, &kind, written, list).await
}

/// The companies of a list.
pub(crate) async fn companies(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Path(kind): Path<String>,
    Query(words): Query<Words>,
) -> Response {
    let written = Written {
        name: "alo-companies",
        title: |texts| texts.companies.title,
        heads: companies::cells::heads,
        cells: companies::cells::cells,
    };
    let list = |me: &Me| Companies(customers::list_query(|name| words.get(name).cloned(), &me.id));
    records(&alo, me, &kind, written, list).await
}

/// The deals of a list.
pub(crate) async fn deals(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Path(kind): Path<String>,
    Query(words): Query<Words>,
) -> Response {
    let written = Written {
        name: "alo-deals",
        title: |texts| texts.deals.title,
        heads: deals::cells::heads,
        cells: deals::cells::cells,
    };
    let list = |me: &Me| Deals(deals::deal_query(|name| words.get(name).cloned(), &me.id));
    records(&alo, me, &kind, written, list).await
}

async fn records<L: Listed>(
    alo: &Alo,
    me: Option<Extension<Me>>,
    kind: &str,
    written: Written<L::Row>,
    list: impl FnOnce(&Me) -> L,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    if !matches!(kind, "csv" | "xlsx") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let export = match export(&alo.backend, &me.actor(), list(&me)).await {
        Ok(export) => export,
        Err(problem) => return refused(&problem),
    };
    let (total, texts) = (export.total, texts::of(me.language));
    let (name, title) = (written.name, (written.title)(texts));
    let table = Table { export, texts, written };
    match kind {
        "xlsx" => workbook(name, title, alo, total, table),
        _ => csv(name, alo, Some(total), table),
    }
}

struct Table<L: Listed> {
    export: Export<L>,
    texts: &'static Texts,
    written: Written<L::Row>,
}

impl<L: Listed> Rows for Table<L> {
    fn heads(&self) -> Vec<String> {
        (self.written.heads)(self.texts, &self.export.fields)
    }

    async fn next(&mut self) -> Result<Vec<Vec<String>>, Problem> {
        let rows = self.export.next().await?;
        Ok(rows.iter().map(|row| (self.written.cells)(row, self.texts, &self.export.fields)).collect())
    }

    async fn end(self, whole: bool) -> Result<(), Problem> {
        self.export.end(whole).await
    }
}
