//! Tokens in columns, for those who train taggers.

use std::fmt::Write;

use reportedly_core::Text;
use reportedly_core::language::en::ENGLISH;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::tokens::{Tokens, Word};

use crate::{Claim, Place, Record};

/// The article in [CoNLL-U Plus](https://universaldependencies.org/ext-format.html): a token a line, an empty line
/// behind each sentence; the columns are number, token, first and last code point (half open), and one a claim in BIO:
/// `B-content`, `I-source`, `O`. Every piece of a content or a source begins with B. Comments name the claims.
///
/// Lost are the white space (but for the offsets), borders within a token, one of two roles where a claim has both for
/// one token (source before cue before content), and what else a record has besides.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::conll};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let file = conll(&Record::new(&read.article, &read.reading, false));
/// assert!(file.contains("\n7\tMara\t16\t20\tB-source\n8\tHale\t21\t25\tI-source\n"), "{file}");
/// ```
pub fn conll(record: &Record) -> String {
    let text = Text::new(record.text.as_str());
    let (tokens, offsets) = (Tokens::new(&text, &ENGLISH.division), Offsets::new(&text));
    let mut out = "# global.columns = ID FORM START END".to_owned();
    (1..=record.claims.len()).for_each(|i| out.push_str(&format!(" REPORTEDLY:CLAIM{i}")));
    let _ = writeln!(out, "\n# newdoc id = {}", line(&record.doc_id));
    for (i, claim) in record.claims.iter().enumerate() {
        let status = claim.status().map(|status| format!(" [{status}]")).unwrap_or_default();
        let _ =
            writeln!(out, "# claim{} = {} {}{}", i + 1, claim.claim_id, line(&claim.who()), line(&status));
    }
    let sentence = |word: &Word| tokens.sentence_at(word.span.start());
    for (i, words) in tokens.words.chunk_by(|a, b| sentence(a) == sentence(b)).enumerate() {
        let _ = writeln!(out, "# sent_id = {}", i + 1);
        for (i, word) in words.iter().enumerate() {
            let (start, end) = offsets.code_points(word.span);
            let _ = write!(out, "{}\t{}\t{start}\t{end}", i + 1, text.get(word.span));
            record.claims.iter().for_each(|claim| {
                let _ = write!(out, "\t{}", label(claim, start, end));
            });
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

fn label(claim: &Claim, start: u32, end: u32) -> String {
    let roles = [
        ("source", claim.source.as_slice()),
        ("cue", claim.cue.as_slice()),
        ("content", claim.content.as_slice()),
    ];
    let touched = |place: &&Place| place.start < end && start < place.end;
    let of = |(role, places): (&str, &[Place])| {
        // the first token of a piece is the one that holds its first character
        let piece = places.iter().find(touched)?;
        Some(format!("{}-{role}", if piece.start >= start { "B" } else { "I" }))
    };
    roles.into_iter().find_map(of).unwrap_or_else(|| "O".to_owned())
}

/// Words on one line.
fn line(words: &str) -> String {
    words.split(|c: char| c.is_whitespace() || c.is_control()).collect::<Vec<_>>().join(" ")
}
