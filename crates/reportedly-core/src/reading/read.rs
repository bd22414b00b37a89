use super::decide::decide;
use super::voice::segments;
use super::{Claim, Decision, ReadOptions, Reading, Sourcing};
use crate::article::{Article, Note, NoteKind, Prose};
use crate::attribution::rules::{Rules, answers, turns};
use crate::attribution::{Attribution, LEAST_CONFIDENCE, Proposer, nest, nested, settle, shown};
use crate::certainty::{Presented, judge};
use crate::events::{Event, Holders, events};
use crate::incident::{Incident, Known, incidents};
use crate::insight::Insight;
use crate::mentions::cast::Cast;
use crate::source::who::Scene;
use crate::source::{Entity, Sources, entities, sources};
use crate::time::expressions;
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
    let least = options.min_confidence.map_or(LEAST_CONFIDENCE, |x| x.min(LEAST_CONFIDENCE));
    let mut attributions = settle(proposed, article, &tokens, least);
    if support.reads_claims() {
        nested(&mut attributions, Prose::of(article, &tokens), least);
    }
    let insight = insight.filter(|_| support.reads_claims());
    let cast = insight.as_deref().map(|insight| Cast::new(Prose::of(article, &tokens), insight));
    let scene = insight.as_deref().zip(cast.as_ref()).map(|(i, cast)| scene(article, &tokens, i, cast));
    let decisions = scene.as_ref().map_or_else(Vec::new, |scene| decided(article, scene, &attributions));
    let (attributions, decisions) = given(attributions, decisions, options);
    let resolved = resolved(article, &tokens, attributions, decisions);
    let entities = scene.as_ref().map_or_else(Vec::new, entities);
    let (events, incidents) =
        insight.as_deref().map(|i| happened(article, &tokens, i, &resolved, &entities)).unwrap_or_default();
    notes.extend(resolved.notes);
    Reading { notes, model, entities, events, incidents, ..resolved }
}

/// What happened: events, and incidents with their facts.
fn happened(
    article: &Article,
    tokens: &Tokens,
    insight: &dyn Insight,
    reading: &Reading,
    entities: &[Entity],
) -> (Vec<Event>, Vec<Incident>) {
    let attributions: Vec<&Attribution> = reading.claims.iter().map(|c| &c.attribution).collect();
    let presented: Vec<Option<&Presented>> = reading.claims.iter().map(Claim::presented).collect();
    let holders = &Holders::new(&attributions);
    let presented = &presented[..];
    let known = Known { insight, dates: &reading.dates, entities, holders, presented };
    (events(insight, holders, presented), incidents(&Prose::of(article, tokens), &known))
}

/// What is given of all that was found: by how sure it is, or whatever is a claim.
fn given(
    mut attributions: Vec<Attribution>,
    mut decisions: Vec<Option<Decision>>,
    options: &ReadOptions,
) -> (Vec<Attribution>, Vec<Option<Decision>>) {
    decisions.resize(attributions.len(), None);
    for (a, decision) in attributions.iter_mut().zip(&decisions) {
        if let Some(decision) = decision {
            a.confidence = decision.confidence;
            a.reasons.extend(decision.reason.clone());
        }
    }
    let is_given = |a: &Attribution, decision: &Option<Decision>| match options.min_confidence {
        Some(least) => a.confidence >= least,
        None => decision.as_ref().is_none_or(|d| d.is_claim),
    };
    let all = attributions.into_iter().zip(decisions);
    let (mut attributions, decisions): (Vec<_>, Vec<_>) =
        all.filter(|(a, decision)| is_given(a, decision)).unzip();
    nest(&mut attributions);
    (attributions, decisions)
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
    resolved(article, &article.tokens(), attributions, decisions)
}

/// What a trained reader decides of attributions that are settled.
pub fn decisions(
    article: &Article,
    attributions: &[Attribution],
    insight: &dyn Insight,
) -> Vec<Option<Decision>> {
    let tokens = article.tokens();
    let cast = Cast::new(Prose::of(article, &tokens), insight);
    decided(article, &scene(article, &tokens, insight, &cast), attributions)
}

fn scene<'a>(
    article: &'a Article,
    tokens: &'a Tokens,
    insight: &'a dyn Insight,
    cast: &'a Cast,
) -> Scene<'a> {
    Scene { prose: Prose::of(article, tokens), insight, cast, body_start: article.body_start }
}

fn decided(article: &Article, scene: &Scene, attributions: &[Attribution]) -> Vec<Option<Decision>> {
    let (found, presented) = by_rule(article, scene.prose.tokens, attributions);
    decide(scene, attributions, &found.identities, &presented).into_iter().map(Some).collect()
}

/// What the rules see of some attributions.
fn by_rule(article: &Article, tokens: &Tokens, attributions: &[Attribution]) -> (Sources, Vec<Presented>) {
    let (found, prose) = (sources(article, tokens, attributions), Prose::of(article, tokens));
    let each = attributions.iter().zip(&found.identities);
    let presented = each.map(|(a, identity)| judge(a, identity.cue_class, &prose)).collect();
    (found, presented)
}

fn resolved(
    article: &Article,
    tokens: &Tokens,
    attributions: Vec<Attribution>,
    decisions: Vec<Option<Decision>>,
) -> Reading {
    let support = article.support();
    if !support.reads_claims() {
        let claims = attributions.into_iter().map(|attribution| Claim { attribution, sourcing: None });
        return Reading { claims: claims.collect(), support, ..Reading::default() };
    }
    let (mut found, mut presented) = by_rule(article, tokens, &attributions);
    if decisions.iter().any(Option::is_some) {
        let sources: Vec<_> = decisions.iter().map(|d| d.as_ref().map(|d| &d.source)).collect();
        found.overrule(&attributions, &sources);
    }
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
    let published = article.metadata.published.as_ref().map(|found| found.value);
    let dates = expressions(&article.text, tokens, article.language(), published);
    Reading {
        claims,
        sources: found.rows,
        segments,
        dates,
        notes: found.notes,
        support,
        ..Reading::default()
    }
}

/// The doubt that a quotation leaves which is never closed.
fn note(quotation: &Quotation) -> Option<Note> {
    let message = "A quotation begins here and is never closed.".to_owned();
    (!quotation.closed).then(|| Note { kind: NoteKind::Quotation, span: Some(quotation.cover()), message })
}
