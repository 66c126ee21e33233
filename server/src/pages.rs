//! Pages are drawn to their end, also when whoever asked for one has gone. A page that is let go of in the middle would
//! lose what it is drawn from while other threads still read it: they would panic, and the log would be full of it.

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::sync::{mpsc, oneshot};
use tracing::Instrument;

/// Pieces of a page that wait for a slow reader.
const WAITING: usize = 8;

/// Draws the page in a task of its own; the answer is handed on piece by piece as it comes.
pub(crate) async fn drawn_to_the_end(request: Request, next: Next) -> Response {
    let (answered, answer) = oneshot::channel();
    let drawing = async move {
        let (head, page) = next.run(request).await.into_parts();
        let (pieces, mut waiting) = mpsc::channel(WAITING);
        let handed_on = Body::from_stream(stream::poll_fn(move |context| waiting.poll_recv(context)));
        // Nobody listening any more is no reason to stop.
        let _heard = answered.send(Response::from_parts(head, handed_on));
        let mut page = page.into_data_stream();
        while let Some(piece) = page.next().await {
            let _heard = pieces.send(piece).await;
        }
    };
    tokio::spawn(drawing.in_current_span());
    answer.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::drawn_to_the_end;
    use axum::Router;
    use axum::body::{Body, Bytes, to_bytes};
    use axum::extract::Request;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use futures_util::{FutureExt, stream};
    use std::convert::Infallible;
    use std::sync::Arc;
    use tokio::sync::{Notify, mpsc};
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_page_is_drawn_though_nobody_waits_for_it() {
        let (go_on, (drawn, mut is_drawn)) = (Arc::new(Notify::new()), mpsc::unbounded_channel());
        let waits = go_on.clone();
        let page = get(move || async move {
            waits.notified().await;
            drawn.send(()).unwrap();
        });
        let pages = Router::new().route("/", page).layer(from_fn(drawn_to_the_end));
        let mut asked = Box::pin(pages.oneshot(Request::new(Body::empty())));
        assert!((&mut asked).now_or_never().is_none());
        drop(asked);
        go_on.notify_one();
        is_drawn.recv().await.unwrap();
    }

    #[tokio::test]
    async fn a_page_comes_whole() {
        let pieces = || stream::iter((0..100).map(|n| Ok::<_, Infallible>(Bytes::from(format!("{n} ")))));
        let page = get(move || async move { Body::from_stream(pieces()) });
        let pages = Router::new().route("/", page).layer(from_fn(drawn_to_the_end));
        let answer = pages.oneshot(Request::new(Body::empty())).await.unwrap();
        let whole = to_bytes(answer.into_body(), 1024).await.unwrap();
        assert_eq!(whole, (0..100).map(|n| format!("{n} ")).collect::<String>());
    }
}
