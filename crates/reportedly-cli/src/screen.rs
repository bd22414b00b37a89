use std::io::IsTerminal;

use console::{Term, measure_text_width};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Longer lines are hard to read, however wide the window.
const WIDEST: usize = 100;

/// Columns for the report.
pub(crate) fn width(asked: Option<usize>) -> usize {
    let window = || Term::stdout().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    asked.unwrap_or_else(|| window().min(WIDEST))
}

/// Words for a person: on a terminal broken between words at its width, each further line after `indent` spaces;
/// for other programs one line, whatever its length.
pub(crate) fn wrapped(words: &str, indent: usize) -> String {
    match std::io::stdout().is_terminal() {
        true => broken(words, indent, width(None)),
        false => words.to_owned(),
    }
}

/// The cells of a row: on a terminal each but the last in a column of its own, in as many lines as it takes; for other
/// programs separated by tabs.
pub(crate) fn columns(cells: &[&str]) -> String {
    match (std::io::stdout().is_terminal(), cells) {
        (true, [id, day, outlet, claims, title]) => {
            let row = format!("{id:<16}  {day:<10}  {claims:>4}  {outlet} · {title}");
            broken(&row, 36, width(None))
        }
        _ => cells.join("\t"),
    }
}

fn broken(words: &str, indent: usize, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    // what stands before the first word stays
    let start = words.len() - words.trim_start().len();
    for word in words.get(start..).unwrap_or_default().split(' ') {
        let wide = measure_text_width(word);
        if column == 0 {
            out.push_str(words.get(..start).unwrap_or_default());
            column = start;
        } else if column + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += wide;
    }
    out
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

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(broken("one two three", 2, 9), "one two\n  three");
        assert_eq!(broken("    one two", 4, 8), "    one\n    two");
        assert_eq!(broken("unbreakable yes", 1, 5), "unbreakable\n yes");
        assert_eq!(broken("", 2, 9), "");
    }
}
