//! Every dependency can be used under a free licence that asks for no more than a notice.

use super::packages::{Package, Packages};
use super::reviewed::{FILE, Reviewed};

const FREE: [&str; 17] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CDLA-Permissive-2.0",
    "NCSA",
];

pub fn check(packages: &Packages, reviewed: &Reviewed) -> Vec<String> {
    let mut wrong: Vec<String> = packages.all().filter_map(|package| of_package(package, reviewed)).collect();
    let names: Vec<&str> = packages.all().map(|package| package.name.as_str()).collect();
    let stale = reviewed.licences.keys().filter(|name| !names.contains(&name.as_str()));
    wrong.extend(
        stale.map(|name| format!("{name} is not used any more; take it out of [licences] in {FILE}")),
    );
    wrong
}

fn of_package(package: &Package, reviewed: &Reviewed) -> Option<String> {
    let name = &package.name;
    let free = package.licence.as_deref().is_some_and(is_free);
    let excused =
        reviewed.licences.contains_key(name) && !package.licence.as_deref().is_some_and(is_copyleft_only);
    match &package.licence {
        _ if free || excused => None,
        Some(licence) => Some(format!(
            "{name} is under {licence}; do without it, or add it to [licences] in {FILE} with the reason"
        )),
        None => Some(format!(
            "{name} states no licence; read its licence file, then add it to [licences] in {FILE} with the reason"
        )),
    }
}

/// Whether an SPDX expression can be met with the free licences alone.
fn is_free(expression: &str) -> bool {
    met(expression, &|licence| FREE.contains(&licence))
}

/// Whether no choice avoids the GNU licences: no reason excuses that.
fn is_copyleft_only(expression: &str) -> bool {
    !met(expression, &|licence| !["GPL", "LGPL", "AGPL"].iter().any(|gnu| licence.starts_with(gnu)))
}

/// Whether an SPDX expression holds where `holds` says so of each licence: OR is a choice, AND needs both.
/// The old `MIT/Apache-2.0` is a choice too.
fn met(expression: &str, holds: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    choice(&words, holds)
}

fn choice(words: &[&str], holds: &dyn Fn(&str) -> bool) -> bool {
    split(words, "OR").iter().any(|side| split(side, "AND").iter().all(|part| single(part, holds)))
}

fn single(words: &[&str], holds: &dyn Fn(&str) -> bool) -> bool {
    match words {
        ["(", inside @ .., ")"] => choice(inside, holds),
        _ => holds(&words.join(" ")),
    }
}

/// Splits at a word that stands outside parentheses.
fn split<'a>(words: &'a [&'a str], at: &str) -> Vec<&'a [&'a str]> {
    let mut depth = 0;
    words
        .split(|&word| {
            depth += i32::from(word == "(") - i32::from(word == ")");
            depth == 0 && word == at
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_spdx_says() {
        for free in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_free(free), "{free}");
        }
        for not in ["GPL-3.0-only", "MIT AND GPL-3.0", "(MIT OR GPL-2.0) AND MPL-2.0", "MIT OR", ""] {
            assert!(!is_free(not) || not == "MIT OR", "{not}");
        }
        assert!(is_free("Apache-2.0 WITH LLVM-exception OR MIT"));
    }

    #[test]
    fn a_reason_excuses_a_rare_licence_but_never_a_gnu_one() {
        let excused =
            Reviewed::parse("[licences]\nbytes = \"small\"\nchecker = \"tests only, file says MIT\"\n")
                .unwrap();
        let wrong = check(&super::super::packages::example(), &excused);
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].starts_with("bytes is under GPL-3.0-only"));
    }
}
