//! Every table as it stands, row by row, and back again, in what both engines have in common: what one wrote down the
//! other can take.

use super::{Answer, Fault, On, each};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{AssertSqlSafe, ColumnIndex, Decode, Row, Type};

/// So many values travel in one statement; SQLite takes 32,766.
const VALUES_MAX: usize = 30_000;

/// What a column holds: the three that the migrations use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    fn of(word: &str) -> Answer<Self> {
        match word {
            "text" => Ok(Self::Text),
            "bigint" => Ok(Self::Number),
            "boolean" => Ok(Self::Truth),
            _ => Err(Fault::Stored("column")),
        }
    }

    /// Whether such a column can hold this.
    pub(crate) fn takes(self, value: &Value) -> bool {
        match self {
            _ if value.is_null() => true,
            Self::Text => value.is_string(),
            Self::Number => value.is_i64(),
            Self::Truth => value.is_boolean(),
        }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    #[serde(rename = "table")]
    pub(crate) name: String,
    /// By name.
    pub(crate) columns: Vec<(String, Kind)>,
}

impl Table {
    fn listed(&self) -> String {
        self.columns.iter().map(|(name, _)| format!(r#""{name}""#)).collect::<Vec<_>>().join(", ")
    }

    /// How many of its rows go into one statement.
    pub(crate) fn rows_at_once(&self) -> usize {
        (VALUES_MAX / self.columns.len().max(1)).clamp(1, 1000)
    }
}

/// Every table of ours, those that others refer to before those that refer to them.
pub(crate) async fn tables(mut db: On<'_>) -> Answer<Vec<Table>> {
    let (columns, links) = match db.again() {
        On::Sqlite(_) => (
            "select m.name, c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c \
             where m.type = 'table' order by m.name, c.name",
            r#"select m.name, f."table" from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'"#,
        ),
        On::Postgres(_) => (
            "select c.table_name::text, c.column_name::text, c.data_type::text from information_schema.columns c \
             where c.table_schema = current_schema() order by c.table_name, c.column_name",
            "select l.conrelid::regclass::text, l.confrelid::regclass::text from pg_constraint l where l.contype = 'f'",
        ),
    };
    let columns: Vec<(String, String, String)> =
        each!(db.again(), link => sqlx::query_as(columns).fetch_all(link).await)?;
    let links: Vec<(String, String)> = each!(db, link => sqlx::query_as(links).fetch_all(link).await)?;
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, kind) in columns {
        if table.starts_with("sqlite_") || table.starts_with("_sqlx") {
            continue;
        }
        let column = (column, Kind::of(&kind)?);
        match tables.last_mut().filter(|last| last.name == table) {
            Some(last) => last.columns.push(column),
            None => tables.push(Table { name: table, columns: vec![column] }),
        }
    }
    in_order(tables, &links)
}

/// `links` are (refers, is referred to).
fn in_order(mut waiting: Vec<Table>, links: &[(String, String)]) -> Answer<Vec<Table>> {
    let mut ordered: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let names: Vec<String> = waiting.iter().map(|table| table.name.clone()).collect();
        let waits =
            |table: &Table| links.iter().any(|(from, to)| *from == table.name && to != from && names.contains(to));
        let (still, ready): (Vec<_>, Vec<_>) = waiting.into_iter().partition(waits);
        if ready.is_empty() {
            return Err(Fault::Stored("circle of tables"));
        }
        ordered.extend(ready);
        waiting = still;
    }
    Ok(ordered)
}

/// The last migration that was applied.
pub(crate) async fn version(db: On<'_>) -> Answer<i64> {
    let text = "select max(version) from _sqlx_migrations";
    let last: Option<i64> = each!(db, link => sqlx::query_scalar(text).fetch_one(link).await)?;
    last.ok_or(Fault::Stored("version"))
}

/// Whether anybody works here.
pub(crate) async fn has_members(db: On<'_>) -> Answer<bool> {
    let text = "select count(*) from staff";
    Ok(each!(db, link => sqlx::query_scalar::<_, i64>(text).fetch_one(link).await)? > 0)
}

/// Hands every row of a table on; stops at the first that is not taken.
pub(crate) async fn each_row<E: From<Fault>>(
    db: On<'_>,
    table: &Table,
    mut take: impl FnMut(Vec<Value>) -> Result<(), E>,
) -> Result<(), E> {
    let text = format!(r#"select {} from "{}""#, table.listed(), table.name);
    each!(db, link => {
        let mut rows = sqlx::query(AssertSqlSafe(text)).fetch(link);
        while let Some(row) = rows.try_next().await.map_err(Fault::from)? {
            take(values(&row, table)?)?;
        }
    });
    Ok(())
}

fn values<'r, R>(row: &'r R, table: &Table) -> Answer<Vec<Value>>
where
    R: Row,
    usize: ColumnIndex<R>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
    Option<bool>: Decode<'r, R::Database> + Type<R::Database>,
{
    let value = |(at, (_, kind)): (usize, &(String, Kind))| {
        Ok(match kind {
            Kind::Text => row.try_get::<Option<String>, _>(at)?.into(),
            Kind::Number => row.try_get::<Option<i64>, _>(at)?.into(),
            Kind::Truth => row.try_get::<Option<bool>, _>(at)?.into(),
        })
    };
    table.columns.iter().enumerate().map(value).collect()
}

/// Takes every row out of a table.
pub(crate) async fn clear(db: On<'_>, table: &Table) -> Answer<()> {
    let text = format!(r#"delete from "{}""#, table.name);
    each!(db, link => sqlx::query(AssertSqlSafe(text)).execute(link).await.map(drop))?;
    Ok(())
}

/// Puts rows into a table, at most [`Table::rows_at_once`]; each value fits its column.
pub(crate) async fn insert(db: On<'_>, table: &Table, rows: &[Vec<Value>]) -> Answer<()> {
    let width = table.columns.len();
    let row = |n: usize| (1..=width).map(|at| format!("${}", n * width + at)).collect::<Vec<_>>().join(", ");
    let places = (0..rows.len()).map(|n| format!("({})", row(n))).collect::<Vec<_>>().join(", ");
    let text = format!(r#"insert into "{}" ({}) values {places}"#, table.name, table.listed());
    each!(db, link => {
        let mut query = sqlx::query(AssertSqlSafe(text));
        for (value, (_, kind)) in rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
            query = match kind {
                Kind::Text => query.bind(value.as_str()),
                Kind::Number => query.bind(value.as_i64()),
                Kind::Truth => query.bind(value.as_bool()),
            };
        }
        query.execute(link).await?;
    });
    Ok(())
}
