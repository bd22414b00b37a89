use super::{Lexicon, List};

/// What dividing a text into words and sentences must know of a language.
///
/// ```
/// use reportedly::Text;
/// use reportedly::tokens::{Division, sentences};
///
/// // without any knowledge each full stop before a capital ends a sentence
/// let text = Text::new("Prof. Hale left.");
/// assert_eq!(sentences(&text, &Division::NONE).len(), 2);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Division {
    /// Words whose full stop is part of them, as written: "Mr", "Inc".
    pub abbreviations: List,
    /// The abbreviation before a number: "No".
    pub number: &'static str,
    /// Ends of a time of day, without its last stop: "p.m".
    pub hours: List,
    /// Whether a word may follow a time of day in its sentence: a day, a month, a time zone.
    pub after_hours: fn(&str) -> bool,
    /// The medium whose name is a single capital: "X".
    pub network: &'static str,
    /// The prepositions before it.
    pub on_a_network: List,
    /// Words before a title that say nothing: "The".
    pub articles: List,
    /// The letters of which every full word has one.
    pub vowels: &'static str,
    /// Words before a name, in small letters: "mr.", "mayor".
    pub titles: Lexicon,
    /// What has a full stop of its own wherever it stands: "Inc", "Jan".
    pub stopped: List,
    /// Small beginnings of a name with a capital behind them: "al-", "d'".
    pub prefixes: List,
    /// Endings that say whose something is, without the apostrophe: "s".
    pub possessive: &'static str,
}

impl Division {
    /// Knows nothing.
    pub const NONE: Self = Self {
        abbreviations: List::NONE,
        number: "\0",
        hours: List::NONE,
        after_hours: |_| false,
        network: "\0",
        on_a_network: List::NONE,
        articles: List::NONE,
        vowels: "",
        titles: Lexicon::NONE,
        stopped: List::NONE,
        prefixes: List::NONE,
        possessive: "\0",
    };
}
