//! The page of all things of a kind: their list, the way to one more, and what stands there while there is none.

use super::desk::desk;
use crate::components::{ButtonKind, EmptyState, Glyph, LinkButton, PageHead};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::Centre;
use leptos::prelude::*;

/// Something said in the viewer's language.
pub(super) type Words = fn() -> &'static str;

/// A kind of thing, as its pages speak of it.
#[derive(Clone)]
pub(super) struct Things {
    /// Where all of them are.
    pub page: CentrePage,
    /// What all of them are called.
    pub title: Words,
    /// Where one more is made.
    pub one_more: CentrePage,
    /// What a new one is called.
    pub new: Words,
    /// Drawn while there is none.
    pub icon: Glyph,
    /// Said while there is none.
    pub none: Words,
    /// What to do then.
    pub none_text: Words,
}

/// The head of their page.
#[component]
pub(super) fn ThingsHead(
    /// Whose.
    of: Things,
) -> impl IntoView {
    let title = of.title;
    view! {
        <PageHead title=title>
            <OneMore of=of />
        </PageHead>
    }
}

/// Their list; the last column says what is wrong with each.
#[component]
pub(super) fn ThingTable<T: Clone + PartialEq + Send + Sync + 'static>(
    /// Whose.
    of: Things,
    /// What is said above each column but the last; the second value: only where there is room.
    heads: &'static [(Words, bool)],
    /// All of them.
    all: fn(&Centre) -> Vec<T>,
    /// One of them.
    row: fn(T) -> AnyView,
) -> impl IntoView {
    let desk = desk();
    let things = Memo::new(move |_| desk.draft(all));
    let rows = move || things.get().into_iter().map(row).collect_view();
    let title = of.title;
    let head = |(words, wide): (Words, bool)| {
        view! { <th scope="col" class=wide.then_some("centre-list__wide")>{words}</th> }
    };
    view! {
        <Show when=move || things.with(|all| !all.is_empty()) fallback=move || view! { <NoThings of=of.clone() /> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=title>
                <table class="table centre-list">
                    <thead>
                        <tr>
                            {heads.iter().copied().map(head).collect_view()}
                            <th scope="col">{move || t().centre.things.checks}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn NoThings(of: Things) -> impl IntoView {
    view! {
        <EmptyState icon=of.icon title=of.none text=of.none_text>
            <OneMore of=of.clone() />
        </EmptyState>
    }
}

#[component]
fn OneMore(of: Things) -> impl IntoView {
    view! {
        <LinkButton route=Route::from(of.one_more) label=of.new kind=ButtonKind::Primary icon=icondata_lu::LuPlus />
    }
}
