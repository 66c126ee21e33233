//! Taking calls away: for admins, and only once they were asked.

use super::api::delete_calls;
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, Dialog, toasts};
use crate::texts::t;
use domain::ids::CallId;
use leptos::prelude::*;

/// A button that asks, and then takes these calls away.
#[component]
pub(super) fn DeleteCalls(
    /// Which calls.
    #[prop(into)]
    calls: Signal<Vec<CallId>>,
    /// Told when they are gone.
    on_deleted: Callback<()>,
) -> impl IntoView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let count = move || calls.with(Vec::len);
    let delete = Callback::new(move |()| {
        let ids = calls.get_untracked();
        let gone = ids.len();
        send(busy, delete_calls(ids), move |answer| match answer {
            Ok(()) => {
                open.set(false);
                toasts::tell((t().log.deleted)(gone));
                on_deleted.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Button
            label=move || t().log.delete
            icon=icondata_lu::LuTrash2
            on_press=move || open.set(true)
        />
        <Dialog open=open title=move || t().log.delete>
            <p>{move || (t().log.delete_question)(count())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().log.delete kind=ButtonKind::Danger busy=busy on_press=delete />
            </div>
        </Dialog>
    }
}
