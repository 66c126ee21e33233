//! The table of notes.

use super::within::within;
use super::{Answer, Fault, On, each, statements};
use domain::ids::{CompanyId, CustomerId, DealId, NoteId, StaffId};
use domain::notes::Note;
use domain::rights::Extent;
use domain::tags::Subject;
use domain::times::Millis;

/// Everything that is read of a note; what follows says which.
macro_rules! notes {
    ($rest:literal) => {
        concat!(
            "select n.id, n.customer_id, n.company_id, n.deal_id, coalesce(k.name, m.name, d.title) as about_name, ",
            "n.author_id, s.name as author_name, n.text, n.at, n.edited_at from notes n ",
            "join staff s on s.id = n.author_id left join customers k on k.id = n.customer_id ",
            "left join companies m on m.id = n.company_id left join deals d on d.id = n.deal_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = notes!("where n.id = $1 and n.deleted_at is null");
    OF_CUSTOMER = concat!(
        notes!("where n.id in (select id from notes where customer_id = $1 union all "),
        "select x.id from notes x join deals y on y.id = x.deal_id where y.customer_id = $1 and ",
        within!("y.owner_id", "$5", "$6"),
        ") and n.deleted_at is null and (n.at, n.id) < ($2, $3) order by n.at desc, n.id desc limit $4"
    );
    OF_COMPANY = concat!(
        notes!("where n.id in (select id from notes where company_id = $1 union all "),
        "select x.id from notes x join customers y on y.id = x.customer_id where y.company_id = $1 ",
        "and y.deleted_at is null and ",
        within!("y.owner_id", "$7", "$6"),
        " union all select x.id from notes x join deals y on y.id = x.deal_id where y.company_id = $1 and ",
        within!("y.owner_id", "$5", "$6"),
        ") and n.deleted_at is null and (n.at, n.id) < ($2, $3) order by n.at desc, n.id desc limit $4"
    );
    OF_DEAL = notes!("where n.deal_id = $1 and n.deleted_at is null and (n.at, n.id) < ($2, $3) \
                      order by n.at desc, n.id desc limit $4");
    LATEST = notes!("where n.id in (select id from (select id, row_number() over \
                     (partition by customer_id order by at desc, id desc) as place from notes \
                     where deleted_at is null and customer_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)) x \
                     where x.place <= 3) order by n.at desc, n.id desc");
    INSERT = "insert into notes (id, customer_id, company_id, deal_id, author_id, text, at) \
              values ($1, $2, $3, $4, $5, $6, $7)";
    EDIT = "update notes set text = $2, edited_at = $3 where id = $1";
    DELETE = "update notes set deleted_at = $2 where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    customer_id: Option<String>,
    company_id: Option<String>,
    deal_id: Option<String>,
    about_name: Option<String>,
    author_id: String,
    author_name: String,
    text: String,
    at: i64,
    edited_at: Option<i64>,
}

impl Row {
    fn note(self) -> Answer<Note> {
        let about = match (self.customer_id, self.company_id, self.deal_id) {
            (Some(id), _, _) => Subject::Customer(CustomerId::new(id)),
            (_, Some(id), _) => Subject::Company(CompanyId::new(id)),
            (_, _, Some(id)) => Subject::Deal(DealId::new(id)),
            _ => return Err(Fault::Stored("note")),
        };
        Ok(Note {
            id: NoteId::new(self.id),
            about,
            about_name: self.about_name.unwrap_or_default(),
            author: StaffId::new(self.author_id),
            author_name: self.author_name,
            text: self.text,
            at: Millis(self.at),
            edited_at: self.edited_at.map(Millis),
        })
    }
}

/// One note.
pub(crate) async fn by_id(db: On<'_>, id: &NoteId) -> Answer<Option<Note>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    row.map(Row::note).transpose()
}

/// What one sees of what belongs to a record.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    /// Of its people.
    pub(crate) people: Extent,
    /// Of its deals.
    pub(crate) deals: Extent,
}

/// Notes on a record, and on what belongs to it and is seen, before a moment and id, newest first.
pub(crate) async fn page(
    db: On<'_>,
    of: &Subject,
    seen: &Around,
    before: (i64, &str),
    limit: i64,
) -> Answer<Vec<Note>> {
    let (deals, me, people) = (seen.deals.reach.as_str(), seen.deals.me.as_str(), seen.people.reach.as_str());
    let rows: Vec<Row> = each!(db, link => match of {
        Subject::Customer(id) => sqlx::query_as(OF_CUSTOMER)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(deals).bind(me).fetch_all(link).await,
        Subject::Company(id) => sqlx::query_as(OF_COMPANY)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(deals).bind(me).bind(people)
            .fetch_all(link).await,
        Subject::Deal(id) => sqlx::query_as(OF_DEAL)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(link).await,
    })?;
    rows.into_iter().map(Row::note).collect()
}

/// The three latest notes on each of at most ten customers, newest first.
pub(crate) async fn latest(db: On<'_>, of: [&str; 10]) -> Answer<Vec<Note>> {
    let rows: Vec<Row> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(LATEST), |query, id| query.bind(*id));
        query.fetch_all(link).await
    })?;
    rows.into_iter().map(Row::note).collect()
}

/// A new note.
pub(crate) async fn insert(
    db: On<'_>,
    id: &NoteId,
    about: &Subject,
    author: &StaffId,
    text: &str,
    at: Millis,
) -> Answer<()> {
    let is = |kind: &str| (about.kind() == kind).then(|| about.id());
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str())
        .bind(is("customer"))
        .bind(is("company"))
        .bind(is("deal"))
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
