//! Our numbers: the list, and the form of one.

use super::desk::{Desk, desk};
use super::diagram::NumberDiagram;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::options::one_of;
use super::thing::{Gone, SaveButton, Saving, ThingPage, id_here, show_new};
use super::things::{ThingTable, Things, ThingsHead, Words};
use super::words::{self, grouped};
use crate::components::{Badge, Checkbox, Segmented, Select, TextField, Tone};
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Answers, Centre, Digits, DraftEdit, Hotline, HotlineForm, Kind, Part, Ref};
use domain::fields::Field;
use domain::ids::{MenuId, QueueId};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const THINGS: Things = Things {
    page: CentrePage::Hotlines,
    title: || t().centre.hotlines,
    one_more: CentrePage::Hotline(None),
    new: || t().centre.things.new_hotline,
    icon: icondata_lu::LuPhoneIncoming,
    none: || t().centre.things.no_hotlines,
    none_text: || t().centre.things.no_hotlines_text,
};

/// Above the columns; the last ones only where there is room.
const HEADS: [(Words, bool); 3] = [
    (|| t().centre.parts.hotline, false),
    (|| t().centre.things.leads_to, false),
    (|| t().centre.parts.calls_out, true),
];

/// The list.
#[component]
pub fn HotlinesPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Hotlines>
            <ThingsHead of=THINGS />
            <ThingTable
                of=THINGS
                heads=&HEADS
                all=|draft| draft.hotlines().cloned().collect()
                row=|hotline: Hotline| view! { <Row hotline=hotline /> }.into_any()
            />
        </CentreFrame>
    }
}

#[component]
fn Row(hotline: Hotline) -> impl IntoView {
    let desk = desk();
    let leads_to = hotline.leads_to();
    let is_nowhere = leads_to.is_none();
    let said = move || match &leads_to {
        Some(at) => desk.named(|book| book.titled(at)),
        None => t().centre.things.nowhere.to_owned(),
    };
    let (number, calls_out) = (hotline.number, hotline.calls_out);
    let read = grouped(&number);
    view! {
        <tr class="table__row">
            <th scope="row" class="centre-list__name">
                <a class="table__link" data-row="" href=Route::from(CentrePage::Hotline(Some(number.clone()))).href()>
                    {if hotline.name.is_empty() { read.clone() } else { hotline.name }}
                </a>
                <span class="centre-list__more number">{read}</span>
            </th>
            <td class:table__dim=is_nowhere>{said}</td>
            <td class="centre-list__wide">{calls_out.then(|| view! { <Badge label=move || words::capital(t().centre.parts.yes) tone=Tone::Ok /> })}</td>
            <td><FindingMark of=Ref::Hotline(number) /></td>
        </tr>
    }
}

/// One of them, or a new one.
#[component]
pub fn HotlinePage() -> impl IntoView {
    let id = id_here();
    view! { <CentreFrame part=CentrePage::Hotlines>{move || view! { <OneHotline id=id.get() /> }}</CentreFrame> }
}

#[component]
fn OneHotline(id: String) -> impl IntoView {
    let was = (id != NEW).then(|| Digits::new(&id));
    let form = match &was {
        None => Some(HotlineForm { calls_out: true, ..HotlineForm::default() }),
        Some(number) => untrack(|| desk().draft(|draft| draft.hotline(number).map(HotlineForm::from))),
    };
    let drawn = was.clone();
    match form {
        None => view! { <Gone of=THINGS /> }.into_any(),
        Some(form) => view! {
            <ThingPage at=was.clone().map(Ref::Hotline) of=THINGS>
                <Fields was=was form=form />
            </ThingPage>
            {drawn.map(|number| view! { <WayOf number=number /> })}
        }
        .into_any(),
    }
}

/// Where its calls go in the draft.
#[component]
fn WayOf(number: Digits) -> impl IntoView {
    let desk = desk();
    let centre = Signal::derive(move || desk.draft(Centre::clone));
    view! {
        <section class="centre-part" aria-labelledby="way">
            <h2 class="panel__title" id="way">{move || t().centre.things.way}</h2>
            <NumberDiagram centre=centre number=number findings=desk.findings() />
        </section>
    }
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Filled {
    number: RwSignal<String>,
    name: RwSignal<String>,
    calls_out: RwSignal<bool>,
    records: RwSignal<bool>,
    answers: RwSignal<Answers>,
    menu: RwSignal<String>,
    queue: RwSignal<String>,
}

impl Filled {
    fn of(form: &HotlineForm) -> Self {
        Self {
            number: RwSignal::new(form.number.clone()),
            name: RwSignal::new(form.name.clone()),
            calls_out: RwSignal::new(form.calls_out),
            records: RwSignal::new(form.records_calls_out),
            answers: RwSignal::new(form.answers),
            menu: RwSignal::new(form.menu.as_ref().map(ToString::to_string).unwrap_or_default()),
            queue: RwSignal::new(form.queue.as_ref().map(ToString::to_string).unwrap_or_default()),
        }
    }

    fn form(self) -> HotlineForm {
        let chosen = |id: RwSignal<String>| Some(id.get()).filter(|id| !id.is_empty());
        HotlineForm {
            number: self.number.get(),
            name: self.name.get(),
            calls_out: self.calls_out.get(),
            records_calls_out: self.records.get(),
            answers: self.answers.get(),
            menu: chosen(self.menu).map(MenuId::new),
            queue: chosen(self.queue).map(QueueId::new),
        }
    }
}

#[component]
fn Fields(was: Option<Digits>, form: HotlineForm) -> impl IntoView {
    let desk = desk();
    let filled = Filled::of(&form);
    let saving = Saving::new(form, move || filled.form());
    let errors = saving.errors;
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| filled.form());
        let saved = saving.save(desk, form.clone(), DraftEdit::Hotline { was: was.clone(), form });
        if let Some(Ref::Hotline(number)) = saved.filter(|at| was.clone().map(Ref::Hotline).as_ref() != Some(at)) {
            show_new(&navigate, CentrePage::Hotline(Some(number)));
        }
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <div class="settings__pair">
                <TextField
                    name="number"
                    label=move || t().centre.parts.number
                    value=filled.number
                    error=errors.at(Field::Centre(Part::Number))
                    hint=move || t().centre.things.hotline_hint
                    kind="tel"
                    required=true
                />
                <TextField
                    name="name"
                    label=move || t().centre.parts.name
                    value=filled.name
                    error=errors.at(Field::Centre(Part::Name))
                    hint=move || t().centre.things.hotline_name_hint
                    required=true
                />
            </div>
            <AnswerFields desk=desk filled=filled saving=saving />
            <div class="form__marks">
                <Checkbox label=move || t().centre.parts.calls_out checked=filled.calls_out />
                <Checkbox label=move || t().centre.parts.records_calls_out checked=filled.records />
            </div>
            <SaveButton />
        </form>
    }
}

/// What callers hear first; the choice that is not taken is remembered.
#[component]
fn AnswerFields(desk: Desk, filled: Filled, saving: Saving<HotlineForm>) -> impl IntoView {
    let errors = saving.errors;
    let word = |with: Answers| if with == Answers::Menu { "menu" } else { "queue" };
    let options =
        move || [Answers::Menu, Answers::Queue].map(|with| (word(with).to_owned(), words::answers(with).to_owned()));
    let is_menu = move || filled.answers.get() == Answers::Menu;
    let menus = Signal::derive(move || one_of(desk, Kind::Menu));
    let queues = Signal::derive(move || one_of(desk, Kind::Queue));
    let choose = move |chosen: String| {
        filled.answers.set(if chosen == "menu" { Answers::Menu } else { Answers::Queue });
    };
    view! {
        <div class="form__choice">
            <span class="field__label">{move || t().centre.parts.answers}</span>
            <Segmented
                name="answers"
                label=move || t().centre.parts.answers
                chosen=Signal::derive(move || word(filled.answers.get()).to_owned())
                on_choose=choose
                options=Signal::derive(move || options().to_vec())
            />
        </div>
        <div hidden=move || !is_menu()>
            <Select
                name="menu"
                label=move || t().centre.parts.menu
                value=filled.menu
                options=menus
                error=errors.at(Field::Centre(Part::Menu))
            />
        </div>
        <div hidden=is_menu>
            <Select
                name="queue"
                label=move || t().centre.parts.queue
                value=filled.queue
                options=queues
                error=errors.at(Field::Centre(Part::Queue))
            />
        </div>
    }
}
