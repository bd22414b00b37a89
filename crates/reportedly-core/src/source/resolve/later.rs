//! Later mentions: resolves pronouns and "who".

use super::{Found, Resolver, kind_of};
use crate::attribution::{Attribution, Mode};
use crate::mentions::antecedent::{Asks, Meant, Place, Who, is_modifier, meant};
use crate::mentions::entities::{Gender, Mention};
use crate::mentions::lexicons::NOUNS;
use crate::mentions::names::Class;
use crate::mentions::phrase::{Phrase, phrase};
use crate::source::Kind;
use crate::text::Span;

/// A subject is among this many first words of its sentence.
const FIRST: usize = 3;

/// What ties a place or a body to the one who belongs to it.
const PREPOSITIONS: &[&str] = &["at", "of", "for", "in", "from", "with", "on", "near", "inside"];

impl Resolver<'_> {
    /// "who", "which": refers to the words before it.
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
            let last = w.low(at - 1);
            // "spoke with a man who", but not "the widow of a miner who"
            let role =
                |low: &str| low == "those" || NOUNS.form_of(low).is_some_and(|v| v.starts_with("role"));
            let head = || start > from + 1 && role(&w.low(start - 2));
            let somebody = commas == 0 && role(&last) && !head();
            let tied =
                person && !somebody && start > from && PREPOSITIONS.contains(&w.low(start - 1).as_str());
            let begins = begins && !tied;
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

    /// Someone whom "who" can refer to.
    fn is_somebody(&self, entity: usize) -> bool {
        matches!(self.entities.all[entity].class, Class::Person | Class::Unknown | Class::Group)
    }

    pub(super) fn pronoun(&mut self, asks: Asks, span: Span, a: &Attribution) -> Found {
        let inside = self.tokens.quoted(span.start()).is_some();
        let place = Place { asks, at: span, from: looks_from(span, a) };
        let meant = if inside { Meant::Nobody } else { self.meant(place) };
        if let Some(row) = self.still_open(asks, span).filter(|_| !inside) {
            self.left_open(asks, span);
            return Found { row: Some(row), ..Found::new(Kind::Person, "as open as before") };
        }
        let who = match meant {
            // in her own turn nobody is "she" to herself
            Meant::Found(who) if self.takes_turn(who, a) => return self.unresolved(asks, span),
            // "Vale is a good man," he said: another one
            Meant::Found(Who::Entity(e)) if matches!(asks, Asks::One(_)) && self.told_of(e, span, a) => {
                self.left_open(asks, span);
                return self.unresolved(asks, span);
            }
            // "the council's programmes ... other candidates ... they said"
            Meant::Found(who) if asks == Asks::Many && self.later_group(who, span).is_some() => {
                return self.unresolved(asks, span);
            }
            Meant::Found(who) => self.hearer(a, asks, who).map_or(who, Who::Entity),
            Meant::Two(a, b) if asks == Asks::Many => {
                // the nearer group
                let at = |who| self.spoke.iter().rev().take(60).position(|s| s.who == who);
                if at(b).is_none() || at(a).is_some_and(|i| Some(i) <= at(b)) { a } else { b }
            }
            Meant::Two(a, b) => {
                let [one, two] = [a, b].map(|who| self.called(who));
                let word = self.text().get(span);
                self.doubt(
                    span,
                    format!("\u{201c}{word}\u{201d} could be {one} or {two}; it is left unresolved."),
                );
                let kind = if asks == Asks::Body { Kind::Organization } else { Kind::Person };
                self.left_open(asks, span);
                return Found::new(kind, "two fit");
            }
            Meant::Nobody => {
                if !inside {
                    self.left_open(asks, span);
                }
                return self.unresolved(asks, span);
            }
        };
        self.of(who, "a pronoun led back")
    }

    /// Whether somebody else's name, as a rule, stands in what is said: in a quotation, or behind the pronoun ("he said that Vale
    /// had won"). Not "I am Ada Vale", "Vale's", "Vale supporters".
    fn told_of(&self, entity: usize, span: Span, a: &Attribution) -> bool {
        let behind = |m: &&Mention| a.mode != Mode::Indirect || m.span.start() > span.end();
        let own = |m: &Mention| {
            let before = Span::new(m.titled.start().saturating_sub(12).max(self.line(m)), m.titled.start());
            let words = self.text().get(before).to_lowercase();
            ["i'm", "i\u{2019}m", "i am", "name is"].iter().any(|own| words.trim_end().ends_with(own))
        };
        let named = a.content.pieces().iter().flat_map(|p| self.entities.within(*p)).filter(behind);
        named
            .into_iter()
            .any(|m| m.entity == Some(entity) && !m.possessive && !is_modifier(m, &self.words()) && !own(m))
    }

    /// Where the sentence of a mention begins.
    fn line(&self, m: &Mention) -> u32 {
        self.tokens.sentences.get(self.tokens.sentence_at(m.span.start())).map_or(0, |s| s.start())
    }

    /// A group mentioned after a single body has spoken.
    fn later_group(&self, who: Who, span: Span) -> Option<Found> {
        let last = self.spoke.iter().rev().take(60).find(|s| s.who == who).filter(|s| !s.plural)?;
        self.plural_before(span, |i| self.terms.all[i].span.start() > last.at.end() && self.ahead(i) < FIRST)
    }

    fn left_open(&mut self, asks: Asks, span: Span) {
        self.open = Some((asks, span, self.out.identities.len()));
    }

    /// "She said ... She also said": who was not found a sentence before is not found here either, where nobody whom the word
    /// fits has come in between.
    fn still_open(&self, asks: Asks, span: Span) -> Option<usize> {
        let (before, at, claim) = self.open.filter(|o| o.0 == asks)?;
        let Asks::One(gender) = before else { return None };
        let near = self.tokens.sentence_at(span.start()) <= self.tokens.sentence_at(at.start()) + 2;
        let fits = |known: Option<Gender>| known.is_none_or(|g| g == gender);
        let named = |m: &Mention| {
            let entity = m.entity.map(|e| &self.entities.all[e]);
            entity.is_some_and(|e| matches!(e.class, Class::Person | Class::Unknown) && fits(e.gender))
        };
        let between = Span::new(at.end(), span.start().max(at.end()));
        let spoke = self
            .spoke
            .last()
            .is_some_and(|s| s.at.start() > at.start() && s.person && fits(s.gender) && !s.plural);
        let new = spoke
            && self.out.identities.get(claim).and_then(|i| i.source).map(Who::Row)
                != self.spoke.last().map(|s| s.who);
        let unchanged =
            near && span.start() >= at.end() && !new && !self.entities.within(between).iter().any(named);
        self.out.identities.get(claim)?.source.filter(|_| unchanged)
    }

    /// Whether the claim is in a turn spoken by the candidate.
    fn takes_turn(&self, who: Who, a: &Attribution) -> bool {
        let outer = a.within.filter(|&j| self.attributions[j].cue.is_some_and(|c| self.text().get(c) == ":"));
        let row = outer.and_then(|j| self.out.identities.get(j)).and_then(|identity| identity.source);
        row.is_some_and(|row| match who {
            Who::Row(other) => other == row,
            Who::Entity(e) => self.by_entity.get(&e) == Some(&row),
        })
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
            Asks::Many => self
                .plural_before(span, |_| true)
                .unwrap_or(Found::new(Kind::Collective, "a group that is not found")),
        }
    }

    /// The nearest noun in the plural within two sentences that fits.
    fn plural_before(&self, span: Span, fits: impl Fn(usize) -> bool) -> Option<Found> {
        let here = self.tokens.sentence_at(span.start());
        let from = self.tokens.sentences.get(here.saturating_sub(2))?.start();
        let range = self.terms.range(Span::new(from, span.start()));
        let w = self.words();
        let nouns = range
            .rev()
            .filter(|&i| fits(i))
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

    /// How many words come before a term in its sentence.
    fn ahead(&self, term: usize) -> usize {
        let at = self.terms.all[term].span;
        let start = self.tokens.sentences.get(self.tokens.sentence_at(at.start())).map_or(0, |s| s.start());
        self.terms.range(Span::new(start, at.start())).len()
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

/// After a quotation, a pronoun looks back from where the quotation begins.
fn looks_from(span: Span, a: &Attribution) -> u32 {
    let quoted = a.content.cover().filter(|_| a.mode != Mode::Indirect);
    quoted.map_or(span.start(), |content| content.start().min(span.start()))
}
