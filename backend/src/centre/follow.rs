//! What the rest of the product keeps of the contact centre follows what was published.

use super::provider::PROVIDER;
use crate::Backend;
use crate::db::centre::Desk;
use crate::db::{self, Tx, hotlines, routing};
use domain::centre::{Hotline, Ref};
use domain::ids::Seat;
use domain::live::Change;
use domain::problem::Problem;
use domain::telephone::HotlineSettings;

/// Numbers, seats, and which team serves which queue.
pub(super) async fn all(b: &Backend, tx: &mut Tx, desk: &mut Desk) -> Result<(), Problem> {
    numbers(tx, desk).await?;
    seats(b, tx, desk).await?;
    queues(tx, desk).await
}

/// Members call out of the numbers that were published; those that are known keep their order.
async fn numbers(tx: &mut Tx, desk: &Desk) -> Result<(), Problem> {
    let before = hotlines::list(tx.on(), PROVIDER).await?;
    let place = |hotline: &&Hotline| {
        let known = before.iter().position(|one| one.number == hotline.number.as_str());
        known.unwrap_or(before.len())
    };
    let mut published: Vec<&Hotline> = desk.expected.hotlines().collect();
    published.sort_by_key(place);
    let after: Vec<HotlineSettings> = published.into_iter().map(settings).collect();
    if after == before {
        return Ok(());
    }
    hotlines::replace(tx.on(), PROVIDER, &after).await?;
    tx.tell(Change::Everything);
    Ok(())
}

fn settings(hotline: &Hotline) -> HotlineSettings {
    HotlineSettings {
        number: hotline.number.to_string(),
        name: hotline.name.clone(),
        can_call_out: hotline.calls_out,
        record: hotline.records_calls_out,
    }
}

/// A member keeps their agent where that is called otherwise now.
async fn seats(b: &Backend, tx: &mut Tx, desk: &mut Desk) -> Result<(), Problem> {
    let is_there = |seat: &Seat| desk.expected.has(&Ref::Agent(seat.clone()));
    let (arrived, waiting) =
        std::mem::take(&mut desk.moved_seats).into_iter().partition(|(from, to)| !is_there(from) && is_there(to));
    desk.moved_seats = waiting;
    let arrived: Vec<(Seat, Seat)> = arrived;
    for (from, to) in arrived {
        let member = db::staff::at_seat(tx.on(), PROVIDER, from.as_str()).await?;
        let taken = db::staff::at_seat(tx.on(), PROVIDER, to.as_str()).await?.is_some();
        if let (Some(member), false) = (member, taken) {
            db::staff::set_seat(tx.on(), &member, to.as_str(), b.now()).await?;
            let told = serde_json::json!({ "from": from, "to": to });
            crate::audit::note(b, tx, None, "staff.seat_moved", format!("staff:{member}"), told).await?;
            tx.tell(Change::Everything);
        }
    }
    Ok(())
}

/// Queues that are gone are served by nobody.
async fn queues(tx: &mut Tx, desk: &Desk) -> Result<(), Problem> {
    let ids: Vec<&str> =
        desk.expected.queues().filter_map(|queue| desk.known.links.id(&Ref::Queue(queue.id.clone())).ok()).collect();
    let before = routing::teams(tx.on(), PROVIDER).await?;
    let after: Vec<_> = before.iter().filter(|(queue, _)| ids.contains(&queue.as_str())).cloned().collect();
    if after.len() < before.len() {
        routing::replace_teams(tx.on(), PROVIDER, &after).await?;
    }
    Ok(())
}
