//! The audit as a table of text.

use super::{Rows, csv, refused};
use crate::Alo;
use app::audit::{audit_query, cells};
use app::texts::{self, Texts};
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::audit::Export;
use domain::problem::Problem;
use domain::staff::Me;
use std::collections::HashMap;

/// What the words of the address look for, as the page shows it.
pub(crate) async fn audit(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Query(words): Query<HashMap<String, String>>,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let query = audit_query(|name| words.get(name).cloned());
    match backend::audit::export(&alo.backend, &me.actor(), &query).await {
        Ok(export) => csv("alo-audit", &alo, None, Entries { export, texts: texts::of(me.language) }),
        Err(problem) => refused(&problem),
    }
}

struct Entries {
    export: Export,
    texts: &'static Texts,
}

impl Rows for Entries {
    fn heads(&self) -> Vec<String> {
        cells::heads(self.texts)
    }

    async fn next(&mut self) -> Result<Vec<Vec<String>>, Problem> {
        Ok(self.export.next().await?.iter().map(|event| cells::cells(self.texts, event)).collect())
    }

    async fn end(self, whole: bool) -> Result<(), Problem> {
        self.export.end(whole).await
    }
}
