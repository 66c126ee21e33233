//! The command palette: whatever can be found, gone to or done, by one text and by keys alone.
//!
//! ```text
//! typed --after a pause--> api, one question --unless it is stale--> state --> lines --> list      Enter --> acts
//! ```

mod acts;
pub mod api;
mod button;
mod lines;
mod list;
mod places;
mod recent;
mod state;
mod window;

pub(crate) use button::PaletteButton;
pub(crate) use state::provide;
pub(crate) use window::PaletteWindow;
