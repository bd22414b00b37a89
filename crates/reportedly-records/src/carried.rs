use reportedly_core::article::{Article, Prose};
use reportedly_core::events::Holders;
use reportedly_core::incident::{Presentation, presented};
use reportedly_core::reading::Claim as Read;
use reportedly_core::text::offsets::Offsets;

use crate::incident::rests_on;
use crate::{Fact, Incident, Place, Record};

/// What is needed to say on whose word a fact rests.
struct Claims<'a> {
    prose: &'a Prose<'a>,
    offsets: Offsets<'a>,
    holders: Holders,
    read: &'a [Read],
    ids: Vec<String>,
}

/// On whose word each fact rests and how it is presented, and which claims tell of which incident, after the claims of the
/// record have changed; `read` are its claims. That two statements differ stays as it was.
pub(crate) fn carried(record: &mut Record, article: &Article, read: &[Read]) {
    let tokens = article.tokens();
    let attributions: Vec<_> = read.iter().map(|claim| &claim.attribution).collect();
    let claims = Claims {
        ids: record.claims.iter().map(|claim| claim.claim_id.clone()).collect(),
        prose: &Prose::of(article, &tokens),
        offsets: Offsets::new(&article.text),
        holders: Holders::new(&attributions),
        read,
    };
    let mut told = vec![None; read.len()];
    for incident in record.incidents.iter_mut().rev() {
        let carriers: Vec<_> = incident.facts.iter_mut().map(|fact| claims.carry(fact)).collect();
        told_again(incident);
        let words = incident.words.iter().chain(incident.facts.iter().map(|fact| &fact.span));
        for claim in words.filter_map(|place| claims.holding(place)) {
            told.iter_mut().skip(claim).take(1).for_each(|of| *of = Some(incident.incident_id.clone()));
        }
        let alleged = incident.facts.iter().map(|fact| fact.presented == Presentation::Alleged.name());
        incident.rests_on = rests_on(carriers.into_iter().zip(alleged), read);
    }
    record.claims.iter_mut().zip(told).for_each(|(claim, told)| claim.incident_id = told);
}

/// What follows from how the facts are presented.
fn told_again(incident: &mut Incident) {
    for participant in &mut incident.participants {
        if let Some(fact) = incident.facts.iter().find(|fact| fact.span == participant.place) {
            participant.presented.clone_from(&fact.presented);
        }
    }
    for fact in incident.facts.iter().filter(|fact| fact.presented == Presentation::Denied.name()) {
        if !incident.disputed.contains(&fact.slot) {
            incident.disputed.push(fact.slot.clone());
        }
    }
}

impl Claims<'_> {
    /// The claim that holds some words.
    fn holding(&self, place: &Place) -> Option<usize> {
        self.holders.of(self.offsets.from_code_points(place.start, place.end)?)
    }

    /// Lays a fact to the claim that holds it, and gives the position of that claim.
    fn carry(&self, fact: &mut Fact) -> Option<usize> {
        let span = self.offsets.from_code_points(fact.span.start, fact.span.end)?;
        let claim = self.holders.of(span);
        let held = claim.and_then(|i| self.read.get(i)).and_then(Read::presented);
        let presented = presented(span, self.prose, held, fact.most == Some(0));
        fact.said_by = claim.and_then(|i| self.ids.get(i)).cloned();
        fact.presented = presented.name().to_owned();
        claim
    }
}
