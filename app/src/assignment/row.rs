//! One rule: moved, changed, taken away.

use super::api::{remove_rule, reorder_rules};
use super::form::{Offered, RuleDialog};
use super::words;
use crate::components::form::{send, tell};
use crate::components::ordering::{self, MoveButton};
use crate::components::{Badge, Button, ButtonKind, Icon};
use crate::texts::t;
use domain::assignment::{Receiver, Rule};
use domain::ids::RuleId;
use leptos::prelude::*;

/// All rules, in order.
type Rows = RwSignal<Vec<Rule>>;

/// A rule in the admins' list.
#[component]
pub(super) fn RuleRow(
    /// As it is.
    rule: Rule,
    /// All of them.
    rows: Rows,
    /// What can be chosen.
    offered: StoredValue<Offered>,
) -> impl IntoView {
    let editing = RwSignal::new(false);
    let saved = Callback::new(move |saved: Rule| {
        rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.id == saved.id) {
                *row = saved;
            }
        });
    });
    let present = matches!(rule.receiver, Receiver::Team { present: true, .. });
    let (id, active) = (rule.id.clone(), rule.active);
    let anchor = row_id(&id);
    let rule = StoredValue::new(rule);
    let condition = move || rule.with_value(|rule| words::condition(t(), &rule.condition));
    let receiver = move || rule.with_value(|rule| words::receiver(t(), &rule.receiver));
    view! {
        <li class="choice rule" class:is-inactive=!active id=anchor>
            <span class="choice__name">{condition}</span>
            <span class="rule__to">
                <Icon icon=icondata_lu::LuArrowRight />
                {receiver}
            </span>
            {present.then(|| view! { <Badge label=move || t().assignment.present icon=icondata_lu::LuRadio /> })}
            {(!active).then(|| view! { <Badge label=move || t().assignment.inactive icon=icondata_lu::LuBan /> })}
            <span class="choice__actions">
                <Move id=id.clone() name=Signal::derive(condition) rows=rows step=-1 />
                <Move id=id.clone() name=Signal::derive(condition) rows=rows step=1 />
                <Button
                    label=move || (t().assignment.edit)(&condition())
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    icon_only=true
                    on_press=move |()| editing.set(true)
                />
                <Remove id=id name=Signal::derive(condition) rows=rows />
            </span>
            <RuleDialog open=editing of=Some(rule.get_value()) offered=offered on_saved=saved />
        </li>
    }
}

fn row_id(id: &RuleId) -> String {
    format!("rule-{id}")
}

/// One place up or down; off at the end of the list.
#[component]
fn Move(id: RuleId, name: Signal<String>, rows: Rows, step: isize) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if step < 0 { t().assignment.up } else { t().assignment.down };
        name.with(|name| words(name))
    };
    let all = Signal::derive(move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect()));
    let of = id.clone();
    let put = Callback::new(move |order: Vec<RuleId>| {
        let row = row_id(&of);
        send(busy, reorder_rules(order), move |answer| match answer {
            Ok(ordered) => {
                rows.set(ordered);
                ordering::keep_focus(row, step);
            }
            Err(fault) => tell(&fault),
        });
    });
    view! { <MoveButton id=id all=all step=step label=label busy=busy on_move=put /> }
}

#[component]
fn Remove(id: RuleId, name: Signal<String>, rows: Rows) -> impl IntoView {
    let busy = RwSignal::new(false);
    let press = move |()| {
        let gone = id.clone();
        send(busy, remove_rule(id.clone()), move |answer| match answer {
            Ok(()) => rows.update(|rows| rows.retain(|row| row.id != gone)),
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <Button
            label=move || (t().assignment.remove)(&name.get())
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuTrash2
            icon_only=true
            busy=busy
            on_press=press
        />
    }
}
