//! Running text as tokens: words as a reader sees them ("O'Hara", "U.S.", "Johnson-Lind", "don't").

use std::collections::HashSet;

use super::{Division, Quotation};
use crate::text::{Span, Text};

/// One word of running text, with all that its place says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Without possessive ending and without the full stop of the sentence.
    pub span: Span,
    /// In small letters with straight apostrophes, with its ending: "it's", "vale's", "mr.".
    pub form: String,
    /// How much of the form is the word itself, in bytes.
    stem_len: usize,
    /// Whether it carries "'s" or "s'".
    pub possessive: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether only spaces stand between it and the token before.
    pub joined: bool,
    /// Whether it is the first of a sentence or of a quotation: its capital says nothing.
    pub first: bool,
    /// Whether it stands in a line of which most words have capitals.
    pub headline: bool,
    /// Whether a clause may end behind it: a comma, dash, semicolon, colon or bracket follows.
    pub pause: bool,
    /// The quotation mark that stands right before it, single ones included.
    pub mark: Option<char>,
    /// Whether a double quotation mark stands right before or behind it.
    pub marked: bool,
    /// Whether it stands between double quotation marks.
    pub quoted: bool,
    /// The number of its line, blank ones counted.
    pub line: u32,
    /// The position of its sentence.
    pub sentence: u32,
}

impl Token {
    /// The word in small letters, without its possessive ending: "vale", "mr.", "it".
    pub fn low(&self) -> &str {
        self.form.get(..self.stem_len).unwrap_or(&self.form)
    }
}

/// All tokens of a text, given its sentences and quotations.
pub(super) fn tokens(
    text: &Text,
    sentences: &[Span],
    quotations: &[Quotation],
    division: &Division,
) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(text.len() / 6);
    let starts: HashSet<u32> = sentences.iter().map(|s| s.start()).collect();
    let (mut at, mut before, mut line) = (0, Before { first: true, ..Before::default() }, 0);
    for (i, c) in text.as_str().char_indices().chain([(text.len(), ' ')]) {
        // "Daniel.Investigators": two sentences without a space
        let glued =
            c == '.' && (starts.contains(&(i as u32 + 1)) || ends_glued(&text.as_str()[at..], i - at));
        if i < text.len() && is_inside(text, i, c) && !glued {
            if starts.contains(&(i as u32)) {
                before = Before { first: true, joined: before.joined && !before.line, ..before };
            }
            continue;
        }
        let titled = || is_titled(text, at, i, &starts);
        if let Some(token) = token(text, at..i, titled, division) {
            let stopped = text.as_str()[..i].ends_with('.') && !text.get(token.span).ends_with('.');
            all.push(Token { first: before.first, joined: before.joined, line, ..token });
            before = Before { first: false, joined: !stopped, line: false };
        } else if at < i {
            before.joined = false; // a dash between spaces
        }
        before.first |= starts.contains(&(i as u32)) || matches!(c, '\u{201c}' | '"' | ':');
        before.line |= c == '\n';
        before.joined &= matches!(c, ' ' | '\u{a0}' | '\n' | '\r');
        line += u32::from(c == '\n');
        at = i + c.len_utf8();
    }
    placed(&mut all, sentences, quotations);
    headlines(text, sentences, &mut all);
    all
}

/// "7 a.m.According to": an abbreviation with stops inside, and a word behind its last one without a space.
fn ends_glued(rest: &str, stop: usize) -> bool {
    let mut next = rest[stop + 1..].chars();
    rest[..stop].contains('.')
        && next.next().is_some_and(char::is_uppercase)
        && next.take(2).filter(|c| c.is_lowercase()).count() == 2
}

/// What stands before a token.
#[derive(Clone, Copy, Default)]
struct Before {
    first: bool,
    joined: bool,
    /// Whether a line ends in between.
    line: bool,
}

/// Whether a character belongs to a word; a comma or colon does between digits: "1,000", "3:30".
fn is_inside(text: &Text, at: usize, c: char) -> bool {
    let bytes = text.as_str().as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    c.is_alphanumeric()
        || matches!(c, '-' | '\'' | '\u{2019}' | '.' | '&' | '@' | '%' | '$' | '#' | '_')
        || matches!(c, ',' | ':') && at > 0 && digit(at - 1) && digit(at + 1)
        || unicode_normalization::char::is_combining_mark(c)
}

/// "Engr. Sola Bamide": a full stop that ends no sentence, before a name.
fn is_titled(text: &Text, start: usize, end: usize, sentences: &HashSet<u32>) -> bool {
    if start == end || !text.as_str()[..end].ends_with('.') {
        return false;
    }
    let next = text.as_str()[end..].trim_start_matches(' ');
    let at = text.len() - next.len();
    at > end && next.starts_with(char::is_uppercase) && !sentences.contains(&(at as u32))
}

fn token(
    text: &Text,
    range: std::ops::Range<usize>,
    titled: impl Fn() -> bool,
    division: &Division,
) -> Option<Token> {
    let raw = &text.as_str()[range.clone()];
    let lead = raw.len() - raw.trim_start_matches(['\'', '\u{2019}', '-', '.', '&']).len();
    let mut word = raw[lead..].trim_end_matches(['\'', '\u{2019}', '-', '&']);
    let mut possessive = word.len() < raw.len() - lead && word.ends_with(division.possessive);
    let whole = word.trim_end_matches('.');
    let stem = whole.strip_suffix(division.possessive).and_then(|w| w.strip_suffix(['\'', '\u{2019}']));
    let ending = stem.map_or("", |stem| &whole[stem.len()..]);
    if let Some(stem) = stem {
        (word, possessive) = (stem, true);
    }
    if word.ends_with('.') && !(keeps_stop(word, division) || is_cut_short(word) && titled()) {
        word = word.trim_end_matches('.').trim_end_matches(['\'', '\u{2019}']);
    }
    if !word.contains(char::is_alphanumeric) {
        return None;
    }
    let start = range.start + lead;
    let mut form = word.to_lowercase().replace('\u{2019}', "'");
    let stem_len = form.len();
    form.push_str(&ending.replace('\u{2019}', "'"));
    let rest = &text.as_str()[start + word.len() + ending.len()..];
    let mark = mark_before(&text.as_str()[..start]);
    Some(Token {
        span: Span::new(start as u32, (start + word.len()) as u32),
        form,
        stem_len,
        possessive,
        capital: is_capital(word, division),
        joined: false,
        first: false,
        headline: false,
        pause: pauses(rest),
        mark,
        marked: mark.is_some_and(is_double) || is_closed(rest),
        quoted: false,
        line: 0,
        sentence: 0,
    })
}

fn is_double(mark: char) -> bool {
    matches!(mark, '"' | '\u{201c}' | '\u{201d}')
}

/// The mark that a word follows at once; two single ones are a double one.
fn mark_before(before: &str) -> Option<char> {
    let mark = before.chars().next_back()?;
    match before.ends_with("''") {
        true => Some('"'),
        false => matches!(mark, '"' | '\u{201c}' | '\u{2018}' | '\'').then_some(mark),
    }
}

/// Whether a double mark closes behind a word, after its comma or full stop.
fn is_closed(rest: &str) -> bool {
    rest.trim_start_matches([',', '.', '?', '!', '\'', '\u{2019}']).starts_with(is_double)
}

fn pauses(rest: &str) -> bool {
    rest.trim_start_matches(['"', '\u{201d}', '\u{2019}', '\''])
        .trim_start_matches(' ')
        .trim_start_matches('-')
        .starts_with([',', ';', ':', '\u{2014}', '\u{2013}', '('])
}

/// "Vale", "al-Masri", "d'Arc".
fn is_capital(word: &str, division: &Division) -> bool {
    let stem = division.prefixes.start_of(word).map_or(word, |prefix| &word[prefix.len()..]);
    stem.starts_with(char::is_uppercase)
}

/// "U.S.", "J.", "Mr.", "Inc.".
fn keeps_stop(word: &str, division: &Division) -> bool {
    let bare = word.trim_end_matches('.');
    bare.contains('.') && bare.split('.').all(|p| p.chars().count() == 1)
        || bare.chars().count() == 1 && bare.starts_with(char::is_uppercase)
        || division.titles.has(&word.to_lowercase())
        || division.stopped.has(bare)
}

/// "Engr.": a short word with a capital and a full stop of its own.
pub(crate) fn is_cut_short(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    (2..=5).contains(&bare.len()) && bare.chars().all(char::is_alphabetic) && bare.len() + 1 == word.len()
}

/// Gives each token its sentence, and whether it is quoted.
fn placed(all: &mut [Token], sentences: &[Span], quotations: &[Quotation]) {
    let pieces: Vec<Span> = quotations.iter().flat_map(|q| q.pieces.iter().copied()).collect();
    let (mut sentence, mut piece) = (0, 0);
    for token in all {
        let at = token.span.start();
        while sentences.get(sentence + 1).is_some_and(|s| s.start() <= at) {
            sentence += 1;
        }
        while pieces.get(piece).is_some_and(|p| p.end() <= at) {
            piece += 1;
        }
        token.sentence = sentence as u32;
        token.quoted = pieces.get(piece).is_some_and(|p| p.start() <= at);
    }
}

/// Marks the tokens of lines of which most words have capitals: there a capital says nothing.
fn headlines(text: &Text, sentences: &[Span], all: &mut [Token]) {
    let mut at = 0;
    let mut from = 0;
    for line in text.as_str().split_inclusive('\n') {
        at += line.len() as u32;
        let to = from + all[from..].iter().take_while(|t| t.span.start() < at).count();
        let long = || all[from..to].iter().filter(|t| t.span.len() > 3);
        let (n, capitals) = (long().count(), long().filter(|t| t.capital).count());
        let stopped = line.trim_end().ends_with(['.', '\u{201d}', '"', '?']);
        let goes_on = || {
            let last = all[from..to].last().and_then(|t| sentences.get(t.sentence as usize));
            last.is_some_and(|s| s.end() > at)
        };
        if n >= 5 && capitals * 10 >= n * if stopped { 9 } else { 7 } && !goes_on() {
            all[from..to].iter_mut().for_each(|t| t.headline = true);
        }
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use crate::Text;
    use crate::language::en::ENGLISH;
    use crate::tokens::Tokens;

    fn shown(text: &str, of: impl Fn(&super::Token) -> String) -> Vec<String> {
        Tokens::new(&Text::new(text), &ENGLISH.division).all.iter().map(of).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        let text =
            "Mr. O\u{2019}Hara\u{2019}s U.S. pier, it\u{2019}s 1,000 m. long\u{2014}don't (ask) at 3:30.";
        let low = shown(text, |t| t.low().to_owned());
        assert_eq!(
            low,
            ["mr.", "o'hara", "u.s.", "pier", "it", "1,000", "m", "long", "don't", "ask", "at", "3:30"]
        );
        let form = shown(text, |t| t.form.clone());
        assert_eq!((form[1].as_str(), form[4].as_str()), ("o'hara's", "it's"));
        let pauses = shown(text, |t| t.pause.to_string());
        assert_eq!(pauses.iter().filter(|p| *p == "true").count(), 3);
    }

    #[test]
    fn each_knows_where_it_stands() {
        let text = "It rained.\n\u{201c}We stayed,\u{201d} she said.";
        let places = shown(text, |t| format!("{} {} {} {}", t.low(), t.line, t.sentence, t.quoted));
        assert_eq!(
            places,
            [
                "it 0 0 false",
                "rained 0 0 false",
                "we 1 1 true",
                "stayed 1 1 true",
                "she 1 1 false",
                "said 1 1 false"
            ]
        );
    }
}
