//! What our server asks of the provider in the page's stead, since the provider's page cannot.

use super::api;
use super::phone::Phone;
use crate::api::Fault;
use crate::components::toasts;
use crate::components::words::problem;
use domain::calls::{Event, Failure, Order, TransferFailure, TransferTarget};
use domain::problem::Problem;
use leptos::prelude::untrack;
use leptos::task::spawn_local;

/// Has an order carried out. What comes of it is heard like anything the provider reports.
pub(super) fn carry_out(phone: Phone, order: Order, of: Option<String>) {
    spawn_local(async move {
        let event = match order {
            Order::ListColleagues => told(api::colleagues().await).map(Event::Colleagues),
            Order::Presence { online } => told(api::let_calls_come(online).await).map(Event::PresenceIs),
            Order::Dial { number } => Some(call_first(phone, number).await),
            Order::TransferToNumber { number } => Some(pass_on(phone, of, TransferTarget::Number(number)).await),
            // Every provider's page carries these out itself.
            _ => None,
        };
        if let Some(event) = event {
            phone.hear(event);
        }
    });
}

/// Whether calls come is asked when the page has been let in.
pub(super) fn learn_presence(phone: Phone) {
    spawn_local(async move {
        if let Ok(Some(presence)) = api::presence().await {
            phone.hear(Event::PresenceIs(presence));
        }
    });
}

async fn call_first(phone: Phone, number: String) -> Event {
    let reason = match api::call_first(number.clone(), phone.habits.hotline_now()).await {
        Ok(Ok(())) => return Event::DialTaken { number },
        Ok(Err(reason)) => reason,
        Err(fault) => {
            tell(&fault);
            Failure::Provider
        }
    };
    Event::DialFailed { reason, provider_id: None }
}

async fn pass_on(phone: Phone, of: Option<String>, to: TransferTarget) -> Event {
    let call = phone.desk_now(|desk| {
        let named = desk.calls().iter().find(|call| call.state.provider_id == of);
        named.map(|call| call.id.clone())
    });
    let reason = match (call, of) {
        (Some(call), Some(id)) => match api::pass_on(call, to).await {
            Ok(Ok(())) => return Event::Of { id, what: Box::new(Event::TransferDone) },
            Ok(Err(reason)) => reason,
            Err(fault) => {
                tell(&fault);
                TransferFailure::Failed
            }
        },
        _ => TransferFailure::NotInACall,
    };
    Event::TransferFailed { reason }
}

/// What was refused is told at once; the wish itself is given up in its time.
fn told<T>(answer: Result<T, Fault>) -> Option<T> {
    answer.inspect_err(tell).ok()
}

fn tell(fault: &Fault) {
    let why: &Problem = &fault.0;
    toasts::warn(untrack(|| problem(why)));
}
