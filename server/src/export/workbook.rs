//! A workbook of text, written as its rows come: a workbook is an archive of its sheets and a few small texts, and an
//! archive can be written from its beginning to its end.
//!
//! Texts stand in the sheets themselves and are marked as such, so that no spreadsheet takes one for a formula.

use super::{Rows, failed, file};
use crate::Alo;
use axum::body::{Body, Bytes};
use axum::response::Response;
use domain::problem::Problem;
use domain::times::Day;
use futures_util::stream;
use std::io::{Error, Result, Write};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Pieces that wait to be read.
const WAITING: usize = 8;
/// A piece of the file, in bytes.
const PIECE: usize = 64 * 1024;
/// The most rows a sheet has, its heads among them; what comes after stands on the next one.
const SHEET_MAX: usize = 1_048_576;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// Style 1 is the heads'.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>"#;
const SHEET_BEGINS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="50" width="22" customWidth="1"/></cols><sheetData>"#;
const SHEET_ENDS: &str = "</sheetData></worksheet>";

/// Rows as a workbook.
pub(crate) fn workbook(name: &str, sheet: &str, alo: &Alo, total: i64, rows: impl Rows) -> Response {
    let (to_writer, from_rows) = channel::<Vec<Vec<String>>>(1);
    let (to_reader, pieces) = channel::<Result<Bytes>>(WAITING);
    let (heads, sheet) = (rows.heads(), sheet.to_owned());
    let ended = to_reader.clone();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = write(from_rows, Book::new(to_reader, &sheet, &heads, SHEET_MAX)) {
            // Fails only when nobody reads the file any more.
            let _ = ended.blocking_send(Err(error));
        }
    });
    tokio::spawn(bring(rows, to_writer));
    let body = stream::unfold(pieces, |mut pieces| async move { Some((pieces.recv().await?, pieces)) });
    let name = format!("{name}-{}.xlsx", Day::of(alo.backend.now()).iso());
    file(&name, XLSX, Some(total), Body::from_stream(body))
}

/// Brings the rows to where they are written, and writes down how that ended.
async fn bring(mut rows: impl Rows, to: Sender<Vec<Vec<String>>>) {
    let outcome: std::result::Result<bool, Problem> = async {
        loop {
            let some = rows.next().await?;
            if some.is_empty() {
                return Ok(true);
            }
            if to.send(some).await.is_err() {
                return Ok(false);
            }
        }
    }
    .await;
    if let Err(problem) = &outcome {
        tracing::error!(error = %failed(problem), "a workbook breaks off");
    }
    // The use case has logged why not.
    let _ = rows.end(outcome == Ok(true)).await;
}

fn write(mut rows: Receiver<Vec<Vec<String>>>, mut book: Book) -> Result<()> {
    book.begin_sheet()?;
    while let Some(some) = rows.blocking_recv() {
        some.iter().try_for_each(|cells| book.add(cells))?;
    }
    book.end()
}

/// A workbook on its way.
struct Book {
    archive: ZipWriter<StreamWriter<Pieces>>,
    /// What its sheets are called.
    name: String,
    /// The row of heads that each sheet begins with.
    heads: String,
    /// The most rows of a sheet.
    most: usize,
    /// How many sheets there are, and how many rows the last of them has.
    sheets: usize,
    rows: usize,
}

impl Book {
    fn new(to: Sender<Result<Bytes>>, name: &str, heads: &[String], most: usize) -> Self {
        let archive = ZipWriter::new_stream(Pieces { to, piece: Vec::with_capacity(PIECE) });
        Self { archive, name: name.to_owned(), heads: row(heads, " s=\"1\""), most, sheets: 0, rows: 0 }
    }

    fn begin_sheet(&mut self) -> Result<()> {
        self.sheets += 1;
        self.part(&format!("xl/worksheets/sheet{}.xml", self.sheets), SHEET_BEGINS)?;
        self.archive.write_all(self.heads.as_bytes())?;
        self.rows = 1;
        Ok(())
    }

    fn add(&mut self, cells: &[String]) -> Result<()> {
        if self.rows == self.most {
            self.archive.write_all(SHEET_ENDS.as_bytes())?;
            self.begin_sheet()?;
        }
        self.rows += 1;
        self.archive.write_all(row(cells, "").as_bytes())
    }

    /// What tells of all sheets comes last, once it is known how many there are.
    fn end(mut self) -> Result<()> {
        self.archive.write_all(SHEET_ENDS.as_bytes())?;
        self.part("xl/styles.xml", STYLES)?;
        self.part("xl/workbook.xml", &book(&self.name, self.sheets))?;
        self.part("xl/_rels/workbook.xml.rels", &book_relations(self.sheets))?;
        self.part("_rels/.rels", RELATIONS)?;
        self.part("[Content_Types].xml", &content_types(self.sheets))?;
        self.archive.finish().map_err(Error::other).and_then(|mut end| end.flush())
    }

    fn part(&mut self, name: &str, text: &str) -> Result<()> {
        self.archive.start_file(name, options()).map_err(Error::other)?;
        self.archive.write_all(text.as_bytes())
    }
}

fn options() -> SimpleFileOptions {
    // A sheet of a million rows may be larger than the archives of old could hold.
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true)
}

fn content_types(sheets: usize) -> String {
    let sheet =
        |n| format!(r#"<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{SPREADSHEET}.worksheet+xml"/>"#);
    let sheets: String = (1..=sheets).map(sheet).collect();
    format!(
        r#"{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>{sheets}<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/></Types>"#
    )
}

/// The sheets, each by its number, and the styles after them.
fn book_relations(sheets: usize) -> String {
    let relation = |n, kind, target| {
        format!(r#"<Relationship Id="rId{n}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>"#)
    };
    let all: String = (1..=sheets).map(|n| relation(n, "worksheet", format!("worksheets/sheet{n}.xml"))).collect();
    let styles = relation(sheets + 1, "styles", "styles.xml".to_owned());
    format!(r#"{XML}<Relationships xmlns="{PACKAGE}/relationships">{all}{styles}</Relationships>"#)
}

fn book(name: &str, sheets: usize) -> String {
    let named = |n| if n == 1 { name.to_owned() } else { format!("{name} ({n})") };
    let sheet = |n| format!(r#"<sheet name="{}" sheetId="{n}" r:id="rId{n}"/>"#, escaped(&named(n)));
    let all: String = (1..=sheets).map(sheet).collect();
    format!(r#"{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets>{all}</sheets></workbook>"#)
}

fn row(cells: &[String], style: &str) -> String {
    let cell = |cell: &String| match cell.is_empty() {
        true => "<c/>".to_owned(),
        false => format!(r#"<c t="inlineStr"{style}><is><t xml:space="preserve">{}</t></is></c>"#, escaped(cell)),
    };
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// As text within XML, without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// The file in pieces for whoever reads it; waits while they have not read the last ones.
struct Pieces {
    to: Sender<Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.to.blocking_send(Ok(piece.into())).map_err(|_| Error::other("nobody reads the file any more"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Book, channel, write};
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    /// Rows as a workbook of sheets so long, read by others.
    fn read_back(told: Vec<Vec<String>>, heads: &[&str], most: usize) -> Xlsx<Cursor<Vec<u8>>> {
        let (send, receive) = channel(1);
        let (out, mut pieces) = channel(1_000);
        send.blocking_send(told).unwrap();
        drop(send);
        write(receive, Book::new(out, "Khách & hàng", &rows(&[heads])[0], most)).unwrap();
        let mut file = Vec::new();
        while let Some(piece) = pieces.blocking_recv() {
            file.extend_from_slice(&piece.unwrap());
        }
        Xlsx::new(Cursor::new(file)).unwrap()
    }

    fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Vec<Vec<String>> {
        let sheet = book.worksheet_range(name).unwrap();
        sheet.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
    }

    #[test]
    fn what_is_written_is_read_by_others_and_no_cell_is_a_formula() {
        let told = rows(&[&["Đặng <An> & \"Bình\"", "=1+1", ""], &["\u{1}Lan", "0901 234 567", " x "]]);
        let mut book = read_back(told, &["Họ và tên", "SĐT", "Ghi chú"], 1_000);
        let expected =
            [["Họ và tên", "SĐT", "Ghi chú"], ["Đặng <An> & \"Bình\"", "=1+1", ""], ["Lan", "0901 234 567", " x "]];
        assert_eq!(sheet(&mut book, "Khách & hàng"), expected);
        assert!(book.worksheet_formula("Khách & hàng").unwrap().is_empty());
    }

    #[test]
    fn what_is_too_long_for_a_sheet_goes_on_on_the_next() {
        let mut book = read_back(rows(&[&["1"], &["2"], &["3"], &["4"], &["5"]]), &["Số"], 3);
        assert_eq!(book.sheet_names(), ["Khách & hàng", "Khách & hàng (2)", "Khách & hàng (3)"]);
        assert_eq!(sheet(&mut book, "Khách & hàng"), [["Số"], ["1"], ["2"]]);
        assert_eq!(sheet(&mut book, "Khách & hàng (2)"), [["Số"], ["3"], ["4"]]);
        assert_eq!(sheet(&mut book, "Khách & hàng (3)"), [["Số"], ["5"]]);
    }

    #[test]
    fn a_sheet_that_is_just_full_is_the_last() {
        let mut book = read_back(rows(&[&["1"], &["2"]]), &["Số"], 3);
        assert_eq!(book.sheet_names(), ["Khách & hàng"]);
        assert_eq!(sheet(&mut book, "Khách & hàng").len(), 3);
    }
}
