//! A server of the test's own, in this process, spoken to in verbs.

#![allow(dead_code, reason = "each program of tests uses a part of it")]

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::MockConnectInfo;
use axum::http::{HeaderMap, Request, Response, StatusCode};
use backend::Backend;
use backend::sign_in::SignIn;
use domain::access::Actor;
use server::config::{Config, Values};
use std::net::SocketAddr;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt;

/// Where a post claims to come from.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    /// This very site, as browsers say it.
    Own,
    /// Another site, as browsers say it.
    Cross,
    /// A neighbour under the same domain.
    SameSiteOtherOrigin,
    /// An old browser that only names the origin.
    OtherOrigin,
    /// Nothing is said.
    Silent,
}

impl Site {
    fn headers(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Own => vec![("sec-fetch-site", "same-origin"), ("origin", "http://localhost:3000")],
            Self::Cross => vec![("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            Self::SameSiteOtherOrigin => vec![("sec-fetch-site", "same-site")],
            Self::OtherOrigin => vec![("origin", "https://evil.example")],
            Self::Silent => vec![],
        }
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }

    /// The session's cookie, as it is sent back.
    pub fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }

    /// The headers that guard the page, with the nonce blotted out.
    pub fn guards(&self) -> String {
        let wanted = ["content-security-policy", "cross-origin-opener-policy", "permissions-policy"];
        let wanted = wanted.into_iter().chain(["referrer-policy", "x-content-type-options"]);
        wanted.map(|name| format!("{name}: {}\n", without_nonce(&self.header(name)))).collect()
    }
}

fn without_nonce(policy: &str) -> String {
    match policy.split_once("'nonce-") {
        Some((before, after)) => {
            let rest = after.split_once('\'').map_or("", |(_, rest)| rest);
            format!("{before}'nonce-…'{rest}")
        }
        None => policy.to_owned(),
    }
}

/// A running application with demo data.
#[derive(Clone)]
pub struct TestApp {
    router: Router,
    cookie: String,
    folder: Arc<TempDir>,
    /// The use cases, for what a test is not about.
    pub backend: Backend,
    alo: server::Alo,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    pub async fn with(settings: &[(&str, &str)]) -> Self {
        let folder = Arc::new(tempfile::tempdir().expect("a folder"));
        let pkg = folder.path().join("pkg");
        std::fs::create_dir_all(&pkg).expect("a folder");
        std::fs::write(pkg.join("alo.0123.js"), "plain").expect("a file");
        std::fs::write(pkg.join("alo.0123.js.br"), "packed").expect("a file");
        std::fs::write(folder.path().join("hash.txt"), "js: 0123\nwasm: 0123\ncss: 0123\n").expect("a file");
        let mut values = basic(&folder);
        values.insert("demo".into(), "on".into());
        values.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let alo = server::start(Config::from_values(&values).expect("right settings")).await.expect("a start");
        let peer = MockConnectInfo(SocketAddr::from(([192, 0, 2, 1], 4000)));
        let router = server::router(&alo).layer(peer);
        Self { router, cookie: String::new(), folder, backend: alo.backend.clone(), alo }
    }

    /// Starts again on the same database in production mode; the refusal in words.
    pub async fn restart_in_production(&self) -> String {
        let mut values = basic(&self.folder);
        values.insert("mode".into(), "production".into());
        values.insert("secret_key".into(), "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".into());
        values.insert("public_url".into(), "https://crm.example".into());
        match server::start(Config::from_values(&values).expect("right settings")).await {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    /// Listens on a port of its own: what a connection that stays open needs.
    pub async fn listen(&self) -> SocketAddr {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let router = self.router.clone();
        tokio::spawn(async move { axum::serve(listener, router).await });
        address
    }

    /// Serves as the process does, at an address of its own.
    pub fn serve(&self) -> SocketAddr {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(server::serve(self.alo.clone(), listener));
        address
    }

    /// As if the process were asked to stop.
    pub fn is_to_stop(&self) {
        self.alo.stopping.cancel();
    }

    /// An answer of which only the head is read.
    pub async fn begin(&self, path: &str) -> Response<Body> {
        let request = Request::get(path).header("cookie", &self.cookie).body(Body::empty()).expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    /// The session's cookie; empty for a stranger.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost:3000");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 16 << 20).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("GET", path, headers, "").await
    }

    /// Calls a server function as our own page does.
    pub async fn call(&self, function: &str, json: &str) -> Answer {
        self.post_from(Site::Own, &format!("/api/{function}"), json).await
    }

    pub async fn post_from(&self, site: Site, path: &str, json: &str) -> Answer {
        let mut headers = site.headers();
        headers.extend([("content-type", "application/json"), ("accept", "application/json")]);
        self.send("POST", path, &headers, json).await
    }

    /// Posts as no browser does: with these headers only.
    pub async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send("POST", path, headers, body).await
    }

    /// Sends a form as our own page does.
    pub async fn form(&self, path: &str, fields: &str) -> Answer {
        let mut headers = Site::Own.headers();
        headers.push(("content-type", "application/x-www-form-urlencoded"));
        self.send("POST", path, &headers, fields).await
    }

    pub async fn sign_in(&self, email: &str, next: Option<&str>) -> Answer {
        self.sign_in_with(email, backend::demo::PASSWORD, next).await
    }

    pub async fn sign_in_with(&self, email: &str, password: &str, next: Option<&str>) -> Answer {
        let next = next.unwrap_or_default().replace('?', "%3F").replace('=', "%3D");
        self.form("/sign-in", &format!("email={email}&password={password}&next={next}")).await
    }

    /// One wrong attempt that a proxy says came from somewhere.
    pub async fn sign_in_from(&self, forwarded: &str, email: &str) -> Answer {
        let mut headers = Site::Own.headers();
        headers.extend([("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-for", forwarded)]);
        self.send("POST", "/sign-in", &headers, &format!("email={email}&password=wrong-password")).await
    }

    /// A member, for the use cases.
    pub async fn actor(&self, email: &str) -> Actor {
        let password = backend::demo::PASSWORD.into();
        let form = SignIn { email: email.into(), password, address: "192.0.2.9".into() };
        let claims = backend::sign_in::sign_in(&self.backend, &form).await.expect("a member");
        let me = backend::sign_in::resume(&self.backend, &claims).await.expect("a member");
        me.actor()
    }

    pub async fn signed_in(mut self, email: &str) -> Self {
        self.cookie = self.sign_in(email, None).await.cookie();
        self
    }
}

fn basic(folder: &TempDir) -> Values {
    let database = format!("sqlite://{}", folder.path().join("alo.db").display());
    let site = folder.path().display().to_string();
    [("database_url".to_owned(), database), ("site".to_owned(), site)].into()
}
