//! The inbox follows the calls: whenever a call of a number changes, the items of that number are derived anew.

use crate::Backend;
use crate::db::Tx;
use crate::db::calls::Row;
use crate::db::missed::{self as table, Item, Leg, Rung};
use domain::ids::{CustomerId, MissedId, StaffId, TeamId};
use domain::live::Change;
use domain::missed::{Closing, Ended, Run, assignment, derive, due};
use domain::phone::Number;
use domain::problem::Problem;
use domain::times::Millis;

/// So many calls of one number are looked at; items further back stay as they are.
const LATEST: i64 = 300;

/// Brings the inbox up to date with a call that changed; `before` is the number that the call had before.
pub(crate) async fn follow(b: &Backend, tx: &mut Tx, before: Option<Number>, row: &Row) -> Result<(), Problem> {
    let number = row.key();
    if let Some(before) = before.filter(|before| number.as_ref() != Some(before)) {
        renew(b, tx, &before).await?;
    }
    match number {
        Some(number) if row.matters_to_inbox() => renew(b, tx, &number).await,
        _ => Ok(()),
    }
}

/// Derives the items of a number anew, and keeps what differs.
pub(crate) async fn renew(b: &Backend, tx: &mut Tx, number: &Number) -> Result<(), Problem> {
    tx.alone(&alone(number)).await?;
    let mut past = Past::of(tx, number).await?;
    let mut kept = Vec::new();
    for run in std::mem::take(&mut past.runs) {
        let item = past.item_of(&run);
        kept.push((run, item));
    }
    for gone in &past.items {
        table::delete(tx.on(), &gone.id).await?;
        tx.tell(told(gone));
    }
    for (run, item) in kept {
        past.keep(b, tx, number, &run, item).await?;
    }
    Ok(())
}

/// The name under which changes of the items of one number wait for each other.
pub(super) fn alone(number: &Number) -> String {
    format!("missed:{number}")
}

fn told(item: &Item) -> Change {
    Change::Missed { team: item.team(), owner: item.owner() }
}

/// Everything that is known of a number.
struct Past {
    legs: Vec<Leg>,
    /// Oldest first; closed ones come before the open one, so that there are never two open ones.
    runs: Vec<Run>,
    /// Items that stand for none of the runs so far.
    items: Vec<Item>,
    /// (item, call)
    rings: Vec<(String, String)>,
}

impl Past {
    async fn of(tx: &mut Tx, number: &Number) -> Result<Self, Problem> {
        let legs = table::contacts(tx.on(), number, LATEST).await?;
        let is_cut = i64::try_from(legs.len()).is_ok_and(|count| count == LATEST);
        let oldest = legs.last().filter(|_| is_cut).map_or(Millis(i64::MIN), |leg| leg.contact.started_at);
        let mut items = table::of_number(tx.on(), number, oldest).await?;
        let rings = if items.is_empty() { Vec::new() } else { table::rings_of_number(tx.on(), number, oldest).await? };
        let contacts: Vec<_> = legs.iter().map(|leg| leg.contact.clone()).collect();
        let mut runs = derive(&contacts, &closings(&items));
        // What began before the calls that are looked at is not known whole.
        if let Some(end) = runs.first().filter(|_| is_cut).and_then(|run| run.ended.as_ref()).map(Ended::at) {
            runs.retain(|run| run.first_at > end);
            items.retain(|item| item.first_at > end.0);
        }
        Ok(Self { legs, runs, items, rings })
    }

    /// The item that stands for a run already: the one that was closed so, or one that shares a call with it.
    fn item_of(&mut self, run: &Run) -> Option<Item> {
        let by_hand = match &run.ended {
            Some(Ended::ByHand(closing)) => Some(closing.item.as_str()),
            _ => None,
        };
        let shares = |item: &Item| {
            let mut calls = self.rings.iter().filter(|(of, _)| *of == item.id).map(|(_, call)| call);
            calls.any(|call| run.rings.iter().any(|ring| ring.call.as_str() == call))
        };
        let place = match by_hand {
            Some(id) => self.items.iter().position(|item| item.id == id),
            None => self.items.iter().position(shares),
        };
        place.map(|place| self.items.remove(place))
    }

    async fn keep(
        &self,
        b: &Backend,
        tx: &mut Tx,
        number: &Number,
        run: &Run,
        before: Option<Item>,
    ) -> Result<(), Problem> {
        let mut item = self.item(number, run, before.as_ref().map_or_else(|| b.new_id(), |item| item.id.clone()));
        self.assign(tx, run, before.as_ref(), &mut item).await?;
        let rings: Vec<Rung<'_>> = run.rings.iter().map(|ring| self.rung(ring)).collect();
        let is_same =
            before.as_ref() == Some(&item) && self.rings.iter().filter(|(of, _)| *of == item.id).count() == rings.len();
        if is_same {
            return Ok(());
        }
        table::keep(tx.on(), &item, before.is_none()).await?;
        table::set_rings(tx.on(), &item.id, &rings).await?;
        tx.tell(told(&item));
        if let Some(before) = before {
            tx.tell(told(&before));
        }
        Ok(())
    }

    /// What a run says, without whose it is.
    fn item(&self, number: &Number, run: &Run, id: String) -> Item {
        let last = self.last_leg(run);
        let (closed_how, closed_by, closing_call) = match &run.ended {
            Some(Ended::Reached { call, by, how, .. }) => {
                (Some(how.as_str().to_owned()), by.clone().map(|by| by.to_string()), Some(call.to_string()))
            }
            _ => (None, None, None),
        };
        Item {
            id,
            number: number.as_str().to_owned(),
            customer_id: last.and_then(|leg| leg.customer.clone()),
            hotline: last.and_then(|leg| leg.hotline.clone()),
            queue: last.and_then(|leg| leg.queue.clone()),
            count: run.count,
            first_at: run.first_at.0,
            last_at: run.last_at.0,
            longest_wait_ms: run.longest_wait_ms,
            due_at: due(run.first_at).0,
            owner_id: None,
            team_id: None,
            closed_at: run.ended.as_ref().map(|ended| ended.at().0),
            closed_how,
            closed_by,
            closing_call,
            reason: None,
        }
    }

    /// Whose it is: as it was, or by the rule where it is new or its customer has only now become known. What was done
    /// by hand stays.
    async fn assign(&self, tx: &mut Tx, run: &Run, before: Option<&Item>, item: &mut Item) -> Result<(), Problem> {
        let rung = self.last_leg(run).and_then(|leg| leg.team.clone());
        if let Some(before) = before {
            item.owner_id.clone_from(&before.owner_id);
            item.team_id = before.team_id.clone().or_else(|| rung.clone());
            if let Some(Ended::ByHand(_)) = run.ended {
                item.closed_how.clone_from(&before.closed_how);
                item.closed_by.clone_from(&before.closed_by);
                item.reason.clone_from(&before.reason);
            }
        }
        let is_undecided = before.is_none_or(|before| before.owner_id.is_none() && before.customer_id.is_none());
        let customer = item.customer_id.clone().map(CustomerId::new);
        if !is_undecided {
            return Ok(());
        }
        let owner = match customer {
            Some(customer) => table::responsible(tx.on(), &customer).await?,
            None => None,
        };
        let (owner, team) = assignment(owner, item.team_id.clone().or(rung).map(TeamId::new));
        item.owner_id = owner.map(|owner| owner.to_string());
        item.team_id = team.map(|team| team.to_string());
        Ok(())
    }

    fn last_leg(&self, run: &Run) -> Option<&Leg> {
        let last = run.rings.last()?;
        self.legs.iter().find(|leg| leg.contact.call == last.call)
    }

    fn rung<'a>(&'a self, ring: &'a domain::missed::Ring) -> Rung<'a> {
        let leg = self.legs.iter().find(|leg| leg.contact.call == ring.call);
        Rung {
            call: &ring.call,
            staff: ring.agent.as_ref(),
            team: leg.and_then(|leg| leg.team.as_deref()),
            at: ring.at,
            wait_ms: ring.wait_ms,
        }
    }
}

fn closings(items: &[Item]) -> Vec<Closing> {
    let closing = |item: &Item| {
        let at = item.closed_at.filter(|_| item.is_closed_by_hand())?;
        Some(Closing { item: MissedId::new(item.id.clone()), at: Millis(at) })
    };
    items.iter().filter_map(closing).collect()
}

/// Tells open pages that an item has another owner: those of the one before, too.
pub(super) fn tell_of(tx: &mut Tx, before: &Item, owner: Option<&StaffId>, team: Option<&TeamId>) {
    tx.tell(told(before));
    tx.tell(Change::Missed { team: team.cloned().or_else(|| before.team()), owner: owner.cloned() });
}
