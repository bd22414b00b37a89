use std::io::{self, Write};

use clap_complete::{Shell, generate as complete};

use crate::arguments::{Generated, command};
use crate::failure::Failure;

/// Prints the man page or completions.
pub(crate) fn generate(what: Generated) -> io::Result<Vec<Failure>> {
    let mut out = Vec::new();
    match what {
        Generated::Man => man(&mut out)?,
        Generated::CompleteBash => complete(Shell::Bash, &mut command(), "reportedly", &mut out),
        Generated::CompleteZsh => complete(Shell::Zsh, &mut command(), "reportedly", &mut out),
        Generated::CompleteFish => complete(Shell::Fish, &mut command(), "reportedly", &mut out),
        Generated::CompletePowershell => complete(Shell::PowerShell, &mut command(), "reportedly", &mut out),
    }
    io::stdout().lock().write_all(&out)?;
    Ok(Vec::new())
}

/// One page for all: the program, then each of its commands with all options.
fn man(out: &mut Vec<u8>) -> io::Result<()> {
    let mut whole = command();
    whole.build();
    clap_mangen::Man::new(command()).render(out)?;
    for command in whole.get_subcommands().filter(|c| !c.is_hide_set() && c.get_name() != "help") {
        let page = clap_mangen::Man::new(command.clone());
        writeln!(out, ".SH \"{}\"", command.get_display_name().unwrap_or(command.get_name()).to_uppercase())?;
        page.render_description_section(out)?;
        page.render_synopsis_section(out)?;
        page.render_options_section(out)?;
    }
    Ok(())
}
