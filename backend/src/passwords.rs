//! Passwords: argon2id with the crate's parameters (OWASP's first choice: 19 MiB, two passes).

use crate::Backend;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use domain::problem::Problem;

/// What is checked when nobody has this email, so that the answer takes as long. No password fits it.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash to store for a password.
pub(crate) async fn hash(b: &Backend, password: &str) -> Result<String, Problem> {
    let salt: [u8; 16] = b.random();
    let password = password.to_owned();
    let hash = at_leisure(b, move || {
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
    });
    hash.await?.map_err(|error| unavailable(&error))
}

/// Whether the password fits the stored hash; `None` takes as long and never fits.
pub(crate) async fn fits(b: &Backend, password: &str, stored: Option<&str>) -> Result<bool, Problem> {
    let password = password.to_owned();
    let stored = stored.unwrap_or(NOBODY).to_owned();
    at_leisure(b, move || {
        let hash = PasswordHash::new(&stored);
        hash.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

/// Away from the threads that answer requests, and never more at once than there are processors.
async fn at_leisure<T: Send + 'static>(b: &Backend, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _turn = b.hashing().acquire().await.map_err(|error| unavailable(&error))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| unavailable(&error))
}

fn unavailable(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "a password could not be worked on");
    Problem::Unavailable
}

#[cfg(test)]
mod tests {
    use super::{Argon2, NOBODY, PasswordHash, PasswordHasher};

    #[test]
    fn nobodys_password_costs_what_everybodys_does() {
        let real = Argon2::default().hash_password_with_salt(b"a password", &[7; 16]).unwrap();
        let nobody = PasswordHash::new(NOBODY).unwrap();
        assert_eq!(nobody.algorithm, real.algorithm);
        assert_eq!(nobody.version, real.version);
        assert_eq!(nobody.params, real.params);
        assert_eq!(nobody.hash.map(|h| h.len()), real.hash.map(|h| h.len()));
    }
}
