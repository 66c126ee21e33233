//! How many words begin like what is sought: what tells how a search is best walked.

use super::{Table, Term, push_any};
use crate::db::{Answer, Fault, Keeps, On, each};
use sqlx::{Database, Encode, QueryBuilder, Type};

/// How many words begin like each term, counted up to `most` for each beginning.
pub(crate) async fn counts(db: On<'_>, of: Table, terms: &[Term], most: i64) -> Answer<Vec<i64>> {
    let mut rows: Vec<(i64, i64)> = each!(db, link => counts_text(of, terms, most).build_query_as().persistent(link.keeps_texts()).fetch_all(link).await)?;
    rows.sort_unstable();
    if rows.len() == terms.len() {
        Ok(rows.into_iter().map(|(_, hits)| hits).collect())
    } else {
        Err(Fault::Stored("word"))
    }
}

fn counts_text<DB>(of: Table, terms: &[Term], most: i64) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("");
    for (n, term) in terms.iter().enumerate() {
        text.push(if n == 0 { "select cast(" } else { " union all select cast(" });
        text.push(n).push(" as bigint), 0");
        for beginning in term {
            text.push(" + (select count(*) from (select 1 from ").push(of.of.words).push(" w where ");
            push_any(&mut text, &vec![beginning.clone()]);
            text.push(" limit ").push_bind(most).push(") as hits)");
        }
    }
    text
}
