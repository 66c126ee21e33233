//! A deal's card on the board.

use super::desk::Desk;
use super::drag::Drag;
use super::words::CloseDay;
use crate::components::{Avatar, Icon};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::deals::Deal;
use domain::ids::DealId;
use domain::times;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;

/// The id of the words that say how a card is moved with the keyboard.
pub(super) const KEYS: &str = "board-keys";

/// A card.
#[component]
pub(super) fn Card(
    /// The deal.
    deal: Deal,
    /// The board it is on.
    desk: Desk,
) -> impl IntoView {
    let id = StoredValue::new(deal.id.clone());
    let drag = Drag::new(desk, deal.id.clone());
    let may_move = viewer().may(Deed::EditDeals);
    let carried = move || id.with_value(|id| desk.carries(id));
    let moving = move || id.with_value(|id| desk.is_moving(id));
    let dragged = move || desk.carried.with(|now| now.as_ref().is_some_and(|now| !now.by_keys)) && carried();
    let with = [deal.customer.as_ref().map(|c| c.name.clone()), deal.company.as_ref().map(|c| c.name.clone())];
    let with = with.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let keyed = move |event: KeyboardEvent| {
        if may_move.get_untracked() {
            key(desk, id.get_value(), &event);
        }
    };
    view! {
        <li
            class="deal-card"
            class:is-carried=carried
            class:is-dragged=dragged
            class:is-moving=moving
            on:pointerdown=move |event| {
                if may_move.get_untracked() {
                    drag.down(&event);
                }
            }
            on:pointermove=move |event| drag.moved(&event)
            on:pointerup=move |event| drag.up(&event)
            on:pointercancel=move |event| drag.cancelled(&event)
        >
            <a
                class="deal-card__title"
                id=card_id(&deal.id)
                data-row=""
                href=Route::Deal(deal.id).href()
                draggable="false"
                aria-describedby=KEYS
                on:keydown=keyed
                on:click=move |event| {
                    if drag.was_dragged() {
                        event.prevent_default();
                    }
                }
            >
                {deal.title}
            </a>
            <Show when=move || may_move.get()>
                <span class="deal-card__grip" title=move || t().deals.grip aria-hidden="true">
                    <Icon icon=icondata_lu::LuGripVertical />
                </span>
            </Show>
            <p class="deal-card__with">{with}</p>
            <p class="deal-card__foot">
                <span class="deal-card__amount">{times::money(deal.amount)}</span>
                {deal.close_on.map(|on| view! { <CloseDay on=on closed=deal.stage.kind.is_closed() /> })}
                {deal.owner.map(|owner| view! { <OwnerMark name=owner.name /> })}
            </p>
            {deal.lost_reason.map(|reason| view! { <p class="deal-card__reason">{reason.name}</p> })}
        </li>
    }
}

/// Whose deal it is.
#[component]
fn OwnerMark(name: String) -> impl IntoView {
    let (title, drawn) = (name.clone(), name.clone());
    view! {
        <span class="deal-card__owner" title=title>
            <Avatar name=drawn />
            <span class="visually-hidden">{name}</span>
        </span>
    }
}

/// A key that was meant for carrying the card goes no further.
fn key(desk: Desk, deal: DealId, event: &KeyboardEvent) {
    if desk.key(&deal, &event.key()) {
        event.prevent_default();
        event.stop_propagation();
        // A card that moves to another column is drawn anew.
        set_timeout(move || focus(&card_id(&deal)), Duration::ZERO);
    }
}

fn card_id(id: &DealId) -> String {
    format!("deal-{id}")
}

fn focus(id: &str) {
    let card = document().get_element_by_id(id).and_then(|card| card.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(card) = card {
        // Fails only for what cannot have the focus, and a link can.
        let _ = card.focus();
    }
}
