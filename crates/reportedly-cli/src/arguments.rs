use std::net::IpAddr;
use std::path::PathBuf;

use reportedly::reading::LEAST_CONFIDENCE;
use reportedly::{Engine, ReadOptions as Reading};
use reportedly_model::Depth;

use reportedly_intake::Kind;

use crate::engine::engine;
use crate::library::LibraryTask;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  reportedly read page.html                             who says what in a saved page
  reportedly read --as html -o report.html *.html       one report for the browser
  reportedly read --json folder/ > read.jsonl           one JSON object a line
  reportedly read --as plain folder/ | grep -i mayor    one line a claim
  reportedly read --from jsonl --json corpus.jsonl      texts from another tool
  cat notes.txt | reportedly read -                     standard input
  reportedly add folder/ news.warc.gz                   keep articles in a library
  reportedly search 'ferry source:mayor after:2031-04'  who said what about it";

const CHECKS: &str = "\
Examples:
  reportedly check draft.txt                            all rules that come with the program
  reportedly check --profile reuters *.html             those of one publisher
  reportedly check --profile desk.json draft.txt        those of your desk";

const FIRST: &str = "{before-help}{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Reads news and shows who is said to say what. It never says who is right.
#[derive(Debug, Parser)]
#[command(name = "reportedly", version, before_help = EXAMPLES, help_template = FIRST, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Read articles and show who says what
    #[command(before_help = EXAMPLES, help_template = FIRST)]
    Read(ReadOptions),
    /// Hold articles against published rules of sourcing; ends with 1 where a rule asks to be told
    #[command(before_help = CHECKS, help_template = FIRST)]
    Check(CheckOptions),
    /// Show which articles share text, and which way it went
    Relate(RelateOptions),
    #[command(flatten)]
    Keep(LibraryTask),
    /// Show a library as a web page of this machine, with an HTTP API
    Serve(ServeOptions),
    /// Print the man page or the completions for a shell
    Generate {
        /// What to print
        what: Generated,
    },
}

/// The options of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Files and folders; "-" is standard input
    #[arg(value_name = "ARTICLE", required = true)]
    pub paths: Vec<PathBuf>,
    /// The rules: all, ap, reuters, bbc, guardian, or a file of your own
    #[arg(long, default_value = "all", value_name = "NAME|FILE")]
    pub profile: String,
    /// One JSON object a line, as `read --json` gives it
    #[arg(long)]
    pub json: bool,
    /// End with 0 though a rule asks
    #[arg(long)]
    pub no_exit: bool,
    /// What the input is
    #[arg(long, value_enum, default_value_t = From::Auto, value_name = "KIND")]
    pub from: From,
    /// Read a page even if it holds no article
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub reader: ReaderOptions,
}

/// The options of `read`.
#[derive(Debug, Args)]
pub struct ReadOptions {
    /// Files and folders (pages, texts, .jsonl, .warc, .arc, feeds within); "-" or nothing is standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to show it
    #[arg(long = "as", value_enum, default_value_t = Shape::Terminal, value_name = "SHAPE")]
    pub shape: Shape,
    /// Short for --as json
    #[arg(long, conflicts_with = "shape")]
    pub json: bool,
    /// Say for each claim why it stands as it does
    #[arg(long)]
    pub explain: bool,
    /// What the input is
    #[arg(long, value_enum, default_value_t = From::Auto, value_name = "KIND")]
    pub from: From,
    /// Read a page even if it holds no article
    #[arg(long)]
    pub force: bool,
    /// The rules of the sourcing profile: all, ap, reuters, bbc, guardian, or a file of your own
    #[arg(long, default_value = "all", value_name = "NAME|FILE")]
    pub profile: String,
    #[command(flatten)]
    pub reader: ReaderOptions,
    /// Write to this file; "-" is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Columns of the terminal report
    #[arg(long, value_name = "N")]
    pub width: Option<usize>,
    /// No colour
    #[arg(long)]
    pub no_color: bool,
    /// No progress bar
    #[arg(short, long)]
    pub quiet: bool,
    /// How many articles to read at once; all cores if left out
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
}

/// How articles are read.
#[derive(Clone, Copy, Debug, Args)]
pub struct ReaderOptions {
    /// How deep to read: fast, or accurate, which takes half as long again and finds a little more
    #[arg(long, value_enum, default_value_t = Model::Fast, value_name = "MODEL")]
    pub model: Model,
    /// Leave out claims that the reader is less sure of (0 to 1; half for claims of nobody)
    #[arg(long, default_value_t = LEAST_CONFIDENCE, value_parser = probability, value_name = "X")]
    pub min_confidence: f32,
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
    /// The library's file; by default library.db in your data folder. It is made where there is none
    #[arg(long, value_name = "FILE")]
    pub library: Option<PathBuf>,
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 7411, value_name = "N")]
    pub port: u16,
    /// Another address than this machine's own; needs a token
    #[arg(long, value_name = "ADDR", requires = "token")]
    pub listen: Option<IpAddr>,
    /// What everybody must show; at least 16 characters
    #[arg(long, value_name = "TOKEN")]
    pub token: Option<String>,
    /// The name under which a proxy with TLS shows it; needs a token
    #[arg(long, value_name = "HOST", requires = "token")]
    pub name: Option<String>,
    /// Which outlets belong to one owner: lines `"Owner" = ["Outlet", "host.example"]`
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
    /// Files and folders (pages, texts, .jsonl, .warc, .arc, feeds within); "-" is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// What the input is
    #[arg(long, value_enum, default_value_t = From::Auto, value_name = "KIND")]
    pub from: From,
    /// One JSON object a line
    #[arg(long)]
    pub json: bool,
    /// Only one of the tables; claim groups need every article read first
    #[arg(long, value_enum, value_name = "TABLE")]
    pub only: Option<Table>,
    /// Which outlets belong to one owner: lines `"Owner" = ["Outlet", "host.example"]`
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
    /// Of a passage that more articles have, only the pairs with the one where it stood first
    #[arg(long, default_value_t = 300, value_name = "N")]
    pub most_pairs: usize,
}

/// What `relate` can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Table {
    /// Passages that two articles share
    Reuse,
    /// Claims that several articles carry
    ClaimGroups,
}

/// The shapes of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// The text with its claims marked, then the sources
    Terminal,
    /// One JSON object a line
    Json,
    /// One page for the browser
    Html,
    /// A case for the tests, to be corrected by hand
    Case,
    /// One line a claim: doc_id, mode, source, cue, content, confidence
    Plain,
    /// W3C Web Annotation, one JSON-LD object a line
    Annotation,
    /// schema.org Quotation and Claim, one JSON-LD object a line
    SchemaOrg,
}

/// The kinds of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// By the name of the file, else by what it begins with
    Auto,
    /// A saved page
    Html,
    /// Plain text
    Text,
    /// Lines {"id", "text", "date"?, "title"?, "outlet"?, "url"?}
    Jsonl,
    /// A web archive: WARC or ARC, packed by gzip or not
    Archive,
    /// RSS, Atom or JSON Feed
    Feed,
}

impl From {
    /// As intake calls it.
    pub fn kind(self) -> Kind {
        match self {
            Self::Auto => Kind::Auto,
            Self::Html => Kind::Html,
            Self::Text => Kind::Text,
            Self::Jsonl => Kind::Jsonl,
            Self::Archive => Kind::Archive,
            Self::Feed => Kind::Feed,
        }
    }
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

impl ReadOptions {
    /// The shape asked for.
    pub fn shape(&self) -> Shape {
        if self.json { Shape::Json } else { self.shape }
    }
}

/// The whole command, for man page and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// More threads than that help nobody, and stop a machine.
const MOST_JOBS: usize = 256;

pub(crate) fn jobs(words: &str) -> Result<usize, String> {
    let jobs = words.parse().ok().filter(|n| *n <= MOST_JOBS);
    jobs.ok_or_else(|| format!("a number up to {MOST_JOBS}; 0 is all cores"))
}

fn probability(words: &str) -> Result<f32, String> {
    match words.parse() {
        Ok(x) if (0.0..=1.0).contains(&x) => Ok(x),
        _ => Err("a number from 0 to 1, such as 0.5".to_owned()),
    }
}
