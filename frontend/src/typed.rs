//! What is typed before the page is alive. The server's markup can be typed into while the program is on its way; when
//! the program takes it over, it puts into every field what the server knew, and hears of nothing that came before.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventInit, HtmlInputElement, HtmlTextAreaElement};

/// Fields that hold a text. What others hold is not lost: a tick or a choice is made again by whoever sees it gone.
const FIELDS: &str = "input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), textarea";

/// A field that holds a text.
enum Field {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Field {
    /// What stands in it, where that is not what the server wrote there.
    fn typed(&self) -> Option<String> {
        let (now, before) = match self {
            Self::Line(field) => (field.value(), field.default_value()),
            Self::Lines(field) => (field.value(), field.default_value().ok()?),
        };
        (now != before).then_some(now)
    }

    /// Types it as somebody would.
    fn type_again(&self, text: &str) {
        match self {
            Self::Line(field) => field.set_value(text),
            Self::Lines(field) => field.set_value(text),
        }
        let init = EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
            // Fails only for an event that is being dispatched.
            let _ = match self {
                Self::Line(field) => field.dispatch_event(&event),
                Self::Lines(field) => field.dispatch_event(&event),
            };
        }
    }
}

/// What was typed so far, and where.
pub(crate) struct Typed(Vec<(Field, String)>);

impl Typed {
    /// Looks at every field of the page.
    pub(crate) fn so_far() -> Self {
        let Ok(found) = document().query_selector_all(FIELDS) else { return Self(Vec::new()) };
        let field = |at| match found.get(at)?.dyn_into() {
            Ok(line) => Some(Field::Line(line)),
            Err(node) => node.dyn_into().ok().map(Field::Lines),
        };
        let fields = (0..found.length()).filter_map(field);
        Self(fields.filter_map(|field| field.typed().map(|text| (field, text))).collect())
    }

    /// Types all of it again, so that the page has it.
    pub(crate) fn again(self) {
        for (field, text) in self.0 {
            field.type_again(&text);
        }
    }
}
