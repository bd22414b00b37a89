//! Rust code as a row of words and marks, and what it says about other modules.

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
    let (words, tests) = without_tests(&words(code));
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

/// The words outside of items for tests, and the modules among those items.
fn without_tests<'a>(words: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    let (mut kept, mut tests, mut at) = (Vec::new(), Vec::new(), 0);
    while at < words.len() {
        let rest = &words[at..];
        if let ["#", "[", "cfg", "(", "test", ")", "]", item @ ..] = rest {
            if let ["mod", name, ..] = item {
                tests.push(*name);
            }
            at += 7 + item_length(item);
        } else {
            kept.push(rest[0]);
            at += 1;
        }
    }
    (kept, tests)
}

/// How many words an item has: it ends with `;` or `}` outside of all brackets.
fn item_length(words: &[&str]) -> usize {
    let mut depth = 0;
    let end = words.iter().position(|&word| {
        depth += i32::from(["{", "(", "["].contains(&word)) - i32::from(["}", ")", "]"].contains(&word));
        depth == 0 && [";", "}"].contains(&word)
    });
    end.map_or(words.len(), |end| end + 1)
}

fn words(code: &str) -> Vec<&str> {
    let (mut words, mut rest) = (Vec::new(), code);
    while let Some(first) = rest.chars().next() {
        let length = if let Some(skipped) = literal(rest) {
            skipped
        } else if first.is_whitespace() {
            first.len_utf8()
        } else {
            let name = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let length = if rest.starts_with("::") { 2 } else { name.max(first.len_utf8()) };
            words.push(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    words
}

/// The length of a comment, a string or a character at the start.
fn literal(code: &str) -> Option<usize> {
    let to = |end: &str, from: usize| {
        Some(code.get(from..)?.find(end).map_or(code.len(), |at| from + at + end.len()))
    };
    let raw = code.strip_prefix("br").or(code.strip_prefix('r')).unwrap_or_default();
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let mut chars = code.chars();
    match chars.next()? {
        '/' if code.starts_with("//") => to("\n", 0),
        '/' if code.starts_with("/*") => to("*/", 2),
        'r' | 'b' if raw[hashes..].starts_with('"') => {
            to(&format!("\"{}", "#".repeat(hashes)), code.len() - raw.len() + hashes + 1)
        }
        '"' => Some(closed(code, '"')),
        '\'' => {
            let (inside, after) = (chars.next()?, chars.next()?);
            (inside == '\\' || after == '\'').then(|| closed(code, '\''))
        }
        _ => None,
    }
}

/// The length up to the mark that closes, where one behind a backslash does not.
fn closed(code: &str, mark: char) -> usize {
    let mut escaped = false;
    let end = code.char_indices().skip(1).find(|&(_, c)| {
        let closes = c == mark && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    end.map_or(code.len(), |(at, _)| at + 1)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_name(word: &str) -> bool {
    word.starts_with(is_part)
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
