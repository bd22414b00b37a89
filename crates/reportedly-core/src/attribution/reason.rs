//! Why a claim is shown, as `--explain` says it.

/// Which rule found a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    HeadlineSpeaks,
    HeadlineIsTold,
    Turn,
    Answer,
    Introduced,
    Signed,
    VerbFirst,
    VerbLast,
    NoCue,
    Second,
    Reported,
    According,
    PassedOn,
}

impl Reason {
    pub fn message(self) -> &'static str {
        match self {
            Self::HeadlineSpeaks => "a headline in the first person",
            Self::HeadlineIsTold => "a headline whose words the first sentences attribute to the same source",
            Self::Turn => "a turn of a transcript",
            Self::Answer => "an answer in an interview",
            Self::Introduced => "X: \"...\"",
            Self::Signed => "\"...\" signed with a dash",
            Self::VerbFirst => "\"...\" said X",
            Self::VerbLast => "\"...\" X said",
            Self::NoCue => "a quotation without a cue",
            Self::Second => "X said, and Y said",
            Self::Reported => "X said that Y had told him that ...",
            Self::According => "X said that, according to Y, ...",
            Self::PassedOn => "\u{201c}...,\u{201d} X said, according to Y",
        }
    }
}

/// What a proposer or a rule adds to the reasons of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) enum Note<'a> {
    /// A proposer found it.
    Found(&'a str, &'a str),
    /// Another one agrees.
    Agrees(&'a str, &'a str),
    /// It was given all paragraphs of a quotation.
    Paragraphs(&'a str, usize),
}

impl Note<'_> {
    pub fn message(self) -> String {
        match self {
            Self::Found(method, why) => format!("{method}: {why}"),
            Self::Agrees(method, why) => format!("{method} agrees: {why}"),
            Self::Paragraphs(method, n) => format!("{method}: a quotation over {n} paragraphs"),
        }
    }
}
