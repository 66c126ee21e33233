//! The contact centre at a glance: how the draft stands, what was changed elsewhere, and where each number leads.

use super::desk::desk;
use super::diagram::NumberDiagram;
use super::drift::{AsWeLeftIt, DriftPanel};
use super::findings::FindingList;
use super::frame::CentreFrame;
use super::words::grouped;
use crate::components::{Icon, PageHead};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, Digits, Hotline};
use leptos::prelude::*;

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Overview>
            <PageHead title=move || t().centre.title />
            <div class="centre-parts">
                <DriftPanel />
                <Findings />
                <Ways />
                <AsWeLeftIt />
            </div>
        </CentreFrame>
    }
}

/// What is wrong with the draft.
#[component]
fn Findings() -> impl IntoView {
    let findings = desk().findings();
    view! {
        <Show
            when=move || findings.with(|all| !all.is_empty())
            fallback=|| {
                view! {
                    <p class="notice notice--ok">
                        <Icon icon=icondata_lu::LuCircleCheck />
                        <span>{move || t().centre.publish.no_findings}</span>
                    </p>
                }
            }
        >
            <section class="panel" aria-labelledby="findings">
                <h2 class="panel__title" id="findings">{move || t().centre.publish.findings}</h2>
                <FindingList findings=findings />
            </section>
        </Show>
    }
}

/// Each number and where it leads.
#[component]
fn Ways() -> impl IntoView {
    let desk = desk();
    let hotlines = Memo::new(move |_| desk.draft(|draft| draft.hotlines().cloned().collect::<Vec<_>>()));
    let rows = move || hotlines.get().into_iter().map(|hotline| view! { <Way hotline=hotline /> }).collect_view();
    view! {
        <section class="centre-part" aria-labelledby="ways">
            <h2 class="panel__title" id="ways">{move || t().centre.hotlines}</h2>
            <Show
                when=move || hotlines.with(|all| !all.is_empty())
                fallback=|| view! { <p class="panel__text">{move || t().centre.things.no_hotlines_text}</p> }
            >
                <ul class="ways">{rows}</ul>
            </Show>
        </section>
    }
}

#[component]
fn Way(hotline: Hotline) -> impl IntoView {
    let desk = desk();
    let leads_to = hotline.leads_to();
    let to = move || match &leads_to {
        Some(at) => desk.named(|book| book.titled(at)),
        None => t().centre.things.nowhere.to_owned(),
    };
    let centre = Signal::derive(move || desk.draft(Centre::clone));
    let page = |number: &Digits| Route::from(CentrePage::Hotline(Some(number.clone()))).href();
    view! {
        <li class="panel way">
            <h3 class="way__head">
                <a href=page(&hotline.number)>{hotline.name.clone()}</a>
                <span class="number table__dim">{grouped(&hotline.number)}</span>
                <Icon icon=icondata_lu::LuArrowRight />
                <span>{to}</span>
            </h3>
            <NumberDiagram centre=centre number=hotline.number findings=desk.findings() />
        </li>
    }
}
