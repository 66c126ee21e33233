//! Which columns a list has, and in which order.

use super::words;
use crate::components::ordering::{self, MoveButton};
use crate::components::{Button, ButtonKind, Dialog, Skeleton};
use crate::custom::api::custom_fields;
use crate::custom::words::value;
use crate::fetched::{Part, fetched};
use crate::texts::t;
use domain::custom::{CustomField, Entity, Values};
use domain::lists::{List, ListColumn, ShownColumn};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A column as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Column {
    /// One that every installation has.
    Usual(ListColumn),
    /// A field that the installation defines.
    Custom(CustomField),
}

/// Those that an address names; of fields that are no more there are none.
pub(crate) fn columns(list: List, word: &str, fields: &[CustomField]) -> Vec<Column> {
    let column = |shown| match shown {
        ShownColumn::Usual(column) => Some(Column::Usual(column)),
        ShownColumn::Custom(id) => fields.iter().find(|field| field.id == id).cloned().map(Column::Custom),
    };
    list.shown(word).into_iter().filter_map(column).collect()
}

/// Whose custom fields a list shows.
pub(crate) fn entity(list: List) -> Entity {
    match list {
        List::Companies => Entity::Company,
        List::Deals => Entity::Deal,
        List::Calls | List::Customers => Entity::Customer,
    }
}

/// The head of a column by which the list is not ordered.
pub(crate) fn head(list: List, column: &Column) -> AnyView {
    match column {
        Column::Usual(usual) => {
            let usual = *usual;
            view! { <th scope="col" class=class(usual)>{move || words::column(list, usual)}</th> }.into_any()
        }
        Column::Custom(field) => view! { <th scope="col" class="table__extra">{field.name.clone()}</th> }.into_any(),
    }
}

/// What a line says in a custom field.
pub(crate) fn custom_cell(field: &CustomField, values: &Values) -> AnyView {
    let (field, has) = (field.clone(), values.get(&field.id).cloned());
    let shown = move || has.as_ref().map(|has| value(t(), &field, has)).unwrap_or_default();
    view! { <td class="table__extra">{shown}</td> }.into_any()
}

/// The class of a column's head and cells. Those that are shown only where somebody chose them are no part of a card.
pub(crate) fn class(column: ListColumn) -> String {
    let extra = [ListColumn::Email, ListColumn::Address, ListColumn::Tags, ListColumn::Created];
    let figure = if column == ListColumn::Amount { " table__figure" } else { "" };
    let extra = if extra.contains(&column) { " table__extra" } else { "" };
    format!("column-{}{figure}{extra}", column.as_str())
}

fetched! {
    lists {
        choices((List, Signal<String>, Callback<String>)) = |(list, shown, on_change)| {
            view! { <Choices list=list shown=shown on_change=on_change /> }.into_any()
        };
    }
}

/// Chooses columns and puts them in order; those that are always there are not asked about.
#[component]
pub(crate) fn ColumnChooser(
    /// Of which list.
    list: List,
    /// Those that are shown, as the address has them.
    #[prop(into)]
    shown: Signal<String>,
    /// Told others.
    on_change: Callback<String>,
) -> impl IntoView {
    let (open, inside) = (RwSignal::new(false), Part::new(choices));
    let press = move || inside.before(move || open.set(true));
    view! {
        <Button label=move || t().records.columns icon=icondata_lu::LuColumns3 on_press=press />
        <Dialog open=open title=move || t().records.columns>
            {inside.show((list, shown, on_change))}
        </Dialog>
    }
}

#[component]
fn Choices(list: List, shown: Signal<String>, on_change: Callback<String>) -> impl IntoView {
    let fields = RwSignal::new(None::<Vec<CustomField>>);
    spawn_local(async move {
        // Without the fields there is less to choose; the rows say what is wrong.
        fields.try_set(Some(custom_fields(entity(list)).await.unwrap_or_default()));
    });
    move || match fields.get() {
        None => view! { <Skeleton rows=6 /> }.into_any(),
        Some(fields) => {
            let fields = StoredValue::new(fields);
            view! { <Rows list=list fields=fields shown=shown on_change=on_change /> }.into_any()
        }
    }
}

/// Those that are shown first; ticked or not, a row stays where it is.
#[component]
fn Rows(
    list: List,
    fields: StoredValue<Vec<CustomField>>,
    shown: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    let now = Memo::new(move |_| free(list.shown(&shown.get()), fields));
    let rows = RwSignal::new(every(list, &now.get_untracked(), fields));
    let choose = Callback::new(move |shown: Vec<ShownColumn>| {
        let fixed = list.columns().iter().copied().filter(|column| column.is_fixed()).map(ShownColumn::Usual);
        let free = rows.get_untracked().into_iter().filter(|row| shown.contains(row));
        on_change.run(list.shown_word(&fixed.chain(free).collect::<Vec<_>>()));
    });
    let usual = move || {
        on_change.run(String::new());
        rows.set(every(list, &free(list.shown(""), fields), fields));
    };
    view! {
        <ul class="column-list" aria-label=move || t().records.columns>
            <For each=move || rows.get() key=ShownColumn::clone let(column)>
                <Choice list=list column=column fields=fields rows=rows now=now choose=choose />
            </For>
        </ul>
        <Button label=move || t().log.usual_columns kind=ButtonKind::Ghost icon=icondata_lu::LuRotateCcw on_press=usual />
    }
}

/// These, and then every other column.
fn every(list: List, first: &[ShownColumn], fields: StoredValue<Vec<CustomField>>) -> Vec<ShownColumn> {
    let custom = fields.with_value(|all| all.iter().map(|field| field.id.clone()).collect::<Vec<_>>());
    let all = list.columns().iter().copied().map(ShownColumn::Usual).chain(custom.into_iter().map(ShownColumn::Custom));
    let others = free(all.collect(), fields).into_iter().filter(|column| !first.contains(column));
    first.iter().cloned().chain(others).collect()
}

/// Those that can be taken away and are still there.
fn free(columns: Vec<ShownColumn>, fields: StoredValue<Vec<CustomField>>) -> Vec<ShownColumn> {
    let is_free = |column: &ShownColumn| match column {
        ShownColumn::Usual(column) => !column.is_fixed(),
        ShownColumn::Custom(id) => fields.with_value(|fields| fields.iter().any(|field| field.id == *id)),
    };
    columns.into_iter().filter(is_free).collect()
}

/// One column: whether it is shown, and a place up or down.
#[component]
fn Choice(
    list: List,
    column: ShownColumn,
    fields: StoredValue<Vec<CustomField>>,
    rows: RwSignal<Vec<ShownColumn>>,
    now: Memo<Vec<ShownColumn>>,
    choose: Callback<Vec<ShownColumn>>,
) -> impl IntoView {
    let anchor = format!("column-{}", column.word());
    let named = column.clone();
    let name = Signal::derive(move || match &named {
        ShownColumn::Usual(column) => words::column(list, *column).to_owned(),
        ShownColumn::Custom(id) => {
            let of = |fields: &Vec<CustomField>| fields.iter().find(|field| field.id == *id).map(|f| f.name.clone());
            fields.with_value(of).unwrap_or_default()
        }
    });
    let (mine, moving) = (column.clone(), StoredValue::new((column.clone(), anchor.clone())));
    let is_shown = Memo::new(move |_| now.with(|now| now.contains(&mine)));
    let toggle = move |_| {
        let mut columns = now.get_untracked();
        match columns.iter().position(|one| *one == column) {
            Some(at) => drop(columns.remove(at)),
            None => columns.push(column.clone()),
        }
        choose.run(columns);
    };
    let button = move |step: isize| {
        let (id, anchor) = moving.get_value();
        let label = move || {
            let say = if step < 0 { t().custom.up } else { t().custom.down };
            say(&name.get())
        };
        let put = move |order| {
            rows.set(order);
            choose.run(now.get_untracked());
            ordering::keep_focus(anchor.clone(), step);
        };
        view! { <MoveButton id=id all=rows.into() step=step label=Signal::derive(label) busy=RwSignal::new(false) on_move=Callback::new(put) /> }
    };
    view! {
        <li class="column-list__row" id=anchor>
            <label class="checkbox">
                <input type="checkbox" class="checkbox__box" prop:checked=is_shown on:change=toggle />
                <span>{name}</span>
            </label>
            <span class="choice__actions">{button(-1)} {button(1)}</span>
        </li>
    }
}
