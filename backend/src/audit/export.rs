//! The audit on its way into a file.

use super::{note, page};
use crate::Backend;
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::audit::{AuditQuery, Event};
use domain::problem::Problem;
use serde_json::{Value, json};

/// Rows brought together: few enough to be held by many at once.
const BATCH: usize = 1_000;

/// Entries that are looked for, a batch at a time.
#[derive(Debug)]
pub struct Export {
    b: Backend,
    who: Actor,
    id: String,
    query: AuditQuery,
    is_over: bool,
    told: usize,
}

/// Begins to take what is looked for home. That it was begun is written down, and how it ended.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn export(b: &Backend, who: &Actor, query: &AuditQuery) -> Result<Export, Problem> {
    who.may(Action::SeeAudit)?;
    let query = AuditQuery { after: None, ..query.clone() };
    let export = Export { b: b.clone(), who: who.clone(), id: b.new_id(), query, is_over: false, told: 0 };
    export.note("audit.export_begun", json!({})).await?;
    Ok(export)
}

impl Export {
    /// The next entries, newest first; none at the end. The database is let go in between.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn next(&mut self) -> Result<Vec<Event>, Problem> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let page = page(&self.b, &self.query, BATCH).await?;
        self.is_over = page.next.is_none();
        self.query.after = page.next;
        self.told += page.rows.len();
        Ok(page.rows)
    }

    /// Writes down how many entries went out, and whether that was all of them.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn end(self, whole: bool) -> Result<(), Problem> {
        self.note("audit.export_ended", json!({ "rows": self.told, "whole": whole })).await
    }

    async fn note(&self, action: &str, details: Value) -> Result<(), Problem> {
        let mut tx = self.b.write().await?;
        note(&self.b, &mut tx, Some(&self.who), action, format!("export:{}", self.id), details).await?;
        Ok(tx.commit().await?)
    }
}
