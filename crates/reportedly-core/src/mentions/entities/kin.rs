//! Relatives, who often share a surname with the one whom an article is about.

use crate::article::Prose;
use crate::mentions::names::Run;

/// Whether a name is introduced as a relative's: "Vale's mother, Ada Vale", "his wife Ada Vale".
pub(super) fn is_kin(prose: Prose, run: &Run) -> bool {
    let (all, language) = (&prose.tokens.all, prose.language);
    let Some(noun) = run.tokens.start.checked_sub(1).filter(|_| run.title.is_none()) else { return false };
    let whose = |i: usize| all[i].possessive || language.pronouns.owning.has(all[i].low());
    language.offices.kin.has(all[noun].low()) && (noun.saturating_sub(3)..noun).any(whose)
}
