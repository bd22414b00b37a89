//! What a trained reader sees of what happened: events, incidents, and the facts of the main one.

use crate::text::Span;

/// The class of an event in TimeML 1.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventClass {
    /// Something that happens: "shot".
    Occurrence,
    /// Somebody says something: "said".
    Reporting,
    /// Something holds: "on board".
    State,
    /// Somebody does something about another event: "tried".
    IntentionalAction,
    /// Somebody has an attitude to another event: "believes".
    IntentionalState,
    /// Another event begins, goes on, ends: "began".
    Aspectual,
    /// Somebody sees or hears: "saw".
    Perception,
}

impl EventClass {
    /// All classes, in the order in which the reader was trained.
    pub const ALL: [Self; 7] = [
        Self::Occurrence,
        Self::Reporting,
        Self::State,
        Self::IntentionalAction,
        Self::IntentionalState,
        Self::Aspectual,
        Self::Perception,
    ];

    /// The name in the output, as TimeML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Occurrence => "OCCURRENCE",
            Self::Reporting => "REPORTING",
            Self::State => "STATE",
            Self::IntentionalAction => "I_ACTION",
            Self::IntentionalState => "I_STATE",
            Self::Aspectual => "ASPECTUAL",
            Self::Perception => "PERCEPTION",
        }
    }
}

/// The tense of an event in TimeML 1.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tense {
    /// "shot".
    Past,
    /// "shoots".
    Present,
    /// "will shoot".
    Future,
    /// "to shoot".
    Infinitive,
    /// "shooting".
    PresentParticiple,
    /// "shot" in "the man shot on Friday".
    PastParticiple,
    /// Of nouns and adjectives.
    None,
}

impl Tense {
    /// All tenses, in the order in which the reader was trained.
    pub const ALL: [Self; 7] = [
        Self::Past,
        Self::Present,
        Self::Future,
        Self::Infinitive,
        Self::PresentParticiple,
        Self::PastParticiple,
        Self::None,
    ];

    /// The name in the output, as TimeML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Past => "PAST",
            Self::Present => "PRESENT",
            Self::Future => "FUTURE",
            Self::Infinitive => "INFINITIVE",
            Self::PresentParticiple => "PRESPART",
            Self::PastParticiple => "PASTPART",
            Self::None => "NONE",
        }
    }
}

/// A word that names an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventWord {
    /// Where it stands.
    pub span: Span,
    /// The likeliest class.
    pub class: EventClass,
    /// The likeliest tense.
    pub tense: Tense,
    /// The probability that it is said not to be so: "did not shoot".
    pub negative: f32,
    /// The probability that it may, can, must or would be so: "may shoot".
    pub modal: f32,
    /// The probability that it names an event.
    pub probability: f32,
}

/// What a fact of an incident answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FactSlot {
    /// When it happened.
    When,
    /// Where.
    Where,
    /// Who did it.
    Who,
    /// To whom.
    Whom,
    /// How many were killed.
    Killed,
    /// How many were hurt.
    Injured,
    /// How many were arrested.
    Arrested,
    /// Why or how it came about.
    Cause,
    /// What somebody is accused of.
    Charge,
}

impl FactSlot {
    /// All slots, in the order in which the reader was trained.
    pub const ALL: [Self; 9] = [
        Self::When,
        Self::Where,
        Self::Who,
        Self::Whom,
        Self::Killed,
        Self::Injured,
        Self::Arrested,
        Self::Cause,
        Self::Charge,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Who => "who",
            Self::Whom => "whom",
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Arrested => "arrested",
            Self::Cause => "cause",
            Self::Charge => "charge",
        }
    }
}

/// Words that state a fact of the main incident.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactWords {
    /// What they answer.
    pub slot: FactSlot,
    /// Where they stand.
    pub span: Span,
    /// The probability that the surest of the words states it.
    pub probability: f32,
}

/// A word that tells of an incident: "the shooting", "opened fire".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Telling {
    /// Where it stands.
    pub span: Span,
    /// The position of the likeliest kind of incident in [`crate::incident::kinds`].
    pub kind: usize,
    /// The probability that it tells of an incident.
    pub probability: f32,
    /// The probability that this is the article's main one, and not another that it recalls or foretells.
    pub main: f32,
}
