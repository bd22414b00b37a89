//! The arguments of what people do by hand.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use reportedly::certainty::{Certainty, Polarity, Stance};
use reportedly::source::Kind as SourceKind;

use super::shelf::Shelf;

/// Who makes a change, and why.
#[derive(Debug, Args)]
pub struct Signed {
    /// Your name for the log; the library remembers it [default: the name remembered, or your user name]
    #[arg(id = "as", long = "as", alias = "who", value_name = "NAME", env = "REPORTEDLY_AS")]
    pub name: Option<String>,
}

/// The options of `correct`.
#[derive(Debug, Args)]
pub struct CorrectOptions {
    /// The id of a claim or an article, or its first characters
    #[arg(required_unless_present_any = ["article", "log", "undo"])]
    pub id: Option<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Add a claim to this article instead
    #[arg(long, value_name = "ID", conflicts_with = "id", requires = "content")]
    pub article: Option<String>,
    /// Claim: what is said, in words of the text; separate pieces with " … "
    #[arg(long, value_name = "WORDS")]
    pub content: Option<String>,
    /// Claim: the words that attribute it; "" for none
    #[arg(long, value_name = "WORDS")]
    pub cue: Option<String>,
    /// Claim: the source, in words of the text; "" for none
    #[arg(long, value_name = "WORDS")]
    pub source: Option<String>,
    /// Claim: what its source is
    #[arg(long, value_parser = one_of(&SourceKind::ALL, SourceKind::name), value_name = "KIND")]
    pub kind: Option<SourceKind>,
    /// Claim: how sure it is presented as being
    #[arg(long, value_parser = one_of(&Certainty::ALL, Certainty::name), value_name = "LEVEL")]
    pub certainty: Option<Certainty>,
    /// Claim: whether it is affirmed or denied
    #[arg(long, value_parser = one_of(&Polarity::ALL, Polarity::name), value_name = "SIDE")]
    pub polarity: Option<Polarity>,
    /// Claim: what its source does with it
    #[arg(long, value_parser = one_of(&Stance::ALL, Stance::name), value_name = "STANCE")]
    pub stance: Option<Stance>,
    /// Article: the day of publication, such as 2031-04-05; "" for none
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Article: the outlet; "" for none
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Article: the headline; "" for none
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
    /// Article: the name of an author, once for each; "" for none
    #[arg(long, value_name = "NAME")]
    pub byline: Vec<String>,
    /// Claim: remove it, it is not a claim
    #[arg(long, conflicts_with_all = ["content", "cue", "source", "kind", "certainty", "polarity", "stance", "article"])]
    pub remove: bool,
    /// Undo the correction with this number in the log
    #[arg(long, value_name = "N", conflicts_with_all = ["id", "article", "remove", "log"])]
    pub undo: Option<i64>,
    /// The reason, for the log
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    #[command(flatten)]
    pub signed: Signed,
    /// Print all corrections so far, each with its number
    #[arg(long, conflicts_with_all = ["id", "article", "remove"])]
    pub log: bool,
}

/// One of the values of a list, by its name.
fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = all.iter().map(move |value| name(*value));
    PossibleValuesParser::new(names).try_map(move |word| {
        let found = all.iter().copied().find(|value| name(*value) == word);
        found.ok_or_else(|| format!("{word:?} is not one of the values"))
    })
}

/// The options of `note`.
#[derive(Debug, Args)]
pub struct NoteOptions {
    /// The id of an article or a claim, or its first characters
    #[arg(required_unless_present = "delete")]
    pub id: Option<String>,
    /// The note; without words, the notes on the article are listed
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Delete the note with this number
    #[arg(long, value_name = "N", conflicts_with = "id")]
    pub delete: Option<i64>,
    #[command(flatten)]
    pub signed: Signed,
}

/// The options of `tag`.
#[derive(Debug, Args)]
pub struct TagOptions {
    /// The id of an article, or its first characters
    pub id: String,
    /// Tags; without any, those of the article are listed
    #[arg(value_name = "TAG")]
    pub tags: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Take the tags off
    #[arg(long, requires = "tags")]
    pub off: bool,
    #[command(flatten)]
    pub signed: Signed,
}

/// The options of `remove`.
#[derive(Debug, Args)]
pub struct RemoveOptions {
    /// The ids of articles, or their first characters
    #[arg(required_unless_present = "finish")]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Yes, remove them: this cannot be undone
    #[arg(long)]
    pub yes: bool,
    /// Finish a removal that another program kept from being completed
    #[arg(long, conflicts_with = "ids")]
    pub finish: bool,
}
