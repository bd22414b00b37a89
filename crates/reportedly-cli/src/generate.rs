use std::io::{self, Write};

use clap_complete::{Shell, generate as complete};

use crate::arguments::{Generated, command};
use reportedly_intake::Failure;

/// Prints the man page or completions.
pub(crate) fn generate(what: Generated) -> io::Result<Vec<Failure>> {
    let mut out = Vec::new();
    match what {
        Generated::Man => clap_mangen::Man::new(command()).render(&mut out)?,
        Generated::CompleteBash => complete(Shell::Bash, &mut command(), "reportedly", &mut out),
        Generated::CompleteZsh => complete(Shell::Zsh, &mut command(), "reportedly", &mut out),
        Generated::CompleteFish => complete(Shell::Fish, &mut command(), "reportedly", &mut out),
        Generated::CompletePowershell => complete(Shell::PowerShell, &mut command(), "reportedly", &mut out),
    }
    io::stdout().lock().write_all(&out)?;
    Ok(Vec::new())
}
