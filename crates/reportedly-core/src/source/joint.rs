//! Decides which names are a source together: "Ada Vale and Tim Fell".

use crate::mentions::Context;
use crate::mentions::names::Class;
use crate::text::Span;

/// "Ada Vale, Tim Fell and Mayor Osk Oller", "Vale of Norport and Fell of Carrow": the names behind the first.
pub(super) fn others(cx: &Context, first: Option<usize>, span: Span) -> Vec<String> {
    let class = |e: usize| match cx.entities.all[e].class {
        Class::Unknown if cx.entities.all[e].words.len() > 1 => Class::Person,
        class => class,
    };
    let joins = |e: &usize| matches!(class(*e), Class::Person | Class::Organization);
    let Some(first) = first.filter(joins) else { return Vec::new() };
    let mentions = cx.entities.within(span);
    let Some(at) = mentions.iter().position(|m| m.entity == Some(first)) else { return Vec::new() };
    let words = &cx.language().phrases;
    let (mut end, mut joined, mut out) = (mentions[at].span.end(), false, Vec::new());
    for next in &mentions[at + 1..] {
        let gap = cx.gap(end, next.titled.start());
        let bare = gap.rsplit_once(' ').filter(|(_, last)| words.the.has(last));
        let gap = bare.map_or(gap, |(rest, _)| rest);
        let fits = |e: &usize| class(*e) == class(first) && *e != first && !next.possessive;
        let (other, and) = (next.entity.filter(fits), is_and(cx, gap));
        match other {
            Some(e) if !joined && (and || gap == ",") => out.push(cx.entities.all[e].name.clone()),
            // "of Ohio"
            None if words.of.has(gap) => {}
            _ => break,
        }
        joined |= other.is_some() && and;
        end = next.span.end();
    }
    // "Ada Vale, Tim Fell's aide" are not two
    if joined { out } else { Vec::new() }
}

/// "and", ", and", "&".
fn is_and(cx: &Context, gap: &str) -> bool {
    let words = &cx.language().phrases;
    let and = gap.strip_prefix(',').is_some_and(|rest| words.and.has(rest.trim_start()));
    and || gap == "&" || cx.language().clauses.coordinators.has(gap)
}
