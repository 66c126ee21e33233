//! Numbers, and those who may not call them.

use super::Reader;
use crate::centre::{Answers, Blocked, Centre, Digits, Hotline, Part, Ref};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{MenuId, QueueId};
use serde::{Deserialize, Serialize};

/// One of our numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HotlineForm {
    /// The number.
    pub number: String,
    /// What we call it.
    pub name: String,
    /// Whether it may be called out from.
    pub calls_out: bool,
    /// Whether calls out of it are recorded.
    pub records_calls_out: bool,
    /// With what it answers.
    pub answers: Answers,
    /// The menu.
    pub menu: Option<MenuId>,
    /// The queue.
    pub queue: Option<QueueId>,
}

impl HotlineForm {
    /// Puts it into a draft, in the place of `was`.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, was: Option<&Digits>) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let hotline = Hotline {
            number: reader.required_number(&self.number, Part::Number),
            name: reader.name(&self.name),
            calls_out: self.calls_out,
            records_calls_out: self.records_calls_out,
            answers: self.answers,
            menu: self.menu.clone(),
            queue: self.queue.clone(),
        };
        let (at, was) = (Ref::Hotline(hotline.number.clone()), was.cloned().map(Ref::Hotline));
        reader.free(centre, &at, was.as_ref(), Part::Number);
        if hotline.leads_to().is_none() {
            let part = if hotline.answers == Answers::Menu { Part::Menu } else { Part::Queue };
            reader.refuse(part, FieldProblem::Required);
        }
        reader.known(centre, hotline.menu.clone().map(Ref::Menu), Field::Centre(Part::Menu));
        reader.known(centre, hotline.queue.clone().map(Ref::Queue), Field::Centre(Part::Queue));
        let hotline = reader.done(hotline)?;
        was.iter().for_each(|was| centre.remove(was));
        centre.put(hotline);
        Ok(at)
    }
}

impl From<&Hotline> for HotlineForm {
    fn from(hotline: &Hotline) -> Self {
        Self {
            number: hotline.number.dialled(),
            name: hotline.name.clone(),
            calls_out: hotline.calls_out,
            records_calls_out: hotline.records_calls_out,
            answers: hotline.answers,
            menu: hotline.menu.clone(),
            queue: hotline.queue.clone(),
        }
    }
}

/// A number that may not call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockedForm {
    /// The number.
    pub number: String,
    /// Whether numbers with a menu refuse it.
    pub in_menus: bool,
    /// Whether queues refuse it.
    pub in_queues: bool,
}

impl BlockedForm {
    /// Puts it into a draft, in the place of `was`.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, was: Option<&Digits>) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let number = reader.required_number(&self.number, Part::Number);
        let (at, was) = (Ref::Blocked(number.clone()), was.cloned().map(Ref::Blocked));
        reader.free(centre, &at, was.as_ref(), Part::Number);
        let blocked = reader.done(Blocked { number, in_menus: self.in_menus, in_queues: self.in_queues })?;
        was.iter().for_each(|was| centre.remove(was));
        centre.put(blocked);
        Ok(at)
    }
}

impl From<&Blocked> for BlockedForm {
    fn from(blocked: &Blocked) -> Self {
        Self { number: blocked.number.dialled(), in_menus: blocked.in_menus, in_queues: blocked.in_queues }
    }
}
