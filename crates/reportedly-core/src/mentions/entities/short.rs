//! Names in one word: a surname, a given name, an acronym, or one of its own.

use super::{Entities, Entity, Mention, bare_last, title::gender};
use crate::mentions::lexicons::{GIVEN, GROUPS, ORGANIZATIONS};
use crate::mentions::names::{Class, Run, is_acronym, modifies};
use crate::mentions::terms::Terms;
use crate::text::Text;

/// What companies call themselves behind a name of their own.
const COMPANIES: &[&str] = &[
    "airlines",
    "airways",
    "brands",
    "capital",
    "co",
    "corp",
    "corporation",
    "foods",
    "group",
    "holdings",
    "inc",
    "industries",
    "ltd",
    "motors",
    "partners",
    "pharmaceuticals",
    "securities",
    "systems",
    "technologies",
];

/// How long a full name is in mind, in bytes: a sentence or two.
const NEAR: u32 = 160;

impl Entities {
    /// Surnames in a headline, where capitals say nothing.
    pub(super) fn headlines(&mut self, text: &Text, terms: &Terms) {
        let before = self.mentions.len();
        for term in terms.all.iter().filter(|t| t.headline && t.capital) {
            let people = self.by_last.get(&text.get(term.span).to_lowercase());
            let people: Vec<usize> = people
                .into_iter()
                .flatten()
                .copied()
                .filter(|&e| self.all[e].class == Class::Person)
                .collect();
            let entity = match people.as_slice() {
                [] => continue,
                [one] => Some(*one),
                many => self.of_surname(many, u32::MAX),
            };
            let (span, titled) = (term.span, term.span);
            self.mentions.push(Mention { span, titled, entity, possessive: term.possessive, words: 1 });
        }
        if self.mentions.len() > before {
            self.mentions.sort_by_key(|m| m.span);
        }
    }

    pub(super) fn is_surname(&self, run: &Run, text: &Text) -> bool {
        let word = text.get(run.span).to_lowercase();
        let people = self.by_last.get(&word).into_iter().chain(self.by_first.get(&word));
        people.flatten().any(|&e| self.all[e].class == Class::Person)
    }

    /// A name in one word: a surname, a given name, an acronym, or one of its own.
    pub(super) fn short(&mut self, run: &Run, text: &Text, terms: &Terms) -> Option<usize> {
        let word = text.get(run.span).to_lowercase();
        let short = text.get(run.span).replace('.', "");
        if let Some(&at) = self.by_whole.get(&short).filter(|_| is_acronym(text.get(run.span))) {
            return Some(at);
        }
        let known = self.by_last.get(&word).or_else(|| self.by_first.get(&word));
        let known = known.or_else(|| self.by_last.get(word.strip_suffix('s')?).filter(|_| run.the));
        let known = known.or_else(|| self.by_last.get(word.strip_suffix("es")?).filter(|_| run.the));
        let listed = !matches!(run.class, Class::Unknown | Class::Person);
        let mut people: Vec<usize> = known.into_iter().flatten().copied().collect();
        people.retain(|&e| !listed || self.all[e].class == Class::Person);
        if listed
            && terms
                .all
                .get(run.terms.start.wrapping_sub(1))
                .is_some_and(|t| matches!(text.get(t.span), "in" | "of" | "from" | "to"))
        {
            people.clear();
        }
        if people.iter().any(|&e| self.all[e].class == Class::Person) {
            people.retain(|&e| self.all[e].class == Class::Person);
        }
        match people.as_slice() {
            [] => {}
            [one] if run.the && word.ends_with('s') && self.all[*one].words.last() != Some(&word) => {
                return None;
            }
            [one] => {
                if self.is_surname_of(*one, &word) && stands_for_one(run, text, terms) {
                    self.all[*one].class = Class::Person;
                }
                return Some(*one);
            }
            many => {
                return self
                    .of_surname(many, run.span.start())
                    .filter(|&one| !self.just_named(many, one, run));
            }
        }
        // "the Times" where only one paper is called so
        let tail = self.by_tail.get(&word).map_or(&[][..], Vec::as_slice);
        if let (true, [one]) = (run.the && !ORGANIZATIONS.has(&word), tail) {
            return Some(*one);
        }
        if let Some(&at) = self.by_whole.get(&word) {
            return Some(at);
        }
        if let Some(one) = self.company(&word).filter(|_| matches!(run.class, Class::Unknown)) {
            return Some(one);
        }
        let body = run.the && !modifies(&terms.all, run.terms.end, text) && !terms.all[run.terms.start].first;
        let class = match run.class {
            Class::Unknown if GIVEN.has(&word) => Class::Person,
            Class::Unknown if body => Class::Organization,
            class => class,
        };
        self.all.push(Entity {
            class,
            name: text.get(run.span).to_owned(),
            gender: GIVEN.get(&word).filter(|_| class == Class::Person).and_then(gender),
            words: vec![word.clone()],
            title: None,
            roles: Vec::new(),
            weight: 0,
            first: run.span.start(),
            kin: false,
            owner: None,
        });
        self.by_whole.insert(word, self.all.len() - 1);
        Some(self.all.len() - 1)
    }

    /// "Almeria" where "Almeria Holdings" is the only company so called.
    fn company(&self, word: &str) -> Option<usize> {
        let called = |e: &Entity| {
            e.class == Class::Organization
                && e.words.len() == 2
                && e.words[0] == word
                && COMPANIES.contains(&e.words[1].trim_end_matches('.'))
        };
        let mut found = (0..self.all.len()).filter(|&e| called(&self.all[e]));
        found.next().filter(|_| found.next().is_none())
    }

    /// Whether a name of which nothing is known ends with a word.
    fn is_surname_of(&self, at: usize, word: &str) -> bool {
        let entity = &self.all[at];
        entity.class == Class::Unknown && bare_last(&entity.words).as_deref() == Some(word)
    }

    /// Whether another of that surname has been named in full since: "Vale's mother, Ada Vale, wept. Vale said".
    fn just_named(&self, many: &[usize], one: usize, run: &Run) -> bool {
        let near = self.mentions.iter().rev().take_while(|m| run.span.start() < m.span.end() + NEAR);
        let mut full = near.filter(|m| m.entity.is_some_and(|e| many.contains(&e)) && m.words > 1);
        full.next().is_some_and(|m| m.entity != Some(one))
    }
}

/// Whether a word stands for somebody as a surname does: "Vale said", not "in Vale", "the Vales" or "Asian leaders".
fn stands_for_one(run: &Run, text: &Text, terms: &Terms) -> bool {
    let before = run.terms.start.checked_sub(1).map_or("", |i| text.get(terms.all[i].span));
    let place = matches!(before, "in" | "at" | "near" | "across" | "outside" | "into" | "through" | "around");
    let word = text.get(run.span).to_lowercase();
    let people = word.ends_with('s') || GROUPS.has(&format!("{word}s"));
    !(run.the || place || people || modifies(&terms.all, run.terms.end, text))
}
