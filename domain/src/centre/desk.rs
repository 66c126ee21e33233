//! The desk at which admins run the contact centre: one draft for all of them, the versions that were published, and
//! what the provider has.
//!
//! A page holds the whole of it and answers most questions itself; the server keeps it, checks it again, and publishes.

use super::{Around, Centre, Change, Digits, Finding, Ref, Sound, SoundFile, Step, Thing};
use crate::ids::{Seat, StaffId};
use crate::telephone::TelephoneProblem;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// Where sounds are uploaded to, and below which they are played.
pub const SOUNDS_PATH: &str = "/centre/sounds";
/// The longest note of a version, in characters.
pub const NOTE_MAX: usize = 500;

/// Everything that the pages of the contact centre show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreDesk {
    /// What admins work on.
    pub draft: Centre,
    /// Counts the draft's changes.
    pub revision: i64,
    /// The newest version: the draft began from it.
    pub base: Centre,
    /// Its number; `None` while it was never read what the provider has.
    pub base_version: Option<i64>,
    /// What [`check`](super::check()) is to know besides the draft.
    pub around: Around,
    /// When it was last read what the provider has.
    pub provider_has: Option<Millis>,
    /// What is otherwise there than we left it.
    pub drift: Vec<Change>,
    /// The latest publishing.
    pub publishing: Option<Publishing>,
    /// The voices that speak texts.
    pub voices: Vec<String>,
    /// The files that callers can hear.
    pub sounds: Vec<SoundRow>,
    /// The members who have a seat, and their names.
    pub staff: Vec<(Seat, StaffId, String)>,
}

/// A file that callers can hear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoundRow {
    /// As the provider has it.
    pub file: SoundFile,
    /// Our copy; `None` where it was uploaded elsewhere: then it cannot be heard here.
    pub kept: Option<KeptSound>,
}

/// Our copy of a file that was uploaded here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSound {
    /// It is played from here, below [`SOUNDS_PATH`].
    pub id: String,
    /// What it holds.
    pub sound: Sound,
    /// Its size, in bytes.
    pub bytes: i64,
    /// When it was uploaded.
    pub at: Millis,
    /// By whom.
    pub by: String,
}

/// The draft after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// Counts the draft's changes.
    pub revision: i64,
    /// What was changed, as it is called from now on.
    pub at: Ref,
}

/// A version that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: i64,
    /// When.
    pub at: Millis,
    /// By whom; `None` for the program itself.
    pub by: Option<String>,
    /// Why.
    pub note: String,
    /// How it came to be.
    pub origin: Origin,
    /// In how many things it differs from the one before.
    pub changes: usize,
    /// Whether all of it has come to the provider.
    pub arrived: bool,
}

/// How a version came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It was published here.
    Published,
    /// It was found at the provider and taken over.
    Read,
}

impl Origin {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Published, Self::Read];

    /// The word stored in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Read => "read",
        }
    }

    /// The one of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.as_str() == word)
    }
}

/// How a version comes to the provider, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publishing {
    /// Which version.
    pub version: i64,
    /// The steps in order, the ones that are done first.
    pub steps: Vec<Step>,
    /// How many are done.
    pub done: usize,
    /// Whether it goes on.
    pub state: PublishState,
    /// When it began.
    pub begun_at: Millis,
    /// Who began it.
    pub by: String,
}

impl Publishing {
    /// Whether it goes on by itself.
    pub fn runs(&self) -> bool {
        self.state == PublishState::Running
    }
}

/// Whether a publishing goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishState {
    /// It goes on by itself, also after a restart of the server.
    Running,
    /// It stopped, and goes on when somebody says so.
    Paused(Obstacle),
    /// Everything is there.
    Finished,
    /// Another version was published instead.
    GivenUp,
}

/// What stopped a publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The provider cannot be asked.
    Silent(TelephoneProblem),
    /// The provider refused a step.
    Refused {
        /// What the step was about.
        at: Ref,
        /// The provider's code.
        code: i64,
        /// The provider's own words; may be empty.
        said: String,
    },
    /// The provider says that it made a thing, and does not list it.
    NotKept {
        /// Which.
        at: Ref,
    },
    /// Somebody changed these things elsewhere since it was last read what is there: look at that first. Going on puts
    /// the version in the place of what they did.
    Drifted {
        /// Which, in order.
        at: Vec<Ref>,
    },
    /// Somebody stopped it.
    Stopped,
    /// Our own server could not.
    Ours,
}

/// Why the contact centre's desk does not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreProblem {
    /// It was never read what the provider has: what is there already must not get lost.
    NotRead,
    /// Somebody else has changed the same thing meanwhile.
    Changed {
        /// Which.
        at: Ref,
        /// What it is now; `None` where it is gone.
        now: Option<Box<Thing>>,
        /// By whom.
        by: String,
    },
    /// The draft has been changed since it was looked at.
    DraftMoved {
        /// Counts the draft's changes.
        revision: i64,
    },
    /// A version is being published.
    Publishing,
    /// There is nothing to publish.
    NothingToPublish,
    /// The draft must be mended first.
    Findings(Vec<Finding>),
    /// The provider refused, in its own words.
    Refused {
        /// The provider's code.
        code: i64,
        /// The provider's own words; may be empty.
        said: String,
    },
    /// A file is not taken.
    Sound(super::BadSound),
}

/// What was taken over into the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    /// Counts the draft's changes.
    pub revision: i64,
    /// What the draft has changed in another way: the draft's is kept.
    pub contested: Vec<Ref>,
}

impl CentreDesk {
    /// What publishing the draft would change.
    pub fn changes(&self) -> Vec<Change> {
        super::changes(&self.base, &self.draft)
    }

    /// What is wrong with the draft.
    pub fn findings(&self) -> Vec<Finding> {
        super::check(&self.draft, &self.around)
    }

    /// The member at a seat, and their name.
    pub fn member_at(&self, seat: &Seat) -> Option<(&StaffId, &str)> {
        let (_, id, name) = self.staff.iter().find(|(at, ..)| at == seat)?;
        Some((id, name))
    }

    /// Whether it is known what the provider has.
    pub fn is_read(&self) -> bool {
        self.base_version.is_some()
    }

    /// Our numbers that may be called out from: what may be shown to whoever is rung.
    pub fn caller_ids(&self) -> impl Iterator<Item = &Digits> {
        self.draft.hotlines().filter(|hotline| hotline.calls_out).map(|hotline| &hotline.number)
    }
}
