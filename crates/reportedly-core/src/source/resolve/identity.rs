//! Builds the `Identity` of a source and assigns the row that collects its claims.

use super::owner::belongs;
use super::{Found, LETTER, Resolver};
use crate::attribution::Attribution;
use crate::mentions::antecedent::{Spoke, Who};
use crate::mentions::entities::Mention;
use crate::mentions::lexicons::NOUNS;
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::source::{Identity, Kind, Source, cue, ladder};
use crate::text::Span;

impl Resolver<'_> {
    /// Assigns a source row and builds its `Identity`.
    pub(super) fn identity(&mut self, i: usize, a: &Attribution, found: Found) -> Identity {
        let span = a.source.cover();
        let entity = found.entity.map(|e| &self.entities.all[e]);
        let mut name = entity.map(|e| e.name.clone());
        let mut title = entity.and_then(|e| e.title.clone());
        if let (Some(p), Some(span)) = (&found.phrase, span) {
            name = name.or_else(|| self.maker(p, span));
            if let Some((last, more)) = self.others(found.entity, span).split_last() {
                let first = [&name.unwrap_or_default()].into_iter().chain(more).cloned().collect::<Vec<_>>();
                (name, title) = (Some(format!("{} and {last}", first.join(", "))), None);
            }
        }
        let joint = name.as_ref().is_some_and(|n| n.contains(" and ")) && found.entity.is_some();
        let row = self.row(i, &found, span, &name, &title, joint);
        if let Some(row) = row.map(|r| &self.out.rows[r]) {
            (name, title) = (row.name.clone(), row.title.clone());
        }
        let p = found.phrase.as_ref().filter(|_| name.is_none());
        let sentence = span.and_then(|s| self.around(s));
        let hidden = found.kind == Kind::Unnamed && name.is_none();
        // who is told of by another has not spoken here
        if let (Some(row), Some(span), None) = (row, span, a.within) {
            self.remember(&found, row, span);
        }
        // a pronoun is told as much of as the source that it goes back to
        let again = found.row.filter(|_| p.is_none()).or(row.filter(|_| found.owner.is_some()));
        let first = again.and_then(|r| self.out.rows[r].claims.first());
        let told = first.and_then(|&i| self.out.identities.get(i)).cloned();
        let words = found.words.or(span);
        let group = matches!(found.kind, Kind::Unnamed | Kind::Collective);
        let hollow = group && name.is_none();
        let known = told.as_ref().filter(|_| hollow).and_then(|t| t.affiliation.clone());
        let own = || words.filter(|_| group).and_then(|s| self.affiliation(s));
        let affiliation = match found.owner {
            Some(owner) => known.or_else(own).or_else(|| self.owner_name(owner).filter(|_| hollow)),
            None => own().or(known),
        };
        Identity {
            kind: found.kind,
            cue_class: a.cue.map(|c| cue::class(c, a.mode, self.text())),
            name,
            title,
            affiliation,
            via: self.via(a),
            specificity: match (p, words) {
                (Some(p), Some(words)) => ladder::specificity(p, self.text().get(words)),
                _ => told.as_ref().and_then(|t| t.specificity).or_else(|| hollow.then_some(0)),
            },
            counted: p.map_or(told.as_ref().is_some_and(|t| t.counted), |p| p.counted),
            plural: p.map_or(told.as_ref().is_some_and(|t| t.plural), |p| p.plural),
            anonymity: sentence.filter(|_| hidden).and_then(|s| ladder::anonymity(s, self.text())),
            source: row,
            reason: found.why,
        }
    }

    /// Who made a text: "a poll by the Port Institute", "the council's letter"; or the name of a body that its
    /// noun ends, as "the Alder campaign".
    fn maker(&self, p: &Phrase, span: Span) -> Option<String> {
        let named = |m: &&Mention| m.entity.is_some();
        let mentions = self.entities.within(span);
        match p.kind {
            Kind::Document => {
                let m = mentions.iter().filter(named).find(|m| self.may_have_made(m, span))?;
                let e = &self.entities.all[m.entity?];
                let makes = match e.class {
                    Class::Person | Class::Organization | Class::Outlet => true,
                    // "Norport's letter": whose it is has made it
                    Class::Place | Class::Unknown => m.possessive,
                    Class::Document | Class::Group => false,
                };
                makes.then(|| e.name.clone())
            }
            Kind::Outlet => {
                let own = mentions.iter().find(|m| m.entity.is_some() && !m.possessive);
                own.and_then(|m| Some(self.entities.all[m.entity?].name.clone()))
            }
            // "Norport police" where a sentence begins: a name that is none elsewhere
            Kind::Organization if p.noun.as_deref() == Some("police") && mentions.is_empty() => {
                let range = self.terms.range(span);
                let last = range.clone().rfind(|&i| self.words().low(i) == "police")?;
                let first = range.clone().find(|&i| self.terms.all[i].capital).filter(|&i| i < last)?;
                let whole = self.terms.all[first].span.cover(self.terms.all[last].span);
                Some(self.text().get(whole).to_owned())
            }
            Kind::Organization if p.noun.is_some() => {
                let m = mentions.iter().find(|m| m.entity.is_some() && !m.possessive)?;
                let range = self.terms.range(span);
                let head = p.noun.as_deref().and_then(|n| n.rsplit(' ').next()).unwrap_or_default();
                let whole = range.clone().rfind(|&i| self.words().low(i) == head);
                let noun = range.clone().find(|&i| {
                    self.terms.all[i].span.start() > m.span.start()
                        && !self.terms.all[i].capital
                        && self.terms.all[i].joined
                })?;
                let next_to =
                    self.terms.range(Span::new(m.span.end(), self.terms.all[noun].span.start())).is_empty();
                // "the Norport school board"
                let end = whole.filter(|&i| (noun..=noun + 2).contains(&i)).unwrap_or(noun);
                next_to.then(|| self.text().get(m.span.cover(self.terms.all[end].span)).to_owned())
            }
            _ => None,
        }
    }

    /// Neither the one to whom a letter goes, nor what a report is about, nor the outlet that it was "obtained by".
    fn may_have_made(&self, m: &Mention, source: Span) -> bool {
        let before = self.terms.range(Span::new(source.start(), m.titled.start()));
        let words = before.rev().map(|i| self.words().low(i));
        if words.clone().any(|w| matches!(w.as_str(), "about" | "concerning" | "regarding")) {
            return false;
        }
        // "an obituary of the singer Ada Vale"
        let of_her = |w: String| matches!(w.as_str(), "obituary" | "profile" | "portrait" | "biography");
        let told_of = words.clone().any(of_her);
        let mut words = words.skip_while(|w| matches!(w.as_str(), "the" | "a" | "an"));
        let had = ["obtained", "seen", "reviewed", "viewed", "read", "examined", "accessed", "received"];
        match words.next().as_deref() {
            Some("to" | "against" | "into") => false,
            Some("in" | "on") => words.next().is_none_or(|w| w != "published" && w != "posted"),
            Some("by") => words.next().is_none_or(|w| !had.contains(&w.as_str())),
            _ => !told_of,
        }
    }

    /// The sentence round a source, as far as a reader would look.
    fn around(&self, span: Span) -> Option<Span> {
        let sentence = *self.tokens.sentences.get(self.tokens.sentence_at(span.start()))?;
        let at = self.terms.range(span);
        let first = self.terms.all.get(at.start.saturating_sub(40))?.span.start().max(sentence.start());
        let last = self.terms.all.get((at.end + 60).min(self.terms.all.len().checked_sub(1)?))?.span.end();
        Some(Span::new(first, last.min(sentence.end()).max(first)))
    }

    /// For whom one without a name speaks: whoever is named beside the noun, or the body that its words go back
    /// to, as "district officials".
    fn affiliation(&self, span: Span) -> Option<String> {
        // words after "who" do not count
        let relative = |&i: &usize| {
            matches!(self.words().low(i).as_str(), "who" | "whose" | "whom" | "which" | "including" | "like")
        };
        let span = match self.terms.range(span).skip(1).find(relative) {
            Some(i) => Span::new(span.start(), self.terms.all[i - 1].span.end()),
            None => span,
        };
        let mut named = self.entities.within(span).iter().filter_map(|m| {
            let e = &self.entities.all[m.entity?];
            let next = self.terms.range(Span::new(m.span.end(), span.end())).next();
            // "a recent Gallup survey" says nothing of those asked
            let text = next.is_some_and(|i| {
                self.terms.all[i].joined
                    && NOUNS.form_of(&self.words().low(i)).is_some_and(|v| v.starts_with("document"))
            });
            // "Democratic aides": no body is called so
            let adjective = !m.possessive && next.is_some_and(|i| self.terms.all[i].joined);
            let body = matches!(e.class, Class::Organization | Class::Outlet | Class::Person);
            (!text && (body || e.class == Class::Unknown && !adjective)).then_some((m, e))
        });
        let Some((first, e)) = named.next() else { return self.body_of(span) };
        // "Vale's lawyers, from the firm Fell & Oller": where they work is told
        let tied = |m: &Mention| {
            let mut between = self.terms.range(Span::new(first.span.end(), m.span.start()));
            between.any(|i| matches!(self.words().low(i).as_str(), "at" | "from" | "of" | "with"))
        };
        let employer = named.find(|(m, o)| o.class == Class::Organization && tied(m));
        let client = e.class == Class::Person && first.possessive;
        Some(employer.filter(|_| client).map_or(e, |(_, o)| o).name.clone())
    }

    fn owner_name(&self, owner: Who) -> Option<String> {
        match owner {
            Who::Entity(e) => Some(self.entities.all[e].name.clone()),
            Who::Row(r) => self.out.rows[r].name.clone(),
        }
    }

    /// The only body that is called by one of the nouns within.
    fn body_of(&self, span: Span) -> Option<String> {
        let w = self.words();
        let called = self
            .terms
            .range(span)
            .filter(|&i| !self.terms.all[i].capital || self.terms.all[i].first)
            .find_map(|i| {
                let word = w.low(i);
                let body = word != "state" && NOUNS.get(&word).is_some_and(|v| v.starts_with("org"));
                match self.entities.called(&word) {
                    [one] if body => Some(*one),
                    _ => None,
                }
            })?;
        let entity = &self.entities.all[called];
        (entity.class == Class::Organization).then(|| entity.name.clone())
    }

    /// "Ada Vale, Tim Fell and Mayor Osk Oller", "Vale of Norport and Fell of Carrow": the names behind the first.
    fn others(&self, first: Option<usize>, span: Span) -> Vec<String> {
        let class = |e: usize| {
            let entity = &self.entities.all[e];
            match entity.class {
                Class::Unknown if entity.words.len() > 1 => Class::Person,
                class => class,
            }
        };
        let joins = |e: &usize| matches!(class(*e), Class::Person | Class::Organization);
        let Some(first) = first.filter(joins) else { return Vec::new() };
        let alike = |e: &usize| class(*e) == class(first);
        let mentions = self.entities.within(span);
        let Some(at) = mentions.iter().position(|m| m.entity == Some(first)) else { return Vec::new() };
        let (mut end, mut joined, mut out) = (mentions[at].span.end(), false, Vec::new());
        for next in &mentions[at + 1..] {
            let gap = self.text().get(Span::new(end, next.titled.start().max(end))).trim();
            let gap = gap.strip_suffix(" the").unwrap_or(gap);
            let other = next.entity.filter(|e| alike(e) && *e != first && !next.possessive);
            let and = matches!(gap, "and" | ", and" | "&" | "or");
            match other {
                Some(e) if !joined && (and || gap == ",") => out.push(self.entities.all[e].name.clone()),
                // "of Ohio"
                None if gap == "of" => {}
                _ => break,
            }
            joined |= other.is_some() && and;
            end = next.span.end();
        }
        // "Ada Vale, Tim Fell's aide" are not two
        if joined { out } else { Vec::new() }
    }

    fn row(
        &mut self,
        i: usize,
        f: &Found,
        span: Option<Span>,
        name: &Option<String>,
        title: &Option<String>,
        joint: bool,
    ) -> Option<usize> {
        let span = match span {
            Some(span) => span,
            None => {
                let row = f.row?;
                self.out.rows[row].claims.push(i);
                return Some(row);
            }
        };
        // all turns of an interview's "A"
        let label = f.why == LETTER;
        let owner = f.owner.filter(|_| f.entity.is_none() && name.is_none());
        let words = match (&f.phrase, f.kind, owner) {
            (_, Kind::Author, _) => "author".to_owned(),
            _ if label => format!("label {}", self.text().get(span)),
            (Some(p), _, Some(owner)) => belongs(p, owner),
            _ if joint => format!("joint {}", name.as_deref().unwrap_or_default()),
            (Some(p), ..) if f.entity.is_none() && name.is_none() => match (&p.noun, p.kind) {
                // "the mayor's office"
                (_, Kind::Organization) if p.owner.is_some() => {
                    format!("owned {}", self.text().get(span).to_lowercase().trim_start_matches("the "))
                }
                (_, Kind::Collective) => format!("collective {}", self.text().get(span).to_lowercase()),
                (Some(noun), kind) => self.key(noun, kind, span),
                _ => String::new(),
            },
            (_, kind, _) => {
                name.as_ref().map_or(String::new(), |n| format!("{} {}", kind.name(), n.to_lowercase()))
            }
        };
        let entity = f.entity.filter(|_| !joint);
        let collective = f.kind == Kind::Collective
            || f.kind == Kind::Author
            || joint
            || owner.is_some()
            || label
            || words.starts_with("owned ")
            // "Norport police" and "Norport Police"
            || f.kind == Kind::Organization && name.is_some()
            || f.entity.is_none() && name.is_some();
        let known = f
            .row
            .or_else(|| self.by_entity.get(&entity?).copied())
            .or_else(|| self.by_words.get(&words).copied().filter(|_| collective && !words.is_empty()));
        let row = known.unwrap_or_else(|| {
            self.out.rows.push(Source {
                kind: f.kind,
                name: name.clone(),
                title: title.clone(),
                mentions: Vec::new(),
                claims: Vec::new(),
            });
            self.out.rows.len() - 1
        });
        if let Some(e) = entity {
            self.by_entity.insert(e, row);
        }
        if !words.is_empty() {
            self.by_words.insert(words, row);
        }
        if let Some((noun, kind)) = f
            .phrase
            .as_ref()
            .and_then(|p| Some((p.noun.as_ref()?, p.kind)))
            .filter(|(_, k)| *k != Kind::Collective)
        {
            self.by_words.insert(format!("{} {}", kind.name(), self.rank(noun, span)), row);
            self.by_words.insert(self.key(noun, kind, span), row);
        }
        self.out.rows[row].mentions.push(f.words.unwrap_or(span));
        self.out.rows[row].claims.push(i);
        Some(row)
    }

    fn remember(&mut self, f: &Found, row: usize, at: Span) {
        let gender = match (f.entity, &f.phrase) {
            (Some(e), _) => self.entities.all[e].gender,
            (None, Some(p)) => p.gender,
            _ => f
                .row
                .and_then(|r| self.spoke.iter().rev().take(60).find(|s| s.who == Who::Row(r)))
                .and_then(|s| s.gender),
        };
        let person = matches!(f.kind, Kind::Person | Kind::Unnamed);
        let joint =
            f.entity.is_some() && self.out.rows[row].name.as_ref().is_some_and(|n| n.contains(" and "));
        let who = f.entity.filter(|_| !joint).map_or(Who::Row(row), Who::Entity);
        let known = f.row.and_then(|r| self.spoke.iter().rev().take(60).find(|s| s.who == Who::Row(r)));
        let plural = f.phrase.as_ref().map_or_else(|| known.is_some_and(|s| s.plural), |p| p.plural)
            && f.entity.is_none();
        if f.kind == Kind::Author || f.entity.is_none() && f.row.is_none() && f.phrase.is_none() {
            return;
        }
        let (plural, document) = (plural || joint || f.kind == Kind::Collective, f.kind == Kind::Document);
        self.spoke.push(Spoke { who, at, gender, plural, person, document });
    }

    /// "told Radio Nord", "in an interview with the Post".
    fn via(&self, a: &Attribution) -> Option<Span> {
        let cue = a.cue?;
        let sentence = self.tokens.sentences.get(self.tokens.sentence_at(cue.start()))?;
        let near =
            self.entities.within(Span::new(cue.start(), sentence.end().min(cue.end() + 80).max(cue.end())));
        let told = |m: &&Mention| {
            let outlet = m.entity.is_some_and(|e| self.entities.all[e].class == Class::Outlet);
            let before = self.text().get(Span::new(cue.start(), m.span.start().max(cue.start()))).trim_end();
            let before = before.strip_suffix("the").unwrap_or(before).trim_end();
            outlet
                && ["told", "tells", "telling", "interview with", "to", "with", "on", "by", "tell"]
                    .iter()
                    .any(|w| before.ends_with(w))
                && before.split_whitespace().count() <= 8
        };
        let found = near.iter().find(told)?;
        let own = a.source.pieces().iter().any(|p| p.overlaps(found.span))
            || a.content.pieces().iter().any(|p| p.overlaps(found.span));
        (!own).then_some(found.span)
    }
}
