//! What a trained reader knows of the words of an article in context, beyond the attributions that it proposes: which
//! words are names and of what, which mention may stand for which name, and how a claim looks as a whole.
//!
//! It comes from the same pass over the text as the proposals. The core asks; the crate of the model answers.

mod happened;

pub use happened::{EventClass, EventWord, FactSlot, FactWords, Telling, Tense};

use crate::text::{Span, Spans};

/// What a proper name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameType {
    /// One human being.
    Person,
    /// A body: agency, company, court, party, club.
    Organization,
    /// A news medium.
    Outlet,
    /// A place, also where it stands for its government.
    Place,
    /// A work or a law.
    Work,
    /// A war, a cup, a storm.
    Event,
    /// Anything else: a product, a ship, an animal.
    Other,
}

impl NameType {
    /// All types, in the order of [`Name::types`].
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Organization, Self::Outlet, Self::Place, Self::Work, Self::Event, Self::Other];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Outlet => "outlet",
            Self::Place => "place",
            Self::Work => "work",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// A proper name in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The probability of each [`NameType`].
    pub types: [f32; 7],
}

/// What is judged of one claim as a whole: probabilities, in the order of each type's values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Of the kinds of source, in the order of `SourceKind::ALL`.
    pub kind: [f32; 8],
    /// Certain, probable, possible, underspecified.
    pub certainty: [f32; 4],
    /// Affirmed, denied, underspecified.
    pub polarity: [f32; 3],
    /// Of the stances, in the order of `Stance::ALL`.
    pub stance: [f32; 7],
    /// The claim is right; it is another's; it is cut wrongly; it is none.
    pub right: [f32; 4],
}

/// The words of one claim.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The words for the source.
    pub source: &'a Spans,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// What is said.
    pub content: &'a Spans,
}

/// How sure each part of an answer is: probabilities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sureness {
    /// That the words of the source and the content are right, judged from where the claim was found.
    pub words: f32,
    /// That it is a claim, this source's, and cut rightly, judged from the claim as a whole.
    pub whole: f32,
    /// That the source is of this kind.
    pub kind: f32,
    /// That the source is this one of those who are named, or none of them.
    pub who: f32,
    /// Whether there is no source.
    pub is_sourceless: bool,
}

impl Sureness {
    /// All of it in one line, for `--explain`.
    pub fn message(&self) -> String {
        let Self { words, whole, kind, who, .. } = self;
        format!("sure of: words {words:.3}, claim {whole:.3}, kind {kind:.3}, who {who:.3}")
    }
}

/// What a trained reader knows of one article. Scores are natural logarithms, higher is likelier.
pub trait Insight {
    /// All proper names, in text order.
    fn names(&self) -> &[Name];

    /// All words that name an event, in text order.
    fn events(&self) -> &[EventWord] {
        &[]
    }

    /// All words that tell of an incident, in text order.
    fn tellings(&self) -> &[Telling] {
        &[]
    }

    /// All words that state a fact of the main incident, in text order.
    fn facts(&self) -> &[FactWords] {
        &[]
    }

    /// How well a mention that begins at a byte stands for each of the words that begin at `others`; zero is as well as for
    /// nobody.
    fn same(&self, mention: u32, others: &[u32]) -> Vec<f32>;

    /// Who a source is: the score of each candidate, from what is told of it; the first candidate is nobody.
    fn who(&self, candidates: &[Vec<f32>]) -> Vec<f32>;

    /// Judges a claim from its words and from what else is told of it.
    fn judge(&self, parts: &Parts, told: &[f32]) -> Judged;

    /// The probability that all that is given of a claim is right, from that of its parts.
    fn confidence(&self, parts: &Sureness) -> f32;

    /// The words of a claim as the reader sees them: what [`Insight::judge`] looks at beside what it is told.
    fn view(&self, parts: &Parts) -> Vec<f32>;
}

/// The position of the greatest of some probabilities or scores; of equals the last.
pub fn likeliest(p: &[f32]) -> usize {
    (0..p.len()).max_by(|&a, &b| p[a].total_cmp(&p[b])).unwrap_or(0)
}
