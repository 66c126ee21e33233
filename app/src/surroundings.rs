//! What the pages need from around them: the clock, and who is looking at them.

use domain::rights::Numbers;
use domain::staff::{Language, Me, StaffRef, Theme};
use domain::times::Millis;
use leptos::prelude::{Get, Memo, RwSignal, SharedValue, With, provide_context, use_context};
use serde::{Deserialize, Serialize};

/// The time now, by the machine this runs on.
pub fn now() -> Millis {
    #[cfg(target_arch = "wasm32")]
    #[allow(clippy::cast_possible_truncation)] // whole milliseconds, far below 2^53
    return Millis(js_sys::Date::now() as i64);
    #[cfg(not(target_arch = "wasm32"))]
    Millis(
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)),
    )
}

/// What the sign-in page of a demonstration says about who can sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demonstration {
    /// The password of all of them.
    pub password: String,
    /// Who: email, name, role.
    pub accounts: Vec<(String, String, domain::access::Role)>,
}

/// A pretend telephone company is there: a customer's telephone can be opened beside the pages.
#[derive(Clone, Copy, Debug)]
pub struct CustomerPhone;

/// What the server knew when it answered this page: sent along, so that the browser starts from the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Who is signed in.
    pub me: Option<Me>,
    /// The language of the pages.
    pub language: Language,
    /// The colours of the pages.
    pub theme: Theme,
    /// When the server answered: relative times are counted from here until the page is live.
    pub now: Millis,
    /// Whether this is a demonstration, and who can sign in.
    pub demonstration: Option<Demonstration>,
    /// Whether a customer's telephone can be opened.
    pub customer_phone: bool,
}

impl Visit {
    /// On the server from the request, in the browser from what the server sent.
    pub fn shared() -> Self {
        SharedValue::new(Self::of_request).into_inner()
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn of_request() -> Self {
        let me = crate::api::me();
        let parts = use_context::<axum::http::request::Parts>();
        let cookie = |name: &str| parts.as_ref().and_then(|p| cookie(p, name)).unwrap_or_default();
        Self {
            language: me.as_ref().map_or_else(|| Language::from_stored(&cookie("alo_language")), |m| m.language),
            theme: me.as_ref().map_or_else(|| Theme::from_stored(&cookie("alo_theme")), |m| m.theme),
            demonstration: if me.is_some() { None } else { use_context::<Demonstration>() },
            customer_phone: me.is_some() && use_context::<CustomerPhone>().is_some(),
            me,
            now: now(),
        }
    }

    #[cfg(not(feature = "ssr"))]
    fn of_request() -> Self {
        let (language, theme) = (Language::default(), Theme::default());
        Self { me: None, language, theme, now: now(), demonstration: None, customer_phone: false }
    }
}

#[cfg(feature = "ssr")]
fn cookie(parts: &axum::http::request::Parts, name: &str) -> Option<String> {
    let header = parts.headers.get(axum::http::header::COOKIE)?.to_str().ok()?;
    header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, v)| v.to_owned())
}

/// Whether a customer's telephone can be opened.
pub fn customer_phone() -> bool {
    use_context::<CustomerPhone>().is_some()
}

/// Who is looking, as signals: a change of language or theme shows at once.
#[derive(Clone, Copy)]
pub struct Viewer {
    /// Who is signed in; `None` on the sign-in page.
    pub me: RwSignal<Option<Me>>,
    /// The language of the pages.
    pub language: RwSignal<Language>,
    /// The colours of the pages.
    pub theme: RwSignal<Theme>,
    /// The time that relative times are counted from; moves once the page is live.
    pub now: RwSignal<Millis>,
}

impl Viewer {
    /// Makes the visit known to every component below.
    pub fn provide(visit: &Visit) -> Self {
        let viewer = Self {
            me: RwSignal::new(visit.me.clone()),
            language: RwSignal::new(visit.language),
            theme: RwSignal::new(visit.theme),
            now: RwSignal::new(visit.now),
        };
        #[cfg(target_arch = "wasm32")]
        PAGE.set(Some(viewer));
        provide_context(viewer);
        viewer
    }

    /// Whether the signed-in member may do this; decides what is shown, never what is allowed.
    pub fn may(self, action: domain::access::Action) -> Memo<bool> {
        Memo::new(move |_| self.me.get().is_some_and(|me| me.may(action)))
    }

    /// What they see of telephone numbers.
    pub fn numbers(self) -> Numbers {
        self.me.with(|me| me.as_ref().map(|me| me.rights.numbers()).unwrap_or_default())
    }

    /// Whether they may do this to a record of this owner, as far as the page knows.
    pub fn may_to(self, action: domain::access::Action, owner: Option<&StaffRef>) -> Memo<bool> {
        let owner = owner.map(|owner| owner.id.clone());
        Memo::new(move |_| self.me.get().is_some_and(|me| me.may_to(action, owner.as_ref())))
    }
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// A browser's page has one viewer; tasks and listeners that outlive their component find it here.
    static PAGE: std::cell::Cell<Option<Viewer>> = const { std::cell::Cell::new(None) };
}

/// The viewer of the page; every component lives below [`crate::App`], which provides it.
pub fn viewer() -> Viewer {
    #[cfg(target_arch = "wasm32")]
    if let Some(viewer) = PAGE.get() {
        return viewer;
    }
    use_context::<Viewer>().unwrap_or_else(|| Viewer::provide(&Visit::shared()))
}
