//! iCalendar (RFC 5545).

use reportedly_core::time::Date;

use super::address;
use super::incident::{article, id, is_doubtful, named, statements, summary};
use crate::{Incident, Record};

/// What a calendar begins with.
pub const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//reportedly//reportedly//EN\r\n";
/// What it ends with.
pub const FOOT: &str = "END:VCALENDAR\r\n";

/// A line has no more bytes, without its end.
const LONGEST: usize = 75;

/// Whether it lies on one day.
pub(crate) fn has_day(incident: &Incident) -> bool {
    day(incident).is_some()
}

/// Its day as the format writes it: "20310404".
fn day(incident: &Incident) -> Option<String> {
    let when = incident.when.as_ref().filter(|when| when.earliest == when.latest)?;
    digits(&when.earliest)
}

fn digits(day: &str) -> Option<String> {
    let digits: String = day.split('-').collect();
    Some(digits).filter(|d| d.len() == 8 && d.bytes().all(|b| b.is_ascii_digit()))
}

/// One all-day event for each incident of an article that has a day, to be put between [`HEAD`] and [`FOOT`]. The summary
/// begins with whose word it is, and the description has every statement with its source; what is only alleged, denied or left
/// open is tentative. No event makes anybody busy. The stamp is the day of publication, not the time of writing: the same
/// article gives the same bytes. Lost are places in the text.
///
/// ```
/// use reportedly_records::{Record, export::icalendar};
///
/// assert_eq!(icalendar(&Record::default()), ""); // it tells of no incident
/// ```
pub fn icalendar(record: &Record) -> String {
    record.incidents.iter().filter_map(|incident| Some(event(incident, &day(incident)?, record))).collect()
}

fn event(incident: &Incident, day: &str, record: &Record) -> String {
    let published = record.published_at.as_deref().and_then(Date::parse);
    let stamp = published.and_then(|date| digits(&date.days().0.to_string()));
    let stamp = stamp.as_deref().unwrap_or(day);
    let about = [statements(incident, record).join("\n"), article(record).join("\n")];
    let (summary, about) = (summary(incident, record), about.join("\n\n"));
    let place = incident.place.as_ref();
    let point = place.and_then(|place| place.lat.zip(place.lon));
    let lines = [
        Some("BEGIN:VEVENT".to_owned()),
        Some(format!("UID:{}@reportedly", id(incident, record))),
        Some(format!("DTSTAMP:{stamp}T000000Z")),
        Some(format!("DTSTART;VALUE=DATE:{day}")),
        Some(format!("SUMMARY:{}", escaped(&summary))),
        is_doubtful(incident).then(|| "STATUS:TENTATIVE".to_owned()),
        Some("TRANSP:TRANSPARENT".to_owned()),
        place.map(|place| format!("LOCATION:{}", escaped(&named(place, ", ")))),
        point.map(|(lat, lon)| format!("GEO:{lat};{lon}")),
        incident.kind.as_ref().map(|kind| format!("CATEGORIES:{}", escaped(kind))),
        address(record).map(|address| format!("URL:{}", address.replace(char::is_control, ""))),
        Some(format!("DESCRIPTION:{}", escaped(&about))),
        Some("END:VEVENT".to_owned()),
    ];
    lines.iter().flatten().map(|line| folded(line)).collect()
}

/// A text in which nothing has a meaning (3.3.11).
fn escaped(words: &str) -> String {
    let plain = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    plain.replace(char::is_control, " ")
}

/// A line with its end, cut where it is too long (3.1), never within a character.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 2), 0);
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out += "\r\n ";
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}
