//! Members: who works with the product, as what, and at which telephone seat. For admins.

mod access;
mod api;
mod form;
mod handover;
mod handover_api;
mod list;
mod member;

pub use api::{create_member, get_member, list_providers, list_staff, reset_password, update_member};
pub use list::StaffPage;
pub use member::{MemberPage, NewMemberPage};

use crate::texts::{Texts, t};
use domain::access::Role;

/// A role in words.
pub(crate) fn role_name(role: Role) -> &'static str {
    role_in(t(), role)
}

/// A role in the words of a language.
pub(crate) fn role_in(texts: &Texts, role: Role) -> &'static str {
    match role {
        Role::Admin => texts.staff.role_admin,
        Role::Manager => texts.staff.role_manager,
        Role::Agent => texts.staff.role_agent,
    }
}
