//! What the profile page asks of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{Fault, answer, here};
#[cfg(feature = "ssr")]
use domain::problem::Problem;
use domain::staff::{Me, ProfileForm};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Changes one's own name, language and colours.
#[server(input = Json, output = Told, endpoint = "profile/edit")]
pub async fn edit_profile(form: ProfileForm) -> Answer<Me> {
    let here = here()?;
    answer(backend::staff::edit_profile(&here.backend, &here.who, &form).await)
}

/// Changes one's own password; all other sessions end.
#[server(input = Json, output = Told, endpoint = "profile/change-password")]
pub async fn change_password(old: String, new: String) -> Answer<()> {
    let here = here()?;
    let claims = answer(backend::staff::change_password(&here.backend, &here.who, &old, &new).await)?;
    stay_signed_in(claims).await
}

/// This session goes on under the new password.
#[cfg(feature = "ssr")]
async fn stay_signed_in(claims: backend::sign_in::Claims) -> Answer<()> {
    let parts = use_context::<axum::http::request::Parts>();
    let session = parts.and_then(|parts| parts.extensions.get::<tower_sessions::Session>().cloned());
    let session = session.ok_or(Fault(Problem::SignedOut))?;
    session.insert(backend::sign_in::Claims::ENTRY, claims).await.map_err(|_| Fault(Problem::Unavailable))
}
