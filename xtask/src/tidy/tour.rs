//! The tour of the code leads past files and functions that there are.

use super::paths::{is_called, missing, prose, ticked};
use super::words::words;
use crate::repo::{self, Result};

const FILE: &str = "docs/tour.md";

pub fn check() -> Result<Vec<String>> {
    let (text, files) = (repo::read(&repo::root().join(FILE))?, repo::files("")?);
    let mut wrong = missing(FILE, &text, &files);
    for (path, function) in stops(&text) {
        let mut defined = false;
        for file in files.iter().filter(|file| is_called(file, path)) {
            defined |= defines(&repo::read(&repo::root().join(file))?, function);
        }
        if !defined {
            wrong.push(format!("{FILE} names `{function}()`, which {path} does not define"));
        }
    }
    Ok(wrong)
}

/// The functions that the tour names, each with the file that it names before in the same item.
fn stops(text: &str) -> Vec<(&str, &str)> {
    let (mut stops, mut file) = (Vec::new(), None);
    for line in prose(text) {
        if begins_item(line) {
            file = None;
        }
        for word in ticked(line) {
            if word.ends_with(".rs") {
                file = Some(word);
            }
            let name = word.strip_suffix("()").and_then(|path| path.rsplit([':', '.']).next());
            stops.extend(file.zip(name));
        }
    }
    stops
}

/// Whether a line begins a paragraph, a heading or a point of a list, or is none of them.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.is_empty()
        || line.starts_with(['-', '*', '#', '|'])
        || number.len() < line.len() && number.starts_with(". ")
}

fn defines(code: &str, function: &str) -> bool {
    words(code).windows(2).any(|pair| pair[0].text == "fn" && pair[1].text == function)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_go_with_the_file_before_them_in_their_item() {
        let text = "1. `a/b.rs` calls `one()` and\n   `Two::three()`; `c.rs` has `four()`, not `five`.\n2. `six()`\n\n\
            - `d.rs`: x\n- `seven()`\n```\n`e.rs` `eight()`\n```\n";
        assert_eq!(stops(text), [("a/b.rs", "one"), ("a/b.rs", "three"), ("c.rs", "four")]);
    }

    #[test]
    fn a_function_is_defined_in_code_and_not_in_comments() {
        assert!(defines("pub(crate) fn one<T>(t: T) {}", "one"));
        assert!(!defines("// fn one()\nfn one_more() { \"fn one\"; one() }", "one"));
    }
}
