//! The board: stage beside stage, cards that are moved by mouse, finger and keyboard.

use super::api::list_deals;
use super::card::{Card, KEYS};
use super::desk::Desk;
use super::lose::Lose;
use crate::components::form::{self, send};
use crate::components::{Button, ButtonKind};
use crate::texts::t;
use domain::deals::{Board, Deal, DealQuery, DealSort};
use domain::ids::{DealId, LostReasonId, StaffId, StageId};
use domain::pipelines::{Stage, StageKind};
use domain::times::{self, Millis};
use leptos::prelude::*;

/// The board of a pipeline.
#[component]
pub(super) fn BoardOf(
    /// What the server said.
    board: Board,
    /// What it was asked; more cards are asked for likewise.
    asked: DealQuery,
) -> impl IntoView {
    let stages: Vec<Stage> = board.pipeline.stages.clone();
    let desk = Desk::new(board);
    let column = |stage: Stage| view! { <ColumnOf stage=stage desk=desk asked=asked.clone() /> };
    view! {
        <p class="visually-hidden" id=KEYS>{move || t().deals.keys}</p>
        <p class="visually-hidden" role="status">{move || desk.told.get()}</p>
        <div
            class="board"
            tabindex="0"
            role="group"
            aria-label=move || t().deals.board
            class:is-carrying=move || desk.carried.with(Option::is_some)>
            {stages.into_iter().map(column).collect_view()}
        </div>
        <Lose desk=desk />
    }
}

#[component]
fn ColumnOf(
    /// Which stage.
    stage: Stage,
    /// The board it is on.
    desk: Desk,
    /// What was asked for.
    asked: DealQuery,
) -> impl IntoView {
    let (id, over) = (StoredValue::new(stage.id.clone()), StoredValue::new(stage.id.clone()));
    let of = move || {
        desk.columns.with(|columns| columns.iter().find(|column| id.with_value(|id| column.stage.id == *id)).cloned())
    };
    let column = Memo::new(move |_| of());
    let sums = move || column.with(|column| column.as_ref().map_or((0, 0), |column| (column.count, column.amount)));
    let cards = move || column.get().map(|column| column.deals.rows).unwrap_or_default();
    let is_empty = move || column.with(|column| column.as_ref().is_none_or(|column| column.deals.rows.is_empty()));
    let heading = format!("stage-{}", stage.id);
    let (labelled, marked) = (heading.clone(), stage.id.to_string());
    let kind = match stage.kind {
        StageKind::Open => "board__column",
        StageKind::Won => "board__column board__column--won",
        StageKind::Lost => "board__column board__column--lost",
    };
    view! {
        <section
            class=kind
            class:is-over=move || over.with_value(|stage| desk.is_over(stage))
            data-stage=marked
            aria-labelledby=labelled
        >
            <header class="board__head">
                <h2 class="board__stage" id=heading>{stage.name.clone()}</h2>
                {(!stage.kind.is_closed())
                    .then(|| view! { <span class="board__chance">{format!("{}%", stage.probability)}</span> })}
                <p class="board__sums">
                    <span>{move || (t().deals.count)(sums().0)}</span>
                    <strong class="board__amount">{move || times::money(sums().1)}</strong>
                </p>
            </header>
            <ul class="board__cards">
                <For each=cards key=face let(deal)>
                    <Card deal=deal desk=desk />
                </For>
            </ul>
            <Show when=is_empty>
                <p class="board__empty">{move || t().deals.empty_column}</p>
            </Show>
            <MoreCards stage=stage desk=desk asked=asked />
        </section>
    }
}

/// What is seen of a card: one that only the server has heard of since need not be drawn anew, and keeps the focus.
fn face(deal: &Deal) -> (DealId, StageId, String, i64, Option<Millis>, Option<StaffId>, Option<LostReasonId>) {
    let owner = deal.owner.as_ref().map(|owner| owner.id.clone());
    let reason = deal.lost_reason.as_ref().map(|reason| reason.id.clone());
    (deal.id.clone(), deal.stage.id.clone(), deal.title.clone(), deal.amount, deal.close_on, owner, reason)
}

/// The cards of a column that are not shown yet.
#[component]
fn MoreCards(stage: Stage, desk: Desk, asked: DealQuery) -> impl IntoView {
    let busy = RwSignal::new(false);
    let of = stage.id.clone();
    let next = Memo::new(move |_| {
        desk.columns.with(|columns| columns.iter().find(|column| column.stage.id == of)?.deals.next.clone())
    });
    let bring = Callback::new(move |()| {
        let Some(after) = next.get_untracked() else { return };
        let mut query = asked.clone();
        query.filter.stage = Some(stage.id.clone());
        query.sort = if stage.kind.is_closed() { DealSort::Moved } else { DealSort::Close };
        query.after = Some(after);
        let id = stage.id.clone();
        send(busy, list_deals(query), move |answer| match answer {
            Ok(page) => desk.columns.update(|columns| {
                let Some(column) = columns.iter_mut().find(|column| column.stage.id == id) else { return };
                let there: Vec<_> = column.deals.rows.iter().map(|deal| deal.id.clone()).collect();
                column.deals.rows.extend(page.rows.into_iter().filter(|deal| !there.contains(&deal.id)));
                column.deals.next = page.next;
            }),
            Err(fault) => form::tell(&fault),
        });
    });
    view! {
        <Show when=move || next.with(Option::is_some)>
            <Button label=move || t().customers.more kind=ButtonKind::Ghost busy=busy on_press=bring />
        </Show>
    }
}
