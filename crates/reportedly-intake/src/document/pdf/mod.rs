//! PDF (ISO 32000) with a text layer: the words on its pages, put together to paragraphs.
//!
//! The file is parsed by `hayro-syntax`, its fonts by `hayro-font`. The instructions of a page are gone through here, because
//! text needs few of them, and so that work and memory have a bound.

mod bound;
mod content;
mod hyphen;
mod lines;
mod margin;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::object::DateTime;
use hayro_syntax::{LoadPdfError, Pdf};

use reportedly::article::Found;

use super::{Document, Properties};
use crate::failure::Problem;

/// A piece of text on one baseline, in points; `y` grows downwards.
#[derive(Clone, Debug, Default, PartialEq)]
struct Piece {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// A page: its pieces in the order in which they are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sheet {
    pieces: Vec<Piece>,
    height: f64,
}

/// Of longer documents the first pages are read.
const MAX_PAGES: usize = 3_000;

/// The parser of fonts adds numbers of a file unchecked, which stops a program that is built with checks; a file may not stop
/// any program.
pub fn read(bytes: &[u8]) -> Result<Document, Problem> {
    catch_unwind(AssertUnwindSafe(|| document(bytes))).unwrap_or(Err(Problem::BadPdf))
}

fn document(bytes: &[u8]) -> Result<Document, Problem> {
    // what is encrypted cannot be measured before it is unpacked
    if bytes.windows(8).any(|w| w == b"/Encrypt") {
        return Err(Problem::Encrypted);
    }
    bound::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|e| match e {
        LoadPdfError::Decryption(_) => Problem::Encrypted,
        LoadPdfError::Invalid => Problem::BadPdf,
    })?;
    let mut reader = content::Reader::default();
    let mut sheets = Vec::new();
    for page in pdf.pages().iter().take(MAX_PAGES) {
        sheets.push(reader.sheet(page)?);
    }
    let furniture = margin::without(&mut sheets);
    let mut left_out = Vec::new();
    if furniture > 0 {
        let lines = if furniture == 1 { "line" } else { "lines" };
        left_out.push(format!("Running heads and page numbers ({furniture} {lines}) were left out."));
    }
    if pdf.pages().len() > MAX_PAGES {
        left_out.push(format!("Only the first {MAX_PAGES} pages were read."));
    }
    Ok(Document { paragraphs: lines::paragraphs(&sheets), properties: properties(&pdf), left_out })
}

fn properties(pdf: &Pdf) -> Properties {
    let meta = pdf.metadata();
    let words = |bytes: &Option<Box<[u8]>>, method: &'static str| {
        let words = bytes.as_ref().map(|b| decoded(b).trim().to_owned()).filter(|w| !w.is_empty());
        words.map(|w| Found::guessed(w, method))
    };
    let date = |date: Option<DateTime>, method: &'static str| date.map(|d| Found::guessed(iso(d), method));
    Properties {
        title: words(&meta.title, "PDF property Title"),
        author: words(&meta.author, "PDF property Author"),
        created: date(meta.creation_date, "PDF property CreationDate"),
        modified: date(meta.modification_date, "PDF property ModDate"),
        outlet: None,
        url: None,
    }
}

/// A text string of a PDF: UTF-16 or UTF-8 with their marks, else what is nearly Latin-1.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, wide @ ..] => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xef, 0xbb, 0xbf, narrow @ ..] => String::from_utf8_lossy(narrow).into_owned(),
        bytes => bytes.iter().map(|&b| char::from(b)).collect(),
    }
}

fn iso(d: DateTime) -> String {
    let (day, time) = (
        format!("{:04}-{:02}-{:02}", d.year, d.month, d.day),
        format!("{:02}:{:02}:{:02}", d.hour, d.minute, d.second),
    );
    let sign = if d.utc_offset_hour < 0 { '-' } else { '+' };
    format!("{day}T{time}{sign}{:02}:{:02}", d.utc_offset_hour.unsigned_abs(), d.utc_offset_minute)
}

#[cfg(test)]
mod tests;
