//! What our server asks of the provider in the page's stead, since the provider's page cannot.

use super::api;
use super::phone::Phone;
use domain::calls::{Event, Order};
use leptos::task::spawn_local;

/// Has an order carried out. What comes of it is heard like anything the provider reports.
pub(super) fn carry_out(phone: Phone, order: Order) {
    spawn_local(async move {
        let event = match order {
            Order::ListColleagues => api::colleagues().await.map(Event::Colleagues).ok(),
            // Every provider's page carries these out itself.
            _ => None,
        };
        if let Some(event) = event {
            phone.hear(event);
        }
    });
}
