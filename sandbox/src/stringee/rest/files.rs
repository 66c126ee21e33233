//! Uploaded sounds: greetings and music.

use super::super::Stringee;
use super::super::centre::setup::File;
use super::super::sounds;
use super::tables::new_id;
use super::{answer, misshapen};
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

/// The longest name of a file.
const LONGEST_NAME: usize = 100;

pub(super) fn routes() -> Router<Stringee> {
    Router::new()
        .route("/api/v1/greetingfile", get(list).post(upload))
        .route("/api/v1/greetingfile/upload", axum::routing::post(upload))
}

async fn list(State(stringee): State<Stringee>) -> Json<Value> {
    let files: Vec<Value> = {
        let centre = stringee.centre();
        let show = |(name, file): (&str, &File)| json!({"sid": file.sid, "filename": name, "desc1": file.desc, "created": file.created.0 / 1_000});
        centre.setup().files.iter().map(show).collect()
    };
    answer(&stringee, 0, "success", json!({"data": {"total": files.len(), "greeting_files": files}}))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(rename = "uploadType")]
    kind: Option<String>,
    #[serde(default)]
    desc: String,
}

/// The sound is the body, or the field `file` of a form.
async fn upload(
    State(stringee): State<Stringee>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Bytes,
) -> Json<Value> {
    let form = asked.kind.as_deref() == Some("multipart");
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let found = if form { field(content_type, &body) } else { Some((None, &body[..])) };
    let Some((given, sound)) = found else { return misshapen(&stringee) };
    let Some(samples) = sounds::read(sound) else {
        return answer(&stringee, 2, "File is neither WAV nor MP3", Value::Null);
    };
    let extension = if sound.starts_with(b"RIFF") { "wav" } else { "mp3" };
    let named = given.filter(|name| is_plain(name)).map(str::to_owned);
    let name = named.unwrap_or_else(|| format!("{}.{extension}", new_id("")));
    let sid = new_id("FI");
    let (desc, created, length) = (asked.desc, stringee.now(), sounds::length(&samples));
    stringee.bring(&name, samples);
    stringee.centre().setup_mut().files.insert(&name, File { sid: sid.clone(), desc, created, length });
    answer(&stringee, 0, "success", json!({"filename": name, "fileSid": sid}))
}

fn is_plain(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.len())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter))
}

/// The field `file` of a form: its file name, and its contents.
fn field<'b>(content_type: &str, body: &'b [u8]) -> Option<(Option<&'b str>, &'b [u8])> {
    let boundary = content_type.split("boundary=").nth(1)?.split(';').next()?.trim_matches('"');
    let mark = format!("--{boundary}");
    let mut rest = body;
    while let Some(at) = find(rest, mark.as_bytes()) {
        rest = rest.get(at + mark.len()..)?;
        let head_end = find(rest, b"\r\n\r\n")?;
        let head = std::str::from_utf8(rest.get(..head_end)?).ok()?;
        let contents = rest.get(head_end + 4..)?;
        if head.contains("name=\"file\"") {
            let end = find(contents, format!("\r\n{mark}").as_bytes())?;
            let name = head.split("filename=\"").nth(1).and_then(|name| name.split('"').next());
            return Some((name, contents.get(..end)?));
        }
        rest = contents;
    }
    None
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|part| part == what)
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn the_file_of_a_form_is_found() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"desc\"\r\n\r\nhello\r\n--x\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF\r\n--x--\r\n";
        assert_eq!(field("multipart/form-data; boundary=x", body), Some((Some("a.wav"), &b"RIFF"[..])));
        assert_eq!(field("multipart/form-data; boundary=y", body), None);
    }
}
