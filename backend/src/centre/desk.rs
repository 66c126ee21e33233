//! Everything that the pages show, in one answer.

use super::provider::{self, Facts};
use crate::db::centre::{self as table, Desk};
use crate::db::{centre_sounds, centre_versions};
use crate::permit::May;
use crate::{Backend, db};
use domain::access::{Action, Actor};
use domain::centre::{Around, CentreDesk, OurAddresses, SoundFile, SoundRow, changes};
use domain::ids::{Seat, StaffId};
use domain::problem::Problem;

/// Everything that the pages of the contact centre show.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] without an account.
pub async fn desk(b: &Backend, who: &Actor) -> Result<CentreDesk, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut read = b.read().await?;
    let staff = staff(db::staff::list(read.on()).await?);
    let voices = provider::VOICES.iter().map(|voice| (*voice).to_owned()).collect();
    let Some(stored) = table::desk(read.on()).await?.filter(|desk| desk.account == facts.account) else {
        let around = around(&facts.ours, None, &staff);
        return Ok(CentreDesk { around, voices, staff, ..CentreDesk::default() });
    };
    let kept = centre_sounds::list(read.on()).await?;
    let (base_version, base) = centre_versions::newest(read.on()).await?.unwrap_or_default();
    Ok(CentreDesk {
        base,
        base_version: Some(base_version),
        around: around(&facts.ours, stored.files.as_deref(), &staff),
        provider_has: Some(stored.read_at),
        drift: drift(&stored),
        publishing: centre_versions::latest(read.on()).await?,
        revision: stored.revision,
        voices,
        sounds: sounds(stored.files.as_deref().unwrap_or_default(), kept),
        staff,
        draft: stored.draft,
    })
}

/// What is otherwise at the provider than we left it.
pub(super) fn drift(desk: &Desk) -> Vec<domain::centre::Change> {
    changes(&desk.expected, &desk.known.centre)
}

/// The members who have a seat there.
fn staff(rows: Vec<db::staff::Row>) -> Vec<(Seat, StaffId, String)> {
    let sits_there = |row: &db::staff::Row| row.active && row.provider() == provider::PROVIDER;
    let seated = |row: db::staff::Row| Some((Seat::new(row.seat?), StaffId::new(row.id), row.name));
    rows.into_iter().filter(sits_there).filter_map(seated).collect()
}

/// What is checked besides the draft itself.
pub(super) fn around(ours: &OurAddresses, files: Option<&[SoundFile]>, staff: &[(Seat, StaffId, String)]) -> Around {
    Around {
        files: files.map(|files| files.iter().map(|file| file.name.clone()).collect()),
        staff: Some(staff.iter().map(|(seat, ..)| seat.clone()).collect()),
        ours: Some(ours.clone()),
    }
}

/// The same for a draft that is to be published.
pub(super) async fn known_around(db: db::On<'_>, facts: &Facts, desk: &Desk) -> Result<Around, Problem> {
    Ok(around(&facts.ours, desk.files.as_deref(), &staff(db::staff::list(db).await?)))
}

/// The provider's files, with our copies of those that were uploaded here.
fn sounds(files: &[SoundFile], mut kept: Vec<(String, domain::centre::KeptSound)>) -> Vec<SoundRow> {
    let mut copy = |file: &SoundFile| {
        let at = kept.iter().position(|(name, _)| *name == file.name)?;
        Some(kept.swap_remove(at).1)
    };
    files.iter().map(|file| SoundRow { kept: copy(file), file: file.clone() }).collect()
}
