use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::Kind;
use crate::archive::is_zstd;
use crate::document::PDF;
use crate::failure::{Failure, Problem};
use crate::mail::is_mail;
use crate::zip::{Holds, ZIP, Zip};

/// What a file is by its name.
pub(crate) fn kind_of(path: &Path) -> Kind {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("").to_ascii_lowercase();
    let name = [".gz", ".zst"]
        .iter()
        .find_map(|packed| name.strip_suffix(packed).filter(|n| n.ends_with("arc")))
        .unwrap_or(&name);
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" | "htm" | "xhtml" => Kind::Html,
        "txt" => Kind::Text,
        "md" | "markdown" => Kind::Markdown,
        "docx" | "odt" | "pdf" => Kind::Document,
        "mhtml" | "mht" | "eml" => Kind::Mail,
        "jsonl" | "ndjson" => Kind::Jsonl,
        "warc" | "arc" | "wacz" => Kind::Archive,
        "rss" | "atom" | "feed" => Kind::Feed,
        _ => Kind::Auto,
    }
}

pub(crate) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"WARC/") || head.starts_with(b"filedesc:")
}

/// What a file is by its name, else by what it begins with.
pub(crate) fn sniffed(path: &Path) -> Kind {
    match kind_of(path) {
        Kind::Auto => {
            let head = File::open(path).and_then(|mut file| head(&mut file));
            head.map_or(Kind::Auto, |head| kind_within(path, &head))
        }
        kind => kind,
    }
}

/// What a file is by its beginning; a ZIP file by what is in it.
fn kind_within(path: &Path, head: &[u8]) -> Kind {
    match kind_by(head) {
        Kind::Document if holds(path, head) == Some(Holds::Wacz) => Kind::Archive,
        kind => kind,
    }
}

/// What a ZIP file holds.
fn holds(path: &Path, head: &[u8]) -> Option<Holds> {
    let file = head.starts_with(ZIP).then(|| File::open(path).ok()).flatten()?;
    Some(Zip::of_file(file).ok()?.holds())
}

/// As much of the beginning as tells what it is.
pub(crate) fn head(from: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    from.take(1024).read_to_end(&mut head)?;
    Ok(head)
}

/// What it is by its beginning.
pub(crate) fn kind_by(head: &[u8]) -> Kind {
    // in UTF-16 every other byte of markup is nothing
    let bytes: Vec<u8> = head.iter().copied().filter(|&b| b != 0).collect();
    let words = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
    let words = words.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    let is_xml_feed =
        words.starts_with('<') && ["<rss", "<feed", "<rdf:rdf"].iter().any(|m| words.contains(m));
    if is_archive(head) || head.starts_with(b"\x1f\x8b") || is_zstd(head) || is_wacz(head) {
        Kind::Archive
    } else if head.starts_with(ZIP) || head.starts_with(PDF) {
        Kind::Document
    } else if is_xml_feed || words.contains("jsonfeed.org/version") {
        Kind::Feed
    } else if is_json(words) {
        Kind::Jsonl
    } else if is_mail(words) {
        Kind::Mail
    } else {
        Kind::Auto
    }
}

/// Whether the first file in a ZIP file is one of those that a WACZ begins with.
fn is_wacz(head: &[u8]) -> bool {
    let name = head.get(30..).filter(|_| head.starts_with(ZIP)).unwrap_or_default();
    [&b"archive/"[..], b"datapackage.json", b"pages/"].iter().any(|first| name.starts_with(first))
}

/// "{ "id": ...", or a list of such.
fn is_json(words: &str) -> bool {
    let object = |s: &str| s.strip_prefix('{').is_some_and(|inside| inside.trim_start().starts_with('"'));
    object(words) || words.strip_prefix('[').is_some_and(|inside| object(inside.trim_start()))
}

/// What is told by its name is taken; else a page, a feed, an archive or a mail by what it begins with, whatever it is called.
fn is_taken(path: &Path) -> bool {
    if kind_of(path) != Kind::Auto {
        return true;
    }
    let begun = File::open(path).and_then(|mut file| head(&mut file)).unwrap_or_default();
    match kind_by(&begun) {
        Kind::Feed | Kind::Mail => true,
        // a table or a game may be a ZIP file, too
        Kind::Document => holds(path, &begun).is_none_or(|holds| holds != Holds::Other),
        // anything may be packed by gzip, and a list of settings is JSON, too
        Kind::Archive => is_archive(&begun) || is_wacz(&begun),
        _ => reportedly::page::is_html(&begun),
    }
}

/// The files that the paths name, folders opened; in the order given, within a folder by name. `left_out` counts the files of
/// folders that are not taken, by their endings.
pub(crate) fn files(
    paths: &[PathBuf],
    left_out: &mut BTreeMap<String, usize>,
) -> Vec<Result<PathBuf, Failure>> {
    let mut out = Vec::new();
    for path in paths {
        let before = out.len();
        if path.is_dir() {
            folder(path, &mut out, left_out);
            if out.len() == before {
                out.push(Err(Failure::new(shown(path), Problem::NothingInFolder)));
            }
        } else {
            out.push(Ok(path.clone()));
        }
    }
    out
}

fn folder(path: &Path, out: &mut Vec<Result<PathBuf, Failure>>, left_out: &mut BTreeMap<String, usize>) {
    let entries = fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(e) => return out.push(Err(Failure::io(shown(path), e))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // a link to a folder is not followed: it may lead back
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            folder(&path, out, left_out);
        } else if path.is_file() && is_taken(&path) {
            out.push(Ok(path));
        } else if path.is_file() {
            let ending =
                path.extension().map_or("no ending".to_owned(), |e| format!(".{}", e.to_string_lossy()));
            *left_out.entry(ending).or_default() += 1;
        }
    }
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}
