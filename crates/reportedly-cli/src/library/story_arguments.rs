//! The arguments of what is done with stories.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::hand::Signed;
use super::shelf::Shelf;

/// The options of `stories`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct StoriesOptions {
    #[command(subcommand)]
    pub task: Option<StoriesTask>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Least number of articles
    #[arg(long, default_value_t = 2, value_name = "N")]
    pub least: usize,
    /// Maximum number of stories
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: usize,
    /// File that says which outlets belong to one owner: lines "Owner" = ["Outlet", "host.example"]
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
}

/// What is changed in stories.
#[derive(Debug, Subcommand)]
pub enum StoriesTask {
    /// Make two stories one; later articles respect it
    Merge(MergeOptions),
    /// Take articles out of their story; together they are a story of their own
    Split(SplitOptions),
    /// Find all stories anew: the same articles give the same stories, in whatever order they came
    Rebuild(RebuildOptions),
}

/// The options of `stories merge`.
#[derive(Debug, Args)]
pub struct MergeOptions {
    /// Id of a story or of one of its articles, or its first characters
    pub into: String,
    /// The story whose articles are put into it
    pub other: String,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Why, for the log
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    #[command(flatten)]
    pub signed: Signed,
}

/// The options of `stories split`.
#[derive(Debug, Args)]
pub struct SplitOptions {
    /// Ids of articles of one story
    #[arg(required = true)]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Why, for the log
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    #[command(flatten)]
    pub signed: Signed,
}

/// The options of `stories rebuild`.
#[derive(Debug, Args)]
pub struct RebuildOptions {
    #[command(flatten)]
    pub shelf: Shelf,
}

/// How a story is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StoryShape {
    /// For a terminal
    Terminal,
    /// One JSON object
    Json,
    /// One self-contained page
    Html,
}

/// The options of `story`.
#[derive(Debug, Args)]
pub struct StoryOptions {
    /// Id of a story or of one of its articles, or its first characters
    pub id: String,
    #[command(flatten)]
    pub shelf: Shelf,
    /// Output format
    #[arg(long = "as", value_enum, default_value_t = StoryShape::Terminal, value_name = "SHAPE", conflicts_with = "json")]
    pub shape: StoryShape,
    /// File that says which outlets belong to one owner: lines "Owner" = ["Outlet", "host.example"]
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
}
