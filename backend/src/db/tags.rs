//! The tables of tags, and of what they are put on.

use super::{Answer, On, each, statements};
use domain::ids::TagId;
use domain::names;
use domain::tags::{Subject, Tag};
use domain::times::Millis;

statements! {
    LIST = "select id, name from tags order by name_fold, id";
    OF = "select t.id, t.name from tagged g join tags t on t.id = g.tag_id where g.kind = $1 and g.record_id = $2 \
          order by t.name_fold, t.id";
    NAMED = "select id, name from tags where name_fold = $1";
    INSERT = "insert into tags (id, name, name_fold, created_at) values ($1, $2, $3, $4)";
    CLEAR = "delete from tagged where kind = $1 and record_id = $2";
    PUT = "insert into tagged (kind, record_id, tag_id) values ($1, $2, $3)";
}

fn tag((id, name): (String, String)) -> Tag {
    Tag { id: TagId::new(id), name }
}

/// Every tag, by name.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Tag>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    Ok(rows.into_iter().map(tag).collect())
}

/// A record's tags, by name.
pub(crate) async fn of(db: On<'_>, subject: &Subject) -> Answer<Vec<Tag>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(OF)
        .bind(subject.kind()).bind(subject.id()).fetch_all(link).await)?;
    Ok(rows.into_iter().map(tag).collect())
}

/// The tag of this name, accents and case aside.
pub(crate) async fn named(db: On<'_>, name: &str) -> Answer<Option<Tag>> {
    let row: Option<(String, String)> =
        each!(db, link => sqlx::query_as(NAMED).bind(names::fold(name)).fetch_optional(link).await)?;
    Ok(row.map(tag))
}

/// A new tag.
pub(crate) async fn insert(db: On<'_>, id: &TagId, name: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces a record's tags.
pub(crate) async fn set(mut db: On<'_>, subject: &Subject, tags: &[TagId]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(CLEAR)
        .bind(subject.kind()).bind(subject.id()).execute(&mut **link).await.map(drop))?;
    for tag in tags {
        each!(&mut db, link => sqlx::query(PUT)
            .bind(subject.kind()).bind(subject.id()).bind(tag.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}
