//! With what the member telephones: this page, a telephone on the desk, a mobile.

use super::phone::phone;
use super::words;
use crate::components::{Button, Icon};
use crate::texts::t;
use domain::calls::{Ability, Command, Device};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// The number field of the mobile.
const MOBILE: &str = "softphone-mobile";

/// The word of a device in the list.
fn word(device: &Device) -> String {
    match device {
        Device::Browser => "browser".into(),
        Device::Softphone => "softphone".into(),
        Device::Mobile { .. } => "mobile".into(),
        Device::IpPhone => "ip-phone".into(),
        Device::Other(code) => format!("other-{code}"),
    }
}

/// The devices to choose from, with the present one even where nobody could choose it.
fn choices(now: Option<Device>) -> Vec<Device> {
    let mut devices = vec![Device::Browser, Device::Softphone, Device::Mobile { number: String::new() }];
    if let Some(now) = now {
        match devices.iter_mut().find(|device| word(device) == word(&now)) {
            Some(same) => *same = now,
            None => devices.push(now),
        }
    }
    devices
}

/// The choice; what it shows follows the provider, not the wish.
#[component]
pub(super) fn DeviceChoice() -> impl IntoView {
    let phone = phone();
    let wants_mobile = RwSignal::new(false);
    let device = Memo::new(move |_| phone.desk(|desk| desk.line().device.clone()));
    let present = move || device.with(|device| device.as_ref().map(word).unwrap_or_default());
    let refused = move || phone.refusal(Ability::ChangeDevice, None).map(words::refused);
    let chosen = move |event: web_sys::Event| {
        let wanted = event_target_value(&event);
        wants_mobile.set(wanted == "mobile");
        let device = choices(device.get_untracked()).into_iter().find(|device| word(device) == wanted);
        match device {
            Some(Device::Mobile { .. }) => return,
            Some(device) => phone.press(Command::ChangeDevice(device)),
            None => {}
        }
        if let Some(list) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            list.set_value(&untrack(present));
        }
    };
    let option = move |device: Device| {
        let word = word(&device);
        let mine = word.clone();
        view! { <option value=word selected=move || present() == mine>{move || words::device(&device)}</option> }
    };
    view! {
        <div class="device">
            <label class="device__label" for="softphone-device">
                <Icon icon=icondata_lu::LuHeadphones />
                <span>{move || t().softphone.device}</span>
            </label>
            <select
                class="field__input field__input--select device__list"
                id="softphone-device"
                disabled=move || refused().is_some()
                title=refused
                // A list once touched no longer minds which of its lines is marked.
                prop:value=present
                on:change=chosen
            >
                {move || device.with(Option::is_none).then(|| view! { <option value="" selected=true>"…"</option> })}
                {move || choices(device.get()).into_iter().map(option).collect_view()}
            </select>
            <Show when=move || wants_mobile.get()>
                <MobileNumber wanted=wants_mobile />
            </Show>
        </div>
    }
}

/// The number of the mobile that takes the calls.
#[component]
fn MobileNumber(
    /// Whether it is being asked for.
    wanted: RwSignal<bool>,
) -> impl IntoView {
    let phone = phone();
    let number = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed: String = number.get_untracked().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let said = phone.wish(Command::ChangeDevice(Device::Mobile { number: typed }));
        wanted.set(said.is_err());
        error.set(said.err().map(|why| untrack(|| words::refused(why).to_owned())));
    };
    view! {
        <form class="device__mobile" on:submit=send>
            <label class="visually-hidden" for=MOBILE>{move || t().softphone.mobile_number}</label>
            <input
                class="field__input"
                id=MOBILE
                type="tel"
                autocomplete="tel"
                placeholder=move || t().softphone.mobile_number
                prop:value=move || number.get()
                on:input=move |event| number.set(event_target_value(&event))
            />
            <Button label=move || t().softphone.use_mobile submit=true />
            <p class="field__error" role="alert">{error}</p>
        </form>
    }
}
