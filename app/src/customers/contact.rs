//! How a customer is reached: numbers, email, address; and what everybody should know.

use crate::components::{Badge, Icon, Tone};
use crate::numbers::Reveal;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::customers::Phone;
use domain::numbers::RevealOf;
use domain::phone;
use leptos::prelude::*;

/// Numbers, addresses, and the note on top of the record.
#[component]
pub(crate) fn Contact(
    /// The record they belong to.
    of: RevealOf,
    /// Telephone numbers, primary first.
    phones: Vec<Phone>,
    /// Email address.
    email: Option<String>,
    /// Postal address.
    address: Option<String>,
    /// What everybody should know.
    note: Option<String>,
    /// What else there is to say, as terms and what they are.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="contact" aria-labelledby="contact-heading">
            <h2 class="section-heading" id="contact-heading">
                {move || t().customers.contact}
            </h2>
            {if phones.is_empty() {
                view! { <p class="contact__nothing">{move || t().customers.no_phone}</p> }.into_any()
            } else {
                view! {
                    <ul class="contact__phones">
                        {phones.into_iter().map(|phone| view! { <PhoneLine of=of.clone() phone=phone /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
            <dl class="facts">
                {email
                    .map(|email| {
                        let address = format!("mailto:{email}");
                        view! {
                            <dt>{move || t().customers.email}</dt>
                            <dd>
                                <a href=address>{email}</a>
                            </dd>
                        }
                    })}
                {address
                    .map(|address| {
                        view! {
                            <dt>{move || t().customers.address}</dt>
                            <dd>{address}</dd>
                        }
                    })}
                {children.map(|children| children())}
                {note
                    .map(|note| {
                        view! {
                            <dt>{move || t().customers.note}</dt>
                            <dd class="contact__note">{note}</dd>
                        }
                    })}
            </dl>
        </section>
    }
}

#[component]
fn PhoneLine(
    /// The record it belongs to.
    of: RevealOf,
    /// The number.
    phone: Phone,
) -> impl IntoView {
    let said = !phone.number.is_masked() && phone::differs(&phone.raw, &phone.number);
    let typed = said.then_some(phone.raw);
    let masked = phone.number.clone();
    let labelled = (!phone.label.is_empty()).then_some(phone.label);
    view! {
        <li class="phone-line">
            <span class="phone-line__number">
                <Dialable number=phone.number do_not_call=phone.do_not_call />
            </span>
            <Reveal number=masked of=of />
            {labelled.map(|label| view! { <span class="phone-line__label">{label}</span> })}
            {phone
                .primary
                .then(|| {
                    view! {
                        <span class="phone-line__primary">
                            <Icon icon=icondata_lu::LuStar />
                            {move || t().customers.primary}
                        </span>
                    }
                })}
            {phone
                .do_not_call
                .then(|| {
                    view! {
                        <Badge
                            tone=Tone::Danger
                            icon=icondata_lu::LuPhoneOff
                            label=move || t().customers.do_not_call
                        />
                    }
                })}
            {typed
                .map(|raw| {
                    view! { <span class="phone-line__raw">{move || (t().customers.typed_as)(&raw)}</span> }
                })}
        </li>
    }
}
