//! The files, where each is used, and how it sounds.

use super::upload::UploadDialog;
use crate::centre::desk::{Desk, desk};
use crate::centre::frame::CentreFrame;
use crate::centre::words::Book;
use crate::components::{Ago, Button, ButtonKind, EmptyState, PageHead, Player};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, KeptSound, Prompt, Ref, SOUNDS_PATH, SoundRow};
use leptos::prelude::*;

/// The page of all files that callers hear.
#[component]
pub fn SoundsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Sounds>
            <Sounds />
        </CentreFrame>
    }
}

#[component]
fn Sounds() -> impl IntoView {
    let (desk, uploading) = (desk(), RwSignal::new(false));
    let sounds = Memo::new(move |_| desk.with(|desk| desk.sounds.clone()));
    view! {
        <PageHead title=move || t().centre.sounds>
            <Button
                label=move || t().centre.sound_page.upload
                kind=ButtonKind::Primary
                icon=icondata_lu::LuUpload
                on_press=move || uploading.set(true)
            />
        </PageHead>
        <p class="panel__text">{move || t().centre.sound_page.text}</p>
        <Show when=move || sounds.with(|sounds| !sounds.is_empty()) fallback=|| view! { <NoSounds /> }>
            <ul class="sounds">
                <For each=move || sounds.get() key=|row| row.file.name.clone() let(row)>
                    <Sound desk=desk row=row />
                </For>
            </ul>
        </Show>
        <UploadDialog open=uploading />
    }
}

#[component]
fn NoSounds() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuMusic
            title=move || t().centre.sound_page.none
            text=move || t().centre.sound_page.none_text
        />
    }
}

#[component]
fn Sound(desk: Desk, row: SoundRow) -> impl IntoView {
    let SoundRow { file, kept } = row;
    let (file_name, shown) = (file.name.clone(), file.name.clone());
    let used = Memo::new(move |_| desk.draft(|centre| uses(centre, &file_name)));
    let listen = move || (t().centre.sound_page.listen)(&shown);
    let title = if file.description.is_empty() { file.name.clone() } else { file.description.clone() };
    let places = move |(at, said): (Ref, String)| {
        let page = desk.draft(|centre| CentrePage::of(&at, centre));
        view! { <li><a href=Route::from(page).href()>{said}</a></li> }
    };
    view! {
        <li class="sound">
            <div class="sound__head">
                <h2 class="sound__title">{title}</h2>
                <p class="sound__name">{file.name}</p>
            </div>
            {match kept {
                Some(kept) => view! { <Kept kept=kept label=Signal::derive(listen) /> }.into_any(),
                None => view! { <p class="field__hint">{move || t().centre.sound_page.elsewhere}</p> }.into_any(),
            }}
            <div class="sound__used">
                <h3 class="field__label">{move || t().centre.sound_page.used}</h3>
                <Show
                    when=move || used.with(|used| !used.is_empty())
                    fallback=|| view! { <p class="field__hint">{move || t().centre.sound_page.unused}</p> }
                >
                    <ul>{move || used.get().into_iter().map(places).collect_view()}</ul>
                </Show>
            </div>
        </li>
    }
}

/// Our copy: it can be listened to.
#[component]
fn Kept(kept: KeptSound, label: Signal<String>) -> impl IntoView {
    let KeptSound { id, sound, bytes, at, by } = kept;
    let address = move |()| format!("{SOUNDS_PATH}/{id}");
    let holds = move || super::words::holds(&sound, bytes);
    view! {
        <div class="sound__heard">
            <Player label=label source=Callback::new(address) length_ms=sound.length />
            <p class="field__hint">
                {holds} " · " {move || (t().centre.sound_page.by)(&by)} " · " <Ago at=at />
            </p>
        </div>
    }
}

/// Everything in the draft that plays a file, and as what.
fn uses(centre: &Centre, file: &str) -> Vec<(Ref, String)> {
    let words = &t().centre.sound_page;
    let book = Book(&[centre]);
    let plays = |name: &Option<String>| name.as_deref() == Some(file);
    let mut uses = Vec::new();
    for node in centre.nodes().filter(|node| matches!(&node.prompt, Prompt::File { file: name } if name == file)) {
        let at = Ref::Node(node.id.clone());
        uses.push((at.clone(), (words.at_step)(&book.name(&at))));
    }
    for queue in centre.queues() {
        let at = Ref::Queue(queue.id.clone());
        if plays(&queue.waiting_sound) {
            uses.push((at.clone(), (words.as_waiting)(&queue.name)));
        }
        if plays(&queue.hold_sound) {
            uses.push((at, (words.as_hold)(&queue.name)));
        }
    }
    uses
}
