//! What stands around a chart: its name, and the way to the table behind it.

use crate::components::{Button, ButtonKind};
use crate::texts::t;
use leptos::prelude::*;

/// A chart with a table behind it.
#[component]
pub fn Chart(
    /// What it shows.
    #[prop(into)]
    title: Signal<String>,
    /// The picture.
    #[prop(into)]
    picture: ViewFn,
    /// The same numbers as rows of a table: head and body.
    #[prop(into)]
    table: ViewFn,
) -> impl IntoView {
    let shows_table = RwSignal::new(false);
    let label = move || if shows_table.get() { t().dashboard.show_chart } else { t().dashboard.show_table };
    let named = move || format!("{}: {}", title.get(), label());
    view! {
        <section class="chart" aria-label=title>
            <header class="chart__head">
                <h2 class="chart__title">{title}</h2>
                <span class="chart__switch" title=named>
                    <Button
                        label=label
                        kind=ButtonKind::Ghost
                        icon=Signal::derive(move || {
                            if shows_table.get() { icondata_lu::LuChartColumn } else { icondata_lu::LuTable }
                        })
                        on_press=move || shows_table.update(|shows| *shows = !*shows)
                    />
                </span>
            </header>
            <Show when=move || shows_table.get() fallback=move || picture.run()>
                <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                    <table class="table chart__table">{table.run()}</table>
                </div>
            </Show>
        </section>
    }
}
