//! "Try it": a call through the draft that nobody makes.

mod asked;
mod course;
mod marks;
mod questions;
mod words;

use crate::centre::diagram::Diagram;
use crate::centre::frame::CentreFrame;
use crate::components::{ButtonKind, EmptyState, Icon, LinkButton, PageHead};
use crate::routes::{CentrePage, Route};
use crate::surroundings::customer_phone;
use crate::texts::t;
use asked::Asked;
use course::CourseView;
use domain::centre::{Centre, Course, Digits, Ref, menu_graph, number_graph};
use domain::ids::MenuId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use questions::Questions;

/// The page.
#[component]
pub fn TrialPage() -> impl IntoView {
    let number = use_query_map().with_untracked(|query| query.get("number")).map(|number| Digits::new(&number));
    view! {
        <CentreFrame part=CentrePage::Trial>
            <Tried number=number.clone() />
        </CentreFrame>
    }
}

#[component]
fn Tried(number: Option<Digits>) -> impl IntoView {
    let asked = Asked::new(number);
    asked.follow();
    let course = Memo::new(move |_| asked.course());
    let has_numbers = Memo::new(move |_| asked.desk.draft(|centre| centre.hotlines().next().is_some()));
    view! {
        <PageHead title=move || t().centre.trial />
        <p class="panel__text trial__text">{move || t().centre.trial_page.text}</p>
        <Show when=move || has_numbers.get() fallback=|| view! { <NoNumber /> }>
            <div class="trial">
                <Questions asked=asked />
                <div class="trial__answer">
                    <CourseView asked=asked course=course />
                    <ForReal asked=asked />
                    <Pictures asked=asked course=course />
                </div>
            </div>
        </Show>
    }
}

#[component]
fn NoNumber() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuPhoneIncoming
            title=move || t().centre.trial_page.no_number
            text=move || t().centre.trial_page.no_number_text
        >
            <LinkButton
                route=Route::from(CentrePage::Hotlines)
                label=move || t().centre.trial_page.to_numbers
                kind=ButtonKind::Primary
            />
        </EmptyState>
    }
}

/// The way of the number, and the way in its menu.
#[component]
fn Pictures(asked: Asked, course: Memo<Course>) -> impl IntoView {
    let desk = asked.desk;
    let centre = Signal::derive(move || desk.draft(Centre::clone));
    let whole = Memo::new(move |_| desk.draft(|centre| number_graph(centre, &asked.called())));
    let menu = Memo::new(move |_| desk.draft(|centre| menu_of(centre, &asked.called())));
    let in_menu =
        Memo::new(move |_| menu.get().map(|menu| desk.draft(|centre| menu_graph(centre, &menu))).unwrap_or_default());
    let whole_marks =
        move || course.with(|course| desk.draft(|centre| marks::of_number(centre, &asked.called(), course)));
    let menu_marks = move || course.with(marks::in_menu);
    view! {
        <h2 class="section-heading">{move || t().centre.trial_page.whole_way}</h2>
        <Diagram
            name="trial-number"
            label=move || t().centre.trial_page.whole_way
            centre=centre
            graph=whole
            marks=Signal::derive(whole_marks)
        />
        <Show when=move || menu.with(Option::is_some)>
            <h2 class="section-heading">{move || t().centre.trial_page.in_menu}</h2>
            <Diagram
                name="trial-menu"
                label=move || t().centre.trial_page.in_menu
                centre=centre
                graph=in_menu
                marks=Signal::derive(menu_marks)
            />
        </Show>
    }
}

/// The menu with which a number answers.
fn menu_of(centre: &Centre, number: &Digits) -> Option<MenuId> {
    match centre.hotline(number)?.leads_to()? {
        Ref::Menu(menu) => Some(menu),
        _ => None,
    }
}

/// Opens a customer's telephone, where there is a pretend telephone company.
#[component]
fn ForReal(asked: Asked) -> impl IntoView {
    if !customer_phone() {
        return None;
    }
    let address = move || {
        let own = asked.calling().map(|caller| caller.dialled().replace("+84", "0")).unwrap_or_default();
        let own = if own.is_empty() { String::new() } else { format!("n={own}&") };
        format!("/sandbox/phone?{own}to={}", asked.called())
    };
    let differs = Memo::new(move |_| asked.desk.changes().with(|changes| !changes.is_empty()));
    Some(view! {
        <div class="for-real">
            <a class="button button--secondary" href=address target="_blank" rel="noopener">
                <Icon icon=icondata_lu::LuPhoneOutgoing />
                <span class="button__label">{move || t().centre.trial_page.for_real}</span>
            </a>
            <p class="field__hint">
                {move || t().centre.trial_page.for_real_text}
                " "
                {move || differs.get().then_some(t().centre.trial_page.for_real_published)}
            </p>
        </div>
    })
}
