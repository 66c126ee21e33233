//! The tables of the rules of calling out, and of what they refused.

use super::{Answer, Fault, On, each, statements};
use domain::dial_policy::{DialPolicy, DialRefusal, KeptRefusal};
use domain::ids::StaffId;
use domain::phone::Number;
use domain::times::Millis;

statements! {
    GET = "select policy from dial_policy";
    PUT = "insert into dial_policy (only_one, policy, updated_at) values (1, $1, $2) \
           on conflict (only_one) do update set policy = excluded.policy, updated_at = excluded.updated_at";
    BY_MEMBER = "select count(*) from calls where agent_id = $1 and started_at >= $2 and deleted_at is null \
                 and direction = 'outbound' and phase = 'ended'";
    TO_NUMBER = "select count(*) from calls where number = $1 and started_at >= $2 and deleted_at is null \
                 and direction = 'outbound' and phase = 'ended'";
    REFUSE = "insert into dial_refusals (id, staff_id, at, number, refusal) values ($1, $2, $3, $4, $5)";
    REFUSED_BETWEEN = "select at, number, refusal from dial_refusals where staff_id = $1 and at between $2 and $3 order by at desc limit 20";
    FORGET = "delete from dial_refusals where at < $1";
}

/// The rules; the usual ones where none were set.
pub(crate) async fn get(db: On<'_>) -> Answer<DialPolicy> {
    let policy: Option<String> = each!(db, link => sqlx::query_scalar(GET).fetch_optional(link).await)?;
    policy.map_or_else(
        || Ok(DialPolicy::default()),
        |text| serde_json::from_str(&text).map_err(|_| Fault::Stored("dial policy")),
    )
}

/// Keeps the rules.
pub(crate) async fn put(db: On<'_>, policy: &DialPolicy, at: Millis) -> Answer<()> {
    let text = serde_json::to_string(policy).map_err(|_| Fault::Stored("dial policy"))?;
    each!(db, link => sqlx::query(PUT).bind(text).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Calls out that are over: how many a member made since a moment, and how many a number got.
pub(crate) async fn made(mut db: On<'_>, who: &StaffId, number: &Number, since: Millis) -> Answer<(i64, i64)> {
    let by_member = each!(&mut db, link => sqlx::query_scalar(BY_MEMBER)
        .bind(who.as_str()).bind(since.0).fetch_one(&mut **link).await)?;
    let to_number = each!(&mut db, link => sqlx::query_scalar(TO_NUMBER)
        .bind(number.as_str()).bind(since.0).fetch_one(&mut **link).await)?;
    Ok((by_member, to_number))
}

/// Keeps a refusal.
pub(crate) async fn refuse(db: On<'_>, id: &str, who: &StaffId, refused: &KeptRefusal) -> Answer<()> {
    let refusal = serde_json::to_string(&refused.refusal).map_err(|_| Fault::Stored("refusal"))?;
    each!(db, link => sqlx::query(REFUSE)
        .bind(id).bind(who.as_str()).bind(refused.at.0).bind(&refused.number).bind(refusal)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// A refusal as it is stored.
type Refused = (i64, String, String);

fn kept((at, number, refusal): Refused) -> Answer<KeptRefusal> {
    let refusal: DialRefusal = serde_json::from_str(&refusal).map_err(|_| Fault::Stored("refusal"))?;
    Ok(KeptRefusal { at: Millis(at), number, refusal })
}

/// A member's refusals between two moments, the latest first.
pub(crate) async fn refused_between(
    db: On<'_>,
    who: &StaffId,
    from: Millis,
    until: Millis,
) -> Answer<Vec<KeptRefusal>> {
    let rows: Vec<Refused> = each!(db, link => sqlx::query_as(REFUSED_BETWEEN)
        .bind(who.as_str()).bind(from.0).bind(until.0).fetch_all(link).await)?;
    rows.into_iter().map(kept).collect()
}

/// Forgets refusals before a moment.
pub(crate) async fn forget(db: On<'_>, before: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(before.0).execute(link).await.map(drop))?;
    Ok(())
}
