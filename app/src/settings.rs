//! The installation's telephone accounts, and the rules of calling out. For admins.

mod account;
mod api;
mod dialling;
mod directory;
mod history;
mod purpose;
pub mod stringee;
mod tabs;
mod test;
mod threec;

pub use api::{
    dial_policy, read_history_settings, save_dial_policy, save_history, save_telephone, telephone_settings,
    test_history, test_telephone,
};
pub use dialling::DialPolicyPage;
pub use directory::DirectoryPage;
pub use directory::api as directory_api;

use crate::components::{ErrorState, PageHead, Skeleton};
use crate::routes::Route;
use crate::texts::t;
use account::AccountPanel;
use domain::telephone::Provider;
use history::HistorySection;
use leptos::prelude::*;
use tabs::SettingsTabs;
use test::TestPanel;

/// The page of the account at the first provider; the other has a room of its own.
#[component]
pub fn TelephonePage() -> impl IntoView {
    let settings = Resource::new_blocking(|| (), |()| telephone_settings());
    let seats = Resource::new_blocking(|| (), |()| crate::staff::list_staff());
    let shown = move || {
        Suspend::new(async move {
            match (settings.await, seats.await) {
                (Ok(account), Ok(members)) => {
                    let usable = account.has_key && !account.domain.is_empty();
                    view! {
                        <AccountPanel account=account refetch=move || settings.refetch() />
                        <TestPanel members=members usable=usable />
                        <HistorySection />
                    }
                    .into_any()
                }
                (Err(fault), _) | (_, Err(fault)) => {
                    let again = move || {
                        settings.refetch();
                        seats.refetch();
                    };
                    view! { <ErrorState fault=fault retry=again /> }.into_any()
                }
            }
        })
    };
    view! {
        <PageHead title=move || t().settings.title />
        <SettingsTabs open=Route::TelephoneSettings(Provider::ThreeC) />
        <div class="panels">
            <Transition fallback=|| view! { <Skeleton /> }>{shown}</Transition>
        </div>
    }
}
