//! Who an article says it comes from: the wire in its dateline, byline or footer.

use super::Article;
use crate::language::{Language, Layout};
use crate::text::Span;

/// Whether a name, as it is compared, is that of a medium by one of its words, in any language.
pub(crate) fn is_medium(plain: &str) -> bool {
    plain.split(' ').any(|word| Language::known().iter().any(|known| known.layout.media.has(word)))
}

/// Words that name the medium an article was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The name, as written.
    pub name: String,
    /// Its place in the text.
    pub span: Span,
    /// Where it stands.
    pub place: Place,
}

/// Where a credit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first sentence.
    Dateline,
    /// Beside the writers.
    Byline,
    /// Behind the text.
    Footer,
}

impl Place {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Footer => "footer",
        }
    }
}

/// Lines at the end that may be a footer, and at the beginning that may be a byline.
const LINES: usize = 4;
/// A longer line is a paragraph.
const LONGEST_BYLINE: usize = 90;

/// The medium that an article credits for its text, if it credits another than its own outlet.
///
/// ```
/// use reportedly::Article;
/// use reportedly::article::credit;
///
/// let article = Article::from_text("PORT ELLIS (Agency North) \u{2014} The pier held, the town said.");
/// let found = credit(&article).unwrap();
/// assert_eq!((found.name.as_str(), found.place.name()), ("Agency North", "dateline"));
/// assert_eq!(article.text.get(found.span), "Agency North");
/// assert_eq!(credit(&Article::from_text("By Mara Hale, Staff Writer\n\nIt rained.")), None);
/// ```
pub fn credit(article: &Article) -> Option<Credit> {
    let own = article.metadata.outlet.as_ref().map(|o| plain_name(&o.value));
    let body: Vec<Span> = lines(article).collect();
    let head = body.iter().take(LINES);
    let found = head.clone().find_map(|&line| dateline(article, line));
    let found = found.or_else(|| head.clone().find_map(|&line| byline(article, line)));
    let found = found.or_else(|| body.iter().rev().take(LINES).find_map(|&line| footer(article, line)));
    found.filter(|c| own.as_deref() != Some(&plain_name(&c.name)))
}

/// A name as it is compared: small letters, single spaces, no "the" before it.
///
/// ```
/// use reportedly::article::plain_name;
///
/// assert_eq!(plain_name("The  Harbour-Post"), "harbour post");
/// ```
pub fn plain_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let the = |word: &String| Language::known().iter().any(|known| known.phrases.the.has(word));
    match words.split_first() {
        Some((first, rest)) if the(first) && !rest.is_empty() => rest.join(" "),
        _ => words.join(" "),
    }
}

fn lines(article: &Article) -> impl Iterator<Item = Span> {
    let mut at = article.body_start;
    article.text.get(article.body()).split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len() as u32;
        (!line.trim().is_empty()).then(|| article.text.trim(Span::new(start, at)))
    })
}

/// "PORT ELLIS, April 5 (Agency North) - ..."
fn dateline(article: &Article, line: Span) -> Option<Credit> {
    let (words, layout) = (article.text.get(line), &article.language().layout);
    let open = words.find('(').filter(|&at| at > 0 && at < 80)?;
    let close = open + words[open..].find(')')?;
    let name = &words[open + 1..close];
    // "Rep. Ada Vale (R-Ohio):"
    let party = name.split_once('-').is_some_and(|(party, _)| layout.parties.has(party));
    let dash = words[close + 1..].trim_start().starts_with(['-', '\u{2013}', '\u{2014}', ':']);
    let capital = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let place =
        words[..open].split_whitespace().all(capital) && words[..open].split_whitespace().count() <= 8;
    (dash && place && !party && is_name(name, layout))
        .then(|| at(article, line, open + 1, name, Place::Dateline))
}

/// "By Mara Hale, Agency North" or "By Agency North".
fn byline(article: &Article, line: Span) -> Option<Credit> {
    let (words, language) = (article.text.get(line), article.language());
    let layout = &language.layout;
    let by = layout.by.start_of(words).filter(|_| words.len() <= LONGEST_BYLINE)?;
    let rest = &words[by.len()..];
    let after = layout.byline_joins.iter().filter_map(|s| rest.rfind(s).map(|i| i + s.len()));
    let from = after.max().unwrap_or(0);
    let name = rest[from..].trim_end_matches('.').trim_end();
    let plain = plain_name(name);
    let job = plain.split(' ').next_back().is_some_and(|last| layout.jobs.has(last));
    let medium = is_medium(&plain);
    let initials = name.len() > 1 && name.chars().all(|c| c.is_uppercase() || c == '.');
    // behind a comma a colleague may stand
    let tells = from > 0 && !rest[..from].trim_end().ends_with(',') || medium || from > 0 && initials;
    let one = medium || !plain.split(' ').any(|word| language.phrases.and.has(word));
    (tells && one && !job && is_name(name, layout))
        .then(|| at(article, line, by.len() + from, name, Place::Byline))
}

/// "Copyright 2031 Agency North", "This article was originally published by Agency North."
fn footer(article: &Article, line: Span) -> Option<Credit> {
    let (words, layout) = (article.text.get(line), &article.language().layout);
    let lower = words.to_lowercase();
    // a letter whose small form is longer would shift what follows
    let lower = (lower.len() == words.len()).then_some(lower)?;
    // of a picture, or of what the article is about
    if layout.pictures.is_in(&lower) {
        return None;
    }
    let of_this = |before: &str| {
        let mut all = before.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).peekable();
        all.peek().is_none() || all.any(|word| layout.texts.has(word))
    };
    layout.footers.iter().find_map(|cue| {
        let at_cue = lower.find(cue).filter(|&i| of_this(&lower[..i]))?;
        let from = at_cue + cue.len();
        let skipped = words[from..].find(char::is_alphabetic)?;
        let between = &words[from..from + skipped];
        let plain = between.chars().all(|c| !c.is_alphabetic() && !matches!(c, '.' | '!' | '?'));
        let name = leading_name(&words[from + skipped..], layout);
        (plain && is_name(name, layout)).then(|| at(article, line, from + skipped, name, Place::Footer))
    })
}

/// The capitalized words that a text begins with.
pub(crate) fn leading_name<'a>(words: &'a str, layout: &Layout) -> &'a str {
    let mut end = 0;
    for word in words.split_inclusive(' ') {
        let bare = word.trim_end();
        let joins = layout.name_joins.has(bare) && end > 0;
        if !joins && !bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            break;
        }
        end += word.len();
        if bare.ends_with(['.', ',', ';', ':', ')']) {
            break;
        }
    }
    words[..end].trim_end_matches(['.', ',', ';', ':', ')', ' '])
}

/// Capitalized words, not too many.
fn is_name(name: &str, layout: &Layout) -> bool {
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && name.starts_with(char::is_uppercase)
        && layout.no_media.start_of(name).is_none()
        && name.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || "&'.-/\u{2019}".contains(c))
}

fn at(article: &Article, line: Span, from: usize, name: &str, place: Place) -> Credit {
    let start = line.start() + from as u32;
    let span = article.text.trim(Span::new(start, start + name.len() as u32));
    Credit { name: name.trim().to_owned(), span, place }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Found;

    fn found(text: &str, outlet: &str) -> Option<(String, &'static str)> {
        let mut article = Article::from_text(text);
        article.metadata.outlet = Some(Found::stated(outlet.to_owned(), "caller"));
        credit(&article).map(|c| {
            assert_eq!(article.text.get(c.span), c.name);
            (c.name, c.place.name())
        })
    }

    #[test]
    fn the_wire_is_read_where_papers_print_it() {
        let north = |place| Some(("Agency North".to_owned(), place));
        assert_eq!(
            found("PORT ELLIS, April 5 (Agency North) \u{2014} It rained.", "The Quay"),
            north("dateline")
        );
        assert_eq!(found("By Mara Hale, Agency North\n\nIt rained.", "The Quay"), north("byline"));
        assert_eq!(found("By Agency North\n\nIt rained.", "The Quay"), north("byline"));
        assert_eq!(
            found("It rained.\n\nCopyright 2031 Agency North. All rights reserved.", "The Quay"),
            north("footer")
        );
        assert_eq!(
            found("It rained.\n\nThis article was originally published by Agency North.", "Q"),
            north("footer")
        );
    }

    #[test]
    fn what_only_looks_like_a_credit_is_none() {
        for text in [
            "Mara Hale (Ind.) said it rained.",
            "By Mara Hale\n\nIt rained.",
            "By Mara Hale, Staff Writer\n\nIt rained.",
            "It rained.\n\nCopyright 2031. All rights reserved.",
            "It rained.\n\nCopyright 2031 The Quay",
            "PORT ELLIS (The Quay) - It rained.",
            "By the time (Monday) - it rained.",
            "Rep. Dorn Hask (R-S.C.): it rained.",
            "By Mara Brook, Tom Reed and Ann Lee\n\nIt rained.",
            "It rained.\n\nPhoto courtesy of Agency North",
            "It rained.\n\nThe study of the wall was first published in Harbour Review.",
        ] {
            assert_eq!(found(text, "The Quay"), None, "{text}");
        }
    }
}
