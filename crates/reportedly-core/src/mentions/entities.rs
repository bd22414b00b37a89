//! Who is named in an article: the mentions of one person or body led together.

mod body;
mod kin;
mod owner;
mod short;
mod title;

use std::collections::HashMap;

use super::lexicons::{GIVEN, NOUNS};
use kin::is_kin;
use owner::{Two, owner_of};
pub use title::gender;
use title::{apposition, office_before, roles_of, small_title, title_gender};

use super::names::{Class, Run, is_acronym, runs};
use super::terms::{Term, Terms};
pub use crate::language::Gender;
use crate::text::{Span, Text};

/// A named person or body.
#[derive(Clone, Debug)]
pub struct Entity {
    pub class: Class,
    /// The fullest name in the article.
    pub name: String,
    /// Its words in small letters.
    pub words: Vec<String>,
    pub gender: Option<Gender>,
    /// As written before or after the name.
    pub title: Option<String>,
    /// The nouns by which the article calls him: "mayor", "spokesman".
    pub roles: Vec<String>,
    /// How often alone or with a title, and one for the full name: papers repeat that of the one who does not bear the
    /// surname alone.
    pub weight: u32,
    /// Where the name first appears, in bytes.
    pub first: u32,
    /// Whether brought in as somebody's relative: "Vale's mother, Ada Vale".
    kin: bool,
    /// Of a body: whose it is called, in small letters.
    pub owner: Option<String>,
}

/// One place where somebody is named.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    pub span: Span,
    /// The same with its title.
    pub titled: Span,
    /// `None` where two fit.
    pub entity: Option<usize>,
    pub possessive: bool,
    /// How many words of the name appear there.
    pub words: usize,
}

/// All who are named, and where.
#[derive(Debug, Default)]
pub struct Entities {
    pub all: Vec<Entity>,
    /// In text order.
    pub mentions: Vec<Mention>,
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    by_tail: HashMap<String, Vec<usize>>,
    by_whole: HashMap<String, usize>,
    by_role: HashMap<String, Vec<usize>>,
}

impl Entities {
    pub fn new(text: &Text, terms: &Terms) -> Self {
        let runs = runs(text, terms);
        let mut found = Self::default();
        let mut of_run: Vec<Option<usize>> = vec![None; runs.len()];
        let full = |run: &Run| run.terms.len() > 1;
        for (i, run) in runs.iter().enumerate().filter(|(_, r)| full(r)) {
            of_run[i] = found.add(run, text, terms);
            if let Some(at) = of_run[i] {
                found.all[at].weight = 1;
                found.all[at].kin |= found.all[at].first == run.span.start() && is_kin(run, text, terms);
            }
        }
        // "Mr. Vale" before "President Vale": his wife is neither
        for told in [true, false] {
            let gender = |r: &Run| r.title.is_some_and(|t| title_gender(text.get(t)).is_some());
            let alone = |r: &Run| r.class == Class::Person && r.terms.len() == 1 && gender(r) == told;
            for (i, run) in runs.iter().enumerate().filter(|(_, r)| alone(r)) {
                of_run[i] = found.surname(run, text, terms);
            }
        }
        found.apposed(&runs, &of_run, text, terms);
        for (i, run) in runs.iter().enumerate() {
            let entity = match of_run[i] {
                Some(entity) => Some(entity),
                None if run.title == Some(run.span) && !found.is_surname(run, text) => continue,
                None if run.doubtful && !found.is_surname(run, text) => continue,
                // two bodies of that name
                None if full(run) => None,
                None => found.short(run, text, terms),
            };
            if let Some(at) = entity.filter(|_| !full(run)) {
                found.all[at].weight += 1;
            }
            let titled = run.title.map_or(run.span, |t| t.cover(run.span));
            found.mentions.push(Mention {
                span: run.span,
                titled,
                entity,
                possessive: run.possessive,
                words: run.terms.len(),
            });
        }
        found.headlines(text, terms);
        found.tell_apart();
        found.bodies(text, terms);
        found.roles();
        found
    }

    /// The mentions within a span, in order.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.span.start() < span.start());
        let end = self.mentions.partition_point(|m| m.span.end() <= span.end());
        self.mentions.get(start..end.max(start)).unwrap_or_default()
    }

    /// The mentions that end before a byte, nearest first.
    pub fn before(&self, byte: u32) -> impl Iterator<Item = &Mention> {
        let end = self.mentions.partition_point(|m| m.span.end() <= byte);
        self.mentions[..end].iter().rev()
    }

    /// Those whom the article calls by a noun, such as "mayor".
    pub fn called(&self, role: &str) -> &[usize] {
        self.by_role.get(role).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, run: &Run, text: &Text, terms: &Terms) -> Option<usize> {
        if run.title == Some(run.span) {
            return None;
        }
        let words = words(&terms.all[run.terms.clone()], text);
        let whole = words.join(" ");
        let (first, last) = (words.first()?.clone(), bare_last(&words)?);
        let told = run.title.and_then(|t| title_gender(text.get(t)));
        let owner = owner_of(run, text, terms).map(str::to_owned);
        let known = match run.class {
            Class::Person | Class::Unknown => self
                .by_last
                .get(&last)
                .into_iter()
                .flatten()
                .copied()
                .filter(|&e| told.is_none() || self.all[e].gender.is_none_or(|g| Some(g) == told))
                .find(|&e| self.all[e].words.first().is_some_and(|f| *f == first)),
            Class::Organization => match self.of_owner(&whole, owner.as_deref()) {
                Ok(known) => known.or_else(|| self.same_body(&words)),
                Err(Two) => return None,
            },
            _ => self.by_whole.get(&whole).copied(),
        };
        let at = known.unwrap_or_else(|| {
            self.all.push(Entity {
                class: run.class,
                name: name_of(run, text),
                gender: GIVEN.get(&first).filter(|_| run.class == Class::Person).and_then(gender),
                words,
                title: None,
                roles: Vec::new(),
                weight: 0,
                first: run.span.start(),
                kin: false,
                owner: owner.clone(),
            });
            let at = self.all.len() - 1;
            if matches!(run.class, Class::Person | Class::Unknown) {
                self.by_last.entry(last).or_default().push(at);
                self.by_first.entry(first).or_default().push(at);
            }
            if matches!(run.class, Class::Outlet | Class::Organization) {
                self.by_tail
                    .entry(self.all[at].words.last().cloned().unwrap_or_default())
                    .or_default()
                    .push(at);
            }
            self.by_whole.entry(whole).or_insert(at);
            at
        });
        if self.all[at].owner.is_none() {
            self.all[at].owner = owner;
        }
        self.fuller(at, run, text, terms);
        self.titled(at, run, text, terms);
        if run.class == Class::Person {
            self.all[at].class = Class::Person;
        }
        self.acronym(at, run, text, terms);
        Some(at)
    }

    /// "Ada R. Vale" where "Ada Vale" stood before.
    fn fuller(&mut self, at: usize, run: &Run, text: &Text, terms: &Terms) {
        let words = words(&terms.all[run.terms.clone()], text);
        let entity = &mut self.all[at];
        if run.class == Class::Person && entity.words.len() > 1 && words.len() > entity.words.len() {
            entity.name = name_of(run, text);
            entity.words = words;
        }
    }

    /// "Norport School District (NSD)": the words in brackets are another name.
    fn acronym(&mut self, at: usize, run: &Run, text: &Text, terms: &Terms) {
        let bracket = text.get(Span::new(run.span.end(), text.len() as u32)).trim_start().starts_with('(');
        if let Some(next) = terms.all.get(run.terms.end).filter(|t| bracket && is_acronym(text.get(t.span))) {
            let short = text.get(next.span).replace('.', "");
            let listed =
                matches!(short.as_str(), "NYSE" | "NASDAQ") || initials_of(&self.all[at].words) == short;
            if listed && self.all[at].class == Class::Unknown {
                self.all[at].class = Class::Organization;
            }
            self.by_whole.entry(short).or_insert(at);
        }
        let union = matches!(self.all[at].words.last().map(String::as_str), Some("union" | "nations"));
        if run.class != Class::Person && (run.terms.len() > 2 || union) {
            self.by_whole.entry(initials_of(&self.all[at].words)).or_insert(at);
        }
    }

    /// "Mr. Vale", "Mayor Vale".
    fn surname(&mut self, run: &Run, text: &Text, terms: &Terms) -> Option<usize> {
        let words = words(&terms.all[run.terms.clone()], text);
        let last = bare_last(&words)?;
        let told = run.title.and_then(|t| title_gender(text.get(t)));
        let fits = |e: &usize| told.is_none() || self.all[*e].gender.is_none_or(|g| Some(g) == told);
        let known: Vec<usize> = self.by_last.get(&last).into_iter().flatten().copied().filter(fits).collect();
        let at = match known.as_slice() {
            [] => return self.add(run, text, terms),
            [one] => *one,
            many => self.of_surname(many, run.span.start())?,
        };
        self.titled(at, run, text, terms);
        self.all[at].class = Class::Person;
        Some(at)
    }

    fn titled(&mut self, at: usize, run: &Run, text: &Text, terms: &Terms) {
        let Some(title) = run.title else { return };
        // "former President Vale" is not the president
        let before = terms.all.partition_point(|t| t.span.end() <= title.start()).checked_sub(1);
        let former =
            before.map(|i| terms.all[i].span).filter(|s| text.get(*s).eq_ignore_ascii_case("former"));
        let words = text.get(former.map_or(title, |f| f.cover(title)));
        let entity = &mut self.all[at];
        // an office in -man says less of the one who holds it than a given name
        let office = words.ends_with("man") && !words.ends_with("woman");
        entity.gender = if office {
            entity.gender.or(title_gender(words))
        } else {
            title_gender(words).or(entity.gender)
        };
        let address = matches!(
            words.trim_end_matches('.'),
            "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Dame" | "Cllr"
        );
        let short = [("Dr", "doctor"), ("Cllr", "councillor")].into_iter().find(|s| words.starts_with(s.0));
        entity.roles.extend(short.map(|s| s.1.to_owned()));
        if !address {
            let office =
                ["Dr.", "Dr", "Dame", "Sir", "Mr.", "Mrs.", "Ms."].iter().find_map(|a| words.strip_suffix(a));
            let office = office.unwrap_or(words).trim_end();
            entity.title.get_or_insert_with(|| office.to_owned());
            entity.roles.extend(roles_of(office));
        }
    }

    /// "Ada Vale, the mayor of Norport": the words after the name are a title, too.
    fn apposed(&mut self, runs: &[Run], of_run: &[Option<usize>], text: &Text, terms: &Terms) {
        for (run, at) in runs.iter().zip(of_run) {
            let Some(at) = *at else { continue };
            if !matches!(self.all[at].class, Class::Person | Class::Unknown) || run.possessive {
                continue;
            }
            // "its rival, Almeria" is no person
            if let Some(noun) = noun_before(run, text, terms).filter(|_| run.terms.len() > 1) {
                let entity = &mut self.all[at];
                (entity.class, entity.gender) = (Class::Person, entity.gender.or(gender(noun)));
            }
            if let Some(office) =
                office_before(run, text, terms).filter(|_| self.all[at].class == Class::Person)
            {
                self.all[at].roles.extend(roles_of(text.get(office)));
                self.all[at].title.get_or_insert_with(|| text.get(office).to_owned());
            }
            let unknown = self.all[at].class == Class::Unknown;
            if unknown && apposition(&terms.all, run.terms.end, text, |v| v.starts_with("org")).is_some() {
                self.all[at].class = Class::Organization;
                continue;
            }
            if let Some(words) = apposition(&terms.all, run.terms.end, text, |v| v.contains("role")) {
                let entity = &mut self.all[at];
                let nouns = roles_of(text.get(words));
                entity.gender =
                    entity.gender.or_else(|| nouns.iter().find_map(|n| NOUNS.get(n).and_then(gender)));
                entity.class = Class::Person;
                entity.roles.extend(nouns);
                entity
                    .title
                    .get_or_insert_with(|| text.get(words).split_whitespace().collect::<Vec<_>>().join(" "));
            }
            if let Some(title) = small_title(run, text, terms).filter(|_| self.all[at].class == Class::Person)
            {
                self.all[at].roles.extend(roles_of(text.get(title)));
                self.all[at].title.get_or_insert_with(|| text.get(title).to_owned());
            }
        }
    }

    fn roles(&mut self) {
        for (at, entity) in self.all.iter_mut().enumerate() {
            if matches!(entity.class, Class::Organization | Class::Outlet | Class::Document) {
                entity.roles.extend(head_of(&entity.words));
            }
            entity.roles.sort();
            entity.roles.dedup();
            for role in &entity.roles {
                self.by_role.entry(role.clone()).or_default().push(at);
            }
        }
    }
}

/// "Its spokeswoman, Ada Vale, said": what the noun says about the person.
fn noun_before(run: &Run, text: &Text, terms: &Terms) -> Option<&'static str> {
    let before = terms.all.get(run.terms.start.checked_sub(1)?)?;
    let gap = text.get(Span::new(before.span.end(), run.span.start())).trim();
    let closed = terms.all.get(run.terms.end).is_none_or(|t| !t.joined || t.first);
    let value = NOUNS.get(text.get(before.span)).filter(|v| v.starts_with("role"))?;
    (gap == "," && closed && run.title.is_none() && !before.possessive).then_some(value)
}

/// The name in one line.
fn name_of(run: &Run, text: &Text) -> String {
    text.get(run.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(terms: &[Term], text: &Text) -> Vec<String> {
    terms.iter().map(|t| text.get(t.span).to_lowercase()).collect()
}

/// What a body may be called: "Norport Harbour Board for Fish" is a board, and a harbour board.
fn head_of(words: &[String]) -> Vec<String> {
    let end = words.iter().position(|w| matches!(w.as_str(), "of" | "for" | "on" | "in" | "at" | "to"));
    let name = &words[..end.unwrap_or(words.len())];
    let Some((head, before)) = name.split_last() else { return Vec::new() };
    let pair = before.last().map(|w| format!("{w} {head}"));
    let police = name.iter().find(|w| *w == "police").cloned();
    [Some(head.clone()), pair, police].into_iter().flatten().filter(|w| NOUNS.has(w)).collect()
}

/// "Norport Board of Fish" gives "NBF".
fn initials_of(words: &[String]) -> String {
    let small = |w: &&String| !matches!(w.as_str(), "of" | "for" | "and" | "the" | "on");
    words.iter().filter(small).filter_map(|w| w.chars().next()).collect::<String>().to_uppercase()
}

/// The surname: the last word that is no suffix, degree or honour.
fn bare_last(words: &[String]) -> Option<String> {
    const BEHIND: &[&str] = &[
        "jr", "sr", "ii", "iii", "iv", "kc", "qc", "mp", "mbe", "obe", "cbe", "phd", "ph.d", "md", "m.d",
        "esq",
    ];
    let suffix = |w: &&String| BEHIND.contains(&w.trim_end_matches('.'));
    words.iter().rev().find(|w| !suffix(w)).cloned()
}
