use super::days::{day, days};
use super::{BadQuery, Field, Filter, Query, Term};

/// A query is no longer than this, in bytes.
const LONGEST: usize = 10_000;
/// And has no more words, phrases and fields: what FTS5 takes nests one level for each, to 256.
const MOST: usize = 100;
const NEAR: u32 = 10;
const FIELDS: &str = "source:, kind:, certainty:, polarity:, stance:, mode:, outlet:, title:, url:, byline:, lang:, tag:, after:, before:, happened: and in:";

/// One piece of a query as it was written.
#[derive(Debug, PartialEq)]
struct Piece<'q> {
    not: bool,
    field: Option<&'q str>,
    words: &'q str,
    quoted: bool,
}

pub(super) fn query(words: &str) -> Result<Query, BadQuery> {
    if words.len() > LONGEST {
        return Err(bad("the query is too long"));
    }
    let (mut query, mut rest, mut or, mut pieces) = (Query::default(), words.trim_start(), false, 0);
    while !rest.is_empty() {
        pieces += 1;
        if pieces > MOST {
            return Err(bad(format!("more than {MOST} words, phrases and fields: use fewer")));
        }
        if let Some(after) = word(rest, "OR") {
            (or, rest) = (true, after);
            continue;
        }
        rest = word(rest, "AND").unwrap_or(rest);
        let (not, after) = word(rest, "NOT").map_or((false, rest), |after| (true, after));
        let operator = |words: &str| ["NOT", "AND", "OR"].iter().any(|o| word(words, o).is_some());
        if not && (after.is_empty() || operator(after) || after.starts_with("NEAR(")) {
            return Err(bad("NOT must be followed by a word, a phrase or a field"));
        }
        rest = after;
        rest = match near(rest)? {
            Some((term, after)) => {
                query.must(term, std::mem::take(&mut or));
                after
            }
            None => {
                let (mut piece, after) = piece(rest)?;
                piece.not |= not;
                query.take(&piece, std::mem::take(&mut or))?;
                after
            }
        };
        rest = rest.trim_start();
    }
    if or {
        return Err(bad("OR must be between two words"));
    }
    query.possible()?;
    let empty = query.all.is_empty() && query.source.is_empty();
    match (empty, query.fields.is_empty(), query.none.is_empty()) {
        (true, true, true) => Err(bad("the query is empty: give a word")),
        (true, _, false) => Err(bad("a query cannot only exclude: add a word or a source:")),
        _ => Ok(query),
    }
}

fn bad(words: impl Into<String>) -> BadQuery {
    BadQuery(words.into())
}

/// What follows a word of the language.
fn word<'q>(rest: &'q str, word: &str) -> Option<&'q str> {
    let after = rest.strip_prefix(word)?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then(|| after.trim_start())
}

/// `NEAR(a "b c", 5)`
fn near(rest: &str) -> Result<Option<(Term, &str)>, BadQuery> {
    let Some(inside) = rest.strip_prefix("NEAR(") else { return Ok(None) };
    let (inside, after) =
        inside.split_once(')').ok_or_else(|| bad("NEAR( has no closing bracket: NEAR(fire harbour, 5)"))?;
    let (mut words, distance) = match inside.rsplit_once(',') {
        None => (inside, NEAR),
        Some((words, n)) => {
            let n =
                n.trim().parse().map_err(|_| bad("NEAR needs a number of words: NEAR(fire harbour, 5)"))?;
            (words, n)
        }
    };
    let mut phrases = Vec::new();
    words = words.trim();
    while !words.is_empty() {
        let (piece, after) = piece(words)?;
        phrases.extend(searchable(piece.words).then(|| piece.words.to_owned()));
        words = after.trim_start();
    }
    match phrases.len() {
        2.. => Ok(Some((Term::Near { phrases, distance }, after))),
        _ => Err(bad("NEAR needs two words: NEAR(fire harbour, 5)")),
    }
}

/// The next piece: `-`? `field:`? and a word or a quoted phrase.
fn piece(rest: &str) -> Result<(Piece<'_>, &str), BadQuery> {
    let (not, rest) = match rest.strip_prefix('-') {
        Some(after) if after.starts_with(|c: char| !c.is_whitespace()) => (true, after),
        _ => (false, rest),
    };
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (field, rest) = match rest.get(letters..).and_then(|r| r.strip_prefix(':')) {
        Some(value) if letters > 0 && !value.starts_with("//") => (rest.get(..letters), value),
        _ => (None, rest),
    };
    let open = ['"', '“', '”'];
    if let Some(inside) = rest.strip_prefix(open) {
        let end = inside.find(open).ok_or_else(|| bad("a quotation mark is not closed"))?;
        let words = inside.get(..end).unwrap_or_default();
        let after = inside.get(end..).and_then(|r| r.strip_prefix(open)).unwrap_or_default();
        return Ok((Piece { not, field, words, quoted: true }, after));
    }
    let end = rest.find(|c: char| c.is_whitespace() || open.contains(&c)).unwrap_or(rest.len());
    let (words, after) = rest.split_at(end);
    Ok((Piece { not, field, words, quoted: false }, after))
}

/// Whether the search index keeps anything of it.
fn searchable(words: &str) -> bool {
    words.contains(char::is_alphanumeric)
}

fn term(piece: &Piece) -> Option<Term> {
    let bare = piece.words.trim_end_matches('*');
    let prefix = !piece.quoted && bare.len() < piece.words.len();
    let words = if piece.quoted { piece.words } else { bare };
    searchable(words).then(|| Term::Phrase { words: words.to_owned(), prefix })
}

impl Query {
    fn must(&mut self, term: Term, or: bool) {
        match self.all.last_mut() {
            Some(last) if or => last.push(term),
            _ => self.all.push(vec![term]),
        }
    }

    fn take(&mut self, piece: &Piece, or: bool) -> Result<(), BadQuery> {
        if or && (piece.not || piece.field.is_some() || self.all.is_empty()) {
            return Err(bad("OR must be between two words"));
        }
        let Some(name) = piece.field else {
            match term(piece) {
                Some(term) if piece.not => self.none.push(term),
                Some(term) => self.must(term, or),
                None => {}
            }
            return Ok(());
        };
        if piece.words.is_empty() {
            return Err(bad(format!("{name}: needs a value")));
        }
        let field = match name.to_ascii_lowercase().as_str() {
            "source" if piece.not => return Err(bad("-source: is not supported; use -word")),
            "source" => {
                self.source.extend(term(piece));
                return Ok(());
            }
            "kind" => Field::Kind,
            "certainty" => Field::Certainty,
            "polarity" => Field::Polarity,
            "stance" => Field::Stance,
            "mode" => Field::Mode,
            "outlet" => Field::Outlet,
            "title" => Field::Title,
            "url" => Field::Url,
            "byline" => Field::Byline,
            "lang" => Field::Lang,
            "tag" => Field::Tag,
            "after" => Field::After,
            "before" => Field::Before,
            "happened" => Field::Happened,
            "in" => Field::In,
            _ => {
                return Err(bad(format!(
                    "there is no field {name}: the fields are {FIELDS}; to search for the words themselves, put them in quotation marks"
                )));
            }
        };
        if matches!(field, Field::After | Field::Before) && (piece.not || day(piece.words).is_none()) {
            return Err(bad(format!(
                "{name}: takes a year, month or day: {name}:2031, {name}:2031-04, {name}:2031-04-05"
            )));
        }
        if field == Field::Happened {
            possible_days(piece.words)?;
        }
        if field == Field::In && !searchable(piece.words) {
            return Err(bad(
                "in: takes the name of a town, region or country: in:Velmouth, in:\"New Haven\"",
            ));
        }
        if field == Field::Lang && !is_tag(piece.words) {
            return Err(bad(format!("{name}: takes the short name of a language: {name}:en, {name}:pt-BR")));
        }
        let values = field.values();
        if !values.is_empty() && !values.contains(&piece.words.to_lowercase().as_str()) {
            return Err(bad(format!("{name}: takes {}", values.join(", "))));
        }
        self.fields.push(Filter { field, value: piece.words.to_owned(), not: piece.not });
        Ok(())
    }
}

impl Query {
    /// Refuses days that nothing can lie between, and two values of what has one.
    fn possible(&self) -> Result<(), BadQuery> {
        let days = |field| self.fields.iter().filter(move |f| f.field == field).map(|f| f.value.as_str());
        for after in days(Field::After) {
            if let Some(before) = days(Field::Before).find(|before| *before <= after) {
                return Err(bad(format!(
                    "nothing lies after:{after} and before:{before}: swap or widen them"
                )));
            }
        }
        for (i, one) in self.fields.iter().enumerate().filter(|(_, f)| !f.not && !f.field.values().is_empty())
        {
            let other = self.fields.iter().skip(i + 1).find(|f| f.field == one.field && !f.not);
            if let Some(other) = other.filter(|other| !other.value.eq_ignore_ascii_case(&one.value)) {
                let Filter { value, .. } = one;
                return Err(bad(format!("nothing is both {value} and {}: keep one of them", other.value)));
            }
        }
        Ok(())
    }
}

/// The shape of a BCP 47 tag: a short word, then others after hyphens.
fn is_tag(words: &str) -> bool {
    let mut parts = words.split('-');
    let is_word = |part: &str, longest| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(|first| is_word(first, 3)) && parts.all(|part| is_word(part, 8))
}

/// Refuses what is no day, and ranges that end before they begin.
fn possible_days(words: &str) -> Result<(), BadQuery> {
    match days(words) {
        Some((first, last)) if first <= last => Ok(()),
        Some(_) => Err(bad(format!("happened:{words} ends before it begins: swap the two days"))),
        None => Err(bad(
            "happened: takes a year, month or day, or two of them with .. between: happened:2031-04, happened:2031-04-05, \
             happened:2031-01..2031-04",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(words: &str) -> Term {
        Term::Phrase { words: words.to_owned(), prefix: false }
    }

    #[test]
    fn words_phrases_prefixes_and_fields() {
        let query = query(
            "ceasefire “at dawn” talk* OR truce -rumour source:\"Mara Hale\" kind:unnamed after:2026-01",
        )
        .unwrap();
        let talk = Term::Phrase { words: "talk".to_owned(), prefix: true };
        assert_eq!(
            query.all,
            [vec![phrase("ceasefire")], vec![phrase("at dawn")], vec![talk, phrase("truce")]]
        );
        assert_eq!((query.none, query.source), (vec![phrase("rumour")], vec![phrase("Mara Hale")]));
        assert_eq!(query.fields.len(), 2);
    }

    #[test]
    fn near_counts_words() {
        let query = query("NEAR(fire \"harbour wall\", 3) kind:document").unwrap();
        let phrases = vec!["fire".to_owned(), "harbour wall".to_owned()];
        assert_eq!(query.all, [[Term::Near { phrases, distance: 3 }]]);
    }

    #[test]
    fn times_and_addresses_are_words() {
        assert_eq!(query("10:30").unwrap().all, [[phrase("10:30")]]);
        assert_eq!(query("https://courier.example").unwrap().all, [[phrase("https://courier.example")]]);
        assert_eq!(query("fire - harbour").unwrap().all.len(), 2);
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        for (words, said) in [
            ("", "the query is empty"),
            ("-fire", "cannot only exclude"),
            ("fire OR", "between two words"),
            ("OR fire", "between two words"),
            ("\"fire", "not closed"),
            ("NEAR(fire", "no closing bracket"),
            ("NEAR(fire)", "two words"),
            ("colour:red", "no field colour"),
            ("after:yesterday", "2031-04-05"),
            ("after:2031-13", "2031-04-05"),
            ("kind:", "needs a value"),
            ("kind:anonymous", "kind: takes person,"),
            ("fire -certainty:sure", "certainty: takes certain,"),
            ("mode:quoted", "mode: takes direct,"),
            ("stance:denied", "stance: takes asserts, denies,"),
            ("polarity:no", "polarity: takes affirmed, denied,"),
            ("lang:english", "lang:pt-BR"),
            ("tag:", "needs a value"),
            ("happened:friday", "happened:2031-04-05"),
            ("happened:2031-02-30", "happened:2031-04-05"),
            ("happened:2031-04..", "happened:2031-01..2031-04"),
            ("happened:2031-04..2031-01", "ends before it begins"),
            ("in:", "needs a value"),
            ("in:...", "in:Velmouth"),
            ("after:2031-05 before:2031-04", "nothing lies after:2031-05"),
            ("kind:person kind:unnamed", "nothing is both person and unnamed"),
        ] {
            let error = query(words).unwrap_err();
            assert!(error.0.contains(said), "{words}: {error}");
        }
        assert!(query(&"fire ".repeat(MOST)).is_ok());
        assert!(query(&"fire ".repeat(MOST + 1)).unwrap_err().0.contains("use fewer"));
    }
}
