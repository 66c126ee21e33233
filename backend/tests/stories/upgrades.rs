//! Whatever version a database or a backup is of, this program brings it up to date, and nothing is lost on the way.
//!
//! What a version's database looked like is made from today's demonstration, cut to the tables and columns of then: a
//! new migration is tried on data without anybody's doing. What was released has been kept as it was written.

use crate::db::{Table, every_version, references};
use crate::world::World;
use crate::{postgres, stories};
use backend::backup;
use backend::demo::{self, Sandbox};
use domain::times::Millis;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use tempfile::TempDir;

/// Where the released versions' databases are kept.
const RELEASED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations/released");

/// So many rows of a table are enough.
const ENOUGH: usize = 25;

/// A row, by its columns' names.
type Row = BTreeMap<String, Value>;

/// Tables with their rows, those that others refer to before those that refer to them.
type Held = Vec<(String, Vec<Row>)>;

/// A database that has nothing yet, of the story's engine.
async fn nothing(w: &World, folder: &TempDir, name: &str) -> String {
    if w.address.starts_with("sqlite:") {
        format!("sqlite:{}", folder.path().join(name).display())
    } else {
        postgres::nothing().await
    }
}

/// Some rows of every table, with all that they refer to.
async fn some_of(everything: Held) -> Held {
    let references = references().await;
    let mut some = Held::new();
    for (name, rows) in everything {
        let whole = |row: &Row| {
            references.iter().filter(|(table, ..)| *table == name).all(|(_, column, other, key)| {
                let there = some.iter().find(|(kept, _)| kept == other);
                row[column].is_null() || there.is_some_and(|(_, kept)| kept.iter().any(|to| to[key] == row[column]))
            })
        };
        let rows = rows.into_iter().filter(whole).take(ENOUGH).collect();
        some.push((name, rows));
    }
    some
}

/// Everything a demonstration holds.
async fn demonstration(w: &World) -> Held {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("demonstration.db").display());
    let there = w.opened(&address).await;
    let nowhere = Sandbox { threec: "http://127.0.0.1:1".to_owned(), stringee: Some("http://127.0.0.1:1".to_owned()) };
    demo::fill(&there, Some(&nowhere)).await.unwrap();
    there.close().await;
    written(&address).await
}

/// Everything the database at `address` holds.
async fn written(address: &str) -> Held {
    let mut file = Vec::new();
    backup::write(address, Millis(7), &mut file).await.unwrap();
    read(&file)
}

/// What a backup holds.
fn read(file: &[u8]) -> Held {
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    let mut held = Held::new();
    let mut columns: Vec<String> = Vec::new();
    for line in text.lines() {
        match serde_json::from_str(line).unwrap() {
            Value::Array(values) => {
                let row = columns.iter().cloned().zip(values).collect();
                held.last_mut().unwrap().1.push(row);
            }
            table if table["table"].is_string() => {
                let names =
                    table["columns"].as_array().unwrap().iter().map(|column| column[0].as_str().unwrap().to_owned());
                columns = names.collect();
                held.push((table["table"].as_str().unwrap().to_owned(), Vec::new()));
            }
            _the_first_or_the_last => {}
        }
    }
    held
}

/// What of it there was in these tables: without the rows that they could not hold.
fn cut(held: &Held, tables: &[Table]) -> Held {
    let then = |(name, rows): &(String, Vec<Row>)| {
        let table = tables.iter().find(|table| table.name == *name)?;
        let of = |row: &Row| -> Row {
            let value = |name: &String| row.get(name).cloned().unwrap_or_default();
            table.columns.iter().map(|(name, _)| (name.clone(), value(name))).collect()
        };
        let held = |row: &Row| table.needed.iter().all(|name| !row[name].is_null());
        Some((name.clone(), rows.iter().map(of).filter(held).collect()))
    };
    held.iter().filter_map(then).collect()
}

/// A backup as that version's program would have written it.
fn backup_of(version: i64, tables: &[Table], held: &Held) -> Vec<u8> {
    let mut lines = vec![json!({ "alo_backup": 1, "version": version, "at": 7 })];
    for (name, rows) in held {
        let table = tables.iter().find(|table| table.name == *name).unwrap();
        lines.push(json!({ "table": name, "columns": table.columns }));
        lines.extend(rows.iter().map(|row| row.values().cloned().collect()));
    }
    let rows: usize = held.iter().map(|(_, rows)| rows.len()).sum();
    lines.push(json!({ "tables": held.len(), "rows": rows }));
    let mut file = GzEncoder::new(Vec::new(), Compression::fast());
    lines.iter().for_each(|line| writeln!(file, "{line}").unwrap());
    file.finish().unwrap()
}

/// Each row is still there, and says in every column it has still what it said.
fn still_there(before: &Held, after: &Held, version: &str) {
    for (name, rows) in before {
        let Some((_, now)) = after.iter().find(|(other, _)| other == name) else { continue };
        let columns: Vec<&String> = rows
            .first()
            .into_iter()
            .flat_map(Row::keys)
            .filter(|name| now.iter().all(|row| row.contains_key(*name)))
            .collect();
        let shape = |row: &Row| columns.iter().map(|column| format!("{column}: {}", row[*column])).collect::<Vec<_>>();
        let now: std::collections::BTreeSet<_> = now.iter().map(shape).collect();
        for row in rows.iter().map(shape) {
            assert!(now.contains(&row), "{name} of version {version} lost {row:?}");
        }
    }
}

stories! {
    async fn a_database_of_any_version_is_brought_up_to_date(w: World) {
        let today = some_of(demonstration(&w).await).await;
        let folder = tempfile::tempdir().unwrap();
        for (version, tables) in every_version().await {
            let before = cut(&today, &tables);
            let address = nothing(&w, &folder, &version.to_string()).await;
            let taken_up = backup::restore(&address, &backup_of(version, &tables, &before)[..]).await;
            assert!(taken_up.is_ok(), "version {version}: {taken_up:?}");
            let there = w.opened(&address).await;
            assert!(there.verify().await.is_ok(), "version {version}");
            there.close().await;
            still_there(&before, &written(&address).await, &version.to_string());
        }
    }

    async fn what_was_released_is_brought_up_to_date(w: World) {
        let folder = tempfile::tempdir().unwrap();
        let mut count = 0;
        for entry in std::fs::read_dir(Path::new(RELEASED)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "backup") {
                continue;
            }
            count += 1;
            let name = path.file_stem().unwrap().to_str().unwrap();
            let file = std::fs::read(&path).unwrap();
            let address = nothing(&w, &folder, name).await;
            let taken_up = backup::restore(&address, &file[..]).await;
            assert!(taken_up.is_ok(), "version {name}: {taken_up:?}");
            let there = w.opened(&address).await;
            assert!(there.verify().await.is_ok(), "version {name}");
            there.close().await;
            still_there(&read(&file), &written(&address).await, name);
        }
        assert!(count > 0, "no released version is kept");
    }

    async fn a_backup_is_not_taken_up_by_tables_newer_than_it(w: World) {
        let (version, tables) = every_version().await.swap_remove(0);
        let folder = tempfile::tempdir().unwrap();
        let address = nothing(&w, &folder, "newer").await;
        w.opened(&address).await.close().await;
        let refused = backup::restore(&address, &backup_of(version, &tables, &Held::new())[..]).await.unwrap_err();
        assert!(refused.to_string().contains("newer than the backup"), "{refused}");
    }
}
