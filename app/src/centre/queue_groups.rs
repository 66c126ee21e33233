//! The groups that serve a queue: as many rows as it takes.

use super::desk::desk;
use super::options::one_of;
use super::words;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Select};
use crate::texts::t;
use domain::centre::{Kind, Part, Rank, RouteRow};
use domain::fields::Field;
use domain::ids::GroupId;
use leptos::prelude::*;

/// A row.
#[derive(Clone, Copy, PartialEq)]
struct Row {
    key: usize,
    group: RwSignal<String>,
    rank: RwSignal<String>,
}

/// The rows, each with a key of its own.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    all: RwSignal<Vec<Row>>,
    next: StoredValue<usize>,
}

const RANKS: [Rank; 2] = [Rank::Primary, Rank::Secondary];

fn rank_word(rank: Rank) -> &'static str {
    match rank {
        Rank::Primary => "primary",
        Rank::Secondary => "secondary",
    }
}

impl Rows {
    /// Filled with what is there.
    pub(super) fn of(routes: &[RouteRow]) -> Self {
        let rows = Self { all: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        routes.iter().for_each(|route| rows.add(route.group.as_str(), route.rank));
        rows
    }

    /// What is filled in.
    pub(super) fn form(self) -> Vec<RouteRow> {
        let row = |row: &Row| RouteRow {
            group: GroupId::new(row.group.get()),
            rank: row.rank.with(|word| RANKS.into_iter().find(|rank| rank_word(*rank) == word).unwrap_or_default()),
        };
        self.all.with(|all| all.iter().map(row).collect())
    }

    fn add(self, group: &str, rank: Rank) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let row = Row { key, group: RwSignal::new(group.to_owned()), rank: RwSignal::new(rank_word(rank).to_owned()) };
        self.all.update(|all| all.push(row));
    }

    fn remove(self, key: usize) {
        self.all.update(|all| all.retain(|row| row.key != key));
    }

    fn place(self, key: usize) -> usize {
        self.all.with(|all| all.iter().position(|row| row.key == key).unwrap_or_default())
    }
}

/// The rows and one more of them.
#[component]
pub(super) fn GroupRows(
    /// What is filled in.
    rows: Rows,
    /// What is wrong with it.
    errors: FieldErrors,
) -> impl IntoView {
    let desk = desk();
    let has_groups = Memo::new(move |_| desk.draft(|draft| draft.groups().next().is_some()));
    view! {
        <fieldset class="group-rows">
            <legend class="field__label">{move || t().centre.things.serving}</legend>
            <p class="field__hint">{move || t().centre.things.serving_hint}</p>
            <For each=move || rows.all.get() key=|row| row.key let(row)>
                <GroupRow row=row rows=rows errors=errors />
            </For>
            <Button
                label=move || t().centre.things.add_group
                icon=icondata_lu::LuPlus
                disabled=Signal::derive(move || !has_groups.get())
                reason=Signal::derive(|| Some(t().centre.things.needs_groups.to_owned()))
                on_press=move || {
                    errors.clear();
                    rows.add("", Rank::Primary);
                }
            />
        </fieldset>
    }
}

#[component]
fn GroupRow(row: Row, rows: Rows, errors: FieldErrors) -> impl IntoView {
    let desk = desk();
    let place = Memo::new(move |_| rows.place(row.key));
    let counted = move |words: fn(usize) -> String| Signal::derive(move || words(place.get() + 1));
    let ranks = || RANKS.map(|rank| (rank_word(rank).to_owned(), words::capital(words::rank(rank)))).to_vec();
    view! {
        <div class="group-row">
            <Select
                name=format!("group-{}", row.key)
                label=counted(|n| (t().centre.things.group_in_row)(n))
                value=row.group
                options=Signal::derive(move || one_of(desk, Kind::Group))
                error=Signal::derive(move || errors.at(Field::CentreRow(place.get(), Part::Group)).get())
            />
            <Select
                name=format!("rank-{}", row.key)
                label=counted(|n| (t().centre.things.rank_in_row)(n))
                value=row.rank
                options=Signal::derive(ranks)
            />
            <Button
                label=counted(|n| (t().centre.things.remove_row)(n))
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move || {
                    // What was wrong was said of places, and those move.
                    errors.clear();
                    rows.remove(row.key);
                }
            />
        </div>
    }
}
