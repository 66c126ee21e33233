//! Files that callers hear, as the service for calls lists them.

use super::text;
use crate::centre::SoundFile;
use serde_json::Value;

/// The files of a list of them; rows that make no sense are passed over.
pub fn sound_files(answer: &Value) -> Vec<SoundFile> {
    let rows = answer.get("data").and_then(|data| data.get("greeting_files")).and_then(Value::as_array);
    let file = |row: &Value| {
        let description = text(row.get("desc1").or_else(|| row.get("desc"))).unwrap_or_default();
        Some(SoundFile { name: text(row.get("filename"))?, description })
    };
    rows.map(|rows| rows.iter().filter_map(file).collect()).unwrap_or_default()
}

/// What an uploaded file is called from now on.
pub fn uploaded(answer: &Value) -> Option<String> {
    text(answer.get("filename").or_else(|| answer.get("data").and_then(|data| data.get("filename"))))
}

#[cfg(test)]
mod tests {
    use super::{sound_files, uploaded};
    use crate::centre::SoundFile;
    use serde_json::json;

    #[test]
    fn files_are_listed_with_what_was_written_about_them() {
        let file = |name: &str, description: &str| SoundFile { name: name.into(), description: description.into() };
        let rows =
            json!([{"filename": "a.wav", "desc1": "Chào"}, {"filename": "b.mp3", "desc1": null}, {"sid": "FI_1"}]);
        assert_eq!(
            sound_files(&json!({"r": 0, "data": {"greeting_files": rows, "total": "3"}})),
            [file("a.wav", "Chào"), file("b.mp3", "")]
        );
        assert_eq!(sound_files(&json!({"r": 0})), []);
        assert_eq!(uploaded(&json!({"r": 0, "filename": "c.wav"})).as_deref(), Some("c.wav"));
        assert_eq!(uploaded(&json!({"r": 0})), None);
    }
}
