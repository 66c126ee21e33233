//! Files of customers over HTTP: one comes in, lists go out.

use crate::support::{Answer, Site, TestApp};
use axum::http::StatusCode;
use domain::imports::{FileProblem, Import, State};
use domain::problem::Problem;
use std::time::Duration;

const UPLOAD: &str = "/customers/import/upload?name=kh%C3%A1ch.csv";

/// Between one question and the next.
const PAUSE: Duration = Duration::from_millis(25);

/// A file of so many people.
fn file(rows: usize) -> String {
    let people = (0..rows).map(|n| format!("Người {n},09{n:08},\"=1+{n}\"\n"));
    ["Họ và tên,SĐT,Ghi chú\n".to_owned()].into_iter().chain(people).collect()
}

async fn upload(app: &TestApp, text: &str) -> Answer {
    app.post_from(Site::Own, UPLOAD, text).await
}

fn import(answer: &Answer) -> Import {
    serde_json::from_str(&answer.body).expect("an import")
}

/// Waits until the server has worked it through.
async fn reaches(app: &TestApp, id: &str, state: State) -> Import {
    loop {
        let now = import(&app.call("imports/get", &format!("{{\"id\":\"{id}\"}}")).await);
        if now.state == state {
            return now;
        }
        // Asked no more often than a member may.
        tokio::time::sleep(PAUSE).await;
    }
}

#[tokio::test]
async fn a_file_comes_in_however_large_a_request_may_otherwise_be() {
    let app = TestApp::start().await.signed_in("quan@alo.demo").await;
    let large = file(60_000);
    assert!(large.len() > 1024 * 1024);
    let answer = upload(&app, &large).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let import = import(&answer);
    assert_eq!((import.file.as_str(), import.rows, import.state), ("khách.csv", 60_000, State::Ready));
}

#[tokio::test]
async fn not_everybody_may_send_a_file() {
    let stranger = TestApp::start().await;
    assert_eq!(upload(&stranger, &file(1)).await.status, StatusCode::UNAUTHORIZED);
    let agent = stranger.clone().signed_in("lan@alo.demo").await;
    assert_eq!(upload(&agent, &file(1)).await.status, StatusCode::FORBIDDEN);
    let manager = stranger.signed_in("quan@alo.demo").await;
    for site in [Site::Cross, Site::SameSiteOtherOrigin, Site::OtherOrigin, Site::Silent] {
        assert_eq!(manager.post_from(site, UPLOAD, &file(1)).await.status, StatusCode::FORBIDDEN, "{site:?}");
    }
    let refused = upload(&manager, "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Problem = serde_json::from_str(&refused.body).expect("a problem");
    assert_eq!(problem, Problem::File(FileProblem::Empty));
}

#[tokio::test]
async fn the_server_goes_on_by_itself_and_the_rejected_rows_come_back() {
    let app = TestApp::start().await.signed_in("quan@alo.demo").await;
    let id = import(&upload(&app, "Họ tên,SĐT,Ghi chú\nLan Mới,0988000001,x\n,0988000002,=1+1\n").await).id;
    let plan = r#"{"columns":["name","phone","note"],"by":"either","rule":"merge","owner":null}"#;
    let begun = app.call("imports/check", &format!("{{\"id\":\"{id}\",\"plan\":{plan}}}")).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.body);
    assert_eq!(reaches(&app, id.as_str(), State::Checked).await.counts.rejected, 1);
    app.call("imports/run", &format!("{{\"id\":\"{id}\"}}")).await;
    assert_eq!(reaches(&app, id.as_str(), State::Done).await.counts.created, 1);
    let path = format!("/customers/import/{id}/rejected.csv");
    let rejected = app.get(&path).await;
    let lines: Vec<&str> = rejected.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Họ tên,SĐT,Ghi chú,Lý do không nhập");
    assert!(lines[1].starts_with(",0988000002,'=1+1,Họ tên: "), "no cell is a formula: {}", lines[1]);
    let other = app.clone().signed_in("lan@alo.demo").await;
    assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn lists_go_out_as_text_and_as_workbooks() {
    let stranger = TestApp::start().await;
    let agent = stranger.clone().signed_in("lan@alo.demo").await;
    let app = stranger.signed_in("quan@alo.demo").await;
    for list in ["customers", "companies", "deals"] {
        let text = app.get(&format!("/{list}/export/csv?sort=name")).await;
        assert_eq!((text.status, text.header("content-type").as_str()), (StatusCode::OK, "text/csv; charset=utf-8"));
        let total: usize = text.header("x-total").parse().expect("a number");
        let lines = text.body.trim_start_matches('\u{feff}').lines().count();
        assert_eq!((total > 0, lines), (true, total + 1), "{list}");
        let book = app.get(&format!("/{list}/export/xlsx?q=lan")).await;
        assert!(book.header("content-type").ends_with("spreadsheetml.sheet"));
        assert!(book.body.starts_with("PK"));
        assert_eq!(app.get(&format!("/{list}/export/pdf")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(agent.get(&format!("/{list}/export/csv")).await.status, StatusCode::FORBIDDEN);
    }
}
