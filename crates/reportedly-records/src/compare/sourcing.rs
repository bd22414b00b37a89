use std::collections::BTreeSet;

use serde::Serialize;

use super::side::{Hedge, Side, frame, tokens};
use crate::Claim;
use crate::render::shortened;

/// A change that touches who is said to say something, or how surely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourcingChange {
    /// From the first article to the second: hedge_dropped, stated_as_fact, source_named, denial_dropped; and
    /// the same the other way round: hedge_added, attributed, source_unnamed, denial_added.
    pub kind: &'static str,
    /// The same in words.
    pub told: String,
    /// The claim of the first article, where there is one.
    pub claim_a: Option<String>,
    /// The claim of the second.
    pub claim_b: Option<String>,
}

/// So many words of a claim must stand in the other article for it to be "stated" there.
const LEAST_WORDS: usize = 4;
/// No more characters of a content are repeated.
const SHOWN: usize = 160;

/// A change as it is found from one side.
struct Found<'r> {
    /// Forth and back.
    kind: [&'static str; 2],
    /// The claim here, and there.
    claims: [Option<&'r Claim>; 2],
    /// Where here.
    at: usize,
    what: What,
    content: String,
}

/// What is told.
enum What {
    Hedge(String),
    Fact(String),
    Named(String, String),
    Denied(String),
    NotSo,
}

/// All changes of sourcing between two articles, in the order of the first. `copies` says whether they are
/// more than quotations of the same speech: only then is a denial that is missing a change.
pub(super) fn changes(a: &Side, b: &Side, copies: bool) -> Vec<SourcingChange> {
    let forth = found(a, b, copies).into_iter().map(|f| (f.at, f.change(true)));
    // what only the second has stands where its neighbours stand in the first
    let place = |at: usize| b.to.get(..=at).and_then(|to| to.iter().rev().flatten().next().copied());
    let back = found(b, a, copies).into_iter().map(|f| (place(f.at).unwrap_or(0), f.change(false)));
    let mut all: Vec<(usize, SourcingChange)> = forth.chain(back).collect();
    all.sort_by_key(|(at, _)| *at);
    let mut told = BTreeSet::new();
    all.into_iter().map(|(_, change)| change).filter(|c| told.insert(c.told.clone())).collect()
}

/// What one article has and the other has not.
fn found<'r>(here: &Side<'r>, there: &Side<'r>, copies: bool) -> Vec<Found<'r>> {
    let hedges = here.hedges.iter().filter_map(|h| hedge_dropped(here, there, h));
    let claims = here.record.claims.iter().enumerate().flat_map(|(i, claim)| {
        let counterpart = here.counterpart(i, there).and_then(|c| there.record.claims.get(c));
        let all = match counterpart {
            Some(other) => vec![source_named(here, claim, other), denial(here, there, claim, other)],
            None => vec![
                stated_as_fact(here, there, i, claim),
                denial_gone(here, there, claim).filter(|_| copies),
            ],
        };
        all.into_iter().flatten()
    });
    hedges.chain(claims).collect()
}

fn hedge_dropped<'r>(here: &Side<'r>, there: &Side<'r>, hedge: &Hedge) -> Option<Found<'r>> {
    let own: Vec<usize> = hedge.at.clone().collect();
    let sentence = here.sentences.get(here.sentence(hedge.at.start))?;
    let is_word = |t: &usize| here.words.tokens.get(*t).is_some_and(|t| t.bare > 0);
    let rest: Vec<usize> = sentence.clone().filter(|t| !hedge.at.contains(t)).filter(is_word).collect();
    let stays = here.across(&rest);
    let kept = here.across(&own).len() == own.len();
    // where the sentence is gone, too, the hedge was not dropped from it
    if kept || stays.len() < LEAST_WORDS || 10 * stays.len() < 6 * rest.len() {
        return None;
    }
    if there.is_hedged(&there.around(&stays)) {
        return None;
    }
    let claim = hedge.claim.and_then(|i| here.record.claims.get(i));
    let content = claim.map_or_else(|| here.words.text(sentence.clone()), Claim::content_words);
    Some(Found {
        kind: ["hedge_dropped", "hedge_added"],
        claims: [claim, None],
        at: hedge.at.start,
        what: What::Hedge(here.words.text(hedge.at.clone())),
        content,
    })
}

fn stated_as_fact<'r>(here: &Side<'r>, there: &Side<'r>, i: usize, claim: &'r Claim) -> Option<Found<'r>> {
    let content = here.contents.get(i)?;
    let stands = here.across(content);
    let frame = frame(here.words, claim);
    let attributed = !frame.is_empty() && claim.sourcing.source_kind.as_deref() != Some("author");
    if !attributed || stands.len() < LEAST_WORDS || 2 * stands.len() < content.len() {
        return None;
    }
    // it may be attributed there in a way that the reader missed
    let around = there.around(&stands);
    let owned = around.clone().any(|t| there.owners.contains_key(&t));
    let kept = 2 * here.across(&frame).len() >= frame.len();
    let quoted = stands.iter().min().is_some_and(|&t| there.is_quoted(t));
    // who is credited with it need not credit itself
    let name = claim.sourcing.source_name.as_deref();
    let credited = name.zip(there.record.outlet.as_deref()).is_some_and(|(name, o)| o.contains(name));
    if credited || owned || kept || quoted || there.is_hedged(&around) || there.reports(&around) {
        return None;
    }
    Some(Found {
        kind: ["stated_as_fact", "attributed"],
        claims: [Some(claim), None],
        at: *content.first()?,
        what: What::Fact(who(claim)?),
        content: claim.content_words(),
    })
}

fn source_named<'r>(here: &Side<'r>, claim: &'r Claim, other: &'r Claim) -> Option<Found<'r>> {
    let name = other.sourcing.source_name.as_ref()?;
    let (source, source_there) = (claim.source_words()?, other.source_words()?);
    let unnamed = claim.sourcing.source_kind.as_deref() == Some("unnamed");
    // the same words are led back to a name in one article and not in the other: that is our reading
    let reworded = source.to_lowercase() != source_there.to_lowercase();
    (unnamed && claim.sourcing.source_name.is_none() && reworded).then(|| Found {
        kind: ["source_named", "source_unnamed"],
        claims: [Some(claim), Some(other)],
        at: first(here, claim),
        what: What::Named(source, name.clone()),
        content: claim.content_words(),
    })
}

fn denial<'r>(here: &Side<'r>, there: &Side<'r>, claim: &'r Claim, other: &'r Claim) -> Option<Found<'r>> {
    let all = |words, claim: &'r Claim| {
        tokens(words, claim.cue.iter().chain(&claim.content)).collect::<Vec<usize>>()
    };
    let (own, its) = (all(here.words, claim), all(there.words, other));
    // where no word differs, only our reading does
    let same = here.across(&own).len() == own.len() && there.across(&its).len() == its.len();
    (is_denied(claim) && !is_denied(other) && !same).then(|| Found {
        kind: ["denial_dropped", "denial_added"],
        claims: [Some(claim), Some(other)],
        at: first(here, claim),
        what: denied(claim),
        content: claim.content_words(),
    })
}

/// A denial of which the other article has nothing, and none by the same source.
fn denial_gone<'r>(here: &Side<'r>, there: &Side<'r>, claim: &'r Claim) -> Option<Found<'r>> {
    let all: Vec<usize> = tokens(here.words, claim.places()).collect();
    let gone = 2 * here.across(&all).len() < all.len();
    let denies_too = |other: &Claim| is_denied(other) && who(other) == who(claim);
    let denied_there = there.record.claims.iter().any(denies_too);
    (by_cue(claim) && gone && !denied_there).then(|| Found {
        kind: ["denial_dropped", "denial_added"],
        claims: [Some(claim), None],
        at: first(here, claim),
        what: denied(claim),
        content: claim.content_words(),
    })
}

fn first(side: &Side, claim: &Claim) -> usize {
    tokens(side.words, &claim.content).next().unwrap_or_default()
}

fn by_cue(claim: &Claim) -> bool {
    claim.sourcing.stance.as_deref() == Some("denies")
}

fn is_denied(claim: &Claim) -> bool {
    by_cue(claim) || claim.sourcing.polarity.as_deref() == Some("denied")
}

fn denied(claim: &Claim) -> What {
    match (by_cue(claim), who(claim)) {
        (true, Some(who)) => What::Denied(who),
        _ => What::NotSo,
    }
}

/// Whom a claim is attributed to; the words of the cue where that is nobody.
fn who(claim: &Claim) -> Option<String> {
    let quoted = |words: String| format!("“{}”", shortened(&words, SHOWN));
    let cue = || claim.cue.as_ref().map(|cue| cue.text.clone());
    claim.sourcing.source_name.clone().or_else(|| claim.source_words().or_else(cue).map(quoted))
}

impl Found<'_> {
    fn change(&self, forth: bool) -> SourcingChange {
        let (here, there) = match forth {
            true => ("this article", "the other"),
            false => ("the other article", "this one"),
        };
        let what = match &self.what {
            What::Hedge(words) => format!("“{words}” only in {here}"),
            What::Fact(who) => format!("Attributed to {who} in {here}, stated as fact in {there}"),
            What::Named(source, name) => {
                format!("The source is unnamed in {here} (“{source}”) and named in {there} ({name})")
            }
            What::Denied(who) => format!("Denied by {who} only in {here}"),
            What::NotSo => format!("Presented as not so only in {here}"),
        };
        let id = |claim: Option<&Claim>| claim.map(|c| c.claim_id.clone());
        let [own, other] = self.claims.map(id);
        let (claim_a, claim_b) = if forth { (own, other) } else { (other, own) };
        let kind = self.kind[usize::from(!forth)];
        let told = format!("{what}: “{}”", shortened(&self.content, SHOWN));
        SourcingChange { kind, told, claim_a, claim_b }
    }
}
