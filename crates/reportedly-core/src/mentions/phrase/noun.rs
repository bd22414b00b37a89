//! What the end of a phrase is: a name, or a noun on a list, or one that only its ending tells of.

use super::lists::{NUMBERS, QUANTIFIERS};
use super::{Before, EMPTY, Phrase, Words};
use crate::mentions::Kind;
use crate::mentions::entities::gender;
use crate::mentions::lexicons::{FUNCTION_WORDS, GROUPS, NOUNS, PLACES};
use crate::mentions::names::Class;
use crate::mentions::terms::Term;

/// Groups by what they think: whose they are does not make them ones that could be called.
const OPINIONS: &[&str] = &[
    "opponent",
    "supporter",
    "backer",
    "critic",
    "fan",
    "follower",
    "voter",
    "detractor",
    "believer",
    "user",
    "reader",
    "viewer",
    "proponent",
    "skeptic",
    "sceptic",
    "consumer",
    "customer",
];

/// Bodies that make a group without a list of members in the plural; public ones ("security services") are bodies.
const PRIVATE: &[&str] = &[
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "corporation",
    "bank",
    "airline",
    "charity",
    "nonprofit",
    "ngo",
    "retailer",
    "manufacturer",
    "supplier",
    "startup",
    "school",
    "hospital",
    "church",
    "club",
    "team",
    "insurer",
    "lender",
];

impl Words<'_> {
    /// A name that the phrase ends with.
    pub(super) fn name_at_end(&self, core: &std::ops::Range<usize>, before: Before) -> Option<Phrase> {
        let all = &self.terms.all;
        let last = &all[core.end - 1];
        let mention =
            self.entities.before(last.span.end()).next().filter(|m| m.span.end() == last.span.end())?;
        let plural = |kind| Phrase {
            kind,
            plural: true,
            definite: before.definite,
            counted: before.counted,
            why: "a name of a group",
            ..EMPTY
        };
        let Some(entity) = mention.entity else {
            return Some(Phrase { kind: Kind::Person, open: true, why: "a name that two have", ..EMPTY });
        };
        let found = &self.entities.all[entity];
        let the = before.definite;
        let kind = match found.class {
            Class::Person => Kind::Person,
            Class::Organization | Class::Place => Kind::Organization,
            Class::Outlet => Kind::Outlet,
            Class::Document => Kind::Document,
            Class::Group if before.counted => return Some(plural(Kind::Unnamed)),
            Class::Group => return Some(plural(Kind::Collective)),
            Class::Unknown if the => Kind::Organization,
            Class::Unknown if self.is_people(&last) && found.words.len() == 1 || self.is_group(&last) => {
                return Some(plural(Kind::Collective));
            }
            Class::Unknown => Kind::Person,
        };
        if kind == Kind::Person
            && (the || before.many)
            && found.class == Class::Person
            && found.name.ends_with('s')
            && self.terms.range(mention.span) == *core
            && before.owner.is_none()
        {
            return Some(Phrase { definite: true, why: "a family", ..plural(Kind::Unnamed) });
        }
        Some(Phrase {
            kind,
            entity: Some(entity),
            gender: found.gender,
            definite: the,
            why: "a name",
            ..EMPTY
        })
    }

    /// "Hispanic Americans".
    fn is_group(&self, term: &Term) -> bool {
        term.capital && GROUPS.has(&self.text.get(term.span).to_lowercase())
    }

    /// "Norwegians", "Alderites".
    fn is_people(&self, term: &Term) -> bool {
        let word = self.text.get(term.span);
        ["ians", "ans", "ites", "crats", "ists"].iter().any(|e| word.ends_with(e)) && term.capital
    }

    /// "Vale's", "the council's" inside a phrase.
    pub(super) fn possessor(&self, core: &std::ops::Range<usize>, before: &mut Before) {
        let owner = (core.start..core.end - 1).rev().find(|&i| self.terms.all[i].possessive);
        if let Some(i) = owner {
            before.definite = true;
            before.owner = Some(self.terms.all[core.start].span.cover(self.terms.all[i].span));
        }
    }

    /// A phrase with a common noun at its end.
    pub(super) fn noun(&self, core: &std::ops::Range<usize>, before: Before) -> Phrase {
        let last = core.end - 1;
        let word = self.low(last);
        let (noun, value, plural) = self.look_up(core.start, last);
        let named = (core.start..last).any(|i| self.terms.all[i].capital && !self.terms.all[i].first);
        let formed = plural && !value.is_empty();
        let plural = plural
            || before.many
            || matches!(
                word.as_str(),
                "people"
                    | "police"
                    | "authorities"
                    | "men"
                    | "women"
                    | "staff"
                    | "family"
                    | "media"
                    | "counsel"
            );
        let first = value.split(' ').next().unwrap_or_default();
        let kind = match first {
            _ if word.contains('%') || word == "percent" => Kind::Collective,
            _ if QUANTIFIERS.contains(&word.as_str()) => Kind::Collective,
            _ if matches!(word.as_str(), "them" | "us" | "whom" | "those" | "these") => Kind::Collective,
            _ if NUMBERS.contains(&word.as_str()) || word.parse::<u32>().is_ok() => {
                let share = matches!(self.low(core.end).as_str(), "in" | "out");
                if share { Kind::Collective } else { Kind::Unnamed }
            }
            "org"
                if plural
                    && !named
                    && !before.counted
                    && !before.definite
                    && PRIVATE.contains(&noun.as_str()) =>
            {
                Kind::Collective
            }
            "role" | "group" if value.contains("group") && value.contains("role") => {
                let owned = before.owner.is_some() && !OPINIONS.contains(&noun.as_str());
                group_of(plural, before, owned || self.reaches(core))
            }
            "role" if word == "police" && self.of_a_place(core) => Kind::Organization,
            "role" => Kind::Unnamed,
            "group" => group_of(plural, before, false),
            "mass" if value.contains("org") && named => Kind::Organization,
            "mass" if noun == "people" && (before.counted || self.reaches(core)) => Kind::Unnamed,
            "mass" => Kind::Collective,
            "org" => Kind::Organization,
            "document" => Kind::Document,
            "medium" if (plural || noun == "media") && !named && !before.definite => Kind::Collective,
            "medium" => Kind::Outlet,
            _ if before.owner.is_some() && self.terms.all[last].possessive => Kind::Person,
            _ => unknown(&word, plural, before),
        };
        Phrase {
            kind,
            noun: Some(noun),
            // "the police" is one body, "the companies" are several
            plural: if kind == Kind::Organization { formed } else { plural },
            definite: before.definite,
            counted: before.counted || !plural && matches!(kind, Kind::Unnamed),
            gender: gender(value),
            owner: before.owner,
            why: if value.is_empty() { "an unknown noun" } else { "a noun" },
            ..EMPTY
        }
    }

    /// "Norport police", also where a sentence begins so, but not "City police".
    fn of_a_place(&self, core: &std::ops::Range<usize>) -> bool {
        let name = |i: usize| {
            let (term, word) = (&self.terms.all[i], self.low(i));
            let common = || {
                self.terms.small.contains(&word)
                    || FUNCTION_WORDS.has(&word)
                    || QUANTIFIERS.contains(&word.as_str())
            };
            let known =
                !term.first || PLACES.has(&word) || self.terms.names.contains(self.text.get(term.span));
            term.capital
                && NOUNS.form_of(&word).is_none()
                && word != "local"
                && !(term.first && common())
                && known
        };
        (core.start..core.end - 1).any(name)
    }

    /// The noun in the singular, its value, and whether it stands in the plural.
    fn look_up(&self, start: usize, last: usize) -> (String, &'static str, bool) {
        let word = self.low(last);
        let pairs = (last > start).then(|| format!("{} {word}", self.low(last - 1)));
        for candidate in pairs.into_iter().chain([word.clone()]) {
            if let Some(value) = NOUNS.get(&candidate) {
                return (candidate, value, false);
            }
            for base in singulars(&candidate) {
                if let Some(value) = NOUNS.get(&base) {
                    return (base, value, true);
                }
            }
        }
        let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
        (word, "", plural)
    }

    /// Whether the words behind the noun tie it to one place, body or matter: "teachers at the school", or the
    /// writer says that she spoke to them.
    fn reaches(&self, core: &std::ops::Range<usize>) -> bool {
        let next = self.low(core.end);
        matches!(
            next.as_str(),
            "familiar" | "briefed" | "close" | "interviewed" | "involved" | "knowledgeable"
        ) || matches!(next.as_str(), "whom" | "we" | "who")
            && (core.end..core.end + 4).any(|i| {
                matches!(self.low(i).as_str(), "spoke" | "asked" | "declined" | "interviewed" | "requested")
            })
    }
}

fn group_of(plural: bool, before: Before, reaches: bool) -> Kind {
    match plural && !before.counted && !reaches {
        true => Kind::Collective,
        false => Kind::Unnamed,
    }
}

/// Whether a noun ends like those for persons.
pub(super) fn is_for_persons(noun: &str) -> bool {
    ["er", "or", "ist", "ian", "man", "woman", "ant", "eer", "person"].iter().any(|e| noun.ends_with(e))
}

/// A noun on no list.
fn unknown(word: &str, plural: bool, before: Before) -> Kind {
    const THINGS: [&str; 8] = ["tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence"];
    let stem = word.trim_end_matches('s');
    match () {
        _ if THINGS.iter().any(|e| stem.ends_with(e)) => Kind::Document,
        _ if plural && before.counted => Kind::Unnamed,
        _ if plural => Kind::Collective,
        _ if is_for_persons(stem) || stem.ends_with("-year-old") => Kind::Unnamed,
        _ => Kind::Organization,
    }
}

fn singulars(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let irregular = [
        ("men", "man"),
        ("women", "woman"),
        ("wives", "wife"),
        ("spokesmen", "spokesman"),
        ("spokespeople", "spokesperson"),
        ("analyses", "analysis"),
        ("children", "child"),
        ("chiefs", "chief"),
    ];
    out.extend(irregular.iter().find(|p| p.0 == word).map(|p| p.1.to_owned()));
    out.extend(word.strip_suffix("men").map(|s| format!("{s}man")));
    out.extend(word.strip_suffix("women").map(|s| format!("{s}woman")));
    out.extend(word.strip_suffix("ies").map(|s| format!("{s}y")));
    out.extend(word.strip_suffix("es").map(str::to_owned));
    out.extend(word.strip_suffix('s').map(str::to_owned));
    if let Some((first, rest)) = word.split_once('-').or(word.split_once(' ')) {
        out.extend(first.strip_suffix('s').map(|f| format!("{f}-{rest}")));
    }
    out
}
