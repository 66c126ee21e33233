//! The cells of one line of a list.

use super::cell::Editable;
use super::columns::class;
use super::editing::{Editing, Line};
use crate::surroundings::viewer;
use domain::access::Action;
use domain::cells::Cell;
use domain::lists::{List, ListColumn};
use leptos::children::ViewFn;
use leptos::prelude::*;

/// Whose cells they are, and what may be changed there.
#[derive(Clone)]
pub(crate) struct Cells {
    editing: Editing,
    id: String,
    name: String,
    edits: Memo<bool>,
    assigns: Memo<bool>,
}

impl Cells {
    /// Of a line that is called so.
    pub(crate) fn of<T: Line>(editing: Editing, row: &T, name: &str) -> Self {
        let (edits, assigns) = match editing.list {
            List::Companies => (Action::EditCompanies, Action::ReassignCompanies),
            List::Deals => (Action::EditDeals, Action::ReassignDeals),
            List::Calls | List::Customers => (Action::EditCustomers, Action::ReassignCustomers),
        };
        let may = |action| viewer().may_to(action, row.owner());
        Self { editing, id: row.id().to_owned(), name: name.to_owned(), edits: may(edits), assigns: may(assigns) }
    }

    /// The cell that says which line it is.
    pub(crate) fn head(&self, column: ListColumn, said: impl Into<ViewFn>) -> AnyView {
        view! { <th scope="row" class=class(column)>{self.editable(column, said.into())}</th> }.into_any()
    }

    /// A cell that may be changed.
    pub(crate) fn cell(&self, column: ListColumn, said: impl Into<ViewFn>) -> AnyView {
        view! { <td class=class(column)>{self.editable(column, said.into())}</td> }.into_any()
    }

    /// A cell that says a text.
    pub(crate) fn text(&self, column: ListColumn, said: Option<String>) -> AnyView {
        self.cell(column, move || said.clone())
    }

    fn editable(&self, column: ListColumn, said: ViewFn) -> impl IntoView + use<> {
        let cell = Cell::in_column(self.editing.list, column);
        let may = if cell == Some(Cell::Owner) { self.assigns } else { self.edits };
        view! {
            <Editable editing=self.editing id=self.id.clone() name=self.name.clone() cell=cell may=may>
                {said.run()}
            </Editable>
        }
    }
}

/// A cell that is not changed in lists.
pub(crate) fn plain(column: ListColumn, said: impl IntoView + 'static) -> AnyView {
    view! { <td class=class(column)>{said.into_any()}</td> }.into_any()
}
