//! The admins' page: what a call can come to, in which order, and how wrap-up goes.

use super::api::{create_disposition, get_wrap_up_settings, list_dispositions};
use super::choice_row::ChoiceRow;
use super::settings::SettingsPanel;
use crate::api::Answer;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, EmptyState, ErrorState, PageHead, Skeleton, TextField, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::wrap_up::{Disposition, DispositionForm, WrapUpSettings};
use leptos::prelude::*;

/// The page of the choices.
#[component]
pub fn DispositionsPage() -> impl IntoView {
    // Asked for together: one who may not define choices sees one refusal.
    let all = Resource::new_blocking(|| (), |()| everything());
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageHead title=move || t().wrap_up.title />
        <div class="panels">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok((choices, settings)) => {
                            view! {
                                <Choices choices=choices again=again />
                                <SettingsPanel settings=settings />
                            }
                                .into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

async fn everything() -> Answer<(Vec<Disposition>, WrapUpSettings)> {
    let settings = get_wrap_up_settings().await?;
    Ok((list_dispositions().await?, settings))
}

#[component]
fn Choices(choices: Vec<Disposition>, again: Callback<()>) -> impl IntoView {
    let rows = RwSignal::new(choices);
    view! {
        <section class="panel" aria-labelledby="choices-heading">
            <h2 class="panel__title" id="choices-heading">{move || t().wrap_up.list}</h2>
            <p class="panel__text">{move || t().wrap_up.text}</p>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=|| {
                    view! {
                        <EmptyState
                            icon=icondata_lu::LuTags
                            title=move || t().wrap_up.none_title
                            text=move || t().wrap_up.none_text
                        />
                    }
                }
            >
                <ol class="choice-list">
                    <For each=move || rows.get() key=|row| (row.id.clone(), row.name.clone(), row.active) let(choice)>
                        <ChoiceRow choice=choice rows=rows />
                    </For>
                </ol>
            </Show>
            <NewChoice on_added=again />
        </section>
    }
}

#[component]
fn NewChoice(on_added: Callback<()>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        send(busy, create_disposition(DispositionForm { name: name.get_untracked() }), move |answer| match answer {
            Ok(choice) => {
                toasts::tell((t().wrap_up.added)(&choice.name));
                name.set(String::new());
                on_added.run(());
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="choice-new" novalidate on:submit=submit>
            <TextField
                name="new-disposition"
                label=move || t().wrap_up.new
                value=name
                error=errors.at(Field::Name)
                placeholder=move || t().wrap_up.new_hint
            />
            <Button
                label=move || t().wrap_up.add
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
                submit=true
                busy=busy
            />
        </form>
    }
}
