//! Whom a pronoun of the third person means.

use super::agreement::{Asks, Place};
use super::antecedent::{Meant, meant};
use super::candidate::Who;
use super::claim::Told;
use super::found::{Doubt, Found};
use super::group::{is_followed_by_group, plural_before};
use super::known::{Known, MOST};
use super::reply::hearer;
use super::salience::is_modifier;
use crate::language::Gender;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// Leads a pronoun back, or leaves it open.
pub fn pronoun(cx: &Context, known: &Known, told: &Told, asks: Asks) -> Found {
    let span = told.source;
    if cx.tokens().quoted(span.start()).is_some() {
        return unresolved(cx, asks, span);
    }
    let left_open = |found| Found { open: Some(asks), ..found };
    if let Some(row) = still_open(cx, known, asks, span) {
        return left_open(Found::row(row, Kind::Person, Reason::OpenAsBefore));
    }
    let who = match meant(cx, known, Place { asks, at: span, from: told.looks_from() }) {
        // nobody calls herself "she" in her own turn of a transcript
        Meant::Found(who) if told.turn.is_some_and(|row| known.is_row_of(row, who)) => {
            return unresolved(cx, asks, span);
        }
        // "Vale is a good man," he said: another one
        Meant::Found(Who::Entity(e)) if matches!(asks, Asks::One(_)) && is_named_in_content(cx, told, e) => {
            return left_open(unresolved(cx, asks, span));
        }
        // "the council's programmes ... other candidates ... they said"
        Meant::Found(who) if asks == Asks::Many && is_followed_by_group(cx, known, who, span) => {
            return unresolved(cx, asks, span);
        }
        Meant::Found(who) => hearer(cx, known, told, asks, who).map_or(who, Who::Entity),
        Meant::Two(a, b) if asks == Asks::Many => nearer(known, a, b),
        Meant::Two(a, b) => {
            let kind = if asks == Asks::Body { Kind::Organization } else { Kind::Person };
            let between = Some([a, b].map(|who| called(cx, known, who)));
            let found = Found::new(kind, Reason::TwoFit);
            return left_open(Found { doubts: vec![Doubt { at: span, between }], ..found });
        }
        Meant::Nobody => return left_open(unresolved(cx, asks, span)),
    };
    Found::who(who, Reason::PronounLedBack, cx, known)
}

/// The group that spoke last.
fn nearer(known: &Known, a: Who, b: Who) -> Who {
    let at = |who| known.spoke.iter().rev().take(MOST).position(|s| s.who == who);
    if at(b).is_none() || at(a).is_some_and(|i| Some(i) <= at(b)) { a } else { b }
}

/// A pronoun that no earlier source fits.
fn unresolved(cx: &Context, asks: Asks, span: Span) -> Found {
    match asks {
        Asks::One(_) | Asks::Anyone => Found::new(Kind::Person, Reason::PersonNotFound),
        Asks::Body => Found::new(Kind::Organization, Reason::BodyNotFound),
        Asks::Many => plural_before(cx, span, |_| true)
            .unwrap_or_else(|| Found::new(Kind::Collective, Reason::GroupNotFound)),
    }
}

/// Whether the candidate is named in what is said: in a quotation, or after the pronoun ("he said that Vale had won").
/// Speakers rarely name themselves. "I am Ada Vale", "Vale's" and "Vale supporters" do not count.
fn is_named_in_content(cx: &Context, told: &Told, entity: usize) -> bool {
    let behind = |m: &&Mention| told.quoted || m.span.start() > told.source.end();
    let own = |m: &Mention| {
        let line = cx.sentence(m.span.start()).map_or(0, |s| s.start());
        let start = m.titled.start().saturating_sub(12).max(line);
        // not within a letter of several bytes
        let start = cx.prose.text.as_str().floor_char_boundary(start as usize) as u32;
        let words = cx.gap(start, m.titled.start()).to_lowercase().replace('\u{2019}', "'");
        cx.language().sources.own_name.end_of(&words).is_some()
    };
    let mut named = told.content.iter().flat_map(|p| cx.entities.within(*p)).filter(behind);
    named.any(|m| m.entity == Some(entity) && !m.possessive && !is_modifier(cx, m) && !own(m))
}

/// "She said ... She also said": a pronoun left open one or two sentences before stays open here, unless somebody whom it
/// fits was mentioned in between.
fn still_open(cx: &Context, known: &Known, asks: Asks, span: Span) -> Option<usize> {
    let before = known.open.filter(|o| o.asks == asks)?;
    let Asks::One(gender) = asks else { return None };
    let at = before.at;
    let sentence = |at: Span| cx.tokens().sentence_at(at.start());
    if sentence(span) > sentence(at) + 2 || span.start() < at.end() {
        return None;
    }
    let fits = |known: Option<Gender>| known.is_none_or(|g| g == gender);
    let named = |m: &Mention| {
        cx.entity(m).is_some_and(|e| matches!(e.class, Class::Person | Class::Unknown) && fits(e.gender))
    };
    let spoke = known.spoke.last().is_some_and(|s| {
        let somebody = s.at.start() > at.start() && s.person && fits(s.gender) && !s.plural;
        somebody && before.row.map(Who::Row) != Some(s.who)
    });
    let between = Span::new(at.end(), span.start());
    before.row.filter(|_| !spoke && !cx.entities.within(between).iter().any(named))
}

/// What somebody is called in a note.
fn called(cx: &Context, known: &Known, who: Who) -> Option<String> {
    match who {
        Who::Entity(e) => Some(cx.entities.all[e].name.clone()),
        Who::Row(r) => known.rows[r].name.clone().or_else(|| {
            let first = known.rows[r].mentions.first()?;
            Some(format!("\u{201c}{}\u{201d}", cx.get(*first)))
        }),
    }
}
