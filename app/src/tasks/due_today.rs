//! How much waits: the number beside the entry of the navigation.

use super::api::tasks_due_today;
use crate::live;
use crate::softphone::phone;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::live::Push;
use leptos::prelude::*;

/// A number that nobody reads at a glance any more.
const MANY: u32 = 99;

/// Counts the changes this page made to tasks, for whatever shows how many there are.
#[derive(Clone, Copy)]
struct Changes(RwSignal<u32>);

/// Makes the count known to every component below.
pub fn provide() {
    let count = RwSignal::new(0_u32);
    provide_context(Changes(count));
    // Another tab, or whoever leads one, may have changed them.
    live::on(move |push| {
        if *push == Push::Tasks {
            count.try_update(|count| *count = count.wrapping_add(1));
        }
    });
}

/// Says that a task was made, changed or done on this page; also later, where there is no context any more.
pub(super) fn on_change() -> Callback<()> {
    let changes = use_context::<Changes>();
    Callback::new(move |()| {
        if let Some(Changes(count)) = changes {
            count.update(|count| *count = count.wrapping_add(1));
        }
    })
}

/// Does this whenever a call was written up on this page, which may have left a task.
pub(crate) fn after_wrap_ups(then: impl Fn() + 'static) {
    let telephone = phone();
    let written_up = Memo::new(move |_| telephone.written_up());
    Effect::new(move |before: Option<usize>| {
        let now = written_up.get();
        if before.is_some_and(|before| before != now) {
            then();
        }
        now
    });
}

/// How many of one's own tasks are to be done before today ends; nothing when there are none.
#[component]
pub fn DueToday() -> impl IntoView {
    let changes = use_context::<Changes>();
    let telephone = phone();
    // A wrap-up leaves tasks as well; and with a new day there are others.
    let written_up = Memo::new(move |_| telephone.written_up());
    let asked = move || {
        let made_here = changes.map_or(0, |Changes(count)| count.get());
        (made_here, written_up.get(), viewer().now.get().day_start())
    };
    let count = Resource::new(asked, |_| tasks_due_today());
    let shown = move || {
        let due = count.get()?.ok().filter(|due| *due > 0)?;
        let figure = if due > MANY { format!("{MANY}+") } else { due.to_string() };
        Some(view! {
            <span class="nav__count">
                <span aria-hidden="true">{figure}</span>
                <span class="visually-hidden">{move || (t().tasks.due_today)(due)}</span>
            </span>
        })
    };
    view! { <Transition>{shown}</Transition> }
}
