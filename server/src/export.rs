//! The log as a file: written while it is read, so that a million calls take no more memory than a page of them.

use crate::Alo;
use app::calls::cells;
use app::texts::{self, Texts};
use axum::Extension;
use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::calls::Export;
use domain::access::{Action, Actor};
use domain::calls::{CallRow, Column};
use domain::problem::Problem;
use domain::staff::Me;
use domain::times::Day;
use domain::views::LogView;
use futures_util::stream;
use std::collections::HashMap;

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";
/// How many rows there will be, for the page that shows how far it is.
const TOTAL: HeaderName = HeaderName::from_static("x-total");

/// The calls that the words of the address ask for, as the page shows them.
pub(crate) async fn calls(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    Query(words): Query<HashMap<String, String>>,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let view = LogView::from_words(|name| words.get(name).cloned());
    let who = Actor { id: me.id, role: me.role };
    let columns = view.shown(me.role.may(Action::SeeTeamCalls));
    match backend::calls::export(&alo.backend, &who, &view).await {
        Ok(export) => {
            file(Writing { export: Some(export), columns, texts: texts::of(me.language), begun: false }, &alo)
        }
        Err(problem) => refused(&problem),
    }
}

fn refused(problem: &Problem) -> Response {
    let status = match problem {
        Problem::SignedOut => StatusCode::UNAUTHORIZED,
        Problem::Forbidden => StatusCode::FORBIDDEN,
        Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, Json(problem)).into_response()
}

fn file(writing: Writing, alo: &Alo) -> Response {
    let total = writing.export.as_ref().map_or(0, |export| export.total);
    let name = format!("attachment; filename=\"alo-calls-{}.csv\"", Day::of(alo.backend.now()).iso());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        // Packed, rows would wait for each other; the page counts them as they come.
        (header::CONTENT_ENCODING, "identity".to_owned()),
        (TOTAL, total.to_string()),
    ];
    let rows = stream::try_unfold(writing, |mut writing| async move {
        Ok::<_, std::io::Error>(writing.next().await?.map(|bytes| (bytes, writing)))
    });
    (headers, Body::from_stream(rows)).into_response()
}

/// A file on its way. Dropped before its end, because nobody reads it any more, it writes that down.
struct Writing {
    export: Option<Export>,
    columns: Vec<Column>,
    texts: &'static Texts,
    begun: bool,
}

impl Writing {
    /// The next lines; none at the end.
    async fn next(&mut self) -> std::io::Result<Option<Bytes>> {
        let Some(export) = &mut self.export else { return Ok(None) };
        let calls = export.next().await.map_err(|problem| failed(&problem))?;
        let first = !std::mem::replace(&mut self.begun, true);
        if calls.is_empty() && !first {
            if let Some(export) = self.export.take() {
                export.end(true).await.map_err(|problem| failed(&problem))?;
            }
            return Ok(None);
        }
        self.lines(first, &calls).map(Some)
    }

    fn lines(&self, first: bool, calls: &[CallRow]) -> std::io::Result<Bytes> {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        if first {
            out.write_record(cells::heads(&self.columns, self.texts))?;
        }
        for call in calls {
            out.write_record(cells::cells(call, &self.columns, self.texts).iter().map(|cell| harmless(cell)))?;
        }
        let lines = out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(if first { [MARK.as_bytes(), &lines].concat().into() } else { lines.into() })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let Some(export) = self.export.take() else { return };
        tokio::spawn(async move {
            // The use case has logged why.
            let _ = export.end(false).await;
        });
    }
}

fn failed(problem: &Problem) -> std::io::Error {
    std::io::Error::other(format!("{problem:?}"))
}

/// A spreadsheet must not take what a caller or a colleague wrote for a formula (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+84 901", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "Lan", "0901 234 567", " =1", "1-1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
