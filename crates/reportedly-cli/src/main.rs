//! The `reportedly` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    reportedly_cli::main()
}
