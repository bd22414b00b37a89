//! Names of persons in a line, and what is none.

use crate::dom::fold;
use reportedly_core::language::en::ENGLISH;

/// What follows "By " and its like at the front of a line.
pub(crate) fn after_by(line: &str) -> Option<&str> {
    const BY: &[&str] = &[
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

fn after_any<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    let fits = |w: &&&str| line.get(..w.len()).is_some_and(|head| head.to_lowercase() == **w);
    let rest = line.get(words.iter().find(fits)?.len()..)?;
    Some(rest.strip_prefix([':', ' '])?.trim_start_matches([':', ' ']))
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

/// The persons in a byline.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = after_by(text).unwrap_or(text);
    let text = text
        .replace(" and ", ",")
        .replace(" And ", ",")
        .replace(" & ", ",")
        .replace(" with ", ",")
        .replace(" und ", ",");
    let mut out = Vec::new();
    for part in text.split([',', ';', '|', '•', '·', '/', '\n', '(', '–', '—']) {
        let until = [" on ", " at ", " in ", " for ", " of "].iter().filter_map(|w| part.find(w)).min();
        let part = part[..until.unwrap_or(part.len())].trim().trim_end_matches(['.', ':', '-']).trim();
        let part = after_by(part).unwrap_or(part).trim();
        let part = before_date(part);
        if is_name(part) {
            out.push(part.to_owned());
        } else if !out.is_empty() && part.chars().any(|c| c.is_ascii_digit()) {
            break;
        }
    }
    out
}

/// A name is over where a weekday or a month begins, or a number.
fn before_date(s: &str) -> &str {
    let dated = |w: &&str| is_dated(&fold(w)) || w.starts_with(|c: char| c.is_ascii_digit());
    let word = s.split(' ').skip(1).find(dated);
    word.and_then(|w| s.find(&format!(" {w}"))).map_or(s, |at| s[..at].trim_end())
}

/// Two to five words that each begin as names do.
fn is_name(s: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "da", "di", "do", "dos", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "al",
        "el",
    ];
    if s.len() > 60
        || s.chars()
            .any(|c| c.is_ascii_digit() || matches!(c, '@' | '…' | '&' | ':' | '?' | '!' | '#' | '"' | '“'))
    {
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
        w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
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
        assert!(names("Reuters Staff").is_empty());
        assert!(names("By the Marsh Post").is_empty());
        assert!(names("https://social.example/ada").is_empty());
    }
}
