use crate::tokens::Lexicon;

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
        /// Nouns with their [`Sort`]s by name, the first one first; then `m` or `f` where the noun says so.
        all: Lexicon,
        /// Nouns that bring somebody new into a story as often as they go back to one.
        anybody: Lexicon,
        /// Nouns for bodies that say little: the one spoken of is meant.
        bodies: Lexicon,
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
