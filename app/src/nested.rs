//! Resources of parts that are drawn once something else is known: what belongs to a record, drawn when the record is
//! there.
//!
//! The server draws such a part twice, first to find out what else it waits for and then to send it, and the part would
//! ask the database each time. Here the second is given what the first was.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::future::Future;

#[cfg(feature = "ssr")]
pub(crate) use asked::Asked;

/// As `Resource::new_blocking`; what is fetched depends on the source alone.
pub(crate) fn resource<S, T, Fetched>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fetched + Send + Sync + 'static,
) -> Resource<T>
where
    S: Clone + Debug + PartialEq + Send + Sync + 'static,
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    Fetched: Future<Output = T> + Send + 'static,
{
    #[cfg(feature = "ssr")]
    let fetch = asked::once(fetch);
    Resource::new_blocking(source, fetch)
}

#[cfg(feature = "ssr")]
mod asked {
    use super::{Debug, Future};
    use futures_util::FutureExt;
    use futures_util::future::Shared;
    use leptos::prelude::use_context;
    use std::any::{Any, TypeId};
    use std::collections::HashMap;
    use std::pin::Pin;
    use std::sync::{Arc, Mutex, PoisonError};

    /// What a page has asked for so far; one for each page that is drawn.
    #[derive(Clone, Default)]
    pub(crate) struct Asked(Arc<Mutex<HashMap<Question, Box<dyn Any + Send>>>>);

    /// Who asks, and for what.
    type Question = (TypeId, String);

    type Answer<T> = Shared<Pin<Box<dyn Future<Output = T> + Send>>>;

    impl Asked {
        fn answer<T>(
            &self,
            question: Question,
            ask: impl FnOnce() -> Pin<Box<dyn Future<Output = T> + Send>>,
        ) -> Answer<T>
        where
            T: Clone + Send + Sync + 'static,
        {
            let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = asked.get(&question).and_then(|known| known.downcast_ref::<Answer<T>>()) {
                return known.clone();
            }
            let answer = ask().shared();
            asked.insert(question, Box::new(answer.clone()));
            answer
        }
    }

    /// Fetches what the page has not asked for yet.
    pub(super) fn once<S, T, Fetched, Fetch>(
        fetch: Fetch,
    ) -> impl Fn(S) -> Pin<Box<dyn Future<Output = T> + Send>> + Send + Sync + 'static
    where
        S: Debug,
        T: Clone + Send + Sync + 'static,
        Fetched: Future<Output = T> + Send + 'static,
        Fetch: Fn(S) -> Fetched + Send + Sync + 'static,
    {
        let page = use_context::<Asked>();
        move |source| match &page {
            Some(page) => {
                let question = (TypeId::of::<Fetch>(), format!("{source:?}"));
                Box::pin(page.answer(question, || Box::pin(fetch(source))))
            }
            None => Box::pin(fetch(source)),
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use leptos::prelude::{Owner, provide_context};
        use std::sync::atomic::{AtomicUsize, Ordering};

        static TIMES: AtomicUsize = AtomicUsize::new(0);

        async fn doubled(number: u8) -> u8 {
            TIMES.fetch_add(1, Ordering::Relaxed);
            2 * number
        }

        #[test]
        fn a_page_asks_once() {
            Owner::new().with(|| {
                provide_context(Asked::default());
                let answers = [1, 1, 2].map(|number| once(doubled)(number).now_or_never());
                assert_eq!(answers, [Some(2), Some(2), Some(4)]);
            });
            assert_eq!(TIMES.load(Ordering::Relaxed), 2);
        }
    }
}
