//! The first line of every use case, and what is asked of single records after it.

use crate::db::{self, On, Read, Tx};
use domain::access::{Action, Actor};
use domain::ids::StaffId;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::staff::StaffRef;

/// Asks what is permitted.
pub(crate) trait May {
    /// Goes on when the member may, and is [`Problem::Forbidden`] when not. To which records is another question:
    /// [`reaches`] for one, `db::within` for a list of them.
    fn may(&self, action: Action) -> Result<(), Problem>;
}

impl May for Actor {
    fn may(&self, action: Action) -> Result<(), Problem> {
        if self.is_allowed(action) { Ok(()) } else { Err(Problem::Forbidden) }
    }
}

/// Lends a connection, one question at a time.
pub(crate) trait Lends {
    /// For one question.
    fn lend(&mut self) -> On<'_>;
}

impl Lends for Read {
    fn lend(&mut self) -> On<'_> {
        self.on()
    }
}

impl Lends for Tx {
    fn lend(&mut self) -> On<'_> {
        self.on()
    }
}

/// Goes on when a record of this owner is seen; one that is not is none: [`Problem::NotFound`].
pub(crate) async fn sees(
    db: &mut impl Lends,
    who: &Actor,
    entity: Records,
    owner: Option<&StaffRef>,
) -> Result<(), Problem> {
    let owner = owner.map(|owner| &owner.id);
    if holds(db, who, entity, Deed::See, owner).await? { Ok(()) } else { Err(Problem::NotFound) }
}

/// Goes on when a member may do this to a record of this owner: one that they do not see is none
/// ([`Problem::NotFound`]), one that they only see is [`Problem::Forbidden`].
pub(crate) async fn reaches(
    db: &mut impl Lends,
    who: &Actor,
    entity: Records,
    deed: Deed,
    owner: Option<&StaffRef>,
) -> Result<(), Problem> {
    sees(db, who, entity, owner).await?;
    let owner = owner.map(|owner| &owner.id);
    if holds(db, who, entity, deed, owner).await? { Ok(()) } else { Err(Problem::Forbidden) }
}

/// Goes on when a member may make a new record for whom they make it. What would be nobody's is theirs where they would
/// lose sight of it otherwise.
pub(crate) async fn makes_for(
    db: &mut impl Lends,
    who: &Actor,
    entity: Records,
    owner: &mut Option<StaffId>,
) -> Result<(), Problem> {
    if owner.is_none() && !who.extent(entity, Deed::See).holds(None, false) {
        *owner = Some(who.id.clone());
    }
    let allowed = owner.is_none() || holds(db, who, entity, Deed::Create, owner.as_ref()).await?;
    if allowed { Ok(()) } else { Err(Problem::Forbidden) }
}

async fn holds(
    db: &mut impl Lends,
    who: &Actor,
    entity: Records,
    deed: Deed,
    owner: Option<&StaffId>,
) -> Result<bool, Problem> {
    Ok(db::within::holds(db.lend(), &who.extent(entity, deed), owner).await?)
}
