mod identity;
mod later;
mod owner;
mod reply;
mod role;

use std::collections::{HashMap, HashSet};

use super::{Identity, Kind, Sources};
use crate::article::{Article, Note, NoteKind, Prose};
use crate::attribution::rules::transcript;
use crate::attribution::{Attribution, Mode};
use crate::mentions::antecedent::{Asks, Spoke, Who, asks};
use crate::mentions::entities::Entities;
use crate::mentions::lexicons::{ORGANIZATIONS, OUTLETS, PLACES};
use crate::mentions::names::{Class, is_acronym};
use crate::mentions::phrase::{Phrase, Words, phrase};
use crate::mentions::spelling::Spelling;
use crate::mentions::terms::Terms;
use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// Goes through the claims in text order and remembers who has spoken.
pub struct Resolver<'a> {
    article: &'a Article,
    tokens: &'a Tokens,
    attributions: &'a [Attribution],
    terms: Terms,
    entities: Entities,
    out: Sources,
    spoke: Vec<Spoke>,
    by_entity: HashMap<usize, usize>,
    by_words: HashMap<String, usize>,
    /// The latest unresolved "he" or "she", and its claim.
    open: Option<(Asks, Span, usize)>,
    /// Who speaks in a transcript, in capitals that might be an acronym: "HALE".
    speakers: HashSet<String>,
}

/// "Q" and "A" in an interview.
const LETTER: &str = "a letter for who speaks";

/// A source found, before it has a row.
struct Found {
    kind: Kind,
    entity: Option<usize>,
    row: Option<usize>,
    phrase: Option<Phrase>,
    /// Whom an unnamed source belongs to: "Vale's lawyers", "her lawyers".
    owner: Option<Who>,
    /// The words that describe the source: for "who", the words before it.
    words: Option<Span>,
    why: String,
}

impl Found {
    fn new(kind: Kind, why: &str) -> Self {
        Self { kind, entity: None, row: None, phrase: None, owner: None, words: None, why: why.to_owned() }
    }
}

impl<'a> Resolver<'a> {
    pub fn new(article: &'a Article, tokens: &'a Tokens, attributions: &'a [Attribution]) -> Self {
        let terms = Terms::new(&article.text, tokens);
        let entities = Entities::new(Prose::of(article, tokens), &Spelling::new(tokens));
        Self {
            article,
            tokens,
            attributions,
            terms,
            entities,
            out: Sources::default(),
            spoke: Vec::new(),
            by_entity: HashMap::new(),
            by_words: HashMap::new(),
            open: None,
            speakers: speakers(article),
        }
    }

    pub fn all(mut self) -> Sources {
        for i in 0..self.attributions.len() {
            let a = &self.attributions[i];
            let found = self.found(i, a);
            let identity = self.identity(i, a, found);
            self.out.identities.push(identity);
        }
        self.out
    }

    fn text(&self) -> &'a Text {
        &self.article.text
    }

    fn words(&self) -> Words<'_> {
        Words { text: &self.article.text, terms: &self.terms, entities: &self.entities }
    }

    fn found(&mut self, i: usize, a: &Attribution) -> Found {
        let Some(span) = a.source.cover() else { return self.nobody(i, a) };
        if self.is_body(span) {
            return self.named(span);
        }
        let low = self.text().get(span).trim().to_lowercase().replace('\u{2019}', "'");
        let word = ["by ", "for ", "to ", "from ", "of ", "with "]
            .iter()
            .find_map(|p| low.strip_prefix(p))
            .unwrap_or(&low);
        match word {
            "i" | "we" | "me" | "us" | "my" | "our" | "myself" | "ourselves" | "i'm" | "i've" | "we're"
            | "we've" => self.first_person(i, span),
            // turns of an interview
            "q" | "a" => Found::new(Kind::Unnamed, LETTER),
            "you" | "your" | "yourself" => Found::new(Kind::Collective, "the reader"),
            "that" => self.relative(span),
            w if matches!(w.split(' ').next(), Some("who" | "which" | "whose" | "whom")) => {
                let first = self.terms.range(span).start;
                self.relative(self.terms.all.get(first).map_or(span, |t| t.span))
            }
            "this reporter" | "this writer" | "this columnist" | "this author" | "this correspondent" => {
                Found::new(Kind::Author, "the writer")
            }
            "by" | "from" | "of" => self.named(self.onward(span)),
            _ => match asks(word) {
                Some(asks) => self.pronoun(asks, span, a),
                None => self.named(span),
            },
        }
    }

    /// "WHO" and "US" are no pronouns, but where everything is in capitals.
    fn is_body(&self, span: Span) -> bool {
        let sentence = self.tokens.sentences.get(self.tokens.sentence_at(span.start()));
        let small = || sentence.is_some_and(|s| self.text().get(*s).contains(char::is_lowercase));
        matches!(self.text().get(span).trim(), "WHO" | "US" | "IT") && small()
    }

    /// A preposition alone: the words after it are meant.
    fn onward(&self, span: Span) -> Span {
        let all = &self.terms.all;
        let at = self.terms.range(span).end;
        let more = all[at..]
            .iter()
            .take(4)
            .take_while(|t| t.joined && !matches!(self.text().get(t.span), "as" | "that" | "to" | "for"));
        more.last().map_or(span, |t| span.cover(t.span))
    }

    /// No source: the quotation continues, or none is given.
    fn nobody(&self, i: usize, a: &Attribution) -> Found {
        let unstated = self.introduced(i, a).unwrap_or(Found::new(Kind::Unstated, "nobody is named"));
        let Some(start) = a.content.cover().map(|c| c.start()) else { return unstated };
        let quoted = |a: &Attribution| a.mode != Mode::Indirect;
        let Some(j) =
            i.checked_sub(1).filter(|&j| a.cue.is_none() && quoted(a) && quoted(&self.attributions[j]))
        else {
            return unstated;
        };
        let before = self.attributions[j]
            .content
            .cover()
            .into_iter()
            .chain(self.attributions[j].cue)
            .chain(self.attributions[j].source.cover());
        let end = before.map(|s| s.end()).max().unwrap_or(0);
        let gap = self.text().get(Span::new(end.min(start), start));
        let close = !gap.contains('\n') && gap.split_whitespace().count() <= 3;
        match self.out.identities.get(j).filter(|_| close) {
            Some(Identity { kind, source: Some(row), .. }) => {
                Found { row: Some(*row), ..Found::new(*kind, "the quotation before goes on") }
            }
            _ => unstated,
        }
    }

    /// "Vale declared the strike over in a statement:" before a quotation: the one who speaks there, or is named first.
    fn introduced(&self, i: usize, a: &Attribution) -> Option<Found> {
        let start = a.content.cover().filter(|_| a.cue.is_none() && a.mode == Mode::Direct)?.start();
        let at = self.tokens.sentence_at(start).checked_sub(1)?;
        let before = *self.tokens.sentences.get(at)?;
        let words = self.text().get(before);
        if !words.ends_with(':') || before.end() > start || words.len() > 400 {
            return None;
        }
        let said = |j: &usize| self.attributions[*j].cue.is_some_and(|c| before.contains(c));
        let spoken = (0..i).rev().take(8).find(said).and_then(|j| self.out.identities.get(j));
        let why = "the sentence before brings it in";
        if let Some(Identity { kind, source: Some(row), .. }) = spoken {
            return Some(Found { row: Some(*row), ..Found::new(*kind, why) });
        }
        let first = self.entities.within(before).first()?;
        let ahead = self.terms.range(Span::new(before.start(), first.titled.start())).len();
        let text =
            ["statement", "email", "e-mail", "post", "tweet", "letter", "release", "speech", "message"];
        let entity = first.entity.filter(|_| ahead <= 4 && !first.possessive)?;
        let class = self.entities.all[entity].class;
        let fits = matches!(class, Class::Person | Class::Organization | Class::Outlet)
            && text.iter().any(|t| words.contains(t));
        fits.then(|| Found { entity: Some(entity), ..Found::new(kind_of(class), why) })
    }

    /// "I": the writer, or the one who is being quoted.
    fn first_person(&self, i: usize, span: Span) -> Found {
        let quoted = self.tokens.quoted(span.start()).is_some();
        // a turn of a transcript, an answer in an interview
        let turn = |a: &Attribution| a.cue.is_none_or(|c| self.text().get(c) == ":");
        let inside = |a: &Attribution| a.content.pieces().iter().any(|p| p.contains(span));
        let holds = |a: &Attribution| inside(a) && (quoted || turn(a));
        if !quoted && !(0..i).rev().take(8).any(|j| holds(&self.attributions[j])) {
            return Found::new(Kind::Author, "the writer");
        }
        let outer = (0..i).rev().take(8).find(|&j| holds(&self.attributions[j]));
        match outer.and_then(|j| self.out.identities.get(j)) {
            Some(Identity { kind, source: Some(row), .. }) => {
                Found { row: Some(*row), ..Found::new(*kind, "the one who is quoted") }
            }
            _ => Found::new(Kind::Person, "one who is quoted"),
        }
    }

    /// A source in words of its own.
    fn named(&mut self, span: Span) -> Found {
        let p = phrase(span, &self.words());
        if p.open {
            let words = self.text().get(span).to_owned();
            self.doubt(
                span,
                format!(
                    "\u{201c}{words}\u{201d} could be more than one person or body; it is left unresolved."
                ),
            );
        }
        let mut found = Found { entity: p.entity, ..Found::new(p.kind, p.why) };
        if p.entity.is_none() && p.kind == Kind::Organization && p.owner.is_some() {
            found.entity = self.of_an_office(span);
        }
        // a headline leaves the article out
        let definite = p.definite || span.start() < self.article.body_start;
        if p.entity.is_none() && definite && !p.plural && p.owner.is_none() {
            self.role(&p, span, &mut found);
        }
        // "one of her lawyers" is not her lawyers
        found.owner = p.owner.filter(|o| o.start() == span.start()).and_then(|owner| self.owner(owner, &p));
        (found.phrase, found.words) = (Some(p), Some(span));
        if found.kind == Kind::Organization && self.speakers.contains(self.text().get(span)) {
            found.kind = Kind::Person;
        }
        found
    }

    /// "The sheriff's office", where one such body is named.
    fn of_an_office(&self, span: Span) -> Option<usize> {
        let all = self.terms.range(span);
        let words: Vec<String> = all.map(|i| self.words().low(i)).skip_while(|w| w == "the").collect();
        let small = !self.text().get(span).chars().skip(1).any(char::is_uppercase);
        self.entities.with_tail(&words).filter(|_| small && words.len() > 1)
    }

    fn doubt(&mut self, span: Span, message: String) {
        self.out.notes.push(Note { kind: NoteKind::Source, span: Some(span), message });
    }
}

/// The labels of a transcript that no body is known by.
fn speakers(article: &Article) -> HashSet<String> {
    let turns = transcript(article).into_iter().filter_map(|turn| turn.source.cover());
    let labels = turns.map(|span| article.text.get(span)).filter(|label| is_acronym(label));
    let known = |label: &&str| {
        let low = label.to_lowercase();
        OUTLETS.has(&low) || ORGANIZATIONS.has(&low) || PLACES.has(&low)
    };
    labels.filter(|label| !known(label)).map(str::to_owned).collect()
}

fn kind_of(class: Class) -> Kind {
    match class {
        Class::Person | Class::Unknown => Kind::Person,
        Class::Organization | Class::Place => Kind::Organization,
        Class::Outlet => Kind::Outlet,
        Class::Document => Kind::Document,
        Class::Group => Kind::Collective,
    }
}
