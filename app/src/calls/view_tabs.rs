//! Kept views of the log as tabs.

use super::api::{begin_with_view, delete_view, save_view};
use super::log_address::{ALL, Go, LogAddress};
use super::view_dialog::{DeleteViewDialog, ViewDialog};
use crate::api::Answer;
use crate::components::form::{send, tell};
use crate::components::{Badge, Button, ButtonKind, Popover, toasts};
use crate::texts::t;
use domain::views::{LogView, SavedView, ViewForm};
use leptos::prelude::*;

/// What is loaded of the views.
pub(super) type Views = Resource<Answer<Vec<SavedView>>>;

/// The tabs, and what can be done with the one that is open. A log of which nothing is said begins with the view its
/// member likes.
#[component]
pub(super) fn ViewTabs(
    /// What the address says now.
    address: Memo<LogAddress>,
    /// The views.
    views: Views,
    /// Goes to another state.
    go: Go,
) -> impl IntoView {
    let again = Callback::new(move |()| views.refetch());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let saved = views.await.unwrap_or_default();
                begin_at_once(address, &saved);
                view! { <Tabs saved=saved address=address go=go again=again /> }
            })}
        </Transition>
    }
}

#[component]
fn Tabs(saved: Vec<SavedView>, address: Memo<LogAddress>, go: Go, again: Callback<()>) -> impl IntoView {
    let saved = StoredValue::new(saved);
    begin_later(address, saved, go);
    let open = Memo::new(move |_| {
        let tab = address.with(|address| address.tab.clone());
        saved.with_value(|saved| saved.iter().find(|one| one.id.as_str() == tab).cloned())
    });
    let changed = move || match open.get() {
        Some(open) => address.with(|address| address.view != open.view),
        None => address.with(|address| address.view != LogView::default()),
    };
    let (saving, is_new) = (RwSignal::new(false), RwSignal::new(true));
    let ask = move |new: bool| {
        is_new.set(new);
        saving.set(true);
    };
    let all = LogAddress { tab: ALL.to_owned(), ..LogAddress::default() }.href();
    let is_all = Signal::derive(move || open.with(Option::is_none));
    let tab = |one: SavedView| {
        let (id, href) = (one.id.clone(), at(&one).href());
        let current = Signal::derive(move || open.with(|open| open.as_ref().is_some_and(|open| open.id == id)));
        view! { <Tab href=href name=one.name current=current shared=one.shared /> }
    };
    view! {
        <nav class="tabs" aria-label=move || t().log.views>
            <ul class="tabs__list">
                <Tab href=all name=Signal::derive(|| t().log.all.to_owned()) current=is_all shared=false />
                {saved.get_value().into_iter().map(tab).collect_view()}
            </ul>
            <Show when=move || open.with(Option::is_some)>
                <Actions open=open address=address go=go again=again edit=move |()| ask(false) />
            </Show>
            <Show when=changed>
                <Button
                    label=move || t().log.save_view
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuBookmarkPlus
                    on_press=move || ask(true)
                />
            </Show>
            <ViewDialog open=saving view=open is_new=is_new address=address go=go again=again />
        </nav>
    }
}

/// In the browser, whoever comes back to the bare log is led to the view it begins with.
fn begin_later(address: Memo<LogAddress>, saved: StoredValue<Vec<SavedView>>, go: Go) {
    Effect::new(move |_| {
        let begins = saved.with_value(|saved| saved.iter().find(|one| one.default).map(at));
        if let (true, Some(begins)) = (address.with(LogAddress::is_bare), begins) {
            go.run(begins);
        }
    });
}

/// Where a view is.
pub(super) fn at(saved: &SavedView) -> LogAddress {
    LogAddress { view: saved.view.clone(), tab: saved.id.to_string() }
}

/// The server leads there before anything is seen.
#[cfg(feature = "ssr")]
fn begin_at_once(address: Memo<LogAddress>, saved: &[SavedView]) {
    if let (true, Some(begins)) = (address.with_untracked(LogAddress::is_bare), saved.iter().find(|one| one.default)) {
        leptos_axum::redirect(&at(begins).href());
    }
}

/// In the browser the page goes there by itself.
#[cfg(not(feature = "ssr"))]
fn begin_at_once(address: Memo<LogAddress>, saved: &[SavedView]) {
    let _ = (address, saved);
}

#[component]
fn Tab(href: String, #[prop(into)] name: Signal<String>, current: Signal<bool>, shared: bool) -> impl IntoView {
    view! {
        <li>
            <a class="tabs__tab" href=href aria-current=move || current.get().then_some("page") data-noscroll="">
                <span class="tabs__name">{name}</span>
                {shared.then(|| view! { <Badge label=move || t().log.shared /> })}
            </a>
        </li>
    }
}

/// What can be done with the open view.
#[component]
fn Actions(
    open: Memo<Option<SavedView>>,
    address: Memo<LogAddress>,
    go: Go,
    again: Callback<()>,
    #[prop(into)] edit: Callback<()>,
) -> impl IntoView {
    let (menu, deleting, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let own = move || open.with(|open| open.as_ref().is_some_and(|open| open.own));
    let begins = move || open.with(|open| open.as_ref().is_some_and(|open| open.default));
    let changed = move || open.with(|open| open.as_ref().is_some_and(|open| address.with(|a| a.view != open.view)));
    let keep = Callback::new(move |()| {
        let Some(now) = open.get_untracked() else { return };
        let form = ViewForm { name: now.name.clone(), shared: now.shared, view: address.get_untracked().view };
        send(busy, save_view(Some(now.id), form), move |answer| match answer {
            Ok(_) => {
                toasts::tell((t().log.view_saved)(&now.name));
                again.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    let begin = Callback::new(move |()| {
        menu.set(false);
        let Some(now) = open.get_untracked() else { return };
        let id = (!now.default).then(|| now.id.clone());
        send(busy, begin_with_view(id), move |answer| match answer {
            Ok(()) => {
                toasts::tell(if now.default {
                    (t().log.begins_with)(t().log.all)
                } else {
                    (t().log.begins_with)(&now.name)
                });
                again.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    let delete = Callback::new(move |()| {
        let Some(now) = open.get_untracked() else { return };
        send(busy, delete_view(now.id), move |answer| match answer {
            Ok(()) => {
                toasts::tell((t().log.view_deleted)(&now.name));
                go.run(LogAddress { tab: ALL.to_owned(), ..LogAddress::default() });
                again.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Show when=move || changed() && own()>
            <Button label=move || t().log.save_changes icon=icondata_lu::LuSave busy=busy on_press=keep />
        </Show>
        <Popover
            name="view-actions"
            label=move || t().log.view_actions.to_owned()
            class="button button--ghost"
            icon=icondata_lu::LuEllipsis
            icon_only=true
            open=menu
        >
            <Button
                label=move || if begins() { t().log.begin_with_all } else { t().log.begin_with }
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPin
                on_press=begin
            />
            <Show when=own>
                <Button
                    label=move || t().log.edit_view
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    on_press=move || {
                        menu.set(false);
                        edit.run(());
                    }
                />
                <Button
                    label=move || t().log.delete_view
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuTrash2
                    on_press=move || {
                        menu.set(false);
                        deleting.set(true);
                    }
                />
            </Show>
        </Popover>
        <DeleteViewDialog open=deleting view=open on_yes=delete />
    }
}
