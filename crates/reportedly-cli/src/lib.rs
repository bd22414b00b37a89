//! The `reportedly` command: files in, who says what out. It holds no decisions about language; those are
//! in the crate `reportedly`.

mod arguments;
mod article;
mod check;
mod failure;
mod generate;
mod inputs;
mod json_lines;
mod output;
mod proposers;
mod read;
mod screen;

use std::process::ExitCode;

use clap::Parser;

pub use arguments::command;
pub use proposers::{Proposers, proposers};

use arguments::{Arguments, Task};

/// Runs the command with the arguments of the process. 0, 1 when `check` has something to tell, or 2 when
/// something could not be read.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Read(options) => read::read(&options),
        Task::Check(options) => match check::check(&options) {
            Ok(code) => return code,
            Err(e) => Err(e),
        },
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
