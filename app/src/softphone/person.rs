//! Who is on the line: the name before the number, and what to know before saying hello.

use super::callers::Caller;
use super::phone::{Phone, phone};
use super::words;
use crate::calls::api::attach_call;
use crate::components::words::problem;
use crate::components::{Ago, Badge, Button, ButtonKind, LinkButton, Tone, toasts};
use crate::customers::CustomerPicker;
use crate::routes::Route;
use crate::texts::t;
use domain::calls::{Card, CardCompany, CardCustomer, CardDeal, Direction, LastContact, NoteBrief, Outcome};
use domain::customers::CustomerRef;
use domain::ids::CallId;
use domain::times;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whoever is on the line.
#[component]
pub(super) fn Person(
    /// Of which call.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call);
    let raw =
        Memo::new(move |_| id.with_value(|id| phone.call(id, |call| call.state.number.clone())).unwrap_or_default());
    // Drawn anew only when something else is known: a search under way outlives the answer to the call.
    let caller = Memo::new(move |_| id.with_value(|id| phone.callers.of(id, Clone::clone)));
    let number = Signal::derive(move || words::customers_number(&raw.get()));
    let shown = move || match caller.get() {
        Caller::Looking => view! { <Unknown number=number text=move || t().softphone.looking /> }.into_any(),
        Caller::Failed(why) => {
            let text = move || format!("{} {}", t().softphone.not_looked_up, problem(&why));
            view! { <Unknown number=number text=text /> }.into_any()
        }
        Caller::Known(card) => known(card, &raw.get()),
    };
    view! { <div class="person">{shown}</div> }
}

/// What the server said; `raw` where it has no number.
fn known(card: Card, raw: &str) -> AnyView {
    let number = card.number.as_ref().map_or_else(|| words::customers_number(raw), domain::phone::Number::grouped);
    match card.customers.as_slice() {
        [] if !card.companies.is_empty() => {
            let companies = card.companies.iter().map(|company| {
                view! { <CompanyOf call=card.call.clone() company=company.clone() number=number.clone() /> }
            });
            companies.collect_view().into_any()
        }
        [] => {
            // An address must not say what the member may not see.
            let masked = card.number.as_ref().filter(|number| number.is_masked()).map(domain::phone::Number::as_str);
            let raw = masked.unwrap_or(raw).to_owned();
            view! { <Nobody call=card.call.clone() number=number raw=raw /> }.into_any()
        }
        [one] => view! { <One customer=one.clone() number=number /> }.into_any(),
        _ => view! { <Several card=card number=number /> }.into_any(),
    }
}

/// A number that is not looked up yet.
#[component]
fn Unknown(#[prop(into)] number: Signal<String>, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <p class="person__name">{number}</p>
        <p class="person__line">{text}</p>
    }
}

/// Nobody holds the number: a new customer, or one who has a new number.
#[component]
fn Nobody(call: CallId, number: String, raw: String) -> impl IntoView {
    let (attaches, to) = (RwSignal::new(false), call.clone());
    let new = Route::NewCustomer { number: Some(raw).filter(|raw| !raw.is_empty()), call: Some(call) };
    view! {
        <p class="person__name">{number}</p>
        <p class="person__line">{move || t().softphone.unknown_caller}</p>
        <div class="person__buttons">
            <LinkButton route=new label=move || t().softphone.create_customer icon=icondata_lu::LuUserPlus />
            <Button
                label=move || t().softphone.attach
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuUserSearch
                on_press=move |()| attaches.update(|attaches| *attaches = !*attaches)
            />
        </div>
        <Show when=move || attaches.get()>
            <Attach call=to.clone() />
        </Show>
    }
}

/// Finds the customer by name: they get the number as well.
#[component]
fn Attach(call: CallId) -> impl IntoView {
    let phone = phone();
    let id = format!("attach-{call}");
    let pick = Callback::new(move |customer: CustomerRef| attach(phone, call.clone(), customer, true));
    view! { <CustomerPicker on_pick=pick id=id /> }
}

fn attach(phone: Phone, call: CallId, customer: CustomerRef, remember_number: bool) {
    // Said by the page's texts now: the answer comes outside of any component.
    let sorry = t().softphone.not_attached;
    spawn_local(async move {
        match attach_call(call, customer.id, remember_number).await {
            Ok(card) => phone.caller_is(card),
            Err(_) => toasts::warn(sorry),
        }
    });
}

/// The one who holds the number.
#[component]
fn One(customer: CardCustomer, number: String) -> impl IntoView {
    let owner = customer.owner.clone();
    let owned = move || owner.as_ref().map(|owner| (t().softphone.owner)(&owner.name));
    let company = customer.company.clone();
    let line = move || [company.clone(), owned()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // A note that was the last contact is told there already.
    let told = customer.last_contact.as_ref().is_some_and(|contact| contact.direction.is_none());
    let notes: Vec<NoteBrief> = customer.notes.iter().skip(usize::from(told)).cloned().collect();
    view! {
        <p class="person__name">{customer.name.clone()}</p>
        <p class="person__number">{number}</p>
        {customer
            .do_not_call
            .then(|| view! { <Badge label=move || t().softphone.do_not_call tone=Tone::Warn icon=icondata_lu::LuBan /> })}
        <p class="person__line">{line}</p>
        {customer.last_contact.clone().map(|contact| view! { <Contact contact=contact /> })}
        <Deals deals=customer.deals.clone() />
        <Notes notes=notes />
        <LinkButton
            route=Route::Customer(customer.id)
            label=move || t().softphone.open_record
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuExternalLink
        />
    }
}

/// A company's number: its name, and who works there to choose from.
#[component]
fn CompanyOf(call: CallId, company: CardCompany, number: String) -> impl IntoView {
    let phone = phone();
    let owner = company.owner.clone();
    let owned = move || owner.as_ref().map(|owner| (t().softphone.owner)(&owner.name));
    let line = move || {
        [Some(t().companies.calls_from.to_owned()), owned()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let CardCompany { company, do_not_call, people, .. } = company;
    let choice = |person: CustomerRef| {
        let (call, chosen, spoken) = (call.clone(), person.clone(), person.name.clone());
        view! {
            <li>
                <button
                    type="button"
                    class="person__choice"
                    title=move || (t().softphone.choose)(&spoken)
                    on:click=move |_| attach(phone, call.clone(), chosen.clone(), false)
                >
                    <span class="person__choice-name">{person.name}</span>
                </button>
            </li>
        }
    };
    let choices = (!people.is_empty()).then(|| {
        view! {
            <p class="person__line">{move || t().companies.who_calls}</p>
            <ul class="person__choices">{people.into_iter().map(choice).collect_view()}</ul>
        }
    });
    view! {
        <p class="person__name">{company.name}</p>
        <p class="person__number">{number}</p>
        {do_not_call
            .then(|| view! { <Badge label=move || t().softphone.do_not_call tone=Tone::Warn icon=icondata_lu::LuBan /> })}
        <p class="person__line">{line}</p>
        {choices}
        <LinkButton
            route=Route::Company(company.id)
            label=move || t().companies.open
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuExternalLink
        />
    }
}

/// What they may buy.
#[component]
fn Deals(deals: Vec<CardDeal>) -> impl IntoView {
    let deal = |one: CardDeal| {
        view! {
            <li class="person__deal">
                <a href=Route::Deal(one.deal.id).href()>{one.deal.title}</a>
                <span class="person__line">{one.stage} " · " {times::money(one.amount)}</span>
            </li>
        }
    };
    (!deals.is_empty()).then(|| {
        view! {
            <ul class="person__deals" aria-label=move || t().deals.title>
                {deals.into_iter().map(deal).collect_view()}
            </ul>
        }
    })
}

/// The last time: "Lan gọi hôm qua 14:05, đã chốt lịch hẹn".
#[component]
fn Contact(contact: LastContact) -> impl IntoView {
    let LastContact { at, who, direction, outcome, note } = contact;
    let answered = outcome == Some(Outcome::Answered);
    let done = move || {
        let words = &t().softphone;
        match direction {
            None => (words.contact_noted)(&who),
            Some(Direction::Outbound) if answered => (words.contact_called)(&who),
            Some(Direction::Outbound) => (words.contact_tried)(&who),
            Some(Direction::Inbound) if answered => (words.contact_took)(&who),
            Some(Direction::Inbound) => (words.contact_missed)(&who),
        }
    };
    let said = (!note.is_empty()).then(|| format!(", {note}"));
    view! { <p class="person__line">{done} " " <Ago at=at /> {said}</p> }
}

/// The latest notes.
#[component]
fn Notes(notes: Vec<NoteBrief>) -> impl IntoView {
    let note = |note: NoteBrief| {
        view! {
            <li class="person__note">
                <span>{note.text}</span>
                <span class="person__by">{note.author} " · " <Ago at=note.at /></span>
            </li>
        }
    };
    (!notes.is_empty()).then(|| {
        view! {
            <ul class="person__notes" aria-label=move || t().softphone.latest_notes>
                {notes.into_iter().map(note).collect_view()}
            </ul>
        }
    })
}

/// Several hold the number: the member asks, and chooses.
#[component]
fn Several(card: Card, number: String) -> impl IntoView {
    let phone = phone();
    let choice = |customer: CardCustomer| {
        let (call, chosen) = (card.call.clone(), CustomerRef { id: customer.id, name: customer.name.clone() });
        let spoken = customer.name.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="person__choice"
                    title=move || (t().softphone.choose)(&spoken)
                    on:click=move |_| attach(phone, call.clone(), chosen.clone(), false)
                >
                    <span class="person__choice-name">{customer.name}</span>
                    <span class="person__line">{customer.company}</span>
                </button>
            </li>
        }
    };
    view! {
        <p class="person__name">{number}</p>
        <p class="person__line">{move || t().softphone.several}</p>
        <ul class="person__choices">{card.customers.clone().into_iter().map(choice).collect_view()}</ul>
    }
}
