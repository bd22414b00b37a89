//! Later mentions: pronouns, "who", and nouns such as "the mayor", led back to whom they mean.

use super::{Found, Resolver, kind_of};
use crate::attribution::{Attribution, Mode};
use crate::source::Kind;
use crate::source::antecedent::{Asks, Meant, Place, Who, meant, salient};
use crate::source::entities::Mention;
use crate::source::lexicons::{ANYBODY, BODIES, GROUPS, TITLES};
use crate::source::names::Class;
use crate::source::phrase::{Phrase, phrase};
use crate::text::Span;

/// What ties a place or a body to the one who belongs to it.
const PREPOSITIONS: &[&str] = &["at", "of", "for", "in", "from", "with", "on", "near", "inside"];

/// What behind "the union" says that it is another one.
const RESTRICT: &[&str] = &["of", "for", "at", "from", "in", "representing", "that", "behind", "which"];

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
    /// "who", "which": what stands before it.
    pub(super) fn relative(&mut self, span: Span) -> Found {
        let at = self.terms.range(span).start;
        let sentence =
            self.tokens.sentences.get(self.tokens.sentence_at(span.start())).copied().unwrap_or(span);
        let from = self.terms.range(sentence).start;
        let w = self.words();
        let person = self.text().get(span).eq_ignore_ascii_case("who");
        let mut start = at;
        let mut commas = 0;
        while start > from && at - start < 14 {
            let term = &w.terms.all[start - 1];
            let word = w.low(start - 1);
            let verb = matches!(
                word.as_str(),
                "said"
                    | "is"
                    | "was"
                    | "are"
                    | "were"
                    | "has"
                    | "had"
                    | "told"
                    | "that"
                    | "met"
                    | "and"
                    | "but"
            );
            let joined = w.terms.all[start].joined;
            commas += usize::from(!joined);
            if verb || commas > 2 || commas == 2 && at - start > 8 {
                break;
            }
            start -= 1;
            let begins = matches!(
                word.as_str(),
                "the"
                    | "a"
                    | "an"
                    | "some"
                    | "many"
                    | "several"
                    | "two"
                    | "three"
                    | "those"
                    | "his"
                    | "her"
                    | "their"
            ) || term.first;
            // "an official at the ministry, who": no ministry is a "who"
            let begins =
                begins && !(person && start > from && PREPOSITIONS.contains(&w.low(start - 1).as_str()));
            let named = term.capital
                && w.terms.all.get(start.wrapping_sub(1)).is_none_or(|t| !t.capital || !term.joined);
            if begins
                || named
                    && commas > 0
                    && (self.entities.within(term.span.cover(w.terms.all[at - 1].span)).iter())
                        .any(|m| m.entity.is_none_or(|e| !person || self.is_somebody(e)))
            {
                break;
            }
        }
        if start == at {
            return Found::new(Kind::Unnamed, "nothing stands before it");
        }
        let before = w.terms.all[start].span.cover(w.terms.all[at - 1].span);
        // a name right before the comma is the one meant
        let last = self
            .entities
            .before(span.start())
            .next()
            .filter(|m| m.span.end() == before.end())
            .filter(|m| m.entity.is_some_and(|e| !person || self.is_somebody(e)));
        let name = last.map(|m| m.span).filter(|_| self.text().get(span) != "that");
        let apposed =
            || self.entities.before(before.start()).next().filter(|m| person && self.is_apposed(m, before));
        let name = name.or_else(|| Some(apposed()?.span));
        self.named(name.unwrap_or(before))
    }

    /// "Ada Vale, an officer who": the name to which a noun belongs.
    fn is_apposed(&self, m: &Mention, noun: Span) -> bool {
        let gap = self.text().get(Span::new(m.span.end(), noun.start())).trim();
        let one = matches!(self.words().low(self.terms.range(noun).start).as_str(), "a" | "an" | "the");
        gap == "," && one && !m.possessive && m.entity.is_some_and(|e| self.is_somebody(e))
    }

    /// One who may be called "who".
    fn is_somebody(&self, entity: usize) -> bool {
        matches!(self.entities.all[entity].class, Class::Person | Class::Unknown | Class::Group)
    }

    pub(super) fn pronoun(&mut self, asks: Asks, span: Span, a: &Attribution) -> Found {
        let inside = self.tokens.quoted(span.start()).is_some();
        let place = Place { asks, at: span, from: looks_from(span, a) };
        let meant = if inside { Meant::Nobody } else { self.meant(place) };
        let who = match meant {
            Meant::Found(who) => self.hearer(a, asks, who).map_or(who, Who::Entity),
            Meant::Two(a, b) if asks == Asks::Many => {
                // the nearer group
                let at = |who| self.spoke.iter().rev().take(60).position(|s| s.who == who);
                if at(b).is_none() || at(a).is_some_and(|i| Some(i) <= at(b)) { a } else { b }
            }
            Meant::Two(a, b) => {
                let [one, two] = [a, b].map(|who| self.called(who));
                let word = self.text().get(span);
                self.doubt(span, format!("\u{201c}{word}\u{201d} could be {one} or {two}; it is left open."));
                let kind = if asks == Asks::Body { Kind::Organization } else { Kind::Person };
                return Found::new(kind, "two fit");
            }
            Meant::Nobody => return self.unresolved(asks, span),
        };
        self.of(who, "a pronoun led back")
    }

    pub(super) fn meant(&self, place: Place) -> Meant {
        meant(place, &self.words(), self.tokens, &self.spoke)
    }

    fn of(&self, who: Who, why: &str) -> Found {
        match who {
            Who::Entity(e) => {
                Found { entity: Some(e), ..Found::new(kind_of(self.entities.all[e].class), why) }
            }
            Who::Row(r) => Found { row: Some(r), ..Found::new(self.out.rows[r].kind, why) },
        }
    }

    /// A pronoun that no earlier source fits.
    fn unresolved(&self, asks: Asks, span: Span) -> Found {
        match asks {
            Asks::One(_) | Asks::Anyone => Found::new(Kind::Person, "a person who is not found"),
            Asks::Body => Found::new(Kind::Organization, "a body that is not found"),
            Asks::Many => {
                self.plural_before(span).unwrap_or(Found::new(Kind::Collective, "a group that is not found"))
            }
        }
    }

    /// The nearest noun in the plural within two sentences.
    fn plural_before(&self, span: Span) -> Option<Found> {
        let here = self.tokens.sentence_at(span.start());
        let from = self.tokens.sentences.get(here.saturating_sub(2))?.start();
        let range = self.terms.range(Span::new(from, span.start()));
        let w = self.words();
        let nouns = range
            .rev()
            .filter(|&i| w.low(i).ends_with('s') || matches!(w.low(i).as_str(), "people" | "police"));
        nouns
            .map(|i| phrase(w.terms.all[i].span, &w))
            .find(|p| {
                p.plural && p.why != "an unknown noun" && matches!(p.kind, Kind::Unnamed | Kind::Collective)
            })
            .map(|p| Found {
                phrase: Some(Phrase { entity: None, ..p.clone() }),
                ..Found::new(p.kind, "the nearest group")
            })
    }

    /// "the mayor", "the ministry", "the report": one whom the article has told of before.
    pub(super) fn role(&mut self, p: &Phrase, span: Span, found: &mut Found) {
        let Some(noun) = p.noun.clone() else { return };
        let before = self.terms.range(span).map(|i| self.words().low(i)).any(|w| w == "former");
        let noun = if before { format!("former {noun}") } else { noun };
        let fits = |e: &usize| match p.kind {
            Kind::Unnamed => {
                self.entities.all[*e].class == Class::Person
                    && p.gender.is_none_or(|g| self.entities.all[*e].gender.is_none_or(|h| g == h))
            }
            Kind::Organization => self.entities.all[*e].class == Class::Organization,
            Kind::Outlet => self.entities.all[*e].class == Class::Outlet,
            _ => false,
        };
        let called: Vec<usize> = self.entities.called(&noun).iter().copied().filter(fits).collect();
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
                        format!("\u{201c}{words}\u{201d} could be {one} or {two}; it is left open."),
                    );
                    found.kind = kind_of(self.entities.all[many[0]].class);
                }
            },
        }
    }

    /// Of several who are called by a noun, the one whom the words beside it fit, or who stands out.
    fn one_of(&self, many: &[usize], span: Span) -> Option<usize> {
        if span.start() < self.article.body_start {
            return self.first_of(many);
        }
        let place = Place { asks: Asks::Anyone, at: span, from: span.start() };
        self.described(many, span)
            .or_else(|| self.nearest(many, span))
            .or_else(|| salient(many, place, &self.words(), self.tokens, &self.spoke))
    }

    /// A headline tells of the one whom the first sentences name.
    fn first_of(&self, many: &[usize]) -> Option<usize> {
        let body = self.tokens.sentences.partition_point(|s| s.start() < self.article.body_start);
        let lead = self.tokens.sentences.get(body)?.cover(*self.tokens.sentences.get(body + 1)?);
        self.entities.within(lead).iter().filter_map(|m| m.entity).find(|e| many.contains(e))
    }

    /// "the Republican nominee": the only one whose title has the words that stand before the noun.
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
        if let Some(&row) = self.by_words.get(&format!("{} {noun}", p.kind.name())) {
            (found.row, found.kind) = (Some(row), self.out.rows[row].kind);
            found.why = format!("the {noun} spoken of before");
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
        let asks = p.gender.map_or(Asks::Anyone, Asks::One);
        // "the governor" is not the mayor
        let office = |e: usize| {
            let roles = &self.entities.all[e].roles;
            TITLES.has(noun) && !roles.is_empty() && !roles.iter().any(|r| r == noun)
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

    fn called(&self, who: Who) -> String {
        match who {
            Who::Entity(e) => self.entities.all[e].name.clone(),
            Who::Row(r) => self.out.rows[r].name.clone().unwrap_or_else(|| {
                self.out.rows[r]
                    .mentions
                    .first()
                    .map_or("another".to_owned(), |m| format!("\u{201c}{}\u{201d}", self.text().get(*m)))
            }),
        }
    }
}

/// Behind a quotation a pronoun looks back from where the quotation begins.
fn looks_from(span: Span, a: &Attribution) -> u32 {
    let quoted = a.content.cover().filter(|_| a.mode != Mode::Indirect);
    quoted.map_or(span.start(), |content| content.start().min(span.start()))
}
