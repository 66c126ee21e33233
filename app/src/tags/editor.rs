//! The tags of a record: seen by all, put on and taken off by those who may change it.

use super::api::{list_tags, set_tags, tags_of};
use crate::components::form::{self, send};
use crate::components::{Button, ButtonKind};
use crate::nested;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::tags::{Subject, Tag};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The tags of a record.
#[component]
pub(crate) fn TagEditor(
    /// Of what.
    subject: Subject,
    /// What one must be allowed to change them.
    deed: Deed,
) -> impl IntoView {
    let of = StoredValue::new(subject);
    let first = nested::resource(move || of.get_value(), tags_of);
    view! {
        <section class="tags" aria-labelledby="tags-heading">
            <h2 class="section-heading" id="tags-heading">{move || t().tags.title}</h2>
            <Transition>
                {move || Suspend::new(async move {
                    // The record itself says what is wrong with it.
                    let tags = first.await.unwrap_or_default();
                    view! { <Tags subject=of.get_value() first=tags deed=deed /> }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Tags(subject: Subject, first: Vec<Tag>, deed: Deed) -> impl IntoView {
    let tags = RwSignal::new(first);
    let (subject, busy) = (StoredValue::new(subject), RwSignal::new(false));
    let may_edit = viewer().may(deed);
    let set = Callback::new(move |names: Vec<String>| {
        send(busy, set_tags(subject.get_value(), names), move |answer| match answer {
            Ok(saved) => tags.set(saved),
            Err(fault) => form::tell(&fault),
        });
    });
    let names = move || tags.with_untracked(|tags| tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>());
    let without = move |gone: &str| set.run(names().into_iter().filter(|name| name != gone).collect());
    let with = Callback::new(move |name: String| set.run(names().into_iter().chain([name]).collect()));
    view! {
        <ul class="tags__list">
            <For each=move || tags.get() key=|tag| tag.id.clone() let(tag)>
                <li class="tag">
                    <a class="tag__name" href=subject.with_value(|subject| tagged(subject, &tag))>{tag.name.clone()}</a>
                    <Show when=move || may_edit.get()>
                        <Remove name=tag.name.clone() on_remove=Callback::new(move |name: String| without(&name)) />
                    </Show>
                </li>
            </For>
        </ul>
        <Show when=move || may_edit.get()>
            <Add busy=busy on_add=with />
        </Show>
    }
}

/// The list of such records with this tag.
fn tagged(subject: &Subject, tag: &Tag) -> String {
    let list = match subject {
        Subject::Customer(_) => Route::Customers,
        Subject::Company(_) => Route::Companies,
        Subject::Deal(_) => Route::Deals,
    };
    format!("{}?tag={}", list.href(), tag.id)
}

#[component]
fn Remove(name: String, on_remove: Callback<String>) -> impl IntoView {
    let said = name.clone();
    view! {
        <Button
            label=Signal::derive(move || (t().tags.remove)(&said))
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuX
            icon_only=true
            on_press=move |()| on_remove.run(name.clone())
        />
    }
}

/// One more, of those there are or a new one.
#[component]
fn Add(busy: RwSignal<bool>, on_add: Callback<String>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let known = RwSignal::new(Vec::<Tag>::new());
    // Only who types needs them: the page does not wait for them.
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(tags) = list_tags().await {
                known.try_set(tags);
            }
        });
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        if !name.is_empty() {
            typed.set(String::new());
            on_add.run(name);
        }
    };
    view! {
        <form class="tags__add" on:submit=submit>
            <datalist id="tag-names">
                <For each=move || known.get() key=|tag| tag.id.clone() let(tag)>
                    <option value=tag.name></option>
                </For>
            </datalist>
            <input
                class="field__input tags__field"
                type="text"
                name="tag"
                autocomplete="off"
                list="tag-names"
                aria-label=move || t().tags.add
                placeholder=move || t().tags.add
                title=move || t().tags.hint
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <Button
                label=move || t().tags.add
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPlus
                icon_only=true
                submit=true
                busy=busy
            />
        </form>
    }
}
