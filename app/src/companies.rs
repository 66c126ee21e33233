//! Companies: the list, the record, the form, and the field of a company in other forms.

pub mod api;
pub mod cells;
mod delete;
mod field;
mod form;
mod form_pages;
mod list_page;
mod record_page;

pub(crate) use field::{CompanyField, CompanyName};
pub use form_pages::{EditCompanyPage, NewCompanyPage};
pub use list_page::CompaniesPage;
pub use record_page::CompanyPage;
