//! All mentions in text order, once full names are known.

use super::Mention;
use super::known::Known;
use super::short::single_word;
use crate::article::Prose;
use crate::mentions::names::Run;

/// Makes a mention of each run that names somebody: single words are resolved.
pub(super) fn mentions(
    prose: Prose,
    runs: &[Run],
    of_run: &[Option<usize>],
    known: &mut Known,
) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for (run, of_run) in runs.iter().zip(of_run) {
        if of_run.is_none() && is_no_name(prose, run, known) {
            continue;
        }
        let entity = match of_run {
            Some(entity) => Some(*entity),
            // two bodies of that name
            None if run.is_full() => None,
            None => single_word(prose, run, known, &out),
        };
        if let Some(at) = entity.filter(|_| !run.is_full()) {
            known.all[at].weight += 1;
        }
        let (span, titled, possessive) = (run.span, run.titled(), run.possessive);
        out.push(Mention { span, titled, entity, possessive, words: run.tokens.len() });
    }
    out
}

/// Whether a run is only a title or a common word, because nobody is called so.
fn is_no_name(prose: Prose, run: &Run, known: &Known) -> bool {
    let called = !run.is_full() && known.is_persons(prose.tokens.low(run.tokens.start));
    (run.is_only_title() || run.doubtful) && !called
}
