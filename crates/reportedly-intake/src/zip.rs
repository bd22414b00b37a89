//! What stands in a ZIP file: DOCX, ODT, WACZ and self-extracting pages are one.
//!
//! Nothing is ever written to disk, and no member is unpacked beyond a bound, whatever the file claims of it. A file
//! whose names lead out of it was tampered with, and is refused as a whole.

use std::fs::File;
use std::io::Read;
use std::rc::Rc;

use flate2::read::DeflateDecoder;
use rawzip::{
    CompressionMethod, RECOMMENDED_BUFFER_SIZE, RangeReader, ReaderAt, ZipArchive, ZipFileHeaderRecord,
};

use crate::failure::{MAX_BYTES, Problem};

/// How a ZIP file begins.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";
/// A file of more members than this is refused.
const MAX_MEMBERS: usize = 20_000;

/// A ZIP file, of which only the list of members is in memory.
pub(crate) struct Zip {
    source: Rc<dyn ReaderAt>,
    members: Vec<Member>,
}

/// One file in it.
struct Member {
    name: String,
    method: CompressionMethod,
    is_encrypted: bool,
    /// From where to where its bytes stand, packed.
    range: (u64, u64),
}

/// What a ZIP file is, by its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// A document of Word (ECMA-376).
    Docx,
    /// A text document (OpenDocument 1.3).
    Odt,
    /// Web archives with an index (WACZ 1.1.1).
    Wacz,
    /// A page with its pictures, as SingleFileZ saves it.
    Page,
    /// Something else.
    Other,
}

impl Zip {
    pub fn of_file(file: File) -> Result<Self, Problem> {
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        Self::of(ZipArchive::from_file(file, &mut buffer).map_err(broken)?, buffer)
    }

    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, Problem> {
        let archive = ZipArchive::from_slice(bytes).map_err(broken)?;
        Self::of(archive.into_cursor_archive(), vec![0; RECOMMENDED_BUFFER_SIZE])
    }

    fn of<R: ReaderAt + 'static>(archive: ZipArchive<R>, mut buffer: Vec<u8>) -> Result<Self, Problem> {
        let mut members = Vec::new();
        let mut entries = archive.entries(&mut buffer);
        while let Some(entry) = entries.next_entry().map_err(broken)? {
            if members.len() == MAX_MEMBERS {
                return Err(Problem::BadZip(format!("it holds more than {MAX_MEMBERS} files")));
            }
            if !entry.is_dir() {
                members.push(member(&archive, &entry)?);
            }
        }
        Ok(Self { source: Rc::new(archive.into_inner()), members })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|m| m.name.as_str())
    }

    pub fn holds(&self) -> Holds {
        let has = |name: &str| self.names().any(|n| n == name);
        let warc = |name: &str| name.starts_with("archive/");
        match () {
            () if has("word/document.xml") => Holds::Docx,
            () if has("content.xml") && has("mimetype") && self.is_text() => Holds::Odt,
            () if has("datapackage.json") && self.names().any(warc) => Holds::Wacz,
            () if has("index.html") => Holds::Page,
            () => Holds::Other,
        }
    }

    /// Whether an OpenDocument file is a text, not a table or a drawing.
    fn is_text(&self) -> bool {
        let kind = self.bytes("mimetype").ok().flatten().unwrap_or_default();
        kind.trim_ascii().starts_with(b"application/vnd.oasis.opendocument.text")
    }

    /// A member as a stream, unpacked; `None` where there is none of that name.
    pub fn reader(&self, name: &str) -> Result<Option<Box<dyn Read>>, Problem> {
        let Some(member) = self.members.iter().find(|m| m.name == name) else { return Ok(None) };
        if member.is_encrypted {
            return Err(Problem::Encrypted);
        }
        let packed = RangeReader::new(self.source.clone(), member.range.0..member.range.1);
        match member.method {
            CompressionMethod::STORE => Ok(Some(Box::new(packed))),
            CompressionMethod::DEFLATE => Ok(Some(Box::new(DeflateDecoder::new(packed)))),
            other => Err(Problem::BadZip(format!("{name} is packed by {other}"))),
        }
    }

    /// All of a member, if it is not too much.
    pub fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(reader) = self.reader(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(broken)?;
        match bytes.len() as u64 > MAX_BYTES {
            true => Err(Problem::TooMuchInside(name.to_owned())),
            false => Ok(Some(bytes)),
        }
    }
}

fn member<R: ReaderAt>(archive: &ZipArchive<R>, entry: &ZipFileHeaderRecord) -> Result<Member, Problem> {
    let name = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/");
    if name.starts_with('/') || name.get(1..3) == Some(":/") || name.split('/').any(|part| part == "..") {
        return Err(Problem::LeadsOut(name));
    }
    let place = archive.get_entry(entry.wayfinder()).map_err(broken)?;
    let (method, is_encrypted) = (entry.compression_method(), entry.flags().is_encrypted());
    Ok(Member { name, method, is_encrypted, range: place.compressed_data_range() })
}

fn broken(error: impl std::fmt::Display) -> Problem {
    Problem::BadZip(error.to_string())
}

/// The page in a file that is both a page and a ZIP file, as SingleFileZ saves it.
pub(crate) fn page_inside(bytes: &[u8]) -> Option<Vec<u8>> {
    const END: &[u8] = b"PK\x05\x06";
    // behind the end only a comment may stand
    let tail = bytes.get(bytes.len().saturating_sub(1 << 17)..)?;
    tail.windows(END.len()).any(|w| w == END).then_some(())?;
    let zip = Zip::of_bytes(bytes.to_vec()).ok()?;
    zip.bytes("index.html").ok().flatten()
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use super::*;

    /// A ZIP file of these members.
    pub(crate) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
        for (name, bytes) in members {
            let name = rawzip::path::EntryPath::verbatim(name.as_bytes());
            let (mut entry, config) =
                archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start().unwrap();
            let packed = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::fast());
            let mut writer = config.wrap(packed);
            writer.write_all(bytes).unwrap();
            let (packed, descriptor) = writer.finish().unwrap();
            packed.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        out
    }

    #[test]
    fn what_it_holds_is_told_by_its_members() {
        let holds = |members: &[(&str, &[u8])]| Zip::of_bytes(zipped(members)).unwrap().holds();
        assert_eq!(holds(&[("word/document.xml", b"")]), Holds::Docx);
        let text = b"application/vnd.oasis.opendocument.text";
        assert_eq!(holds(&[("mimetype", text), ("content.xml", b"")]), Holds::Odt);
        let table = b"application/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(holds(&[("mimetype", table), ("content.xml", b"")]), Holds::Other);
        assert_eq!(holds(&[("datapackage.json", b"{}"), ("archive/a.warc.gz", b"")]), Holds::Wacz);
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../a", "a/../../b", "/etc/passwd", "C:\\a", "a\\..\\b"] {
            let problem = Zip::of_bytes(zipped(&[(name, b"x")])).err().unwrap();
            assert!(matches!(problem, Problem::LeadsOut(_)), "{name}: {problem}");
        }
        assert!(Zip::of_bytes(zipped(&[("a..b/c", b"x")])).is_ok());
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let much = vec![0; MAX_BYTES as usize + 10];
        let zip = Zip::of_bytes(zipped(&[("a", &much), ("b", b"It held.")])).unwrap();
        assert!(matches!(zip.bytes("a"), Err(Problem::TooMuchInside(_))));
        assert_eq!(zip.bytes("b").unwrap().unwrap(), b"It held.");
        assert!(zip.bytes("c").unwrap().is_none());
        assert!(Zip::of_bytes(b"PK\x03\x04 no more".to_vec()).is_err());
    }
}
