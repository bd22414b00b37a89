//! English. Each file fills the tables of the theme that has its name; `inflection.rs` and `division.rs` serve them all.
//!
//! A list is a data file (`*.txt`, sorted by bytes) where its words have values, or where it grows with the world and
//! not with the grammar: names, offices, nouns, cues. Small words and closed classes stand in the code, beside the
//! predicates that ask for them.

mod accusations;
mod calendar;
mod clauses;
mod division;
mod hedges;
mod incidents;
mod inflection;
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
mod times;
mod verbs;
mod voice;

pub use inflection::bases;

use super::{Language, Support};
use crate::tokens::Lexicon;

/// English, which is read in full.
pub static ENGLISH: Language = ENGLISH_VALUE;

const ENGLISH_VALUE: Language = Language {
    code: "en",
    support: Support::Full,
    division: division::DIVISION,
    verbs: verbs::VERBS,
    nouns: nouns::NOUNS,
    phrases: phrases::PHRASES,
    sources: sources::SOURCES,
    names: names::NAMES,
    offices: offices::OFFICES,
    pronouns: pronouns::PRONOUNS,
    negation: negation::NEGATION,
    hedges: hedges::HEDGES,
    clauses: clauses::CLAUSES,
    moods: moods::MOODS,
    voice: voice::VOICE,
    calendar: calendar::CALENDAR,
    times: times::TIMES,
    layout: layout::LAYOUT,
    nesting: nesting::NESTING,
    accusations: accusations::ACCUSATIONS,
    incidents: incidents::INCIDENTS,
};

/// A table of English words, whose forms are found.
pub const fn lexicon(lines: &'static str) -> Lexicon {
    Lexicon::new(lines, bases)
}

#[cfg(test)]
mod tests {
    use super::ENGLISH;
    use crate::language::{Gender, Sort};

    #[test]
    fn every_data_file_is_sorted() {
        let (n, nouns) = (ENGLISH.names, ENGLISH.nouns);
        let names =
            [n.given, n.titles, n.parts, n.outlets, n.organizations, n.places, n.peoples, n.function_words];
        let words = [nouns.all, nouns.anybody, nouns.bodies, ENGLISH.verbs.cues, ENGLISH.clauses.irregular];
        let voice = [ENGLISH.voice.frames, ENGLISH.voice.judging];
        assert!(names.iter().chain(&words).chain(&voice).all(|list| list.is_sorted()));
        assert!(
            nouns
                .get("spokeswoman")
                .is_some_and(|n| n.sort == Sort::Role && n.gender == Some(Gender::Female))
        );
        for line in include_str!("nouns.txt").lines() {
            let known =
                |w: &str| matches!(w, "role" | "group" | "mass" | "org" | "document" | "medium" | "m" | "f");
            assert!(line.split_once('\t').is_some_and(|(_, v)| v.split(' ').all(known)), "{line}");
        }
        assert_eq!(n.titles.get("police"), Some("x"));
    }

    #[test]
    fn every_value_of_a_cue_is_known() {
        for line in include_str!("cues.txt").lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let known = |column: usize, found: bool| cells.get(column).is_none_or(|c| c.is_empty()) || found;
            let verbs = ENGLISH.verbs;
            assert!(known(1, verbs.class(cells[0]).is_some()), "{line}");
            assert!(known(2, verbs.effect(cells[0]).is_some()), "{line}");
            assert!(known(3, verbs.values(cells[0]).is_some()), "{line}");
            let uses = cells.get(4).map_or(0, |c| c.split(' ').count());
            assert!(uses == 0 || verbs.uses(cells[0]).count() == uses, "{line}");
        }
    }
}
