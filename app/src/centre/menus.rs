//! The menus: what callers hear, and where their keys lead.

mod editor;
mod filled;
mod key_dialog;
mod keys;
mod list;
mod node;
mod page;
mod panel;
mod removing;
mod renaming;

pub use list::MenusPage;
pub use page::MenuPage;
