//! Files that callers hear. They go to the provider at once, and a copy stays here: the provider plays them to callers
//! only.

use super::provider;
use super::{begin, note, read_desk};
use crate::Backend;
use crate::db::centre::{self as desks, Desk};
use crate::db::centre_sounds as table;
use crate::permit::May;
use crate::recordings::{Copied, Sound as Opened, open_copy, pieces};
use domain::access::{Action, Actor};
use domain::centre::{CentreProblem, KeptSound, Sound, SoundFile, SoundRow, file_name, sound};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use serde_json::json;

/// The longest that is written about a file, in characters.
const DESCRIPTION_MAX: usize = 200;

/// Takes a file that callers can hear from now on.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`CentreProblem::Sound`] for a file that cannot be played,
/// [`CentreProblem::Refused`] where the provider does not take it; [`Problem::Telephone`] where it could not be asked.
pub async fn keep_sound(
    b: &Backend,
    who: &Actor,
    called: &str,
    description: &str,
    bytes: &[u8],
) -> Result<SoundRow, Problem> {
    who.may(Action::RunCentre)?;
    let found = sound(bytes).map_err(|bad| Problem::Centre(CentreProblem::Sound(bad)))?;
    let description = description.trim();
    if description.chars().count() > DESCRIPTION_MAX {
        return Err(Problem::at(Field::Note, FieldProblem::TooLong { max: DESCRIPTION_MAX }));
    }
    let name = free_name(b, called, found).await?;
    let name = provider::upload(b, &name, description, bytes).await?;
    let file = SoundFile { name, description: description.to_owned() };
    keep(b, who, file, found, bytes).await
}

/// A file that was uploaded here, or the part of it that `range` asks for as HTTP does.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`], also for a part behind its end.
pub async fn play_sound(b: &Backend, who: &Actor, id: &str, range: Option<&str>) -> Result<Opened, Problem> {
    who.may(Action::RunCentre)?;
    let kept = table::get(b.read().await?.on(), id).await?.ok_or(Problem::NotFound)?;
    let size = u64::try_from(kept.bytes).unwrap_or_default();
    let whole = (size, kept.sound.format.content_type());
    open_copy(b, Copied::Sound(id.to_owned()), whole, range).ok_or(Problem::NotFound)
}

/// Whatever is called the same at the provider would be overwritten, and heard by callers at once.
async fn free_name(b: &Backend, called: &str, found: Sound) -> Result<String, Problem> {
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    let desk = read_desk(&mut tx, &facts.account).await?;
    let kept = table::list(tx.on()).await?;
    let is_taken = |name: &str| files(&desk).any(|file| file.name == name) || kept.iter().any(|(one, _)| one == name);
    Ok(file_name(called, found.format, is_taken))
}

fn files(desk: &Desk) -> impl Iterator<Item = &SoundFile> {
    desk.files.iter().flatten()
}

async fn keep(b: &Backend, who: &Actor, file: SoundFile, found: Sound, bytes: &[u8]) -> Result<SoundRow, Problem> {
    let facts = provider::facts(b).await?;
    let (id, size) = (b.new_id(), i64::try_from(bytes.len()).unwrap_or(i64::MAX));
    let mut tx = begin(b).await?;
    let mut desk = read_desk(&mut tx, &facts.account).await?;
    let new = table::New {
        id: &id,
        name: &file.name,
        description: &file.description,
        sound: found,
        bytes: size,
        at: b.now(),
        who: &who.id,
    };
    table::insert(tx.on(), &new).await?;
    for (piece, body) in pieces(bytes) {
        table::keep_piece(tx.on(), &id, piece, &body).await?;
    }
    let listed = files(&desk).any(|one| one.name == file.name);
    if let (Some(files), false) = (&mut desk.files, listed) {
        files.push(file.clone());
        desks::put(tx.on(), &desk).await?;
    }
    let told = json!({ "name": file.name, "bytes": size, "length": found.length });
    note(b, &mut tx, Some(who), "centre.sound_kept", told).await?;
    let by = crate::db::staff::by_id(tx.on(), &who.id).await?.map(|row| row.name).unwrap_or_default();
    tx.commit().await?;
    Ok(SoundRow { file, kept: Some(KeptSound { id, sound: found, bytes: size, at: b.now(), by }) })
}
