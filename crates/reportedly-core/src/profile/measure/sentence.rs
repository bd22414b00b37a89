//! What is said of a measurement, in one plain sentence.

use std::fmt;

/// What was counted.
#[derive(Debug)]
pub(super) enum Sentence {
    /// Of so many claims, so many have a named source; others rest on documents.
    Named { count: usize, all: usize, documents: usize },
    /// Claims by unnamed sources, by how the source is described.
    Described { of: usize, rungs: [usize; 4] },
    /// Claims by unnamed sources that judge.
    Judging { count: usize, of: usize },
    /// Claims by unnamed sources in the plural, without a number.
    Uncounted { count: usize, of: usize },
    /// Nobody is named at all.
    NoSource,
    /// Who says most.
    OneSource { who: String, count: usize, all: usize, sources: usize },
    /// Quotations that are attributed in another sentence than their first; how many sentences away the farthest is.
    Late { count: usize, of: usize, farthest: u32 },
    /// Paragraphs with a quotation that is attributed elsewhere.
    FarOff { count: usize, of: usize },
    /// Passages without a source.
    Unsourced { count: usize },
    /// Accusations.
    Accusations { count: usize, answered: bool, unconfirmed: bool },
    /// The one that is credited for the text.
    Credited { name: String },
    /// How often agencies and releases are named.
    Origin { count: usize },
    /// Main incidents without a date; whether some words would tell it if the day of publication were known.
    Undated { count: usize, of: usize, unknown: bool },
    /// How many days before publication the newest dated fact lies; `None` without such a fact.
    Newest { age: Option<usize>, published: bool },
}

/// "1 claim", "2 claims".
struct Counted(usize, &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(n, one) = self;
        write!(f, "{n} {one}{}", if *n == 1 { "" } else { "s" })
    }
}

/// The form of a verb that goes with a number.
fn verb(n: usize, one: &'static str, more: &'static str) -> &'static str {
    if n == 1 { one } else { more }
}

impl Sentence {
    pub fn message(&self) -> String {
        let claims = |n: usize| Counted(n, "claim");
        match self {
            Self::Named { all: 0, .. } => "Not applicable: no claims.".to_owned(),
            &Self::Named { count, all, documents } => {
                let has = verb(if all == 1 { 1 } else { count }, "has", "have");
                let aside = match documents {
                    0 => String::new(),
                    n => format!("; {n} more {} on documents", verb(n, "rests", "rest")),
                };
                format!("{count} of {} {has} a named source{aside}.", claims(all))
            }
            Self::Described { of: 0, .. } | Self::Judging { of: 0, .. } => {
                "Not applicable: no claims by unnamed sources.".to_owned()
            }
            Self::Described { of, rungs: [none, category, rank, access] } => format!(
                "{} by unnamed sources; how the source is described: {none} not at all, {category} by category, {rank} by rank or role, {access} by access to the facts.",
                claims(*of)
            ),
            &Self::Judging { count, of } => {
                let judge = verb(count, "judges, predicts or attacks", "judge, predict or attack");
                format!("{count} of {} by unnamed sources {judge}.", claims(of))
            }
            Self::Uncounted { of: 0, .. } => {
                "Not applicable: no claims by unnamed sources in the plural.".to_owned()
            }
            &Self::Uncounted { count, of } => format!(
                "{count} of {} by unnamed sources in the plural {} not say how many sources there are (only the wording is checked).",
                claims(of),
                verb(count, "does", "do")
            ),
            Self::NoSource => "Not applicable: no claim has a source.".to_owned(),
            Self::OneSource { who, count, all, sources } => {
                let sources = Counted(*sources, "source");
                format!("Most quoted: {who}, {count} of {}; {sources} in all.", claims(*all))
            }
            Self::Late { of: 0, .. } => "Not applicable: no attributed quotations.".to_owned(),
            Self::Late { count: 0, of, .. } => {
                format!("All attributions stand in the sentence where the quotation begins ({}).", Counted(*of, "quotation"))
            }
            &Self::Late { count, of, farthest } => format!(
                "{count} of {} {} attributed outside the sentence where {} begins; the farthest attribution is {} away.",
                Counted(of, "quotation"),
                verb(count, "is", "are"),
                verb(count, "it", "each"),
                Counted(farthest as usize, "sentence")
            ),
            Self::FarOff { count: 0, of: 0 } => {
                "Not applicable: no paragraphs with quoted or reported words.".to_owned()
            }
            &Self::FarOff { count, of } => format!(
                "{count} of {} with quoted or reported words {} a quotation that is not attributed within the paragraph.",
                Counted(of, "paragraph"),
                verb(count, "contains", "contain")
            ),
            &Self::Unsourced { count } => format!(
                "{} in the writer's own voice {} a name, figure or date but no source (a page cannot show whether the writer witnessed it).",
                Counted(count, "passage"),
                verb(count, "has", "have")
            ),
            Self::Accusations { count: 0, .. } => "No claim openly accuses anyone.".to_owned(),
            &Self::Accusations { count, answered, unconfirmed } => {
                let answer = match answered {
                    true => "the text has an answer, a denial or words from the accused",
                    false => "no answer from the accused was found in the text",
                };
                let confirmed = match unconfirmed {
                    true => "it says that something is unconfirmed",
                    false => "it says nothing about confirmation",
                };
                let accuse = verb(count, "accuses", "accuse");
                format!("{} {accuse} someone; {answer}; {confirmed}.", claims(count))
            }
            Self::Credited { name } => {
                format!("{name} is credited as the origin of the text (an agency or the outlet itself).")
            }
            Self::Origin { count: 0 } => {
                "No agency or press release is credited as the origin of the text (only a second text could show copying).".to_owned()
            }
            Self::Origin { count: 1 } => "An agency or press release is named once.".to_owned(),
            Self::Origin { count } => format!("An agency or press release is named {count} times."),
            Self::Undated { of: 0, .. } => "Not applicable: no main incident was found.".to_owned(),
            Self::Undated { count: 0, .. } => "The article gives a date for the main incident.".to_owned(),
            Self::Undated { unknown: true, .. } => {
                "No date was found for the main incident; the day of publication, from which some dates count, is not known.".to_owned()
            }
            Self::Undated { .. } => "No date was found for the main incident.".to_owned(),
            Self::Newest { published: false, .. } => {
                "Not applicable: the day of publication is not known.".to_owned()
            }
            Self::Newest { age: None, .. } => {
                "Not applicable: no fact of an incident is dated to a day before publication.".to_owned()
            }
            Self::Newest { age: Some(0), .. } => {
                "The newest fact with a date is from the day of publication.".to_owned()
            }
            Self::Newest { age: Some(age), .. } => {
                format!("The newest fact with a date is {} older than the article.", Counted(*age, "day"))
            }
        }
    }
}
