//! The table of tasks.

use super::within::within;
use super::{Answer, On, each, statements};
use domain::customers::CustomerRef;
use domain::ids::{CallId, CustomerId, StaffId, TaskId};
use domain::phone::Number;
use domain::rights::Extent;
use domain::staff::StaffRef;
use domain::tasks::{Done, Task, TaskDraft};
use domain::times::Millis;

/// Everything that is read of a task. The number to dial is the call's, else the customer's first.
macro_rules! tasks {
    ($rest:literal) => {
        concat!(
            "select k.id, k.title, k.note, k.due_at, k.owner_id, o.name as owner_name, k.customer_id, ",
            "m.name as customer_name, coalesce(c.number, p.number) as number, ",
            "case when p.do_not_call and (c.number is null or c.number = p.number) then true else false end ",
            "as do_not_call, k.call_id, k.created_by, b.name as created_by_name, ",
            "k.created_at, k.done_at, k.done_by, f.name as done_by_name ",
            "from tasks k join staff o on o.id = k.owner_id join staff b on b.id = k.created_by ",
            "left join staff f on f.id = k.done_by ",
            "left join customers m on m.id = k.customer_id and m.deleted_at is null ",
            "left join customer_phones p on p.customer_id = m.id and p.is_primary ",
            "left join calls c on c.id = k.call_id and c.deleted_at is null ",
            $rest
        )
    };
}

statements! {
    BY_ID = tasks!("where k.id = $1");
    OPEN = tasks!("where k.owner_id = $1 and k.done_at is null and (k.due_at, k.id) > ($2, $3) \
                   order by k.due_at, k.id limit $4");
    DONE = tasks!("where k.owner_id = $1 and k.done_at is not null and (k.done_at, k.id) < ($2, $3) \
                   order by k.done_at desc, k.id desc limit $4");
    OF_CUSTOMER = concat!(
        tasks!("where k.customer_id = $1 and "),
        within!("k.owner_id", "$3", "$4"),
        " order by k.due_at desc, k.id desc limit $2"
    );
    OF_CALL = tasks!("where k.call_id = $1 order by k.due_at desc, k.id desc limit $2");
    COUNT = "select count(*) from tasks where owner_id = $1 and done_at is null and due_at < $2";
    INSERT = "insert into tasks (id, title, note, due_at, owner_id, customer_id, call_id, created_by, created_at) \
              values ($1, $2, $3, $4, $5, $6, $7, $5, $8) on conflict (id) do nothing";
    EDIT = "update tasks set title = $2, note = $3, due_at = $4 where id = $1";
    CLOSE = "update tasks set done_at = $2, done_by = $3 where id = $1 and done_at is null";
    REOPEN = "update tasks set done_at = null, done_by = null where id = $1";
    ATTACH = "update tasks set customer_id = $2 where call_id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    title: String,
    note: String,
    due_at: i64,
    owner_id: String,
    owner_name: String,
    customer_id: Option<String>,
    customer_name: Option<String>,
    number: Option<String>,
    do_not_call: bool,
    call_id: Option<String>,
    created_by: String,
    created_by_name: String,
    created_at: i64,
    done_at: Option<i64>,
    done_by: Option<String>,
    done_by_name: Option<String>,
}

impl Row {
    fn task(self) -> Task {
        let member = |id: String, name: String| StaffRef { id: StaffId::new(id), name };
        let by = self.done_by.zip(self.done_by_name).map(|(id, name)| member(id, name));
        let customer = self.customer_id.zip(self.customer_name);
        Task {
            id: TaskId::new(self.id),
            title: self.title,
            note: self.note,
            due_at: Millis(self.due_at),
            owner: member(self.owner_id, self.owner_name),
            customer: customer.map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
            number: self.number.map(Number::from_stored),
            do_not_call: self.do_not_call,
            call: self.call_id.map(CallId::new),
            created_by: member(self.created_by, self.created_by_name),
            created_at: Millis(self.created_at),
            done: self.done_at.zip(by).map(|(at, by)| Done { at: Millis(at), by }),
        }
    }
}

/// What is stored of a new task. It is its maker's.
pub(crate) struct New<'a> {
    pub(crate) id: &'a TaskId,
    pub(crate) draft: &'a TaskDraft,
    pub(crate) owner: &'a StaffId,
    pub(crate) customer: Option<&'a str>,
    pub(crate) call: Option<&'a CallId>,
    pub(crate) at: Millis,
}

/// One task.
pub(crate) async fn by_id(db: On<'_>, id: &TaskId) -> Answer<Option<Task>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    Ok(row.map(Row::task))
}

/// A member's tasks that are to be done after a moment and id, soonest first.
pub(crate) async fn open(db: On<'_>, owner: &StaffId, after: (i64, &str), limit: i64) -> Answer<Vec<Task>> {
    page(db, OPEN, owner, after, limit).await
}

/// A member's tasks that were done before a moment and id, latest first.
pub(crate) async fn done(db: On<'_>, owner: &StaffId, before: (i64, &str), limit: i64) -> Answer<Vec<Task>> {
    page(db, DONE, owner, before, limit).await
}

async fn page(db: On<'_>, text: &'static str, owner: &StaffId, from: (i64, &str), limit: i64) -> Answer<Vec<Task>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(text)
        .bind(owner.as_str()).bind(from.0).bind(from.1).bind(limit).fetch_all(link).await)?;
    Ok(rows.into_iter().map(Row::task).collect())
}

/// A customer's tasks, latest first.
pub(crate) async fn of_customer(db: On<'_>, customer: &CustomerId, seen: &Extent, limit: i64) -> Answer<Vec<Task>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_CUSTOMER)
        .bind(customer.as_str()).bind(limit).bind(seen.reach.as_str()).bind(seen.me.as_str())
        .fetch_all(link).await)?;
    Ok(rows.into_iter().map(Row::task).collect())
}

/// The tasks that a call left, latest first.
pub(crate) async fn of_call(db: On<'_>, call: &CallId, limit: i64) -> Answer<Vec<Task>> {
    of(db, OF_CALL, call.as_str(), limit).await
}

async fn of(db: On<'_>, text: &'static str, id: &str, limit: i64) -> Answer<Vec<Task>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(text).bind(id).bind(limit).fetch_all(link).await)?;
    Ok(rows.into_iter().map(Row::task).collect())
}

/// How many of a member's tasks are to be done before a moment.
pub(crate) async fn count(db: On<'_>, owner: &StaffId, before: Millis) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(COUNT).bind(owner.as_str()).bind(before.0).fetch_one(link).await)?)
}

/// A new task; nothing happens when it is there already.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<()> {
    let draft = new.draft;
    each!(db, link => sqlx::query(INSERT)
        .bind(new.id.as_str())
        .bind(&draft.title)
        .bind(&draft.note)
        .bind(draft.due_at.0)
        .bind(new.owner.as_str())
        .bind(new.customer)
        .bind(new.call.map(CallId::as_str))
        .bind(new.at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What a task has become.
pub(crate) async fn edit(db: On<'_>, id: &TaskId, draft: &TaskDraft) -> Answer<()> {
    each!(db, link => sqlx::query(EDIT)
        .bind(id.as_str()).bind(&draft.title).bind(&draft.note).bind(draft.due_at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// A task is done; who did it first stays.
pub(crate) async fn close(db: On<'_>, id: &TaskId, by: &StaffId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(CLOSE).bind(id.as_str()).bind(at.0).bind(by.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// A task is to be done again.
pub(crate) async fn reopen(db: On<'_>, id: &TaskId) -> Answer<()> {
    each!(db, link => sqlx::query(REOPEN).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// The tasks of a call are for the customer it was given to.
pub(crate) async fn attach(db: On<'_>, call: &CallId, customer: &CustomerId) -> Answer<()> {
    each!(db, link => sqlx::query(ATTACH)
        .bind(call.as_str()).bind(customer.as_str()).execute(link).await.map(drop))?;
    Ok(())
}
