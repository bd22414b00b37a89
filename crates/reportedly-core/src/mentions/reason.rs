/// Why a source is taken for what it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Nobody is named.
    Nobody,
    /// The words hold no noun.
    NoNoun,
    /// A noun on a list.
    Noun,
    /// A noun on no list.
    UnknownNoun,
    /// "Many", "those".
    GroupWithoutNoun,
    /// "He and Ada Vale".
    PersonAndAnother,
    /// "She and others".
    PersonAndOthers,
    /// A name.
    Name,
    /// "Americans".
    NameOfGroup,
    /// A name that fits two.
    NameOfTwo,
    /// "The Vales".
    Family,
    /// "The mayor, Ada Vale".
    NameBesideNoun,
    /// "Envoy to Norland Ada Vale".
    NameBehindOffice,
    /// "A cleaner named Ada Vale".
    Named,
    /// "Who" at the beginning.
    NothingBefore,
    /// A pronoun that means somebody before.
    PronounLedBack,
    /// A pronoun that is as open as the one before.
    OpenAsBefore,
    /// A pronoun that fits two.
    TwoFit,
    /// "He", and nobody fits.
    PersonNotFound,
    /// "It", and nothing fits.
    BodyNotFound,
    /// "They", and nobody fits.
    GroupNotFound,
    /// "They" after a group.
    NearestGroup,
    /// The only one who is called by this noun.
    TheOnly(String),
    /// One of several who are called by this noun.
    TheOneMeant(String),
    /// Who was called by this noun before, without a name.
    SpokenOfBefore(String),
    /// The one spoken of, whom this noun fits.
    TheOneSpokenOf(String),
    /// The writer.
    Writer,
    /// "You".
    Reader,
    /// "Q" and "A" in an interview.
    Letter,
    /// "I" in a quotation whose speaker is known.
    Quoted,
    /// "I" in one whose speaker is not.
    QuotedBySomebody,
    /// A quotation that goes on.
    QuotationGoesOn,
    /// The sentence before the quotation, with a colon.
    BroughtIn,
    /// The trained reader, in context.
    Read,
}

impl Reason {
    /// A few words for `--explain`.
    pub fn message(&self) -> String {
        let message = match self {
            Self::TheOnly(noun) => return format!("the only {noun}"),
            Self::TheOneMeant(noun) => return format!("the {noun} who is meant"),
            Self::SpokenOfBefore(noun) => return format!("the {noun} spoken of before"),
            Self::TheOneSpokenOf(noun) => return format!("the {noun} is whoever was being talked about"),
            Self::Nobody => "nobody is named",
            Self::NoNoun => "no noun",
            Self::Noun => "a noun",
            Self::UnknownNoun => "an unknown noun",
            Self::GroupWithoutNoun => "a group without a noun",
            Self::PersonAndAnother => "a person and another",
            Self::PersonAndOthers => "a person and others",
            Self::Name => "a name",
            Self::NameOfGroup => "a name of a group",
            Self::NameOfTwo => "a name that two have",
            Self::Family => "a family",
            Self::NameBesideNoun => "a name beside a noun",
            Self::NameBehindOffice => "a name behind an office",
            Self::Named => "one who is named",
            Self::NothingBefore => "nothing stands before it",
            Self::PronounLedBack => "a pronoun resolved to an earlier mention",
            Self::OpenAsBefore => "as open as before",
            Self::TwoFit => "two fit",
            Self::PersonNotFound => "a person who is not found",
            Self::BodyNotFound => "a body that is not found",
            Self::GroupNotFound => "a group that is not found",
            Self::NearestGroup => "the nearest group",
            Self::Writer => "the writer",
            Self::Reader => "the reader",
            Self::Letter => "a letter for who speaks",
            Self::Quoted => "the one who is quoted",
            Self::QuotedBySomebody => "one who is quoted",
            Self::QuotationGoesOn => "the quotation before goes on",
            Self::BroughtIn => "the sentence before introduces it",
            Self::Read => "as the trained reader takes it in context",
        };
        message.to_owned()
    }
}
