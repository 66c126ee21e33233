//! The stages on a deal's record: where it is, and the way to another with one press.

use super::desk::Desk;
use super::lose::Lose;
use crate::components::Icon;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::deals::{Board, Column, Deal};
use domain::ids::{DealId, StageId};
use domain::paging::Page;
use domain::pipelines::{Pipeline, Stage, StageKind};
use leptos::prelude::*;

/// The stages, in order; the one where the deal is, is marked.
#[component]
pub(super) fn StageBar(
    /// The deal.
    deal: Deal,
    /// Its pipeline.
    pipeline: Pipeline,
    /// Told once the server has moved it.
    on_moved: Callback<()>,
) -> impl IntoView {
    let id = StoredValue::new(deal.id.clone());
    let stages = pipeline.stages.clone();
    // A board with one card: what is moved here is moved like there.
    let desk = Desk::new(alone(deal, pipeline));
    let version = Memo::new(move |_| desk.columns.with(|columns| at(columns, &id.get_value())).map(|(_, v)| v));
    Effect::new(move |before: Option<Option<i64>>| {
        let now = version.get();
        if before.is_some_and(|before| before != now) {
            on_moved.run(());
        }
        now
    });
    let may_move = viewer().may(Deed::EditDeals);
    let stage = move |stage: Stage| {
        let Stage { id: of, name, kind, .. } = stage;
        let (is, to) = (of.clone(), of);
        let here = Memo::new(move |_| {
            desk.columns.with(|columns| at(columns, &id.get_value())).is_some_and(|(stage, _)| stage == is)
        });
        view! {
            <li class="stage-bar__stage">
                <button
                    type="button"
                    class=class_of(kind)
                    class:is-here=here
                    aria-current=move || here.get().then_some("step")
                    disabled=move || !may_move.get()
                    on:click=move |_| id.with_value(|id| desk.put_at(id, &to))
                >
                    {match kind {
                        StageKind::Open => None,
                        StageKind::Won => Some(view! { <Icon icon=icondata_lu::LuTrophy /> }),
                        StageKind::Lost => Some(view! { <Icon icon=icondata_lu::LuCircleX /> }),
                    }}
                    {name}
                </button>
            </li>
        }
    };
    view! {
        <nav aria-label=move || t().deals.stages_of>
            <ol class="stage-bar">{stages.into_iter().map(stage).collect_view()}</ol>
        </nav>
        <p class="visually-hidden" role="status">{move || desk.told.get()}</p>
        <Lose desk=desk />
    }
}

fn class_of(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Open => "stage-bar__button",
        StageKind::Won => "stage-bar__button stage-bar__button--won",
        StageKind::Lost => "stage-bar__button stage-bar__button--lost",
    }
}

/// A board on which only this deal is.
fn alone(deal: Deal, pipeline: Pipeline) -> Board {
    let column = |stage: &Stage| {
        let mut column = Column { stage: stage.clone(), count: 0, amount: 0, deals: Page::empty() };
        if stage.id == deal.stage.id {
            column.deals.rows.push(deal.clone());
        }
        column
    };
    Board { columns: pipeline.stages.iter().map(column).collect(), pipeline }
}

/// At which stage a deal is, and its version.
fn at(columns: &[Column], id: &DealId) -> Option<(StageId, i64)> {
    super::columns::find(columns, id).map(|deal| (deal.stage.id.clone(), deal.version))
}
