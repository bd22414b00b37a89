//! What a person says of a claim: words of the text, and how it is presented.

use reportedly_core::attribution::mode;
use reportedly_core::certainty::{Certainty, Polarity, Stance};
use reportedly_core::language::en::ENGLISH;
use reportedly_core::source::Kind;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::tokens::Tokens;
use reportedly_records::{Claim, Place, Record};

use crate::error::{Error, Result};

/// The `method` of a claim that a person made or changed, and of a date.
pub(crate) const HAND: &str = "hand";

/// What a person prints and types between the pieces of a content.
const GAP: &str = " … ";

/// What is given replaces what is there. Words are copied from the text; pieces are parted by " … ".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What is said.
    pub content: Option<String>,
    /// The words that attribute it; empty where there are none.
    pub cue: Option<String>,
    /// Who is said to say it; empty where nobody is.
    pub source: Option<String>,
    /// What the source is.
    pub kind: Option<Kind>,
    /// How sure it is presented as being.
    pub certainty: Option<Certainty>,
    /// Whether it is affirmed or denied.
    pub polarity: Option<Polarity>,
    /// What the source does with it.
    pub stance: Option<Stance>,
}

impl Given {
    /// Whether words of the text are given.
    pub(crate) fn has_words(&self) -> bool {
        self.content.is_some() || self.cue.is_some() || self.source.is_some()
    }

    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a source of this kind can have a name.
fn has_name(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Outlet | Kind::Document)
}

/// The claim as a person judges it.
pub(crate) fn judged(mut claim: Claim, given: &Given) -> Claim {
    let to = &mut claim.sourcing;
    if let Some(kind) = given.kind {
        let kind_before = to.source_kind.replace(kind.name().to_owned());
        if kind_before.as_deref() != Some(kind.name()) {
            // it is not the source that it was taken for
            to.source_id = None;
            to.source_name = to.source_name.take().filter(|_| has_name(kind));
        }
    }
    to.certainty = given.certainty.map(|c| c.name().to_owned()).or(to.certainty.take());
    to.polarity = given.polarity.map(|p| p.name().to_owned()).or(to.polarity.take());
    to.stance = given.stance.map(|s| s.name().to_owned()).or(to.stance.take());
    claim
}

/// The claim with the words that are given, each as near to the claim as the text has it.
pub(crate) fn changed(record: &Record, mut claim: Claim, given: &Given) -> Result<Claim> {
    let Given { content, cue, source, .. } = given;
    let text = Text::new(record.text.as_str());
    let near = claim.content.first().map_or(0, |p| p.start);
    let found =
        |words: &String, near| places(&text, words, near).ok_or_else(|| Error::NotInText(words.clone()));
    if let Some(words) = content {
        claim.content = found(words, near)?;
    }
    let near = claim.content.first().ok_or(Error::NoContent)?.start;
    if let Some(words) = cue {
        claim.cue = found(words, near)?.into_iter().next();
    }
    if let Some(words) = source {
        claim.source = found(words, near)?;
    }
    let spans: Vec<_> =
        claim.content.iter().filter_map(|p| Offsets::new(&text).from_code_points(p.start, p.end)).collect();
    claim.mode = mode(&spans, &Tokens::new(&text, &ENGLISH.division)).name().to_owned();
    (claim.method, claim.confidence, claim.reasons) = (HAND.to_owned(), 1.0, None);
    Ok(claim)
}

/// The places of the words, each piece as near as possible to a code point, never inside another word; `None`
/// if one is not found.
fn places(text: &Text, words: &str, near: u32) -> Option<Vec<Place>> {
    let offsets = Offsets::new(text);
    let pieces = words.split(GAP).map(str::trim).filter(|p| !p.is_empty());
    let mut found = pieces
        .map(|piece| {
            let all = text.as_str().match_indices(piece).map(|(at, _)| (at, at + piece.len()));
            let whole = all.filter(|&(start, end)| is_whole(text.as_str(), start, end));
            let all = whole.filter_map(|(start, end)| text.span(start, end));
            let all = all.map(|span| offsets.code_points(span));
            let (start, end) = all.min_by_key(|(start, _)| start.abs_diff(near))?;
            Some(Place { start, end, text: piece.to_owned() })
        })
        .collect::<Option<Vec<_>>>()?;
    found.sort_by_key(|p| p.start);
    Some(found)
}

/// Whether no word is cut at the borders, in bytes.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let cut = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_inside(before.chars().next_back()) && is_inside(after.chars().next())
    };
    !cut(start) && !cut(end)
}
