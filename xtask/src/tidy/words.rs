//! Rust code as a row of words, marks and literals, and where its parts end.

use std::ops::Range;

/// A name, a mark, or a literal with its quotation marks. Comments are none.
#[derive(Clone, Copy)]
pub struct Word<'a> {
    pub text: &'a str,
    pub line: usize,
}

impl Word<'_> {
    /// Whether it is a string or a character.
    pub fn is_literal(&self) -> bool {
        self.text.len() > 1 && self.text.ends_with(['"', '\'', '#'])
    }
}

/// The words of a file.
pub fn words(code: &str) -> Vec<Word<'_>> {
    let (mut words, mut rest, mut line) = (Vec::new(), code, 1);
    while let Some(first) = rest.chars().next() {
        let skipped = if first.is_whitespace() { Some(first.len_utf8()) } else { comment(rest) };
        let length = skipped.or_else(|| literal(rest)).unwrap_or_else(|| plain(rest, first));
        let (text, after) = rest.split_at(length);
        if skipped.is_none() {
            words.push(Word { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    words
}

/// The length of a name or a mark at the start.
fn plain(code: &str, first: char) -> usize {
    let name = code.find(|c| !is_part(c)).unwrap_or(code.len());
    if code.starts_with("::") { 2 } else { name.max(first.len_utf8()) }
}

/// The length of a comment at the start.
fn comment(code: &str) -> Option<usize> {
    match code.as_bytes() {
        [b'/', b'/', ..] => Some(through(code, "\n", 2)),
        [b'/', b'*', ..] => Some(through(code, "*/", 2)),
        _ => None,
    }
}

/// The length of a string or a character at the start.
fn literal(code: &str) -> Option<usize> {
    let raw = code.strip_prefix("br").or(code.strip_prefix('r')).unwrap_or_default();
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let mut chars = code.chars();
    match chars.next()? {
        'r' | 'b' if raw[hashes..].starts_with('"') => {
            Some(through(code, &format!("\"{}", "#".repeat(hashes)), code.len() - raw.len() + hashes + 1))
        }
        '"' => Some(closed(code, '"')),
        '\'' => {
            let (inside, after) = (chars.next()?, chars.next()?);
            (inside == '\\' || after == '\'').then(|| closed(code, '\''))
        }
        _ => None,
    }
}

/// The length through the next `end`, looked for from a place on.
fn through(code: &str, end: &str, from: usize) -> usize {
    let found = code.get(from..).and_then(|rest| rest.find(end));
    found.map_or(code.len(), |at| from + at + end.len())
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

/// Whether a word that is no literal is a name or a number, not a mark.
pub fn is_name(word: &str) -> bool {
    word.starts_with(is_part)
}

/// Where the items for tests stand, each with its `#[cfg(test)]`.
pub fn test_items(words: &[&str]) -> Vec<Range<usize>> {
    parts(words, |rest| match rest {
        ["#", "[", "cfg", "(", "test", ")", "]", item @ ..] => Some(TEST_MARK + item_length(item)),
        _ => None,
    })
}

/// How many words `#[cfg(test)]` has.
pub const TEST_MARK: usize = 7;

/// The places where something starts that has a length; what lies inside of one is not looked at again.
pub fn parts(words: &[&str], length: impl Fn(&[&str]) -> Option<usize>) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let part = length(&words[at..]).map(|length| at..at + length.max(1));
        at = part.as_ref().map_or(at + 1, |part| part.end);
        found.extend(part);
    }
    found
}

/// The words outside of some parts.
pub fn without<W: Copy>(words: &[W], parts: &[Range<usize>]) -> Vec<W> {
    let kept = words.iter().enumerate().filter(|(at, _)| !parts.iter().any(|part| part.contains(at)));
    kept.map(|(_, word)| *word).collect()
}

/// How many words an item has: it ends with `;` or `}` outside of all brackets.
pub fn item_length(words: &[&str]) -> usize {
    length(words, &[";", "}"])
}

/// How many words there are up to where the first brackets close.
pub fn group_length(words: &[&str]) -> usize {
    length(words, &["}", ")", "]"])
}

fn length(words: &[&str], ends: &[&str]) -> usize {
    let mut depth = 0;
    let end = words.iter().position(|word| {
        depth += i32::from(["{", "(", "["].contains(word)) - i32::from(["}", ")", "]"].contains(word));
        depth == 0 && ends.contains(word)
    });
    end.map_or(words.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_kept_whole_with_their_lines() {
        let code = "f('a', '\\'', b\"x\\\"\") // \"no\"\n/* 'n'\n */ r#\"two \"\nlines\"#; g::<'t>('\"')";
        let found: Vec<_> =
            words(code).iter().filter(|w| w.is_literal()).map(|w| (w.line, w.text.to_string())).collect();
        let told: Vec<_> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
        assert_eq!(
            told,
            [(1, "'a'"), (1, "'\\''"), (1, "\"x\\\"\""), (3, "r#\"two \"\nlines\"#"), (4, "'\"'")]
        );
    }

    #[test]
    fn items_and_groups_end_where_their_brackets_close() {
        let code = "#[cfg(test)] fn t(a: [u8; 4]) { g(); } fn k() {}";
        let words: Vec<&str> = words(code).iter().map(|word| word.text).collect();
        assert_eq!(test_items(&words).first(), Some(&(0..24)));
        assert_eq!(group_length(&words[1..]), 6);
    }
}
