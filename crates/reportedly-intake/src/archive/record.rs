//! A record, and what the lines before its block say of it.

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// A server's answer with its header.
    Response,
    /// A file without a header.
    Resource,
    /// Text that was taken out of a page.
    Conversion,
    /// The same answer as that of an earlier capture.
    Revisit,
    /// Requests, descriptions and the like.
    Other,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its place in the archive, from 1.
    pub number: usize,
    /// The address that it was captured from.
    pub url: Option<String>,
    /// When: ISO 8601, UTC.
    pub date: Option<String>,
    /// The type of a resource, without parameters.
    pub mime: Option<String>,
    /// The digest of the payload, as stated.
    pub digest: Option<String>,
    /// The capture that a revisit repeats, as stated.
    pub refers_to: Option<String>,
    /// The bytes, cut after some megabytes.
    pub block: Vec<u8>,
}

impl Record {
    pub(super) const EMPTY: Self = Self {
        kind: RecordKind::Other,
        number: 0,
        url: None,
        date: None,
        mime: None,
        digest: None,
        refers_to: None,
        block: Vec::new(),
    };

    /// What a line of a WARC header says, by its name in small letters.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let address = || Some(value.trim_matches(['<', '>']).to_owned());
        match name {
            "warc-type" => self.kind = kind(value),
            "warc-target-uri" => self.url = address(),
            "warc-date" => self.date = Some(value.to_owned()),
            "content-type" => self.mime = Some(mime(value)),
            "warc-payload-digest" => self.digest = Some(value.to_owned()),
            "warc-refers-to-target-uri" => self.refers_to = address(),
            _ => {}
        }
    }
}

fn kind(word: &str) -> RecordKind {
    match word.to_ascii_lowercase().as_str() {
        "response" => RecordKind::Response,
        "resource" => RecordKind::Resource,
        "conversion" => RecordKind::Conversion,
        "revisit" => RecordKind::Revisit,
        _ => RecordKind::Other,
    }
}

/// A media type without its parameters.
pub(crate) fn mime(value: &str) -> String {
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The record of an ARC header, and its length as stated.
///
/// `URL IP-address date type length`; the address itself may hold spaces, so the fields count from the end.
pub(super) fn arc_header(line: &[u8]) -> Option<(Record, String)> {
    let line = String::from_utf8_lossy(line);
    let mut fields = line.rsplitn(5, ' ');
    let (length, mime, date, ip, url) =
        (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    if !url.contains(':') || ip.parse::<std::net::IpAddr>().is_err() {
        return None;
    }
    let kind = match url.split(':').next() {
        Some("http" | "https") => RecordKind::Response,
        _ => RecordKind::Other,
    };
    let (url, mime) = (Some(url.to_owned()), Some(mime.to_ascii_lowercase()));
    Some((Record { kind, url, mime, date: arc_date(date), ..Record::EMPTY }, length.to_owned()))
}

/// 20140216050221 as 2014-02-16T05:02:21Z.
fn arc_date(digits: &str) -> Option<String> {
    if digits.len() < 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let (day, time) = ([part(0, 4), part(4, 6), part(6, 8)], [part(8, 10), part(10, 12), part(12, 14)]);
    Some(format!("{}T{}Z", day.join("-"), time.join(":")))
}
