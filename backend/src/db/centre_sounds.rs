//! The tables of the files that callers hear, as they were uploaded here.

use super::{Answer, Fault, On, each, statements};
use domain::centre::{Format, KeptSound, Sound};
use domain::ids::StaffId;
use domain::times::Millis;

statements! {
    LIST = "select c.id, c.name, c.format, c.length, c.bytes, c.at, s.name as by_name from centre_sounds c \
            join staff s on s.id = c.staff_id order by c.at desc, c.id desc";
    GET = "select c.id, c.name, c.format, c.length, c.bytes, c.at, s.name as by_name from centre_sounds c \
           join staff s on s.id = c.staff_id where c.id = $1";
    INSERT = "insert into centre_sounds (id, name, description, format, length, bytes, at, staff_id) \
              values ($1, $2, $3, $4, $5, $6, $7, $8)";
    KEEP_PIECE = "insert into centre_sound_pieces (sound_id, piece, body) values ($1, $2, $3)";
    PIECE = "select body from centre_sound_pieces where sound_id = $1 and piece = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    format: String,
    length: i64,
    bytes: i64,
    at: i64,
    by_name: String,
}

impl Row {
    fn kept(self) -> Answer<(String, KeptSound)> {
        let format = match self.format.as_str() {
            "wav" => Format::Wav,
            "mp3" => Format::Mp3,
            _ => return Err(Fault::Stored("format of a sound")),
        };
        let kept = KeptSound {
            id: self.id,
            sound: Sound { format, length: self.length },
            bytes: self.bytes,
            at: Millis(self.at),
            by: self.by_name,
        };
        Ok((self.name, kept))
    }
}

/// The word of a format.
const fn word(format: Format) -> &'static str {
    match format {
        Format::Wav => "wav",
        Format::Mp3 => "mp3",
    }
}

/// Every file with its name at the provider, the newest first.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<(String, KeptSound)>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    rows.into_iter().map(Row::kept).collect()
}

/// One of them.
pub(crate) async fn get(db: On<'_>, id: &str) -> Answer<Option<KeptSound>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(GET).bind(id).fetch_optional(link).await)?;
    row.map(|row| row.kept().map(|(_, kept)| kept)).transpose()
}

/// A file that is to be kept.
pub(crate) struct New<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) description: &'a str,
    pub(crate) sound: Sound,
    pub(crate) bytes: i64,
    pub(crate) at: Millis,
    pub(crate) who: &'a StaffId,
}

/// Keeps a file; its pieces follow.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(new.id).bind(new.name).bind(new.description)
        .bind(word(new.sound.format)).bind(new.sound.length).bind(new.bytes)
        .bind(new.at.0).bind(new.who.as_str())
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Keeps a piece of a file.
pub(crate) async fn keep_piece(db: On<'_>, id: &str, piece: i64, body: &str) -> Answer<()> {
    each!(db, link => sqlx::query(KEEP_PIECE).bind(id).bind(piece).bind(body).execute(link).await.map(drop))?;
    Ok(())
}

/// A piece of a file.
pub(crate) async fn piece(db: On<'_>, id: &str, piece: i64) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(PIECE).bind(id).bind(piece).fetch_optional(link).await)?)
}
