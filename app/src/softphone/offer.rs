//! A call that a colleague wants to pass on to this member.

use super::phone::phone;
use super::words;
use crate::components::toasts;
use crate::components::{Button, ButtonKind, Icon};
use crate::texts::t;
use domain::calls::{Command, TransferOffer};
use domain::times::SECOND;
use leptos::prelude::*;

/// Seconds after which the provider refuses by itself.
const STANDS_S: i64 = 10;

/// The offer, while it can be answered.
#[component]
pub(super) fn Offer() -> impl IntoView {
    let phone = phone();
    let offer = Memo::new(move |_| phone.desk(|desk| desk.offer().cloned()));
    let left = move |offer: &TransferOffer| (STANDS_S - phone.clock.get().since(offer.since).max(0) / SECOND).max(0);
    let answer = move |accept| {
        // Taking it is refused while another call is on; the offer stands on.
        if let Err(why) = phone.wish(Command::AnswerOffer { accept }) {
            toasts::warn(words::refused(why));
        }
    };
    let shown = move |offer: TransferOffer| {
        let from = offer.from.clone();
        let who = move || {
            if from.is_empty() { t().softphone.offered_by_someone.to_owned() } else { (t().softphone.offered)(&from) }
        };
        view! {
            <section class="offer" role="alert">
                <p class="offer__text">
                    <Icon icon=icondata_lu::LuPhoneForwarded />
                    <span>{who}</span>
                </p>
                <p class="offer__left" aria-hidden="true">{move || (t().softphone.offer_left)(left(&offer))}</p>
                <div class="offer__buttons">
                    <Button
                        label=move || t().softphone.offer_accept
                        kind=ButtonKind::Success
                        icon=icondata_lu::LuPhone
                        on_press=move |()| answer(true)
                    />
                    <Button
                        label=move || t().softphone.offer_refuse
                        kind=ButtonKind::Danger
                        on_press=move |()| answer(false)
                    />
                </div>
            </section>
        }
    };
    view! { {move || offer.get().map(shown)} }
}
