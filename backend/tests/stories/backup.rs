//! What is written down is taken up whole, by either engine; what is no whole backup changes nothing.

use crate::world::World;
use crate::{postgres, stories};
use backend::backup::{self, BackupError, Held};
use backend::{customers, generate};
use domain::customers::CustomerQuery;
use domain::times::Millis;
use std::io::{Read, Write};
use tokio::runtime::Handle;
use tokio::task::block_in_place;

async fn written(address: &str) -> (Held, Vec<u8>) {
    let mut file = Vec::new();
    let held = backup::write(address, Millis(7), &mut file).await.unwrap();
    (held, file)
}

/// The lines of a backup, in an order that does not depend on the engine.
fn lines(file: &[u8]) -> Vec<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

async fn refusal(address: &str, file: &[u8]) -> String {
    backup::restore(address, file).await.unwrap_err().to_string()
}

/// A file that others work beside: at its first byte somebody writes customers into the database.
struct Meanwhile<'w> {
    w: &'w World,
    file: Vec<u8>,
}

impl Write for Meanwhile<'_> {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        if self.file.is_empty() {
            block_in_place(|| Handle::current().block_on(generate::customers(&self.w.b, 20))).unwrap();
        }
        self.file.write(part)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

stories! {
    async fn what_is_written_down_is_of_one_moment_and_work_goes_on(w: World) {
        generate::customers(&w.b, 20).await.unwrap();
        let (held, before) = written(&w.address).await;
        let mut out = Meanwhile { w: &w, file: Vec::new() };
        assert_eq!(backup::write(&w.address, Millis(7), &mut out).await.unwrap(), held);
        assert_eq!(lines(&out.file), lines(&before), "as it was when it began");
        assert!(written(&w.address).await.0.rows > held.rows, "and others went on");
    }

    async fn what_is_written_down_is_taken_up_whole_by_either_engine(w: World) {
        generate::customers(&w.b, 300).await.unwrap();
        let (held, file) = written(&w.address).await;
        let folder = tempfile::tempdir().unwrap();
        let as_a_file = format!("sqlite:{}", folder.path().join("other.db").display());
        for address in [as_a_file, postgres::database().await] {
            assert_eq!(backup::restore(&address, &file[..]).await.unwrap(), held);
            assert_eq!(lines(&written(&address).await.1), lines(&file));
            let there = w.opened(&address).await;
            let query = CustomerQuery { text: "nguyen".into(), ..CustomerQuery::default() };
            let found = customers::list(&there, &w.lan, &query).await.unwrap();
            assert_eq!(found, customers::list(&w.b, &w.lan, &query).await.unwrap());
        }
    }

    async fn what_is_no_whole_backup_changes_nothing(w: World) {
        let (held, file) = written(&w.address).await;
        assert!(matches!(backup::restore(&w.address, &file[..]).await, Err(BackupError::NotEmpty)));
        let address = postgres::database().await;
        assert_eq!(refusal(&address, &file[..file.len() / 2]).await, "this is no whole backup: it was cut off");
        assert_eq!(refusal(&address, b"PK").await, "this is no whole backup: it was cut off");
        let said = "this is no whole backup: it is not compressed as a backup is";
        assert_eq!(refusal(&address, b"a spreadsheet, say").await, said);
        assert_eq!(backup::restore(&address, &file[..]).await.unwrap(), held, "nothing stands in its way");
    }
}
