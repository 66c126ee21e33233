//! The proof that the log is what its facts add up to: every row is derived anew and compared.

use super::record::{Begins, alone, known_id, last_of, store_from_server};
use crate::Backend;
use crate::db::call_events;
use crate::db::calls::{self as table, Row};
use domain::calls::{Fact, Reported, fold};
use domain::ids::{CallId, StaffId};
use domain::problem::Problem;
use std::collections::{BTreeSet, HashMap};

/// Calls compared together.
const BATCH: usize = 500;

/// Whether rows that differ are written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// They are left as they are.
    No,
    /// They become what their facts add up to.
    Yes,
}

/// What came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rederived {
    /// Calls there are, by their rows or by their facts.
    pub checked: u64,
    /// Those whose row is missing or is not what the facts add up to.
    pub differing: u64,
}

/// Derives every call anew from its facts and compares it with its row. For the console of the server: nobody is signed
/// in there.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn rederive(b: &Backend, mend: Mend) -> Result<Rederived, Problem> {
    let (mut found, mut last) = (Rederived::default(), String::new());
    loop {
        let ids = ids_after(b, &last).await?;
        let (Some(first), Some(end)) = (ids.first(), ids.last()) else { return Ok(found) };
        let suspects = compare(b, first, end).await?;
        found.checked += ids.len() as u64;
        last.clone_from(end);
        for call in suspects {
            // Looked at once more, alone with it: it may have gone on in between.
            found.differing += u64::from(differs(b, &CallId::new(call), mend).await?);
        }
    }
}

/// The next calls that have a row or a fact, in order.
async fn ids_after(b: &Backend, last: &str) -> Result<Vec<String>, Problem> {
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let mut read = b.read().await?;
    let mut ids: BTreeSet<String> = table::ids_after(read.on(), last, limit).await?.into_iter().collect();
    ids.extend(call_events::calls_after(read.on(), last, limit).await?);
    Ok(ids.into_iter().take(BATCH).collect())
}

/// Those calls of a range whose row does not look like their facts.
async fn compare(b: &Backend, first: &str, last: &str) -> Result<BTreeSet<String>, Problem> {
    let mut read = b.read().await?;
    let rows = table::between(read.on(), first, last).await?;
    let rows: HashMap<String, Row> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut facts: HashMap<String, Vec<Fact>> = HashMap::new();
    for (call, fact) in call_events::between(read.on(), first, last).await? {
        facts.entry(call).or_default().push(fact);
    }
    let all: BTreeSet<&String> = rows.keys().chain(facts.keys()).collect();
    let suspect = |call: &&&String| {
        let facts = facts.get(**call).map(Vec::as_slice).unwrap_or_default();
        !agree(rows.get(**call), facts)
    };
    Ok(all.iter().filter(suspect).map(|call| (*call).clone()).collect())
}

/// Whether a row is what these facts add up to. The provider's id may belong to another of our calls.
fn agree(row: Option<&Row>, facts: &[Fact]) -> bool {
    match (row, fold(facts)) {
        (Some(row), Some(state)) => row.agrees(&state, last_of(facts), state.provider_id.as_deref()),
        (None, None) => true,
        _ => false,
    }
}

/// Whether a call differs, looked at alone; mended on wish.
async fn differs(b: &Backend, call: &CallId, mend: Mend) -> Result<bool, Problem> {
    let mut tx = b.write().await?;
    tx.alone(&alone(call)).await?;
    let row = table::any_by_id(tx.on(), call).await?;
    let facts = call_events::of_call(tx.on(), call).await?;
    // Another call took over one that has no facts any more.
    let Some(state) = fold(&facts) else { return Ok(row.is_some_and(|row| row.merged_into.is_none())) };
    if let Some(row) = row {
        let provider_call_id = known_id(&mut tx, call, &state, &row).await?;
        if row.agrees(&state, last_of(&facts), provider_call_id.as_deref()) {
            return Ok(false);
        }
    }
    if mend == Mend::Yes {
        let agent = call_events::reporter(tx.on(), call).await?.map(StaffId::new);
        let nothing_new = Reported { call: call.clone(), facts: Vec::new() };
        store_from_server(b, &mut tx, Begins::by(agent.as_ref()), &nothing_new).await?;
        tx.commit().await?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::super::record::{alone, report};
    use super::{Mend, Rederived, call_events, fold, rederive, table};
    use crate::db::calls::Written;
    use crate::{Backend, Settings, staff};
    use domain::access::{Actor, Role};
    use domain::calls::{Fact, MatchHow, Reported, What};
    use domain::ids::{CallId, FactId, SourceId};
    use domain::staff::MemberForm;
    use domain::telephone::Provider;
    use domain::times::Millis;
    use tempfile::TempDir;

    async fn opened() -> (Backend, Actor, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("calls.db").display());
        let b = Backend::open(Settings::new(address, [0; 32])).await.unwrap();
        let form = MemberForm {
            name: "Lan".into(),
            email: "lan@alo.vn".into(),
            role: Role::Admin,
            provider: Provider::default(),
            seat: String::new(),
            team: None,
            leads: Vec::new(),
            active: true,
            password: Some("mật khẩu dài".into()),
        };
        let lan = staff::install_admin(&b, &form).await.unwrap();
        (b.clone(), crate::rights::actor(&b, lan.id, lan.role), folder)
    }

    fn answered() -> Vec<Fact> {
        let fact =
            |n: i64, what| Fact { id: FactId::new(n.to_string()), source: SourceId::new("t"), at: Millis(n), what };
        let offered = What::Offered { number: "0901234567".into(), hotline: None, queue: None };
        vec![fact(0, offered), fact(4_000, What::AgentAnswered), fact(9_000, What::Ended)]
    }

    async fn is_mended(b: &Backend, call: &CallId) {
        let found = |differing| Ok(Rederived { checked: 1, differing });
        assert_eq!(rederive(b, Mend::No).await, found(1));
        assert_eq!(rederive(b, Mend::Yes).await, found(1));
        assert_eq!(rederive(b, Mend::No).await, found(0));
        let row = table::by_id(b.read().await.unwrap().on(), call).await.unwrap().unwrap().line().unwrap();
        assert_eq!((row.ring_ms, row.talk_ms), (4_000, 5_000));
    }

    #[tokio::test]
    async fn a_row_that_is_not_its_facts_is_mended() {
        let (b, lan, _folder) = opened().await;
        let (call, facts) = (CallId::new("c1"), answered());
        report(&b, &lan, &[Reported { call: call.clone(), facts: facts.clone() }]).await.unwrap();
        let wrong = fold(&facts[..1]).unwrap();
        let mut tx = b.write().await.unwrap();
        tx.alone(&alone(&call)).await.unwrap();
        let written = Written {
            id: &call,
            state: &wrong,
            as_of: Millis(0),
            number: None,
            customer: None,
            how: MatchHow::None,
            note: "",
            provider_call_id: None,
        };
        table::update(tx.on(), &written).await.unwrap();
        tx.commit().await.unwrap();
        is_mended(&b, &call).await;
    }

    #[tokio::test]
    async fn a_row_that_is_missing_is_made() {
        let (b, lan, _folder) = opened().await;
        let call = CallId::new("c1");
        let mut tx = b.write().await.unwrap();
        call_events::insert(tx.on(), &call, Some(&lan.id), &answered(), Millis(9_000)).await.unwrap();
        tx.commit().await.unwrap();
        is_mended(&b, &call).await;
    }
}
