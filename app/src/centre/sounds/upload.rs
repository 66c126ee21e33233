//! Uploading a file: looked at here first, so that what is not taken need not travel.

use super::sending::Sending;
use super::words::{holds, limits};
use crate::centre::desk::desk;
use crate::components::form::tell;
use crate::components::words::bad_sound;
use crate::components::{Button, ButtonKind, Dialog, TextField, toasts};
use crate::texts::t;
use domain::centre::{BadSound, CentreProblem, LARGEST, Sound, sound};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Asks for a file.
#[component]
pub(super) fn UploadDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title=move || t().centre.sound_page.upload>
            <Fields open=open />
        </Dialog>
    }
}

/// What is filled in, and how far it is.
#[derive(Clone, Copy)]
struct Upload {
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// What is in it, and how large it is.
    holds: RwSignal<Option<(Sound, i64)>>,
    description: RwSignal<String>,
    error: RwSignal<Option<String>>,
    percent: RwSignal<Option<u32>>,
    sending: StoredValue<Option<Sending>, LocalStorage>,
}

impl Upload {
    fn new() -> Self {
        Self {
            file: StoredValue::new_local(None),
            holds: RwSignal::new(None),
            description: RwSignal::default(),
            error: RwSignal::new(None),
            percent: RwSignal::new(None),
            sending: StoredValue::new_local(None),
        }
    }

    /// Looks into a file.
    fn choose(self, file: Option<web_sys::File>) {
        self.holds.set(None);
        self.error.set(None);
        self.file.set_value(file.clone());
        let Some(file) = file else { return };
        leptos::task::spawn_local(async move {
            let read = read(&file).await;
            // The dialog may have been closed meanwhile.
            match read {
                Ok(read) => drop(self.holds.try_set(Some(read))),
                Err(why) => drop(self.error.try_set(Some(why))),
            }
        });
    }

    fn send(self, done: impl Fn(&str) + 'static) {
        let Some(file) = self.file.get_value().filter(|_| untrack(|| self.holds.get()).is_some()) else {
            if untrack(|| self.error.get()).is_none() {
                self.error.set(Some(t().centre.sound_page.choose_first.to_owned()));
            }
            return;
        };
        let name = file.name();
        let progress = move |percent| {
            self.percent.try_set(Some(percent));
        };
        let ended = move |answer: Result<(), crate::api::Fault>| {
            self.percent.try_set(None);
            match answer {
                Ok(()) => done(&name),
                Err(fault) => self.refused(&fault),
            }
        };
        self.percent.set(Some(0));
        match Sending::begin(&file, &self.description.get_untracked(), progress, ended) {
            Ok(sending) => self.sending.set_value(Some(sending)),
            Err(_) => self.error.set(Some(t().centre.sound_page.failed.to_owned())),
        }
    }

    fn refused(self, fault: &crate::api::Fault) {
        let said = match &fault.0 {
            Problem::Centre(CentreProblem::Sound(bad)) => bad_sound(*bad).to_owned(),
            Problem::Unreachable => t().centre.sound_page.lost.to_owned(),
            _ => return tell(fault),
        };
        drop(self.error.try_set(Some(said)));
    }

    fn stop(self) {
        if let Some(sending) = self.sending.try_update_value(Option::take).flatten() {
            sending.stop();
        }
    }
}

/// What is in a file.
async fn read(file: &web_sys::File) -> Result<(Sound, i64), String> {
    let size = file.size();
    if size > LARGEST as f64 {
        return Err(bad_sound(BadSound::TooLarge).to_owned());
    }
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| t().centre.sound_page.failed.to_owned())?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    sound(&bytes).map(|sound| (sound, size as i64)).map_err(|bad| bad_sound(bad).to_owned())
}

#[component]
fn Fields(open: RwSignal<bool>) -> impl IntoView {
    let (desk, upload) = (desk(), Upload::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if upload.percent.get_untracked().is_none() {
            upload.send(move |name| {
                open.try_set(false);
                toasts::tell((t().centre.sound_page.uploaded)(name));
                desk.refresh();
            });
        }
    };
    on_cleanup(move || upload.stop());
    let busy = Signal::derive(move || upload.percent.get().is_some());
    let said = move || upload.percent.get().map(|percent| (t().centre.sound_page.uploading)(percent));
    view! {
        <form class="form" novalidate on:submit=submit>
            <FileField upload=upload />
            <TextField
                name="sound-description"
                label=move || t().centre.sound_page.description
                value=upload.description
                hint=move || t().centre.sound_page.description_hint
            />
            <div aria-live="polite">
                <Show when=move || busy.get()>
                    <progress
                        class="progress"
                        max="100"
                        value=move || upload.percent.get().unwrap_or_default()
                        aria-label=move || said().unwrap_or_default()
                    ></progress>
                    <p class="field__hint">{said}</p>
                </Show>
            </div>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().centre.sound_page.upload
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuUpload
                    submit=true
                    busy=busy
                />
            </div>
        </form>
    }
}

/// The file, and what is in it.
#[component]
fn FileField(upload: Upload) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        upload.choose(field.and_then(|field| field.files()).and_then(|files| files.get(0)));
    };
    let held = move || upload.holds.get().map_or_else(limits, |(sound, bytes)| holds(&sound, bytes));
    let is_wrong = move || upload.error.with(Option::is_some);
    view! {
        <div class="field" class:has-error=is_wrong>
            <label class="field__label" for="sound-file">{move || t().centre.sound_page.file}</label>
            <input
                class="field__input"
                id="sound-file"
                name="file"
                type="file"
                accept=".wav,.mp3,audio/wav,audio/mpeg"
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby="sound-file-hint sound-file-error"
                on:change=chosen
            />
            <p class="field__hint" id="sound-file-hint">{held}</p>
            <p class="field__error" id="sound-file-error" aria-live="polite" hidden=move || !is_wrong()>
                {move || upload.error.get()}
            </p>
        </div>
    }
}
