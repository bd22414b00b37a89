//! Names of persons in a line, and what is none.

use crate::dom::{TOUCH, fold};
use reportedly_core::language::en::ENGLISH;

/// What follows "By " and its like at the front of a line.
pub(crate) fn after_by(line: &str) -> Option<&str> {
    const BY: &[&str] = &[
        "words by",
        "text by",
        "written by",
        "posted by",
        "reported by",
        "story by",
        "review by",
        "publicado por",
        "scritto da",
        "escrito por",
        "by",
        "автор",
        "текст",
    ];
    after_any(line, BY)
}

/// The same in pages that are not in English; there "Von" and "Di" begin names.
pub(crate) fn after_foreign_by(line: &str) -> Option<&str> {
    after_any(line, &["von", "par", "por", "di", "door"])
}

/// What follows any of these in an element that is marked as the author's.
pub(crate) fn after_mark(line: &str) -> &str {
    after_by(line).or_else(|| after_foreign_by(line)).or_else(|| after_any(line, &["from"])).unwrap_or(line)
}

fn after_any<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    let fits = |w: &&&str| line.get(..w.len()).is_some_and(|head| head.to_lowercase() == **w);
    let rest = line.get(words.iter().find(fits)?.len()..)?;
    Some(rest.strip_prefix([':', ' ', TOUCH])?.trim_start_matches([':', ' ', TOUCH]))
}

const NOT_A_NAME: &[&str] = &[
    "sport",
    "sports",
    "politics",
    "business",
    "tech",
    "technology",
    "culture",
    "entertainment",
    "opinion",
    "world",
    "view",
    "all",
    "most",
    "recent",
    "more",
    "stories",
    "articles",
    "posts",
    "watch",
    "about",
    "see",
    "latest",
    "full",
    "bio",
    "profile",
    "page",
    "website",
    "category",
    "tag",
    "uncategorized",
    "staff",
    "editor",
    "editors",
    "editorial",
    "reporter",
    "reporters",
    "correspondent",
    "writer",
    "newsroom",
    "desk",
    "team",
    "admin",
    "administrator",
    "press",
    "reuters",
    "afp",
    "ap",
    "pti",
    "ani",
    "ians",
    "bloomberg",
    "agency",
    "agencies",
    "news",
    "online",
    "contributor",
    "contributors",
    "guest",
    "author",
    "published",
    "updated",
    "posted",
    "wire",
    "wires",
    "service",
    "services",
    "media",
    "magazine",
    "times",
    "post",
    "herald",
    "tribune",
    "journal",
    "daily",
    "today",
    "com",
    "www",
    "http",
    "https",
    "read",
    "share",
    "follow",
    "email",
    "facebook",
    "twitter",
    "columnist",
    "analyst",
    "producer",
    "photographer",
    "redaktion",
    "redação",
    "redazione",
    "redacción",
    "rédaction",
    "editorialist",
    "network",
    "group",
    "inc",
    "llc",
    "ltd",
    "corp",
    "tv",
    "radio",
    "university",
    "institute",
    "department",
    "office",
    "association",
    "foundation",
    "company",
    "the",
    "our",
    "your",
    "this",
    "senior",
    "chief",
    "special",
    "digital",
    "dpa",
    "webdesk",
    "bureau",
    "blog",
    "community",
    "user",
    "unknown",
    "anonymous",
    "am",
    "pm",
    "on",
    "at",
    "in",
    "last",
    "comments",
    "min",
    "minutes",
    "ago",
    "hours",
];

/// Whether a word in small letters names a month or a day of the week; "May" is a name.
fn is_dated(word: &str) -> bool {
    let calendar = &ENGLISH.calendar;
    let tables = [calendar.months, calendar.short_months, calendar.weekdays];
    word != "may" && tables.iter().any(|table| table.has(word))
}

/// Whether a line is nothing but a byline.
pub(crate) fn is_byline(text: &str) -> bool {
    text.chars().count() < 120
        && after_by(text).is_some_and(|t| !names(t).is_empty() && !t.trim_end().ends_with('.'))
}

/// The persons in a byline, in its order.
///
/// ```
/// use reportedly::page::read_names;
///
/// assert_eq!(read_names("By Ada Brook and Tom de Vries, Staff Writers"), ["Ada Brook", "Tom de Vries"]);
/// ```
pub fn names(text: &str) -> Vec<String> {
    let text = after_by(text).unwrap_or(text);
    let text = text
        .replace(" and ", ",")
        .replace(" And ", ",")
        .replace(" & ", ",")
        .replace(" with ", ",")
        .replace(" und ", ",");
    let text = with_nicknames(&text);
    let mut out = Vec::new();
    for part in text.split([',', ';', '|', '•', '·', '/', '\n', '(', '–', '—']) {
        let until = [" on ", " at ", " in ", " for ", " of "].iter().filter_map(|w| part.find(w)).min();
        let part = part[..until.unwrap_or(part.len())].trim().trim_end_matches(['.', ':', '-']).trim();
        let part = after_by(part).unwrap_or(part).trim();
        let part = before_date(part);
        if is_name(part) {
            out.push(part.replace(OPEN, "("));
        } else if !out.is_empty() && part.chars().any(|c| c.is_ascii_digit()) {
            break;
        }
    }
    out
}

/// Stands for the bracket of a nickname: "Richard (R.J.) Hale".
const OPEN: char = '\u{e000}';

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
        is_dated(&fold(word)) || numbered(word) || word == "May" && numbered(next)
    };
    (1..words.len()).find(dated).map_or(s, |i| s[..words[..i].join(" ").len()].trim_end())
}

/// Two to five words that each begin as names do.
fn is_name(s: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "da", "di", "do", "dos", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "al",
        "el",
    ];
    let odd = |c: char| c.is_ascii_digit() || matches!(c, '@' | '…' | '&' | ':' | '?' | '!' | '#' | '"');
    let quoted = s.starts_with('“') || s.contains('“') != s.contains('”');
    if s.len() > 60 || quoted || s.contains(odd) {
        return false;
    }
    if s.ends_with("'s") || s.contains("'s ") || s.contains("’s ") {
        return false;
    }
    let words: Vec<&str> = s.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
    if folded.iter().any(|w| NOT_A_NAME.contains(&w.as_str()) || is_dated(w)) {
        return false;
    }
    let capital = |w: &&&str| {
        w.trim_start_matches([OPEN, '“'])
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
    };
    let capitals = words.iter().filter(capital).count();
    let rest = words.iter().filter(|w| !capital(w)).all(|w| PARTICLES.contains(w));
    let east =
        words.len() == 1 && (2..=5).contains(&s.chars().count()) && s.chars().all(|c| c as u32 > 0x2e80);
    east || (2..=5).contains(&words.len()) && capitals >= 2 && rest
}

/// One word that may be a name where the page says that it is one.
pub(crate) fn is_single(s: &str) -> bool {
    let mut chars = s.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    capital && s.len() > 2 && chars.all(char::is_lowercase) && !NOT_A_NAME.contains(&fold(s).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_only() {
        assert_eq!(names("By Ada Brook and Tom de Vries, Staff Writers"), ["Ada Brook", "Tom de Vries"]);
        assert_eq!(names("By Ada Brook | The Marsh Post"), ["Ada Brook"]);
        assert_eq!(names("Ada Brook May 19, 2031"), ["Ada Brook"]);
        assert_eq!(names("Richard (R.J.) Hale (Velmouth)"), ["Richard (R.J.) Hale"]);
        assert_eq!(names("Mara “Tania Mae” Hale"), ["Mara “Tania Mae” Hale"]);
        assert_eq!(names("Words by Ada Brook, photographs by Tom Hale"), ["Ada Brook"]);
        assert!(names("Reuters Staff").is_empty());
        assert!(names("By the Marsh Post").is_empty());
        assert!(names("https://social.example/ada").is_empty());
    }
}
