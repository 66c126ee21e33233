//! What the pages of the contact centre ask of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::centre::{Centre, CentreDesk, Digits, DraftEdit, Edited, Publishing, TakenIn, Version, Wanted};
use domain::ids::QueueId;
use domain::telephone::PhonePassword;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Everything that the pages show.
#[server(name = SeeCentreDesk, input = Json, output = Told, endpoint = "centre/desk")]
pub async fn centre_desk() -> Answer<CentreDesk> {
    let here = here()?;
    answer(backend::centre::desk(&here.backend, &here.who).await)
}

/// Changes the draft that had this revision.
#[server(input = Json, output = Told, endpoint = "centre/edit")]
pub async fn edit_draft(revision: i64, edit: DraftEdit) -> Answer<Edited> {
    let here = here()?;
    answer(backend::centre::edit(&here.backend, &here.who, revision, &edit).await)
}

/// Puts the newest version in the place of the draft; answers the draft's revision.
#[server(input = Json, output = Told, endpoint = "centre/discard")]
pub async fn discard_draft() -> Answer<i64> {
    let here = here()?;
    answer(backend::centre::discard(&here.backend, &here.who).await)
}

/// Reads what the provider has now; the first time it becomes the first version.
#[server(input = Json, output = Told, endpoint = "centre/read")]
pub async fn read_provider() -> Answer<CentreDesk> {
    let here = here()?;
    answer(backend::centre::read_provider(&here.backend, &here.who).await)
}

/// Takes over into the draft what is otherwise at the provider.
#[server(input = Json, output = Told, endpoint = "centre/take_over")]
pub async fn take_over() -> Answer<TakenIn> {
    let here = here()?;
    answer(backend::centre::take_over(&here.backend, &here.who).await)
}

/// Begins to publish the draft that has this revision; it goes on by itself.
#[server(input = Json, output = Told, endpoint = "centre/publish")]
pub async fn publish(revision: i64, note: String) -> Answer<Publishing> {
    let here = here()?;
    answer(backend::centre::publish(&here.backend, &here.who, revision, &note).await)
}

/// Goes on with the publishing that was stopped.
#[server(input = Json, output = Told, endpoint = "centre/go_on")]
pub async fn go_on_publishing() -> Answer<Publishing> {
    let here = here()?;
    answer(backend::centre::go_on(&here.backend, &here.who).await)
}

/// Stops the publishing that goes on.
#[server(input = Json, output = Told, endpoint = "centre/stop")]
pub async fn stop_publishing() -> Answer<Publishing> {
    let here = here()?;
    answer(backend::centre::stop(&here.backend, &here.who).await)
}

/// How far the latest publishing has come.
#[server(name = SeePublishing, input = Json, output = Told, endpoint = "centre/publishing")]
pub async fn publishing() -> Answer<Option<Publishing>> {
    let here = here()?;
    answer(backend::centre::publishing(&here.backend, &here.who).await)
}

/// Every version, newest first.
#[server(input = Json, output = Told, endpoint = "centre/versions")]
pub async fn versions() -> Answer<Vec<Version>> {
    let here = here()?;
    answer(backend::centre::versions(&here.backend, &here.who).await)
}

/// One version, whole.
#[server(name = SeeVersion, input = Json, output = Told, endpoint = "centre/version")]
pub async fn version(number: i64) -> Answer<Centre> {
    let here = here()?;
    answer(backend::centre::version(&here.backend, &here.who, number).await)
}

/// Puts a version in the place of the draft; answers the draft's revision.
#[server(input = Json, output = Told, endpoint = "centre/restore")]
pub async fn restore(number: i64) -> Answer<i64> {
    let here = here()?;
    answer(backend::centre::restore(&here.backend, &here.who, number).await)
}

/// Another password for a SIP telephone that was published; shown once.
#[server(input = Json, output = Told, endpoint = "centre/sip_password")]
pub async fn new_sip_password(user: String) -> Answer<PhonePassword> {
    let here = here()?;
    answer(backend::centre::new_sip_password(&here.backend, &here.who, &user).await)
}

/// What our own routing goes by for a caller in a queue.
#[server(input = Json, output = Told, endpoint = "centre/wanted")]
pub async fn who_is_wanted(caller: Option<Digits>, queue: QueueId) -> Answer<Wanted> {
    let here = here()?;
    answer(backend::centre::wanted(&here.backend, &here.who, caller.as_ref(), &queue).await)
}
