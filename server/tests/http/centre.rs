//! Files that callers hear, over HTTP: who may send and hear them, how large they may be, and in which parts they come.

use crate::support::{Answer, Site, TestApp};
use axum::Router;
use axum::http::StatusCode;
use domain::centre::{LARGEST, SOUNDS_PATH, SoundRow};
use domain::stringee::AccountForm;

/// A ninth of a second, at 7,936 samples of 16 bits a second: every byte of it is a letter, too.
fn wav() -> String {
    let samples = "U".repeat(0x700);
    let head = ["RIFF$\u{7}\0\0WAVE", "fmt \u{10}\0\0\0", "\u{1}\0\u{1}\0\0\u{1f}\0\0\0>\0\0\u{2}\0\u{10}\0"].concat();
    format!("{head}data\0\u{7}\0\0{samples}")
}

async fn send(app: &TestApp, site: Site, called: &str, sound: &str) -> Answer {
    app.post_from(site, &format!("{SOUNDS_PATH}?name={called}&description=Hello"), sound).await
}

/// An installation with an account at a pretend company, whose set-up has been read.
async fn house() -> TestApp {
    let app = TestApp::start().await;
    let company = Box::leak(Box::new(sandbox::start(sandbox::Settings::demo()).await.expect("a company")));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let routes = Router::new().merge(company.router());
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let (admin, known) = (app.actor("admin@alo.demo").await, sandbox::Project::demo());
    let form = AccountForm {
        key_sid: known.key_sid,
        key_secret: known.key_secret,
        project_id: known.id.to_string(),
        call_api: format!("{address}/stringee/api"),
        contact_centre_api: format!("{address}/stringee/pcc"),
        servers: String::new(),
        signing_secret: String::new(),
        signed: Vec::new(),
        answer_timeout: "15".into(),
        keep_recordings: false,
        hotlines: Vec::new(),
    };
    backend::stringee::save(&app.backend, &admin, &form).await.expect("an account");
    backend::centre::read_provider(&app.backend, &admin).await.expect("read");
    app.signed_in("admin@alo.demo").await
}

#[tokio::test]
async fn a_sound_is_sent_and_heard_in_parts() {
    let app = house().await;
    let sent = send(&app, Site::Own, "chao.wav", &wav()).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
    let row: SoundRow = serde_json::from_str(&sent.body).expect("how it is listed");
    assert_eq!((row.file.name.as_str(), row.file.description.as_str()), ("chao.wav", "Hello"));
    let path = format!("{SOUNDS_PATH}/{}", row.kept.expect("a copy").id);
    let whole = app.get(&path).await;
    assert_eq!((whole.status, whole.header("content-type").as_str()), (StatusCode::OK, "audio/wav"));
    assert_eq!((whole.body == wav(), whole.header("accept-ranges").as_str()), (true, "bytes"));
    let part = app.get_with(&path, &[("range", "bytes=8-11")]).await;
    assert_eq!((part.status, part.body.as_str()), (StatusCode::PARTIAL_CONTENT, "WAVE"));
    assert_eq!(part.header("content-range"), format!("bytes 8-11/{}", wav().len()));
    assert_eq!(app.get(&format!("{SOUNDS_PATH}/nothing")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(SOUNDS_PATH).await.status, StatusCode::OK, "the page has the same address");
    let agent = app.clone().signed_in("lan@alo.demo").await;
    assert_eq!(agent.get(&path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_no_sound_or_too_large_is_not_taken() {
    let app = house().await;
    let picture = send(&app, Site::Own, "a.wav", "GIF89a").await;
    assert_eq!(
        (picture.status, picture.body.contains("not_a_sound")),
        (StatusCode::CONFLICT, true),
        "{}",
        picture.body
    );
    let large = send(&app, Site::Own, "a.wav", &"x".repeat(LARGEST + 1)).await;
    assert_eq!((large.status, large.body.contains("too_large")), (StatusCode::CONFLICT, true), "{}", large.body);
}

#[tokio::test]
async fn only_admins_send_sounds_and_only_from_our_own_pages() {
    let app = TestApp::start().await;
    assert_eq!(send(&app, Site::Own, "a.wav", &wav()).await.status, StatusCode::UNAUTHORIZED);
    let agent = app.clone().signed_in("lan@alo.demo").await;
    assert_eq!(send(&agent, Site::Own, "a.wav", &wav()).await.status, StatusCode::FORBIDDEN);
    let admin = app.signed_in("admin@alo.demo").await;
    assert_eq!(send(&admin, Site::Cross, "a.wav", &wav()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(send(&admin, Site::Own, "a.wav", &wav()).await.status, StatusCode::BAD_GATEWAY, "no account yet");
}
