//! Puts together all that is said of the source of one claim.

use super::affiliation::affiliation;
use super::anonymity::anonymity;
use super::joint::others;
use super::nearby_name::nearby_name;
use super::specificity::specificity;
use super::via::via;
use super::{Identity, Kind, cue};
use crate::attribution::Attribution;
use crate::mentions::Context;
use crate::mentions::chains::{Found, Known, Who};
use crate::text::Span;

/// What a source is called in this article.
pub(super) struct Called {
    pub name: Option<String>,
    pub title: Option<String>,
    /// Whether the name is that of several.
    pub joint: bool,
}

/// The name and title of a source.
pub(super) fn called(cx: &Context, found: &Found, span: Option<Span>) -> Called {
    let entity = found.entity.map(|e| &cx.entities.all[e]);
    let (name, title) = (entity.map(|e| e.name.clone()), entity.and_then(|e| e.title.clone()));
    let (Some(p), Some(span)) = (&found.phrase, span) else { return Called { name, title, joint: false } };
    let name = name.or_else(|| nearby_name(cx, p, span));
    let more = others(cx, found.entity, span);
    match more.is_empty() {
        true => Called { name, title, joint: false },
        false => {
            let all: Vec<String> = name.into_iter().chain(more).collect();
            Called { name: Some(joint_name(cx, &all)), title: None, joint: true }
        }
    }
}

/// "Ada Vale, Tim Fell and Osk Oller".
fn joint_name(cx: &Context, names: &[String]) -> String {
    match (names, cx.language().phrases.and.iter().next()) {
        ([first @ .., last], Some(and)) if !first.is_empty() => {
            format!("{} {and} {last}", first.join(", "))
        }
        _ => names.join(", "),
    }
}

/// Builds the identity, once the source has its row.
pub(super) fn identity(
    cx: &Context,
    known: &Known,
    identities: &[Identity],
    a: &Attribution,
    found: Found,
    called: Called,
    row: Option<usize>,
) -> Identity {
    let span = a.source.cover();
    let of_row = row.map(|r| (known.rows[r].name.clone(), known.rows[r].title.clone()));
    let (name, title) = of_row.unwrap_or((called.name, called.title));
    let p = found.phrase.as_ref().filter(|_| name.is_none());
    // a pronoun inherits the description of the source that it goes back to
    let again = found.row.filter(|_| p.is_none()).or(row.filter(|_| found.owner.is_some()));
    let first = again.and_then(|r| known.rows[r].claims.first());
    let told = first.and_then(|&i| identities.get(i));
    let words = found.words.or(span);
    let group = matches!(found.kind, Kind::Unnamed | Kind::Collective);
    let hollow = group && name.is_none();
    let before = told.filter(|_| hollow).and_then(|t| t.affiliation.clone());
    let own = || words.filter(|_| group).and_then(|s| affiliation(cx, s));
    let affiliation = match found.owner {
        Some(owner) => before.or_else(own).or_else(|| owner_name(cx, known, owner).filter(|_| hollow)),
        None => own().or(before),
    };
    let hidden = span.filter(|_| found.kind == Kind::Unnamed && name.is_none());
    Identity {
        kind: found.kind,
        cue_class: a.cue.map(|c| cue::class(cx, c, a.mode)),
        title,
        affiliation,
        via: via(cx, a),
        specificity: match (p, words) {
            (Some(p), Some(words)) => specificity(cx.language(), p, cx.get(words)),
            _ => told.and_then(|t| t.specificity).or_else(|| hollow.then_some(0)),
        },
        counted: p.map_or(told.is_some_and(|t| t.counted), |p| p.counted),
        plural: p.map_or(told.is_some_and(|t| t.plural), |p| p.plural),
        anonymity: hidden.and_then(|s| around(cx, s)).and_then(|s| anonymity(cx, s)),
        source: row,
        name,
        reason: found.reason,
    }
}

/// The sentence round a source, as far as a reader would look.
fn around(cx: &Context, span: Span) -> Option<Span> {
    let (sentence, at, all) = (cx.sentence(span.start())?, cx.range(span), cx.all());
    let first = all.get(at.start.saturating_sub(40))?.span.start().max(sentence.start());
    let last = all.get((at.end + 60).min(all.len().checked_sub(1)?))?.span.end();
    Some(Span::new(first, last.min(sentence.end()).max(first)))
}

fn owner_name(cx: &Context, known: &Known, owner: Who) -> Option<String> {
    match owner {
        Who::Entity(e) => Some(cx.entities.all[e].name.clone()),
        Who::Row(r) => known.rows[r].name.clone(),
    }
}
