//! Lists that grow: the first page comes with the page, the next ones when its end comes near.

use crate::api::{Answer, Fault};
use crate::components::{Button, ErrorState};
use crate::softphone::phone;
use crate::texts::t;
use domain::paging::{Cursor, Page};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// Whether two rows are of the same thing.
pub(crate) type Same<T> = fn(&T, &T) -> bool;

/// The rows shown so far, and where the next ones are.
pub(crate) struct Growing<T: 'static> {
    /// In order; changed here, a row changes on the screen.
    pub(crate) rows: RwSignal<Vec<T>>,
    next: RwSignal<Option<Cursor>>,
    fault: RwSignal<Option<Fault>>,
    /// How often the first page was asked for again, and the question whose answer is shown.
    asked: StoredValue<u32>,
    shown: StoredValue<u32>,
    /// Which rows are the same, where they may be met again.
    same: StoredValue<Option<Same<T>>>,
    grow: Action<Cursor, ()>,
}

impl<T> Clone for Growing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Growing<T> {}

impl<T: Send + Sync + 'static> Growing<T> {
    /// Starts with a first page; `fetch` brings the page at a cursor.
    pub(crate) fn new<F, Fu>(first: Page<T>, fetch: F) -> Self
    where
        F: Fn(Cursor) -> Fu + Send + Sync + 'static,
        Fu: Future<Output = Answer<Page<T>>> + Send + 'static,
    {
        let rows = RwSignal::new(first.rows);
        let next = RwSignal::new(first.next);
        let fault = RwSignal::new(None);
        let same = StoredValue::new(None::<Same<T>>);
        let grow = Action::new(move |from: &Cursor| {
            let page = fetch(from.clone());
            async move {
                match page.await {
                    Ok(page) => {
                        let is_same = same.get_value();
                        rows.update(|rows| {
                            let met = |new: &T| is_same.is_some_and(|same| rows.iter().any(|row| same(new, row)));
                            let new: Vec<T> = page.rows.into_iter().filter(|new| !met(new)).collect();
                            rows.extend(new);
                        });
                        next.set(page.next);
                    }
                    Err(why) => fault.set(Some(why)),
                }
            }
        });
        Self { rows, next, fault, asked: StoredValue::new(0), shown: StoredValue::new(0), same, grow }
    }

    /// Says which rows are the same. One that has moved since it was shown, and comes once more further below, stays where
    /// it is.
    pub(crate) fn once(self, same: Same<T>) -> Self {
        self.same.set_value(Some(same));
        self
    }

    /// Asks for the first page again whenever a call of this tab has got further in the log.
    pub(crate) fn follow_calls<F, Fu>(self, fetch: F)
    where
        F: Fn() -> Fu + 'static,
        Fu: Future<Output = Answer<Page<T>>> + 'static,
    {
        let telephone = phone();
        Effect::new(move |before: Option<u32>| {
            let now = telephone.log_changes();
            // At first: the log may have got further while the first page was on its way.
            if before.map_or(now != 0, |before| before != now) {
                self.ask(fetch(), move |page| self.renew(page));
            }
            now
        });
    }

    /// Shows the first page once more when it comes. Answers may overtake each other: an older one is not shown after a
    /// newer one.
    pub(crate) fn ask<Fu>(self, page: Fu, show: impl FnOnce(Page<T>) + 'static)
    where
        Fu: Future<Output = Answer<Page<T>>> + 'static,
    {
        let number = self.asked.get_value() + 1;
        self.asked.set_value(number);
        spawn_local(async move {
            let Ok(page) = page.await else { return };
            // Fails only for a list that has left the page meanwhile.
            let before = self.shown.try_update_value(|shown| std::mem::replace(shown, number.max(*shown)));
            if before.is_some_and(|before| before < number) {
                show(page);
            }
        });
    }

    /// Begins anew with another first page.
    pub(crate) fn replace(self, page: Page<T>) {
        // Fails only for a list that has left the page meanwhile.
        self.rows.try_set(page.rows);
        self.next.try_set(page.next);
    }

    /// Puts a first page in the place of what it tells of: see [`Page::over`]. Without a word on which rows are the same,
    /// in the place of everything.
    pub(crate) fn renew(self, page: Page<T>) {
        let Some(same) = self.same.try_get_value().flatten() else { return self.replace(page) };
        // Fails only for a list that has left the page meanwhile.
        let (Some(rows), Some(next)) = (self.rows.try_update_untracked(std::mem::take), self.next.try_get_untracked())
        else {
            return;
        };
        self.replace(page.over(Page { rows, next }, same));
    }

    /// Whether there are more rows than these.
    pub(crate) fn has_more(self) -> Signal<bool> {
        Signal::derive(move || self.next.with(Option::is_some))
    }

    /// Brings the next page, unless there is none or it is on its way.
    fn more(self) {
        if self.grow.pending().get_untracked() {
            return;
        }
        if let Some(from) = self.next.get_untracked() {
            self.fault.set(None);
            self.grow.dispatch(from);
        }
    }
}

/// The end of a growing list: a button, and it presses itself when it comes into sight.
#[component]
pub(crate) fn MoreRows<T: Send + Sync + 'static>(
    /// The list.
    growing: Growing<T>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let busy = growing.grow.pending();
    let more = Callback::new(move |()| growing.more());
    let label = move || {
        if busy.get() { t().customers.loading_more } else { t().customers.more }
    };
    on_sight(node, move || {
        if growing.fault.with_untracked(Option::is_none) {
            growing.more();
        }
    });
    view! {
        <div class="more-rows" node_ref=node>
            <Show when=move || growing.next.with(Option::is_some)>
                {move || match growing.fault.get() {
                    Some(fault) => view! { <ErrorState fault=fault retry=more /> }.into_any(),
                    None => {
                        view! {
                            <Button label=Signal::derive(move || label().to_owned()) busy=busy on_press=more />
                        }
                            .into_any()
                    }
                }}
            </Show>
        </div>
    }
}

/// Calls `seen` whenever the element comes near the visible part of the page.
#[cfg(target_arch = "wasm32")]
fn on_sight(node: NodeRef<html::Div>, seen: impl Fn() + 'static) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::prelude::Closure;
    use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

    let notice = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        if entries.into_iter().any(|entry| entry.is_intersecting()) {
            seen();
        }
    });
    let near = IntersectionObserverInit::new();
    near.set_root_margin("300px");
    let callback = notice.as_ref().unchecked_ref();
    let Ok(observer) = IntersectionObserver::new_with_options(callback, &near) else {
        return;
    };
    let watched = observer.clone();
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            watched.observe(&element);
        }
    });
    let kept = StoredValue::new_local((observer, notice));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// A server sees nothing.
#[cfg(not(target_arch = "wasm32"))]
fn on_sight(node: NodeRef<html::Div>, seen: impl Fn() + 'static) {
    let _ = (node, seen);
}
