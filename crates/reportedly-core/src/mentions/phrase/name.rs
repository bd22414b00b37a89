//! A name at the end of a phrase.

use std::ops::Range;

use super::{Before, EMPTY, Phrase};
use crate::mentions::entities::{Entity, Mention};
use crate::mentions::names::Class;
use crate::mentions::{Context, Kind, Reason};
use crate::tokens::Token;

/// A name that the phrase ends with.
pub(super) fn name_at_end(cx: &Context, core: &Range<usize>, before: Before) -> Option<Phrase> {
    let last = &cx.all()[core.end - 1];
    let ends = |m: &&Mention| m.span.end() == last.span.end();
    let mention = cx.entities.before(last.span.end()).next().filter(ends)?;
    let Some(entity) = cx.entity(mention) else {
        return Some(Phrase { kind: Kind::Person, open: true, reason: Reason::NameOfTwo, ..EMPTY });
    };
    let Some(kind) = kind(cx, entity, last, before) else {
        // "three Norwegians"
        let counted = entity.class == Class::Group && before.counted;
        return Some(group(if counted { Kind::Unnamed } else { Kind::Collective }, before));
    };
    let family = kind == Kind::Person
        && (before.definite || before.many)
        && entity.class == Class::Person
        && (cx.language().nouns.is_plural)(&entity.name)
        && cx.range(mention.span) == *core
        && before.owner.is_none();
    if family {
        return Some(Phrase { definite: true, reason: Reason::Family, ..group(Kind::Unnamed, before) });
    }
    Some(Phrase {
        kind,
        entity: mention.entity,
        gender: entity.gender,
        definite: before.definite,
        reason: Reason::Name,
        ..EMPTY
    })
}

/// The kind of one who is named; `None` for a group.
fn kind(cx: &Context, entity: &Entity, last: &Token, before: Before) -> Option<Kind> {
    Some(match entity.class {
        Class::Person => Kind::Person,
        Class::Organization | Class::Place => Kind::Organization,
        Class::Outlet => Kind::Outlet,
        Class::Document => Kind::Document,
        Class::Group => return None,
        Class::Unknown if before.definite => Kind::Organization,
        Class::Unknown if is_people(cx, last) && entity.words.len() == 1 || is_group(cx, last) => {
            return None;
        }
        Class::Unknown => Kind::Person,
    })
}

fn group(kind: Kind, before: Before) -> Phrase {
    Phrase {
        kind,
        plural: true,
        definite: before.definite,
        counted: before.counted,
        reason: Reason::NameOfGroup,
        ..EMPTY
    }
}

/// "Hispanic Americans".
fn is_group(cx: &Context, term: &Token) -> bool {
    term.capital && cx.language().names.peoples.has(term.low())
}

/// "Norwegians", "Alderites".
fn is_people(cx: &Context, term: &Token) -> bool {
    term.capital && cx.language().nouns.people_ends.end_of(cx.get(term.span)).is_some()
}
