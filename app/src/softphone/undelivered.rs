//! What stands between this page and the log: said as long as it is so, and only then.

use super::phone::{Phone, phone};
use crate::components::{Button, ButtonKind};
use crate::texts::t;
use domain::calls::LiveCall;
use domain::times;
use leptos::prelude::*;

/// Facts and notes that the server does not have yet once sending them has failed, that it refused, or that the browser
/// does not keep; and a server that does not answer.
#[component]
pub(super) fn Undelivered() -> impl IntoView {
    let phone = phone();
    let refused = move || Some(phone.outbox.set_aside()).filter(|count| *count > 0);
    view! {
        <div class="dock__undelivered" role="status">
            {move || troubles(phone).into_iter().map(|trouble| view! { <p>{trouble}</p> }).collect_view()}
            {move || {
                refused()
                    .map(|count| {
                        view! {
                            <p>{move || (t().softphone.place.set_aside)(count)}</p>
                            <Button
                                label=move || t().softphone.place.send_again
                                kind=ButtonKind::Ghost
                                icon=icondata_lu::LuRefreshCw
                                on_press=move |()| phone.outbox.try_again()
                            />
                        }
                    })
            }}
        </div>
    }
}

fn troubles(phone: Phone) -> Vec<String> {
    let (words, outbox) = (&t().softphone, phone.outbox);
    let some = |count: usize| Some(count).filter(|count| *count > 0);
    let waiting = if outbox.is_signed_out() { words.place.sign_in_to_send } else { words.undelivered };
    let silent = phone.voice.heart.lost_since(phone.clock.get()).map(|since| {
        let in_call = phone.desk(|desk| desk.calls().iter().any(LiveCall::is_live));
        let say = if in_call { words.place.server_silent_in_call } else { words.place.server_silent };
        say(&times::clock(since))
    });
    let waiting = some(outbox.stuck()).map(waiting);
    [silent, waiting, some(outbox.unwritten()).map(words.place.unwritten)].into_iter().flatten().collect()
}
