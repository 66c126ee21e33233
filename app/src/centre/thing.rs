//! The page of one thing: its form, beside it what is wrong with it and what leads to it; and how it is taken out.

use super::desk::{Desk, desk};
use super::findings::FindingList;
use super::things::Things;
use crate::components::form::{FieldErrors, to_first_problem};
use crate::components::{Button, ButtonKind, Dialog, LinkButton, NotThere, PageHead, toasts};
use crate::customers::unsaved;
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{DraftEdit, Kind, Ref};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The id in the address of the page.
pub(super) fn id_here() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()))
}

/// A thing's page; its form is the child.
#[component]
pub(super) fn ThingPage(
    /// Which; none for a new one.
    at: Option<Ref>,
    /// Of which kind.
    of: Things,
    /// The form.
    children: Children,
) -> impl IntoView {
    let desk = desk();
    let named = at.clone();
    let title = move || match &named {
        Some(at) => desk.named(|book| book.name(at)),
        None => (of.new)().to_owned(),
    };
    let (removed, after) = (at.clone(), of.page.clone());
    view! {
        <PageHead title=title>
            <LinkButton
                route=Route::from(of.page)
                label=of.title
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
            {removed.map(|at| view! { <RemoveButton at=at after=after /> })}
        </PageHead>
        <div class="thing">
            <div class="thing__form">{children()}</div>
            {at.map(|at| view! { <Beside of=at /> })}
        </div>
    }
}

/// What is wrong with a thing, and what leads to it.
#[component]
fn Beside(of: Ref) -> impl IntoView {
    let findings = desk().findings_of(of.clone());
    view! {
        <div class="thing__beside">
            <section class="panel panel--small" aria-labelledby="thing-checks">
                <h2 class="section-heading" id="thing-checks">{move || t().centre.things.checks}</h2>
                <Show
                    when=move || findings.with(|all| !all.is_empty())
                    fallback=|| view! { <p class="panel__text">{move || t().centre.things.all_right}</p> }
                >
                    <FindingList findings=findings here=true />
                </Show>
            </section>
            {(of.kind() != Kind::Hotline).then(|| view! { <Users of=of /> })}
        </div>
    }
}

/// What leads to a thing; nothing ever does to a number.
#[component]
fn Users(of: Ref) -> impl IntoView {
    view! {
        <section class="panel panel--small" aria-labelledby="thing-used">
            <h2 class="section-heading" id="thing-used">{move || t().centre.things.used_by}</h2>
            <UsedBy of=of />
        </section>
    }
}

/// Everything in the draft that leads to a thing.
fn leading_to(desk: Desk, of: &Ref) -> Vec<Ref> {
    desk.draft(|draft| {
        let served = |at: &Ref| match at {
            Ref::Route { group, .. } => Ref::Group(group.clone()) == *of,
            Ref::Member { seat, .. } => Ref::Agent(seat.clone()) == *of,
            _ => false,
        };
        let parts = draft.refs().filter(|at| served(at)).cloned();
        let leading = draft.leading_to(of).into_iter().map(domain::centre::Thing::at);
        let mut all: Vec<Ref> = parts.chain(leading).collect();
        all.dedup();
        all
    })
}

/// What leads to a thing, each with its page.
#[component]
fn UsedBy(of: Ref) -> impl IntoView {
    let desk = desk();
    let all = Memo::new(move |_| leading_to(desk, &of));
    let row = move |at: Ref| {
        let href = desk.draft(|draft| Route::from(CentrePage::of(&at, draft)).href());
        let said = desk.named(|book| match &at {
            Ref::Key { .. } => book.name(&at),
            at => book.titled(&book.whole(at)),
        });
        view! { <li><a href=href>{said}</a></li> }
    };
    view! {
        <Show
            when=move || all.with(|all| !all.is_empty())
            fallback=|| view! { <p class="panel__text">{move || t().centre.things.used_by_nothing}</p> }
        >
            <ul class="thing__links">{move || all.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}

/// Takes a thing out of the draft, after the question.
#[component]
pub(super) fn RemoveButton(
    /// Which.
    at: Ref,
    /// Where to go then.
    after: CentrePage,
    /// Whether it stands in a row.
    #[prop(optional)]
    in_row: bool,
) -> impl IntoView {
    let desk = desk();
    let asking = RwSignal::new(false);
    let named = at.clone();
    let label = move || {
        let name = desk.named(|book| book.name(&named));
        if in_row { (t().centre.things.remove_named)(&name) } else { t().centre.things.remove.to_owned() }
    };
    view! {
        <Button
            label=label
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuTrash2
            icon_only=in_row
            on_press=move || asking.set(true)
        />
        <RemoveDialog open=asking at=at after=after />
    }
}

#[component]
fn RemoveDialog(open: RwSignal<bool>, at: Ref, after: CentrePage) -> impl IntoView {
    let desk = desk();
    let navigate = use_navigate();
    let of = StoredValue::new(at.clone());
    let said = move || of.with_value(|at| desk.named(|book| book.titled(at)));
    let said_within = move || of.with_value(|at| desk.named(|book| book.titled_within(at)));
    let remove = Callback::new(move |()| {
        let what = untrack(said);
        open.set(false);
        // Removing refuses nothing.
        if desk.edit(DraftEdit::Remove { at: at.clone() }).is_ok() {
            toasts::tell((t().centre.things.removed)(&what));
            navigate(&Route::from(after.clone()).href(), NavigateOptions::default());
        }
    });
    let is_used = move || of.with_value(|at| !leading_to(desk, at).is_empty());
    view! {
        <Dialog open=open title=move || (t().centre.things.remove_named)(&said_within())>
            <p>{move || (t().centre.things.remove_question)(&said_within())}</p>
            <Show when=is_used>
                <div class="thing__breaks">
                    <p>{move || t().centre.things.remove_breaks}</p>
                    <UsedBy of=of.get_value() />
                </div>
            </Show>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().centre.things.remove kind=ButtonKind::Danger on_press=remove />
            </div>
        </Dialog>
    }
}

/// Where a thing should be and is not.
#[component]
pub(super) fn Gone(
    /// Of which kind it would be.
    of: Things,
) -> impl IntoView {
    view! {
        <NotThere
            icon=icondata_lu::LuSearchX
            title=|| t().centre.things.gone
            text=|| t().centre.things.gone_text
            route=Route::from(of.page)
            back=of.title
        />
    }
}

/// The button below a form, at its end.
#[component]
pub(super) fn SaveButton() -> impl IntoView {
    view! {
        <div class="form__actions">
            <Button label=move || t().centre.things.save kind=ButtonKind::Primary submit=true />
        </div>
    }
}

/// What is filled in and not saved yet: nothing takes it away unasked.
pub(super) struct Saving<F: Send + Sync + 'static> {
    /// As it was filled in when it was last saved.
    saved: RwSignal<F>,
    /// What is wrong with it.
    pub(super) errors: FieldErrors,
}

impl<F: Send + Sync + 'static> Clone for Saving<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Send + Sync + 'static> Copy for Saving<F> {}

impl<F: Clone + PartialEq + Send + Sync + 'static> Saving<F> {
    /// Nothing is changed yet; `now` is what is filled in.
    pub(super) fn new(first: F, now: impl Fn() -> F + Send + Sync + 'static) -> Self {
        let saved = RwSignal::new(first);
        unsaved::guard(Signal::derive(move || saved.with(|saved| *saved != now())));
        Self { saved, errors: FieldErrors::new() }
    }

    /// Puts it into the draft and says so; what must be mended is said at its field.
    pub(super) fn save(self, desk: Desk, form: F, edit: DraftEdit) -> Option<Ref> {
        let at = put(desk, self.errors, edit)?;
        self.saved.set(form);
        Some(at)
    }
}

/// Puts an edit into the draft and says so; what must be mended is said at its field.
pub(super) fn put(desk: Desk, errors: FieldErrors, edit: DraftEdit) -> Option<Ref> {
    errors.clear();
    match desk.edit(edit) {
        Ok(at) => {
            let what = untrack(|| desk.named(|book| book.titled(&at)));
            toasts::tell((t().centre.things.saved)(&what));
            Some(at)
        }
        Err(problems) => {
            errors.set(problems);
            to_first_problem();
            None
        }
    }
}

/// Shows the page of what was just made, in the place of the empty form.
pub(super) fn show_new(navigate: &impl Fn(&str, NavigateOptions), page: CentrePage) {
    navigate(&Route::from(page).href(), NavigateOptions { replace: true, ..NavigateOptions::default() });
}
