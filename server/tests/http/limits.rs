//! What is too much is answered, not suffered; and whether somebody should be sent here.

use crate::support::TestApp;
use axum::http::StatusCode;
use domain::problem::Problem;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// Longer than anything may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Asks for a page until it is refused; how often it was not.
async fn until_refused(app: &TestApp) -> (usize, crate::support::Answer) {
    for taken in 0.. {
        let answer = app.get("/profile").await;
        if answer.status != StatusCode::OK {
            return (taken, answer);
        }
    }
    unreachable!("somebody is refused")
}

#[tokio::test]
async fn whoever_asks_too_much_is_told_when_to_come_again_and_can_still_telephone() {
    let app = TestApp::with(&[("limit_per_member", "1")]).await;
    let (lan, hung) = (app.clone().signed_in("lan@alo.demo").await, app.signed_in("hung@alo.demo").await);
    let (taken, refused) = until_refused(&lan).await;
    assert!(taken >= 10, "as many at once as ten seconds allow: {taken}");
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let seconds: u32 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=3).contains(&seconds), "{seconds}");
    assert!(refused.body.contains("Hệ thống đang bận"), "{}", refused.body);

    let asked = lan.call("tasks/mine", "{\"done\":false}").await;
    let problem: Problem = serde_json::from_str(&asked.body).expect("a problem");
    assert!(matches!(problem, Problem::Throttled { .. }), "{problem:?}");
    assert_eq!(asked.status, StatusCode::TOO_MANY_REQUESTS);

    assert_eq!(lan.call("calls/report", "{\"calls\":[]}").await.status, StatusCode::OK, "calls are always taken");
    assert_eq!(hung.get("/profile").await.status, StatusCode::OK, "one does not pay for another");
}

#[tokio::test]
async fn what_reads_many_rows_waits_its_turn_and_a_line_that_is_too_long_is_told_so() {
    let app = TestApp::with(&[("limit_heavy", "1")]).await.signed_in("admin@alo.demo").await;
    let export = "/customers/export/csv";
    let being_read = app.begin(export).await;
    assert_eq!(being_read.status(), StatusCode::OK);
    let mut others: FuturesUnordered<_> = (0..9).map(|_| app.get(export)).collect();
    let first = tokio::time::timeout(PATIENCE, others.next()).await.expect("an answer").expect("an answer");
    assert_eq!(first.status, StatusCode::SERVICE_UNAVAILABLE, "the line is full");
    assert_eq!(first.header("retry-after"), "11");
    assert_eq!(app.get("/customers").await.status, StatusCode::OK, "lists do not wait for files");
    drop(being_read);
    let next = tokio::time::timeout(PATIENCE, others.next()).await.expect("an answer").expect("an answer");
    assert_eq!(next.status, StatusCode::OK, "whoever waited is served");
}

#[tokio::test]
async fn there_are_no_more_connections_than_can_be_borne() {
    let app = TestApp::with(&[("limit_connections", "16")]).await;
    let address = app.serve();
    let mut open = Vec::new();
    let refused = loop {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        let mut said = [0; 12];
        let heard = tokio::time::timeout(Duration::from_millis(300), stream.read_exact(&mut said)).await;
        if heard.is_ok() {
            break said;
        }
        open.push(stream);
        assert!(open.len() <= 16, "nobody is sent away");
    };
    assert_eq!(&refused, b"HTTP/1.1 503");
    assert_eq!(open.len(), 16);
    open.pop();
    let url = format!("http://{address}/health");
    let answers = async { while reqwest::get(&url).await.map(|answer| answer.status().as_u16()).ok() != Some(200) {} };
    tokio::time::timeout(PATIENCE, answers).await.expect("there is room again");
}

#[tokio::test]
async fn a_server_about_to_stop_lives_and_is_not_ready() {
    let app = TestApp::start().await;
    assert_eq!((app.get("/ready").await.status, app.get("/health").await.status), (StatusCode::OK, StatusCode::OK));
    app.is_to_stop();
    let ready = app.get("/ready").await;
    assert_eq!((ready.status, ready.body.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "about to stop"));
    assert_eq!(app.get("/health").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_server_without_its_database_is_not_ready() {
    let app = TestApp::start().await;
    app.backend.close().await;
    assert_eq!(app.get("/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(app.get("/health").await.status, StatusCode::OK);
}

#[tokio::test]
async fn each_answer_names_its_request_and_nobody_names_it_for_us() {
    let app = TestApp::start().await;
    let first = app.get_with("/sign-in", &[("x-request-id", "forged")]).await.header("x-request-id");
    let second = app.get("/sign-in").await.header("x-request-id");
    assert_eq!((first.len(), second.len()), (36, 36));
    assert_ne!(first, second);
}
