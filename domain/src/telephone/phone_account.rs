//! The account of a telephone of one's own, on the desk or in an app.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a member types into their telephone, but for the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneAccount {
    /// Where it registers, with port.
    pub domain: String,
    /// The user name there; `None` until there is one.
    pub user_name: Option<String>,
}

/// What a member types into their telephone. Told once, when the password is made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhonePassword {
    /// Where it registers, with port.
    pub domain: String,
    /// The user name there.
    pub user_name: String,
    /// The password.
    pub password: String,
}

/// Does not show the password.
impl fmt::Debug for PhonePassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("PhonePassword");
        shown.field("domain", &self.domain).field("user_name", &self.user_name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::PhonePassword;

    #[test]
    fn the_password_is_never_written_down() {
        let told = PhonePassword { domain: "d".into(), user_name: "u".into(), password: "hunter2".into() };
        assert!(!format!("{told:?}").contains("hunter2"));
    }
}
