//! The code of the core knows no words of English outside of `language/`.
//!
//! A letter in a string or a character is taken for English. What the output is called and what it says in
//! messages is recognized by where it stands, not by its words.

use super::modules::{module, test_modules};
use super::named::named;
use super::words::{Word, group_length, item_length, parts, test_items, without, words};
use crate::repo::{self, Result};

const SOURCE: &str = "crates/reportedly-core/src/";
const LANGUAGE: &str = "language/";
/// The functions that give names of the output or messages.
const TELLING: [&str; 5] = ["name", "of_name", "message", "note", "fmt"];
/// What a macro is told that is no word of an article: paths, and messages of failed assumptions.
const MACROS: [&str; 6] =
    ["assert", "include_bytes", "include_str", "debug_assert", "debug_assert_eq", "debug_assert_ne"];
/// Files that read a format of their own, and which.
const FORMATS: [(&str, &str); 7] = [
    ("article/address.rs", "hosts of archives, and what addresses are made of"),
    ("article/detect.rs", "the method by which a value was found is a name of the output"),
    ("article/mod.rs", "an article without a language counts as one in English"),
    ("profile/pack.rs", "packs are JSON, and its keys are names of the format"),
    ("time/iso.rs", "the letters of ISO 8601"),
    ("time/zone.rs", "the letter of ISO 8601 for Greenwich"),
    ("trace/publishers.rs", "the beginning of an address"),
];
/// The language that a folder would have if it did not ask the article.
const FIXED: &str = "ENGLISH";
/// How many literals of one file are shown.
const SHOWN: usize = 5;

/// Each file that has some, with a few of them.
pub fn check() -> Result<Vec<String>> {
    let names = repo::files(SOURCE)?.into_iter().filter(|file| file.ends_with(".rs"));
    let files = names.map(|file| {
        let code = repo::read(&repo::root().join(&file))?;
        Ok((file.trim_start_matches(SOURCE).to_string(), code))
    });
    let files = files.collect::<Result<Vec<_>>>()?;
    Ok(of_core(&files).iter().map(|(file, words)| told(file, words)).collect())
}

/// The files of the core, by path and code, that have literals with letters, and those.
fn of_core(files: &[(String, String)]) -> Vec<(&str, Vec<Word<'_>>)> {
    let tests = test_modules(&files.iter().map(|(file, code)| (module(file), named(code))).collect());
    let counted = files.iter().filter(|(file, _)| {
        let module = module(file);
        !file.starts_with(LANGUAGE)
            && !FORMATS.iter().any(|(format, _)| format == file)
            && !tests.iter().any(|test| module.starts_with(test))
    });
    let found = counted.map(|(file, code)| (file.as_str(), literals(code)));
    found.filter(|(_, words)| !words.is_empty()).collect()
}

fn told(file: &str, words: &[Word]) -> String {
    let shown = words.iter().take(SHOWN);
    let shown = shown.map(|word| {
        let text = word.text.lines().next().unwrap_or_default();
        format!("\n    {SOURCE}{file}:{} {text}", word.line)
    });
    let more = match words.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("\n    and {more} more"),
    };
    format!("{SOURCE}{file} has literals with letters: {}{}{more}", words.len(), shown.collect::<String>())
}

/// The literals with letters in some code, outside of tests, attributes and messages.
fn literals(code: &str) -> Vec<Word<'_>> {
    let words = words(code);
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let exempt = [test_items(&texts), parts(&texts, exempt)].concat();
    let found = without(&words, &exempt).into_iter();
    found.filter(|word| word.text == FIXED || word.is_literal() && has_letter(word.text)).collect()
}

/// How many words of an attribute, a telling function or macro start here.
fn exempt(words: &[&str]) -> Option<usize> {
    match words {
        ["#", "[", ..] | ["#", "!", "[", ..] => Some(group_length(words)),
        ["fn", name, ..] if TELLING.contains(name) => Some(item_length(words)),
        [name, "!", ..] if MACROS.contains(name) => Some(group_length(words)),
        _ => None,
    }
}

/// Whether there is a letter in a literal that is neither part of an escape nor a place to fill in.
fn has_letter(literal: &str) -> bool {
    let raw = literal.starts_with(['r', 'b']);
    let mut rest = literal.trim_start_matches(['b', 'r', '#']);
    while let Some(first) = rest.chars().next() {
        let skipped = match first {
            '\\' if !raw => escape(rest),
            '{' => rest.find('}').map_or(1, |end| end + 1),
            _ if first.is_alphabetic() => return true,
            _ => first.len_utf8(),
        };
        rest = rest.get(skipped..).unwrap_or_default();
    }
    false
}

/// The length of an escape at the start: `\n`, `\x1b`, `\u{201c}`.
fn escape(code: &str) -> usize {
    match code.as_bytes() {
        [_, b'u', ..] => code.find('}').map_or(2, |end| end + 1),
        [_, b'x', ..] => 4,
        _ => 1 + code.chars().nth(1).map_or(0, char::len_utf8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> Vec<String> {
        literals(code).iter().map(|word| format!("{} {}", word.line, word.text)).collect()
    }

    #[test]
    fn literals_with_letters_are_found_where_they_stand() {
        let code = "fn f(c: char) -> bool {\n  is(\"said\") || matches!(c, 'a' | '\\'')\n}\nconst A: &str = r#\"\"to\" \\n\"#;";
        assert_eq!(found(code), ["2 \"said\"", "2 'a'", "4 r#\"\"to\" \\n\"#"]);
    }

    #[test]
    fn digits_punctuation_escapes_and_places_are_no_english() {
        let code = r#"fn f() { g("\u{201c}\n, 12 \x41", '\t', '—', "“{a:?}” {}"); h::<'a>(1) }"#;
        assert_eq!(found(code), Vec::<String>::new());
    }

    #[test]
    fn messages_names_tests_and_attributes_are_exempt() {
        let code = r#"//! "a"
            #![doc = "a"] #[doc = "a"] fn name(&self) -> [u8; 1] { if x { "a" } else { "b" } }
            impl D for E { fn fmt(&self) { write!(f, "a") } fn message() { "a" } fn note() { "a" } }
            const L: &str = include_str!("a.txt"); /* "a" */ fn of_name(n: &str) { n == "a" } // "a"
            fn g() { debug_assert!(h(), "a"); debug_assert_eq!(1, 1, "a"); k("found") }
            #[cfg(test)] mod tests { fn t() { g("a") } }"#;
        assert_eq!(found(code), ["5 \"found\""]);
        assert_eq!(found("fn f() { g(&ENGLISH) }"), ["1 ENGLISH"]);
    }

    #[test]
    fn the_language_a_format_and_files_of_tests_may_have_words() {
        let code = "fn f() { \"said\" }";
        let files = ["language/cues.rs", "profile/pack.rs", "source/tests/open.rs", "tokens/words.rs"];
        let mut files: Vec<_> = files.iter().map(|file| (file.to_string(), code.to_string())).collect();
        files.push(("source/mod.rs".into(), "#[cfg(test)]\nmod tests;".into()));
        let found = of_core(&files);
        assert_eq!(found.len(), 1);
        let line = "crates/reportedly-core/src/tokens/words.rs has literals with letters: 1\n    \
            crates/reportedly-core/src/tokens/words.rs:1 \"said\"";
        assert_eq!(told(found[0].0, &found[0].1), line);
    }
}
