//! What can be done with the rows that are chosen.

use super::api::{change_records, undo_change};
use super::selection::{Selection, on_shift_arrows};
use super::set_field::SetField;
use crate::api::Answer;
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, Dialog, Popover, Select, TextField, toasts};
use crate::customers::api::colleagues;
use crate::fetched::{Part, fetched};
use crate::surroundings::viewer;
use crate::tags::api::list_tags;
use crate::texts::t;
use domain::access::Action;
use domain::bulk::{Bulk, Chosen, Deed, Done};
use domain::cells::Cell;
use domain::ids::{BulkId, TagId};
use domain::lists::List;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the bar is made with: as [`BulkBar`].
type About = (List, Selection, Signal<Vec<String>>, Signal<Chosen>, Signal<bool>, Callback<()>);

fetched! {
    lists {
        bar(About) = |(list, selection, shown, found, more, again)| {
            view! { <Bar list=list selection=selection shown=shown found=found more=more again=again /> }.into_any()
        };
    }
}

/// The bar below a list of which rows are chosen.
#[component]
pub(crate) fn BulkBar(
    /// Of which list.
    list: List,
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows.
    shown: Signal<Vec<String>>,
    /// Everything that the list finds, to be found anew by the server.
    found: Signal<Chosen>,
    /// Whether there is more than is shown.
    more: Signal<bool>,
    /// Asks for the list anew.
    again: Callback<()>,
) -> impl IntoView {
    on_shift_arrows(selection);
    let inside = Part::new(bar);
    let is_there = inside.when(move || !selection.ids.with(Vec::is_empty));
    view! { <Show when=move || is_there.get()>{inside.show((list, selection, shown, found, more, again))}</Show> }
}

#[component]
fn Bar(
    list: List,
    selection: Selection,
    shown: Signal<Vec<String>>,
    found: Signal<Chosen>,
    more: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let act = Callback::new(move |deed: Deed| {
        let chosen = match selection.all_found.get_untracked() {
            true => found.get_untracked(),
            false => Chosen::These(selection.ids.get_untracked()),
        };
        send(busy, change_records(Bulk { list, chosen, deed }), move |answer| {
            let taken = answer.is_ok();
            if let Some(id) = told(answer) {
                let (id, count) = id;
                let take_back = Callback::new(move |()| undo(id.clone(), again));
                toasts::offer((t().records.changed)(count), t().records.undo, take_back);
            }
            if taken {
                selection.clear();
                again.run(());
            }
        });
    });
    let some_left = move || {
        let all = shown.with(Vec::len);
        !selection.all_found.get() && selection.ids.with(|ids| ids.len() < all)
    };
    let count = move || match selection.all_found.get() {
        true => t().records.all_chosen.to_owned(),
        false => (t().records.chosen)(selection.ids.with(Vec::len)),
    };
    view! {
        <div class="selection bulk">
            <span class="bulk__count" role="status">{count}</span>
            <Show when=some_left>
                <Button
                    label=move || t().records.choose_shown
                    kind=ButtonKind::Ghost
                    on_press=move || selection.ids.set(shown.get_untracked())
                />
            </Show>
            <Show when=move || more.get() && !selection.all_found.get()>
                <Button
                    label=move || t().records.choose_found
                    kind=ButtonKind::Ghost
                    on_press=move || selection.all_found.set(true)
                />
            </Show>
            <Deeds list=list act=act />
            <Button
                label=move || t().records.choose_none
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                on_press=move || selection.clear()
            />
        </div>
    }
}

/// Says what was left as it is; what was changed, and under which id it is undone.
fn told(answer: Answer<Done>) -> Option<(BulkId, usize)> {
    match answer {
        Ok(done) => {
            if let Some(first) = done.named.first() {
                toasts::warn((t().records.left)(done.left, &first.name));
            }
            done.id.map(|id| (id, done.done))
        }
        Err(fault) => {
            tell(&fault);
            None
        }
    }
}

/// Takes a change back.
pub(super) fn undo(id: BulkId, again: Callback<()>) {
    spawn_local(async move {
        if let Some((_, count)) = told(undo_change(id).await) {
            toasts::tell((t().records.undone)(count));
        }
        again.try_run(());
    });
}

/// Assign, tag, delete: as far as one may.
#[component]
fn Deeds(list: List, act: Callback<Deed>) -> impl IntoView {
    let (edits, assigns, deletes) = match list {
        List::Companies => (Action::EditCompanies, Action::ReassignCompanies, Action::DeleteCompanies),
        List::Deals => (Action::EditDeals, Action::ReassignDeals, Action::DeleteDeals),
        List::Calls | List::Customers => (Action::EditCustomers, Action::ReassignCustomers, Action::DeleteCustomers),
    };
    let (edits, assigns, deletes) = (viewer().may(edits), viewer().may(assigns), viewer().may(deletes));
    let (tagging, assigning, deleting) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let setting = RwSignal::new(false);
    view! {
        <Show when=move || assigns.get()>
            <Popover name="bulk-assign" label=move || t().records.assign.to_owned() icon=icondata_lu::LuUserCheck open=assigning>
                <Assign act=act open=assigning />
            </Popover>
        </Show>
        <Show when=move || edits.get()>
            <Popover name="bulk-set" label=move || t().records.set_field.to_owned() icon=icondata_lu::LuPencil open=setting>
                <SetField list=list act=act open=setting />
            </Popover>
        </Show>
        <Show when=move || edits.get()>
            <Popover name="bulk-tag" label=move || t().records.tag.to_owned() icon=icondata_lu::LuTag open=tagging>
                <TagThem act=act open=tagging />
            </Popover>
        </Show>
        <Show when=move || deletes.get()>
            <Button
                label=move || t().records.delete
                kind=ButtonKind::Danger
                icon=icondata_lu::LuTrash2
                on_press=move || deleting.set(true)
            />
        </Show>
        <Dialog open=deleting title=move || t().records.delete>
            <p>{move || t().records.delete_question}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || deleting.set(false) />
                <Button
                    label=move || t().records.delete
                    kind=ButtonKind::Danger
                    on_press=move || {
                        deleting.set(false);
                        act.run(Deed::Delete);
                    }
                />
            </div>
        </Dialog>
    }
}

#[component]
fn Assign(act: Callback<Deed>, open: RwSignal<bool>) -> impl IntoView {
    let members = RwSignal::new(Vec::<(String, String)>::new());
    let owner = RwSignal::new(String::new());
    spawn_local(async move {
        if let Ok(all) = colleagues().await {
            members.try_set(all.into_iter().map(|one| (one.id.to_string(), one.name)).collect());
        }
    });
    let options = move || {
        let nobody = (String::new(), t().customers.nobody.to_owned());
        std::iter::once(nobody).chain(members.get()).collect::<Vec<_>>()
    };
    let press = move || {
        open.set(false);
        act.run(Deed::Set { cell: Cell::Owner, value: owner.get_untracked() });
    };
    view! {
        <div class="bulk__form">
            <Select name="bulk-owner" label=move || t().customers.owner value=owner options=Signal::derive(options) />
            <Button label=move || t().records.assign kind=ButtonKind::Primary on_press=press />
        </div>
    }
}

#[component]
fn TagThem(act: Callback<Deed>, open: RwSignal<bool>) -> impl IntoView {
    const LIST: &str = "bulk-tags";
    let tags = RwSignal::new(Vec::<(String, String)>::new());
    let typed = RwSignal::new(String::new());
    spawn_local(async move {
        if let Ok(all) = list_tags().await {
            tags.try_set(all.into_iter().map(|tag| (tag.id.to_string(), tag.name)).collect());
        }
    });
    let put = move || {
        open.set(false);
        act.run(Deed::Tag(vec![typed.get_untracked()]));
    };
    let known = move || {
        let name = domain::names::fold(&typed.get());
        tags.with(|tags| tags.iter().find(|(_, tag)| domain::names::fold(tag) == name).map(|(id, _)| id.clone()))
    };
    let take = move || {
        if let Some(id) = untrack(known) {
            open.set(false);
            act.run(Deed::Untag(TagId::new(id)));
        }
    };
    let options = move || tags.get().into_iter().map(|(_, name)| view! { <option value=name></option> }).collect_view();
    view! {
        <div class="bulk__form">
            <datalist id=LIST>{options}</datalist>
            <TextField name="bulk-tag-name" label=move || t().tags.title value=typed suggestions=LIST />
            <div class="bulk__actions">
                <Button
                    label=move || t().records.put_tag
                    kind=ButtonKind::Primary
                    disabled=Signal::derive(move || typed.with(|typed| typed.trim().is_empty()))
                    on_press=put
                />
                <Button
                    label=move || t().records.take_tag
                    disabled=Signal::derive(move || known().is_none())
                    on_press=take
                />
            </div>
        </div>
    }
}
