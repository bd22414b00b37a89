//! The `reportedly` command: files in, who says what out. It holds no decisions about language; those are
//! in the crate `reportedly`.

mod arguments;
mod check;
mod config;
mod counted;
mod engine;
mod failure;
mod generate;
mod library;
mod output;
mod publishers;
mod read;
mod relate;
mod screen;
mod serve;
mod stated;
mod task;

use std::process::ExitCode;

pub use engine::engine;
pub use task::command;

use task::Task;

/// Runs the command with the arguments of the process. 0, 1 when `check` has something to tell, or 2 when
/// something could not be read.
pub fn main() -> ExitCode {
    let arguments = match config::arguments(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(failure) => {
            eprintln!("reportedly: {failure}");
            return ExitCode::from(2);
        }
    };
    let done = match arguments.task {
        Task::Read(options) => read::read(&options),
        Task::Check(options) => match check::check(&options) {
            Ok(code) => return code,
            Err(e) => Err(Stop::Output(e)),
        },
        Task::Relate(options) => relate::relate(&options).map_err(Stop::Output),
        Task::Keep(task) => library::run(&task),
        Task::Serve(options) => serve::serve(&options),
        Task::Generate { what } => generate::generate(what).map_err(Stop::Output),
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
        Err(Stop::Output(e)) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("reportedly: {stop}");
            ExitCode::from(2)
        }
    }
}

/// What ends a command before its end.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error("cannot write the output: {0}")]
    Output(#[from] std::io::Error),
    #[error("{error}{hint}", error = .0, hint = failure::hint_of_library(.0))]
    Library(#[from] reportedly_library::Error),
    #[error("{0}")]
    Query(#[from] reportedly_library::BadQuery),
    #[error("{0}")]
    Serve(#[from] reportedly_serve::Error),
    #[error("{0}")]
    Usage(String),
}
