//! The rows that put the claims of one source together.

use super::identity::Called;
use super::{Kind, Reason, Source};
use crate::attribution::Attribution;
use crate::mentions::Context;
use crate::mentions::chains::{Found, Key, Known, Open, Spoke, Who, belongs, noun_keys};
use crate::text::Span;

/// Adds a claim to the row of its source, a new row if there is none yet; `None` if no source is known.
pub(super) fn take(
    cx: &Context,
    known: &mut Known,
    i: usize,
    span: Option<Span>,
    f: &Found,
    called: &Called,
) -> Option<usize> {
    let Some(span) = span else {
        let row = f.row?;
        known.rows[row].claims.push(i);
        return Some(row);
    };
    let key = key(cx, f, span, called);
    let entity = f.entity.filter(|_| !called.joint);
    let by_key = || known.by_key.get(key.as_ref().filter(|key| is_shared(key, f, called))?).copied();
    let found = f.row.or_else(|| known.by_entity.get(&entity?).copied()).or_else(by_key);
    let row = found.unwrap_or_else(|| {
        let (name, title) = (called.name.clone(), called.title.clone());
        known.rows.push(Source { kind: f.kind, name, title, mentions: Vec::new(), claims: Vec::new() });
        known.rows.len() - 1
    });
    if let Some(e) = entity {
        known.by_entity.insert(e, row);
    }
    let nouns = f.phrase.as_ref().filter(|p| p.kind != Kind::Collective);
    let nouns = nouns.and_then(|p| Some(noun_keys(cx, p.noun.as_ref()?, p.kind, span)));
    known.by_key.extend(key.into_iter().chain(nouns.into_iter().flatten()).map(|key| (key, row)));
    known.rows[row].mentions.push(f.words.unwrap_or(span));
    known.rows[row].claims.push(i);
    Some(row)
}

/// What the row of a source is found by, other than the entity.
fn key(cx: &Context, f: &Found, span: Span, called: &Called) -> Option<Key> {
    let low = || cx.get(span).to_lowercase();
    let nameless = f.entity.is_none() && called.name.is_none();
    match (&f.phrase, f.owner.filter(|_| nameless)) {
        _ if f.kind == Kind::Author => Some(Key::Author),
        _ if f.reason == Reason::Letter => Some(Key::Turn(cx.get(span).to_owned())),
        (Some(p), Some(owner)) => Some(belongs(cx, p, owner)),
        _ if called.joint => Some(Key::Joint(called.name.clone().unwrap_or_default())),
        (Some(p), None) if nameless => match (&p.noun, p.kind) {
            // "the mayor's office"
            (_, Kind::Organization) if p.owner.is_some() => Some(Key::Owned(without_article(cx, &low()))),
            (_, Kind::Collective) => Some(Key::Called(Kind::Collective, low())),
            (Some(noun), kind) => Some(noun_keys(cx, noun, kind, span)[0].clone()),
            _ => None,
        },
        _ => Some(Key::Called(f.kind, called.name.as_ref()?.to_lowercase())),
    }
}

fn without_article(cx: &Context, words: &str) -> String {
    let rest = words.split_once(' ').filter(|(first, _)| cx.language().phrases.the.has(first));
    rest.map_or(words, |(_, rest)| rest).to_owned()
}

/// Whether all who are called so are one source: not each "official".
fn is_shared(key: &Key, f: &Found, called: &Called) -> bool {
    let named = called.name.is_some();
    !matches!(key, Key::Called(..))
        || f.kind == Kind::Collective
        // "Norport police" and "Norport Police"
        || named && (f.kind == Kind::Organization || f.entity.is_none())
}

/// Remembers who has spoken, and a pronoun that nobody was found for.
pub(super) fn remember(
    cx: &Context,
    known: &mut Known,
    a: &Attribution,
    f: &Found,
    called: &Called,
    row: Option<usize>,
) {
    let Some(at) = a.source.cover() else { return };
    if let Some(asks) = f.open {
        known.open = Some(Open { asks, at, row });
    }
    // the source of a claim within a claim has not spoken here
    let unknown = f.entity.is_none() && f.row.is_none() && f.phrase.is_none();
    let Some(row) = row.filter(|_| a.within.is_none() && f.kind != Kind::Author && !unknown) else { return };
    let before = f.row.and_then(|row| known.last(Who::Row(row)));
    let gender = match (f.entity, &f.phrase) {
        (Some(e), _) => cx.entities.all[e].gender,
        (None, Some(p)) => p.gender,
        _ => before.and_then(|s| s.gender),
    };
    let several = f.phrase.as_ref().map_or_else(|| before.is_some_and(|s| s.plural), |p| p.plural);
    known.spoke.push(Spoke {
        who: f.entity.filter(|_| !called.joint).map_or(Who::Row(row), Who::Entity),
        at,
        gender,
        plural: several && f.entity.is_none() || called.joint || f.kind == Kind::Collective,
        person: matches!(f.kind, Kind::Person | Kind::Unnamed),
        document: f.kind == Kind::Document,
    });
}
