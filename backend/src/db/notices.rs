//! The table of what members are told.

use super::notes::{about, named_in};
use super::{Answer, Fault, On, each, statements};
use domain::ids::{NoteId, NoticeId, StaffId};
use domain::notes::mentions::with_names;
use domain::notices::{EXCERPT_MAX, News, Notice};
use domain::staff::StaffRef;
use domain::times::Millis;

statements! {
    PAGE = "select x.id, x.at, x.from_id, s.name as from_name, x.details, x.records, x.source_id, x.read_at, x.note_id, n.text, n.customer_id, \
            n.company_id, n.deal_id, coalesce(k.name, m.name, d.title) as about_name from notices x \
            left join staff s on s.id = x.from_id left join notes n on n.id = x.note_id \
            left join customers k on k.id = n.customer_id left join companies m on m.id = n.company_id \
            left join deals d on d.id = n.deal_id where x.staff_id = $1 and (x.at, x.id) < ($2, $3) \
            order by x.at desc, x.id desc limit $4";
    UNREAD = "select count(*) from notices where staff_id = $1 and read_at is null";
    READ = "update notices set read_at = $2 where staff_id = $1 and read_at is null and ($3 = '' or id = $3)";
    INSERT = "insert into notices (id, staff_id, at, kind, from_id, note_id, details) \
              values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    INSERT_NEWS = "insert into notices (id, staff_id, at, kind, details) values ($1, $2, $3, 'given', $4)";
    ADD = "insert into notices (id, staff_id, at, kind, from_id, details, source_id, records) \
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (source_id, staff_id) where source_id is not null \
           do update set records = notices.records + excluded.records, at = excluded.at, read_at = null";
    TOLD_OF = "select staff_id from notices where source_id = $1 order by staff_id";
    FORGET = "delete from notices where source_id = $1";
    TAKE_BACK = "delete from notices where note_id = $1 and staff_id = $2";
}

/// What is stored of a new notice.
pub(crate) struct New<'a> {
    pub(crate) id: &'a NoticeId,
    pub(crate) to: &'a StaffId,
    pub(crate) at: Millis,
    pub(crate) from: &'a StaffId,
    /// The note that names them; what it says is read there.
    pub(crate) note: &'a NoteId,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    at: i64,
    from_id: Option<String>,
    from_name: Option<String>,
    details: String,
    records: i64,
    source_id: Option<String>,
    read_at: Option<i64>,
    note_id: Option<String>,
    text: Option<String>,
    customer_id: Option<String>,
    company_id: Option<String>,
    deal_id: Option<String>,
    about_name: Option<String>,
}

impl Row {
    fn notice(self, named: &[(String, StaffRef)]) -> Answer<Notice> {
        let news = match (&self.note_id, &self.text) {
            (Some(note), Some(text)) => {
                let members: Vec<StaffRef> =
                    named.iter().filter(|(of, _)| of == note).map(|(_, member)| member.clone()).collect();
                let about = about(self.customer_id, self.company_id, self.deal_id)?;
                let about_name = self.about_name.unwrap_or_default();
                News::Mention { about, about_name, excerpt: excerpt(&with_names(text, &members)) }
            }
            _ if self.source_id.is_some() => self.of_source()?,
            _ => serde_json::from_str(&self.details).map_err(|_| Fault::Stored("notice"))?,
        };
        let from = self.from_id.zip(self.from_name);
        Ok(Notice {
            id: NoticeId::new(self.id),
            at: Millis(self.at),
            from: from.map(|(id, name)| StaffRef { id: StaffId::new(id), name }),
            news,
            read: self.read_at.is_some(),
        })
    }
}

impl Row {
    /// What came from one source: of a hand-over the details say whose it was.
    fn of_source(&self) -> Answer<News> {
        let whose: Option<String> = serde_json::from_str(&self.details).map_err(|_| Fault::Stored("notice"))?;
        let records = self.records;
        Ok(whose.map_or(News::Imported { records }, |whose| News::HandedOver { whose, records }))
    }
}

/// How a text begins.
fn excerpt(text: &str) -> String {
    if text.chars().count() <= EXCERPT_MAX {
        return text.to_owned();
    }
    let begins: String = text.chars().take(EXCERPT_MAX).collect();
    format!("{}…", begins.trim_end())
}

/// What a member was told before a moment and id, latest first.
pub(crate) async fn page(mut db: On<'_>, to: &StaffId, before: (i64, &str), limit: i64) -> Answer<Vec<Notice>> {
    let rows: Vec<Row> = each!(&mut db, link => sqlx::query_as(PAGE)
        .bind(to.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(&mut **link).await)?;
    let notes: Vec<&str> = rows.iter().filter_map(|row| row.note_id.as_deref()).collect();
    let named = named_in(db, &notes).await?;
    rows.into_iter().map(|row| row.notice(&named)).collect()
}

/// How much a member has not read.
pub(crate) async fn unread(db: On<'_>, to: &StaffId) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(UNREAD).bind(to.as_str()).fetch_one(link).await)?)
}

/// A member has read one, or everything.
pub(crate) async fn read(db: On<'_>, to: &StaffId, id: Option<&NoticeId>, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(READ)
        .bind(to.as_str()).bind(at.0).bind(id.map_or("", NoticeId::as_str)).execute(link).await.map(drop))?;
    Ok(())
}

/// A member is told something; of one note once.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(new.id.as_str())
        .bind(new.to.as_str())
        .bind(new.at.0)
        .bind("mention")
        .bind(new.from.as_str())
        .bind(new.note.as_str())
        .bind("{}")
        .execute(link).await.map(drop))?;
    Ok(())
}

/// A member is told something that concerns no note.
pub(crate) async fn insert_news(db: On<'_>, id: &NoticeId, to: &StaffId, news: &News, at: Millis) -> Answer<()> {
    let details = serde_json::to_string(news).map_err(|_| Fault::Stored("notice"))?;
    each!(db, link => sqlx::query(INSERT_NEWS)
        .bind(id.as_str()).bind(to.as_str()).bind(at.0).bind(details).execute(link).await.map(drop))?;
    Ok(())
}

/// So many records more that came to a member from one source.
pub(crate) struct More<'a> {
    pub(crate) id: &'a NoticeId,
    pub(crate) to: &'a StaffId,
    pub(crate) at: Millis,
    /// Who did it; `None` where a rule did.
    pub(crate) from: Option<&'a StaffId>,
    /// The import or the hand-over.
    pub(crate) source: &'a str,
    /// Whose they were, of a hand-over.
    pub(crate) whose: Option<&'a str>,
    pub(crate) records: i64,
}

/// A member is told of more that came from one source.
pub(crate) async fn add(db: On<'_>, more: &More<'_>) -> Answer<()> {
    let kind = if more.whose.is_some() { "hand_over" } else { "given" };
    let details = serde_json::to_string(&more.whose).map_err(|_| Fault::Stored("notice"))?;
    each!(db, link => sqlx::query(ADD)
        .bind(more.id.as_str())
        .bind(more.to.as_str())
        .bind(more.at.0)
        .bind(kind)
        .bind(more.from.map(StaffId::as_str))
        .bind(details)
        .bind(more.source)
        .bind(more.records)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Who was told of what came from one source.
pub(crate) async fn told_of(db: On<'_>, source: &str) -> Answer<Vec<StaffId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(TOLD_OF).bind(source).fetch_all(link).await)?;
    Ok(ids.into_iter().map(StaffId::new).collect())
}

/// Nobody is told of what came from one source any more.
pub(crate) async fn forget(db: On<'_>, source: &str) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(source).execute(link).await.map(drop))?;
    Ok(())
}

/// A note no longer names a member.
pub(crate) async fn take_back(db: On<'_>, note: &NoteId, member: &StaffId) -> Answer<()> {
    each!(db, link => sqlx::query(TAKE_BACK)
        .bind(note.as_str()).bind(member.as_str()).execute(link).await.map(drop))?;
    Ok(())
}
