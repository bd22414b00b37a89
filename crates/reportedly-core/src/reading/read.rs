use super::voice::segments;
use super::{Claim, ReadOptions, Reading, Sourcing};
use crate::article::{Article, Note, NoteKind, Prose};
use crate::attribution::rules::{Rules, answers, turns};
use crate::attribution::{Attribution, Proposer, nested, settle, shown};
use crate::certainty::judge;
use crate::source::sources;
use crate::tokens::{Quotation, Tokens};

/// Reads one article; the proposers are given in order of trust. The same article with the same proposers
/// gives the same reading.
///
/// Where only quotations can be read ([`Article::support`]), only [`Rules`] look.
///
/// ```
/// use reportedly::{Article, ReadOptions, Rules, read};
///
/// let article = Article::from_text("\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.");
/// let reading = read(&article, &[&Rules], &ReadOptions::default());
/// let identity = reading.claims[0].identity().unwrap();
/// assert_eq!(identity.name.as_deref(), Some("Mara Hale"));
/// ```
pub fn read(article: &Article, proposers: &[&dyn Proposer], options: &ReadOptions) -> Reading {
    let tokens = article.tokens();
    let mut notes = article.notes.clone();
    notes.extend(tokens.quotations.iter().filter_map(note));
    let model = proposers.first().map(|p| p.name());
    let rules: &[&dyn Proposer] = &[&Rules];
    let support = article.support();
    let proposers = if support.reads_claims() { proposers } else { rules };
    let turns = [turns, answers].map(|rule| (Rules.name(), rule(article, &tokens)));
    let seen = shown(article, &tokens);
    let proposed = turns.into_iter().chain(proposers.iter().map(|p| (p.name(), p.propose(article, &seen))));
    let least = options.min_confidence;
    let mut attributions = settle(proposed.collect(), article, &tokens, least);
    if support.reads_claims() {
        nested(&mut attributions, Prose::of(article, &tokens), least);
    }
    let resolved = resolved(article, &tokens, attributions);
    notes.extend(resolved.notes);
    Reading { notes, model, ..resolved }
}

/// Everything that follows from attributions that are settled, or that a person has corrected: who the
/// sources are, how sure, whose voice. Its notes are those of this step alone.
///
/// ```
/// use reportedly::{Article, ReadOptions, Rules, read, resolve};
///
/// let article = Article::from_text("\u{201c}It rained,\u{201d} said Mara Hale.");
/// let reading = read(&article, &[&Rules], &ReadOptions::default());
/// let attributions = reading.claims.iter().map(|c| c.attribution.clone()).collect();
/// assert_eq!(resolve(&article, attributions).claims, reading.claims);
/// ```
pub fn resolve(article: &Article, attributions: Vec<Attribution>) -> Reading {
    resolved(article, &article.tokens(), attributions)
}

fn resolved(article: &Article, tokens: &Tokens, attributions: Vec<Attribution>) -> Reading {
    let support = article.support();
    if !support.reads_claims() {
        let claims = attributions.into_iter().map(|attribution| Claim { attribution, sourcing: None });
        return Reading { claims: claims.collect(), support, ..Reading::default() };
    }
    let found = sources(article, tokens, &attributions);
    let prose = Prose::of(article, tokens);
    let segments = segments(article, &prose, &attributions, &found.identities);
    let claims = attributions.into_iter().zip(found.identities).map(|(attribution, identity)| {
        let presented = judge(&attribution, identity.cue_class, &prose);
        Claim { attribution, sourcing: Some(Sourcing { identity, presented }) }
    });
    let claims = claims.collect();
    Reading { claims, sources: found.rows, segments, notes: found.notes, support, model: None }
}

/// The doubt that a quotation leaves which is never closed.
fn note(quotation: &Quotation) -> Option<Note> {
    let message = "A quotation begins here and is never closed.".to_owned();
    (!quotation.closed).then(|| Note { kind: NoteKind::Quotation, span: Some(quotation.cover()), message })
}
