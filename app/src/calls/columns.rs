//! Which columns the log has.

use super::cells;
use super::log_address::{Go, LogAddress};
use crate::components::{Button, ButtonKind, CheckList, Popover};
use crate::texts::t;
use domain::calls::Column;
use domain::views::LogView;
use leptos::prelude::*;

/// Chooses columns; those that are always there are not asked about.
#[component]
pub(super) fn ColumnChooser(
    /// What the address says now.
    address: Memo<LogAddress>,
    /// The columns that are shown.
    columns: Memo<Vec<Column>>,
    /// Goes to another state.
    go: Go,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let choose = move |chosen: Option<Vec<Column>>| {
        let now = address.get_untracked();
        go.run(LogAddress { view: LogView { columns: chosen, ..now.view }, tab: now.tab });
    };
    let options = || {
        let free = Column::ALL.into_iter().filter(|column| !Column::FIXED.contains(column));
        free.map(|column| (column.as_str().to_owned(), cells::head(column, t()).to_owned())).collect::<Vec<_>>()
    };
    let chosen = move || columns.get().into_iter().map(|column| column.as_str().to_owned()).collect::<Vec<_>>();
    let tick = move |words: Vec<String>| choose(Some(Column::of_words(words.iter().map(String::as_str))));
    view! {
        <Popover name="columns" label=move || t().log.columns.to_owned() icon=icondata_lu::LuColumns3 open=open>
            <CheckList
                name="columns"
                label=move || t().log.columns
                chosen=Signal::derive(chosen)
                on_choose=tick
                options=Signal::derive(options)
            />
            <Button
                label=move || t().log.usual_columns
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuRotateCcw
                on_press=move || choose(None)
            />
        </Popover>
    }
}
