//! Queues and the groups that serve them.

use super::{Reader, chosen};
use crate::centre::{Centre, Digits, Online, Part, Queue, Rank, Ref, Schedule};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{GroupId, QueueId};
use serde::{Deserialize, Serialize};

/// A queue and who serves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueForm {
    /// Its name.
    pub name: String,
    /// Whether its calls are recorded.
    pub records: bool,
    /// Whether agents have time for themselves after a call.
    pub wraps_up: bool,
    /// How much, in seconds.
    pub wrap_up_seconds: String,
    /// When it takes calls.
    pub schedule: Schedule,
    /// How long an agent is rung, in seconds.
    pub answer_seconds: String,
    /// The file that callers hear while they wait; empty for the provider's own.
    pub waiting_sound: String,
    /// The file that callers hear on hold; empty for the provider's own.
    pub hold_sound: String,
    /// The number that agents who are rung on their telephone number see; empty for none.
    pub caller_id: String,
    /// The address that is asked whom to ring; empty for the groups.
    pub asks: String,
    /// What counts as being there.
    pub online: Online,
    /// The groups that serve it.
    pub groups: Vec<RouteRow>,
}

/// A group that serves a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteRow {
    /// Which.
    pub group: GroupId,
    /// Whose turn it is when.
    pub rank: Rank,
}

impl Default for QueueForm {
    fn default() -> Self {
        Self::from(&Queue::new(QueueId::new(""), ""))
    }
}

impl From<&Queue> for QueueForm {
    fn from(queue: &Queue) -> Self {
        Self {
            name: queue.name.clone(),
            records: queue.records,
            wraps_up: queue.wraps_up,
            wrap_up_seconds: queue.wrap_up_seconds.to_string(),
            schedule: queue.schedule,
            answer_seconds: queue.answer_seconds.to_string(),
            waiting_sound: queue.waiting_sound.clone().unwrap_or_default(),
            hold_sound: queue.hold_sound.clone().unwrap_or_default(),
            caller_id: queue.caller_id.as_ref().map(Digits::dialled).unwrap_or_default(),
            asks: queue.asks.clone().unwrap_or_default(),
            online: queue.online,
            groups: Vec::new(),
        }
    }
}

impl QueueForm {
    /// As a queue is in a draft; `None` where there is none of this id.
    pub fn of(centre: &Centre, id: &QueueId) -> Option<Self> {
        let routes = centre.routes_of(id).into_iter();
        let groups = routes.map(|route| RouteRow { group: route.group.clone(), rank: route.rank }).collect();
        Some(Self { groups, ..Self::from(centre.queue(id)?) })
    }

    /// Puts it into a draft.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, id: QueueId) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let queue = Queue {
            id: id.clone(),
            name: reader.name(&self.name),
            records: self.records,
            wraps_up: self.wraps_up,
            wrap_up_seconds: reader.whole(&self.wrap_up_seconds, Part::WrapUpSeconds, 0..=3_600),
            schedule: self.schedule,
            answer_seconds: reader.whole(&self.answer_seconds, Part::AnswerSeconds, 3..=300),
            waiting_sound: chosen(&self.waiting_sound),
            hold_sound: chosen(&self.hold_sound),
            caller_id: reader.number(&self.caller_id, Part::CallerId),
            asks: reader.address(&self.asks, Part::Asks),
            online: self.online,
        };
        for (row, route) in self.groups.iter().enumerate() {
            reader.known(centre, Some(Ref::Group(route.group.clone())), Field::CentreRow(row, Part::Group));
            if self.groups.iter().take(row).any(|before| before.group == route.group) {
                reader.refuse_row(row, Part::Group, FieldProblem::Repeated);
            }
        }
        let queue = reader.done(queue)?;
        centre.put(queue);
        centre.set_routes(&id, self.groups.iter().map(|row| (row.group.clone(), row.rank)).collect());
        Ok(Ref::Queue(id))
    }
}
