//! Rows that cannot be taken: listed, and to take home.

use super::api::import_problems;
use super::words::{count, problems_in};
use crate::components::{ErrorState, Icon, Skeleton};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::texts::t;
use domain::ids::ImportId;
use domain::imports::BadRow;
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// The rows with everything that is wrong with each.
#[component]
pub(super) fn Problems(
    /// Of which import.
    id: ImportId,
    /// The names of its columns.
    heads: StoredValue<Vec<String>>,
) -> impl IntoView {
    let asked = id.clone();
    let first = Resource::new(|| (), move |()| import_problems(asked.clone(), None));
    let again = Callback::new(move |()| first.refetch());
    let file = format!("{}/rejected.csv", Route::Import(id.clone()).href());
    let id = StoredValue::new(id);
    view! {
        <section class="panel" aria-labelledby="import-problems">
            <h2 class="panel__title" id="import-problems">{move || t().imports.problems}</h2>
            <p class="panel__text">{move || t().imports.problems_text}</p>
            <p>
                // Not a page: the browser saves it.
                <a class="button button--secondary" href=file rel="external" download="">
                    <Icon icon=icondata_lu::LuDownload />
                    <span class="button__label">{move || t().imports.download}</span>
                </a>
            </p>
            <Suspense fallback=|| view! { <Skeleton rows=4 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <BadRows first=page id=id.get_value() heads=heads /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Suspense>
        </section>
    }
}

#[component]
fn BadRows(first: Page<BadRow>, id: ImportId, heads: StoredValue<Vec<String>>) -> impl IntoView {
    let growing = Growing::new(first, move |from: Cursor| import_problems(id.clone(), Some(from)));
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().imports.rejected>
            <table class="table bad-rows">
                <thead>
                    <tr>
                        <th scope="col" class="table__figure">{move || t().imports.line}</th>
                        <th scope="col">{move || t().imports.why}</th>
                        <th scope="col">{move || t().imports.cells}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=|row| row.line let(row)>
                        <BadLine row=row heads=heads />
                    </For>
                </tbody>
            </table>
        </div>
        <MoreRows growing=growing />
    }
}

#[component]
fn BadLine(row: BadRow, heads: StoredValue<Vec<String>>) -> impl IntoView {
    let cells = row.cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    let (line, problems) = (row.line, row.problems);
    let why = move || {
        let words = heads.with_value(|heads| problems_in(t(), heads, &problems));
        words.into_iter().map(|why| view! { <li>{why}</li> }).collect_view()
    };
    view! {
        <tr>
            <th scope="row" class="table__figure">{move || count(line)}</th>
            <td><ul class="bad-rows__why">{why}</ul></td>
            <td class="bad-rows__cells">{cells}</td>
        </tr>
    }
}
