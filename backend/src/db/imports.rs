//! The tables of imports: their files' rows, what is wrong with those, and how far they are.

use super::bulk::VALUES;
use super::{Answer, Fault, On, Tx, each, statements};
use domain::ids::{ImportId, StaffId};
use domain::imports::{BadRow, Counts, Import, ImportPlan, Source, State, Undone};
use domain::staff::StaffRef;
use domain::times::Millis;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::QueryBuilder;

/// Everything that is read of an import.
macro_rules! imports {
    ($rest:literal) => {
        concat!(
            "select i.id, i.staff_id, s.name as staff_name, s.role as staff_role, i.file_name, i.source, i.heads, i.plan, ",
            "i.total, i.state, i.next_part, i.counts, i.undone, i.touched, i.created_at, i.ended_at ",
            "from imports i join staff s on s.id = i.staff_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = imports!("where i.id = $1");
    LIST = imports!("where (i.created_at, i.id) < ($1, $2) and i.state <> 'reading' \
                     order by i.created_at desc, i.id desc limit $3");
    OF_MEMBER = imports!("where i.staff_id = $4 and (i.created_at, i.id) < ($1, $2) and i.state <> 'reading' \
                          order by i.created_at desc, i.id desc limit $3");
    INSERT = "insert into imports (id, staff_id, file_name, total, state, next_part, counts, undone, touched, \
              turn_until, created_at) values ($1, $2, $3, 0, 'reading', 0, '{}', '{}', 0, 0, $4)";
    IS_READ = "update imports set state = 'ready', source = $2, heads = $3, total = $4 where id = $1";
    PLAN = "update imports set plan = $2 where id = $1";
    MOVE = "update imports set state = $3, ended_at = $4 where id = $1 and state = $2";
    FROM_THE_BEGINNING = "update imports set next_part = 0, counts = '{}' where id = $1";
    NO_PROBLEMS = "delete from import_problems where import_id = $1";
    NO_PARTS = "delete from import_parts where import_id = $1";
    NO_CHANGES = "delete from import_changes where import_id = $1";
    NO_COMPANIES = "delete from import_companies where import_id = $1";
    NO_FILE = "delete from import_files where import_id = $1";
    NO_PLAN = "update imports set plan = null, next_part = 0, counts = '{}' where id = $1";
    DELETE = "delete from imports where id = $1";
    OUTLIVED = "select id from imports where (state = 'reading' and created_at < $1) \
                or (state in ('ready', 'checked') and created_at < $2) or ended_at < $3";
    DUE = "select id from imports where state in ('checking', 'running', 'undoing') and turn_until <= $1 \
           order by created_at limit 1";
    CLAIM = "update imports set turn_until = $2 where id = $1 and turn_until <= $3";
    RELEASE = "update imports set turn_until = 0 where id = $1";
    ADVANCE = "update imports set next_part = next_part + 1, counts = $4, turn_until = $5 \
               where id = $1 and state = $2 and next_part = $3";
    LOOKED = "update imports set undone = $2, turn_until = $3 where id = $1 and state = 'undoing'";
    COUNT_TOUCHED = "update imports set touched = (select count(*) from import_changes where import_id = $1) \
                     where id = $1";
    PART = "select content from import_parts where import_id = $1 and part = $2";
    INSERT_PART = "insert into import_parts (import_id, part, content) values ($1, $2, $3)";
    PIECE = "select body from import_files where import_id = $1 and piece = $2";
    INSERT_PIECE = "insert into import_files (import_id, piece, body) values ($1, $2, $3)";
    PROBLEMS = "select line, problems, cells from import_problems where import_id = $1 and line > $2 \
                order by line limit $3";
}

/// An import as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    pub(crate) staff_id: String,
    staff_name: String,
    pub(crate) staff_role: String,
    file_name: String,
    source: Option<String>,
    heads: Option<String>,
    plan: Option<String>,
    total: i64,
    state: String,
    pub(crate) next_part: i64,
    counts: String,
    undone: String,
    touched: i64,
    created_at: i64,
    ended_at: Option<i64>,
}

impl Row {
    /// As lists and pages show it.
    pub(crate) fn shown(self) -> Answer<Import> {
        Ok(Import {
            source: read_optional(self.source.as_deref())?.unwrap_or_default(),
            state: self.state()?,
            counts: self.counts()?,
            undone: self.undone()?,
            id: ImportId::new(self.id),
            by: StaffRef { id: StaffId::new(self.staff_id), name: self.staff_name },
            file: self.file_name,
            rows: self.total.unsigned_abs(),
            touched: self.touched.unsigned_abs(),
            at: Millis(self.created_at),
            ended_at: self.ended_at.map(Millis),
        })
    }

    pub(crate) fn state(&self) -> Answer<State> {
        State::from_stored(&self.state).ok_or(Fault::Stored("import's state"))
    }

    pub(crate) fn heads(&self) -> Answer<Vec<String>> {
        Ok(read_optional(self.heads.as_deref())?.unwrap_or_default())
    }

    pub(crate) fn plan(&self) -> Answer<Option<ImportPlan>> {
        read_optional(self.plan.as_deref())
    }

    pub(crate) fn counts(&self) -> Answer<Counts> {
        read(&self.counts)
    }

    pub(crate) fn undone(&self) -> Answer<Undone> {
        read(&self.undone)
    }
}

/// A row of a file: its line, its cells.
pub(crate) type Line = (u64, Vec<String>);

/// How an import stands after a part.
pub(crate) struct Advance<'a> {
    pub(crate) id: &'a ImportId,
    /// In which state it must be.
    pub(crate) state: State,
    /// Which part was done.
    pub(crate) part: i64,
    pub(crate) counts: &'a Counts,
    /// Until when nobody else goes on with it.
    pub(crate) until: Millis,
}

pub(super) fn written(value: &impl Serialize) -> Answer<String> {
    serde_json::to_string(value).map_err(|_| Fault::Stored("import"))
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Answer<T> {
    serde_json::from_str(text).map_err(|_| Fault::Stored("import"))
}

fn read_optional<T: DeserializeOwned>(text: Option<&str>) -> Answer<Option<T>> {
    text.map(read).transpose()
}

/// One import.
pub(crate) async fn by_id(db: On<'_>, id: &ImportId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// Imports before a place, newest first: everybody's, or one member's.
pub(crate) async fn list(db: On<'_>, of: Option<&StaffId>, (at, last): (i64, &str), limit: i64) -> Answer<Vec<Row>> {
    Ok(match of {
        None => each!(db, link => sqlx::query_as(LIST).bind(at).bind(last).bind(limit).fetch_all(link).await)?,
        Some(of) => each!(db, link => sqlx::query_as(OF_MEMBER)
            .bind(at).bind(last).bind(limit).bind(of.as_str()).fetch_all(link).await)?,
    })
}

/// An import whose file is being read.
pub(crate) async fn insert(db: On<'_>, id: &ImportId, by: &StaffId, file: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(by.as_str()).bind(file).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Keeps some rows of its file.
pub(crate) async fn insert_part(db: On<'_>, id: &ImportId, part: i64, rows: &[Line]) -> Answer<()> {
    let content = written(&rows)?;
    each!(db, link => sqlx::query(INSERT_PART)
        .bind(id.as_str()).bind(part).bind(content).execute(link).await.map(drop))?;
    Ok(())
}

/// Its whole file is here.
pub(crate) async fn is_read(db: On<'_>, id: &ImportId, source: &Source, heads: &[String], total: u64) -> Answer<()> {
    let (source, heads) = (written(source)?, written(&heads)?);
    let total = i64::try_from(total).unwrap_or(i64::MAX);
    each!(db, link => sqlx::query(IS_READ)
        .bind(id.as_str()).bind(source).bind(heads).bind(total).execute(link).await.map(drop))?;
    Ok(())
}

/// What was decided about it.
pub(crate) async fn set_plan(db: On<'_>, id: &ImportId, plan: &ImportPlan) -> Answer<()> {
    let plan = written(plan)?;
    each!(db, link => sqlx::query(PLAN).bind(id.as_str()).bind(plan).execute(link).await.map(drop))?;
    Ok(())
}

/// From one state to another; `false` when it is no longer in the first.
pub(crate) async fn move_on(
    db: On<'_>,
    id: &ImportId,
    from: State,
    to: State,
    ended_at: Option<Millis>,
) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(MOVE)
        .bind(id.as_str()).bind(from.as_str()).bind(to.as_str()).bind(ended_at.map(|at| at.0))
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Its first part is the next again, and nothing was found wrong yet.
pub(crate) async fn from_the_beginning(mut db: On<'_>, id: &ImportId) -> Answer<()> {
    for text in [FROM_THE_BEGINNING, NO_PROBLEMS] {
        each!(&mut db, link => sqlx::query(text).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// None of its rows was read, and nothing was decided about them.
pub(crate) async fn forget_rows(mut db: On<'_>, id: &ImportId) -> Answer<()> {
    for text in [NO_PROBLEMS, NO_PARTS, NO_PLAN] {
        each!(&mut db, link => sqlx::query(text).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// Keeps some bytes of its file, in base64.
pub(crate) async fn insert_piece(db: On<'_>, id: &ImportId, piece: i64, body: &str) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT_PIECE)
        .bind(id.as_str()).bind(piece).bind(body).execute(link).await.map(drop))?;
    Ok(())
}

/// Some bytes of its file in base64; `None` after the last.
pub(crate) async fn piece(db: On<'_>, id: &ImportId, piece: i64) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(PIECE).bind(id.as_str()).bind(piece).fetch_optional(link).await)?)
}

/// Its file is not read again.
pub(crate) async fn forget_file(db: On<'_>, id: &ImportId) -> Answer<()> {
    each!(db, link => sqlx::query(NO_FILE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Forgets it and everything about it.
pub(crate) async fn forget(mut db: On<'_>, id: &ImportId) -> Answer<()> {
    for text in [NO_PROBLEMS, NO_PARTS, NO_FILE, NO_CHANGES, NO_COMPANIES, DELETE] {
        each!(&mut db, link => sqlx::query(text).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// Files that were never wholly read, never brought in, and imports that ended, each before a moment.
pub(crate) async fn outlived(db: On<'_>, reading: Millis, planned: Millis, ended: Millis) -> Answer<Vec<ImportId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(OUTLIVED)
        .bind(reading.0).bind(planned.0).bind(ended.0).fetch_all(link).await)?;
    Ok(ids.into_iter().map(ImportId::new).collect())
}

/// The import that somebody should go on with.
pub(crate) async fn due(db: On<'_>, now: Millis) -> Answer<Option<ImportId>> {
    let id: Option<String> = each!(db, link => sqlx::query_scalar(DUE).bind(now.0).fetch_optional(link).await)?;
    Ok(id.map(ImportId::new))
}

/// Takes the turn; `false` when somebody else has it.
pub(crate) async fn claim(db: On<'_>, id: &ImportId, now: Millis, until: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(CLAIM)
        .bind(id.as_str()).bind(until.0).bind(now.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Gives the turn back.
pub(crate) async fn release(db: On<'_>, id: &ImportId) -> Answer<()> {
    each!(db, link => sqlx::query(RELEASE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// A part was done; `false` when the import was stopped meanwhile, or somebody else did it.
pub(crate) async fn advance(db: On<'_>, to: &Advance<'_>) -> Answer<bool> {
    let counts = written(to.counts)?;
    let rows = each!(db, link => sqlx::query(ADVANCE)
        .bind(to.id.as_str()).bind(to.state.as_str()).bind(to.part).bind(counts).bind(to.until.0)
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// How many customers it has made or changed, for whoever follows how it is undone.
pub(crate) async fn count_touched(db: On<'_>, id: &ImportId) -> Answer<()> {
    each!(db, link => sqlx::query(COUNT_TOUCHED).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// So much is undone; `false` when it is no longer being undone.
pub(crate) async fn set_undone(db: On<'_>, id: &ImportId, undone: &Undone, until: Millis) -> Answer<bool> {
    let undone = written(undone)?;
    let rows = each!(db, link => sqlx::query(LOOKED)
        .bind(id.as_str()).bind(undone).bind(until.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Some rows of its file; `None` after the last.
pub(crate) async fn part(db: On<'_>, id: &ImportId, part: i64) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(PART).bind(id.as_str()).bind(part).fetch_optional(link).await)?)
}

/// The rows of a part as they were kept.
pub(crate) fn lines(content: &str) -> Answer<Vec<Line>> {
    read(content)
}

/// Keeps rows that cannot be taken.
pub(crate) async fn insert_problems(tx: &mut Tx, id: &ImportId, rows: &[BadRow]) -> Answer<()> {
    const TEXT: &str = "insert into import_problems (import_id, line, problems, cells) ";
    for rows in rows.chunks(VALUES / 4) {
        let mut texts = Vec::with_capacity(rows.len());
        for row in rows {
            let line = i64::try_from(row.line).unwrap_or(i64::MAX);
            texts.push((line, written(&row.problems)?, written(&row.cells)?));
        }
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(&texts, |mut row, (line, problems, cells)| {
                row.push_bind(id.as_str()).push_bind(*line).push_bind(problems).push_bind(cells);
            })
            .build().persistent(false).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// Rows that cannot be taken, after a line.
pub(crate) async fn problems(db: On<'_>, id: &ImportId, after: i64, limit: i64) -> Answer<Vec<BadRow>> {
    let rows: Vec<(i64, String, String)> = each!(db, link => sqlx::query_as(PROBLEMS)
        .bind(id.as_str()).bind(after).bind(limit).fetch_all(link).await)?;
    let bad = |(line, problems, cells): (i64, String, String)| {
        Ok(BadRow { line: line.unsigned_abs(), problems: read(&problems)?, cells: read(&cells)? })
    };
    rows.into_iter().map(bad).collect()
}
