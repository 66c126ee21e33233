//! How long it takes to find who calls.

use super::calls::CALLERS;
use crate::db::bulk_calls;
use crate::{Backend, db};
use domain::phone;
use domain::problem::Problem;
use std::time::{Duration, Instant};

/// Looks so many callers up, from all over the table, by their number as it is written in the country; how long each
/// took, from the text to who they are. For the console of the server: nobody is signed in there.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn matching(b: &Backend, count: u64) -> Result<Vec<Duration>, Problem> {
    let callers = bulk_calls::callers(b.read().await?.on(), CALLERS).await?;
    let texts: Vec<String> = callers.iter().map(|(_, number)| number.national()).collect();
    let mut took = Vec::new();
    // A prime step, so that neighbours in the table do not follow each other.
    let places = (0..count).map(|n| usize::try_from(n * 7_919).unwrap_or_default());
    for text in places.filter_map(|place| texts.get(place % texts.len().max(1))) {
        let begun = Instant::now();
        if let Ok(parsed) = phone::parse(text) {
            db::customers::holders(b.read().await?.on(), &parsed.number).await?;
        }
        took.push(begun.elapsed());
    }
    Ok(took)
}
