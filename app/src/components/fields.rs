//! Fields that a person types into. What is wrong stands below the field it is about.

use leptos::prelude::*;

/// The label above a field, the hint and the error below it; the field itself is the child.
#[component]
pub(crate) fn Labelled(
    /// The id of the field.
    id: String,
    /// What to fill in.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it must be filled in.
    required: bool,
    /// What helps to fill it in.
    #[prop(into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// The field.
    children: Children,
) -> impl IntoView {
    let (hint_id, error_id) = (hint_id(&id), error_id(&id));
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some)>
            <label class="field__label" for=id>
                {label}
                {required.then(|| view! { <span class="field__required" aria-hidden="true">"*"</span> })}
            </label>
            {children()}
            <p class="field__hint" id=hint_id hidden=move || hint.with(String::is_empty)>{hint}</p>
            <p class="field__error" id=error_id aria-live="polite" hidden=move || error.with(Option::is_none)>{error}</p>
        </div>
    }
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}

/// The ids of what describes a field now.
pub(crate) fn described_by(
    id: &str,
    hint: Signal<String>,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    let (hint_id, error_id) = (hint_id(id), error_id(id));
    move || match (error.with(Option::is_some), hint.with(String::is_empty)) {
        (true, _) => Some(error_id.clone()),
        (false, false) => Some(hint_id.clone()),
        (false, true) => None,
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// Unique on the page; also the name in a plain form.
    #[prop(into)]
    name: String,
    /// What to fill in.
    #[prop(into)]
    label: Signal<String>,
    /// What is filled in.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `text`, `email`, `tel`, `password`, `search` or `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in, in HTML's words.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// An example.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether the page begins here.
    #[prop(optional)]
    autofocus: bool,
    /// The id of a `datalist` with what is often filled in.
    #[prop(optional, into)]
    suggestions: Option<String>,
) -> impl IntoView {
    let id = format!("field-{name}");
    let described = described_by(&id, hint, error);
    view! {
        <Labelled id=id.clone() label=label required=required hint=hint error=error>
            <input
                class="field__input"
                id=id
                name=name
                type=kind
                value=value.get_untracked()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                autocomplete=autocomplete
                autofocus=autofocus
                list=suggestions
                placeholder=move || placeholder.get()
                aria-required=required.then_some("true")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
            />
        </Labelled>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// Unique on the page; also the name in a plain form.
    #[prop(into)]
    name: String,
    /// What to fill in.
    #[prop(into)]
    label: Signal<String>,
    /// What is filled in.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// An example.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// How many lines are seen.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let id = format!("field-{name}");
    let described = described_by(&id, hint, error);
    view! {
        <Labelled id=id.clone() label=label required=required hint=hint error=error>
            <textarea
                class="field__input field__input--area"
                id=id
                name=name
                rows=rows.to_string()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                placeholder=move || placeholder.get()
                aria-required=required.then_some("true")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
            >
                {value.get_untracked()}
            </textarea>
        </Labelled>
    }
}

/// A password that is to be from now on.
#[component]
pub fn NewPassword(
    /// Unique on the page; also the name in a plain form.
    #[prop(into)]
    name: String,
    /// What to fill in.
    #[prop(into)]
    label: Signal<String>,
    /// What is filled in.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// What helps to fill it in.
    #[prop(into)]
    hint: Signal<String>,
) -> impl IntoView {
    view! {
        <TextField
            name=name
            label=label
            value=value
            error=error
            hint=hint
            kind="password"
            autocomplete="new-password"
            required=true
        />
    }
}
