//! The `reportedly` command: files in, who says what out. It holds no decisions about language; those are
//! in the crate `reportedly`.

mod arguments;
mod article;
mod failure;
mod generate;
mod inputs;
mod json_lines;
mod output;
mod proposers;
mod read;
mod relate;
mod screen;

use std::process::ExitCode;

use clap::Parser;

pub use arguments::command;
pub use proposers::{Proposers, proposers};

use arguments::{Arguments, Task};

/// Runs the command with the arguments of the process. 0, or 2 when something could not be read.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Read(options) => read::read(&options),
        Task::Relate(options) => relate::relate(&options),
        Task::Generate { what } => generate::generate(what),
    };
    match done {
        Ok(failures) if failures.is_empty() => ExitCode::SUCCESS,
        Ok(failures) => {
            for failure in &failures {
                eprintln!("reportedly: {failure}");
            }
            ExitCode::from(2)
        }
        // the reader of our output has seen enough
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("reportedly: cannot write the output: {e}");
            ExitCode::from(2)
        }
    }
}
