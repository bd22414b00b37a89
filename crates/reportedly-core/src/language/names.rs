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
        /// Words before a name: `x` only modifies another title, `m` and `f` tell the gender.
        titles: Lexicon,
        /// Words that make a name one of an organization, a medium or a document, with the name of their [`Part`].
        parts: Lexicon,
        /// News media.
        outlets: Lexicon,
        /// Organizations, and buildings that stand for one.
        organizations: Lexicon,
        /// States, capitals and large towns; as a source they stand for their government.
        places: Lexicon,
        /// Peoples, followers of parties, believers, in the plural: "Norlanders".
        peoples: Lexicon,
        /// Words that begin a sentence with a capital and are no name.
        function_words: Lexicon,
        /// Words that have a capital everywhere and are no name: "I".
        always_capital: List,
        /// Function words that are more likely a given name where they have a capital without need: "Will".
        given_in_capitals: List,
        /// Function words that are surnames as well, behind a given name: "Ada May".
        surnames: List,
        /// Words of names of bodies that are surnames as well, behind a given name: "Ada Church".
        surnames_and_parts: List,
        /// Small words within the name of a person: "van".
        particles: List,
        /// Beginnings of surnames with another capital inside: "Mc".
        camel_surnames: List,
        /// Words behind a name that tell generations apart: "Jr".
        generations: List,
        /// Degrees and honours behind a name.
        honours: List,
        /// Members of parties, which are no name: "Democrat".
        members: List,
        /// Endings of words that only say how or where, and begin no name: "-ly".
        adverbs: List,
        /// Endings of adverbs that are no name even before one: "-ingly".
        sure_adverbs: List,
        /// Endings of plurals for followers, in small letters: "-crats". Without "-ans", which part of a body's name
        /// may have: "Veterans".
        follower_ends: List,
        /// Endings of a family's name in the plural, and of words that are no name of one person: "the Vales".
        plural_ends: List,
        /// Nouns for what is told apart by number: "District 7".
        numbered: List,
        /// Nouns of `numbered` for bodies: "Local 12".
        numbered_bodies: List,
        /// Words that broadcasters put a number behind: "Channel 5".
        networks: List,
        /// Small words that may follow the number of a station.
        behind_stations: List,
        /// Given a word as written: what it shows as a station's call sign, if it looks like one.
        sign: fn(&str) -> Option<Sign> = |_| None,
        /// Endings of addresses on the web: ".org".
        sites: List,
        /// Those to whom a hospital, a college or a club belongs, in the plural: "Children's Hospital".
        owners: List,
        /// Those after whom unions are called: "Teachers".
        workers: List,
        /// Bodies of which many states and towns have one: "Norland's navy".
        owned: List,
        /// Words that a body adds to its name or leaves out: "department".
        departments: List,
        /// Words that companies add to a name of their own: "Holdings".
        companies: List,
        /// Stock exchanges, in brackets behind a company's name.
        exchanges: List,
        /// Last words of a name that is cut to its initials even where it is short: "Nations".
        unions: List,
        /// Verbs behind which a body speaks of what is its own: "announced its plan".
        own_verbs: List,
        /// Given a word in small letters: whether it can only be a verb in the past, so that no name goes on. Narrower
        /// than `clauses.is_past`.
        is_past: fn(&str) -> bool = |_| false,
        /// Words for saints in names of places and bodies: "St.".
        saints: List,
        /// Shortened words that begin the name of a place: "Mt.".
        places_cut_short: List,
        /// Small words within the name of a body: "of".
        small: List,
        /// Words of `small` that join one noun to another: "for".
        joins: List,
        /// The relative pronoun behind a body: "which".
        which: List,
        /// Prepositions before a place: "near".
        in_places: List,
        /// Prepositions behind which a word alone is the place, not the person who bears its name: "from".
        towards: List,
        /// Prepositions of a way through a place: "around".
        through: List,
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
