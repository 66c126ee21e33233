//! A file read as a table: text in whatever encoding with whatever between its cells, or a workbook's first sheet.

use crate::db::imports::Line;
use calamine::{DataRef, Reader, Xlsx};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use domain::imports::{COLUMNS_MAX, DELIMITERS, FileProblem, PART, ROWS_MAX, Source, cell, delimiter, looks_like_data};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fs::File;
use std::io::{BufReader, Read, Seek};

/// So much of a text tells what stands between its cells, in bytes.
const BEGINNING: u64 = 64 * 1024;
/// What a workbook may become once it is unpacked, in bytes.
const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;
/// Rows that tell how many columns there are.
const LOOKED_AT: usize = 50;

/// What a file is.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) source: Source,
    /// The names of the columns; empty where the file has none.
    pub(super) heads: Vec<String>,
    pub(super) rows: u64,
}

/// Whoever is told the rows, many at a time; tells whether to go on.
pub(super) type Told<'a> = dyn FnMut(Vec<Line>) -> bool + 'a;

/// Reads a whole file, text as somebody says or as it looks; rows are told as they come.
pub(super) fn read(mut file: File, how: Option<&Source>, told: &mut Told<'_>) -> Result<Table, FileProblem> {
    let mut first = [0; 4];
    let length = file.read(&mut first).map_err(unreadable)?;
    let mut rows = Rows::new(told);
    let source = if first[..length].starts_with(b"PK\x03\x04") {
        workbook(&mut file, &mut rows)?;
        Source::Xlsx
    } else {
        text(&mut file, how, &mut rows)?
    };
    rows.end(source)
}

fn unreadable(error: impl std::fmt::Display) -> FileProblem {
    tracing::debug!(%error, "a file cannot be read");
    FileProblem::Unreadable
}

fn text(file: &mut File, how: Option<&Source>, rows: &mut Rows<'_, '_>) -> Result<Source, FileProblem> {
    let (encoding, delimiter) = match how {
        Some(Source::Csv { encoding, delimiter }) => (named(encoding)?, *delimiter),
        _ => looks(file)?,
    };
    let mut table = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .from_reader(decoded(file, encoding)?);
    let mut record = csv::StringRecord::new();
    while table.read_record(&mut record).map_err(unreadable)? {
        rows.take(record.iter().map(cell).collect())?;
    }
    Ok(Source::Csv { encoding: encoding.name().to_owned(), delimiter })
}

/// Whether somebody may say that a file is read so: text, in an encoding and with a delimiter that there are.
pub(super) fn can_read(how: &Source) -> bool {
    match how {
        Source::Csv { encoding, delimiter } => named(encoding).is_ok() && DELIMITERS.contains(delimiter),
        Source::Xlsx => false,
    }
}

fn named(encoding: &str) -> Result<&'static Encoding, FileProblem> {
    Encoding::for_label_no_replacement(encoding.as_bytes()).ok_or(FileProblem::Unreadable)
}

/// How a text looks: its encoding, and what stands between its cells.
fn looks(file: &mut File) -> Result<(&'static Encoding, char), FileProblem> {
    let encoding = encoding(file)?;
    let mut beginning = String::new();
    decoded(file, encoding)?.take(BEGINNING).read_to_string(&mut beginning).or_else(cut_short)?;
    if beginning.contains('\0') {
        return Err(FileProblem::Unreadable);
    }
    Ok((encoding, delimiter(&beginning)))
}

/// A beginning may end in the middle of a character.
fn cut_short(error: std::io::Error) -> Result<usize, FileProblem> {
    if error.kind() == std::io::ErrorKind::InvalidData { Ok(0) } else { Err(unreadable(error)) }
}

fn decoded<'f>(file: &'f mut File, encoding: &'static Encoding) -> Result<impl Read + use<'f>, FileProblem> {
    file.rewind().map_err(unreadable)?;
    let text = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(true).build(file);
    Ok(BufReader::with_capacity(64 * 1024, text))
}

/// The encoding: by its mark, by the zeros of plain letters in two bytes, or as browsers guess it in Vietnam.
fn encoding(file: &mut File) -> Result<&'static Encoding, FileProblem> {
    file.rewind().map_err(unreadable)?;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut block = vec![0; 64 * 1024];
    let mut first = true;
    loop {
        let length = file.read(&mut block).map_err(unreadable)?;
        let bytes = &block[..length];
        if std::mem::take(&mut first)
            && let Some(encoding) = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| two_bytes(bytes))
        {
            return Ok(encoding);
        }
        detector.feed(bytes, length == 0);
        if length == 0 {
            return Ok(detector.guess(Some(b"vn"), Utf8Detection::Allow));
        }
    }
}

/// Text in two bytes a character without its mark: every other byte of plain letters is zero.
fn two_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    let bytes = &bytes[..bytes.len().min(1024)];
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = bytes.len() / 4;
    match (first > many, second > many) {
        (false, true) if first == 0 => Some(UTF_16LE),
        (true, false) if second == 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn workbook(file: &mut File, rows: &mut Rows<'_, '_>) -> Result<(), FileProblem> {
    file.rewind().map_err(unreadable)?;
    fits(file)?;
    file.rewind().map_err(unreadable)?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(unreadable)?;
    let sheet = book.sheet_names().first().cloned().ok_or(FileProblem::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(unreadable)?;
    let mut at = 0;
    let mut row: Vec<String> = Vec::new();
    while let Some(found) = cells.next_cell().map_err(unreadable)? {
        let (line, column) = found.get_position();
        while at < line {
            rows.take(std::mem::take(&mut row))?;
            at += 1;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column < COLUMNS_MAX {
            row.resize(row.len().max(column + 1), String::new());
            if let Some(place) = row.get_mut(column) {
                *place = written(found.get_value());
            }
        }
    }
    rows.take(row)
}

/// A small file that would become a very large one is not unpacked.
fn fits(file: &mut File) -> Result<(), FileProblem> {
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(unreadable)?;
    let mut size = 0_u64;
    for index in 0..archive.len() {
        size = size.saturating_add(archive.by_index_raw(index).map_err(unreadable)?.size());
    }
    if size > UNPACKED_MAX { Err(FileProblem::TooLarge) } else { Ok(()) }
}

/// A cell as somebody sees it.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => cell(text),
        DataRef::SharedString(text) => cell(text),
        DataRef::Int(number) => number.to_string(),
        // A telephone number that a spreadsheet took for an amount.
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{day:02}/{month:02}/{year}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cell(text),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Rows on their way: counted, and told many at a time. Empty ones count as lines only.
struct Rows<'t, 'f> {
    told: &'t mut Told<'f>,
    heads: Option<Vec<String>>,
    part: Vec<Line>,
    line: u64,
    rows: u64,
    columns: usize,
}

impl<'t, 'f> Rows<'t, 'f> {
    fn new(told: &'t mut Told<'f>) -> Self {
        Self { told, heads: None, part: Vec::new(), line: 0, rows: 0, columns: 0 }
    }

    fn take(&mut self, mut cells: Vec<String>) -> Result<(), FileProblem> {
        self.line += 1;
        cells.truncate(COLUMNS_MAX);
        let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(used);
        if cells.is_empty() {
            return Ok(());
        }
        if self.heads.is_none() {
            let data = looks_like_data(&cells);
            self.heads = Some(if data { Vec::new() } else { cells.clone() });
            if !data {
                return Ok(());
            }
        }
        self.rows += 1;
        if self.rows > ROWS_MAX {
            return Err(FileProblem::TooManyRows);
        }
        if self.rows <= LOOKED_AT as u64 {
            self.columns = self.columns.max(cells.len());
        }
        self.part.push((self.line, cells));
        if self.part.len() == PART { self.tell() } else { Ok(()) }
    }

    fn tell(&mut self) -> Result<(), FileProblem> {
        // Whoever no longer listens no longer asks either.
        if (self.told)(std::mem::take(&mut self.part)) { Ok(()) } else { Err(FileProblem::Unreadable) }
    }

    fn end(mut self, source: Source) -> Result<Table, FileProblem> {
        if self.rows == 0 {
            return Err(FileProblem::Empty);
        }
        if !self.part.is_empty() {
            self.tell()?;
        }
        let mut heads = self.heads.unwrap_or_default();
        heads.resize(heads.len().max(self.columns), String::new());
        Ok(Table { source, heads, rows: self.rows })
    }
}

#[cfg(test)]
mod tests;
