//! Customers: the list, the record, the form.

pub(crate) mod address;
pub mod api;
mod call_entry;
mod conflict;
pub(crate) mod contact;
mod deal_entry;
mod edit_page;
pub(crate) mod filters;
mod form_fields;
mod form_state;
pub(crate) mod growing;
pub(crate) mod keys;
mod leave_guard;
pub(crate) mod list_page;
pub(crate) mod list_rows;
mod merge;
mod new_page;
mod note_box;
mod note_entry;
mod number_check;
pub(crate) mod owner_field;
pub(crate) mod phone_rows;
pub(crate) mod phone_state;
mod picker;
pub(crate) mod query_here;
mod record_page;
pub(crate) mod timeline;
pub(crate) mod unsaved;

pub use edit_page::EditCustomerPage;
pub use leave_guard::LeaveGuard;
pub use list_page::CustomersPage;
pub use new_page::NewCustomerPage;
pub use picker::CustomerPicker;
pub use record_page::CustomerPage;
pub use unsaved::{Unsaved, unsaved};
