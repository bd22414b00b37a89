//! Names of persons in a line.

use crate::dom::{TOUCH, fold};
use crate::person::{OPEN, is_dated, person};

/// What follows "By " and its like at the front of a line.
pub(crate) fn after_by(line: &str) -> Option<&str> {
    const BY: &[&str] = &[
        "words by",
        "text by",
        "written by",
        "posted by",
        "published by",
        "reported by",
        "story by",
        "article by",
        "review by",
        "report by",
        "column by",
        "analysis by",
        "opinion by",
        "commentary by",
        "submitted by",
        "publicado por",
        "scritto da",
        "escrito por",
        "ein artikel von",
        "eine analyse von",
        "ein kommentar von",
        "text von",
        "a cura di",
        "propos recueillis par",
        "publié par",
        "texte :",
        "words:",
        "text:",
        "texte:",
        "texto:",
        "story:",
        "by",
        "author:",
        "authors:",
        "autor:",
        "autora:",
        "autorin:",
        "autore:",
        "auteur:",
        "auteur :",
        "автор",
        "авторы",
        "текст",
        "作者",
        "记者",
        "記者",
        "撰文",
    ];
    after_any(line, BY)
}

/// The same in pages that are not in English; there "Von" and "Di" begin names.
pub(crate) fn after_foreign_by(line: &str) -> Option<&str> {
    after_any(
        line,
        &[
            "von", "par", "por", "di", "door", "przez", "av", "af", "texto:", "texto de", "testo di", "text",
            "tekst",
        ],
    )
}

/// What follows any of these in an element that is marked as the author's.
pub(crate) fn after_mark(line: &str) -> &str {
    after_by(line)
        .or_else(|| after_foreign_by(line))
        .or_else(|| after_any(line, &["from", "author", "written", "autor", "auteur", "de", "da"]))
        .unwrap_or(line)
}

fn after_any<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    const SIGNS: [char; 5] = [':', ' ', TOUCH, '：', '/'];
    let fits = |w: &&&str| line.get(..w.len()).is_some_and(|head| head.to_lowercase() == **w);
    let word = words.iter().find(fits)?;
    let rest = line.get(word.len()..)?;
    let apart = rest.starts_with(SIGNS) || word.ends_with(':');
    apart.then(|| rest.trim_start_matches(SIGNS))
}

/// Whether a line is nothing but a byline.
pub(crate) fn is_byline(text: &str) -> bool {
    text.chars().count() < 120
        && after_by(text).is_some_and(|t| !names(t).is_empty() && !t.trim_end().ends_with('.'))
}

/// More words before the first name are no label.
const LABEL: usize = 3;
/// What others did for the article, in small letters.
const OTHERS: &[&str] = &[
    "photo",
    "foto",
    "picture",
    "illustration",
    "image",
    "video",
    "graphic",
    "edited",
    "editing",
    "editor:",
    "translat",
    "traducción",
    "traduction",
    "art by",
    "media by",
    "фото",
    "grafik",
    "bild",
    "produced",
    "compiled",
    "additional",
    "reviewed",
    "fact",
    "medically",
    "updated by",
    "voice",
    "music",
];

/// The persons in a byline, in its order.
///
/// ```
/// use reportedly::page::read_names;
///
/// assert_eq!(read_names("By Ada Brook and Tom de Vries, Staff Writers"), ["Ada Brook", "Tom de Vries"]);
/// ```
pub fn names(text: &str) -> Vec<String> {
    let text = after_by(text).unwrap_or(text);
    let text = with_nicknames(&parted(text));
    let mut out: Vec<String> = Vec::new();
    for part in text.split([',', ';', '|', '•', '·', '/', '\n', '(', '–', '—', '、', '，']) {
        let part = part.trim().trim_end_matches(['.', ':', '-']).trim();
        let part = after_by(part).unwrap_or(part).trim();
        let lower = part.to_lowercase();
        if OTHERS.iter().any(|o| lower.starts_with(o)) {
            break;
        }
        let apart = part.split(" - ").find(|p| !p.trim().is_empty()).unwrap_or(part);
        let until =
            [" on ", " at ", " in ", " for ", " of ", " from "].iter().filter_map(|w| apart.find(w)).min();
        let part = before_date(apart[..until.unwrap_or(apart.len())].trim());
        if let Some(name) = person(part) {
            out.push(name);
        } else if out.is_empty() && part.split(' ').count() > LABEL {
            // a sentence or a headline
            return out;
        } else if !out.is_empty() && part.chars().any(|c| c.is_ascii_digit()) {
            break;
        }
    }
    out
}

/// A comma for each "and" between two names. Some are parts of names as well ("Ortega y Gasset"): there whole names
/// stand on both sides.
fn parted(text: &str) -> String {
    const ANDS: &[&str] =
        &["and", "&", "with", "und", "et", "och", "og", "ve", "и", "avec", "mit", "plus", "+"];
    const MAYBE: &[&str] = &["y", "e", "i", "en", "con", "та"];
    let words: Vec<&str> = text.split(' ').collect();
    let capital = |i: usize| words.get(i).is_some_and(|w| w.starts_with(char::is_uppercase));
    let mut out = String::with_capacity(text.len());
    let mut since = 0;
    for (i, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        let between = since > 1 && capital(i + 1) && capital(i + 2) && !word.starts_with(char::is_uppercase);
        if ANDS.contains(&lower.as_str()) || MAYBE.contains(&lower.as_str()) && between {
            out.push_str(" , ");
            since = 0;
            continue;
        }
        since = if word.ends_with([',', ';', '|']) { 0 } else { since + 1 };
        out.push_str(if out.is_empty() || out.ends_with(' ') { "" } else { " " });
        out.push_str(word);
    }
    out
}

/// Brackets that have a name before them and one behind belong to it.
fn with_nicknames(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let nickname = c == '(' && {
            let inside = &text[at + 1..];
            let end = inside.find(')').filter(|&end| end <= 16 && !inside[..end].contains([',', ' ']));
            let before = out.trim_end().chars().next_back().is_some_and(char::is_alphabetic);
            let behind = |end: usize| inside[end + 1..].trim_start().starts_with(char::is_uppercase);
            before && end.is_some_and(behind)
        };
        out.push(if nickname { OPEN } else { c });
    }
    out
}

/// A name is over where a weekday or a month begins, or a number.
fn before_date(s: &str) -> &str {
    let numbered = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = s.split(' ').collect();
    let dated = |&i: &usize| {
        let (word, next) = (words[i], words.get(i + 1).copied().unwrap_or_default());
        is_dated(&fold(word))
            || numbered(word)
            || matches!(word, "May" | "April" | "August" | "Jan" | "June") && numbered(next)
    };
    (1..words.len()).find(dated).map_or(s, |i| s[..words[..i].join(" ").len()].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_only() {
        let cases: &[(&str, &[&str])] = &[
            ("By Ada Brook and Tom de Vries, Staff Writers", &["Ada Brook", "Tom de Vries"]),
            ("By Ada Brook | The Marsh Post", &["Ada Brook"]),
            ("Ada Brook May 19, 2031", &["Ada Brook"]),
            ("Ada Brook 5 hours ago", &["Ada Brook"]),
            ("Richard (R.J.) Hale (Velmouth)", &["Richard (R.J.) Hale"]),
            ("Mara “Tania Mae” Hale", &["Mara “Tania Mae” Hale"]),
            ("Words by Ada Brook, Photographs by Tom Hale and Ilse Korn", &["Ada Brook"]),
            ("BY ADA BROOK AND TOM HALE", &["ADA BROOK", "TOM HALE"]),
            ("Por Ada Ruiz Prado y Tomás Hale Gil", &["Ada Ruiz Prado", "Tomás Hale Gil"]),
            ("Ada Ortega y Gasset", &["Ada Ortega y Gasset"]),
            ("Ada Brook et Tom Hale avec AFP", &["Ada Brook", "Tom Hale"]),
            ("Ada Brook, New York", &["Ada Brook"]),
            ("The Marsh Band Unite With Ada Brook for a Tour", &[]),
            ("Reuters Staff", &[]),
            ("By the Marsh Post", &[]),
            ("https://social.example/ada", &[]),
        ];
        for (line, persons) in cases {
            let bare = after_foreign_by(line).unwrap_or(line);
            assert_eq!(names(bare), *persons, "{line}");
        }
    }
}
