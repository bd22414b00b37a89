//! Who and what is named in an article: the names that a trained reader sees, those of one bearer together.
//!
//! The reader says where names stand and of what; which of them are one, their letters decide: a surname goes with the
//! full name, "CFB" with the "Carrow Fisheries Board". Where several full names fit, it goes with the one that the
//! reader takes it for by far, or with none.

use std::collections::HashMap;

use crate::article::Prose;
use crate::insight::{Insight, NameType, likeliest};
use crate::text::Span;
use crate::tokens::Token;

/// A named person, body, place or thing.
#[derive(Clone, Debug)]
pub struct Member {
    /// The fullest name in the article.
    pub name: String,
    /// The words of it in small letters.
    words: Vec<String>,
    /// How likely each [`NameType`] is, over all mentions.
    pub types: [f32; 7],
    /// Where it is named, in text order.
    pub mentions: Vec<Span>,
}

/// All who are named in an article.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// In the order of their first mention.
    pub all: Vec<Member>,
}

/// A name as it is written somewhere in the article, with all places where it is.
struct Form {
    words: Vec<String>,
    name: String,
    capitals: bool,
    types: [f32; 7],
    mentions: Vec<Span>,
}

/// The most bearers that a name is asked about.
const SEVERAL: usize = 24;
/// The most mentions of each that are looked at.
const MENTIONS: usize = 6;
/// How much better the best bearer must fit than the second and than nobody, in logarithms.
const BY_FAR: f32 = 2.0;

/// What a longer name is found by, so that no name is compared with all others.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Word(String),
    /// The first two words, the last two, or the first and the last.
    Pair(u8, String, String),
    Initials(String),
}

impl Form {
    /// What others may find it by.
    fn keys(&self) -> Vec<Key> {
        let mut words = self.words.clone();
        words.sort_unstable();
        words.dedup();
        let initials = (self.words.len() > 1).then(|| Key::Initials(initials(&self.name)));
        words.into_iter().map(Key::Word).chain(self.pairs()).chain(initials).collect()
    }

    /// What it looks for others by.
    fn asks(&self) -> Vec<Key> {
        match &self.words[..] {
            [one] => {
                let initials = self.capitals.then(|| Key::Initials(one.clone()));
                std::iter::once(Key::Word(one.clone())).chain(initials).collect()
            }
            _ => self.pairs(),
        }
    }

    fn pairs(&self) -> Vec<Key> {
        match &self.words[..] {
            [first, .., last] => {
                let n = self.words.len();
                let pair = |which, a: &String, b: &String| Key::Pair(which, a.clone(), b.clone());
                vec![pair(0, first, &self.words[1]), pair(1, &self.words[n - 2], last), pair(2, first, last)]
            }
            _ => Vec::new(),
        }
    }
}

impl Cast {
    /// Puts the names of an article together.
    pub fn new(prose: Prose, insight: &dyn Insight) -> Self {
        let mut forms = forms(prose, insight);
        // the fullest first; of equals the one that comes first
        forms.sort_by_key(|f| (std::cmp::Reverse(f.words.len()), f.mentions[0].start()));
        let mut cast = Self::default();
        let mut index: HashMap<Key, Vec<usize>> = HashMap::new();
        for form in forms {
            let near = form.asks().iter().filter_map(|key| index.get(key)).flatten().copied().collect();
            match cast.bearer(&form, near, insight) {
                Some(at) => cast.all[at].take(form),
                None => {
                    let at = cast.all.len();
                    form.keys().into_iter().for_each(|key| index.entry(key).or_default().push(at));
                    let Form { words, name, types, mentions, .. } = form;
                    cast.all.push(Member { name, words, types, mentions });
                }
            }
        }
        for member in &mut cast.all {
            member.mentions.sort();
            member.types = shares(&member.types);
        }
        cast.all.sort_by_key(|m| m.mentions[0]);
        cast
    }

    /// The one that a shorter name belongs to.
    fn bearer(&self, form: &Form, mut near: Vec<usize>, insight: &dyn Insight) -> Option<usize> {
        near.sort_unstable();
        near.dedup();
        near.retain(|&at| self.all[at].may_be_called(form));
        match near[..] {
            [] => None,
            [one] => Some(one),
            _ => {
                let same = near.iter().find(|&&at| self.all[at].words == form.words);
                same.copied().or_else(|| self.by_far(form, &near, insight))
            }
        }
    }

    /// Of several that a name fits, the one that the reader takes it for, on average over its first mentions.
    fn by_far(&self, form: &Form, near: &[usize], insight: &dyn Insight) -> Option<usize> {
        if near.len() > SEVERAL {
            return None;
        }
        let starts =
            |mentions: &[Span]| mentions.iter().take(MENTIONS).map(|m| m.start()).collect::<Vec<u32>>();
        let asked = starts(&form.mentions);
        let score = |at: &usize| {
            let theirs = starts(&self.all[*at].mentions);
            let best = |from: &u32| insight.same(*from, &theirs).into_iter().fold(f32::MIN, f32::max);
            asked.iter().map(best).sum::<f32>() / asked.len() as f32
        };
        let scores: Vec<f32> = near.iter().map(score).collect();
        let best = likeliest(&scores);
        let second =
            scores.iter().enumerate().filter(|(k, _)| *k != best).map(|(_, &s)| s).fold(0.0, f32::max);
        (scores[best] - second >= BY_FAR).then(|| near[best])
    }
}

impl Member {
    fn take(&mut self, form: Form) {
        self.types.iter_mut().zip(form.types).for_each(|(sum, p)| *sum += p);
        self.mentions.extend(form.mentions);
    }

    /// What it most likely is.
    pub fn kind(&self) -> NameType {
        NameType::ALL[likeliest(&self.types)]
    }

    fn may_be_called(&self, form: &Form) -> bool {
        let (full, short) = (&self.words, &form.words);
        if full == short {
            return true;
        }
        let [mine, theirs] = [self.types, form.types].map(|types| shares(&types));
        let alike: f32 = mine.iter().zip(theirs).map(|(a, b)| a * b).sum();
        if alike < 0.25 {
            return false;
        }
        if self.kind() == NameType::Person {
            let ends = full.ends_with(short) || short.len() == 1 && full[0] == short[0];
            let first_and_last = short.len() > 1 && full[0] == short[0] && full.last() == short.last();
            return ends || first_and_last;
        }
        let acronym = short.len() == 1 && form.capitals && initials(&self.name) == short[0];
        full.starts_with(short) || full.ends_with(short) && short.len() > 1 || acronym
    }
}

fn shares(types: &[f32; 7]) -> [f32; 7] {
    let total: f32 = types.iter().sum();
    types.map(|p| p / total.max(1e-6))
}

/// "cfb" of "Carrow Fisheries Board".
fn initials(name: &str) -> String {
    let words = name.split([' ', '-']).filter_map(|w| w.chars().next());
    words.filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect()
}

fn forms(prose: Prose, insight: &dyn Insight) -> Vec<Form> {
    let mut out: Vec<Form> = Vec::new();
    let mut at: HashMap<Vec<String>, usize> = HashMap::new();
    for name in insight.names() {
        let span = untitled(prose, whole(prose, name.span), NameType::ALL[likeliest(&name.types)]);
        let tokens = prose.within(span);
        let words: Vec<String> = tokens.iter().map(|t| t.low().trim_end_matches('.').to_owned()).collect();
        if words.iter().all(String::is_empty) {
            continue;
        }
        let form = *at.entry(words.clone()).or_insert_with(|| {
            let written = written(prose, span, tokens);
            let capitals = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            out.push(Form { words, name: written, capitals, types: [0.0; 7], mentions: Vec::new() });
            out.len() - 1
        });
        out[form].types.iter_mut().zip(name.types).for_each(|(sum, p)| *sum += p);
        out[form].mentions.push(span);
    }
    out
}

/// A name that the reader ends within a word, "Ki-" of "Ki-moon", goes on to its end.
fn whole(prose: Prose, span: Span) -> Span {
    let Some(last) = prose.within(span).last().filter(|last| last.span.end() > span.end()) else {
        return span;
    };
    let rest = prose.get(Span::new(span.end(), last.span.end()));
    let goes_on = rest.starts_with(char::is_alphanumeric) && !last.possessive;
    if goes_on { span.cover(last.span) } else { span }
}

/// Without "the", and without a person's titles, before it.
fn untitled(prose: Prose, span: Span, kind: NameType) -> Span {
    let (language, tokens) = (prose.language, prose.within(span));
    let names = &language.names;
    let is_extra = |t: &&Token| match kind {
        NameType::Person => names.titles.has(t.low()) && names.given.get(t.low()).is_none(),
        NameType::Work => false,
        _ => language.phrases.definite.has(t.low()),
    };
    let before = tokens.iter().take_while(is_extra).count();
    match tokens.get(before).filter(|_| before > 0) {
        Some(first) => Span::new(first.span.start(), span.end()),
        None => span,
    }
}

/// The name without the ending of a possessive.
fn written(prose: Prose, span: Span, tokens: &[Token]) -> String {
    let whole = prose.get(span);
    let marks = |word: &str| word.strip_suffix(['\'', '\u{2019}']).map(str::len);
    let possessive = tokens.last().is_some_and(|last| last.possessive);
    let ending = whole.strip_suffix(prose.language.division.possessive).and_then(marks);
    let bare = match ending.or_else(|| marks(whole)).filter(|_| possessive) {
        Some(end) => &whole[..end],
        None => whole,
    };
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::insight::{Judged, Name, Parts, Sureness};

    /// Knows where names stand, and of what each is one.
    struct Given(Vec<Name>);

    impl Insight for Given {
        fn names(&self) -> &[Name] {
            &self.0
        }
        fn same(&self, _: u32, others: &[u32]) -> Vec<f32> {
            vec![0.0; others.len()]
        }
        fn who(&self, candidates: &[Vec<f32>]) -> Vec<f32> {
            vec![0.0; candidates.len()]
        }
        fn judge(&self, _: &Parts, _: &[f32]) -> Judged {
            Judged {
                kind: [0.0; 8],
                certainty: [0.0; 4],
                polarity: [0.0; 3],
                stance: [0.0; 7],
                right: [0.0; 4],
            }
        }
        fn confidence(&self, _: &Sureness) -> f32 {
            0.0
        }
        fn view(&self, _: &Parts) -> Vec<f32> {
            Vec::new()
        }
    }

    /// The cast of a text in which names stand in brackets, with a letter for their type before them: "p[Mara Hale]".
    /// Person, organization, outlet, location, work, event, other.
    fn cast(marked: &str) -> Vec<String> {
        let (mut text, mut names, mut rest) = (String::new(), Vec::new(), marked);
        while let Some(open) = rest.find('[') {
            let close = rest[open..].find(']').unwrap() + open;
            text += &rest[..open - 1];
            let start = text.len() as u32;
            text += &rest[open + 1..close];
            let letter = &rest[open - 1..open];
            let mut types = [0.0; 7];
            types["poulwvx".find(letter).unwrap()] = 1.0;
            names.push(Name { span: Span::new(start, text.len() as u32), types });
            rest = &rest[close + 1..];
        }
        text += rest;
        let article = Article::from_text(text);
        let tokens = article.tokens();
        let cast = Cast::new(Prose::of(&article, &tokens), &Given(names));
        cast.all.iter().map(|m| format!("{} {}", m.name, m.mentions.len())).collect()
    }

    #[test]
    fn shorter_names_go_with_the_only_one_that_has_them() {
        let found =
            cast("p[Mara Hale] and p[Hale]\u{2019}s friend p[Ida M. Brook]. p[Ida Brook] saw p[Mara].");
        assert_eq!(found, ["Mara Hale 3", "Ida M. Brook 2"]);
    }

    #[test]
    fn a_surname_of_two_goes_with_neither() {
        assert_eq!(
            cast("p[Mara Hale] met p[Tom Hale]. p[Hale] left."),
            ["Mara Hale 1", "Tom Hale 1", "Hale 1"]
        );
    }

    #[test]
    fn a_body_goes_by_its_first_words_and_by_its_initials() {
        let found = cast("o[Carrow Fisheries Board] met. The o[CFB] and o[Carrow Fisheries] agreed.");
        assert_eq!(found, ["Carrow Fisheries Board 3"]);
    }

    #[test]
    fn what_is_something_else_is_another() {
        assert_eq!(cast("l[Carrow] wrote to p[Ida Carrow]."), ["Carrow 1", "Ida Carrow 1"]);
    }

    #[test]
    fn many_names_are_no_matter() {
        let many: String = (0..10_000).map(|i| format!("p[Ada Vale{i}], ")).collect();
        assert_eq!(cast(&many).len(), 10_000);
        assert_eq!(cast(&"p[Ada Vale], ".repeat(5_000)), ["Ada Vale 5000"]);
    }
}
