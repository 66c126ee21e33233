//! The first line of every use case.

use domain::access::{Action, Actor};
use domain::problem::Problem;

/// Asks the table of permissions.
pub(crate) trait May {
    /// Goes on when the member may, and is [`Problem::Forbidden`] when not.
    fn may(&self, action: Action) -> Result<(), Problem>;
}

impl May for Actor {
    fn may(&self, action: Action) -> Result<(), Problem> {
        if self.role.may(action) { Ok(()) } else { Err(Problem::Forbidden) }
    }
}
