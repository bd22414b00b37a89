//! Where a name ends: what its run of capitals may have inside.

use super::shape::{is_part, small};
use crate::article::Prose;
use crate::language::{Part, Sort};
use crate::text::Span;
use crate::tokens::Token;

/// One past the last token of the run that begins at `start`.
pub(super) fn end_of_run(prose: Prose, start: usize) -> usize {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let mut end = start + 1;
    while let Some(more) = goes_on(prose, start, end) {
        end += more;
    }
    while end > start + 1 && !all[end - 1].capital && !is_channel(prose, end - 1) {
        end -= 1;
    }
    let number = |t: &Token| t.joined && !t.first && t.low().parse::<u32>().is_ok();
    let numbered = end == start + 1 && !all[start].possessive && names.numbered.has(all[start].low());
    end + usize::from(numbered && all.get(end).is_some_and(number))
}

/// How many more tokens at `end` belong to the run.
fn goes_on(prose: Prose, start: usize, end: usize) -> Option<usize> {
    let next = prose.tokens.all.get(end).filter(|t| t.joined && !t.first)?;
    if belongs_to_another(prose, start, end) {
        return None;
    }
    if next.capital {
        return takes_capital(prose, start, end).then_some(1);
    }
    takes_small(prose, start, end).or_else(|| is_channel(prose, end).then_some(1))
}

/// Whether a word with a capital goes on with the name: most do, function words only in certain places.
fn takes_capital(prose: Prose, start: usize, end: usize) -> bool {
    let (all, language) = (&prose.tokens.all, prose.language);
    let names = &language.names;
    let (before, next) = (all[end - 1].low(), &all[end]);
    let word = next.low();
    let function = names.function_words.has(word) && word.len() > 2 && !names.given.has(word);
    let noun = || language.nouns.form_of(word).is_some();
    // "Association of Head Teachers"
    let of = || all[start..end].iter().any(|t| language.phrases.of.has(small(t)));
    let part_follows = || follows(prose, end, 1) && is_part(names, &all[end + 1]);
    !function
        // "Theresa May"
        || names.given.has(before) && names.surnames.has(word)
        || names.workers.has(word)
        || next.possessive && names.owners.has(word)
        // "Norport Police"
        || language.nouns.forces.has(word)
        // "Assistant Police Chief"
        || names.titles.has(before) && names.titles.has(word)
        || (of() || part_follows()) && noun()
}

/// How many words a small word takes into the name: itself, or with the small word behind it.
fn takes_small(prose: Prose, start: usize, end: usize) -> Option<usize> {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let phrases = &prose.language.phrases;
    let (word, next) = (small(&all[end]), all.get(end + 1));
    let worker = |t: &Token| t.capital && names.workers.has(t.low());
    let body = || all[start..end].iter().any(|t| is_part(names, t) || worker(t));
    if phrases.of.has(word) {
        let the = next.is_some_and(|t| phrases.the.has(small(t)));
        let more = if the { 2 } else { 1 };
        let head = body() || names.is_title(all[end - 1].low());
        return (follows(prose, end, more) && head).then_some(more);
    }
    if names.particles.has(word) {
        // "van der Vale"
        let more = next.is_some_and(|t| t.joined && names.particles.has(small(t)));
        let more = if more && !follows(prose, end, 1) { 2 } else { 1 };
        return follows(prose, end, more).then_some(more);
    }
    if !follows(prose, end, 1) {
        return None;
    }
    // "the Metal and Allied Workers", but not "Boeing and Airbus Engineers"
    let the = || start > 0 && phrases.the.has(all[start - 1].low());
    let workers = || (1..=2).any(|n| follows(prose, end, n) && worker(&all[end + n]));
    let joined = || all[start..end].iter().any(|t| names.joins.has(small(t)));
    let inside = names.joins.has(word) && is_part(names, &all[end - 1])
        || phrases.and.has(word) && (the() && workers() || body() && joined());
    inside.then_some(1)
}

/// Whether a word with a capital stands so many tokens on, in the same stretch.
fn follows(prose: Prose, end: usize, n: usize) -> bool {
    prose.tokens.all.get(end + n).is_some_and(|t| t.joined && t.capital && !t.first)
}

/// Whether a name ends before the token at `end`, because it is somebody's: not "the Growers' League", "the Sheriff's
/// Office", "the State's Attorney", "St. Orrin's Hospital".
fn belongs_to_another(prose: Prose, start: usize, end: usize) -> bool {
    let (all, language) = (&prose.tokens.all, prose.language);
    let names = &language.names;
    if !all[end - 1].possessive {
        return false;
    }
    let (owner, next) = (all[end - 1].low(), all[end].low());
    let plural = prose.get(Span::new(all[end - 1].span.start(), all[end].span.start())).trim_end();
    let role = || language.nouns.get(owner).is_some_and(|n| n.sort == Sort::Role);
    let saint = || end >= start + 2 && names.saints.has(all[end - 2].low());
    let many = plural.ends_with(['\'', '\u{2019}']) || names.owners.has(owner);
    let named = is_part(names, &all[end]) && (many || names.is_title(owner) || role() || saint());
    let office = || all[end].capital && language.offices.owned.has(&format!("{owner} {next}"));
    !(named || office())
}

/// The number of a station: "Action News 5", "KQWX 2 News", but not "told KQWX 20 people".
fn is_channel(prose: Prose, at: usize) -> bool {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let number = |w: &str| w.len() <= 2 && w.parse::<u8>().is_ok();
    if at == 0 || !number(prose.get(all[at].span)) {
        return false;
    }
    let medium = |word: &str| names.part(word) == Some(Part::Medium);
    let before = all[at - 1].low();
    let signed = || (names.sign)(prose.get(all[at - 1].span)).is_some();
    let station = names.networks.has(before) || medium(before) || signed();
    let ends = all.get(at + 1).is_none_or(|t| {
        let word = t.low();
        let verb = (names.is_past)(word) || names.behind_stations.has(word);
        !t.joined || t.first || verb || t.capital && medium(word)
    });
    all[at - 1].capital && station && ends
}
