//! The table of notes.

use super::{Answer, On, each, statements};
use domain::ids::{CustomerId, NoteId, StaffId};
use domain::notes::Note;
use domain::times::Millis;

/// Everything that is read of a note.
macro_rules! notes {
    ($rest:literal) => {
        concat!(
            "select n.id, n.customer_id, n.author_id, s.name as author_name, n.text, n.at, n.edited_at from ",
            $rest
        )
    };
}

statements! {
    BY_ID = notes!("notes n join staff s on s.id = n.author_id where n.id = $1 and n.deleted_at is null");
    PAGE = notes!("notes n join staff s on s.id = n.author_id \
                   where n.customer_id = $1 and n.deleted_at is null and (n.at, n.id) < ($2, $3) \
                   order by n.at desc, n.id desc limit $4");
    LATEST = notes!("(select id, customer_id, author_id, text, at, edited_at, \
                     row_number() over (partition by customer_id order by at desc, id desc) as place from notes \
                     where deleted_at is null and customer_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)) n \
                     join staff s on s.id = n.author_id where n.place <= 3 order by n.at desc, n.id desc");
    INSERT = "insert into notes (id, customer_id, author_id, text, at) values ($1, $2, $3, $4, $5)";
    EDIT = "update notes set text = $2, edited_at = $3 where id = $1";
    DELETE = "update notes set deleted_at = $2 where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    customer_id: String,
    author_id: String,
    author_name: String,
    text: String,
    at: i64,
    edited_at: Option<i64>,
}

impl Row {
    fn note(self) -> Note {
        Note {
            id: NoteId::new(self.id),
            customer: CustomerId::new(self.customer_id),
            author: StaffId::new(self.author_id),
            author_name: self.author_name,
            text: self.text,
            at: Millis(self.at),
            edited_at: self.edited_at.map(Millis),
        }
    }
}

/// One note.
pub(crate) async fn by_id(db: On<'_>, id: &NoteId) -> Answer<Option<Note>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    Ok(row.map(Row::note))
}

/// A customer's notes before a moment and id, newest first.
pub(crate) async fn page(db: On<'_>, of: &CustomerId, before: (i64, &str), limit: i64) -> Answer<Vec<Note>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(PAGE)
        .bind(of.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(link).await)?;
    Ok(rows.into_iter().map(Row::note).collect())
}

/// The three latest notes on each of at most ten customers, newest first.
pub(crate) async fn latest(db: On<'_>, of: [&str; 10]) -> Answer<Vec<Note>> {
    let rows: Vec<Row> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(LATEST), |query, id| query.bind(*id));
        query.fetch_all(link).await
    })?;
    Ok(rows.into_iter().map(Row::note).collect())
}

/// A new note.
pub(crate) async fn insert(
    db: On<'_>,
    id: &NoteId,
    customer: &CustomerId,
    author: &StaffId,
    text: &str,
    at: Millis,
) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str())
        .bind(customer.as_str())
        .bind(author.as_str())
        .bind(text)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Another text.
pub(crate) async fn edit(db: On<'_>, id: &NoteId, text: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(EDIT).bind(id.as_str()).bind(text).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Hides a note.
pub(crate) async fn delete(db: On<'_>, id: &NoteId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}
