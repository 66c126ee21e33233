//! What the rest of the product knows of the inbox: that it changed, and how much there is to do.

use super::api::count_missed;
use crate::live;
use crate::texts::t;
use domain::live::Push;
use leptos::prelude::*;

/// When the inbox has to be asked for again.
#[derive(Clone, Copy, Debug)]
pub struct Inbox(RwSignal<u32>);

impl Inbox {
    /// Makes it known to every component below: the server tells when it changes.
    pub fn provide() -> Self {
        let inbox = Self(RwSignal::new(0));
        provide_context(inbox);
        live::on(move |push| {
            if matches!(push, Push::Missed | Push::Everything) {
                inbox.changed();
            }
        });
        inbox
    }

    /// The inbox of the page.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(0)))
    }

    /// Something in it changed.
    pub fn changed(self) {
        // Fails only while the page is being left.
        self.0.try_update(|changes| *changes = changes.wrapping_add(1));
    }

    /// Changes whenever the inbox did.
    pub fn changes(self) -> u32 {
        self.0.get()
    }
}

/// How much there is to do, beside the inbox's name; nothing when there is nothing.
#[component]
pub fn TodoBadge() -> impl IntoView {
    let inbox = Inbox::here();
    let count = Resource::new_blocking(move || inbox.changes(), |_| count_missed());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let count = count.await.unwrap_or_default();
                (count.to_do > 0)
                    .then(|| {
                        view! {
                            <span class="nav__count" class:nav__count--overdue=(count.overdue > 0)>
                                <span aria-hidden="true">{count.to_do}</span>
                                <span class="visually-hidden">
                                    {move || (t().missed.to_do)(count.to_do, count.overdue)}
                                </span>
                            </span>
                        }
                    })
            })}
        </Transition>
    }
}
