//! Parts of the program that a browser fetches when they are first needed, each group in files of its own; which is
//! which the build finds out by what calls what (`xtask/src/assets/wasm.rs`).
//!
//! What [`fetched!`] names is reached through its answer alone: a page that another calls by its name comes with it.

use crate::api::Fault;
use crate::components::{ErrorState, toasts};
use crate::frame::page_at;
use crate::softphone::phone;
use crate::storage;
use crate::texts::t;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use leptos_router::ChooseView;
use leptos_router::hooks::use_location;
use std::future::Future;
use std::pin::Pin;

/// What makes a part, once it is there.
pub(crate) type Make<With> = fn(With) -> AnyView;

/// A part on its way. On the server it is there at once.
pub(crate) type Loading<With> = Pin<Box<dyn Future<Output = Result<Make<With>, SplitLoaderError>>>>;

/// Declares parts, group by group: `group { name(what it is made with) = how it is made; }`.
macro_rules! fetched {
    ($($group:ident { $($name:ident($with:ty) = $make:expr;)+ })+) => {$($(
        pub(super) fn $name() -> $crate::fetched::Loading<$with> {
            #[leptos::wasm_split::wasm_split($group, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $name() -> Result<$crate::fetched::Make<$with>, leptos::wasm_split::SplitLoaderError> {
                let make: $crate::fetched::Make<$with> = $make;
                Ok(make)
            }
            // The browser is told with the page to fetch it.
            leptos::prefetch_lazy_fn_on_server(stringify!($group));
            Box::pin($name())
        }
    )+)+};
}

pub(crate) use fetched;

/// The page of a route, fetched when somebody goes there.
#[derive(Clone, Copy)]
pub(crate) struct Page(pub(crate) fn() -> Loading<()>);

impl ChooseView for Page {
    async fn choose(self) -> AnyView {
        match (self.0)().await {
            Ok(make) => make(()),
            Err(_) => view! { <NotFetched /> }.into_any(),
        }
    }

    async fn preload(&self) {}
}

/// Fetches what the page that the server drew consists of; only then can it come alive as a whole. `false` where that
/// did not come.
pub async fn first_page_is_there() -> bool {
    let address = window().location().pathname().unwrap_or_default();
    let Some(page) = page_at(&address) else { return true };
    let tab = storage::for_this_tab();
    let is_there = page.await.is_ok();
    if is_there {
        storage::forget(tab.as_ref(), LOADED_AGAIN);
    } else if storage::read(tab.as_ref(), LOADED_AGAIN).is_none() && storage::keep(tab.as_ref(), LOADED_AGAIN, &address)
    {
        // Once: the server may have been replaced since. Refused only in a document that is being left.
        let _ = window().location().reload();
    }
    is_there
}

/// Fetches what a page consists of before anybody goes there.
pub(crate) fn fetch_ahead(address: &str) {
    if let Some(page) = page_at(address) {
        // What does not come now is asked for again by whoever goes there.
        spawn_local(async move { drop(page.await) });
    }
}

/// The entry that says that this tab was loaded again, and where.
const LOADED_AGAIN: &str = "alo.loaded-again";

/// In place of a page that did not come. The server may have been replaced: it is asked for the whole page, by itself
/// unless that would break off a call.
#[component]
fn NotFetched() -> impl IntoView {
    let place = use_location();
    let load = Callback::new(move |()| {
        let (path, search) = (place.pathname.get_untracked(), place.search.get_untracked());
        let location = window().location();
        let address = if search.is_empty() { path } else { format!("{path}?{search}") };
        // Refused only in a document that is being left.
        let _ = location.set_href(&address);
    });
    let phone = phone();
    Effect::new(move |_| {
        if !phone.is_busy() {
            load.run(());
        }
    });
    view! { <ErrorState fault=Fault(Problem::Unreachable) retry=load /> }
}

/// A part of a page that is shown when somebody asks for it.
pub(crate) struct Part<With: 'static> {
    fetch: fn() -> Loading<With>,
    made: StoredValue<Option<Make<With>>>,
}

impl<With> Clone for Part<With> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<With> Copy for Part<With> {}

impl<With> Part<With> {
    /// Not fetched yet.
    pub(crate) fn new(fetch: fn() -> Loading<With>) -> Self {
        Self { fetch, made: StoredValue::new(None) }
    }

    /// Goes on once it is there.
    pub(crate) fn before(self, then: impl FnOnce() + 'static) {
        match self.made.try_with_value(Option::is_some) {
            Some(true) => return then(),
            Some(false) => {}
            // What it would have been part of is gone.
            None => return,
        }
        spawn_local(async move {
            match (self.fetch)().await {
                Ok(make) => {
                    if self.made.try_update_value(|made| *made = Some(make)).is_some() {
                        then();
                    }
                }
                Err(_) => toasts::warn(t().problems.unreachable),
            }
        });
    }

    /// Fetches it when it is first wanted; says whether it is wanted and there.
    pub(crate) fn when(self, wanted: impl Fn() -> bool + Copy + Send + Sync + 'static) -> Signal<bool> {
        let is_there = RwSignal::new(false);
        Effect::new(move |_| {
            if wanted() && !is_there.get_untracked() {
                self.before(move || is_there.set(true));
            }
        });
        Signal::derive(move || is_there.get() && wanted())
    }

    /// The part; nothing before it is there.
    pub(crate) fn show(self, with: With) -> Option<AnyView> {
        self.made.get_value().map(|make| make(with))
    }
}
