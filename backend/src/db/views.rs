//! The tables of views of the log and of what the log begins with.

use super::{Answer, Fault, On, each, statements};
use domain::ids::{StaffId, ViewId};
use domain::names;
use domain::times::Millis;
use domain::views::{SavedView, ViewForm};

/// Everything that is read of a view.
macro_rules! views {
    ($rest:literal) => {
        concat!(
            "select v.id, v.owner_id, v.name, v.shared, v.content, d.view_id as default_id from saved_views v ",
            "left join default_views d on d.view_id = v.id and d.staff_id = $1 ",
            $rest
        )
    };
}

statements! {
    LIST = views!("where v.owner_id = $1 or v.shared order by v.name_fold, v.id");
    BY_ID = views!("where v.id = $1");
    TAKEN_NAME = "select count(*) from saved_views where owner_id = $1 and name_fold = $2 and id <> $3";
    INSERT = "insert into saved_views (id, owner_id, name, name_fold, shared, content, created_at, updated_at) \
              values ($1, $2, $3, $4, $5, $6, $7, $7)";
    UPDATE = "update saved_views set name = $2, name_fold = $3, shared = $4, content = $5, updated_at = $6 \
              where id = $1";
    NO_BEGINNING = "delete from default_views where view_id = $1";
    DELETE = "delete from saved_views where id = $1";
    FORGET = "delete from default_views where staff_id = $1";
    BEGIN_WITH = "insert into default_views (staff_id, view_id) values ($1, $2)";
}

/// A view as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    pub(crate) owner_id: String,
    pub(crate) name: String,
    pub(crate) shared: bool,
    content: String,
    default_id: Option<String>,
}

impl Row {
    /// As a member has it.
    pub(crate) fn saved(self, who: &StaffId) -> Answer<SavedView> {
        Ok(SavedView {
            view: serde_json::from_str(&self.content).map_err(|_| Fault::Stored("view"))?,
            own: self.owner_id == who.as_str(),
            id: ViewId::new(self.id),
            name: self.name,
            shared: self.shared,
            default: self.default_id.is_some(),
        })
    }
}

fn content(form: &ViewForm) -> Answer<String> {
    serde_json::to_string(&form.view).map_err(|_| Fault::Stored("view"))
}

/// A member's own views and the shared ones, by name.
pub(crate) async fn list(db: On<'_>, who: &StaffId) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(LIST).bind(who.as_str()).fetch_all(link).await)?)
}

/// One view.
pub(crate) async fn by_id(db: On<'_>, id: &ViewId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// Whether a member has another view of this name, accents and capitals apart.
pub(crate) async fn name_taken(db: On<'_>, who: &StaffId, name: &str, except: &ViewId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(TAKEN_NAME)
        .bind(who.as_str()).bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// A new view.
pub(crate) async fn insert(
    db: On<'_>,
    id: &ViewId,
    owner: &StaffId,
    name: &str,
    form: &ViewForm,
    at: Millis,
) -> Answer<()> {
    let content = content(form)?;
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(owner.as_str()).bind(name).bind(names::fold(name))
        .bind(form.shared).bind(&content).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What a view has become.
pub(crate) async fn update(db: On<'_>, id: &ViewId, name: &str, form: &ViewForm, at: Millis) -> Answer<()> {
    let content = content(form)?;
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(form.shared).bind(&content).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Takes a view away; nobody's log begins with it any more.
pub(crate) async fn delete(mut db: On<'_>, id: &ViewId) -> Answer<()> {
    for text in [NO_BEGINNING, DELETE] {
        each!(&mut db, link => sqlx::query(text).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// With which view a member's log begins.
pub(crate) async fn begin_with(mut db: On<'_>, who: &StaffId, id: Option<&ViewId>) -> Answer<()> {
    each!(&mut db, link => sqlx::query(FORGET).bind(who.as_str()).execute(&mut **link).await.map(drop))?;
    if let Some(id) = id {
        each!(db, link => sqlx::query(BEGIN_WITH)
            .bind(who.as_str()).bind(id.as_str()).execute(link).await.map(drop))?;
    }
    Ok(())
}
