//! The tasks of the house. `cargo xtask` lists them.

mod bench;
mod evaluate;
mod repo;
mod tidy;
mod train;
mod venv;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask tidy                                  what the documents promise about the code: arrows, purity, licences
cargo xtask evaluate [all|attribution|even|opinion|sourcing|labels|unread|pages|reuse|peers|speed]
                                                  how good it is, into evaluation/results.json and RESULTS.md
cargo xtask bench                                 how fast it is beside a spaCy parse, into evaluation/speed/results.json
cargo xtask bench reuse                           how relating grows with the articles, into evaluation/speed/reuse.json
cargo xtask train [--anew|--large]                trains the model's weights (an hour or more; never needed to build)
cargo xtask train --data FILE... [OPTION...]      goes on from them with articles of your own

The data for evaluate, bench and train is looked for in $REPORTEDLY_DATA, else in ../shared.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("tidy") => tidy::run(),
        Some("evaluate") if rest.first().is_some_and(|what| what == "speed") => bench::run(),
        Some("evaluate") => evaluate::run(rest),
        Some("bench") if rest.first().is_some_and(|what| what == "reuse") => bench::growth(),
        Some("bench") => bench::run(),
        Some("train") => train::run(rest),
        Some("help" | "-h" | "--help") | None => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("there is no task {other:?}\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
