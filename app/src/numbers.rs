//! Telephone numbers of which a member sees a part: shown whole on wish, where their role may.

mod api;
mod reveal;

pub(crate) use reveal::Reveal;
