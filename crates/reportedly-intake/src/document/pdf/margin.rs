//! Running heads, feet and page numbers: what comes again in the margins of the pages.

use std::collections::{HashMap, HashSet};

use super::{Piece, Sheet};

/// How much of a page's height counts as its margin, above and below.
const MARGIN: f64 = 0.12;
/// A running head that ends as a sentence does has fewer words.
const WORDS: usize = 5;

/// Takes them out; how many lines there were.
pub fn without(sheets: &mut [Sheet]) -> usize {
    let mut pages: HashMap<String, HashSet<usize>> = HashMap::new();
    for (n, sheet) in sheets.iter().enumerate() {
        for piece in sheet.pieces.iter().filter(|piece| in_margin(piece, sheet.height)) {
            pages.entry(pattern(&piece.text)).or_default().insert(n);
        }
    }
    let all = sheets.len();
    let again = |text: &str| {
        let n = pages.get(&pattern(text)).map_or(0, HashSet::len);
        n >= 5 || (n >= 2 && n * 4 >= all)
    };
    let mut taken = 0;
    for sheet in sheets {
        let (first, last) = ends(&sheet.pieces);
        let height = sheet.height;
        sheet.pieces.retain(|piece| {
            let outermost = piece.y <= first || piece.y >= last;
            let goes = in_margin(piece, height)
                && !piece.text.trim().is_empty()
                && !is_sentence(&piece.text)
                && (again(&piece.text) || (outermost && is_number(&piece.text)));
            taken += usize::from(goes);
            !goes
        });
    }
    taken
}

fn in_margin(piece: &Piece, height: f64) -> bool {
    piece.y < height * MARGIN || piece.y > height * (1.0 - MARGIN)
}

/// The baselines of the first and of the last line.
fn ends(pieces: &[Piece]) -> (f64, f64) {
    let lines = pieces.iter().filter(|piece| !piece.text.trim().is_empty()).map(|piece| piece.y);
    lines.fold((f64::MAX, f64::MIN), |(first, last), y| (first.min(y), last.max(y)))
}

/// A line with its numbers and spaces made alike: "Page 3 of 10" is "page#of#".
fn pattern(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c.is_numeric() {
            true if out.ends_with('#') => {}
            true => out.push('#'),
            false => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Longer lines that end as sentences do are text, however often they come.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().count() >= WORDS
        && text.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']).ends_with(['.', '!', '?', ','])
}

fn is_number(text: &str) -> bool {
    matches!(
        pattern(text).as_str(),
        "#" | "-#-" | "–#–" | "page#" | "p.#" | "#of#" | "page#of#" | "#/#" | "page#/#"
    )
}
