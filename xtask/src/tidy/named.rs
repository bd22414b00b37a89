//! What Rust code says about other modules.

use super::words::{TEST_MARK, is_name, test_items, without, words};

/// A name that a `use` brings in, and the path where it is found; `*` stands for all of a module.
#[derive(Debug, PartialEq)]
pub struct Use<'a> {
    pub name: &'a str,
    pub path: Vec<&'a str>,
}

/// What one file names.
pub struct Named<'a> {
    /// By `use`.
    pub uses: Vec<Use<'a>>,
    /// In full, where it is needed: `super::other::thing`.
    pub paths: Vec<Vec<&'a str>>,
    /// The modules that it declares for tests only.
    pub tests: Vec<&'a str>,
}

/// Reads the code of a file; comments, literals and tests are left out.
pub fn named(code: &str) -> Named<'_> {
    let words: Vec<&str> =
        words(code).iter().filter(|word| !word.is_literal()).map(|word| word.text).collect();
    let items = test_items(&words);
    let tests = items.iter().filter_map(|item| match words[item.start + TEST_MARK..] {
        ["mod", name, ..] => Some(name),
        _ => None,
    });
    let tests = tests.collect();
    let words = without(&words, &items);
    let (mut uses, mut paths, mut at) = (Vec::new(), Vec::new(), 0);
    while at < words.len() {
        let rest = &words[at..];
        at += match rest {
            ["use", next, ..] if *next != "<" => 1 + tree(&rest[1..], &[], &mut uses),
            [_, "::", ..] => {
                let path = path(rest);
                let length = 2 * path.len() - 1;
                paths.push(path);
                length
            }
            _ => 1,
        };
    }
    Named { uses, paths, tests }
}

/// The names at the start, with `::` between them.
fn path<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let more = words[1..].chunks_exact(2).take_while(|pair| pair[0] == "::" && is_name(pair[1]));
    std::iter::once(words[0]).chain(more.map(|pair| pair[1])).collect()
}

/// Reads one path of a `use`, with all that stands in its braces; how many words it has.
fn tree<'a>(words: &[&'a str], outer: &[&'a str], out: &mut Vec<Use<'a>>) -> usize {
    let (mut path, mut at) = (outer.to_vec(), 0);
    while let Some(&word) = words.get(at) {
        match word {
            "{" => {
                at += 1;
                while words.get(at).is_some_and(|&word| word != "}") {
                    at += if words[at] == "," { 1 } else { tree(&words[at..], &path, out) };
                }
                return at + 1;
            }
            "::" => {}
            "self" if !path.is_empty() => {}
            _ if is_name(word) || word == "*" => path.push(word),
            _ => break,
        }
        at += 1;
        if words.get(at) == Some(&"as") {
            out.extend(words.get(at + 1).map(|&name| Use { name, path }));
            return at + 2;
        }
    }
    out.extend(path.last().copied().map(|name| Use { name, path }));
    at.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_and_paths_are_found_but_not_in_comments_literals_or_tests() {
        let code = r##"//! crate::no
            use crate::a::{self, b as c, d::{E, F}}; pub(crate) use x::*; /* use crate::no; */
            fn f<'a>(g: &'a super::h::I) -> impl J + use<'a> { k::l(&["crate::no", r#"" crate::no"#, '"', '\'']) }
            #[cfg(test)] pub fn t() { crate::no() } #[cfg(test)] mod tests; fn m() { n::o::<P>() }
            #[cfg(test)] mod more { use crate::no; }"##;
        let found = named(code);
        let uses: Vec<String> =
            found.uses.iter().map(|u| format!("{} = {}", u.name, u.path.join("::"))).collect();
        assert_eq!(
            uses,
            ["a = crate::a", "c = crate::a::b", "E = crate::a::d::E", "F = crate::a::d::F", "* = x::*"]
        );
        let paths: Vec<String> = found.paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(
            (paths, found.tests),
            (vec!["super::h::I".into(), "k::l".into(), "n::o".into()], vec!["tests", "more"])
        );
    }
}
