//! Lists as files: written while they are read, so that a million rows take no more memory than a page of them.

mod audit;
mod calls;
mod records;
mod workbook;

pub(crate) use audit::audit;
pub(crate) use calls::calls;
pub(crate) use records::{companies, customers, deals};
use workbook::workbook;

use crate::Alo;
use axum::Json;
use axum::body::{Body, Bytes};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::problem::Problem;
use domain::times::Day;
use futures_util::stream;
use std::future::Future;

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";
/// How many rows there will be, for the page that shows how far it is.
const TOTAL: HeaderName = HeaderName::from_static("x-total");

/// Where the rows of a file come from.
pub(crate) trait Rows: Send + 'static {
    /// The names of the columns.
    fn heads(&self) -> Vec<String>;
    /// The next rows, in order; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Vec<String>>, Problem>> + Send;
    /// Writes down how it ended: wholly, or because nobody reads it any more.
    fn end(self, whole: bool) -> impl Future<Output = Result<(), Problem>> + Send;
}

/// A table of text, with how many rows there will be where that is known.
pub(crate) fn csv(name: &str, alo: &Alo, total: Option<i64>, rows: impl Rows) -> Response {
    let lines = stream::try_unfold(Writing { rows: Some(rows), begun: false }, |mut writing| async move {
        Ok::<_, std::io::Error>(writing.next().await?.map(|bytes| (bytes, writing)))
    });
    file(&format!("{name}-{}.csv", Day::of(alo.backend.now()).iso()), CSV, total, Body::from_stream(lines))
}

const CSV: &str = "text/csv; charset=utf-8";

/// A file on its way, whatever it is.
fn file(name: &str, kind: &'static str, total: Option<i64>, body: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        // Packed, rows would wait for each other; the page counts them as they come.
        (header::CONTENT_ENCODING, "identity".to_owned()),
        (TOTAL, total.map(|total| total.to_string()).unwrap_or_default()),
    ];
    (headers, body).into_response()
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

/// A file on its way. Dropped before its end, because nobody reads it any more, it writes that down.
struct Writing<R: Rows> {
    rows: Option<R>,
    begun: bool,
}

impl<R: Rows> Writing<R> {
    /// The next lines; none at the end.
    async fn next(&mut self) -> std::io::Result<Option<Bytes>> {
        let Some(rows) = &mut self.rows else { return Ok(None) };
        let some = rows.next().await.map_err(|problem| failed(&problem))?;
        let heads = (!std::mem::replace(&mut self.begun, true)).then(|| rows.heads());
        if some.is_empty() && heads.is_none() {
            if let Some(rows) = self.rows.take() {
                rows.end(true).await.map_err(|problem| failed(&problem))?;
            }
            return Ok(None);
        }
        lines(heads.as_deref(), &some).map(Some)
    }
}

fn lines(heads: Option<&[String]>, rows: &[Vec<String>]) -> std::io::Result<Bytes> {
    let mut out = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for row in heads.into_iter().chain(rows.iter().map(Vec::as_slice)) {
        out.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    let lines = out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(if heads.is_some() { [MARK.as_bytes(), &lines].concat().into() } else { lines.into() })
}

impl<R: Rows> Drop for Writing<R> {
    fn drop(&mut self) {
        let Some(rows) = self.rows.take() else { return };
        tokio::spawn(async move {
            // The use case has logged why.
            let _ = rows.end(false).await;
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
