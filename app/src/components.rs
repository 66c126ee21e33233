//! The parts pages are made of: small, plain, each with its own style sheet in `style/components`.

mod ago;
mod avatar;
mod badge;
mod button;
mod check_list;
mod choices;
mod dialog;
mod empty;
mod errors;
mod fields;
pub mod form;
mod icon;
pub mod keyboard;
mod note_form;
mod page_head;
mod popover;
mod skeleton;
pub(crate) mod title;
pub mod toasts;
pub mod words;

pub use ago::Ago;
pub use avatar::{Avatar, AvatarSize};
pub use badge::{Badge, Tone};
pub use button::{Button, ButtonKind, LinkButton};
pub use check_list::CheckList;
pub use choices::{Checkbox, Segmented, Select};
pub use dialog::Dialog;
pub use empty::EmptyState;
pub use errors::ErrorState;
pub use fields::{NewPassword, TextArea, TextField};
pub use icon::{Glyph, Icon};
pub use note_form::NoteForm;
pub use page_head::PageHead;
pub use popover::Popover;
pub use skeleton::Skeleton;
pub use title::set_title;
