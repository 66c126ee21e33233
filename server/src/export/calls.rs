//! The log as a file.

use super::{Rows, csv, refused};
use crate::Alo;
use app::calls::cells;
use app::texts::{self, Texts};
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::calls::Export;
use domain::access::Action;
use domain::calls::Column;
use domain::problem::Problem;
use domain::staff::Me;
use domain::views::LogView;
use std::collections::HashMap;

/// The calls that the words of the address ask for, as the page shows them.
pub(crate) async fn calls(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Query(words): Query<HashMap<String, String>>,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let view = LogView::from_words(|name| words.get(name).cloned());
    let who = me.actor();
    let columns = view.shown(me.may(Action::SeeTeamCalls));
    match backend::calls::export(&alo.backend, &who, &view).await {
        Ok(export) => {
            let total = Some(export.total);
            csv("alo-calls", &alo, total, Calls { export, columns, texts: texts::of(me.language) })
        }
        Err(problem) => refused(&problem),
    }
}

struct Calls {
    export: Export,
    columns: Vec<Column>,
    texts: &'static Texts,
}

impl Rows for Calls {
    fn heads(&self) -> Vec<String> {
        cells::heads(&self.columns, self.texts)
    }

    async fn next(&mut self) -> Result<Vec<Vec<String>>, Problem> {
        let calls = self.export.next().await?;
        Ok(calls.iter().map(|call| cells::cells(call, &self.columns, self.texts)).collect())
    }

    async fn end(self, whole: bool) -> Result<(), Problem> {
        self.export.end(whole).await
    }
}
