//! The page that admins search.

use super::address::{audit_query, file};
use super::entry::Row;
use super::filters::Filters;
use super::list_audit;
use crate::components::{ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::query_here::query_here;
use crate::export::ExportButton;
use crate::routes::Route;
use crate::texts::t;
use domain::audit::{AuditQuery, Event};
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// Who changed what.
#[component]
pub fn AuditPage() -> impl IntoView {
    let here = query_here();
    let query = Memo::new(move |_| here.with(|here| audit_query(|name| here.get_str(name).map(str::to_owned))));
    let first = Resource::new_blocking(move || query.get(), list_audit);
    let retry = Callback::new(move |()| first.refetch());
    let files = Signal::derive(move || vec![("CSV", query.with(file))]);
    view! {
        <PageHead title=move || t().audit.title>
            <LinkButton
                label=move || t().staff.title
                route=Route::Staff
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
            <ExportButton words=|| &t().audit.export files=files />
        </PageHead>
        <p class="audit__intro">{move || t().audit.intro}</p>
        <Filters query=query />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <Entries first=page asked=query.get_untracked() /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Entries(first: Page<Event>, asked: AuditQuery) -> impl IntoView {
    let growing =
        Growing::new(first, move |from: Cursor| list_audit(AuditQuery { after: Some(from), ..asked.clone() }));
    let rows = growing.rows;
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=|| {
                view! {
                    <EmptyState
                        icon=icondata_lu::LuScrollText
                        title=move || t().audit.none_title
                        text=move || t().audit.none_text
                    />
                }
            }
        >
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().audit.title>
                <table class="table audit">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().audit.when}</th>
                            <th scope="col">{move || t().audit.who}</th>
                            <th scope="col">{move || t().audit.what}</th>
                            <th scope="col">{move || t().audit.record}</th>
                            <th scope="col">{move || t().audit.details}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|event| event.id.clone() let(event)>
                            <Row event=event />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
        <MoreRows growing=growing />
    }
}
