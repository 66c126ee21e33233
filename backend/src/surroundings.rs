//! The clock, new ids and chance: handed to the backend, so that tests can hold them still.

use domain::times::Millis;
use rand::RngCore;
use std::time::{SystemTime, UNIX_EPOCH};

/// What a use case needs of the world besides its arguments.
pub trait Surroundings: Send + Sync {
    /// The time.
    fn now(&self) -> Millis;
    /// A new id, greater than all before it: UUIDv7 as text.
    fn new_id(&self) -> String;
    /// Bytes that nobody can guess.
    fn random(&self, bytes: &mut [u8]);
}

/// The world as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

impl Surroundings for Real {
    fn now(&self) -> Millis {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
    }

    fn new_id(&self) -> String {
        uuid::Uuid::now_v7().to_string()
    }

    fn random(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}
