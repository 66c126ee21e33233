//! What members are told of one another: that a note names them, that something is theirs now.

use crate::ids::NoticeId;
use crate::paging::Cursor;
use crate::staff::StaffRef;
use crate::tags::Subject;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// The most characters of a note that a notice repeats.
pub const EXCERPT_MAX: usize = 160;

/// Something that a member is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Notice {
    /// Which.
    pub id: NoticeId,
    /// When it happened.
    pub at: Millis,
    /// Who did it; `None` where a rule did.
    pub from: Option<StaffRef>,
    /// What happened.
    pub news: News,
    /// Whether they have read it.
    pub read: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A note names them.
    Mention {
        /// On what the note is.
        about: Subject,
        /// What that is called.
        about_name: String,
        /// How the note begins, with the names of those it names.
        excerpt: String,
    },
    /// Records of somebody who hands over are theirs now.
    HandedOver {
        /// Whose they were.
        whose: String,
        /// How many, by now.
        records: i64,
    },
    /// Rules gave them customers of a file.
    Imported {
        /// How many, by now.
        records: i64,
    },
    /// A rule gave them a new customer.
    Given {
        /// Which record.
        about: Subject,
        /// What it is called.
        about_name: String,
    },
}

impl News {
    /// Repeats nothing of a record: whoever is told may no longer see it.
    pub fn forget(&mut self) {
        match self {
            Self::Mention { about_name, excerpt, .. } => {
                about_name.clear();
                excerpt.clear();
            }
            Self::Given { about_name, .. } => about_name.clear(),
            Self::HandedOver { .. } | Self::Imported { .. } => {}
        }
    }
}

/// A page of notices, and how many are unread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    /// Latest first.
    pub rows: Vec<Notice>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// How many are unread, on this page and others.
    pub unread: u32,
}
