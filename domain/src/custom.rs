//! Custom fields: what an installation wants to know of its customers, companies and deals beside what every
//! installation does. Admins define them ([`CustomField`]); records have [`Values`].
//!
//! A field and a choice are what their ids say: renamed, they keep their values. Neither is ever deleted; archived, a
//! field is no longer asked for or shown, and a choice no longer offered.

mod decimal;
mod definition;
mod entries;
mod reading;
mod values;

pub use decimal::Decimal;
pub use definition::{
    CHOICES_MAX, Choice, ChoiceForm, CustomField, CustomFieldDraft, CustomFieldForm, Entity, FIELDS_MAX, Kind, NAME_MAX,
};
pub use entries::{Entries, NO, YES};
pub use reading::{TEXT_MAX, read};
pub use values::{Value, Values};
