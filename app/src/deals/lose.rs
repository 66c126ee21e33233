//! Why a deal is lost: asked before it goes there.

use super::desk::Desk;
use crate::components::{Button, ButtonKind, Dialog, Select};
use crate::texts::t;
use domain::ids::LostReasonId;
use leptos::prelude::*;

/// Asks why, for the card that was put at a lost stage.
#[component]
pub(super) fn Lose(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    Effect::new(move |_| open.set(desk.losing.with(Option::is_some)));
    // Closed without an answer, the card stays where it was.
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            desk.losing.set(None);
            reason.set(String::new());
        }
        now
    });
    let title = move || {
        let title = desk.losing.with(|losing| losing.as_ref().map(|(deal, _)| deal.title.clone())).unwrap_or_default();
        (t().deals.lose_title)(&title)
    };
    let options = move || {
        let mut options = vec![(String::new(), t().deals.choose_reason.to_owned())];
        let reasons = desk.reasons.get_value().into_iter();
        options.extend(reasons.map(|reason| (reason.id.to_string(), reason.name)));
        options
    };
    let options = Signal::derive(options);
    let lose = Callback::new(move |()| {
        let why = reason.get_untracked();
        if let Some((deal, stage)) = desk.losing.get_untracked().filter(|_| !why.is_empty()) {
            desk.send(deal, &stage, Some(LostReasonId::new(why)));
            open.set(false);
        }
    });
    view! {
        <Dialog open=open title=title>
            <Select name="lost-reason" label=move || t().deals.lost_reason value=reason options=options />
            <div class="dialog__actions">
                <Button label=move || t().customers.cancel on_press=move |()| open.set(false) />
                <Button
                    label=move || t().deals.lose
                    kind=ButtonKind::Danger
                    disabled=Signal::derive(move || reason.with(String::is_empty))
                    on_press=lose
                />
            </div>
        </Dialog>
    }
}
