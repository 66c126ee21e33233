//! The tables of views, and of what lists begin with.

use super::{Answer, Fault, On, each, statements};
use domain::access::Role;
use domain::ids::{StaffId, ViewId};
use domain::lists::List;
use domain::names;
use domain::times::Millis;
use domain::views::{LogView, ViewForm, Words};
use serde::Deserialize;

statements! {
    LIST = "select id, owner_id, list, name, shared, content from saved_views \
            where list = $2 and (owner_id = $1 or shared) order by name_fold, id";
    BY_ID = "select id, owner_id, list, name, shared, content from saved_views where id = $1";
    TAKEN_NAME = "select count(*) from saved_views where owner_id = $1 and list = $2 and name_fold = $3 and id <> $4";
    INSERT = "insert into saved_views (id, owner_id, list, name, name_fold, shared, content, created_at, updated_at) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    UPDATE = "update saved_views set name = $2, name_fold = $3, shared = $4, content = $5, updated_at = $6 \
              where id = $1";
    NOBODY_BEGINS = "delete from begin_views where view_id = $1";
    NO_ROLE_BEGINS = "delete from role_views where view_id = $1";
    DELETE = "delete from saved_views where id = $1";
    BEGINS = "select view_id from begin_views where staff_id = $1 and list = $2";
    FORGET = "delete from begin_views where staff_id = $1 and list = $2";
    BEGIN_WITH = "insert into begin_views (staff_id, list, view_id) values ($1, $2, $3)";
    ROLES = "select role, view_id from role_views where list = $1";
    FORGET_ROLE = "delete from role_views where role = $1 and list = $2";
    ROLE_BEGINS_WITH = "insert into role_views (role, list, view_id) values ($1, $2, $3)";
}

/// A view as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) owner_id: String,
    list: String,
    pub(crate) name: String,
    pub(crate) shared: bool,
    content: String,
}

/// What a view says: the words of an address, or as views of the log were once kept.
#[derive(Deserialize)]
#[serde(untagged)]
enum Content {
    Words(Words),
    Log(Box<LogView>),
}

impl Row {
    /// Of which list it is.
    pub(crate) fn list(&self) -> Answer<List> {
        List::from_word(&self.list).ok_or(Fault::Stored("list"))
    }

    /// What it says.
    pub(crate) fn words(&self) -> Answer<Words> {
        match serde_json::from_str(&self.content).map_err(|_| Fault::Stored("view"))? {
            Content::Words(words) => Ok(words),
            Content::Log(view) => Ok(Words::from(&*view)),
        }
    }
}

fn content(form: &ViewForm) -> Answer<String> {
    serde_json::to_string(&form.words).map_err(|_| Fault::Stored("view"))
}

/// A member's own views of a list and the shared ones, by name.
pub(crate) async fn list(db: On<'_>, who: &StaffId, list: List) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(LIST).bind(who.as_str()).bind(list.as_str()).fetch_all(link).await)?)
}

/// One view.
pub(crate) async fn by_id(db: On<'_>, id: &ViewId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// Whether a member has another view of this name of that list, accents and capitals apart.
pub(crate) async fn name_taken(db: On<'_>, who: &StaffId, list: List, name: &str, except: &ViewId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(TAKEN_NAME)
        .bind(who.as_str()).bind(list.as_str()).bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
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
        .bind(id.as_str()).bind(owner.as_str()).bind(form.list.as_str()).bind(name).bind(names::fold(name))
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

/// No role's list begins with a view any more.
pub(crate) async fn no_role_begins_with(db: On<'_>, id: &ViewId) -> Answer<()> {
    each!(db, link => sqlx::query(NO_ROLE_BEGINS).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Takes a view away; nobody's list begins with it any more.
pub(crate) async fn delete(mut db: On<'_>, id: &ViewId) -> Answer<()> {
    for text in [NOBODY_BEGINS, NO_ROLE_BEGINS, DELETE] {
        each!(&mut db, link => sqlx::query(text).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// With which view a member's list begins: what they have said, if anything; nothing in it is everything.
pub(crate) async fn begins(db: On<'_>, who: &StaffId, list: List) -> Answer<Option<Option<String>>> {
    Ok(each!(db, link => sqlx::query_scalar(BEGINS)
        .bind(who.as_str()).bind(list.as_str()).fetch_optional(link).await)?)
}

/// Says it: a view, or everything.
pub(crate) async fn begin_with(mut db: On<'_>, who: &StaffId, list: List, id: Option<&ViewId>) -> Answer<()> {
    each!(&mut db, link => sqlx::query(FORGET)
        .bind(who.as_str()).bind(list.as_str()).execute(&mut **link).await.map(drop))?;
    each!(db, link => sqlx::query(BEGIN_WITH)
        .bind(who.as_str()).bind(list.as_str()).bind(id.map(ViewId::as_str)).execute(link).await.map(drop))?;
    Ok(())
}

/// With which view a list begins for each role that has one.
pub(crate) async fn roles(db: On<'_>, list: List) -> Answer<Vec<(Role, String)>> {
    let rows: Vec<(String, String)> =
        each!(db, link => sqlx::query_as(ROLES).bind(list.as_str()).fetch_all(link).await)?;
    let role = |(role, view): (String, String)| Ok((Role::from_stored(&role).ok_or(Fault::Stored("role"))?, view));
    rows.into_iter().map(role).collect()
}

/// Says it for a role; nothing for everything.
pub(crate) async fn role_begins_with(mut db: On<'_>, role: Role, list: List, id: Option<&ViewId>) -> Answer<()> {
    each!(&mut db, link => sqlx::query(FORGET_ROLE)
        .bind(role.as_str()).bind(list.as_str()).execute(&mut **link).await.map(drop))?;
    if let Some(id) = id {
        each!(db, link => sqlx::query(ROLE_BEGINS_WITH)
            .bind(role.as_str()).bind(list.as_str()).bind(id.as_str()).execute(link).await.map(drop))?;
    }
    Ok(())
}
