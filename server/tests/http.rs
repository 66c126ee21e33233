//! The HTTP surface: who comes in, what is refused, and what the browser is told.

// Helpers of tests may fail as loudly as tests.
#![allow(clippy::expect_used, unreachable_pub)]

#[path = "http/centre.rs"]
mod centre;
#[path = "http/imports.rs"]
mod imports;
#[path = "http/limits.rs"]
mod limits;
#[path = "http/numbers.rs"]
mod numbers;
#[path = "http/stringee.rs"]
mod stringee;
mod support;

use axum::http::StatusCode;
use insta::assert_snapshot;
use support::{Site, TestApp};

#[tokio::test]
async fn strangers_are_sent_to_the_sign_in_page_and_on_from_there() {
    let app = TestApp::start().await;
    let answer = app.get("/customers?q=lan").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/sign-in?next=/customers%3Fq%3Dlan");
    let signed_in = app.sign_in("lan@alo.demo", Some("/customers?q=lan")).await;
    assert_eq!(signed_in.header("location"), "/customers?q=lan");
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_and_new_at_each_sign_in() {
    let app = TestApp::start().await;
    let first = app.sign_in("lan@alo.demo", None).await;
    let second = app.sign_in("lan@alo.demo", None).await;
    let cookie = first.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert_ne!(first.cookie(), second.cookie());
}

#[tokio::test]
async fn the_cookie_is_secure_where_the_address_is() {
    let app = TestApp::with(&[("public_url", "https://crm.example")]).await;
    assert!(app.sign_in("lan@alo.demo", None).await.header("set-cookie").contains("Secure"));
}

#[tokio::test]
async fn an_unknown_member_and_a_wrong_password_are_answered_alike() {
    let app = TestApp::start().await;
    let unknown = app.sign_in_with("nobody@alo.demo", "wrong-password", None).await;
    let wrong = app.sign_in_with("lan@alo.demo", "wrong-password", None).await;
    assert_eq!(unknown.header("location"), "/sign-in?problem=wrong");
    assert_eq!((unknown.status, unknown.header("location")), (wrong.status, wrong.header("location")));
}

#[tokio::test]
async fn too_many_attempts_wait() {
    let app = TestApp::start().await;
    let mut last = String::new();
    for _ in 0..20 {
        last = app.sign_in_with("lan@alo.demo", "wrong-password", None).await.header("location");
    }
    assert!(last.starts_with("/sign-in?problem=throttled&seconds="), "{last}");
}

#[tokio::test]
async fn posts_from_another_site_are_refused() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    for site in [Site::Cross, Site::SameSiteOtherOrigin, Site::OtherOrigin, Site::Silent] {
        let answer = app.post_from(site, "/api/customers/list", r#"{"query":{}}"#).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{site:?}");
    }
    let own = app.call("customers/list", r#"{"query":{"text":"","owner":"Anyone","sort":"Name","after":null}}"#).await;
    assert_eq!(own.status, StatusCode::OK, "{}", own.body);
}

#[tokio::test]
async fn a_server_function_tells_a_stranger_so() {
    let app = TestApp::start().await;
    let answer = app.call("staff/colleagues", "{}").await;
    assert_snapshot!(format!("{} {}", answer.status, answer.body), @r#"401 Unauthorized "SignedOut""#);
}

#[tokio::test]
async fn an_agent_is_refused_what_is_the_admins() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    for function in ["staff/list", "telephone/settings"] {
        let answer = app.call(function, "{}").await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::FORBIDDEN, "\"Forbidden\""), "{function}");
    }
}

#[tokio::test]
async fn every_page_carries_its_own_policy() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    let (one, two) = (app.get("/customers").await, app.get("/customers").await);
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"), "a nonce is used once");
    assert_snapshot!(one.guards(), @r"
    content-security-policy: default-src 'self'; script-src 'self' 'nonce-…' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'
    cross-origin-opener-policy: same-origin
    permissions-policy: camera=(), geolocation=(), microphone=(self)
    referrer-policy: same-origin
    x-content-type-options: nosniff
    ");
}

#[tokio::test]
async fn hashed_files_are_kept_and_compressed_copies_served() {
    let app = TestApp::start().await;
    let plain = app.get("/pkg/alo.0123.js").await;
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    let packed = app.get_with("/pkg/alo.0123.js", &[("accept-encoding", "br")]).await;
    assert_eq!((packed.header("content-encoding").as_str(), packed.body.as_str()), ("br", "packed"));
}

#[tokio::test]
async fn the_provider_s_key_never_reaches_a_browser() {
    let app = TestApp::start().await.signed_in("admin@alo.demo").await;
    let page = app.get("/settings/telephone").await;
    let settings = app.call("telephone/settings", "{}").await;
    assert_eq!((page.status, settings.status), (StatusCode::OK, StatusCode::OK), "{}", settings.body);
    for answer in [&page, &settings] {
        assert!(!answer.body.contains("sandbox-access-key"), "{}", answer.body);
    }
}

#[tokio::test]
async fn forwarded_addresses_count_only_when_told_so() {
    for (trust, same_bucket) in [("off", true), ("on", false)] {
        let app = TestApp::with(&[("trust_proxy", trust)]).await;
        let mut last = String::new();
        for n in 0..60 {
            let forwarded = format!("10.9.8.7, 203.0.113.{n}");
            let email = format!("nobody{n}@alo.demo");
            last = app.sign_in_from(&forwarded, &email).await.header("location");
        }
        assert_eq!(last.contains("throttled"), same_bucket, "trust_proxy={trust}: {last}");
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_other_sessions_too() {
    let app = TestApp::start().await;
    let here = app.clone().signed_in("lan@alo.demo").await;
    let there = app.clone().signed_in("lan@alo.demo").await;
    assert_eq!(there.get("/customers").await.status, StatusCode::OK);
    assert_eq!(here.form("/sign-out", "everywhere=1").await.header("location"), "/sign-in");
    assert_eq!(there.get("/customers").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_unknown_page_says_so() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    assert_eq!(app.get("/nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn production_refuses_a_database_with_demo_accounts() {
    let app = TestApp::start().await;
    let refused = app.restart_in_production().await;
    assert!(refused.contains("demo accounts"), "{refused}");
}

#[tokio::test]
async fn calls_go_home_as_a_file_but_not_with_agents() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/calls/export.csv").await.status, StatusCode::SEE_OTHER, "nobody is signed in");
    let lan = app.clone().signed_in("lan@alo.demo").await;
    assert_eq!(lan.get("/calls/export.csv").await.status, StatusCode::FORBIDDEN);
    let quan = app.clone().signed_in("quan@alo.demo").await;
    let file =
        quan.get_with("/calls/export.csv?direction=outbound&columns=direction", &[("accept-encoding", "br")]).await;
    assert_eq!((file.status, file.header("content-type").as_str()), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"alo-calls-"));
    let lines: Vec<&str> = file.body.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Chiều gọi,Khách hàng,Số điện thoại,Bắt đầu");
    assert!(lines.len() > 20 && lines[1..].iter().all(|line| line.starts_with("Gọi đi,")), "{lines:?}");
    assert_eq!(file.header("x-total"), (lines.len() - 1).to_string());
    let nonsense = quan.get("/calls/export.csv?number=abc").await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_audit_goes_home_as_a_file_with_admins_only() {
    let app = TestApp::start().await;
    for refused in ["lan@alo.demo", "quan@alo.demo"] {
        let member = app.clone().signed_in(refused).await;
        assert_eq!(member.get("/audit/export.csv").await.status, StatusCode::FORBIDDEN);
    }
    let admin = app.signed_in("admin@alo.demo").await;
    let file = admin.get("/audit/export.csv?what=sign-ins").await;
    assert_eq!((file.status, file.header("content-type").as_str()), (StatusCode::OK, "text/csv; charset=utf-8"));
    let lines: Vec<&str> = file.body.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Khi nào,Ai,Hành động,Hồ sơ,Thay đổi");
    assert!(lines.len() > 3 && lines[1..].iter().all(|line| line.contains(",Đăng nhập,")), "{lines:?}");
}
