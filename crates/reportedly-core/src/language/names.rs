use super::Gender;
use crate::tokens::Lexicon;
use crate::tokens::List;

/// What a word makes of the name that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Of a body: "Council".
    Organization,
    /// Of a news medium: "Gazette".
    Medium,
    /// Of a text: "Report".
    Document,
    /// Of a body, behind another word: "Vale Water".
    Trade,
}

impl Part {
    /// The name in the table of words of names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organization => "org",
            Self::Medium => "medium",
            Self::Document => "document",
            Self::Trade => "trade",
        }
    }
}

/// What a word shows that looks like the call sign of a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It could be a surname in capitals, too.
    Likely,
    /// It can be nothing else.
    Sure,
}

theme! {
    /// What names are made of.
    Names {
        /// Given names, with `m`, `f` or `e` (either).
        given: Lexicon,
        /// Words before a name: `x` only modifies another title; `m` and `f` tell the gender.
        titles: Lexicon,
        /// Words that make a name one of an organization, a medium or a document ([`Part`], by its names).
        parts: Lexicon,
        /// News media.
        outlets: Lexicon,
        /// Organizations, and buildings that stand for one.
        organizations: Lexicon,
        /// States, capitals and large towns; as a source they stand for their government.
        places: Lexicon,
        /// Words that begin a sentence with a capital and are no name.
        function_words: Lexicon,
        /// Words that have a capital everywhere and are no name: "I".
        always_capital: List,
        /// Function words that are more likely a given name where they have a capital without need.
        given_in_capitals: List,
        /// Function words that are surnames, too, behind a given name.
        surnames: List,
        /// Words of names of bodies that are surnames, too, behind a given name.
        surnames_and_parts: List,
        /// Small words that a name of a person may have inside: "van".
        particles: List,
        /// What surnames begin with that have another capital inside: "Mc".
        camel_surnames: List,
        /// What stands behind a name and tells generations apart.
        generations: List,
        /// Degrees and honours behind a name.
        honours: List,
        /// Members of parties: nobody is called so.
        members: List,
        /// Endings of words that only say how or where: "ly".
        adverbs: List,
        /// Endings of long words that are no names even before a name.
        sure_adverbs: List,
        /// How names of several of one family may end, and words that are no name of one person.
        plural_ends: List,
        /// What is told apart by number: "District 7".
        numbered: List,
        /// Those of them that are bodies: "Local 12".
        numbered_bodies: List,
        /// What broadcasters put a number behind.
        networks: List,
        /// Small words that may follow the number of a station.
        behind_stations: List,
        /// Whether a word, as written, looks like a station's call sign.
        sign: fn(&str) -> Option<Sign> = |_| None,
        /// Endings of addresses on the web.
        sites: List,
        /// Those to whom a hospital, a college or a club belongs, in the plural.
        owners: List,
        /// Of whom unions are called.
        workers: List,
        /// Of which many states and towns have one.
        owned: List,
        /// Words that a body adds to its name or leaves out: "department".
        departments: List,
        /// What companies call themselves behind a name of their own.
        companies: List,
        /// Stock exchanges, whose names stand in brackets behind a company's.
        exchanges: List,
        /// Words at the end of a name that is cut to its initials even where it is short.
        unions: List,
        /// Verbs behind which a body speaks of what is its own.
        own_verbs: List,
        /// Whether a verb stands in the past, as far as its form tells.
        is_past: fn(&str) -> bool = |_| false,
        /// Saints in names of places and bodies.
        saints: List,
        /// Words cut short that begin the name of a place.
        places_cut_short: List,
        /// Small words that names of bodies have inside.
        small: List,
        /// Those that join one noun to another within a name: "for".
        joins: List,
        /// "which", behind a body.
        which: List,
        /// Words behind which a name is a place's.
        in_places: List,
        /// Words behind which a word alone is the place, not the person who bears its name.
        towards: List,
        /// Words behind which somebody moves through a place.
        through: List,
        /// Peoples, followers of parties, faiths, in the plural.
        peoples: Lexicon,
        /// How the plurals for members and believers end, in small letters: "-crats". Narrower than `nouns.people_ends`:
        /// a word with "-ans" is as often part of a name, "Veterans".
        follower_ends: List,
    }
}

impl Names {
    /// What a word makes of a name.
    pub fn part(&self, word: &str) -> Option<Part> {
        let name = self.parts.get(word)?;
        let all = [Part::Organization, Part::Medium, Part::Document, Part::Trade];
        all.into_iter().find(|part| part.name() == name)
    }

    /// Whether a word is a title by itself, not only beside another.
    pub fn is_title(&self, word: &str) -> bool {
        self.titles.get(word).is_some_and(|value| value != ONLY_MODIFIES)
    }

    /// The gender of one who bears a title, as far as one of its words tells.
    pub fn title_gender(&self, title: &str) -> Option<Gender> {
        let gender = |word: &str| self.titles.get(&word.to_lowercase()).and_then(Gender::of);
        title.split_whitespace().find_map(gender)
    }

    /// The gender of one with a given name.
    pub fn given_gender(&self, word: &str) -> Option<Gender> {
        self.given.get(word).and_then(Gender::of)
    }
}

/// The value of a title that only modifies another.
const ONLY_MODIFIES: &str = "x";
