//! What a list of references says of an article.

use reportedly_core::time::Date;

use crate::{Record, hash};

/// A name, divided where that is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// Given names, particle ("de", may be empty) and family name.
    Parts(String, String, String),
    /// As it stands.
    Whole(String),
}

/// An author's name, divided as BibTeX does it: small words before the last one are a particle. Whole where the last
/// word does not look like a family name ("Jr.", "III"), or is the only one.
pub(super) fn author(name: &str) -> Author {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let (Some(family), before) = (words.last(), &words[..words.len().saturating_sub(1)]) else {
        return Author::Whole(name.to_owned());
    };
    let given = before.iter().take_while(|word| !small(word)).count();
    let looks = family.chars().count() > 2
        && family.starts_with(char::is_uppercase)
        && family.contains(char::is_lowercase)
        && !family.ends_with('.');
    match looks && given > 0 && before[given..].iter().all(small) {
        true => Author::Parts(before[..given].join(" "), before[given..].join(" "), (*family).to_owned()),
        false => Author::Whole(words.join(" ")),
    }
}

pub(super) fn authors(record: &Record) -> Vec<Author> {
    record.byline.iter().flatten().map(|name| author(name)).collect()
}

/// Year, month and day, as far as they were stated.
pub(super) fn stated(date: Option<&str>) -> Option<Vec<u16>> {
    let value = Date::parse(date?)?.value();
    let day = value.split('T').next()?;
    day.split('-').map(|part| part.parse().ok()).collect()
}

/// A name for the entry that is the same in every export: who, when, and a digest of the document's id.
pub(super) fn key(record: &Record) -> String {
    let who = match authors(record).into_iter().next() {
        Some(Author::Parts(_, _, family)) => Some(family),
        Some(Author::Whole(name)) => Some(name),
        None => record.outlet.clone(),
    };
    let plain = |c: &char| c.is_ascii_alphanumeric();
    let who: String = who.unwrap_or_default().to_lowercase().chars().filter(plain).take(24).collect();
    let year = stated(record.published_at.as_deref()).and_then(|date| date.first().copied());
    let year = year.map_or(String::new(), |year| year.to_string());
    let digest: String = hash::of_parts(&[&record.doc_id]).chars().take(8).collect();
    [who + &year, digest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_divided_only_where_that_is_safe() {
        let parts = |a: &str, b: &str, c: &str| Author::Parts(a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(author("Ada  Brook"), parts("Ada", "", "Brook"));
        assert_eq!(author("Tom de la Vries"), parts("Tom", "de la", "Vries"));
        for whole in ["Velmouth", "Tom Reed Jr.", "Tom Reed III", "de Vries", "Ri Un", ""] {
            assert_eq!(author(whole), Author::Whole(whole.to_owned()));
        }
    }

    #[test]
    fn a_date_has_what_was_stated() {
        assert_eq!(stated(Some("2031-04")), Some(vec![2031, 4]));
        assert_eq!(stated(Some("2031-04-05T23:30:00-05:00")), Some(vec![2031, 4, 5]));
        assert_eq!((stated(Some("spring")), stated(None)), (None, None));
    }
}
