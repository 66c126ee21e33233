//! What is wrong, beside what it is about.

use super::desk::desk;
use super::words;
use crate::components::{Badge, Icon, Tone};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Finding, Ref, Severity};
use leptos::prelude::*;

/// What is wrong with all of the draft or with a part of it, worst first; each leads to the thing.
#[component]
pub(crate) fn FindingList(
    /// What is wrong.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// Whether the page is about the thing: then it is not named.
    #[prop(optional)]
    here: bool,
) -> impl IntoView {
    let rows = move || {
        let mut findings = findings.get();
        findings.sort_by_key(|finding| finding.severity);
        findings.into_iter().map(|finding| view! { <FindingRow finding=finding here=here /> }).collect_view()
    };
    view! { <ul class="centre-findings">{rows}</ul> }
}

#[component]
fn FindingRow(finding: Finding, here: bool) -> impl IntoView {
    let desk = desk();
    let is_error = finding.severity == Severity::Error;
    let icon = if is_error { icondata_lu::LuCircleAlert } else { icondata_lu::LuTriangleAlert };
    let (at, of) = (finding.at.clone(), finding.at.clone());
    let severity = finding.severity;
    let is_part = !desk.named(|book| book.whole(&at) == at);
    let link = (!here || is_part).then(|| {
        let href = move || desk.draft(|draft| Route::from(CentrePage::of(&at, draft)).href());
        view! { <a class="centre-finding__at" href=href>{move || desk.named(|book| book.titled(&of))}</a> }
    });
    view! {
        <li class="centre-finding" class:is-error=is_error>
            <Icon icon=icon />
            <div>
                <span class="visually-hidden">{move || words::severity(severity)} ": "</span>
                {link}
                <p class="centre-finding__what">{move || desk.named(|book| words::flaw(&finding.flaw, book))}</p>
            </div>
        </li>
    }
}

/// In a row of a list: how much is wrong with the thing. Nothing where nothing is.
#[component]
pub(crate) fn FindingMark(
    /// With which thing.
    of: Ref,
) -> impl IntoView {
    let findings = desk().findings_of(of);
    let count = move |severity| findings.with(|all| all.iter().filter(|one| one.severity == severity).count());
    let label = move || match (count(Severity::Error), count(Severity::Warning)) {
        (0, warnings) => (t().centre.warnings)(warnings),
        (errors, _) => (t().centre.errors)(errors),
    };
    let is_error = move || count(Severity::Error) > 0;
    let tone = Signal::derive(move || if is_error() { Tone::Danger } else { Tone::Warn });
    view! {
        <Show when=move || findings.with(|all| !all.is_empty())>
            <Badge label=label tone=tone />
        </Show>
    }
}
