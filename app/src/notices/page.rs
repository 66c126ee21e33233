//! What one is told, latest first.

use super::api::{list_notices, read_notices};
use super::unread::Told;
use crate::components::form::{self, send};
use crate::components::{Ago, Avatar, Button, EmptyState, ErrorState, PageHead, Skeleton};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::texts::t;
use domain::notices::{News, Notice, Notices};
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// The page.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| list_notices(None));
    let again = Callback::new(move |()| first.refetch());
    let busy = RwSignal::new(false);
    let all = move |()| {
        send(busy, read_notices(None), move |answer| match answer {
            Ok(()) => again.run(()),
            Err(fault) => form::tell(&fault),
        });
    };
    view! {
        <PageHead title=move || t().notices.title>
            <Button label=move || t().notices.read_all icon=icondata_lu::LuCheckCheck busy=busy on_press=all />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=6 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <List first=page /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn rows(page: Notices) -> Page<Notice> {
    Page { rows: page.rows, next: page.next }
}

#[component]
fn List(first: Notices) -> impl IntoView {
    let growing = Growing::new(rows(first), |from: Cursor| async move { list_notices(Some(from)).await.map(rows) })
        .once(|a, b| a.id == b.id);
    if let Some(told) = Told::here() {
        Effect::new(move |before: Option<u32>| {
            let changes = told.changes();
            if before.is_some_and(|before| before != changes) {
                let newest = async { list_notices(None).await.map(rows) };
                growing.ask(newest, move |page| growing.renew(page));
            }
            changes
        });
    }
    view! {
        <Show
            when=move || growing.rows.with(|rows| !rows.is_empty())
            fallback=|| {
                view! {
                    <EmptyState
                        icon=icondata_lu::LuBell
                        title=move || t().notices.none_title
                        text=move || t().notices.none_text
                    />
                }
            }
        >
            <ul class="notices">
                <For each=move || growing.rows.get() key=Clone::clone let(notice)>
                    <Row notice=notice />
                </For>
            </ul>
        </Show>
        <MoreRows growing=growing />
    }
}

/// What happened, in a line.
pub(super) fn headline(notice: &Notice) -> String {
    let from = notice.from.as_ref().map_or_else(|| t().notices.a_rule.to_owned(), |from| from.name.clone());
    match &notice.news {
        News::Mention { about_name, .. } => (t().notices.mention)(&from, about_name),
        News::HandedOver { whose, records } => (t().notices.handed_over)(&from, whose, *records),
        News::Imported { records } => (t().notices.imported)(*records),
        News::Given { about_name, .. } => (t().notices.given)(about_name),
    }
}

/// Where it leads.
pub(super) fn place(notice: &Notice) -> Route {
    match &notice.news {
        News::Mention { about, .. } | News::Given { about, .. } => Route::of(about),
        News::HandedOver { .. } | News::Imported { .. } => Route::Customers,
    }
}

#[component]
fn Row(notice: Notice) -> impl IntoView {
    let busy = RwSignal::new(false);
    let id = StoredValue::new(notice.id.clone());
    let unread = !notice.read;
    let opened = move |_| {
        if unread {
            send(busy, read_notices(Some(id.get_value())), |_| {});
        }
    };
    let who = notice.from.as_ref().map(|from| from.name.clone()).unwrap_or_default();
    let excerpt = match &notice.news {
        News::Mention { excerpt, .. } => Some(excerpt.clone()),
        News::HandedOver { .. } | News::Imported { .. } | News::Given { .. } => None,
    };
    let (href, at) = (place(&notice).href(), notice.at);
    view! {
        <li class="notice" class:is-unread=unread>
            <Avatar name=who />
            <div class="notice__body">
                <a class="notice__title" href=href on:click=opened>{move || headline(&notice)}</a>
                {excerpt.map(|text| view! { <p class="notice__text">{text}</p> })}
            </div>
            <span class="notice__when">
                {unread.then(|| view! { <span class="visually-hidden">{move || t().notices.is_unread}</span> })}
                <Ago at=at />
            </span>
        </li>
    }
}
