//! The table of tasks.

use super::within::within;
use super::{Answer, Fault, On, each, statements};
use domain::companies::CompanyRef;
use domain::customers::CustomerRef;
use domain::deals::DealRef;
use domain::ids::{CallId, CompanyId, CustomerId, DealId, StaffId, TaskId};
use domain::phone::Number;
use domain::rights::Extent;
use domain::staff::StaffRef;
use domain::tags::Subject;
use domain::tasks::{Done, Reminder, Task, TaskDraft, TaskKind};
use domain::times::Millis;

/// Everything that is read of a task. Of a deal's task, customer and company are the deal's. The number to dial is the
/// call's, else the customer's first, else the company's.
macro_rules! tasks {
    ($rest:literal) => {
        concat!(
            "select k.id, k.kind, k.title, k.note, k.due_at, k.remind_before, k.remind_at, k.owner_id, ",
            "o.name as owner_name, m.id as customer_id, m.name as customer_name, f.id as company_id, ",
            "f.name as company_name, d.id as deal_id, d.title as deal_title, ",
            "coalesce(c.number, p.number, q.number) as number, ",
            "case when c.number <> coalesce(p.number, q.number) then false ",
            "else coalesce(p.do_not_call, q.do_not_call, false) end as do_not_call, ",
            "k.call_id, k.created_by, b.name as created_by_name, ",
            "k.created_at, k.done_at, k.done_by, x.name as done_by_name ",
            "from tasks k join staff o on o.id = k.owner_id join staff b on b.id = k.created_by ",
            "left join staff x on x.id = k.done_by ",
            "left join deals d on d.id = k.deal_id and d.deleted_at is null ",
            "left join customers m on m.id = coalesce(k.customer_id, d.customer_id) and m.deleted_at is null ",
            "left join companies f on f.id = coalesce(k.company_id, d.company_id) and f.deleted_at is null ",
            "left join customer_phones p on p.customer_id = m.id and p.is_primary ",
            "left join company_phones q on q.company_id = f.id and q.is_primary ",
            "left join calls c on c.id = k.call_id and c.deleted_at is null ",
            $rest
        )
    };
}

/// What of a record's tasks happened before a moment and id; what follows `where` names the tasks. What is done happened
/// when it was done, what is not when it was made.
macro_rules! happened {
    ($($which:expr),+) => {
        concat!(
            tasks!("where "),
            $($which,)+
            " and ",
            within!("k.owner_id", "$5", "$6"),
            " and (coalesce(k.done_at, k.created_at), k.id) < ($2, $3) ",
            "order by coalesce(k.done_at, k.created_at) desc, k.id desc limit $4"
        )
    };
}

statements! {
    BY_ID = tasks!("where k.id = $1");
    OPEN = tasks!("where k.owner_id = $1 and k.done_at is null and (k.due_at, k.id) > ($2, $3) \
                   order by k.due_at, k.id limit $4");
    DONE = tasks!("where k.owner_id = $1 and k.done_at is not null and (k.done_at, k.id) < ($2, $3) \
                   order by k.done_at desc, k.id desc limit $4");
    DUE = tasks!("where k.owner_id = $1 and k.done_at is null and k.due_at < $2 order by k.due_at, k.id limit $3");
    REMINDING = tasks!("where k.owner_id = $1 and k.done_at is null and k.remind_at < $2 \
                        order by k.remind_at, k.id limit $3");
    OF_CUSTOMER = concat!(
        tasks!("where k.id in (select id from tasks where customer_id = $1 union all "),
        "select y.id from tasks y join deals z on z.id = y.deal_id where z.customer_id = $1 and z.deleted_at is null and ",
        within!("z.owner_id", "$5", "$4"),
        ") and ",
        within!("k.owner_id", "$3", "$4"),
        " order by k.due_at desc, k.id desc limit $2"
    );
    OF_COMPANY = concat!(
        tasks!("where k.id in (select id from tasks where company_id = $1 union all "),
        "select y.id from tasks y join deals z on z.id = y.deal_id where z.company_id = $1 and z.deleted_at is null and ",
        within!("z.owner_id", "$5", "$4"),
        ") and ",
        within!("k.owner_id", "$3", "$4"),
        " order by k.due_at desc, k.id desc limit $2"
    );
    OF_DEAL = concat!(
        tasks!("where k.deal_id = $1 and "),
        within!("k.owner_id", "$3", "$4"),
        " order by k.due_at desc, k.id desc limit $2"
    );
    HAPPENED_TO_CUSTOMER = happened!(
        "k.id in (select id from tasks where customer_id = $1 union all \
         select y.id from tasks y join deals z on z.id = y.deal_id where z.customer_id = $1 and z.deleted_at is null and ",
        within!("z.owner_id", "$7", "$6"),
        ")"
    );
    HAPPENED_TO_COMPANY = happened!(
        "k.id in (select id from tasks where company_id = $1 union all \
         select y.id from tasks y join customers z on z.id = y.customer_id where z.company_id = $1 \
         and z.deleted_at is null and ",
        within!("z.owner_id", "$8", "$6"),
        " union all select y.id from tasks y join deals z on z.id = y.deal_id where z.company_id = $1 \
         and z.deleted_at is null and ",
        within!("z.owner_id", "$7", "$6"),
        ")"
    );
    HAPPENED_TO_DEAL = happened!("k.deal_id = $1");
    OF_CALL = tasks!("where k.call_id = $1 order by k.due_at desc, k.id desc limit $2");
    COUNT = "select count(*) from tasks where owner_id = $1 and done_at is null and due_at < $2";
    DONE_SINCE = "select count(*) from tasks where owner_id = $1 and done_at >= $2";
    INSERT = "insert into tasks (id, kind, title, note, due_at, remind_before, remind_at, owner_id, customer_id, \
              company_id, deal_id, call_id, created_by, created_at) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $8, $13) on conflict (id) do nothing";
    EDIT = "update tasks set kind = $2, title = $3, note = $4, due_at = $5, remind_before = $6, remind_at = $7 \
            where id = $1";
    CLOSE = "update tasks set done_at = $2, done_by = $3 where id = $1 and done_at is null";
    REOPEN = "update tasks set done_at = null, done_by = null where id = $1";
    REMIND = "update tasks set remind_at = $2 where id = $1";
    ATTACH = "update tasks set customer_id = $2 where call_id = $1 and company_id is null and deal_id is null";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    title: String,
    note: String,
    due_at: i64,
    remind_before: Option<i64>,
    remind_at: Option<i64>,
    owner_id: String,
    owner_name: String,
    customer_id: Option<String>,
    customer_name: Option<String>,
    company_id: Option<String>,
    company_name: Option<String>,
    deal_id: Option<String>,
    deal_title: Option<String>,
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
    fn task(self) -> Answer<Task> {
        let member = |id: String, name: String| StaffRef { id: StaffId::new(id), name };
        let by = self.done_by.zip(self.done_by_name).map(|(id, name)| member(id, name));
        let customer = self.customer_id.zip(self.customer_name);
        let company = self.company_id.zip(self.company_name);
        let deal = self.deal_id.zip(self.deal_title);
        Ok(Task {
            id: TaskId::new(self.id),
            kind: TaskKind::from_stored(&self.kind).ok_or(Fault::Stored("kind"))?,
            title: self.title,
            note: self.note,
            due_at: Millis(self.due_at),
            reminder: Reminder::from_stored(self.remind_before).ok_or(Fault::Stored("remind_before"))?,
            remind_at: self.remind_at.map(Millis),
            owner: member(self.owner_id, self.owner_name),
            customer: customer.map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
            company: company.map(|(id, name)| CompanyRef { id: CompanyId::new(id), name }),
            deal: deal.map(|(id, title)| DealRef { id: DealId::new(id), title }),
            number: self.number.map(Number::from_stored),
            do_not_call: self.do_not_call,
            call: self.call_id.map(CallId::new),
            created_by: member(self.created_by, self.created_by_name),
            created_at: Millis(self.created_at),
            done: self.done_at.zip(by).map(|(at, by)| Done { at: Millis(at), by }),
        })
    }
}

/// What one sees of what is to be done for a record.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Of tasks.
    pub(crate) tasks: Extent,
    /// Of its deals.
    pub(crate) deals: Extent,
    /// Of its people.
    pub(crate) people: Extent,
}

/// What is stored of a new task. It is its maker's.
pub(crate) struct New<'a> {
    pub(crate) id: &'a TaskId,
    pub(crate) draft: &'a TaskDraft,
    pub(crate) owner: &'a StaffId,
    pub(crate) subject: Option<&'a Subject>,
    pub(crate) call: Option<&'a CallId>,
    pub(crate) at: Millis,
}

/// One task.
pub(crate) async fn by_id(db: On<'_>, id: &TaskId) -> Answer<Option<Task>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    row.map(Row::task).transpose()
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
    rows.into_iter().map(Row::task).collect()
}

/// A member's tasks that are to be done before a moment, soonest first.
pub(crate) async fn due(db: On<'_>, owner: &StaffId, before: Millis, limit: i64) -> Answer<Vec<Task>> {
    until(db, DUE, owner, before, limit).await
}

/// A member's tasks of which they are reminded before a moment, soonest first.
pub(crate) async fn reminding(db: On<'_>, owner: &StaffId, before: Millis, limit: i64) -> Answer<Vec<Task>> {
    until(db, REMINDING, owner, before, limit).await
}

async fn until(db: On<'_>, text: &'static str, owner: &StaffId, before: Millis, limit: i64) -> Answer<Vec<Task>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(text)
        .bind(owner.as_str()).bind(before.0).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(Row::task).collect()
}

/// The tasks of a record, and of the deals that belong to it, as far as they are seen; latest first.
pub(crate) async fn of_subject(db: On<'_>, subject: &Subject, seen: &Seen, limit: i64) -> Answer<Vec<Task>> {
    let (tasks, me, deals) = (seen.tasks.reach.as_str(), seen.tasks.me.as_str(), seen.deals.reach.as_str());
    let id = subject.id();
    let rows: Vec<Row> = each!(db, link => match subject {
        Subject::Customer(_) => sqlx::query_as(OF_CUSTOMER)
            .bind(id).bind(limit).bind(tasks).bind(me).bind(deals).fetch_all(link).await,
        Subject::Company(_) => sqlx::query_as(OF_COMPANY)
            .bind(id).bind(limit).bind(tasks).bind(me).bind(deals).fetch_all(link).await,
        Subject::Deal(_) => sqlx::query_as(OF_DEAL).bind(id).bind(limit).bind(tasks).bind(me).fetch_all(link).await,
    })?;
    rows.into_iter().map(Row::task).collect()
}

/// What of a record's tasks happened before a moment and id, as far as they are seen; newest first.
pub(crate) async fn happened(
    db: On<'_>,
    of: &Subject,
    seen: &Seen,
    before: (i64, &str),
    limit: i64,
) -> Answer<Vec<Task>> {
    let (tasks, me, deals) = (seen.tasks.reach.as_str(), seen.tasks.me.as_str(), seen.deals.reach.as_str());
    let people = seen.people.reach.as_str();
    let rows: Vec<Row> = each!(db, link => match of {
        Subject::Customer(id) => sqlx::query_as(HAPPENED_TO_CUSTOMER)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(tasks).bind(me).bind(deals)
            .fetch_all(link).await,
        Subject::Company(id) => sqlx::query_as(HAPPENED_TO_COMPANY)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(tasks).bind(me).bind(deals).bind(people)
            .fetch_all(link).await,
        Subject::Deal(id) => sqlx::query_as(HAPPENED_TO_DEAL)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).bind(tasks).bind(me)
            .fetch_all(link).await,
    })?;
    rows.into_iter().map(Row::task).collect()
}

/// The tasks that a call left, latest first.
pub(crate) async fn of_call(db: On<'_>, call: &CallId, limit: i64) -> Answer<Vec<Task>> {
    of(db, OF_CALL, call.as_str(), limit).await
}

async fn of(db: On<'_>, text: &'static str, id: &str, limit: i64) -> Answer<Vec<Task>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(text).bind(id).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(Row::task).collect()
}

/// How many of a member's tasks are to be done before a moment.
pub(crate) async fn count(db: On<'_>, owner: &StaffId, before: Millis) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(COUNT).bind(owner.as_str()).bind(before.0).fetch_one(link).await)?)
}

/// How many of their own tasks a member did since a moment.
pub(crate) async fn done_since(db: On<'_>, owner: &StaffId, since: Millis) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(DONE_SINCE).bind(owner.as_str()).bind(since.0).fetch_one(link).await)?)
}

/// A new task; `false`, and nothing happens, when it is there already.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<bool> {
    let draft = new.draft;
    let is = |kind: &str| new.subject.filter(|subject| subject.kind() == kind).map(Subject::id);
    let rows = each!(db, link => sqlx::query(INSERT)
        .bind(new.id.as_str())
        .bind(draft.kind.as_str())
        .bind(&draft.title)
        .bind(&draft.note)
        .bind(draft.due_at.0)
        .bind(draft.reminder.before())
        .bind(draft.reminder.at(draft.due_at, new.at).map(|at| at.0))
        .bind(new.owner.as_str())
        .bind(is("customer"))
        .bind(is("company"))
        .bind(is("deal"))
        .bind(new.call.map(CallId::as_str))
        .bind(new.at.0)
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows > 0)
}

/// What a task has become.
pub(crate) async fn edit(db: On<'_>, id: &TaskId, draft: &TaskDraft, now: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(EDIT)
        .bind(id.as_str())
        .bind(draft.kind.as_str())
        .bind(&draft.title)
        .bind(&draft.note)
        .bind(draft.due_at.0)
        .bind(draft.reminder.before())
        .bind(draft.reminder.at(draft.due_at, now).map(|at| at.0))
        .execute(link).await.map(drop))?;
    Ok(())
}

/// When a task's owner is reminded next, if at all.
pub(crate) async fn remind(db: On<'_>, id: &TaskId, at: Option<Millis>) -> Answer<()> {
    each!(db, link => sqlx::query(REMIND).bind(id.as_str()).bind(at.map(|at| at.0)).execute(link).await.map(drop))?;
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
