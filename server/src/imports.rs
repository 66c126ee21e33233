//! Files of customers: one comes in as it is read from the network, and the rows that could not be taken go out again.

use crate::Alo;
use crate::export::{self, Rows};
use app::imports::words;
use app::texts;
use axum::Extension;
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::Backend;
use backend::imports::{Rejected, Upload};
use domain::access::Actor;
use domain::ids::ImportId;
use domain::imports::{FILE_MAX, FileProblem, Import};
use domain::problem::Problem;
use domain::staff::{Language, Me};
use futures_util::StreamExt;
use serde::Deserialize;

/// The query of an upload.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// What the file is called.
    #[serde(default)]
    name: String,
}

/// Takes a file in: its bytes are the body.
pub(crate) async fn upload(
    State(backend): State<Backend>,
    me: Option<Extension<Me>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let who = me.actor();
    match take(&backend, &who, &asked.name, &headers, body).await {
        Ok(import) => Json(import).into_response(),
        Err(problem) => refused(&problem),
    }
}

async fn take(backend: &Backend, who: &Actor, name: &str, headers: &HeaderMap, body: Body) -> Result<Import, Problem> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let mut upload = Upload::begin(backend, who, name).await?;
    if length.is_some_and(|length| length > FILE_MAX) {
        return Err(Problem::File(FileProblem::TooLarge));
    }
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        // Whoever sends breaks off: nobody waits for the answer.
        upload.write(&piece.map_err(|_| Problem::Unavailable)?).await?;
    }
    upload.finish().await
}

/// The rows of an import that cannot be taken, each with why, to be mended and brought in again.
pub(crate) async fn rejected(State(alo): State<Alo>, me: Option<Extension<Me>>, Path(id): Path<String>) -> Response {
    let Some(Extension(me)) = me else { return refused(&Problem::SignedOut) };
    let who = me.actor();
    match backend::imports::rejected(&alo.backend, &who, &ImportId::new(id)).await {
        Ok(rejected) => export::csv("alo-rejected", &alo, None, BadRows { rejected, language: me.language }),
        Err(problem) => refused(&problem),
    }
}

struct BadRows {
    rejected: Rejected,
    language: Language,
}

impl Rows for BadRows {
    fn heads(&self) -> Vec<String> {
        let mut heads = self.rejected.heads.clone();
        heads.push(texts::of(self.language).imports.why.to_owned());
        heads
    }

    async fn next(&mut self) -> Result<Vec<Vec<String>>, Problem> {
        let rows = self.rejected.next().await?;
        let (columns, texts) = (self.rejected.heads.len(), texts::of(self.language));
        let line = |mut row: domain::imports::BadRow| {
            row.cells.resize(columns, String::new());
            row.cells.push(words::problems_in(texts, &self.rejected.heads, &row.problems).join("; "));
            row.cells
        };
        Ok(rows.into_iter().map(line).collect())
    }

    async fn end(self, _whole: bool) -> Result<(), Problem> {
        Ok(())
    }
}

fn refused(problem: &Problem) -> Response {
    let status = match problem {
        Problem::SignedOut => StatusCode::UNAUTHORIZED,
        Problem::Forbidden => StatusCode::FORBIDDEN,
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::File(FileProblem::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::File(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, Json(problem)).into_response()
}
