//! What records have in custom fields.

use crate::db::bulk::{VALUES, together};
use crate::db::{Answer, Fault, On, each};
use domain::custom::{Decimal, Entity, Kind, Value, Values, YES};
use domain::ids::{ChoiceId, CustomFieldId};
use domain::times::{Day, Millis};
use sqlx::{Database, Encode, QueryBuilder, Type};
use std::collections::HashMap;

#[derive(sqlx::FromRow)]
struct Row {
    record_id: String,
    field_id: String,
    kind: String,
    key: String,
    number: Option<i64>,
    text: Option<String>,
}

impl Row {
    /// Puts it among the values of its record.
    fn add_to(self, values: &mut Values) -> Answer<()> {
        let id = CustomFieldId::new(self.field_id);
        let unreadable = || Fault::Stored("value");
        let number = self.number.ok_or_else(unreadable);
        let value = match Kind::from_stored(&self.kind).ok_or_else(unreadable)? {
            Kind::Text => Value::Text(self.text.unwrap_or_default()),
            Kind::Link => Value::Link(self.text.unwrap_or_default()),
            Kind::Number => Value::Number(Decimal(number?)),
            Kind::Money => Value::Money(number?),
            Kind::Date => Value::Date(Day::of(Millis(number?))),
            Kind::YesNo => Value::YesNo(self.key == YES),
            Kind::Choice => Value::Choice(ChoiceId::new(self.key)),
            Kind::Choices => {
                let mut ids = match values.get(&id) {
                    Some(Value::Choices(ids)) => ids.clone(),
                    _ => Vec::new(),
                };
                ids.push(ChoiceId::new(self.key));
                Value::Choices(ids)
            }
        };
        values.set(id, Some(value));
        Ok(())
    }
}

/// What one record has.
pub(crate) async fn of_record(db: On<'_>, entity: Entity, id: &str) -> Answer<Values> {
    Ok(of_many(db, entity, &[id]).await?.remove(id).unwrap_or_default())
}

/// What records have, by their ids; those that have nothing are not there.
pub(crate) async fn of_many(mut db: On<'_>, entity: Entity, ids: &[&str]) -> Answer<HashMap<String, Values>> {
    let mut all: HashMap<String, Values> = HashMap::new();
    for ids in ids.chunks(VALUES) {
        let rows: Vec<Row> = each!(db.again(), link =>
            text_of(entity, ids).build_query_as().persistent(ids.len() == 1).fetch_all(link).await)?;
        for row in rows {
            let record = all.entry(row.record_id.clone()).or_default();
            row.add_to(record)?;
        }
    }
    Ok(all)
}

fn text_of<DB>(entity: Entity, ids: &[&str]) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(
        "select v.record_id, v.field_id, f.kind, v.key, v.number, v.text \
         from custom_values v join custom_fields f on f.id = v.field_id where f.entity = ",
    );
    text.push_bind(entity.as_str().to_owned()).push(" and v.record_id in (");
    let mut list = text.separated(", ");
    ids.iter().for_each(|id| _ = list.push_bind((*id).to_owned()));
    text.push(") order by v.record_id, v.field_id, v.position");
    text
}

/// Writes what a record has from now on, where that is not what it had.
pub(crate) async fn set(db: On<'_>, record: &str, before: &Values, now: &Values) -> Answer<()> {
    set_many(db, &[(record, before, now)]).await
}

/// Writes what records have from now on, where that is not what they had: which record, before, now.
pub(crate) async fn set_many(mut db: On<'_>, records: &[(&str, &Values, &Values)]) -> Answer<()> {
    const TEXT: &str = "delete from custom_values where record_id = $1 and field_id = $2";
    let mut new = Vec::new();
    for (record, before, now) in records {
        for (field, _) in before.iter().filter(|(field, value)| now.get(field) != Some(value)) {
            each!(&mut db, link => sqlx::query(TEXT)
                .bind(*record).bind(field.as_str()).execute(&mut **link).await.map(drop))?;
        }
        let changed = now.iter().filter(|(field, value)| before.get(field) != Some(value));
        new.extend(changed.map(|(field, value)| (*record, field, value)));
    }
    insert_values(db, &new).await
}

/// Adds values: of which record, in which field.
pub(crate) async fn insert_values(mut db: On<'_>, values: &[(&str, &CustomFieldId, &Value)]) -> Answer<()> {
    const TEXT: &str = "insert into custom_values (record_id, field_id, position, key, number, text) ";
    let rows: Vec<Stored<'_>> =
        values.iter().flat_map(|(record, field, value)| stored(record, field.as_str(), value)).collect();
    for rows in rows.chunks(together(6)) {
        each!(db.again(), link => QueryBuilder::new(TEXT)
            .push_values(rows, |mut row, one| {
                row.push_bind(one.record)
                    .push_bind(one.field)
                    .push_bind(one.position)
                    .push_bind(one.key.clone())
                    .push_bind(one.number)
                    .push_bind(one.text);
            })
            .build().persistent(rows.len() == together(6)).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// A row of the table.
struct Stored<'a> {
    record: &'a str,
    field: &'a str,
    position: i64,
    key: String,
    number: Option<i64>,
    text: Option<&'a str>,
}

fn stored<'a>(record: &'a str, field: &'a str, value: &'a Value) -> Vec<Stored<'a>> {
    let text = match value {
        Value::Text(text) | Value::Link(text) => Some(text.as_str()),
        _ => None,
    };
    let number = value.number();
    // What has an order has no key; it is one row all the same.
    let keys = if number.is_some() { vec![String::new()] } else { value.keys() };
    let row = |(position, key)| Stored { record, field, position, key, number, text };
    (0..).zip(keys).map(row).collect()
}
