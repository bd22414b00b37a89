use crate::tokens::{Lexicon, List};

/// Gender, as far as a name, a title or a noun shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

impl Gender {
    /// `m` or `f` at the end of a value of a lexicon.
    pub fn of(value: &str) -> Option<Self> {
        match value.rsplit(' ').next() {
            Some("m") => Some(Self::Male),
            Some("f") => Some(Self::Female),
            _ => None,
        }
    }
}

/// What a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// One person: "mayor".
    Role,
    /// One of many who are alike: "voter".
    Group,
    /// Many in one word: "crowd".
    Mass,
    /// A body: "ministry".
    Organization,
    /// A text or record: "report".
    Document,
    /// A news medium: "newspaper".
    Medium,
}

impl Sort {
    const ALL: [Self; 6] =
        [Self::Role, Self::Group, Self::Mass, Self::Organization, Self::Document, Self::Medium];

    /// The name in the table of nouns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Group => "group",
            Self::Mass => "mass",
            Self::Organization => "org",
            Self::Document => "document",
            Self::Medium => "medium",
        }
    }
}

/// What the table says of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it stands for first of all.
    pub sort: Sort,
    /// What else it may stand for, one bit a sort.
    others: u8,
    /// The gender of the person, where the noun says so.
    pub gender: Option<Gender>,
}

impl Noun {
    fn parse(value: &str) -> Option<Self> {
        let sort = |word: &str| Sort::ALL.into_iter().find(|sort| sort.name() == word);
        let mut sorts = value.split(' ').filter_map(sort);
        let first = sorts.next()?;
        let others = sorts.fold(0, |bits, sort| bits | 1 << sort as u8);
        Some(Self { sort: first, others, gender: Gender::of(value) })
    }

    /// Whether it stands for this sort, first of all or otherwise.
    pub fn may_be(self, sort: Sort) -> bool {
        self.sort == sort || self.others & 1 << sort as u8 != 0
    }
}

theme! {
    /// Nouns for sources.
    Nouns {
        /// Nouns with the [`Sort`]s that they stand for, by name, the first one first; then `m` or `f` where the noun
        /// says so.
        all: Lexicon,
        /// Nouns that bring somebody new into a story as often as they go back to one.
        anybody: Lexicon,
        /// Nouns for bodies that say little, so that the one spoken of is meant: "the ministry".
        bodies: Lexicon,
        /// Nouns of `bodies` for bodies of any sort: "company".
        generic: List,
        /// Nouns that mean several in the singular: "staff".
        several: List,
        /// Nouns for groups by what they think: "critics". Named by whose they are, they are still nobody who could be
        /// called.
        opinions: List,
        /// Nouns for private bodies, which in the plural are a group without a list of members: "banks". Public ones
        /// are bodies: "services".
        private: List,
        /// Nouns for a force, which is one body although plural in grammar: "Norport police said".
        forces: List,
        /// Words before a force that look like a place: "local police". `names.numbered_bodies` has the word as a name:
        /// "Local 12".
        no_places: List,
        /// The plural of "person", which has no singular of its form.
        people: List,
        /// Nouns for bodies that a noun alone does not tell apart: "state".
        states: List,
        /// Nouns that mean the same as another, with that one.
        same: Lexicon,
        /// Endings of nouns for persons: "-ist".
        person_ends: List,
        /// Endings that describe somebody by age: "-year-old".
        age_ends: List,
        /// Endings of nouns for things: "-ment".
        thing_ends: List,
        /// Endings of nouns for makers and bodies that are as often a person: "-er".
        maker_ends: List,
        /// Endings of names of peoples and believers, as written: "-ians", "-ites". `names.follower_ends` has
        /// fewer.
        people_ends: List,
        /// Given a word in small letters: what it may be the plural of, likelier first.
        singulars: fn(&str) -> Vec<String> = |_| Vec::new(),
        /// Given a word that no list knows, in small letters: whether it looks like a plural.
        is_plural: fn(&str) -> bool = |_| false,
        /// Given a word that no list knows: the word without its plural ending.
        stem: fn(&str) -> &str = |word| word,
        /// Given a regular noun: its plural.
        plural: fn(&str) -> String = str::to_owned,
    }
}

impl Nouns {
    /// A noun as it is listed.
    pub fn get(&self, word: &str) -> Option<Noun> {
        Noun::parse(self.all.get(word)?)
    }

    /// A noun in any of its forms.
    pub fn form_of(&self, word: &str) -> Option<Noun> {
        Noun::parse(self.all.form_of(word)?)
    }

    /// Whether a word is a noun as it is listed.
    pub fn has(&self, word: &str) -> bool {
        self.all.has(word)
    }
}
