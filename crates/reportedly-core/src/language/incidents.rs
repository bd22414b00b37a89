use super::Table;
use crate::tokens::List;

theme! {
    /// What is told of incidents, and what only seems to be.
    Incidents {
        /// Words of a sentence that tells what may have been or may be, and not what was.
        unreal: List,
        /// Phrases that leave open what happened, why, or who did it: "under investigation".
        open: List,
        /// Verbs and nouns by which people are said to be killed, hurt or arrested.
        harms: Table<Harm>,
        /// Words that are of several people, beside regular plurals: "were", "people".
        several: List,
    }
}

/// What happened to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// They died.
    Killed,
    /// They were hurt.
    Injured,
    /// They were taken into custody.
    Arrested,
}
