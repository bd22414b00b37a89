use super::names::name_words;
use crate::article::{Article, leading_name};
use crate::attribution::{Attribution, Mode};
use crate::certainty::{Stance, hedge_in};
use crate::language::Language;
use crate::reading::{Claim, Sourcing};
use crate::source::Kind;
use crate::text::{Span, Spans};

/// How much of a source a reader could look up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Naming {
    /// No source, or an unresolved pronoun.
    #[default]
    Nobody,
    /// An unnamed source: "an official", "two employees".
    Unnamed,
    /// A body without a name of its own: "police", "the fire department".
    Collective,
    /// A person or body by name.
    Named,
}

impl Naming {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Unnamed => "unnamed",
            Self::Collective => "collective",
            Self::Named => "named",
        }
    }
}

/// One claim as it is compared with others. [`Statement::of`] makes it from a claim of a reading; [`Statement::new`]
/// from an attribution alone, to which [`Statement::by`] and [`Statement::presented`] add what is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// The caller's id for it.
    pub id: String,
    /// What is said.
    pub content: Spans,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// The words for the source.
    pub source: Spans,
    /// The name of the source; a later mention is resolved to the name where possible.
    pub source_name: Option<String>,
    /// How much of it could be looked up.
    pub naming: Naming,
    /// What kind of source it is, where that was found out.
    pub kind: Option<Kind>,
    /// Whom the source said it to: "told Agency North".
    pub told: Option<String>,
    /// The hedge ("allegedly"), as written.
    pub hedge: Option<String>,
    /// Whether it is quoted, at least in part.
    pub quoted: bool,
    /// Whether the source denies it: then it is not an origin.
    pub denied: bool,
}

impl Statement {
    /// From an attribution: naming and hedge come from its words, the hearer from its sentence.
    ///
    /// ```
    /// use reportedly::trace::{Naming, Statement};
    /// use reportedly::{Engine, ReadOptions, SourceKind};
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Hale.");
    /// let statement = Statement::new("1", &read.article, &read.reading.claims[0].attribution);
    /// assert_eq!((statement.naming, statement.quoted), (Naming::Named, true));
    /// let known = statement.by(SourceKind::Person, Some("Mara Hale"));
    /// assert_eq!(known.source_name.as_deref(), Some("Mara Hale"));
    /// ```
    pub fn new(id: impl Into<String>, article: &Article, attribution: &Attribution) -> Self {
        let text = &article.text;
        let source = &attribution.source;
        let words: Vec<&str> = source.pieces().iter().map(|&p| text.get(p)).collect();
        let words = words.join(" ");
        let all = source.pieces().iter().chain(attribution.content.pieces()).copied().chain(attribution.cue);
        let claim = all.reduce(Span::cover).unwrap_or_default();
        let around = text.get(sentence(article, claim));
        Self {
            id: id.into(),
            content: attribution.content.clone(),
            cue: attribution.cue,
            source: source.clone(),
            naming: naming(&words, article.language()),
            kind: None,
            source_name: (!words.is_empty()).then_some(words),
            told: told(around, article.language()),
            hedge: hedge_in(text.get(claim), article.language()).map(str::to_owned),
            quoted: attribution.mode != Mode::Indirect,
            denied: false,
        }
    }

    /// The same, with what is known about its source.
    pub fn by(mut self, kind: Kind, name: Option<&str>) -> Self {
        self.naming = match (kind, name) {
            (Kind::Person | Kind::Organization | Kind::Outlet | Kind::Document, Some(_)) => Naming::Named,
            (Kind::Unnamed, _) => Naming::Unnamed,
            (Kind::Collective | Kind::Organization, _) => Naming::Collective,
            (Kind::Person | Kind::Unstated, None) => Naming::Nobody,
            _ => self.naming,
        };
        self.kind = Some(kind);
        self.source_name = name.map(str::to_owned).or(self.source_name);
        self
    }

    /// The same, with how it is presented: what [`judge`](crate::certainty::judge) found.
    pub fn presented(mut self, stance: Stance, hedge: Option<&str>) -> Self {
        self.denied = stance == Stance::Denies;
        self.hedge = hedge.map(str::to_owned).or(self.hedge);
        self
    }

    /// One claim of a reading, with all that was found out about it.
    ///
    /// ```
    /// use reportedly::trace::{Naming, Statement};
    /// use reportedly::{Engine, ReadOptions};
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let statement = Statement::of("1", &read.article, &read.reading.claims[0]);
    /// assert_eq!((statement.source_name.as_deref(), statement.naming), (Some("Mara Hale"), Naming::Named));
    /// ```
    pub fn of(id: impl Into<String>, article: &Article, claim: &Claim) -> Self {
        let bare = Self::new(id, article, &claim.attribution);
        let Some(Sourcing { identity, presented }) = &claim.sourcing else { return bare };
        let hedge = presented.hedge.map(|span| article.text.get(span));
        bare.by(identity.kind, identity.name.as_deref()).presented(presented.stance, hedge)
    }
}

fn naming(source: &str, language: &Language) -> Naming {
    let words = source.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let (words, sources): (Vec<String>, _) = (words.map(str::to_lowercase).collect(), &language.sources);
    // a capital at the beginning of a sentence names nobody
    let first = words.first().map_or("", String::as_str);
    let article = language.phrases.counting.has(first);
    let unnamed = words.iter().any(|w| sources.unnamed.has(w));
    let bare = |n: &str| article && n == first || sources.unnamed.has(n) || sources.collectives.has(n);
    let named = name_words(source, language).iter().any(|n| !bare(n));
    match () {
        () if words.iter().all(|w| language.pronouns.alone.has(w)) => Naming::Nobody,
        () if named && !(unnamed && article) => Naming::Named,
        () if unnamed => Naming::Unnamed,
        () => Naming::Collective,
    }
}

fn told(sentence: &str, language: &Language) -> Option<String> {
    language.sources.said_to.iter().find_map(|cue| {
        let rest = &sentence[sentence.find(cue)? + cue.len()..];
        let bare = rest.split_once(' ').filter(|(the, _)| language.phrases.the.has(&the.to_lowercase()));
        let name = leading_name(bare.map_or(rest, |(_, name)| name), &language.layout);
        (!name.is_empty()).then(|| name.to_owned())
    })
}

/// From the end of the sentence before to the end of the one that a span ends in.
pub(super) fn sentence(article: &Article, span: Span) -> Span {
    let text = article.text.as_str();
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let before = text.get(..span.start() as usize).unwrap_or("");
    let start = before.rfind(ends).map_or(0, |at| at + 1);
    let after = text.get(span.end() as usize..).unwrap_or("");
    let end = after.find(ends).map_or(text.len(), |at| span.end() as usize + at);
    Span::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    fn naming(source: &str) -> Naming {
        super::naming(source, &ENGLISH)
    }

    fn told(sentence: &str) -> Option<String> {
        super::told(sentence, &ENGLISH)
    }

    #[test]
    fn naming_is_read_from_the_words() {
        assert_eq!(["", "He", "who"].map(naming), [Naming::Nobody; 3]);
        assert_eq!(naming("Mara Hale"), Naming::Named);
        assert_eq!(naming("the Harbour Office"), Naming::Named);
        assert_eq!(naming("An official"), Naming::Unnamed);
        assert_eq!(naming("Officials"), Naming::Unnamed);
        assert_eq!(naming("two employees of the Harbour Office"), Naming::Unnamed);
        assert_eq!(["police", "Police"].map(naming), [Naming::Collective; 2]);
    }

    #[test]
    fn what_is_known_of_the_source_counts_and_a_denial_is_seen() {
        let known = |kind, name| Statement::default().by(kind, name);
        assert_eq!(known(Kind::Person, Some("Mara Hale")).source_name.as_deref(), Some("Mara Hale"));
        assert_eq!(known(Kind::Organization, Some("Workers Union")).naming, Naming::Named);
        assert_eq!(known(Kind::Unnamed, None).naming, Naming::Unnamed);
        assert_eq!(known(Kind::Person, None).naming, Naming::Nobody);
        assert!(Statement::default().presented(Stance::Denies, None).denied);
    }

    #[test]
    fn whom_it_was_said_to() {
        assert_eq!(told("Hale told Agency North that it rained"), Some("Agency North".into()));
        assert_eq!(told("Hale told reporters that it rained"), None);
    }
}
