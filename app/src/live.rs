//! The live connection of this tab: one for all of its parts, made anew by itself whenever it is lost.
//!
//! ```text
//! live::on(|push| match push { Push::Call { .. } | Push::Everything => calls.refetch(), _ => {} });
//! ```
//! After every reconnection listeners hear [`Push::Everything`]: whatever happened in between is to be asked for anew.

#[cfg(feature = "hydrate")]
mod socket;

use domain::live::Push;
use leptos::prelude::*;

/// How the connection is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    /// It is being made for the first time.
    #[default]
    Opening,
    /// What changes is told at once.
    Open,
    /// What is shown may be out of date; the connection is being made again.
    Lost,
    /// Nobody is signed in here any more.
    SignedOut,
}

/// Begins to tell pages how the connection is; before anybody listens. On the server there is none to tell of.
pub(crate) fn provide() {
    let connection = RwSignal::new(Connection::Opening);
    provide_context(connection);
    #[cfg(feature = "hydrate")]
    socket::show_on(connection);
}

/// How the connection is.
pub fn connection() -> Signal<Connection> {
    use_context::<RwSignal<Connection>>().map_or_else(|| Signal::stored(Connection::Opening), Into::into)
}

/// Calls this with whatever is told, until the component is gone. The connection is opened with the first listener; on
/// the server this does nothing.
pub fn on(listener: impl Fn(&Push) + 'static) {
    #[cfg(feature = "hydrate")]
    {
        let id = socket::listen(std::rc::Rc::new(listener));
        on_cleanup(move || socket::leave(id));
    }
    #[cfg(not(feature = "hydrate"))]
    drop(listener);
}

/// Calls this with what is told, the changes of the floor among it, until the component is gone.
pub fn on_floor(listener: impl Fn(&Push) + 'static) {
    on(listener);
    #[cfg(feature = "hydrate")]
    {
        socket::watch_floor(true);
        on_cleanup(|| socket::watch_floor(false));
    }
}
