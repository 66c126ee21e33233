//! How much one has not read, and what has just come.

use super::api::list_notices;
use super::page::{headline, place};
use crate::components::toasts;
use crate::texts::t;
use crate::{live, notify};
use domain::ids::NoticeId;
use domain::live::Push;
use domain::notices::{Notice, Notices};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of it on this page.
#[derive(Clone, Copy)]
pub(super) struct Told {
    unread: RwSignal<u32>,
    /// Counts the changes, for a list that is shown.
    changes: RwSignal<u32>,
    /// What was unread when it was last asked; nothing before the first time.
    known: StoredValue<Option<Vec<NoticeId>>>,
}

impl Told {
    /// Of this page.
    pub(super) fn here() -> Option<Self> {
        use_context()
    }

    /// Changes whenever something came or was read.
    pub(super) fn changes(self) -> u32 {
        self.changes.get()
    }

    fn ask(self, leads: Signal<bool>) {
        spawn_local(async move {
            let Ok(Notices { rows, unread, .. }) = list_notices(None).await else { return };
            let new: Vec<Notice> = rows.into_iter().filter(|row| !row.read).collect();
            let ids = new.iter().map(|row| row.id.clone()).collect();
            let Some(before) = self.known.try_update_value(|known| known.replace(ids)) else { return };
            self.unread.try_set(unread);
            self.changes.try_update(|changes| *changes = changes.wrapping_add(1));
            let Some(before) = before else { return };
            for notice in new.iter().filter(|notice| !before.contains(&notice.id)) {
                untrack(|| tell(notice, leads.get_untracked()));
            }
        });
    }
}

/// Says what has just come: on the page, and by one tab beside it.
fn tell(notice: &Notice, notifies: bool) {
    let title = headline(notice);
    if notifies {
        notify::show(&title, "", notice.id.as_str(), &place(notice));
    }
    toasts::tell(title);
}

/// Makes it known to every component below: the server tells when it changes.
pub(crate) fn provide() {
    let told = Told { unread: RwSignal::new(0), changes: RwSignal::new(0), known: StoredValue::new(None) };
    provide_context(told);
    let leads = notify::leads();
    live::on(move |push| {
        if matches!(push, Push::Notices | Push::Everything) {
            told.ask(leads);
        }
    });
}

/// How much one has not read, beside the page's name; nothing when there is nothing.
#[component]
pub(crate) fn Unread() -> impl IntoView {
    let told = Told::here();
    move || {
        let unread = told.map_or(0, |told| told.unread.get());
        (unread > 0).then(|| {
            view! {
                <span class="nav__count">
                    <span aria-hidden="true">{unread}</span>
                    <span class="visually-hidden">{move || (t().notices.unread)(unread)}</span>
                </span>
            }
        })
    }
}
