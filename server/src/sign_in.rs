//! Signing in and out: plain forms, so that they work before the page is live.

use crate::Alo;
use crate::door;
use axum::Form;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use backend::sign_in::{self, Claims, SignIn};
use domain::problem::Problem;
use serde::Deserialize;
use std::net::SocketAddr;
use tower_sessions::Session;

/// What the sign-in form sends.
#[derive(Deserialize)]
pub(crate) struct SignInForm {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// What the sign-out form sends.
#[derive(Deserialize)]
pub(crate) struct SignOutForm {
    /// Not empty: on every computer.
    #[serde(default)]
    everywhere: String,
}

/// Signs in, with a new session id, and goes where the member wanted to.
pub(crate) async fn sign_in(
    State(alo): State<Alo>,
    peer: ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    session: Session,
    Form(form): Form<SignInForm>,
) -> Response {
    let address = door::client_address(&alo, peer, &headers);
    let attempt = SignIn { email: form.email, password: form.password, address };
    match sign_in::sign_in(&alo.backend, &attempt).await {
        Ok(claims) => match begin(&session, &claims).await {
            Ok(()) => Redirect::to(local(&form.next)).into_response(),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
        Err(problem) => refused(&problem, &form.next),
    }
}

async fn begin(session: &Session, claims: &Claims) -> Result<(), tower_sessions::session::Error> {
    forget(session).await?;
    session.cycle_id().await?;
    session.insert(Claims::ENTRY, claims).await
}

/// Whoever came without a session has nothing to forget.
async fn forget(session: &Session) -> Result<(), tower_sessions::session::Error> {
    if session.id().is_some() { session.flush().await } else { Ok(()) }
}

/// Only a path of this very site: never where another site's link would lead.
fn local(next: &str) -> &str {
    let path =
        next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && !next.contains(char::is_control);
    if path { next } else { "/customers" }
}

fn refused(problem: &Problem, next: &str) -> Response {
    let why = match problem {
        Problem::Throttled { seconds } => format!("throttled&seconds={seconds}"),
        Problem::WrongCredentials => "wrong".to_owned(),
        _ => "unavailable".to_owned(),
    };
    let next = if next.is_empty() { String::new() } else { format!("&next={}", door::url_escaped(next)) };
    Redirect::to(&format!("/sign-in?problem={why}{next}")).into_response()
}

/// Ends this session, or all of the member's.
pub(crate) async fn sign_out(State(alo): State<Alo>, session: Session, Form(form): Form<SignOutForm>) -> Response {
    if !form.everywhere.is_empty()
        && let Ok(Some(claims)) = session.get::<Claims>(Claims::ENTRY).await
        && let Ok(me) = sign_in::resume(&alo.backend, &claims).await
        && sign_in::sign_out_everywhere(&alo.backend, &me.actor()).await.is_err()
    {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let claims = session.get::<Claims>(Claims::ENTRY).await.ok().flatten();
    if forget(&session).await.is_err() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if let Some(claims) = claims {
        // Other pages of the session learn it now or, should this fail, within the minute.
        let _ = backend::live::signed_out(&alo.backend, &claims).await;
    }
    Redirect::to("/sign-in").into_response()
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn the_way_on_stays_on_this_site() {
        assert_eq!(local("/calls?x=1"), "/calls?x=1");
        for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "", "calls", "/a\r\nb"] {
            assert_eq!(local(elsewhere), "/customers", "{elsewhere:?}");
        }
    }
}
