//! Asking more of a list than the fields above it do: conditions, all or any of which hold, in groups.

use super::columns::entity;
use super::conditions::{Draft, Group, Row};
use super::words;
use crate::components::words::problem;
use crate::components::{Button, ButtonKind, CheckList, Dialog, Segmented};
use crate::custom::api::custom_fields;
use crate::customers::api::colleagues;
use crate::fetched::{Part, fetched};
use crate::pipelines::api::list_pipelines;
use crate::surroundings::viewer;
use crate::tags::api::list_tags;
use crate::texts::t;
use domain::custom::{CustomField, NO, YES};
use domain::filters::{Filter, FilterField, Kind, ME, NOBODY, Operator, Reader};
use domain::ids::StaffId;
use domain::lists::List;
use domain::pipelines::StageKind;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

const ALL: &str = "all";
const ANY: &str = "any";

fetched! {
    lists {
        conditions((List, Filter, RwSignal<bool>, Callback<Filter>)) = |(list, filter, open, on_change)| {
            view! { <Conditions list=list filter=filter open=open on_change=on_change /> }.into_any()
        };
    }
}

/// The button that opens the filter, and says how much it asks.
#[component]
pub(crate) fn FilterButton(
    /// Of which list.
    list: List,
    /// What is asked now.
    filter: Memo<Filter>,
    /// Told what shall be asked.
    #[prop(into)]
    on_change: Callback<Filter>,
) -> impl IntoView {
    let (open, inside) = (RwSignal::new(false), Part::new(conditions));
    let label = move || match filter.with(Filter::count) {
        0 => t().records.filter.to_owned(),
        count => (t().records.filter_of)(count),
    };
    let is_on = move || filter.with(|filter| !filter.is_empty());
    view! {
        <Button label=Signal::derive(label) icon=icondata_lu::LuListFilter on_press=move || inside.before(move || open.set(true)) />
        <Show when=is_on>
            <Button
                label=move || t().records.clear
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                on_press=move || on_change.run(Filter::default())
            />
        </Show>
        <Dialog open=open title=move || t().records.filter>
            {inside.show((list, filter.get_untracked(), open, on_change))}
        </Dialog>
    }
}

/// What conditions can be made of: members, tags, and the fields that the installation defines.
#[derive(Clone, Copy)]
struct Known {
    list: List,
    members: RwSignal<Vec<(String, String)>>,
    tags: RwSignal<Vec<(String, String)>>,
    stages: RwSignal<Vec<(String, String)>>,
    custom: RwSignal<Vec<CustomField>>,
}

impl Known {
    fn of(list: List) -> Self {
        let known = Self {
            list,
            members: RwSignal::new(Vec::new()),
            tags: RwSignal::new(Vec::new()),
            stages: RwSignal::new(Vec::new()),
            custom: RwSignal::new(Vec::new()),
        };
        spawn_local(async move {
            // Without one of these lists there is less to choose from; the conditions that are there stay.
            if let Ok(all) = colleagues().await {
                known.members.try_set(all.into_iter().map(|one| (one.id.to_string(), one.name)).collect());
            }
            if let Ok(all) = list_tags().await {
                known.tags.try_set(all.into_iter().map(|tag| (tag.id.to_string(), tag.name)).collect());
            }
            if list == List::Deals
                && let Ok(all) = list_pipelines().await
            {
                let stages = all.into_iter().flat_map(|pipeline| pipeline.stages);
                known.stages.try_set(stages.map(|stage| (stage.id.to_string(), stage.name)).collect());
            }
            if let Ok(all) = custom_fields(entity(list)).await {
                known.custom.try_set(all);
            }
        });
        known
    }

    fn fields(self) -> Vec<(FilterField, String)> {
        let usual =
            FilterField::of(self.list).iter().map(|field| (field.clone(), words::field(self.list, field).to_owned()));
        let custom = self.custom.get();
        usual.chain(custom.into_iter().map(|one| (FilterField::Custom(one.id.to_string()), one.name))).collect()
    }

    fn kind(self, field: &FilterField) -> Kind {
        let of_custom = || self.custom.with(|all| all.iter().find(|one| is(one, field)).map(|one| one.kind.into()));
        field.kind().or_else(of_custom).unwrap_or(Kind::Text)
    }

    /// What a field can be.
    fn choices(self, field: &FilterField) -> Vec<(String, String)> {
        match field {
            FilterField::Owner => {
                let words = &t().customers;
                let mut choices =
                    vec![(ME.to_owned(), words.mine.to_owned()), (NOBODY.to_owned(), words.nobody.to_owned())];
                choices.extend(self.members.get());
                choices
            }
            FilterField::Tag => self.tags.get(),
            FilterField::Stage => self.stages.get(),
            FilterField::Progress => {
                let words = &t().pipelines;
                let name = |kind| match kind {
                    StageKind::Open => words.open,
                    StageKind::Won => words.won,
                    StageKind::Lost => words.lost,
                };
                StageKind::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), name(kind).to_owned())).collect()
            }
            field => self.custom.with(|all| all.iter().find(|one| is(one, field)).map(of_custom).unwrap_or_default()),
        }
    }
}

fn is(one: &CustomField, field: &FilterField) -> bool {
    matches!(field, FilterField::Custom(id) if id == one.id.as_str())
}

fn of_custom(field: &CustomField) -> Vec<(String, String)> {
    if field.choices.is_empty() {
        return vec![(YES.to_owned(), t().log.yes.to_owned()), (NO.to_owned(), t().log.no.to_owned())];
    }
    field.choices.iter().map(|choice| (choice.id.to_string(), choice.name.clone())).collect()
}

#[component]
fn Conditions(list: List, filter: Filter, open: RwSignal<bool>, on_change: Callback<Filter>) -> impl IntoView {
    let (draft, known) = (Draft::of(&filter), Known::of(list));
    if filter.is_empty() {
        draft.add_row(draft.first);
    }
    let refused = RwSignal::new(None::<String>);
    let apply = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let filter = draft.filter();
        match check(known, &filter) {
            Ok(()) => {
                open.set(false);
                on_change.run(filter);
            }
            Err(why) => refused.set(Some(problem(&why))),
        }
    };
    view! {
        <form class="conditions" novalidate on:submit=apply>
            <GroupOf draft=draft group=draft.first known=known />
            <For each=move || draft.groups.get() key=|group| group.key let(group)>
                <GroupOf draft=draft group=group known=known />
            </For>
            <div class="conditions__more">
                <Button
                    label=move || t().records.add_group
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuListPlus
                    on_press=move || draft.add_group()
                />
            </div>
            <p class="field__error" aria-live="polite" hidden=move || refused.with(Option::is_none)>{refused}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().records.apply kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

/// Whether the server will take it.
fn check(known: Known, filter: &Filter) -> Result<(), Problem> {
    let custom = known
        .custom
        .with_untracked(|all| all.iter().map(|one| (one.id.to_string(), one.kind.into())).collect::<Vec<_>>());
    let now = viewer().now.get_untracked();
    filter.read(&Reader { list: known.list, me: &StaffId::new(ME), now, custom: &custom })?;
    Ok(())
}

#[component]
fn GroupOf(draft: Draft, group: Group, known: Known) -> impl IntoView {
    let options =
        || vec![(ALL.to_owned(), t().records.all_hold.to_owned()), (ANY.to_owned(), t().records.any_holds.to_owned())];
    let chosen = move || if group.any.get() { ANY } else { ALL }.to_owned();
    view! {
        <section class="conditions__group" aria-label=move || t().records.group>
            <Segmented
                name=format!("hold-{}", group.key)
                label=move || t().records.group
                chosen=Signal::derive(chosen)
                on_choose=move |word: String| group.any.set(word == ANY)
                options=Signal::derive(options)
            />
            <For each=move || group.rows.get() key=|row| row.key let(row)>
                <RowOf draft=draft group=group row=row known=known />
            </For>
            <Button
                label=move || t().records.add_condition
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPlus
                on_press=move || draft.add_row(group)
            />
        </section>
    }
}

#[component]
fn RowOf(draft: Draft, group: Group, row: Row, known: Known) -> impl IntoView {
    let kind = Memo::new(move |_| known.kind(&row.field.get()));
    let operators = move || kind.get().operators(row.field.with(FilterField::is_always_set));
    let fields = move || {
        let option = |(field, name): (FilterField, String)| {
            let word = word_of(&field);
            view! { <option value=word selected=row.field.with_untracked(|now| *now == field)>{name}</option> }
        };
        known.fields().into_iter().map(option).collect_view()
    };
    let choose_field = move |event| {
        let word = event_target_value(&event);
        let found = untrack(|| known.fields()).into_iter().map(|(field, _)| field).find(|field| word_of(field) == word);
        let Some(field) = found else { return };
        let always = field.is_always_set();
        let first = untrack(|| known.kind(&field)).operators(always).first().copied();
        row.values.set(Vec::new());
        row.field.set(field);
        row.operator.set(first.unwrap_or(Operator::Has));
    };
    let asks = move || {
        let option = |operator: Operator| {
            let chosen = row.operator.get() == operator;
            view! { <option value=operator.as_str() selected=chosen>{words::operator(kind.get(), operator)}</option> }
        };
        operators().into_iter().map(option).collect_view()
    };
    let choose_operator = move |event| {
        if let Some(operator) = Operator::from_word(&event_target_value(&event)) {
            row.operator.set(operator);
        }
    };
    view! {
        <div class="conditions__row">
            <select class="field__input field__input--select" aria-label=move || t().records.field on:change=choose_field>
                {fields}
            </select>
            <select class="field__input field__input--select" aria-label=move || t().records.how on:change=choose_operator>
                {asks}
            </select>
            <ValueOf row=row kind=kind known=known />
            <Button
                label=move || t().records.remove_condition
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move || draft.remove(group, row.key)
            />
        </div>
    }
}

/// A field as the value of an option.
fn word_of(field: &FilterField) -> String {
    match field {
        FilterField::Custom(id) => id.clone(),
        field => format!("{field:?}"),
    }
}

/// What it is compared with.
#[component]
fn ValueOf(row: Row, kind: Memo<Kind>, known: Known) -> impl IntoView {
    let input = Memo::new(move |_| match (row.operator.get(), kind.get()) {
        (operator, _) if operator.is_bare() => None,
        (operator, _) if operator.takes_several() => Some(""),
        (Operator::Since | Operator::Until, _) => Some("date"),
        (Operator::LastDays | Operator::BeforeDays | Operator::NextDays, _) => Some("number"),
        _ => Some("text"),
    });
    let value = move || row.values.with(|values| values.first().cloned().unwrap_or_default());
    move || match input.get() {
        None => ().into_any(),
        Some("") => view! {
            <div class="conditions__choices">
                <CheckList
                    name=format!("values-{}", row.key)
                    label=move || t().records.value
                    chosen=row.values
                    on_choose=move |values| row.values.set(values)
                    options=Signal::derive(move || row.field.with(|field| known.choices(field)))
                />
            </div>
        }
        .into_any(),
        Some(kind) => view! {
            <input
                class="field__input conditions__value"
                type=kind
                min=(kind == "number").then_some("1")
                aria-label=move || t().records.value
                prop:value=value
                on:input=move |event| row.values.set(vec![event_target_value(&event)])
            />
        }
        .into_any(),
    }
}
