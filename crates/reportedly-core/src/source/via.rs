//! Decides through which outlet a claim came: "told Radio Nord".

use crate::attribution::Attribution;
use crate::mentions::Context;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::text::Span;

/// The outlet through which a claim came: "told Radio Nord", "in an interview with the Post".
pub(super) fn via(cx: &Context, a: &Attribution) -> Option<Span> {
    let cue = a.cue?;
    let sentence = cx.sentence(cue.start())?;
    let end = sentence.end().min(cue.end() + 80).max(cue.end());
    let (the, through) = (cx.language().phrases.the, cx.language().sources.through);
    let told = |m: &&Mention| {
        let before = cx.gap(cue.start(), m.span.start());
        let bare = the.end_of(before).and_then(|article| before.strip_suffix(article));
        let before = bare.unwrap_or(before).trim_end();
        cx.entity(m).is_some_and(|e| e.class == Class::Outlet)
            && through.end_of(before).is_some()
            && before.split_whitespace().count() <= 8
    };
    let found = cx.entities.within(Span::new(cue.start(), end)).iter().find(told)?;
    let own = a.source.pieces().iter().chain(a.content.pieces()).any(|p| p.overlaps(found.span));
    (!own).then_some(found.span)
}
