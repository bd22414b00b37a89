use std::path::PathBuf;

use clap::Args;

/// Which library, and how to answer.
#[derive(Debug, Args)]
pub struct Shelf {
    /// Library file [default: library.db in your data folder]
    #[arg(long, value_name = "FILE", env = "REPORTEDLY_LIBRARY")]
    pub library: Option<PathBuf>,
    /// Print JSON, one object per line
    #[arg(long)]
    pub json: bool,
}
