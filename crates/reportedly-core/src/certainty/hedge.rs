//! Words that make a claim less than certain.

use super::Certainty;
use super::saying::Saying;
use crate::language::{Degree, Effect, Language};
use crate::text::Span;
use crate::tokens::{Token, form};

/// Words of a main clause that are looked at.
const REACH: usize = 22;

/// The weakest word of cue and main clause, with what it makes of the claim.
pub(super) fn weakest(saying: &Saying, main: &[Token]) -> Option<(Certainty, Span)> {
    let hedges = &saying.language.hedges;
    let by_adverb = |w: &Token| Some((certainty(hedges.degree(&w.form)?), w.span));
    let mut found: Vec<(Certainty, Span)> = by_effect(saying).into_iter().collect();
    found.extend(saying.cue.words.iter().filter_map(by_adverb));
    let reach = &main[..main.len().min(REACH)];
    found.extend((0..reach.len()).filter_map(|i| in_clause(reach, i, saying.language)));
    let possible = found.iter().find(|f| f.0 == Certainty::Possible);
    possible.or(found.first()).copied()
}

/// What the verb of the cue makes of the claim: "fears", "believes", "doubts".
fn by_effect(saying: &Saying) -> Option<(Certainty, Span)> {
    let certainty = match saying.effect? {
        Effect::Possible => Certainty::Possible,
        Effect::Probable | Effect::Doubt => Certainty::Probable,
        _ => return None,
    };
    let does = |w: &&Token| saying.language.verbs.effect(&w.form) == saying.effect;
    saying.cue.words.iter().find(does).map(|w| (certainty, w.span))
}

/// The hedge that begins with a word of the main clause.
fn in_clause(main: &[Token], i: usize, language: &Language) -> Option<(Certainty, Span)> {
    let hedges = &language.hedges;
    let by_itself = || hedges.degree(form(main, i)).filter(|_| !(hedges.is_plain)(main, i)).map(|d| (d, 1));
    let (degree, words) = (hedges.near)(main, i).or_else(by_itself)?;
    let last = main.get((i + words).saturating_sub(1))?;
    Some((certainty(degree), main.get(i)?.span.cover(last.span)))
}

fn certainty(degree: Degree) -> Certainty {
    match degree {
        Degree::Probable => Certainty::Probable,
        Degree::Possible => Certainty::Possible,
    }
}
