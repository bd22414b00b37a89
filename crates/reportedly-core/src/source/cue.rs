//! Decides what a cue says that the source does.

use crate::attribution::Mode;
pub use crate::language::CueClass;
use crate::mentions::Context;
use crate::text::Span;

/// The class of a cue: speech if one of its words says so, else the class of its first listed word; a mark alone (colon, dash) is speech.
pub(super) fn class(cx: &Context, cue: Span, mode: Mode) -> CueClass {
    let words = cx.prose.within(cue);
    // "said he wanted": the saying holds it
    let told = words.iter().filter_map(|w| cx.language().verbs.class(w.low()));
    let found = told.fold(None, |best: Option<CueClass>, class| match (best, class) {
        (Some(CueClass::Speech), _) | (_, CueClass::Speech) => Some(CueClass::Speech),
        (Some(best), _) => Some(best),
        (None, class) => Some(class),
    });
    match found {
        Some(CueClass::Attitude) if mode != Mode::Direct => CueClass::Attitude,
        Some(CueClass::Perception) => CueClass::Perception,
        Some(CueClass::Document) => CueClass::Document,
        None if mode == Mode::Indirect && !words.is_empty() => CueClass::Attitude,
        _ => CueClass::Speech,
    }
}
