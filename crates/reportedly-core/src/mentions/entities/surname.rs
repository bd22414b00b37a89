//! Surnames alone: behind a title, and in headlines.

use super::Mention;
use super::full::{fits_title, take_in, title_gender, words_of};
use super::known::{Known, surname_of};
use super::namesake::meant_alone;
use super::title::take_title;
use crate::article::Prose;
use crate::mentions::names::{Class, Run};

/// Tells whom a surname with a title names, and takes in the title. Those whose title tells the gender come first:
/// where "Mr. Vale" is known, his wife is not "President Vale".
pub(super) fn titled_surnames(prose: Prose, runs: &[Run], of_run: &mut [Option<usize>], known: &mut Known) {
    for told in [true, false] {
        let fits = |run: &Run| title_gender(prose, run).is_some() == told;
        for (run, of_run) in runs.iter().zip(of_run.iter_mut()) {
            if run.class == Class::Person && !run.is_full() && fits(run) {
                *of_run = surname(prose, run, known);
            }
        }
    }
}

/// "Mr. Vale", "Mayor Vale".
fn surname(prose: Prose, run: &Run, known: &mut Known) -> Option<usize> {
    let words = words_of(prose, run);
    let surname = surname_of(&prose.language.names, &words)?;
    let all = known.with_surname(surname).iter().copied();
    let fitting: Vec<usize> = all.filter(|&e| fits_title(prose, run, &known.all[e])).collect();
    let at = match fitting.as_slice() {
        [] => return take_in(prose, run, known),
        [one] => *one,
        many => meant_alone(&known.all, many, run.span.start())?,
    };
    take_title(prose, run, &mut known.all[at]);
    known.all[at].class = Class::Person;
    Some(at)
}

/// Surnames in a headline, where capitals say nothing.
pub(super) fn in_headlines(prose: Prose, known: &Known) -> Vec<Mention> {
    let mut out = Vec::new();
    for token in prose.tokens.all.iter().filter(|t| t.headline && t.capital) {
        let all = known.with_surname(token.low()).iter().copied();
        let people: Vec<usize> = all.filter(|&e| known.all[e].class == Class::Person).collect();
        let entity = match people.as_slice() {
            [] => continue,
            [one] => Some(*one),
            many => meant_alone(&known.all, many, u32::MAX),
        };
        let (span, titled) = (token.span, token.span);
        out.push(Mention { span, titled, entity, possessive: token.possessive, words: 1 });
    }
    out
}
