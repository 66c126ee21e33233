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
    let saved = Memo::new(move |_| views.get().and_then(Result::ok).unwrap_or_default());
    let begins = move || saved.with(|saved| saved.iter().find(|one| one.default).map(at));
    Effect::new(move |_| {
        if let (true, Some(begins)) = (address.with(LogAddress::is_bare), begins()) {
            go.run(begins);
        }
    });
    let open = Memo::new(move |_| {
        let tab = address.with(|address| address.tab.clone());
        saved.with(|saved| saved.iter().find(|one| one.id.as_str() == tab).cloned())
    });
    let changed = move || match open.get() {
        Some(open) => address.with(|address| address.view != open.view),
        None => address.with(|address| address.view != LogView::default()),
    };
    let (saving, is_new) = (RwSignal::new(false), RwSignal::new(true));
    let again = Callback::new(move |()| views.refetch());
    let all = || LogAddress { tab: ALL.to_owned(), ..LogAddress::default() };
    let tabs = move || {
        let tab = |one: SavedView| {
            let (id, href) = (one.id.clone(), at(&one).href());
            let current = Signal::derive(move || open.with(|open| open.as_ref().is_some_and(|open| open.id == id)));
            view! { <Tab href=href name=one.name current=current shared=one.shared /> }
        };
        saved.get().into_iter().map(tab).collect_view()
    };
    view! {
        <nav class="tabs" aria-label=move || t().log.views>
            <ul class="tabs__list">
                <Tab href=all().href() name=Signal::derive(|| t().log.all.to_owned()) current=Signal::derive(move || open.with(Option::is_none)) shared=false />
                <Transition>
                    {move || Suspend::new(async move {
                        begin_at_once(address, views.await.as_deref().unwrap_or_default());
                        tabs
                    })}
                </Transition>
            </ul>
            <Show when=move || open.with(Option::is_some)>
                <Actions open=open address=address go=go again=again edit=Callback::new(move |()| {
                    is_new.set(false);
                    saving.set(true);
                }) />
            </Show>
            <Show when=changed>
                <Button
                    label=move || t().log.save_view
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuBookmarkPlus
                    on_press=move || {
                        is_new.set(true);
                        saving.set(true);
                    }
                />
            </Show>
            <ViewDialog open=saving view=open is_new=is_new address=address go=go again=again />
        </nav>
    }
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
    edit: Callback<()>,
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
