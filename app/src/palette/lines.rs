//! What stands in the palette, line by line.

use super::acts::Act;
use super::places;
use super::state::{Palette, Shown};
use crate::components::Glyph;
use crate::customers::address::{ListAddress, Listed};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::palette::{Found, Hit, NumberFound, OFFERED};
use domain::times;
use leptos::prelude::*;

/// How a line begins.
#[derive(Clone, Copy)]
pub(super) enum Face {
    /// With the initial of its name.
    Person,
    /// With a drawing.
    Drawing(Glyph),
}

/// A line that can be chosen.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) face: Face,
    pub(super) name: String,
    /// What tells it from others.
    pub(super) about: String,
    pub(super) act: Act,
}

/// Lines of one kind under their heading.
pub(super) struct Group {
    pub(super) title: &'static str,
    pub(super) lines: Vec<Line>,
}

/// A line with a drawing and nothing more about it.
pub(super) fn line(icon: Glyph, name: impl Into<String>, act: Act) -> Line {
    Line { face: Face::Drawing(icon), name: name.into(), about: String::new(), act }
}

/// Everything that can be chosen now, in order; groups without a line are left out.
pub(super) fn groups(palette: Palette) -> Vec<Group> {
    let groups = match palette.shown() {
        Shown::Recent(hits) => vec![
            Group { title: t().palette.recent, lines: hits.iter().map(hit).collect() },
            Group { title: t().palette.actions, lines: places::actions(&[]) },
            Group { title: t().palette.pages, lines: places::pages(&[]) },
        ],
        Shown::Found(text, found) => of_text(&text, found.as_ref()),
    };
    groups.into_iter().filter(|group| !group.lines.is_empty()).collect()
}

/// A whole number first, since whoever types one means it; then records; what begins like a page or an action comes
/// before them.
fn of_text(text: &str, found: Option<&Found>) -> Vec<Group> {
    let words = t();
    let nothing = Found::default();
    let found = found.unwrap_or(&nothing);
    let records = |hits: &[Hit]| hits.iter().map(hit).collect::<Vec<_>>();
    let number = Group { title: words.palette.number, lines: found.number.as_ref().map(dialled).unwrap_or_default() };
    let mut groups = vec![
        Group { title: words.frame.customers, lines: records(&found.customers) },
        Group { title: words.companies.title, lines: records(&found.companies) },
        Group { title: words.deals.title, lines: records(&found.deals) },
    ];
    let places = places::fitting(text);
    let (first, last) = if places::begins(text) { (places, Vec::new()) } else { (Vec::new(), places) };
    groups.splice(0..0, first);
    groups.extend(last);
    let is_short = found.number.as_ref().is_some_and(|found| found.number.is_short());
    groups.insert(if is_short { groups.len() } else { 0 }, number);
    groups.push(Group { title: words.palette.more, lines: further(text, found) });
    groups
}

/// A record.
fn hit(hit: &Hit) -> Line {
    let grouped = |number: &Option<domain::phone::Number>| number.as_ref().map(domain::phone::Number::grouped);
    let (face, about) = match hit {
        Hit::Customer { company, phone, .. } => (Face::Person, vec![company.clone(), grouped(phone)]),
        Hit::Company { phone, .. } => (Face::Drawing(icondata_lu::LuBuilding2), vec![grouped(phone)]),
        Hit::Deal { with, amount, stage, .. } => (
            Face::Drawing(icondata_lu::LuHandshake),
            vec![with.clone(), (*amount > 0).then(|| times::money(*amount)), Some(stage.clone())],
        ),
    };
    let about: Vec<String> = about.into_iter().flatten().collect();
    let act = Act::Go(Route::of(&hit.subject()).href());
    Line { face, name: hit.name().to_owned(), about: about.join(" · "), act }
}

/// Dials the number, and says whose it is; one that nobody has can be given to somebody new.
fn dialled(found: &NumberFound) -> Vec<Line> {
    let words = &t().palette;
    let key = found.number.as_str().to_owned();
    let whose = match (found.holder(), found.holders()) {
        (Some(one), _) => one.to_owned(),
        (None, 0) => words.nobody.to_owned(),
        (None, several) => (words.several)(several),
    };
    let dial = line(icondata_lu::LuPhone, (words.call)(&found.number.grouped()), Act::Dial(key.clone()));
    let mut lines = vec![Line { about: whose, ..dial }];
    if found.holders() == 0 && !found.number.is_short() && may(Deed::CreateCustomers) {
        let new = Route::NewCustomer { number: Some(key), call: None };
        lines.push(line(icondata_lu::LuUserPlus, words.new_with_number, Act::Go(new.href())));
    }
    lines
}

/// The whole list where more were found than are shown; somebody new where nobody was.
fn further(text: &str, found: &Found) -> Vec<Line> {
    let words = &t().palette;
    let all = |list: Listed, label: fn(&str) -> String, hits: &[Hit]| {
        let address = ListAddress::searching(list, text).href();
        (hits.len() == OFFERED).then(|| line(icondata_lu::LuSearch, label(text), Act::Go(address)))
    };
    let is_name = found.customers.is_empty() && text.chars().any(char::is_alphabetic);
    let new = Route::NewNamedCustomer { name: text.to_owned() };
    let new = (is_name && may(Deed::CreateCustomers))
        .then(|| line(icondata_lu::LuUserPlus, (words.new_named)(text), Act::Go(new.href())));
    let lines = [
        all(Listed::Customers, words.all_customers, &found.customers),
        all(Listed::Companies, words.all_companies, &found.companies),
        new,
    ];
    lines.into_iter().flatten().collect()
}

/// Whether the viewer may do this; for a line that is made while it is shown.
pub(super) fn may(deed: Deed) -> bool {
    viewer().me.with(|me| me.as_ref().is_some_and(|me| me.may(deed)))
}
