use clap::{CommandFactory, Parser, Subcommand};

use crate::arguments::{CheckOptions, Generated, ReadOptions, RelateOptions, ServeOptions};
use crate::library::LibraryTask;

const EXAMPLES: &str = "\
Examples:
  reportedly read page.html                             who says what in a saved page
  reportedly read --as html -o report.html *.html       one report for the browser
  reportedly read --json folder/ > read.jsonl           one JSON object per line
  reportedly read --as plain folder/ | grep -i mayor    one line per claim
  reportedly read --from jsonl --json corpus.jsonl      texts from another tool
  cat notes.txt | reportedly read -                     standard input
  reportedly add folder/ news.warc.gz                   keep articles in a library
  reportedly search 'ferry source:mayor after:2031-04'  who said what about it";

const CHECKS: &str = "\
Examples:
  reportedly check draft.txt                            all built-in rules
  reportedly check --profile reuters *.html             the rules of one publisher
  reportedly check --profile desk.json draft.txt        the rules of your desk";

const FIRST: &str = "{before-help}{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Reads news articles and shows who says what. It does not judge who is right.
#[derive(Debug, Parser)]
#[command(name = "reportedly", version, before_help = EXAMPLES, help_template = FIRST, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
    /// File with defaults: library, model, min-confidence, as, delay [default: reportedly/config.toml in your configuration folder]
    #[arg(long, value_name = "FILE", global = true, env = "REPORTEDLY_CONFIG")]
    pub config: Option<std::path::PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Read articles and show who says what
    #[command(before_help = EXAMPLES, help_template = FIRST)]
    Read(ReadOptions),
    /// Check articles against published sourcing rules; exits with 1 if a rule flags something
    #[command(before_help = CHECKS, help_template = FIRST)]
    Check(CheckOptions),
    /// Show which articles share text, and which took it from which
    Relate(RelateOptions),
    #[command(flatten)]
    Keep(LibraryTask),
    /// Serve a library as a local web page with an HTTP API
    Serve(ServeOptions),
    /// Print the man page or the completions for a shell
    Generate {
        /// What to print
        what: Generated,
    },
}

/// The whole command, for man page and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}
