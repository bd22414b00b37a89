use std::net::IpAddr;
use std::path::PathBuf;

use reportedly::article::Date;
use reportedly::{Engine, ReadOptions as Reading};
use reportedly_model::Depth;

use reportedly_intake::Kind;
use reportedly_records::form::{FORMS, Form, Together};

use crate::engine::engine;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

/// The options of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Files and folders; "-" reads standard input
    #[arg(value_name = "ARTICLE", required = true)]
    pub paths: Vec<PathBuf>,
    /// The rules: all, ap, reuters, bbc, guardian, or a file of your own
    #[arg(long, default_value = "all", value_name = "NAME|FILE")]
    pub profile: String,
    /// Print one JSON object per line, like `read --json`
    #[arg(long)]
    pub json: bool,
    /// Exit with 0 even if a rule flags something
    #[arg(long)]
    pub no_exit: bool,
    /// Type of input
    #[arg(long, value_parser = kind(), default_value = "auto", value_name = "KIND")]
    pub from: Kind,
    /// Read a page even if no article is found on it
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub reader: ReaderOptions,
}

/// The options of `read`.
#[derive(Debug, Args)]
pub struct ReadOptions {
    /// Files and folders (pages, texts, .md, .docx, .odt, .pdf, .eml, .jsonl, .warc, .arc, .wacz, feeds); "-" or nothing reads standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub named: NamedOptions,
    /// Output format
    #[arg(long = "as", value_parser = shape(), default_value = TERMINAL, value_name = "FORM")]
    pub shape: Shape,
    /// Short for --as json
    #[arg(long, conflicts_with = "shape")]
    pub json: bool,
    /// Print the dates of the article on two lines, what happened and what was said, in place of its text and claims
    #[arg(long, conflicts_with_all = ["shape", "json"])]
    pub timeline: bool,
    /// Explain each claim
    #[arg(long)]
    pub explain: bool,
    /// Type of input
    #[arg(long, value_parser = kind(), default_value = "auto", value_name = "KIND")]
    pub from: Kind,
    /// Read a page even if no article is found on it
    #[arg(long)]
    pub force: bool,
    /// The rules of the sourcing profile: all, ap, reuters, bbc, guardian, or a file of your own
    #[arg(long, default_value = "all", value_name = "NAME|FILE")]
    pub profile: String,
    #[command(flatten)]
    pub stated: StatedOptions,
    #[command(flatten)]
    pub reader: ReaderOptions,
    /// Write to this file, or for brat and conll to this new folder; "-" writes to standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Width of the terminal report, in columns
    #[arg(long, value_name = "N")]
    pub width: Option<usize>,
    /// No colour
    #[arg(long)]
    pub no_color: bool,
    #[command(flatten)]
    pub batch: BatchOptions,
}

/// Inputs that are named in a file.
#[derive(Debug, Args)]
pub struct NamedOptions {
    /// File with one path or address per line; "-" reads standard input
    #[arg(id = "list", long = "list", value_name = "FILE")]
    pub list: Option<PathBuf>,
}

/// What the caller knows of texts that do not say it themselves.
#[derive(Debug, Args)]
pub struct StatedOptions {
    /// Outlet of articles that state none
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Date of articles that state none, such as 2031-04-05
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// Address of the article, if it states none; for one input
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub url: Option<String>,
    /// Headline of the article, if it states none; for one input
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
}

fn day(words: &str) -> Result<Date, String> {
    reportedly::page::read_date(words).ok_or_else(|| "must be a date, such as 2031-04-05".to_owned())
}

fn web_address(words: &str) -> Result<String, String> {
    let is_one = ["http://", "https://"].iter().any(|s| words.len() > s.len() && words.starts_with(s));
    is_one.then(|| words.to_owned()).ok_or_else(|| "must begin with http:// or https://".to_owned())
}

/// How many articles are read together.
#[derive(Debug, Args)]
pub struct BatchOptions {
    /// Number of articles to read at once [default: one per core]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    /// No progress bar
    #[arg(short, long)]
    pub quiet: bool,
}

/// How articles are read.
#[derive(Clone, Copy, Debug, Args)]
pub struct ReaderOptions {
    /// Model to use: fast, or accurate, which takes half as long again and finds a little more
    #[arg(long, value_enum, default_value_t = Model::Fast, value_name = "MODEL", env = "REPORTEDLY_MODEL")]
    pub model: Model,
    /// Minimum confidence, 0 to 1 [default: whatever is more often a claim than not]
    #[arg(long, value_parser = probability, value_name = "X", env = "REPORTEDLY_MIN_CONFIDENCE")]
    pub min_confidence: Option<f32>,
}

/// The two depths of the trained reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Model {
    /// The lower layers of the network
    Fast,
    /// All of it
    Accurate,
}

/// The options of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Library file, created if missing [default: library.db in your data folder]
    #[arg(long, value_name = "FILE", env = "REPORTEDLY_LIBRARY")]
    pub library: Option<PathBuf>,
    /// Port; 0 picks a free one
    #[arg(long, default_value_t = 7411, value_name = "N")]
    pub port: u16,
    /// Address to listen on if not only this machine's own; needs a token
    #[arg(long, value_name = "ADDR", requires = "token")]
    pub listen: Option<IpAddr>,
    /// Secret that every client must send; at least 16 characters
    #[arg(long, value_name = "TOKEN")]
    pub token: Option<String>,
    /// Public name of the TLS proxy in front of it; needs a token
    #[arg(long, value_name = "HOST", requires = "token")]
    pub name: Option<String>,
    /// File that says which outlets belong to one owner: lines `"Owner" = ["Outlet", "host.example"]`
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
    #[command(flatten)]
    pub reader: ReaderOptions,
}

/// The options of `relate`.
#[derive(Debug, Args)]
pub struct RelateOptions {
    #[command(flatten)]
    pub reader: ReaderOptions,
    /// Files and folders (pages, texts, .md, .docx, .odt, .pdf, .eml, .jsonl, .warc, .arc, .wacz, feeds); "-" reads standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Type of input
    #[arg(long, value_parser = kind(), default_value = "auto", value_name = "KIND")]
    pub from: Kind,
    /// One JSON object per line
    #[arg(long)]
    pub json: bool,
    /// Print only this table; claim groups need all articles to be read first
    #[arg(long, value_enum, value_name = "TABLE")]
    pub only: Option<Table>,
    /// File that says which outlets belong to one owner: lines `"Owner" = ["Outlet", "host.example"]`
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
    /// If more articles than this share a passage, pair each only with the first one
    #[arg(long, default_value_t = 300, value_name = "N")]
    pub most_pairs: usize,
}

/// The tables that `relate` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Table {
    /// Passages that two articles share
    Reuse,
    /// Claims that several articles carry
    ClaimGroups,
}

/// How an article is shown.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// The text with its claims marked, then the sources
    Terminal,
    /// For other programs and people
    Form(&'static Form),
}

/// The name of what is for a terminal; the others have theirs in the list of forms.
pub(crate) const TERMINAL: &str = "terminal";

/// Reads the name of a shape.
pub(crate) fn shape() -> impl TypedValueParser<Value = Shape> {
    let terminal = PossibleValue::new(TERMINAL).help("The text with its claims marked, then the sources");
    let forms = FORMS.iter().map(|form| PossibleValue::new(form.name).help(form.about));
    PossibleValuesParser::new([terminal].into_iter().chain(forms))
        .map(|name| Form::named(&name).map_or(Shape::Terminal, Shape::Form))
}

/// The kinds of input, by name.
const KINDS: [(&str, Kind, &str); 9] = [
    ("auto", Kind::Auto, "Decide by the file name, or else by the first bytes"),
    ("html", Kind::Html, "A saved page"),
    ("text", Kind::Text, "Plain text"),
    ("jsonl", Kind::Jsonl, "Lines {\"id\", \"text\", \"date\"?, \"title\"?, \"outlet\"?, \"url\"?}"),
    ("markdown", Kind::Markdown, "Markdown, with or without a block of YAML before it"),
    ("document", Kind::Document, "A DOCX, ODT or PDF document"),
    ("archive", Kind::Archive, "A web archive: WARC, ARC or WACZ, compressed or not"),
    ("feed", Kind::Feed, "RSS, Atom or JSON Feed"),
    ("mail", Kind::Mail, "A page saved as MHTML, or a mail"),
];

/// Reads a kind of input.
pub(crate) fn kind() -> impl TypedValueParser<Value = Kind> {
    let names = KINDS.map(|(name, _, about)| PossibleValue::new(name).help(about));
    let kind = |name: String| KINDS.iter().find(|(known, ..)| *known == name).map(|(_, kind, _)| *kind);
    PossibleValuesParser::new(names).map(move |name| kind(name).unwrap_or_default())
}

/// What can be generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Generated {
    /// The man page
    Man,
    /// Completions for bash
    CompleteBash,
    /// Completions for zsh
    CompleteZsh,
    /// Completions for fish
    CompleteFish,
    /// Completions for PowerShell
    CompletePowershell,
}

impl ReaderOptions {
    fn depth(self) -> Depth {
        match self.model {
            Model::Accurate => Depth::Accurate,
            Model::Fast => Depth::Fast,
        }
    }

    /// The engine that reads so.
    ///
    /// # Errors
    /// Where the program was built with weights that do not fit.
    pub fn engine(self) -> std::io::Result<Engine> {
        let reading = Reading { min_confidence: self.min_confidence };
        engine(self.depth(), reading).map_err(std::io::Error::other)
    }
}

impl BatchOptions {
    /// The threads that read.
    pub fn threads(&self) -> std::io::Result<rayon::ThreadPool> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(self.jobs.unwrap_or(0));
        threads.build().map_err(std::io::Error::other)
    }
}

impl Shape {
    /// What `--json` is short for.
    pub(crate) fn json() -> Self {
        Form::named("json").map_or(Self::Terminal, Self::Form)
    }

    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Form(form) if form.name == "json")
    }

    /// Whether each article gets files of its own.
    pub(crate) fn is_apart(self) -> bool {
        matches!(self, Self::Form(Form { together: Together::Apart(_), .. }))
    }
}

impl ReadOptions {
    /// The shape asked for.
    pub fn shape(&self) -> Shape {
        if self.json { Shape::json() } else { self.shape }
    }
}

/// More threads than this do not help and can bring a machine to a halt.
const MOST_JOBS: usize = 256;

fn jobs(words: &str) -> Result<usize, String> {
    let jobs = words.parse().ok().filter(|n| *n <= MOST_JOBS);
    jobs.ok_or_else(|| format!("must be a number up to {MOST_JOBS}; 0 means all cores"))
}

fn probability(words: &str) -> Result<f32, String> {
    match words.parse() {
        Ok(x) if (0.0..=1.0).contains(&x) => Ok(x),
        _ => Err("must be a number from 0 to 1, such as 0.5".to_owned()),
    }
}
