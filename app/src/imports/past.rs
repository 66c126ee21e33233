//! The imports there were.

use super::api::list_imports;
use super::words::{count, look, state};
use crate::components::{Ago, Badge, EmptyState};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::texts::t;
use domain::imports::Import;
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// A table of them, or what an import is good for.
#[component]
pub(super) fn PastImports(
    /// The first page.
    first: Page<Import>,
) -> impl IntoView {
    if first.rows.is_empty() {
        return view! {
            <EmptyState
                icon=icondata_lu::LuFileSpreadsheet
                title=move || t().imports.none_title
                text=move || t().imports.none_text
            />
        }
        .into_any();
    }
    let growing = Growing::new(first, |from: Cursor| list_imports(Some(from)));
    view! {
        <div>
            <h2 class="imports__heading" id="past-imports">{move || t().imports.past}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="past-imports">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().imports.file}</th>
                            <th scope="col">{move || t().imports.state}</th>
                            <th scope="col" class="table__figure">{move || t().imports.rows}</th>
                            <th scope="col">{move || t().imports.by}</th>
                            <th scope="col">{move || t().imports.at}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || growing.rows.get() key=|row| row.id.clone() let(import)>
                            <PastImport import=import />
                        </For>
                    </tbody>
                </table>
            </div>
            <MoreRows growing=growing />
        </div>
    }
    .into_any()
}

#[component]
fn PastImport(import: Import) -> impl IntoView {
    let (now, rows) = (import.state, import.rows);
    let (tone, icon) = look(now);
    view! {
        <tr>
            <th scope="row" class="imports__file">
                <a href=Route::Import(import.id).href()>{import.file}</a>
            </th>
            <td><Badge tone=tone icon=Signal::stored(icon) label=move || state(now) /></td>
            <td class="table__figure">{move || count(rows)}</td>
            <td>{import.by.name}</td>
            <td><Ago at=import.at /></td>
        </tr>
    }
}
