use super::lexicons::CUES;
use crate::attribution::Mode;
use crate::text::{Span, Text};

/// What a cue says that the source does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CueClass {
    /// Says, writes, denies, according to.
    Speech,
    /// Believes, wants, intends: never shown as a quotation.
    Attitude,
    /// Sees, hears.
    Perception,
    /// Shows, finds, lists: of a text or record.
    Document,
}

impl CueClass {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Attitude => "attitude",
            Self::Perception => "perception",
            Self::Document => "document",
        }
    }
}

/// Whether a word in small letters may attribute something, in any of its forms.
pub(crate) fn is_cue_word(word: &str) -> bool {
    CUES.form_of(word).is_some()
}

/// The class of a cue by the last of its words that tells one; a mark alone (colon, dash) is speech.
pub(super) fn class(cue: Span, mode: Mode, text: &Text) -> CueClass {
    let words = text.get(cue).to_lowercase();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let all: Vec<String> = words.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    // "said he wanted": the saying holds it
    let told = all.iter().filter_map(|w| CUES.form_of(w));
    let found = told.fold(None, |best: Option<&str>, class| match (best, class) {
        (Some("speech"), _) | (_, "speech") => Some("speech"),
        (Some(best), _) => Some(best),
        (None, class) => Some(class),
    });
    match found {
        Some("attitude") if mode != Mode::Direct => CueClass::Attitude,
        Some("perception") => CueClass::Perception,
        Some("document") => CueClass::Document,
        None if mode == Mode::Indirect && !all.is_empty() => CueClass::Attitude,
        _ => CueClass::Speech,
    }
}
