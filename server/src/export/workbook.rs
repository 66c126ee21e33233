//! A workbook with one sheet of text, written as its rows come: a workbook is an archive of a few small texts and the
//! sheet, and an archive can be written from its beginning to its end.
//!
//! Texts stand in the sheet itself and are marked as such, so that no spreadsheet takes one for a formula.

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
/// The most rows a sheet has, its heads among them; what comes after stays out, and the file's end says so.
const SHEET_MAX: usize = 1_048_576;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
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
        if let Err(error) = write(from_rows, to_reader, &sheet, &heads) {
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

fn write(mut rows: Receiver<Vec<Vec<String>>>, to: Sender<Result<Bytes>>, sheet: &str, heads: &[String]) -> Result<()> {
    let mut archive = ZipWriter::new_stream(Pieces { to, piece: Vec::with_capacity(PIECE) });
    let mut part = |name: &str, text: &str| -> Result<()> {
        archive.start_file(name, options()).map_err(Error::other)?;
        archive.write_all(text.as_bytes())
    };
    part("[Content_Types].xml", CONTENT_TYPES)?;
    part("_rels/.rels", RELATIONS)?;
    part("xl/workbook.xml", &book(sheet))?;
    part("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)?;
    part("xl/styles.xml", STYLES)?;
    part("xl/worksheets/sheet1.xml", SHEET_BEGINS)?;
    archive.write_all(row(heads, " s=\"1\"").as_bytes())?;
    let mut written = 1;
    while let Some(some) = rows.blocking_recv() {
        for cells in some.iter().take(SHEET_MAX - written) {
            archive.write_all(row(cells, "").as_bytes())?;
        }
        written = SHEET_MAX.min(written + some.len());
    }
    archive.write_all(SHEET_ENDS.as_bytes())?;
    archive.finish().map_err(Error::other).and_then(last)
}

fn options() -> SimpleFileOptions {
    // A sheet of a million rows may be larger than the archives of old could hold.
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true)
}

fn last(mut end: StreamWriter<Pieces>) -> Result<()> {
    end.flush()
}

fn book(sheet: &str) -> String {
    let name = escaped(sheet);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    )
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
    use super::{channel, write};
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn what_is_written_is_read_by_others_and_no_cell_is_a_formula() {
        let told = rows(&[&["Đặng <An> & \"Bình\"", "=1+1", ""], &["\u{1}Lan", "0901 234 567", " x "]]);
        let (send, receive) = channel(1);
        let (out, mut pieces) = channel(1_000);
        send.blocking_send(told).unwrap();
        drop(send);
        write(receive, out, "Khách & hàng", &rows(&[&["Họ và tên", "SĐT", "Ghi chú"]])[0]).unwrap();
        let mut file = Vec::new();
        while let Some(piece) = pieces.blocking_recv() {
            file.extend_from_slice(&piece.unwrap());
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
        let sheet = book.worksheet_range("Khách & hàng").unwrap();
        let read: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
        let expected =
            [["Họ và tên", "SĐT", "Ghi chú"], ["Đặng <An> & \"Bình\"", "=1+1", ""], ["Lan", "0901 234 567", " x "]];
        assert_eq!(read, expected);
        assert!(book.worksheet_formula("Khách & hàng").unwrap().is_empty());
    }
}
