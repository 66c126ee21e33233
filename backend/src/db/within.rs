//! Of which records somebody may do something: the one place that says it in SQL.

use super::{Answer, On, each, statements};
use domain::ids::StaffId;
use domain::rights::{Extent, Reach};
use sqlx::{Database, Encode, QueryBuilder, Type};

/// The members of the teams that a member leads or, as an agent, works in.
macro_rules! mates {
    ($me:literal) => {
        concat!(
            "select z.id from staff z where z.team_id in (select l.team_id from team_leads l where l.staff_id = ",
            $me,
            ") or z.team_id = (select y.team_id from staff y where y.id = ",
            $me,
            " and y.role = 'agent')"
        )
    };
}

/// Whether a record's owner is within an extent, for texts that are written out: bind [`Extent::reach`]'s word and
/// whose it is.
macro_rules! within {
    ($owner:literal, $reach:literal, $me:literal) => {
        concat!(
            "(",
            $reach,
            " = 'all' or (",
            $reach,
            " in ('own', 'team') and ",
            $owner,
            " = ",
            $me,
            ") or (",
            $reach,
            " = 'team' and (",
            $owner,
            " is null or ",
            $owner,
            " in (",
            $crate::db::within::mates!($me),
            "))))"
        )
    };
}

pub(crate) use {mates, within};

statements! {
    IS_MATE = concat!("select count(*) from staff s where s.id = $2 and s.id in (", mates!("$1"), ")");
}

/// Narrows a list of records, which are `c`, to those within an extent.
pub(crate) fn push_within<DB>(text: &mut QueryBuilder<DB>, extent: &Extent)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let me = || extent.me.as_str().to_owned();
    match extent.reach {
        Reach::All => {}
        Reach::None => _ = text.push(" and 1 = 0"),
        Reach::Own => _ = text.push(" and c.owner_id = ").push_bind(me()),
        // In no form that an index fits: the list is walked in its order.
        Reach::Team => {
            text.push(" and (c.owner_id is null or coalesce(c.owner_id, '') = ").push_bind(me());
            text.push(
                " or coalesce(c.owner_id, '') in (select z.id from staff z where z.team_id in \
                 (select l.team_id from team_leads l where l.staff_id = ",
            );
            text.push_bind(me()).push(") or z.team_id = (select y.team_id from staff y where y.id = ");
            text.push_bind(me()).push(" and y.role = 'agent')))");
        }
    }
}

/// Whether a record of this owner is within an extent.
pub(crate) async fn holds(db: On<'_>, extent: &Extent, owner: Option<&StaffId>) -> Answer<bool> {
    let asks = extent.reach == Reach::Team && owner.is_some_and(|owner| *owner != extent.me);
    let mate = match owner.filter(|_| asks) {
        Some(owner) => is_mate(db, &extent.me, owner).await?,
        None => false,
    };
    Ok(extent.holds(owner, mate))
}

async fn is_mate(db: On<'_>, me: &StaffId, other: &StaffId) -> Answer<bool> {
    let some = each!(db, link => sqlx::query_scalar::<_, i64>(IS_MATE)
        .bind(me.as_str()).bind(other.as_str()).fetch_one(link).await)?;
    Ok(some > 0)
}
