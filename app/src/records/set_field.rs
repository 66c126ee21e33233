//! Giving a field the same value at every chosen row.

use super::cell::stages_of;
use super::columns::entity;
use super::words;
use crate::components::{Button, ButtonKind, CheckList, Select, TextField};
use crate::custom::api::custom_fields;
use crate::pipelines::api::list_pipelines;
use crate::texts::t;
use domain::bulk::Deed;
use domain::cells::Cell;
use domain::custom::{CustomField, Kind, NO, YES};
use domain::ids::CustomFieldId;
use domain::lists::List;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A field that many records can have alike.
#[derive(Clone, Debug, PartialEq)]
enum Many {
    Usual(Cell),
    Custom(CustomField),
}

impl Many {
    fn word(&self) -> String {
        match self {
            Self::Usual(cell) => format!("{cell:?}"),
            Self::Custom(field) => field.id.to_string(),
        }
    }

    fn name(&self, list: List) -> String {
        match self {
            Self::Usual(cell) => words::cell(list, *cell).to_owned(),
            Self::Custom(field) => field.name.clone(),
        }
    }

    fn deed(&self, said: Vec<String>) -> Deed {
        match self {
            Self::Usual(cell) => Deed::Set { cell: *cell, value: said.into_iter().next().unwrap_or_default() },
            Self::Custom(field) => Deed::SetCustom { field: CustomFieldId::new(field.id.as_str()), said },
        }
    }

    /// What it can be, where it is chosen.
    fn choices(&self, stages: &[(String, String)]) -> Option<Vec<(String, String)>> {
        match self {
            Self::Usual(Cell::Stage) => Some(stages.to_vec()),
            Self::Usual(_) => None,
            Self::Custom(field) => match field.kind {
                Kind::YesNo => {
                    Some(vec![(YES.to_owned(), t().custom.yes.to_owned()), (NO.to_owned(), t().custom.no.to_owned())])
                }
                Kind::Choice | Kind::Choices => {
                    let offered = field.offered(&[]).into_iter();
                    Some(offered.map(|choice| (choice.id.to_string(), choice.name.clone())).collect())
                }
                _ => None,
            },
        }
    }

    fn is_several(&self) -> bool {
        matches!(self, Self::Custom(field) if field.kind == Kind::Choices)
    }

    fn is_day(&self) -> bool {
        match self {
            Self::Usual(cell) => *cell == Cell::CloseOn,
            Self::Custom(field) => field.kind == Kind::Date,
        }
    }
}

/// Which field, and what it becomes; nothing empties it.
#[component]
pub(super) fn SetField(
    /// Of which list.
    list: List,
    /// Told what shall happen.
    act: Callback<Deed>,
    /// Whether this is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let usual = Cell::of_many(list).iter().copied().map(Many::Usual).collect::<Vec<_>>();
    let first = usual.first().map(Many::word).unwrap_or_default();
    let (fields, stages) = (RwSignal::new(usual), RwSignal::new(Vec::<(String, String)>::new()));
    let (chosen, said) = (RwSignal::new(first), RwSignal::new(Vec::<String>::new()));
    spawn_local(async move {
        // Without one of these lists there is less to choose from.
        if let Ok(all) = custom_fields(entity(list)).await {
            fields.try_update(|fields| fields.extend(all.into_iter().map(Many::Custom)));
        }
        if list == List::Deals
            && let Ok(all) = list_pipelines().await
        {
            stages.try_set(all.iter().flat_map(stages_of).collect());
        }
    });
    let options =
        move || fields.with(|fields| fields.iter().map(|one| (one.word(), one.name(list))).collect::<Vec<_>>());
    let field = Memo::new(move |before: Option<&Option<Many>>| {
        let word = chosen.get();
        let now = fields.with(|fields| fields.iter().find(|one| one.word() == word).cloned());
        if before.is_some_and(|before| *before != now) {
            said.set(Vec::new());
        }
        now
    });
    let press = move || {
        if let Some(field) = field.get_untracked() {
            open.set(false);
            act.run(field.deed(said.get_untracked()));
        }
    };
    view! {
        <div class="bulk__form">
            <Select name="bulk-field" label=move || t().records.field value=chosen options=Signal::derive(options) />
            {move || field.get().map(|field| view! { <Value field=field stages=stages said=said /> })}
            <Button label=move || t().records.set_field kind=ButtonKind::Primary on_press=press />
        </div>
    }
}

#[component]
fn Value(field: Many, stages: RwSignal<Vec<(String, String)>>, said: RwSignal<Vec<String>>) -> impl IntoView {
    let one = RwSignal::new(String::new());
    Effect::new(move |_| one.with(|one| said.set(if one.is_empty() { Vec::new() } else { vec![one.clone()] })));
    let label = move || t().records.value;
    if field.is_several() {
        let options = field.choices(&[]).unwrap_or_default();
        let choose = move |now: Vec<String>| said.set(now);
        return view! { <CheckList name="bulk-value" label=label chosen=said on_choose=choose options=options /> }
            .into_any();
    }
    let kind = if field.is_day() { "date" } else { "text" };
    if field.choices(&[]).is_none() {
        return view! { <TextField name="bulk-value" label=label value=one kind=kind /> }.into_any();
    }
    let options = move || {
        let nothing = (String::new(), t().custom.nothing.to_owned());
        std::iter::once(nothing)
            .chain(stages.with(|stages| field.choices(stages)).unwrap_or_default())
            .collect::<Vec<_>>()
    };
    view! { <Select name="bulk-value" label=label value=one options=Signal::derive(options) /> }.into_any()
}
