//! Stringee's account: what signs us in there, our numbers, the addresses it calls, and what came to them.

mod account;
mod addresses;
mod api;
mod deliveries;
mod examination;
mod filled;
mod hotlines;
mod queues;
mod words;

pub use api::{
    examine_stringee, renew_stringee_path, save_served_queues, save_stringee, served_queues, stringee_deliveries,
    stringee_settings,
};

use super::tabs::SettingsTabs;
use crate::components::{ErrorState, PageHead, Skeleton};
use crate::routes::Route;
use crate::texts::t;
use account::AccountPanel;
use addresses::AddressesPanel;
use deliveries::DeliveriesPanel;
use domain::stringee::AccountSettings;
use domain::telephone::Provider;
use examination::ExaminationPanel;
use leptos::prelude::*;
use queues::QueuesPanel;

/// The page of the account.
#[component]
pub fn AccountPage() -> impl IntoView {
    let settings = Resource::new_blocking(|| (), |()| stringee_settings());
    let again = Callback::new(move |()| settings.refetch());
    view! {
        <PageHead title=move || t().settings.title />
        <SettingsTabs open=Route::TelephoneSettings(Provider::Stringee) />
        <div class="panels panels--wide">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match settings.await {
                        Ok(account) => view! { <Panels account=account refetch=again /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

/// The account; once there is one, also what depends on it.
#[component]
fn Panels(account: AccountSettings, refetch: Callback<()>) -> impl IntoView {
    let is_set_up = account.has_key_secret;
    let path = account.path.clone();
    view! {
        <AccountPanel account=account refetch=refetch />
        {is_set_up
            .then(|| {
                view! {
                    <ExaminationPanel />
                    <QueuesPanel />
                    <AddressesPanel path=path refetch=refetch />
                    <DeliveriesPanel />
                }
            })}
    }
}
