//! Bodies by their initials.

use super::known::Known;
use crate::article::Prose;
use crate::language::Names;
use crate::mentions::names::{Class, Run, is_acronym};
use crate::text::Span;

/// Lets a body be found by the initials of its name, or by other letters in brackets behind it: "Norport School
/// District (NSD)".
pub(super) fn take_initials(prose: Prose, run: &Run, at: usize, known: &mut Known) {
    let names = &prose.language.names;
    if let Some(letters) = in_brackets(prose, run) {
        let entity = &mut known.all[at];
        let listed = names.exchanges.has(&letters) || initials_of(names, &entity.words) == letters;
        if listed && entity.class == Class::Unknown {
            entity.class = Class::Organization;
        }
        known.add_initials(letters, at);
    }
    let words = &known.all[at].words;
    let union = words.last().is_some_and(|w| names.unions.has(w));
    if run.class != Class::Person && (run.tokens.len() > 2 || union) {
        known.add_initials(initials_of(names, words), at);
    }
}

/// The letters that stand in brackets behind a name.
fn in_brackets(prose: Prose, run: &Run) -> Option<String> {
    let next = prose.tokens.all.get(run.tokens.end)?;
    let gap = prose.get(Span::new(run.span.end(), next.span.start()));
    let letters = prose.get(next.span);
    (gap.trim_start().starts_with('(') && is_acronym(letters)).then(|| letters.replace('.', ""))
}

/// "Norport Board of Fish" gives "NBF".
fn initials_of(names: &Names, words: &[String]) -> String {
    let large = words.iter().filter(|w| !names.small.has(w));
    large.filter_map(|w| w.chars().next()).collect::<String>().to_uppercase()
}
