//! What the columns of a file are, and what happens with customers who are there already.

use super::api::{check_import, discard_import};
use super::words::{column, target};
use crate::components::form::{FieldErrors, send, tell};
use crate::components::{Button, ButtonKind, Segmented, Select, toasts};
use crate::customers::api::colleagues;
use crate::routes::Route;
use crate::texts::t;
use domain::fields::Field;
use domain::ids::StaffId;
use domain::imports::{Import, ImportPlan, MatchBy, Rule, Sheet, Target};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is decided so far.
#[derive(Clone, Copy)]
struct Plan {
    columns: RwSignal<Vec<Target>>,
    by: RwSignal<MatchBy>,
    rule: RwSignal<Rule>,
    owner: RwSignal<String>,
}

impl Plan {
    fn of(plan: &ImportPlan) -> Self {
        Self {
            columns: RwSignal::new(plan.columns.clone()),
            by: RwSignal::new(plan.by),
            rule: RwSignal::new(plan.rule),
            owner: RwSignal::new(plan.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
        }
    }

    fn decided(self) -> ImportPlan {
        let owner = self.owner.get_untracked();
        ImportPlan {
            columns: self.columns.get_untracked(),
            by: self.by.get_untracked(),
            rule: self.rule.get_untracked(),
            owner: (!owner.is_empty()).then(|| StaffId::new(owner)),
        }
    }
}

/// The form of a plan.
#[component]
pub(super) fn Mapping(
    /// The file.
    sheet: StoredValue<Sheet>,
    /// Told when the rehearsal has begun.
    on_checking: Callback<Import>,
) -> impl IntoView {
    let plan = sheet.with_value(|sheet| Plan::of(&sheet.plan));
    let id = sheet.with_value(|sheet| sheet.import.id.clone());
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let check = {
        let id = id.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            errors.clear();
            let decided = plan.decided();
            send(busy, check_import(id.clone(), decided.clone()), move |answer| match answer {
                Ok(import) => {
                    // Whoever comes back finds what they decided.
                    sheet.update_value(|sheet| sheet.plan = decided);
                    on_checking.run(import);
                }
                Err(fault) => errors.show(&fault),
            });
        }
    };
    let navigate = use_navigate();
    let discard = move || {
        let navigate = navigate.clone();
        send(busy, discard_import(id.clone()), move |answer| match answer {
            Ok(()) => {
                toasts::tell(t().imports.discarded.to_owned());
                navigate(&Route::Imports.href(), leptos_router::NavigateOptions::default());
            }
            Err(fault) => tell(&fault),
        });
    };
    let no_name = errors.at(Field::Name);
    view! {
        <form class="imports__plan" novalidate on:submit=check>
            <Columns sheet=sheet columns=plan.columns />
            <p class="field__error" role="alert">
                {move || no_name.with(Option::is_some).then(|| t().imports.no_name)}
            </p>
            <Duplicates plan=plan />
            <div class="form__actions">
                <Button
                    label=move || t().imports.check
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuListChecks
                    submit=true
                    busy=busy
                />
                <Button label=move || t().imports.discard kind=ButtonKind::Ghost icon=icondata_lu::LuTrash2 on_press=discard />
            </div>
        </form>
    }
}

#[component]
fn Columns(sheet: StoredValue<Sheet>, columns: RwSignal<Vec<Target>>) -> impl IntoView {
    let rows = move || {
        let count = sheet.with_value(|sheet| sheet.heads.len());
        (0..count).map(|at| view! { <Column sheet=sheet columns=columns at=at /> }).collect_view()
    };
    view! {
        <section class="panel" aria-labelledby="import-columns">
            <h2 class="panel__title" id="import-columns">{move || t().imports.columns}</h2>
            <p class="panel__text">{move || t().imports.columns_text}</p>
            <table class="mapping">
                <thead>
                    <tr>
                        <th scope="col">{move || t().imports.column}</th>
                        <th scope="col">{move || t().imports.examples}</th>
                        <th scope="col">{move || t().imports.becomes}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Column(sheet: StoredValue<Sheet>, columns: RwSignal<Vec<Target>>, at: usize) -> impl IntoView {
    let name = move || sheet.with_value(|sheet| column(&sheet.heads, at));
    let examples = sheet.with_value(|sheet| {
        let cells = sheet.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        cells.take(3).cloned().collect::<Vec<_>>().join(" · ")
    });
    let chosen = move || columns.with(|columns| columns.get(at).cloned().unwrap_or_default());
    let choose = move |event| {
        let target = Target::of_word(&event_target_value(&event));
        columns.update(|columns| {
            if let Some(column) = columns.get_mut(at) {
                *column = target;
            }
        });
    };
    let options = move || {
        let option = |one: Target| {
            let (word, words) = (one.word(), sheet.with_value(|sheet| target(&one, &sheet.fields)));
            view! { <option value=word selected=move || chosen() == one>{words}</option> }
        };
        let own = sheet.with_value(|sheet| sheet.fields.clone()).into_iter().map(|field| Target::Custom(field.id));
        Target::ALL.into_iter().chain(own).map(option).collect_view()
    };
    view! {
        <tr class="mapping__column" class:is-ignored=move || chosen() == Target::Ignore>
            <th scope="row" class="mapping__head">{name}</th>
            <td class="mapping__examples">{examples}</td>
            <td class="mapping__becomes">
                <select
                    class="field__input field__input--select"
                    aria-label=move || (t().imports.becomes_named)(&name())
                    on:change=choose
                >
                    {options}
                </select>
            </td>
        </tr>
    }
}

#[component]
fn Duplicates(plan: Plan) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let rules = [(Rule::Merge, "merge"), (Rule::Update, "update"), (Rule::Skip, "skip")];
    let bys = [(MatchBy::Either, "either"), (MatchBy::Phone, "phone"), (MatchBy::Email, "email")];
    let rule_words = move || {
        let words = &t().imports;
        let labels = [words.merge, words.update, words.skip];
        rules.iter().zip(labels).map(|((_, word), label)| ((*word).to_owned(), label.to_owned())).collect::<Vec<_>>()
    };
    let by_words = move || {
        let words = &t().imports;
        let labels = [words.by_either, words.by_phone, words.by_email];
        bys.iter().zip(labels).map(|((_, word), label)| ((*word).to_owned(), label.to_owned())).collect::<Vec<_>>()
    };
    let rule_text = move || match plan.rule.get() {
        Rule::Merge => t().imports.merge_text,
        Rule::Update => t().imports.update_text,
        Rule::Skip => t().imports.skip_text,
    };
    let owners = move || {
        let members = members.get().and_then(Result::ok).unwrap_or_default();
        let nobody = (String::new(), t().customers.nobody.to_owned());
        std::iter::once(nobody).chain(members.into_iter().map(|one| (one.id.to_string(), one.name))).collect()
    };
    view! {
        <section class="panel" aria-labelledby="import-duplicates">
            <h2 class="panel__title" id="import-duplicates">{move || t().imports.duplicates}</h2>
            <div class="imports__choice">
                <span class="field__label" aria-hidden="true">{move || t().imports.match_by}</span>
                <Segmented
                    name="match-by"
                    label=move || t().imports.match_by
                    chosen=Signal::derive(move || word_of(&bys, plan.by.get()))
                    on_choose=move |word: String| plan.by.set(of_word(&bys, &word))
                    options=Signal::derive(by_words)
                />
            </div>
            <div class="imports__choice">
                <span class="field__label" aria-hidden="true">{move || t().imports.rule}</span>
                <Segmented
                    name="rule"
                    label=move || t().imports.rule
                    chosen=Signal::derive(move || word_of(&rules, plan.rule.get()))
                    on_choose=move |word: String| plan.rule.set(of_word(&rules, &word))
                    options=Signal::derive(rule_words)
                />
                <p class="field__hint" role="status">{rule_text}</p>
            </div>
            <Suspense>
                <Select
                    name="owner"
                    label=move || t().imports.owner
                    value=plan.owner
                    options=Signal::derive(owners)
                    hint=move || t().imports.owner_hint
                />
            </Suspense>
        </section>
    }
}

/// The word of a choice.
fn word_of<T: PartialEq>(choices: &[(T, &str)], chosen: T) -> String {
    choices.iter().find(|(one, _)| *one == chosen).map(|(_, word)| (*word).to_owned()).unwrap_or_default()
}

/// The choice of a word; the usual one for any other.
fn of_word<T: Copy + Default>(choices: &[(T, &str)], word: &str) -> T {
    choices.iter().find(|(_, one)| *one == word).map(|(chosen, _)| *chosen).unwrap_or_default()
}
