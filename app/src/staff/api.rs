//! What the staff pages ask of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::StaffId;
use domain::staff::{Member, MemberForm};
use domain::telephone::Provider;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Everybody, by name.
#[server(input = Json, output = Told, endpoint = "staff/list")]
pub async fn list_staff() -> Answer<Vec<Member>> {
    let here = here()?;
    answer(backend::staff::list(&here.backend, &here.who).await)
}

/// The telephone providers at which a member can have a seat.
#[server(input = Json, output = Told, endpoint = "staff/providers")]
pub async fn list_providers() -> Answer<Vec<Provider>> {
    let here = here()?;
    answer(backend::telephone::providers(&here.backend, &here.who).await)
}

/// One member.
#[server(input = Json, output = Told, endpoint = "staff/get")]
pub async fn get_member(id: StaffId) -> Answer<Member> {
    let here = here()?;
    answer(backend::staff::get(&here.backend, &here.who, &id).await)
}

/// Makes a member.
#[server(input = Json, output = Told, endpoint = "staff/create")]
pub async fn create_member(form: MemberForm) -> Answer<Member> {
    let here = here()?;
    answer(backend::staff::create(&here.backend, &here.who, &form).await)
}

/// Changes a member.
#[server(input = Json, output = Told, endpoint = "staff/update")]
pub async fn update_member(id: StaffId, form: MemberForm) -> Answer<Member> {
    let here = here()?;
    answer(backend::staff::update(&here.backend, &here.who, &id, &form).await)
}

/// Gives a member another password.
#[server(input = Json, output = Told, endpoint = "staff/reset-password")]
pub async fn reset_password(id: StaffId, password: String) -> Answer<()> {
    let here = here()?;
    answer(backend::staff::reset_password(&here.backend, &here.who, &id, &password).await)
}
