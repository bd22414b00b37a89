use std::io::IsTerminal;

use console::Term;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Longer lines are hard to read, however wide the window.
const WIDEST: usize = 100;

/// Columns for the report.
pub(crate) fn width(asked: Option<usize>) -> usize {
    let window = || Term::stdout().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    asked.unwrap_or_else(|| window().min(WIDEST))
}

/// Whether to use colour: never against the reader's wish, else on a terminal.
pub(crate) fn colour(refused: bool, to_file: bool) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    if refused || set("NO_COLOR") {
        return false;
    }
    let forced = set("FORCE_COLOR") && std::env::var_os("FORCE_COLOR").is_some_and(|v| v != "0");
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    forced || (!to_file && !dumb && std::io::stdout().is_terminal())
}

/// Says on standard error what was not looked at.
pub(crate) fn left_out(words: Option<String>) {
    if let Some(words) = words {
        eprintln!("reportedly: {words}");
    }
}

/// A bar on standard error, if a person sees it and there is something to wait for.
pub(crate) fn progress(inputs: usize, lines: bool, quiet: bool) -> ProgressBar {
    if quiet || (inputs < 2 && !lines) || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(inputs as u64), ProgressDrawTarget::stderr_with_hz(8));
    match ProgressStyle::with_template("{pos}/{len} read {wide_bar} {per_sec} {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
