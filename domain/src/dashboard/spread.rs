//! How long most of something took: median and the nine of ten, from counts in buckets.
//!
//! A million durations are counted by the database in some hundred buckets and read from those: to the second below two
//! minutes, to ten seconds above. That is as exact as anybody looks at it, and nothing has to be sorted.

use crate::times::{MINUTE, SECOND};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Below this, buckets are a second wide.
const FINE: i64 = 2 * MINUTE;
/// Above, so wide.
const COARSE: i64 = 10 * SECOND;

/// The bucket of a duration in milliseconds. The database counts by the same rule.
pub fn duration_bucket(millis: i64) -> i64 {
    if millis < FINE { millis / SECOND } else { FINE / SECOND + (millis - FINE) / COARSE }
}

/// How long most of something took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// Of how many.
    pub count: i64,
    /// Half took no longer, in milliseconds.
    pub median_ms: i64,
    /// Nine of ten took no longer, in milliseconds.
    pub p90_ms: i64,
}

/// How many durations there are in each bucket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram(BTreeMap<i64, i64>);

impl Histogram {
    /// Counts durations of one bucket.
    pub fn count(&mut self, bucket: i64, durations: i64) {
        *self.0.entry(bucket).or_default() += durations;
    }

    /// Median and nine of ten; `None` of nothing.
    pub fn spread(&self) -> Option<Spread> {
        let count: i64 = self.0.values().sum();
        let at = |percent| self.quantile(count, percent);
        Some(Spread { count, median_ms: at(50)?, p90_ms: at(90)? })
    }

    /// The beginning of the bucket that holds the smallest duration not exceeded by so many of a hundred.
    fn quantile(&self, count: i64, percent: i64) -> Option<i64> {
        let rank = (count * percent + 99) / 100;
        let mut seen = 0;
        let found = self.0.iter().find(|(_, durations)| {
            seen += **durations;
            seen >= rank
        });
        found.filter(|_| count > 0).map(|(bucket, _)| begins(*bucket))
    }
}

fn begins(bucket: i64) -> i64 {
    let fine = FINE / SECOND;
    if bucket < fine { bucket * SECOND } else { FINE + (bucket - fine) * COARSE }
}
