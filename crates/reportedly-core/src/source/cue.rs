use crate::attribution::Mode;
pub use crate::language::CueClass;
use crate::language::en::ENGLISH;
use crate::text::{Span, Text};

/// Whether a word in small letters may attribute something, in any of its forms.
pub(crate) fn is_cue_word(word: &str) -> bool {
    ENGLISH.verbs.class(word).is_some()
}

/// The class of a cue by the last of its words that tells one; a mark alone (colon, dash) is speech.
pub(super) fn class(cue: Span, mode: Mode, text: &Text) -> CueClass {
    let words = text.get(cue).to_lowercase();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let all: Vec<String> = words.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    // "said he wanted": the saying holds it
    let told = all.iter().filter_map(|w| ENGLISH.verbs.class(w));
    let found = told.fold(None, |best: Option<CueClass>, class| match (best, class) {
        (Some(CueClass::Speech), _) | (_, CueClass::Speech) => Some(CueClass::Speech),
        (Some(best), _) => Some(best),
        (None, class) => Some(class),
    });
    match found {
        Some(CueClass::Attitude) if mode != Mode::Direct => CueClass::Attitude,
        Some(CueClass::Perception) => CueClass::Perception,
        Some(CueClass::Document) => CueClass::Document,
        None if mode == Mode::Indirect && !all.is_empty() => CueClass::Attitude,
        _ => CueClass::Speech,
    }
}
