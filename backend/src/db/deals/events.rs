//! What happened to deals.

use crate::db::within::within;
use crate::db::{Answer, Fault, On, each, statements};
use domain::deals::{DealChange, DealEvent, DealRef};
use domain::ids::{DealId, StaffId};
use domain::rights::Extent;
use domain::staff::StaffRef;
use domain::tags::Subject;
use domain::times::Millis;

/// What happened to deals before a moment and id.
macro_rules! events {
    ($which:literal) => {
        concat!(
            "select e.id, e.deal_id, d.title, e.at, e.staff_id, s.name as staff_name, e.change from deals d ",
            "join deal_events e on e.deal_id = d.id join staff s on s.id = e.staff_id where d.deleted_at is null and ",
            $which,
            " and (e.at, e.id) < ($2, $3) and ",
            within!("d.owner_id", "$5", "$6"),
            " order by e.at desc, e.id desc limit $4"
        )
    };
}

statements! {
    EVENTS_OF_CUSTOMER = events!("d.customer_id = $1");
    EVENTS_OF_COMPANY = events!("d.company_id = $1");
    EVENTS_OF_DEAL = events!("d.id = $1");
    ADD_EVENT = "insert into deal_events (id, deal_id, at, staff_id, change) values ($1, $2, $3, $4, $5)";
}

/// Something happened to a deal.
pub(crate) async fn add_event(
    db: On<'_>,
    id: &str,
    deal: &DealId,
    who: &StaffId,
    change: &DealChange,
    at: Millis,
) -> Answer<()> {
    let change = serde_json::to_string(change).map_err(|_| Fault::Stored("change"))?;
    each!(db, link => sqlx::query(ADD_EVENT)
        .bind(id).bind(deal.as_str()).bind(at.0).bind(who.as_str()).bind(change).execute(link).await.map(drop))?;
    Ok(())
}

/// What happened to the deals of a record before a moment and id, newest first.
pub(crate) async fn events(
    db: On<'_>,
    of: &Subject,
    seen: &Extent,
    before: (i64, &str),
    limit: i64,
) -> Answer<Vec<DealEvent>> {
    let text = match of {
        Subject::Customer(_) => EVENTS_OF_CUSTOMER,
        Subject::Company(_) => EVENTS_OF_COMPANY,
        Subject::Deal(_) => EVENTS_OF_DEAL,
    };
    let rows: Vec<EventRow> = each!(db, link => sqlx::query_as(text)
        .bind(of.id()).bind(before.0).bind(before.1).bind(limit)
        .bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(EventRow::event).collect()
}

/// An event as stored, with what its deal is called now.
#[derive(sqlx::FromRow)]
struct EventRow {
    id: String,
    deal_id: String,
    title: String,
    at: i64,
    staff_id: String,
    staff_name: String,
    change: String,
}

impl EventRow {
    fn event(self) -> Answer<DealEvent> {
        Ok(DealEvent {
            id: self.id,
            deal: DealRef { id: DealId::new(self.deal_id), title: self.title },
            at: Millis(self.at),
            who: StaffRef { id: StaffId::new(self.staff_id), name: self.staff_name },
            change: serde_json::from_str(&self.change).map_err(|_| Fault::Stored("change"))?,
        })
    }
}
