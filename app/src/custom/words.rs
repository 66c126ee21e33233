//! Custom fields in words.

use crate::components::Glyph;
use crate::texts::{Texts, t};
use domain::custom::{CustomField, Entity, Kind, Value, Values};

/// What has fields, many of them.
pub(super) fn entity(texts: &Texts, entity: Entity) -> &'static str {
    match entity {
        Entity::Customer => texts.customers.title,
        Entity::Company => texts.companies.title,
        Entity::Deal => texts.deals.title,
    }
}

/// What a field holds.
pub(super) fn kind(texts: &Texts, kind: Kind) -> &'static str {
    let words = &texts.custom;
    match kind {
        Kind::Text => words.kind_text,
        Kind::Number => words.kind_number,
        Kind::Money => words.kind_money,
        Kind::Date => words.kind_date,
        Kind::Choice => words.kind_choice,
        Kind::Choices => words.kind_choices,
        Kind::YesNo => words.kind_yes_no,
        Kind::Link => words.kind_link,
    }
}

/// The same as a drawing.
pub(super) fn glyph(kind: Kind) -> Glyph {
    match kind {
        Kind::Text => icondata_lu::LuType,
        Kind::Number => icondata_lu::LuHash,
        Kind::Money => icondata_lu::LuBanknote,
        Kind::Date => icondata_lu::LuCalendar,
        Kind::Choice => icondata_lu::LuCircleDot,
        Kind::Choices => icondata_lu::LuListChecks,
        Kind::YesNo => icondata_lu::LuToggleLeft,
        Kind::Link => icondata_lu::LuLink,
    }
}

/// What a record has in each of these fields, in words.
pub(crate) fn own(texts: &Texts, fields: &[CustomField], has: &Values) -> Vec<String> {
    let one = |field: &CustomField| has.get(&field.id).map(|has| value(texts, field, has)).unwrap_or_default();
    fields.iter().map(one).collect()
}

/// A value as people read it.
pub fn value(texts: &Texts, field: &CustomField, value: &Value) -> String {
    value.shown(field, (texts.custom.yes, texts.custom.no))
}

/// What is typed or chosen in a field, as people read it; as it is typed where that is no value.
pub(crate) fn entry(field: &CustomField, said: &[String]) -> String {
    match field.read(said) {
        Ok(Some(is)) => value(t(), field, &is),
        _ => said.join(", "),
    }
}
