//! The records of web archives, which may stand in a ZIP file with an index of the pages (WACZ).

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use serde::Deserialize;

use reportedly::Unreadable;
use reportedly::article::address_key;

use crate::archive::{Archive, Frames, Members, RecordKind, is_zstd};
use crate::failure::{Failure, Problem};
use crate::folder::{head, is_archive};
use crate::http::answer;
use crate::open::{Input, limited};
use crate::zip::{Holds, ZIP, Zip};

/// One input after the other.
pub(crate) type Inputs = Box<dyn Iterator<Item = Input>>;

pub(crate) fn once(input: Input) -> Inputs {
    Box::new(std::iter::once(input))
}

pub(crate) fn failed(place: impl Into<String>, problem: Problem) -> Inputs {
    once(Input::Failed(Failure::new(place, problem)))
}

/// The records of a file; of a WACZ only the list of its members is in memory.
pub(crate) fn archive_file(path: &Path, place: String) -> Inputs {
    let opened = || {
        let mut file = File::open(path)?;
        let is_zip = head(&mut file)?.starts_with(ZIP);
        File::open(path).map(|file| (file, is_zip))
    };
    match opened() {
        Err(e) => once(Input::Failed(Failure::io(place, e))),
        Ok((file, true)) => wacz(Zip::of_file(file), place),
        Ok((file, false)) => archive(file, place),
    }
}

/// The records of an archive that may be pages, and its damage.
pub(crate) fn archive(reader: impl Read + 'static, place: String) -> Inputs {
    let mut reader = BufReader::new(reader);
    let head = match std::io::BufRead::fill_buf(&mut reader) {
        Ok(head) => head,
        Err(e) => return once(Input::Failed(Failure::io(place, e))),
    };
    let reader: Box<dyn Read> = match head {
        [] => return failed(place, Problem::Bytes(Unreadable::Empty)),
        [0x1f, 0x8b, ..] => Box::new(Members::new(reader)),
        head if is_zstd(head) => Box::new(Frames::new(reader)),
        head if is_archive(head) => Box::new(reader),
        head if head.starts_with(ZIP) => return wacz(limited(reader).and_then(Zip::of_bytes), place),
        _ => return failed(place, Problem::NoArchive),
    };
    let of = place.clone();
    let records = Archive::new(BufReader::new(reader)).map(move |next| match next {
        Ok(record) if record.kind == RecordKind::Other => Input::Passed,
        Ok(record) => Input::Record(format!("{of}, record {}", record.number), Box::new(record)),
        Err(damage) => Input::Failed(Failure::new(
            format!("{of}, record {}", damage.number),
            Problem::Damaged(damage.what),
        )),
    });
    let (mut records, mut seen, mut pages, mut ended) = (records, 0usize, false, false);
    Box::new(std::iter::from_fn(move || {
        let next = records.next();
        seen += 1;
        pages |= next.as_ref().is_some_and(|input| !matches!(input, Input::Passed));
        if next.is_some() || pages || ended {
            return next;
        }
        ended = true;
        let why = if seen > 1 { "only what an archiver writes about itself" } else { "it has no records" };
        Some(Input::Failed(Failure::new(&place, Problem::NoPage(why.to_owned()))))
    }))
}

/// The pages that an index lists, by what their addresses name.
#[derive(Default)]
struct Listed {
    /// With the address as it is written, in the order of the index.
    pages: Vec<(String, String)>,
    keys: HashSet<String>,
    met: HashSet<String>,
}

/// A line of pages.jsonl; the first line says only what the file is.
#[derive(Deserialize)]
struct PageLine {
    url: String,
}

/// What an address names; that of a whole site is taken as it is.
fn key_of(url: &str) -> String {
    address_key(url).unwrap_or_else(|| url.trim_end_matches('/').to_owned())
}

impl Listed {
    /// What the indexes say; what is no line of an index is passed over.
    fn of(zip: &Zip) -> Self {
        let mut listed = Self::default();
        for name in ["pages/pages.jsonl", "pages/extraPages.jsonl"] {
            let bytes = zip.bytes(name).ok().flatten().unwrap_or_default();
            let lines = bytes.split(|&b| b == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
            for PageLine { url } in lines {
                let key = key_of(&url);
                if listed.keys.insert(key.clone()) {
                    listed.pages.push((key, url));
                }
            }
        }
        listed
    }

    /// Whether a record is one of the pages; where it leads to another address, that one is a page, too.
    fn takes(&mut self, input: &Input) -> bool {
        let Input::Record(_, record) = input else { return true };
        let Some(url) = &record.url else { return false };
        let key = key_of(url);
        let is_page = self.keys.contains(&key);
        if is_page
            && record.kind == RecordKind::Response
            && let Some(to) = answer(&record.block).leads_to(url)
        {
            self.keys.insert(key_of(&to));
        }
        if is_page {
            self.met.insert(key);
        }
        is_page
    }

    /// Those that no record holds.
    fn missing(&self) -> Option<Problem> {
        let missing: Vec<&String> =
            self.pages.iter().filter(|(key, _)| !self.met.contains(key)).map(|(_, url)| url).collect();
        let pages = if missing.len() == 1 { "1 page".to_owned() } else { format!("{} pages", missing.len()) };
        missing.first().map(|first| Problem::NotInArchive { pages, first: (*first).clone() })
    }
}

/// The web archives in a WACZ. Where its index lists pages, other records (frames, advertisements) are passed over; where
/// the index lists nothing that is there, all records are read.
fn wacz(zip: Result<Zip, Problem>, place: String) -> Inputs {
    let zip = match zip {
        Ok(zip) if zip.holds() == Holds::Wacz => Rc::new(zip),
        Ok(_) => return failed(place, Problem::OtherZip),
        Err(problem) => return failed(place, problem),
    };
    let mut listed = Listed::of(&zip);
    let index = format!("{place}, pages/pages.jsonl");
    if listed.pages.is_empty() {
        return members(zip, place);
    }
    let (mut records, again) =
        (members(zip.clone(), place.clone()), move || members(zip.clone(), place.clone()));
    let (mut hidden, mut at_end) = (false, false);
    Box::new(std::iter::from_fn(move || {
        match records.next() {
            Some(input) if at_end || listed.takes(&input) => return Some(input),
            Some(_) => {
                hidden = true;
                return Some(Input::Passed);
            }
            None if at_end => return None,
            None => at_end = true,
        }
        if hidden && listed.met.is_empty() {
            records = again();
        }
        listed
            .missing()
            .map(|problem| Input::Failed(Failure::new(&index, problem)))
            .or_else(|| records.next())
    }))
}

/// The records of all web archives in a WACZ.
fn members(zip: Rc<Zip>, place: String) -> Inputs {
    let names: Vec<String> =
        zip.names().filter(|name| name.starts_with("archive/")).map(str::to_owned).collect();
    Box::new(names.into_iter().flat_map(move |name| {
        let place = format!("{place}, {name}");
        match zip.reader(&name) {
            Ok(Some(mut reader)) => match head(&mut reader) {
                Ok(head) if head.starts_with(ZIP) => failed(place, Problem::Nested),
                Ok(head) => archive(std::io::Cursor::new(head).chain(reader), place),
                Err(e) => once(Input::Failed(Failure::new(place, Problem::Damaged(e.to_string())))),
            },
            Ok(None) => Box::new(std::iter::empty()),
            Err(problem) => failed(place, problem),
        }
    }))
}
