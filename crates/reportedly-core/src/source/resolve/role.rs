//! Resolves a noun such as "the mayor", "the ministry", "the former governor".

use super::{Found, Resolver, kind_of};
use crate::mentions::antecedent::{Asks, Meant, Place, Who, salient};
use crate::mentions::entities::{Mention, SECOND, gender};
use crate::mentions::lexicons::{ANYBODY, BODIES, GROUPS, NOUNS, TITLES};
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::source::Kind;
use crate::text::Span;

/// Words after the noun that restrict it to a different body: "the union representing the drivers".
const RESTRICT: &[&str] = &["of", "for", "at", "from", "in", "representing", "that", "behind", "which"];

/// How far back an office in capitals is looked for, in words.
const REACH: usize = 2000;

/// How far before a name an office can already mean its holder, in bytes: a paragraph or two.
const AHEAD: u32 = 600;

/// Who runs for an office may hold another.
const RUNNING: &[&str] = &["candidate", "contender", "hopeful", "nominee", "opponent", "rival"];

/// Bodies of any sort.
const GENERIC: &[&str] = &[
    "agency",
    "body",
    "business",
    "company",
    "corporation",
    "firm",
    "giant",
    "group",
    "institution",
    "organisation",
    "organization",
];

impl Resolver<'_> {
    /// "the mayor", "the ministry", "the report": someone or something that the article has mentioned before.
    pub(super) fn role(&mut self, p: &Phrase, span: Span, found: &mut Found) {
        let Some(noun) = p.noun.clone() else { return };
        let noun = self.rank(&noun, span);
        let fits = |e: &usize| match p.kind {
            Kind::Unnamed => {
                self.entities.all[*e].class == Class::Person
                    && p.gender.is_none_or(|g| self.entities.all[*e].gender.is_none_or(|h| g == h))
            }
            Kind::Organization => self.entities.all[*e].class == Class::Organization,
            Kind::Outlet => self.entities.all[*e].class == Class::Outlet,
            _ => false,
        };
        let mut called: Vec<usize> = self.entities.called(&noun).iter().copied().filter(fits).collect();
        let places = self.places(&noun, span);
        called.retain(|&e| places.is_empty() || self.is_titled(e, &places));
        // who has spoken is meant, not a namesake in office who comes in later
        if self.by_words.contains_key(&format!("{} {noun}", p.kind.name())) {
            called.retain(|&e| self.entities.all[e].first < span.start());
        }
        // nor one who comes in much later
        let ahead = if self.qualified(&noun, p.kind, span).is_some() { 0 } else { AHEAD };
        let headline = span.start() < self.article.body_start;
        called.retain(|&e| headline || self.entities.all[e].first < span.start() + ahead);
        match called.as_slice() {
            [] => self.again(&noun, p, span, found),
            [one] => {
                (found.entity, found.kind, found.why) =
                    (Some(*one), kind_of(self.entities.all[*one].class), format!("the only {noun}"))
            }
            many => match self.one_of(many, span) {
                Some(one) => {
                    (found.entity, found.kind, found.why) =
                        (Some(one), kind_of(self.entities.all[one].class), format!("the {noun} who is meant"))
                }
                None => {
                    let [one, two] = [many[0], many[1]].map(|e| self.entities.all[e].name.clone());
                    let words = self.text().get(span).to_owned();
                    self.doubt(
                        span,
                        format!("\u{201c}{words}\u{201d} could be {one} or {two}; it is left unresolved."),
                    );
                    found.kind = kind_of(self.entities.all[many[0]].class);
                }
            },
        }
    }

    /// "The health ministry", "the prosecuting attorney": a body or an office that small words before its noun tell from others.
    pub(super) fn qualified(&self, noun: &str, kind: Kind, span: Span) -> Option<String> {
        let range = self.terms.range(span);
        let head = noun.rsplit(' ').next()?;
        let head = range.clone().find(|&i| self.words().low(i) == head)?;
        // "the Carrow Mayor"
        let place = kind == Kind::Unnamed && self.terms.all[head].capital;
        let small = |&i: &usize| (place || !self.terms.all[i].capital) && !self.terms.all[i].possessive;
        let first = (range.start..head).rev().take_while(small).last()?;
        let words = (first..head).map(|i| self.words().low(i));
        let words: Vec<String> = words
            .filter(|w| {
                !matches!(w.as_str(), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "this" | "same")
            })
            .collect();
        let office = kind == Kind::Unnamed && NOUNS.get(noun).is_some_and(|v| gender(v).is_none());
        ((kind == Kind::Organization || office) && !words.is_empty())
            .then(|| format!("{} {noun}", words.join(" ")))
    }

    /// What the row of a noun is found by.
    pub(super) fn key(&self, noun: &str, kind: Kind, span: Span) -> String {
        let whole = self.qualified(noun, kind, span);
        format!("{} {}", kind.name(), self.rank(whole.as_deref().unwrap_or(noun), span))
    }

    /// "The former governor", "the deputy sheriff": another office than the noun alone.
    pub(super) fn rank(&self, noun: &str, span: Span) -> String {
        let before =
            |w: &String| w == "former" || SECOND.contains(&w.as_str()) && !noun.starts_with(w.as_str());
        let ranks = self.terms.range(span).map(|i| self.words().low(i)).filter(before);
        ranks.chain([noun.to_owned()]).collect::<Vec<_>>().join(" ")
    }

    /// "The Carrow Mayor", "the Marlow County Sheriff": where the office is, in small letters.
    fn places(&self, noun: &str, span: Span) -> Vec<String> {
        let range = self.terms.range(span);
        let head = noun.rsplit(' ').next().unwrap_or_default();
        let office =
            range.clone().find(|&i| self.words().low(i) == head).filter(|&i| self.terms.all[i].capital);
        let before = office.map_or(0..0, |i| range.start..i).filter(|&i| self.terms.all[i].capital);
        let words = before.map(|i| self.words().low(i));
        words.filter(|w| !matches!(w.as_str(), "the" | "police" | "fire" | "former")).collect()
    }

    /// Whether somebody's title has all of the words.
    fn is_titled(&self, entity: usize, words: &[String]) -> bool {
        let title = self.entities.all[entity].title.as_deref().unwrap_or_default().to_lowercase();
        words.iter().all(|word| title.split_whitespace().any(|w| w == word))
    }

    /// Of several that a noun fits, the one that the words beside it fit, or the most salient.
    fn one_of(&self, many: &[usize], span: Span) -> Option<usize> {
        if span.start() < self.article.body_start {
            return self.first_of(many);
        }
        let place = Place { asks: Asks::Anyone, at: span, from: span.start() };
        self.described(many, span)
            .or_else(|| self.nearest(many, span))
            .or_else(|| salient(many, place, &self.words(), self.tokens, &self.spoke))
    }

    /// A headline is about the person whom the first sentences name.
    fn first_of(&self, many: &[usize]) -> Option<usize> {
        let body = self.tokens.sentences.partition_point(|s| s.start() < self.article.body_start);
        let lead = self.tokens.sentences.get(body)?.cover(*self.tokens.sentences.get(body + 1)?);
        self.entities.within(lead).iter().filter_map(|m| m.entity).find(|e| many.contains(e))
    }

    /// "the Republican nominee": the only one whose title has the words before the noun.
    fn described(&self, many: &[usize], span: Span) -> Option<usize> {
        let w = self.words();
        let words: Vec<String> = self.terms.range(span).map(|i| w.low(i)).filter(|w| w != "the").collect();
        let shared = |e: &usize| {
            let title = self.entities.all[*e].title.as_ref().map_or(String::new(), |t| t.to_lowercase());
            title.split_whitespace().filter(|t| words.iter().any(|w| w == t)).count()
        };
        let most = many.iter().map(shared).max()?;
        let mut best = many.iter().filter(|e| shared(e) == most);
        match (best.next(), best.next()) {
            (Some(one), None) => Some(*one),
            _ => None,
        }
    }

    /// The same noun as an earlier source without a name, or a description of the one spoken about.
    fn again(&self, noun: &str, p: &Phrase, span: Span, found: &mut Found) {
        let qualified = self.qualified(noun, p.kind, span);
        let whole = qualified.as_deref().unwrap_or(noun);
        if let Some(&row) = self.by_words.get(&format!("{} {whole}", p.kind.name())) {
            (found.row, found.kind) = (Some(row), self.out.rows[row].kind);
            found.why = format!("the {noun} spoken of before");
            return;
        }
        if p.kind == Kind::Unnamed && !self.places(noun, span).is_empty() {
            return;
        }
        // "the union representing drivers", "the Skyworkers union": another one
        let own = |i: usize| {
            self.terms.all[i].capital && !self.terms.all[i].first
                || RESTRICT.contains(&self.words().low(i).as_str())
        };
        let own = self.terms.range(span).skip(1).take_while(|&i| self.terms.all[i].joined).any(own);
        if p.kind == Kind::Organization && BODIES.has(noun) {
            let place = Place { asks: Asks::Body, at: span, from: span.start() };
            let fits = |e: usize| {
                let roles = &self.entities.all[e].roles;
                GENERIC.contains(&noun) || roles.is_empty() || roles.iter().any(|r| r == noun)
            };
            if let Meant::Found(Who::Entity(e)) = self.meant(place)
                && !own
                && qualified.is_none()
                && fits(e)
            {
                (found.entity, found.kind) = (Some(e), kind_of(self.entities.all[e].class));
                found.why = format!("the {noun} is the one spoken of");
            }
            return;
        }
        // "the head of the delegation" is as likely somebody new
        let tail = |i: usize| {
            matches!(self.words().low(i).as_str(), "of" | "for" | "at" | "from")
                && self.words().low(i + 1) != "state"
        };
        let told = self.terms.range(span).skip(1).take_while(|&i| self.terms.all[i].joined).any(tail);
        if p.kind != Kind::Unnamed || ANYBODY.has(noun) || told {
            return;
        }
        // one without a name has just spoken: "another grandmaster said ... the player said"
        if self.spoke.last().is_some_and(|s| matches!(s.who, Who::Row(_)) && s.person && !s.plural) {
            return;
        }
        let asks = p.gender.map_or(Asks::Anyone, Asks::One);
        // "the Duke of Vale" has no other name here
        let titled_before = |i: usize| {
            let term = &self.terms.all[i];
            term.capital && !term.first && self.words().low(i) == noun
        };
        let start = self.terms.range(span).start;
        if (start.saturating_sub(REACH)..start).any(titled_before) {
            return;
        }
        // "the governor", "the former governor" is not the mayor
        let titled = TITLES.has(noun) || noun.rsplit(' ').next().is_some_and(|last| TITLES.has(last));
        let office = |e: usize| {
            let roles = &self.entities.all[e].roles;
            let mut offices = roles.iter().filter(|r| !RUNNING.contains(&r.as_str())).peekable();
            titled && offices.peek().is_some() && !offices.any(|r| r == noun)
        };
        // "the regulator, the Data Board", "the FBI director", but not "the Republican nominee"
        let name = |m: &Mention| {
            let group = GROUPS.has(&format!("{}s", self.text().get(m.span).to_lowercase()));
            let named = |e: usize| {
                matches!(self.entities.all[e].class, Class::Person | Class::Organization | Class::Outlet)
            };
            !m.possessive && !group && m.entity.is_some_and(named)
        };
        let named = self.entities.within(span).iter().any(name);
        if let Meant::Found(Who::Entity(e)) = self.meant(Place { asks, at: span, from: span.start() })
            && !named
            && !office(e)
        {
            (found.entity, found.kind) = (Some(e), kind_of(self.entities.all[e].class));
            found.why = format!("the {noun} is the one spoken of");
        }
    }

    /// Of several, the only one who was named within the last sentences.
    fn nearest(&self, many: &[usize], span: Span) -> Option<usize> {
        let here = self.tokens.sentence_at(span.start());
        let least = self.tokens.sentences.get(here.saturating_sub(4))?.start();
        let near = self.entities.before(span.start()).take(60).take_while(|m| m.span.start() >= least);
        let mut named: Vec<usize> = near.filter_map(|m| m.entity).filter(|e| many.contains(e)).collect();
        named.dedup();
        match named.as_slice() {
            [one, rest @ ..] if rest.iter().all(|e| e == one) => Some(*one),
            _ => None,
        }
    }
}
