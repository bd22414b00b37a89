//! What the program knows of a language: one [`Language`] value, which every other folder asks.
//!
//! A language is data: word lists by theme, and small predicates where a list is not enough. This folder says which
//! tables there are and what each means, one file a theme; the file of the same name in `en/` fills them for English.
//! What a language leaves empty ([`Language::NONE`]) is never found in its texts; nothing else fails. Nowhere else in
//! this crate stands a word of any language, other than the names and messages of the output.

#[macro_use]
mod theme;

mod accusations;
mod calendar;
mod clauses;
pub mod en;
mod hedges;
mod incidents;
mod layout;
mod moods;
mod names;
mod negation;
mod nesting;
mod nouns;
mod offices;
mod phrases;
mod pronouns;
mod sources;
mod table;
mod times;
mod verbs;
mod voice;

pub use accusations::Accusations;
pub use calendar::Calendar;
pub use clauses::Clauses;
pub use hedges::{Degree, Hedges};
pub use incidents::{Harm, Incidents};
pub use layout::Layout;
pub use moods::Moods;
pub use names::{Names, Part, Sign};
pub use negation::Negation;
pub use nesting::Nesting;
pub use nouns::{Gender, Noun, Nouns, Sort};

pub use offices::Offices;
pub use phrases::Phrases;
pub use pronouns::Pronouns;
pub use sources::Sources;
pub use table::{Numbered, Table};
pub use times::{Bound, DayPart, Holiday, Season, TimeWord, Times, Unit};
pub use verbs::{CueClass, Effect, Form, Use, Values, Verbs};
pub use voice::Voice;

use crate::tokens::Division;

/// One language, as far as it can be read.
///
/// ```
/// use reportedly::language::{Language, Support};
///
/// assert_eq!(Language::of("en-GB").support, Support::Full);
/// assert_eq!(Language::of("de").support, Support::QuotationsOnly);
/// ```
#[derive(Clone, Copy)]
pub struct Language {
    /// Its tag of BCP 47, without region.
    pub code: &'static str,
    /// How much is read in it.
    pub support: Support,
    /// How its text is divided into words and sentences.
    pub division: Division,
    /// Verbs and nouns that attribute.
    pub verbs: Verbs,
    /// Nouns for sources.
    pub nouns: Nouns,
    /// What noun phrases are made of.
    pub phrases: Phrases,
    /// Words that describe a source.
    pub sources: Sources,
    /// What names are made of.
    pub names: Names,
    /// What titles and offices are made of.
    pub offices: Offices,
    /// Pronouns.
    pub pronouns: Pronouns,
    /// Words that deny.
    pub negation: Negation,
    /// Words that make a claim less than certain.
    pub hedges: Hedges,
    /// What clauses begin and end with.
    pub clauses: Clauses,
    /// Clauses and cues that assert nothing.
    pub moods: Moods,
    /// Frames, and words that judge.
    pub voice: Voice,
    /// Months, days, hours.
    pub calendar: Calendar,
    /// Words of expressions of time.
    pub times: Times,
    /// Lines that papers print around their text.
    pub layout: Layout,
    /// Claims within claims and beside them.
    pub nesting: Nesting,
    /// What is said of accusations.
    pub accusations: Accusations,
    /// What is told of incidents.
    pub incidents: Incidents,
}

impl Language {
    /// A language of which nothing is known.
    pub const NONE: Self = Self {
        code: "",
        support: Support::QuotationsOnly,
        division: Division::NONE,
        verbs: Verbs::NONE,
        nouns: Nouns::NONE,
        phrases: Phrases::NONE,
        sources: Sources::NONE,
        names: Names::NONE,
        offices: Offices::NONE,
        pronouns: Pronouns::NONE,
        negation: Negation::NONE,
        hedges: Hedges::NONE,
        clauses: Clauses::NONE,
        moods: Moods::NONE,
        voice: Voice::NONE,
        calendar: Calendar::NONE,
        times: Times::NONE,
        layout: Layout::NONE,
        nesting: Nesting::NONE,
        accusations: Accusations::NONE,
        incidents: Incidents::NONE,
    };

    /// Whether a word in the singular, or an adjective, belongs to a people, a faith or the followers of a party.
    ///
    /// ```
    /// use reportedly::language::en::ENGLISH;
    ///
    /// assert!(ENGLISH.is_of_a_people("african") && !ENGLISH.is_of_a_people("harbour"));
    /// ```
    pub fn is_of_a_people(&self, word: &str) -> bool {
        self.names.peoples.has(&(self.nouns.plural)(word))
    }

    /// Those of which something is known: names of media are compared in all of them.
    pub fn known() -> &'static [&'static Self] {
        static KNOWN: [&Language; 1] = [&en::ENGLISH];
        &KNOWN
    }

    /// The language of a BCP 47 tag. In one that is not known only quotations are read, divided as English is.
    pub fn of(tag: &str) -> &'static Self {
        const OTHER: Language = Language { division: en::ENGLISH.division, ..Language::NONE };
        let primary = tag.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case(en::ENGLISH.code) { &en::ENGLISH } else { &OTHER }
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Language").field(&self.code).finish()
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// How much of an article can be read, by its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Support {
    /// Every claim, with its source and how it is presented.
    #[default]
    Full,
    /// The same, measured on too few articles to be relied on.
    Experimental,
    /// Only what is in quotation marks; nothing is said about sources.
    QuotationsOnly,
}

impl Support {
    /// Whether all claims are read, and not only quotations.
    ///
    /// ```
    /// use reportedly::Support;
    ///
    /// assert!(Support::Experimental.reads_claims() && !Support::QuotationsOnly.reads_claims());
    /// ```
    pub fn reads_claims(self) -> bool {
        self != Self::QuotationsOnly
    }

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Experimental => "experimental",
            Self::QuotationsOnly => "quotations_only",
        }
    }
}
