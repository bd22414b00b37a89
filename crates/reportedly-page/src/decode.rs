//! Bytes -> characters: byte order mark, then what the page declares, then what the bytes look like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use reportedly_core::article::{Note, NoteKind};

/// How far into a page a declaration is looked for; browsers look at 1,024, saved pages need more.
const PRESCAN: usize = 8 * 1024;

/// Decodes a page or a plain text, with a note for everything that was doubtful.
pub(crate) fn decode(bytes: &[u8], html: bool) -> (String, Vec<Note>) {
    let mut notes = Vec::new();
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (without_mark(bytes, html, &mut notes), 0),
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default());
    if broken {
        let message = format!("Some bytes are not valid in {}; they were replaced.", encoding.name());
        notes.push(Note { kind: NoteKind::BrokenEncoding, span: None, message });
    }
    (meant(text), notes)
}

/// Control characters of Latin-1 are taken for what Windows has in their places: a quotation mark that went through a wrong
/// table is one. (HTML reads `&#147;` so, too.) U+0085 alone may be a line's end.
fn meant(text: Cow<str>) -> String {
    let control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if !text.contains(|c| control(c) && c != '\u{85}') {
        return text.into_owned();
    }
    let windows = |c: char| WINDOWS_1252.decode_without_bom_handling(&[c as u8]).0.chars().next();
    text.chars().map(|c| if control(c) { windows(c).unwrap_or(c) } else { c }).collect()
}

fn without_mark(bytes: &[u8], html: bool, notes: &mut Vec<Note>) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    // its bytes are all ASCII; it goes over to Japanese and back by escapes
    if [b"\x1b$B", b"\x1b$@"].iter().any(|escape| bytes.windows(3).any(|w| w == *escape)) {
        return ISO_2022_JP;
    }
    let declared = if html { declared(bytes) } else { None };
    if is_utf8(bytes) {
        // UTF-8 does not happen by accident: only a page in plain ASCII fits other declarations as well
        if let Some(other) = declared.filter(|d| *d != UTF_8 && !bytes.is_ascii()) {
            notes.push(wrong_charset(other, UTF_8));
        }
        return UTF_8;
    }
    match declared {
        // broken UTF-8 here and there is still UTF-8
        Some(d) if d == UTF_8 && mostly_utf8(bytes) => UTF_8,
        Some(d) if d != UTF_8 => d,
        _ if mostly_utf8(bytes) => UTF_8,
        _ => {
            let found = detect(bytes);
            if let Some(d) = declared {
                notes.push(wrong_charset(d, found));
            }
            found
        }
    }
}

fn wrong_charset(declared: &'static Encoding, found: &'static Encoding) -> Note {
    let message = format!("The page declares {}, but is in {}.", declared.name(), found.name());
    Note { kind: NoteKind::WrongCharset, span: None, message }
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 { WINDOWS_1252 } else { guess }
}

fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // a file that was cut inside its last character
        Err(e) => e.error_len().is_none() && !bytes[..e.valid_up_to()].is_ascii(),
    }
}

/// Whether far more multi-byte characters are whole than broken.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 4 * broken
}

/// UTF-16 without a mark: nearly every second byte of Western markup is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(256)).filter(|h| h.len() >= 8)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match () {
        () if odd * 10 > half * 7 && even * 10 < half => Some(UTF_16LE),
        () if even * 10 > half * 7 && odd * 10 < half => Some(UTF_16BE),
        () => None,
    }
}

/// The character set that `<meta charset>` or `<meta http-equiv=content-type>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PRESCAN))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let mut rest: &str = &head;
    while let Some(at) = rest.find("<meta") {
        rest = rest.get(at + 5..)?;
        let tag = rest.get(..rest.find('>').unwrap_or(rest.len()))?;
        let Some(at) = tag.find("charset") else { continue };
        let value = tag.get(at + 7..)?.trim_start().trim_start_matches('=').trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(['"', '\'', ' ', ';', '/']).unwrap_or(value.len());
        if let Some(encoding) = Encoding::for_label(value.get(..end)?.as_bytes()) {
            // a page that can be searched for ASCII is not UTF-16, whatever it says
            return Some(encoding.output_encoding());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<NoteKind>) {
        let (text, notes) = decode(bytes, true);
        (text, notes.into_iter().map(|n| n.kind).collect())
    }

    #[test]
    fn marks_declarations_and_looks() {
        assert_eq!(read(b"\xef\xbb\xbfcaf\xc3\xa9"), ("café".into(), vec![]));
        assert_eq!(
            read(b"<meta charset=windows-1252>caf\xe9"),
            ("<meta charset=windows-1252>café".into(), vec![])
        );
        let (text, notes) =
            read(b"<meta charset=iso-8859-1>caf\xc3\xa9 \xe2\x80\x9cna\xc3\xafve\xe2\x80\x9d");
        assert!(text.ends_with("café “naïve”"));
        assert_eq!(notes, [NoteKind::WrongCharset]);
        let wide: Vec<u8> = "<p>Grüße</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), ("<p>Grüße</p>".into(), vec![]));
    }

    #[test]
    fn marks_in_the_place_of_control_characters_are_read() {
        let (text, notes) = read("\u{93}It\u{92}s late,\u{94} he said.".as_bytes());
        assert_eq!((text.as_str(), notes), ("\u{201c}It\u{2019}s late,\u{201d} he said.", vec![]));
    }

    #[test]
    fn broken_utf8_is_read_with_a_note() {
        let mut bytes = "<meta charset=utf-8>Ein größeres Übel, schön für Öl und Äpfel".as_bytes().to_vec();
        bytes.push(0xff);
        let (text, notes) = read(&bytes);
        assert!(text.contains("größeres") && text.ends_with('\u{fffd}'));
        assert_eq!(notes, [NoteKind::BrokenEncoding]);
    }
}
