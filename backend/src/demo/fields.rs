//! What the demonstration's company wants to know of its customers, companies and deals beside what everybody does.

use crate::db::custom::insert_values;
use crate::made_up::{Chance, Made};
use crate::{Backend, custom};
use domain::access::Actor;
use domain::custom::{ChoiceForm, CustomField, CustomFieldForm, Entity, Kind, Value};
use domain::ids::CustomFieldId;
use domain::problem::Problem;
use domain::times::Day;

/// Whose, what it is called, what it holds, and what can be chosen.
const FIELDS: [(Entity, &str, Kind, &[&str]); 5] = [
    (Entity::Customer, "Ngành hàng", Kind::Choice, &["Thực phẩm", "Xây dựng", "May mặc", "Điện máy", "Dịch vụ"]),
    (Entity::Customer, "Ngày sinh", Kind::Date, &[]),
    (Entity::Customer, "Hạn mức công nợ", Kind::Money, &[]),
    (Entity::Company, "Quy mô nhân sự", Kind::Choice, &["Dưới 10", "10–50", "50–200", "Trên 200"]),
    (Entity::Deal, "Nguồn", Kind::Choices, &["Giới thiệu", "Website", "Hội chợ", "Gọi nguội"]),
];

/// Defines them, and fills some of them in.
pub(super) async fn fill(b: &Backend, admin: &Actor, people: &[Made]) -> Result<(), Problem> {
    let mut fields = Vec::new();
    for (entity, name, kind, choices) in FIELDS {
        let choice = |name: &&str| ChoiceForm { id: None, name: (*name).to_owned() };
        let choices = choices.iter().map(choice).collect();
        let form = CustomFieldForm { name: name.to_owned(), kind, required: false, choices };
        fields.push(custom::create(b, admin, entity, &form).await?);
    }
    let mut chance = Chance::new(29);
    let of_customers: Vec<&CustomField> = fields.iter().filter(|field| field.entity == Entity::Customer).collect();
    let mut values: Vec<(&str, &CustomFieldId, Value)> = Vec::new();
    for (n, one) in people.iter().enumerate() {
        for (_, field) in of_customers.iter().enumerate().filter(|(place, _)| !(n + place).is_multiple_of(3)) {
            let value = said(field, &mut chance);
            values.extend(value.map(|value| (one.id.as_str(), &field.id, value)));
        }
    }
    let rows: Vec<_> = values.iter().map(|(record, field, value)| (*record, *field, value)).collect();
    let mut tx = b.write().await?;
    insert_values(tx.on(), &rows).await?;
    Ok(tx.commit().await?)
}

/// What somebody could have said.
fn said(field: &CustomField, chance: &mut Chance) -> Option<Value> {
    let below = |chance: &mut Chance, limit: u64| i64::try_from(chance.below(limit)).unwrap_or(0);
    match field.kind {
        Kind::Choice => {
            let many = u64::try_from(field.choices.len()).unwrap_or(1);
            let chosen = usize::try_from(below(chance, many)).unwrap_or(0);
            field.choices.get(chosen).map(|choice| Value::Choice(choice.id.clone()))
        }
        // From 1960 to 2002.
        Kind::Date => Day::parse("1960-01-01").map(|first| Value::Date(first.plus(below(chance, 42 * 365)))),
        Kind::Money => Some(Value::Money((below(chance, 20) + 1) * 5_000_000)),
        _ => None,
    }
}
