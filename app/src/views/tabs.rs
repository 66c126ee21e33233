//! Kept views of a list as tabs.

use super::api::{begin_with_view, delete_view, list_views, role_begins_with_view, save_view};
use super::dialog::{DeleteViewDialog, ViewDialog};
use super::shown::{ALL, Shown};
use crate::components::form::{send, tell};
use crate::components::{Badge, Button, ButtonKind, Popover, toasts};
use crate::staff::role_name;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::{Action as Deed, Role};
use domain::views::{SavedView, ViewForm, Words};
use leptos::prelude::*;

/// Goes to another state of a list.
type Go = Callback<(Words, String)>;

/// The tabs, and what can be done with the one that is open. A list of which nothing is said begins with the view its
/// member likes, or else with the one their role begins with.
#[component]
pub(crate) fn ViewTabs(
    /// The list as it is shown.
    shown: Shown,
) -> impl IntoView {
    let list = shown.list;
    let views = Resource::new_blocking(|| (), move |()| list_views(list));
    let go = shown.going();
    let again = Callback::new(move |()| views.refetch());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let saved = views.await.unwrap_or_default();
                begin_at_once(shown, &saved);
                view! { <Tabs saved=saved shown=shown go=go again=again /> }
            })}
        </Transition>
    }
}

#[component]
fn Tabs(saved: Vec<SavedView>, shown: Shown, go: Go, again: Callback<()>) -> impl IntoView {
    let saved = StoredValue::new(saved);
    begin_later(shown, saved, go);
    let open = Memo::new(move |_| {
        let tab = shown.tab.get();
        saved.with_value(|saved| saved.iter().find(|one| one.id.as_str() == tab).cloned())
    });
    let changed = move || match open.get() {
        Some(open) => shown.words.with(|words| *words != open.words),
        None => shown.words.with(|words| !words.is_empty()),
    };
    let (saving, is_new) = (RwSignal::new(false), RwSignal::new(true));
    let ask = move |new: bool| {
        is_new.set(new);
        saving.set(true);
    };
    let all = shown.href(&Words::new(), ALL);
    let is_all = Signal::derive(move || open.with(Option::is_none));
    let tab = |one: SavedView| {
        let (id, href) = (one.id.clone(), shown.href(&one.words, one.id.as_str()));
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
                <Actions open=open shown=shown go=go again=again edit=move |()| ask(false) />
            </Show>
            <Show when=changed>
                <Button
                    label=move || t().log.save_view
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuBookmarkPlus
                    on_press=move || ask(true)
                />
            </Show>
            <ViewDialog wanted=saving view=open is_new=is_new shown=shown go=go again=again />
        </nav>
    }
}

/// In the browser, whoever comes back to the bare list is led to the view it begins with.
fn begin_later(shown: Shown, saved: StoredValue<Vec<SavedView>>, go: Go) {
    Effect::new(move |_| {
        let begins = saved.with_value(|saved| saved.iter().find(|one| one.default).cloned());
        if let (true, Some(begins)) = (shown.is_bare(), begins) {
            go.run((begins.words, begins.id.to_string()));
        }
    });
}

/// The server leads there before anything is seen.
#[cfg(feature = "ssr")]
fn begin_at_once(shown: Shown, saved: &[SavedView]) {
    if let (true, Some(begins)) = (untrack(|| shown.is_bare()), saved.iter().find(|one| one.default)) {
        leptos_axum::redirect(&shown.href(&begins.words, begins.id.as_str()));
    }
}

/// In the browser the page goes there by itself.
#[cfg(not(feature = "ssr"))]
fn begin_at_once(shown: Shown, saved: &[SavedView]) {
    let _ = (shown, saved);
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
    shown: Shown,
    go: Go,
    again: Callback<()>,
    #[prop(into)] edit: Callback<()>,
) -> impl IntoView {
    let (menu, deleting, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let own = move || open.with(|open| open.as_ref().is_some_and(|open| open.own));
    let begins = move || open.with(|open| open.as_ref().is_some_and(|open| open.default));
    let changed =
        move || open.with(|open| open.as_ref().is_some_and(|open| shown.words.with(|words| *words != open.words)));
    let keep = Callback::new(move |()| {
        let Some(now) = open.get_untracked() else { return };
        let words = shown.words.get_untracked();
        let form = ViewForm { list: shown.list, name: now.name.clone(), shared: now.shared, words };
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
        send(busy, begin_with_view(shown.list, id), move |answer| match answer {
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
                go.run((Words::new(), ALL.to_owned()));
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
            <RoleBeginnings open=open shown=shown again=again />
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

/// Admins say for which roles the list begins with a shared view.
#[component]
fn RoleBeginnings(open: Memo<Option<SavedView>>, shown: Shown, again: Callback<()>) -> impl IntoView {
    let manages = viewer().may(Deed::ManageViews);
    let is_shared = move || open.with(|open| open.as_ref().is_some_and(|open| open.shared));
    let busy = RwSignal::new(false);
    let button = move |role: Role| {
        let begins = move || open.with(|open| open.as_ref().is_some_and(|open| open.roles.contains(&role)));
        let label = move || {
            let words = &t().log;
            let say = if begins() { words.role_begins_no_longer } else { words.role_begins };
            say(role_name(role))
        };
        let press = move || {
            let id = open.get_untracked().map(|open| open.id).filter(|_| !untrack(begins));
            send(busy, role_begins_with_view(shown.list, role, id), move |answer| match answer {
                Ok(()) => again.run(()),
                Err(fault) => tell(&fault),
            });
        };
        view! {
            <Button
                label=Signal::derive(label)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuUsers
                busy=busy
                on_press=press
            />
        }
    };
    view! { <Show when=move || manages.get() && is_shared()>{Role::ALL.map(button).collect_view()}</Show> }
}
