//! The table of notes.

use super::within::within;
use super::{Answer, Fault, On, each, statements};
use domain::ids::{CompanyId, CustomerId, DealId, NoteId, StaffId};
use domain::notes::Note;
use domain::notes::mentions::mentioned;
use domain::rights::Extent;
use domain::staff::StaffRef;
use domain::tags::Subject;
use domain::times::Millis;
use sqlx::QueryBuilder;

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

/// Who is named in notes; their ids follow.
const NAMED: &str =
    "select m.note_id, s.id, s.name from mentions m join staff s on s.id = m.staff_id where m.note_id in (";

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
    MENTION = "insert into mentions (note_id, staff_id) values ($1, $2) on conflict (note_id, staff_id) do nothing";
    FORGET_MENTIONS = "delete from mentions where note_id = $1";
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
    fn note(self, mentions: Vec<StaffRef>) -> Answer<Note> {
        let about = about(self.customer_id, self.company_id, self.deal_id)?;
        Ok(Note {
            id: NoteId::new(self.id),
            about,
            about_name: self.about_name.unwrap_or_default(),
            author: StaffId::new(self.author_id),
            author_name: self.author_name,
            text: self.text,
            mentions,
            at: Millis(self.at),
            edited_at: self.edited_at.map(Millis),
        })
    }
}

/// What a note is on.
pub(super) fn about(customer: Option<String>, company: Option<String>, deal: Option<String>) -> Answer<Subject> {
    match (customer, company, deal) {
        (Some(id), _, _) => Ok(Subject::Customer(CustomerId::new(id))),
        (_, Some(id), _) => Ok(Subject::Company(CompanyId::new(id))),
        (_, _, Some(id)) => Ok(Subject::Deal(DealId::new(id))),
        _ => Err(Fault::Stored("note")),
    }
}

/// One note.
pub(crate) async fn by_id(mut db: On<'_>, id: &NoteId) -> Answer<Option<Note>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    Ok(notes(db, row.into_iter().collect()).await?.pop())
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
    mut db: On<'_>,
    of: &Subject,
    seen: &Around,
    before: (i64, &str),
    limit: i64,
) -> Answer<Vec<Note>> {
    let (deals, me, people) = (seen.deals.reach.as_str(), seen.deals.me.as_str(), seen.people.reach.as_str());
    let rows: Vec<Row> = each!(&mut db, link => match of {
        Subject::Customer(id) => sqlx::query_as(OF_CUSTOMER)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(deals).bind(me).fetch_all(&mut **link).await,
        Subject::Company(id) => sqlx::query_as(OF_COMPANY)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(deals).bind(me).bind(people)
            .fetch_all(&mut **link).await,
        Subject::Deal(id) => sqlx::query_as(OF_DEAL)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(&mut **link).await,
    })?;
    notes(db, rows).await
}

/// The three latest notes on each of at most ten customers, newest first.
pub(crate) async fn latest(mut db: On<'_>, of: [&str; 10]) -> Answer<Vec<Note>> {
    let rows: Vec<Row> = each!(&mut db, link => {
        let query = of.iter().fold(sqlx::query_as(LATEST), |query, id| query.bind(*id));
        query.fetch_all(&mut **link).await
    })?;
    notes(db, rows).await
}

/// Rows with whom they name.
async fn notes(db: On<'_>, rows: Vec<Row>) -> Answer<Vec<Note>> {
    let naming = rows.iter().filter(|row| !mentioned(&row.text).is_empty()).map(|row| row.id.as_str());
    let named = named_in(db, &naming.collect::<Vec<_>>()).await?;
    let of = |row: &Row| named.iter().filter(|(note, _)| *note == row.id).map(|(_, member)| member.clone()).collect();
    rows.into_iter()
        .map(|row| {
            let named = of(&row);
            row.note(named)
        })
        .collect()
}

/// Whom these notes name: (note, member).
pub(crate) async fn named_in(db: On<'_>, notes: &[&str]) -> Answer<Vec<(String, StaffRef)>> {
    if notes.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, String, String)> = each!(db, link => {
        let mut query = QueryBuilder::new(NAMED);
        let mut ids = query.separated(", ");
        for note in notes {
            ids.push_bind(*note);
        }
        query.push(")").build_query_as().persistent(false).fetch_all(link).await
    })?;
    Ok(rows.into_iter().map(|(note, id, name)| (note, StaffRef { id: StaffId::new(id), name })).collect())
}

/// A note names these members and nobody else.
pub(crate) async fn set_mentions(mut db: On<'_>, id: &NoteId, members: &[StaffId]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(FORGET_MENTIONS).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    for member in members {
        each!(&mut db, link => sqlx::query(MENTION)
            .bind(id.as_str()).bind(member.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
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
