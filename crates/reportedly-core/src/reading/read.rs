use super::decide::decide;
use super::voice::segments;
use super::{Claim, Decision, ReadOptions, Reading, Sourcing};
use crate::article::{Article, Note, NoteKind, Prose};
use crate::attribution::rules::{Rules, answers, turns};
use crate::attribution::{Attribution, Proposer, nested, settle, shown};
use crate::certainty::{Presented, judge};
use crate::insight::Insight;
use crate::mentions::cast::Cast;
use crate::source::who::Scene;
use crate::source::{Sources, sources};
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
    let mut insight = None;
    let looked = proposers.iter().map(|p| {
        let (proposals, known) = p.look(article, &seen);
        insight = insight.take().or(known);
        (p.name(), proposals)
    });
    let proposed = turns.into_iter().chain(looked).collect();
    let least = options.min_confidence;
    let mut attributions = settle(proposed, article, &tokens, least);
    if support.reads_claims() {
        nested(&mut attributions, Prose::of(article, &tokens), least);
    }
    let resolved = resolved(article, &tokens, attributions, |seen| match insight.as_deref() {
        Some(insight) => seen.decided(article, &tokens, insight),
        None => Vec::new(),
    });
    notes.extend(resolved.notes);
    Reading { notes, model, ..resolved }
}

/// Everything that follows from attributions that are settled, or that a person has corrected: who the
/// sources are, how sure, whose voice. `decisions` are what is known of the claims already, one for each; none at all leaves
/// everything to the rules. Its notes are those of this step alone.
///
/// ```
/// use reportedly::{Article, ReadOptions, Rules, read, resolve};
///
/// let article = Article::from_text("\u{201c}It rained,\u{201d} said Mara Hale.");
/// let reading = read(&article, &[&Rules], &ReadOptions::default());
/// let attributions = reading.claims.iter().map(|c| c.attribution.clone()).collect();
/// assert_eq!(resolve(&article, attributions, Vec::new()).claims, reading.claims);
/// ```
pub fn resolve(
    article: &Article,
    attributions: Vec<Attribution>,
    decisions: Vec<Option<Decision>>,
) -> Reading {
    resolved(article, &article.tokens(), attributions, |_| decisions)
}

/// What a trained reader decides of attributions that are settled.
pub fn decisions(
    article: &Article,
    attributions: &[Attribution],
    insight: &dyn Insight,
) -> Vec<Option<Decision>> {
    let tokens = article.tokens();
    Seen::new(article, &tokens, attributions).decided(article, &tokens, insight)
}

/// What the rules see of some attributions.
struct Seen<'a> {
    attributions: &'a [Attribution],
    found: Sources,
    presented: Vec<Presented>,
}

impl<'a> Seen<'a> {
    fn new(article: &Article, tokens: &Tokens, attributions: &'a [Attribution]) -> Self {
        let (found, prose) = (sources(article, tokens, attributions), Prose::of(article, tokens));
        let each = attributions.iter().zip(&found.identities);
        let presented = each.map(|(a, identity)| judge(a, identity.cue_class, &prose)).collect();
        Self { attributions, found, presented }
    }

    fn decided(&self, article: &Article, tokens: &Tokens, insight: &dyn Insight) -> Vec<Option<Decision>> {
        let prose = Prose::of(article, tokens);
        let cast = Cast::new(prose, insight);
        let scene = Scene { prose, insight, cast: &cast, body_start: article.body_start };
        let all = decide(&scene, self.attributions, &self.found.identities, &self.presented);
        all.into_iter().map(Some).collect()
    }
}

fn resolved(
    article: &Article,
    tokens: &Tokens,
    attributions: Vec<Attribution>,
    decide: impl FnOnce(&Seen) -> Vec<Option<Decision>>,
) -> Reading {
    let support = article.support();
    if !support.reads_claims() {
        let claims = attributions.into_iter().map(|attribution| Claim { attribution, sourcing: None });
        return Reading { claims: claims.collect(), support, ..Reading::default() };
    }
    let mut seen = Seen::new(article, tokens, &attributions);
    let decisions = decide(&seen);
    if decisions.iter().any(Option::is_some) {
        let sources: Vec<_> = decisions.iter().map(|d| d.as_ref().map(|d| &d.source)).collect();
        seen.found.overrule(&attributions, &sources);
    }
    let Seen { found, mut presented, .. } = seen;
    for (presented, decision) in presented.iter_mut().zip(decisions) {
        if let Some(Decision { certainty, polarity, stance, .. }) = decision {
            presented.overrule(certainty, polarity, stance);
        }
    }
    let prose = Prose::of(article, tokens);
    let segments = segments(article, &prose, &attributions, &found.identities);
    let each = attributions.into_iter().zip(found.identities).zip(presented);
    let claims = each.map(|((attribution, identity), presented)| Claim {
        attribution,
        sourcing: Some(Sourcing { identity, presented }),
    });
    let claims = claims.collect();
    Reading { claims, sources: found.rows, segments, notes: found.notes, support, ..Reading::default() }
}

/// The doubt that a quotation leaves which is never closed.
fn note(quotation: &Quotation) -> Option<Note> {
    let message = "A quotation begins here and is never closed.".to_owned();
    (!quotation.closed).then(|| Note { kind: NoteKind::Quotation, span: Some(quotation.cover()), message })
}
