//! The page a manager leaves open on the second screen.

use super::api;
use super::board::Board;
use crate::components::{Badge, EmptyState, ErrorState, PageHead, Skeleton, Tone, form};
use crate::live::{self, Connection};
use crate::texts::t;
use domain::floor::Floor;
use leptos::prelude::*;

/// The floor.
#[component]
pub fn FloorPage() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| api::floor());
    let retry = Callback::new(move |()| first.refetch());
    let connection = live::connection();
    Effect::new(move |_| {
        if connection.get() == Connection::SignedOut {
            form::to_sign_in();
        }
    });
    view! {
        <PageHead title=move || t().floor.title>
            <ConnectionBadge connection=connection />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=10 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(floor) => view! { <Shown floor=floor connection=connection /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Shown(
    /// As it was when the page was asked for.
    floor: Floor,
    /// Whether it is kept up to date.
    connection: Signal<Connection>,
) -> impl IntoView {
    if floor.members.is_empty() {
        return view! {
            <EmptyState
                icon=icondata_lu::LuUsers
                title=move || t().floor.nobody_title
                text=move || t().floor.nobody_text
            />
        }
        .into_any();
    }
    view! { <Board floor=floor connection=connection /> }.into_any()
}

/// Whether what is shown is kept up to date; said aloud when it no longer is.
#[component]
fn ConnectionBadge(connection: Signal<Connection>) -> impl IntoView {
    let look = move || match connection.get() {
        Connection::Opening => (Tone::Neutral, icondata_lu::LuRadio, t().floor.connecting),
        Connection::Open => (Tone::Ok, icondata_lu::LuRadio, t().floor.connected),
        Connection::Lost | Connection::SignedOut => (Tone::Danger, icondata_lu::LuWifiOff, t().floor.connection_lost),
    };
    view! {
        <span role="status" class="floor__connection">
            <Badge
                tone=Signal::derive(move || look().0)
                icon=Signal::derive(move || look().1)
                label=Signal::derive(move || look().2.to_owned())
            />
        </span>
    }
}
