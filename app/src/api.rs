//! The way from a page to a use case: who asks, what is refused, and how that travels.

use domain::problem::Problem;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// JSON that is read as text, as the values that come with a page are: a browser then has one reader of each type, not
/// two.
pub struct JsonText;

/// How server functions answer.
pub type Told = Post<JsonText>;

impl ContentType for JsonText {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for JsonText {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for JsonText {
    type Error = serde_json::Error;

    fn encode(output: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(output).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for JsonText {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        serde_json::from_str(&String::from_utf8_lossy(&bytes))
    }
}

/// A [`Problem`] on its way to the page; typed to the last metre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault(pub Problem);

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl FromServerFnError for Fault {
    type Encoder = JsonText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Problem::Unreachable,
            _ => Problem::Unavailable,
        })
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Fault {}

/// What every server function answers.
pub type Answer<T> = Result<T, Fault>;

#[cfg(feature = "ssr")]
pub(crate) use here::{Here, answer, here, me};

#[cfg(feature = "ssr")]
mod here {
    use super::{Answer, Fault};
    use axum::http::{StatusCode, request::Parts};
    use backend::Backend;
    use domain::access::Actor;
    use domain::problem::Problem;
    use domain::staff::Me;
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    /// The use cases, and on whose behalf they run.
    pub(crate) struct Here {
        /// The use cases.
        pub(crate) backend: Backend,
        /// On whose behalf.
        pub(crate) who: Actor,
    }

    /// The member of this request, as the server's door identified them.
    pub(crate) fn me() -> Option<Me> {
        use_context::<Parts>()?.extensions.get::<Me>().cloned()
    }

    /// Where this request runs and for whom; refused when nobody is signed in.
    pub(crate) fn here() -> Answer<Here> {
        let signed_out = || status(Problem::SignedOut);
        let me = me().ok_or_else(signed_out)?;
        let backend = use_context::<Backend>().ok_or_else(|| status(Problem::Unavailable))?;
        Ok(Here { backend, who: me.actor() })
    }

    /// A use case's answer as the member of this request may have it, with the HTTP status that belongs to its problem.
    /// Whatever a page is told goes through here: numbers are masked for whoever does not see them whole.
    pub(crate) fn answer<T: Serialize + DeserializeOwned>(result: Result<T, Problem>) -> Answer<T> {
        let seen = match result {
            Ok(answer) => shown(answer),
            // A problem may hold a record: what somebody else has saved meanwhile.
            Err(problem) => shown(problem).and_then(Err),
        };
        seen.map_err(status)
    }

    /// Without a member there is nothing of customers to be told.
    fn shown<T: Serialize + DeserializeOwned>(answer: T) -> Result<T, Problem> {
        match (me(), use_context::<Backend>()) {
            (Some(me), Some(backend)) => backend::numbers::shown(&backend, &me.actor(), answer),
            _ => Ok(answer),
        }
    }

    /// A page whose section could not ask a provider is there all the same, with the problem in the section's place: only
    /// the browser that asks for the section alone is told so by a status.
    fn is_told_by_status(problem: &Problem) -> bool {
        let is_page = use_context::<Parts>().is_some_and(|parts| !parts.uri.path().starts_with("/api/"));
        !(is_page && matches!(problem, Problem::Telephone(_)))
    }

    fn status(problem: Problem) -> Fault {
        if let Some(options) = use_context::<ResponseOptions>().filter(|_| is_told_by_status(&problem)) {
            options.set_status(match &problem {
                Problem::SignedOut | Problem::WrongCredentials => StatusCode::UNAUTHORIZED,
                Problem::Forbidden | Problem::MayNotDial(_) => StatusCode::FORBIDDEN,
                Problem::NotFound => StatusCode::NOT_FOUND,
                Problem::Invalid(_) | Problem::File(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Problem::Stale(_)
                | Problem::StaleCompany(_)
                | Problem::StaleDeal(_)
                | Problem::Merge(_)
                | Problem::Centre(_) => StatusCode::CONFLICT,
                Problem::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
                Problem::Telephone(_) => StatusCode::BAD_GATEWAY,
                Problem::Unavailable | Problem::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
            });
        }
        Fault(problem)
    }
}
