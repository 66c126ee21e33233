//! Changing a field where a list shows it.

use crate::api::{Answer, Fault};
use crate::components::form::tell;
use crate::components::words::problem;
use crate::customers::growing::Growing;
use crate::fetched::Part;
use crate::texts::t;
use domain::cells::{Cell, Celled};
use domain::companies::{Company, CompanyRow};
use domain::customers::{Customer, CustomerRow};
use domain::deals::{Deal, DealForm};
use domain::lists::List;
use domain::problem::Problem;
use domain::staff::StaffRef;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// A line of a list whose fields can be changed there.
pub(crate) trait Line: Clone + Send + Sync + 'static {
    /// What is saved.
    type Record: 'static;

    /// Which.
    fn id(&self) -> &str;

    /// As it is known here; a save must name it.
    fn version(&self) -> i64;

    /// Who is responsible.
    fn owner(&self) -> Option<&StaffRef>;

    /// What stands in a cell, as somebody types it.
    fn cell(&self, cell: Cell) -> String;

    /// The line once the record was saved.
    fn after(&self, saved: &Self::Record) -> Self;

    /// The record as somebody else saved it meanwhile.
    fn other(problem: &Problem) -> Option<&Self::Record>;
}

impl Line for CustomerRow {
    type Record = Customer;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn owner(&self) -> Option<&StaffRef> {
        self.owner.as_ref()
    }

    fn cell(&self, cell: Cell) -> String {
        let company = self.company.as_ref().filter(|_| cell == Cell::Company);
        company.cloned().unwrap_or_else(|| common(cell, &self.name, &self.email, &self.address, self.owner.as_ref()))
    }

    fn after(&self, saved: &Customer) -> Self {
        self.renewed(saved)
    }

    fn other(problem: &Problem) -> Option<&Customer> {
        if let Problem::Stale(now) = problem { Some(now) } else { None }
    }
}

impl Line for CompanyRow {
    type Record = Company;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn owner(&self) -> Option<&StaffRef> {
        self.owner.as_ref()
    }

    fn cell(&self, cell: Cell) -> String {
        common(cell, &self.name, &self.email, &self.address, self.owner.as_ref())
    }

    fn after(&self, saved: &Company) -> Self {
        self.renewed(saved)
    }

    fn other(problem: &Problem) -> Option<&Company> {
        if let Problem::StaleCompany(now) = problem { Some(now) } else { None }
    }
}

impl Line for Deal {
    type Record = Self;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn owner(&self) -> Option<&StaffRef> {
        self.owner.as_ref()
    }

    fn cell(&self, cell: Cell) -> String {
        DealForm::from(self).cell(cell).unwrap_or_default()
    }

    fn after(&self, saved: &Self) -> Self {
        Self { tags: self.tags.clone(), ..saved.clone() }
    }

    fn other(problem: &Problem) -> Option<&Self> {
        if let Problem::StaleDeal(now) = problem { Some(now) } else { None }
    }
}

fn common(
    cell: Cell,
    name: &str,
    email: &Option<String>,
    address: &Option<String>,
    owner: Option<&StaffRef>,
) -> String {
    match cell {
        Cell::Name => name.to_owned(),
        Cell::Email => email.clone().unwrap_or_default(),
        Cell::Address => address.clone().unwrap_or_default(),
        Cell::Owner => owner.map(|owner| owner.id.to_string()).unwrap_or_default(),
        Cell::Company | Cell::Amount | Cell::CloseOn | Cell::Stage => String::new(),
    }
}

/// What was typed into a cell of a record that was listed at a version.
pub(crate) struct Typed {
    pub(crate) id: String,
    pub(crate) version: i64,
    pub(crate) cell: Cell,
    pub(crate) value: String,
}

/// A cell of a list that is being changed; one at a time.
#[derive(Clone, Copy)]
pub(crate) struct Editing {
    /// Of which list.
    pub(super) list: List,
    /// Which record, and which of its cells.
    at: RwSignal<Option<(String, Cell)>>,
    /// What is typed now.
    pub(super) typed: RwSignal<String>,
    /// Why it was not taken.
    pub(super) refused: RwSignal<Option<String>>,
    /// Whether it is on its way.
    pub(super) busy: RwSignal<bool>,
    /// The field that a cell becomes: of which record, which cell, and what it is called.
    pub(super) field: Part<(Self, StoredValue<String>, Cell, Signal<String>)>,
    /// What stands in a cell.
    stands: Callback<(String, Cell), Option<String>>,
    /// Sends what is typed; afterwards goes to this cell, or back to the row.
    send: Callback<Option<Cell>>,
}

impl Editing {
    /// For the lines of a list; `save` sends one cell.
    pub(crate) fn of<T, F, Fu>(list: List, lines: Growing<T>, save: F) -> Self
    where
        T: Line,
        F: Fn(Typed) -> Fu + Send + Sync + 'static,
        Fu: Future<Output = Answer<T::Record>> + 'static,
    {
        let (at, typed) = (RwSignal::new(None::<(String, Cell)>), RwSignal::new(String::new()));
        let (refused, busy) = (RwSignal::new(None), RwSignal::new(false));
        let line = move |id: &str| lines.rows.with_untracked(|rows| rows.iter().find(|row| row.id() == id).cloned());
        let stands = Callback::new(move |(id, cell): (String, Cell)| line(&id).map(|line| line.cell(cell)));
        let renew = move |id: &str, record: &T::Record| {
            lines.rows.try_update(|rows| {
                if let Some(row) = rows.iter_mut().find(|row| row.id() == id) {
                    *row = row.after(record);
                }
            });
        };
        let opened = StoredValue::new(None::<Self>);
        let send = Callback::new(move |next: Option<Cell>| {
            let Some(((id, cell), this)) = at.get_untracked().zip(opened.get_value()) else { return };
            let Some(now) = line(&id).filter(|_| !busy.get_untracked()) else { return };
            if now.cell(cell) == typed.get_untracked() {
                return this.go_on(&id, next);
            }
            busy.set(true);
            let answer = save(Typed { id: id.clone(), version: now.version(), cell, value: typed.get_untracked() });
            spawn_local(async move {
                let answer = answer.await;
                // Fails only for a list that has left the page meanwhile.
                let left = busy.try_set(false).is_some();
                let open = !left && at.with_untracked(|at| at.as_ref() == Some(&(id.clone(), cell)));
                match answer {
                    Ok(_) if left => {}
                    Ok(saved) => {
                        renew(&id, &saved);
                        if open {
                            this.go_on(&id, next);
                        }
                    }
                    // Nobody looks at the cell any more: it is said where everything is said.
                    Err(fault) if !open => tell(&fault),
                    Err(Fault(why)) => {
                        if let Some(now) = T::other(&why) {
                            renew(&id, now);
                        }
                        this.refuse(why);
                    }
                }
            });
        });
        let this = Self { list, at, typed, refused, busy, field: Part::new(super::cell::field), stands, send };
        opened.set_value(Some(this));
        this
    }

    /// Whether this is the cell.
    pub(super) fn is_at(self, id: &str, cell: Cell) -> bool {
        self.at.with(|at| at.as_ref().is_some_and(|(record, now)| record == id && *now == cell))
    }

    /// Opens a cell with what stands there.
    pub(super) fn open(self, id: &str, cell: Cell) {
        if self.busy.get_untracked() {
            return;
        }
        self.refused.set(None);
        if let Some(stands) = self.stands.run((id.to_owned(), cell)) {
            let at = (id.to_owned(), cell);
            self.field.before(move || {
                self.typed.set(stands);
                self.at.set(Some(at));
            });
        }
    }

    /// Whether a cell waits for something that it takes.
    pub(super) fn is_refused(self) -> bool {
        self.refused.with_untracked(Option::is_some)
    }

    /// Whether no cell is open; so it is on a page that has been left, too.
    pub(super) fn is_closed(self) -> bool {
        self.at.try_with_untracked(Option::is_none).unwrap_or(true)
    }

    /// Leaves the cell as it was.
    pub(super) fn give_up(self) {
        self.at.set(None);
        self.refused.set(None);
    }

    /// Sends what is typed, and goes to the cell after it where one is named.
    pub(super) fn send(self, next: Option<Cell>) {
        self.send.run(next);
    }

    fn go_on(self, id: &str, next: Option<Cell>) {
        self.give_up();
        if let Some(next) = next {
            self.open(id, next);
        }
    }

    /// What was typed stays, with what is wrong beside it.
    fn refuse(self, why: Problem) {
        match why {
            Problem::SignedOut => tell(&Fault(why)),
            Problem::Stale(_) | Problem::StaleCompany(_) | Problem::StaleDeal(_) => {
                self.refused.set(Some(t().records.stale.to_owned()));
            }
            why => self.refused.set(Some(problem(&why))),
        }
    }
}
