use crate::article::Prose;
use crate::insight::{FactSlot, FactWords};

/// Words of harm are looked for so many tokens around a number.
const NEAR: usize = 12;

/// The slot of a statement. A number of people counts as killed, hurt or arrested only by the nearest word that says so, behind
/// it first: a reader who sees one line must not take the dead for the hurt. `None` where no such word is near.
pub(super) fn slot(words: &FactWords, prose: &Prose) -> Option<FactSlot> {
    if !matches!(words.slot, FactSlot::Killed | FactSlot::Injured | FactSlot::Arrested) {
        return Some(words.slot);
    }
    let (all, range) = (&prose.tokens.all, prose.tokens.range(words.span));
    let sentence = all.get(range.start)?.sentence;
    let said = |at: usize| {
        let token = all.get(at).filter(|t| t.sentence == sentence)?;
        prose.language.accusations.harms.get(token.low())
    };
    let found = range.clone().find_map(said);
    let around = || (0..NEAR).find_map(|n| said(range.end + n).or_else(|| range.start.checked_sub(n + 1).and_then(said)));
    found.or_else(around).map(|harm| match harm {
        crate::language::Harm::Killed => FactSlot::Killed,
        crate::language::Harm::Injured => FactSlot::Injured,
        crate::language::Harm::Arrested => FactSlot::Arrested,
    })
}
