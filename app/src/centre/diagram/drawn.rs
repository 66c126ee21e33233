//! A graph as a picture: lines, their labels, and on top of them the spots.

use super::{Arrow, Laid, Marks, flag, moved, path};
use crate::components::Icon;
use crate::texts::t;
use domain::centre::{Drawn, Severity, Size, Spot};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// What a picture shows, and what is done with it.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub laid: Memo<Laid>,
    pub marks: Signal<Marks>,
    pub selected: RwSignal<Option<Spot>>,
    /// The spot that shall have the focus.
    pub wanted: RwSignal<Option<Spot>>,
    /// In percent.
    pub scale: RwSignal<u32>,
    /// Keys that are not for moving about.
    pub on_key: Option<Callback<KeyboardEvent>>,
}

impl Shown {
    /// The one spot that the tabulator key comes to.
    fn is_entrance(self, spot: &Spot) -> bool {
        let chosen = self.selected.get();
        self.laid.with(|laid| match chosen.filter(|chosen| laid.place(chosen).is_some()) {
            Some(chosen) => chosen == *spot,
            None => laid.graph.spots.first() == Some(spot),
        })
    }

    fn pressed(self, spot: &Spot, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let next = self.laid.with_untracked(|laid| {
            let next = match (Arrow::of_key(&event.key()), event.key().as_str()) {
                (Some(arrow), _) => moved(laid, laid.place(spot)?, arrow)?,
                (None, "Home") => 0,
                _ => return None,
            };
            laid.graph.spots.get(next).cloned()
        });
        if let Some(next) = next {
            event.prevent_default();
            self.selected.set(Some(next.clone()));
            self.wanted.set(Some(next));
        } else if Arrow::of_key(&event.key()).is_some() {
            event.prevent_default();
        } else if let Some(on_key) = self.on_key {
            on_key.run(event.clone());
        }
    }
}

/// The picture.
#[component]
pub(super) fn Drawing(
    /// What it shows, in a few words.
    label: Signal<String>,
    /// What it shows.
    shown: Shown,
) -> impl IntoView {
    let Shown { laid, scale, .. } = shown;
    let size = Memo::new(move |_| laid.with(|laid| laid.picture.size));
    let scaled = move |length: f64| format!("{:.0}", length * f64::from(scale.get()) / 100.0);
    let in_order = move || laid.with(Laid::in_order);
    view! {
        <svg
            class="drawing"
            role="tree"
            aria-label=label
            width=move || scaled(size.get().width)
            height=move || scaled(size.get().height)
            viewBox=move || format!("0 0 {:.0} {:.0}", size.get().width, size.get().height)
        >
            <g aria-hidden="true">{move || ways(shown)}</g>
            <For each=in_order key=Clone::clone let(spot)>
                <SpotCard spot=spot shown=shown />
            </For>
        </svg>
    }
}

/// Every line, then every label.
fn ways(shown: Shown) -> AnyView {
    let marks = shown.marks.get();
    shown.laid.with(|laid| {
        let class = |at: usize| arrow_class(laid, &marks, at);
        let lines = laid.picture.ways.iter().enumerate().map(|(at, drawn)| line(drawn, class(at))).collect_view();
        let labels = laid.picture.ways.iter().zip(&laid.labels).enumerate();
        let labels = labels.map(|(at, (drawn, (text, size)))| label(drawn, text, *size, class(at))).collect_view();
        (lines, labels).into_any()
    })
}

fn arrow_class(laid: &Laid, marks: &Marks, at: usize) -> &'static str {
    let Some(way) = laid.graph.ways.get(at) else { return "arrow" };
    let (Some(from), Some(to)) = (laid.graph.spots.get(way.from), laid.graph.spots.get(way.to)) else { return "arrow" };
    match marks.at_way(from, way) {
        Some(Severity::Error) => "arrow arrow--error",
        _ if marks.is_step(from, to) => "arrow arrow--taken",
        Some(Severity::Warning) => "arrow arrow--warning",
        None => "arrow",
    }
}

fn line(drawn: &Drawn, class: &'static str) -> impl IntoView + use<> {
    let (line, head) = (path::line(&drawn.points), path::head(&drawn.points));
    view! {
        <g class=class>
            <path class="arrow__line" d=line></path>
            <path class="arrow__head" d=head></path>
        </g>
    }
}

fn label(drawn: &Drawn, text: &str, size: Size, class: &'static str) -> Option<impl IntoView + use<>> {
    if text.is_empty() {
        return None;
    }
    let number = |number: f64| format!("{number:.1}");
    let (x, y) = (drawn.label.x, drawn.label.y);
    let (left, top) = (x - size.width / 2.0, y - size.height / 2.0);
    let text = text.to_owned();
    Some(view! {
        <g class=class>
            <rect
                class="arrow__plate"
                x=number(left)
                y=number(top)
                width=number(size.width)
                height=number(size.height)
                rx="6"
            ></rect>
            <text class="arrow__label" x=number(x) y=number(y + 4.0) text-anchor="middle">
                {text}
            </text>
        </g>
    })
}

/// A spot. It is a branch of a tree for screen readers, and one stop of the arrow keys.
#[component]
fn SpotCard(spot: Spot, shown: Shown) -> impl IntoView {
    let Shown { laid, marks, selected, wanted, .. } = shown;
    let node = NodeRef::<html::Div>::new();
    let spot = StoredValue::new(spot);
    let is_it = move |other: &Option<Spot>| spot.with_value(|spot| other.as_ref() == Some(spot));
    Effect::new(move |_| {
        let Some(card) = node.get().filter(|_| wanted.with(is_it)) else { return };
        // Fails only for an element that cannot hold the focus.
        let _ = card.focus();
        wanted.set(None);
    });
    let place = Memo::new(move |_| laid.with(|laid| spot.with_value(|spot| laid.place(spot))).unwrap_or_default());
    let card = Memo::new(move |_| laid.with(|laid| laid.cards.get(place.get()).cloned()));
    let corner = move || laid.with(|laid| laid.corner(place.get()));
    let size = move || laid.with(|laid| laid.size(place.get()));
    let number = |number: f64| format!("{number:.1}");
    let found = Memo::new(move |_| marks.with(|marks| spot.with_value(|spot| marks.at_spot(spot))));
    let is_taken = Memo::new(move |_| marks.with(|marks| spot.with_value(|spot| marks.is_taken(spot))));
    let depth = move || laid.with(|laid| laid.depth(place.get()) + 1).to_string();
    let class = move || card.with(|card| card.as_ref().map_or("spot", |card| card.look.class()));
    let is_selected = move || selected.with(is_it);
    let tabindex = move || if spot.with_value(|spot| shown.is_entrance(spot)) { "0" } else { "-1" };
    view! {
        <foreignObject
            class="drawing__spot"
            x=move || number(corner().x)
            y=move || number(corner().y)
            width=move || number(size().width)
            height=move || number(size().height)
        >
            <div
                class=class
                class:is-taken=is_taken
                class:is-selected=is_selected
                node_ref=node
                role="treeitem"
                aria-selected=move || is_selected().to_string()
                aria-label=move || spoken(laid, place.get(), found.get(), is_taken.get())
                tabindex=tabindex
                on:focus=move |_| selected.set(Some(spot.get_value()))
                on:click=move |_| selected.set(Some(spot.get_value()))
                on:keydown=move |event| spot.with_value(|spot| shown.pressed(spot, &event))
                {..custom_attribute("aria-level", depth)}
            >
                {move || card.get().map(|card| view! {
                    <span class="spot__head">
                        <Icon icon=card.look.icon() />
                        <span class="spot__title">{card.title}</span>
                    </span>
                    <span class="spot__text">{card.text}</span>
                })}
                {move || found.get().map(flag)}
            </div>
        </foreignObject>
    }
}

/// A spot in words: by which key one comes to it, what it is, what was found there, and where its keys lead.
fn spoken(laid: Memo<Laid>, place: usize, found: Option<Severity>, is_taken: bool) -> String {
    let words = &t().centre.diagram;
    laid.with(|laid| {
        let first = laid.outline.iter().find(|line| line.spot == place && !line.again);
        let label = |way: usize| laid.labels.get(way).map(|(label, _)| label.clone()).filter(|label| !label.is_empty());
        let by = first.and_then(|line| line.way).and_then(label);
        let card = laid.cards.get(place).map(super::Card::spoken);
        let found = found.map(|severity| super::severe(severity).to_owned());
        let taken = is_taken.then(|| words.taken.to_owned());
        let led = laid.graph.ways_from(place).filter_map(|(at, way)| {
            let title = laid.cards.get(way.to).map(|card| card.title.clone())?;
            Some(format!("{} → {title}", label(at)?))
        });
        let led: Vec<String> = led.collect();
        let led = Some(led.join("; ")).filter(|led| !led.is_empty());
        let by = by.map(|by| format!("{by}:"));
        let said = [found, taken, led].into_iter().flatten().collect::<Vec<_>>().join(". ");
        [by, card.map(|card| format!("{card}.")), Some(said)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
            .trim()
            .to_owned()
    })
}
