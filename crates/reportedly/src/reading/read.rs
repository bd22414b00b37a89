use super::voice::segments;
use super::{Options, Reading};
use crate::article::{Article, Note, NoteKind};
use crate::attribution::rules::{Rules, answers, turns};
use crate::attribution::{Attribution, Proposer, nested, prose, settle};
use crate::certainty::judge;
use crate::source::sources;
use crate::tokens::{Quotation, Tokens};

/// Reads one article; the proposers stand in the order of trust. The same article with the same proposers
/// gives the same reading.
///
/// Of an article that [`check_language`](crate::article::check_language) found foreign only [`Rules`] look,
/// for quotations in their marks.
pub fn read(article: &Article, proposers: &[&dyn Proposer], options: &Options) -> Reading {
    let tokens = Tokens::new(&article.text);
    let mut notes = article.notes.clone();
    notes.extend(tokens.quotations.iter().filter_map(unclosed));
    let rules: &[&dyn Proposer] = &[&Rules];
    let foreign = notes.iter().any(|n| n.kind == NoteKind::Language);
    let proposers = if foreign { rules } else { proposers };
    let turns = [turns, answers].map(|rule| (Rules.name(), rule(article)));
    let turns = turns.into_iter();
    let seen = prose(article, &tokens);
    let proposed = turns.chain(proposers.iter().map(|p| (p.name(), p.propose(article, &seen))));
    let least = options.min_confidence;
    let mut attributions = settle(proposed.collect(), article, &tokens, least);
    if foreign {
        return Reading { attributions, notes, ..Reading::default() };
    }
    nested(&mut attributions, &article.text, &tokens, least);
    resolved(article, &tokens, attributions, notes)
}

/// Everything that follows from attributions that are settled, or that a person has corrected: who the
/// sources are, how sure, whose voice. Its notes are those of this step alone.
pub fn resolve(article: &Article, attributions: Vec<Attribution>) -> Reading {
    let foreign = article.notes.iter().any(|n| n.kind == NoteKind::Language);
    match foreign {
        true => Reading { attributions, ..Reading::default() },
        false => resolved(article, &Tokens::new(&article.text), attributions, Vec::new()),
    }
}

fn resolved(
    article: &Article,
    tokens: &Tokens,
    attributions: Vec<Attribution>,
    mut notes: Vec<Note>,
) -> Reading {
    let sources = sources(article, tokens, &attributions);
    notes.extend(sources.notes);
    let classes = sources.identities.iter().map(|i| i.cue_class);
    let claims = attributions.iter().zip(classes);
    let presented = claims.map(|(a, class)| judge(a, class, &article.text, tokens)).collect();
    let segments = segments(article, tokens, &attributions, &sources.identities);
    let (identities, sources) = (sources.identities, sources.rows);
    Reading { attributions, identities, presented, sources, segments, notes }
}

fn unclosed(quotation: &Quotation) -> Option<Note> {
    let message = "A quotation mark is opened here and never closed.".to_owned();
    (!quotation.closed).then(|| Note { kind: NoteKind::Quotation, span: Some(quotation.cover()), message })
}
