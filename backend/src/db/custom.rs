//! The tables of custom fields. What is defined is little, and read together.

mod values;

pub(crate) use values::{insert_values, of_many, of_record, set, set_many};

use super::{Answer, Fault, On, each, statements};
use domain::custom::{Choice, CustomField, CustomFieldDraft, Entity, Kind};
use domain::ids::{ChoiceId, CustomFieldId};
use domain::names;
use domain::times::Millis;

statements! {
    FIELDS = "select id, entity, name, kind, required, archived from custom_fields \
              order by entity, archived, position, id";
    CHOICES = "select id, field_id, name, archived from custom_choices order by field_id, archived, position, id";
    OF = "select id, entity, name, kind, required, archived from custom_fields \
          where entity = $1 and not archived order by position, id";
    CHOICES_OF = "select c.id, c.field_id, c.name, c.archived from custom_choices c \
                  join custom_fields f on f.id = c.field_id \
                  where f.entity = $1 and not f.archived order by c.field_id, c.archived, c.position, c.id";
    NAME_TAKEN = "select count(*) from custom_fields where entity = $1 and name_fold = $2 and id <> $3 and not archived";
    INSERT = "insert into custom_fields (id, entity, name, name_fold, kind, required, archived, position, created_at, \
              updated_at) select $1, $2, $3, $4, $5, $6, false, coalesce(max(position), 0) + 1, $7, $7 \
              from custom_fields where entity = $2";
    UPDATE = "update custom_fields set name = $2, name_fold = $3, required = $4, updated_at = $5 where id = $1";
    ARCHIVE = "update custom_fields set archived = $2, updated_at = $3 where id = $1";
    PLACE = "update custom_fields set position = $2 where id = $1";
    PUT_CHOICE = "insert into custom_choices (id, field_id, name, position, archived) values ($1, $2, $3, $4, false) \
                  on conflict (id) do update set name = excluded.name, position = excluded.position, archived = false";
    DROP_CHOICE = "update custom_choices set archived = true where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    entity: String,
    name: String,
    kind: String,
    required: bool,
    archived: bool,
}

#[derive(sqlx::FromRow)]
struct ChoiceRow {
    id: String,
    field_id: String,
    name: String,
    archived: bool,
}

impl Row {
    fn field(self, choices: &[ChoiceRow]) -> Answer<CustomField> {
        let of_it = choices.iter().filter(|choice| choice.field_id == self.id);
        let choice = |row: &ChoiceRow| Choice {
            id: ChoiceId::new(row.id.clone()),
            name: row.name.clone(),
            archived: row.archived,
        };
        Ok(CustomField {
            choices: of_it.map(choice).collect(),
            id: CustomFieldId::new(self.id),
            entity: Entity::from_stored(&self.entity).ok_or(Fault::Stored("entity"))?,
            name: self.name,
            kind: Kind::from_stored(&self.kind).ok_or(Fault::Stored("kind"))?,
            required: self.required,
            archived: self.archived,
        })
    }
}

/// All of them, archived ones too, in order.
pub(crate) async fn all(mut db: On<'_>) -> Answer<Vec<CustomField>> {
    let rows: Vec<Row> = each!(&mut db, link => sqlx::query_as(FIELDS).fetch_all(&mut **link).await)?;
    let choices: Vec<ChoiceRow> = each!(db, link => sqlx::query_as(CHOICES).fetch_all(link).await)?;
    rows.into_iter().map(|row| row.field(&choices)).collect()
}

/// Those that records of a kind have, in order.
pub(crate) async fn of(mut db: On<'_>, entity: Entity) -> Answer<Vec<CustomField>> {
    let rows: Vec<Row> = each!(&mut db, link => sqlx::query_as(OF).bind(entity.as_str()).fetch_all(&mut **link).await)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let choices: Vec<ChoiceRow> =
        each!(db, link => sqlx::query_as(CHOICES_OF).bind(entity.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(|row| row.field(&choices)).collect()
}

/// Whether another one in use is called so, accents and case aside.
pub(crate) async fn name_taken(db: On<'_>, entity: Entity, name: &str, except: &CustomFieldId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(NAME_TAKEN)
        .bind(entity.as_str()).bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// A new one, the last in order, without choices.
pub(crate) async fn insert(
    db: On<'_>,
    id: &CustomFieldId,
    entity: Entity,
    draft: &CustomFieldDraft,
    at: Millis,
) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str())
        .bind(entity.as_str())
        .bind(&draft.name)
        .bind(names::fold(&draft.name))
        .bind(draft.kind.as_str())
        .bind(draft.required)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Another name, and whether every record must have it.
pub(crate) async fn update(db: On<'_>, id: &CustomFieldId, draft: &CustomFieldDraft, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str())
        .bind(&draft.name)
        .bind(names::fold(&draft.name))
        .bind(draft.required)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Whether it is asked for and shown.
pub(crate) async fn archive(db: On<'_>, id: &CustomFieldId, archived: bool, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(ARCHIVE)
        .bind(id.as_str()).bind(archived).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Its place among the others, from 1.
pub(crate) async fn place(db: On<'_>, id: &CustomFieldId, position: i64) -> Answer<()> {
    each!(db, link => sqlx::query(PLACE).bind(id.as_str()).bind(position).execute(link).await.map(drop))?;
    Ok(())
}

/// A choice as it is from now on, in its place from 1.
pub(crate) async fn put_choice(db: On<'_>, of: &CustomFieldId, id: &ChoiceId, name: &str, position: i64) -> Answer<()> {
    each!(db, link => sqlx::query(PUT_CHOICE)
        .bind(id.as_str()).bind(of.as_str()).bind(name).bind(position).execute(link).await.map(drop))?;
    Ok(())
}

/// Nobody can choose it any more; records that have it keep it.
pub(crate) async fn drop_choice(db: On<'_>, id: &ChoiceId) -> Answer<()> {
    each!(db, link => sqlx::query(DROP_CHOICE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}
