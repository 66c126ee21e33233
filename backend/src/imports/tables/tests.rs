//! Files as spreadsheets and other programs write them.

use super::{Line, Source, Table, read};
use domain::imports::FileProblem;
use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use std::fs::File;
use std::io::{Seek, Write};

const HEADS: &str = "Họ và tên;SĐT;Công ty";

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

/// The table, and its rows with their lines.
fn table(bytes: &[u8]) -> Result<(Table, Vec<Line>), FileProblem> {
    table_as(bytes, None)
}

/// The same, read as somebody says.
fn table_as(bytes: &[u8], how: Option<&Source>) -> Result<(Table, Vec<Line>), FileProblem> {
    let mut rows = Vec::new();
    let table = read(file(bytes), how, &mut |part| {
        rows.extend(part);
        true
    })?;
    Ok((table, rows))
}

fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    // In Windows-1258 most accents stand after their letter.
    let apart: String = unicode_apart(text);
    let (bytes, _, unmapped) = encoding.encode(if encoding == WINDOWS_1258 { &apart } else { text });
    assert!(!unmapped, "{text} in {}", encoding.name());
    bytes.into_owned()
}

/// The few letters of these tests as Windows-1258 writes them.
fn unicode_apart(text: &str) -> String {
    let pairs = [
        ("ọ", "o\u{323}"),
        ("ễ", "ê\u{303}"),
        ("ị", "i\u{323}"),
        ("ạ", "a\u{323}"),
        ("ỳ", "y\u{300}"),
        ("ố", "ô\u{301}"),
        ("ặ", "ă\u{323}"),
        ("ế", "ê\u{301}"),
        ("ứ", "ư\u{301}"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (whole, apart)| text.replace(whole, apart))
}

fn vietnamese() -> String {
    format!("{HEADS}\r\nNguyễn Thị Lan;0901 234 567;Phú Đạt\r\nĐặng Đức Quốc;0912345678;\"Huỳnh; Con\"\r\n")
}

#[test]
fn whatever_the_encoding_the_text_is_the_same() {
    let utf_8 = vietnamese().into_bytes();
    let with_mark = [b"\xef\xbb\xbf".as_slice(), &utf_8].concat();
    let two_bytes: Vec<u8> = vietnamese().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let two_with_mark = [b"\xff\xfe".as_slice(), &two_bytes].concat();
    let files = [
        (utf_8, UTF_8),
        (with_mark, UTF_8),
        (two_bytes, UTF_16LE),
        (two_with_mark, UTF_16LE),
        (encoded(WINDOWS_1258, &vietnamese()), WINDOWS_1258),
    ];
    for (bytes, encoding) in files {
        let (table, rows) = table(&bytes).unwrap();
        assert_eq!(table.source, Source::Csv { encoding: encoding.name().into(), delimiter: ';' });
        assert_eq!(table.heads, ["Họ và tên", "SĐT", "Công ty"], "{}", encoding.name());
        assert_eq!(rows[0], (2, vec!["Nguyễn Thị Lan".into(), "0901 234 567".into(), "Phú Đạt".into()]));
        assert_eq!(rows[1], (3, vec!["Đặng Đức Quốc".into(), "0912345678".into(), "Huỳnh; Con".into()]));
    }
}

#[test]
fn western_text_is_western() {
    let bytes = encoded(
        WINDOWS_1252,
        "name,phone,company\nJosé Muñoz,+34600111222,Peña y Niños\nFrançoise Hébert,+33612345678,Forêt\n",
    );
    let (table, rows) = table(&bytes).unwrap();
    assert_eq!(rows[0].1, ["José Muñoz", "+34600111222", "Peña y Niños"]);
    assert!(matches!(table.source, Source::Csv { delimiter: ',', .. }), "{:?}", table.source);
}

#[test]
fn empty_lines_count_as_lines_only_and_a_list_needs_no_heads() {
    let (table, rows) = table("An,0901234567\n\n,\nBình,0912345678,x\n".as_bytes()).unwrap();
    assert_eq!(table.heads, ["", "", ""]);
    assert_eq!(rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3], "the reader passes an empty line by");
    assert_eq!(table.rows, 2);
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(table(b"").err(), Some(FileProblem::Empty));
    assert_eq!(table("Họ tên;SĐT\n".as_bytes()).err(), Some(FileProblem::Empty));
    assert_eq!(table(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").err(), Some(FileProblem::Unreadable));
    assert_eq!(table(b"PK\x03\x04 no archive").err(), Some(FileProblem::Unreadable));
}

#[test]
fn whoever_knows_better_says_how_a_text_is_written() {
    let text = "Họ tên;SĐT\nTrần, Lan;0901234567\nLê, Hoa;0912345678\n".as_bytes();
    let as_said = |encoding: &str, delimiter| Source::Csv { encoding: encoding.to_owned(), delimiter };
    let (table, rows) = table_as(text, Some(&as_said("UTF-8", ','))).unwrap();
    assert_eq!(
        (table.heads.as_slice(), rows[0].1.as_slice()),
        (["Họ tên;SĐT", ""].map(str::to_owned).as_slice(), ["Trần", "Lan;0901234567"].map(str::to_owned).as_slice())
    );
    let (table, _) = table_as(text, Some(&as_said("windows-1252", ';'))).unwrap();
    assert_eq!((table.heads[1].as_str(), &table.source), ("SÄ\u{90}T", &as_said("windows-1252", ';')));
    assert_eq!(table_as(text, Some(&as_said("klingon", ';'))).unwrap_err(), FileProblem::Unreadable);
}
