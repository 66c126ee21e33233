//! Asking the provider about everything that must be right, and saying in words what is not.

use super::{examine_stringee, words};
use crate::api::Fault;
use crate::components::form::{send, tell};
use crate::components::{Button, Icon, words as common};
use crate::texts::t;
use domain::problem::Problem;
use domain::stringee::Finding;
use domain::telephone::TelephoneProblem;
use leptos::prelude::*;

/// What came of it: the findings, or why there are none.
type Outcome = Result<Vec<Finding>, TelephoneProblem>;

/// The examination and its findings.
#[component]
pub(super) fn ExaminationPanel() -> impl IntoView {
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Outcome>);
    let start = move || {
        outcome.set(None);
        send(busy, examine_stringee(), move |answer| match answer {
            Ok(findings) => outcome.set(Some(Ok(findings))),
            Err(Fault(Problem::Telephone(problem))) => outcome.set(Some(Err(problem))),
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().settings.test}</h2>
            <p class="panel__text">{move || t().settings.stringee.test_text}</p>
            <div class="form__actions">
                <Button
                    label=move || t().settings.test_start
                    icon=icondata_lu::LuPlugZap
                    on_press=start
                    busy=busy
                />
            </div>
            <div role="status" aria-live="polite">{move || outcome.get().map(explained)}</div>
        </section>
    }
}

fn explained(outcome: Outcome) -> AnyView {
    let findings = match outcome {
        Ok(findings) => findings,
        Err(problem) => {
            return view! {
                <div class="notice notice--danger">
                    <Icon icon=icondata_lu::LuCircleAlert />
                    <p>{move || common::telephone(&problem)}</p>
                </div>
            }
            .into_any();
        }
    };
    let wrong = findings.iter().filter(|finding| finding.wrong.is_some()).count();
    let verdict = match wrong {
        0 => view! {
            <div class="notice notice--ok">
                <Icon icon=icondata_lu::LuCircleCheck />
                <p>{move || t().settings.stringee.all_right}</p>
            </div>
        }
        .into_any(),
        _ => view! {
            <div class="notice notice--warn">
                <Icon icon=icondata_lu::LuTriangleAlert />
                <p>{move || (t().settings.stringee.some_wrong)(wrong)}</p>
            </div>
        }
        .into_any(),
    };
    view! { <div class="findings">{verdict} <ul class="findings__list">{findings.into_iter().map(line).collect_view()}</ul></div> }
    .into_any()
}

fn line(Finding { of, wrong }: Finding) -> impl IntoView {
    let is_right = wrong.is_none();
    let icon = if is_right { icondata_lu::LuCheck } else { icondata_lu::LuX };
    let what = wrong.map(|wrong| view! { <span class="finding__what">{move || words::wrong(&wrong)}</span> });
    view! {
        <li class="finding" class:is-wrong=!is_right>
            <Icon icon=icon />
            <span class="finding__of">{move || words::examined(&of)}</span>
            <span class="visually-hidden">
                {move || if is_right { t().settings.stringee.right } else { t().settings.stringee.wrong }}
            </span>
            {what}
        </li>
    }
}
