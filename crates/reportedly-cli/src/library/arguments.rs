use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use reportedly_intake::Kind;

use super::hand::{CorrectOptions, NoteOptions, RemoveOptions, TagOptions};
use super::shelf::Shelf;
use super::story_arguments::{StoriesOptions, StoryOptions};
use crate::arguments::{
    BatchOptions, NamedOptions, ReaderOptions, Shape, StatedOptions, TERMINAL, kind, shape,
};

/// What to do with a library.
#[derive(Debug, Subcommand)]
pub enum LibraryTask {
    /// Add articles and their claims to a library
    Add(AddOptions),
    /// List the articles of a library
    List(ListOptions),
    /// Show one article, or one claim in its context
    Show(ShowOptions),
    /// Find claims or articles
    #[command(after_help = SYNTAX)]
    Search(SearchOptions),
    /// Show what an article shares with others, and which took it from which
    Copies(CopiesOptions),
    /// Show how far a claim has spread: pages, texts, publishers, origins
    Trace(TraceOptions),
    /// List incidents that several articles tell of; merge two, split one, or find all anew
    Stories(StoriesOptions),
    /// Show one incident by sourcing: what is stated, reported, alleged or denied, by whom
    Story(StoryOptions),
    /// Correct an article or a claim by hand, add a claim, or undo a correction
    Correct(CorrectOptions),
    /// Write a note on an article or a claim, or list the notes
    Note(NoteOptions),
    /// Give an article tags, or take them off
    Tag(TagOptions),
    /// Remove articles for good, so that no word of them stays in the library file
    Remove(RemoveOptions),
    /// Read the articles of a library again; corrections by hand are kept
    Reread(RereadOptions),
    /// Write all tables of a library as files, or its articles in another form
    Export(ExportOptions),
    /// Import an export into a new library
    Import(ImportOptions),
    /// Copy a library into one new file
    Backup(BackupOptions),
    /// Check a library: its pages, references, index, texts and spans
    Verify(VerifyOptions),
}

const SYNTAX: &str = "\
All words must match; case and accents do not matter.
  ceasefire talks            both words            \"at dawn\"          in this order
  talk*                      words starting so     NEAR(fire quay, 5)  at most 5 words apart
  fire OR smoke              either word           -rumour             without it, same as NOT rumour
  source:mayor               said by               kind:unnamed        certainty:possible  mode:direct
  title:ferry  url:/2031/    in headline, address  byline:hale  lang:de
  stance:denies              denials               polarity:denied     what is said not to be so
  outlet:courier             published by          after:2031-04       before:2031-05-01   (after includes the day)
  happened:2031-04           an article that tells of something that happened then; also a day, or 2031-01..2031-04-05
  in:velmouth                and there: a town, region or country  tag:urgent          tagged so";

/// The options of `add`.
#[derive(Debug, Args)]
pub struct AddOptions {
    /// Files (pages, texts, .md, .docx, .odt, .pdf, .eml), folders, web archives (.warc .arc .wacz), feeds, http(s) addresses; "-" or nothing reads standard input
    #[arg(value_name = "PATH|URL")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub named: NamedOptions,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Type of input
    #[arg(long, value_parser = kind(), default_value = "auto", value_name = "KIND")]
    pub from: Kind,
    /// Add a page even if no article is found on it
    #[arg(long)]
    pub force: bool,
    /// Fetch the pages of feeds that contain only summaries
    #[arg(long)]
    pub fetch: bool,
    /// Also fetch from this machine and private networks
    #[arg(long)]
    pub allow_local: bool,
    /// Fetch again the addresses given, or all from which pages were fetched, and keep what changed as a new version
    #[arg(long)]
    pub again: bool,
    /// Keep looking at the folders, feeds and addresses given, until Ctrl-C
    #[arg(long, requires = "paths", conflicts_with = "again")]
    pub watch: bool,
    /// How long to wait between two looks, in minutes
    #[arg(long, default_value_t = 15.0, value_parser = minutes, value_name = "MINUTES", requires = "watch")]
    pub every: f64,
    /// Least time between two requests to one host, in seconds
    #[arg(long, default_value_t = 1.0, value_parser = seconds, value_name = "SECONDS", env = "REPORTEDLY_DELAY")]
    pub delay: f64,
    /// Also add what was removed from the library before
    #[arg(long)]
    pub readmit: bool,
    #[command(flatten)]
    pub stated: StatedOptions,
    #[command(flatten)]
    pub reader: ReaderOptions,
    #[command(flatten)]
    pub batch: BatchOptions,
}

fn at_least_one(words: &str) -> Result<usize, String> {
    words.parse().ok().filter(|&n| n > 0).ok_or_else(|| "must be a whole number from 1 on".to_owned())
}

fn minutes(words: &str) -> Result<f64, String> {
    words
        .parse()
        .ok()
        .filter(|m| (0.0..=100_000.0).contains(m))
        .ok_or_else(|| "must be a number of minutes".to_owned())
}

fn seconds(words: &str) -> Result<f64, String> {
    let seconds = words.parse().ok().filter(|s| (0.0..=3_600.0).contains(s));
    seconds.ok_or_else(|| "must be a number of seconds, up to 3600".to_owned())
}

/// The options of `list`.
#[derive(Debug, Args)]
pub struct ListOptions {
    /// Which articles, as for `search` [default: all]
    pub query: Vec<String>,
    /// Only articles that tell of something that happened then: a year, month or day, or two of them with .. between
    #[arg(long, value_name = "DAYS")]
    pub happened: Option<String>,
    /// Only articles that tell of something that happened there: a town, region or country
    #[arg(long = "in", value_name = "PLACE")]
    pub place: Option<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Order [default: as they were added]
    #[arg(long, value_enum, value_name = "ORDER")]
    pub sort: Option<Order>,
    /// List what could not be read instead
    #[arg(long, conflicts_with_all = ["query", "happened", "place", "sort"])]
    pub failures: bool,
}

/// The options of `show`.
#[derive(Debug, Args)]
pub struct ShowOptions {
    /// Id of an article or a claim, or its first characters
    pub id: String,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Output format for an article
    #[arg(long = "as", value_parser = shape(), default_value = TERMINAL, value_name = "FORM")]
    pub shape: Shape,
    /// Write an article to this file, or for brat and conll to this new folder
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a view of several articles is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ViewShape {
    /// For a terminal
    Terminal,
    /// One self-contained page
    Html,
}

/// The options of `search`.
#[derive(Debug, Args)]
pub struct SearchOptions {
    /// What to search for; quote it for the shell if it contains any of " ( *, and put it after -- if it
    /// begins with a -
    #[arg(required = true)]
    pub query: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// What to search
    #[arg(long = "in", value_enum, default_value_t = Where::Claims, value_name = "WHAT")]
    pub within: Where,
    /// Order of the results
    #[arg(long, value_enum, default_value_t = Order::Relevance, value_name = "ORDER")]
    pub sort: Order,
    /// Maximum number of results
    #[arg(long, default_value_t = 20, value_parser = at_least_one, value_name = "N")]
    pub limit: usize,
    /// Output format; html holds up to 1000 claims, whatever the limit
    #[arg(long = "as", value_enum, default_value_t = ViewShape::Terminal, value_name = "SHAPE", conflicts_with = "json")]
    pub shape: ViewShape,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The best first
    Relevance,
    /// The last published first
    Date,
    /// By outlet
    Outlet,
    /// By the name of the source
    Source,
}

/// What can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Where {
    /// The contents and sources of claims
    Claims,
    /// The texts of articles
    Articles,
}

/// The options of `copies`.
#[derive(Debug, Args)]
pub struct CopiesOptions {
    /// The id of an article, or its first characters
    pub id: String,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Output format
    #[arg(long = "as", value_enum, default_value_t = ViewShape::Terminal, value_name = "SHAPE", conflicts_with = "json")]
    pub shape: ViewShape,
}

/// The options of `trace`.
#[derive(Debug, Args)]
pub struct TraceOptions {
    /// The id of a claim, or its first characters
    pub claim: String,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Output format
    #[arg(long = "as", value_enum, default_value_t = ViewShape::Terminal, value_name = "SHAPE", conflicts_with = "json")]
    pub shape: ViewShape,
    /// File that says which outlets belong to one owner: lines "Owner" = ["Outlet", "host.example"]
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
}

/// The options of `reread`.
#[derive(Debug, Args)]
pub struct RereadOptions {
    /// Ids of articles [default: those read by another version of the reader]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// All articles
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
    #[command(flatten)]
    pub reader: ReaderOptions,
    #[command(flatten)]
    pub batch: BatchOptions,
}

/// The options of `export`.
#[derive(Debug, Args)]
pub struct ExportOptions {
    #[command(flatten)]
    pub shelf: Shelf,
    /// A folder that does not exist yet; with --as a file, or for brat and conll such a folder
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// File format of the tables
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    pub format: Format,
    /// Write the articles in this form instead, as `read --as` does
    #[arg(long = "as", value_parser = shape(), value_name = "FORM", conflicts_with_all = ["format", "pairs", "publishers"])]
    pub shape: Option<Shape>,
    /// If more articles than this share a passage, pair each only with the first one; or "all"
    #[arg(long, default_value = "300", value_parser = most_pairs, value_name = "N")]
    pub pairs: usize,
    /// File that says which outlets belong to one owner: lines "Owner" = ["Outlet", "host.example"]
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
}

fn most_pairs(words: &str) -> Result<usize, String> {
    match words {
        "all" => Ok(usize::MAX),
        number => number.parse().map_err(|_| "must be a number, or \"all\"".to_owned()),
    }
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object per line
    Jsonl,
    /// RFC 4180; lists and spans as JSON in the cell
    Csv,
    /// Typed columns; nested lists and spans
    Parquet,
}

/// The options of `import`.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// The folder of an export
    pub from: PathBuf,
    #[command(flatten)]
    pub shelf: Shelf,
}

/// The options of `backup`.
#[derive(Debug, Args)]
pub struct BackupOptions {
    /// A file that does not exist yet
    pub to: PathBuf,
    #[command(flatten)]
    pub shelf: Shelf,
}

/// The options of `verify`.
#[derive(Debug, Args)]
pub struct VerifyOptions {
    #[command(flatten)]
    pub shelf: Shelf,
}
