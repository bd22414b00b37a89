use std::collections::HashMap;
use std::ops::Range;

/// One word or one punctuation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// The white space before it.
    pub space: &'t str,
    /// As it is written.
    pub word: &'t str,
    /// Its first code point.
    pub start: u32,
    /// Two tokens with the same number count as the same.
    pub exact: u32,
    /// The same for its letters and figures alone, without case; 0 for a mark.
    pub bare: u32,
}

/// A text in words and paragraphs.
pub(super) struct Words<'t> {
    pub tokens: Vec<Token<'t>>,
    /// Paragraphs as ranges of tokens, none of them empty.
    pub paragraphs: Vec<Range<usize>>,
}

/// Numbers for words, the same for both texts.
#[derive(Default)]
pub(super) struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, word: String) -> u32 {
        let next = self.0.len() as u32 + 1;
        *self.0.entry(word).or_insert(next)
    }
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str, numbers: &mut Numbers) -> Self {
        let (mut tokens, mut rest, mut at) = (Vec::new(), text, 0);
        loop {
            let (space, behind) = rest.split_at(rest.len() - rest.trim_start().len());
            let (word, behind) = behind.split_at(length(behind));
            if word.is_empty() {
                break;
            }
            let start = at + count(space);
            let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            // the mark keeps letters alone apart from words as they are written
            let bare = if bare.is_empty() { 0 } else { numbers.of(format!("\u{0}{}", bare.to_lowercase())) };
            tokens.push(Token { space, word, start, exact: numbers.of(folded(word)), bare });
            (rest, at) = (behind, start + count(word));
        }
        let paragraphs = paragraphs(&tokens);
        Self { tokens, paragraphs }
    }

    /// The tokens of some paragraphs that follow one another.
    pub fn within(&self, paragraphs: &Range<usize>) -> Range<usize> {
        let all = self.paragraphs.get(paragraphs.clone()).unwrap_or_default();
        match (all.first(), all.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// The tokens that begin in a range of code points.
    pub fn between(&self, start: u32, end: u32) -> Range<usize> {
        let first = |at: u32| self.tokens.partition_point(|t| t.start < at);
        first(start)..first(end).max(first(start))
    }

    /// Some tokens as they are written, without the white space before the first.
    pub fn text(&self, range: Range<usize>) -> String {
        let tokens = self.tokens.get(range).unwrap_or_default();
        let space = |i: usize, t: &Token<'t>| if i == 0 { "" } else { t.space };
        tokens.iter().enumerate().flat_map(|(i, t)| [space(i, t), t.word]).collect()
    }

    /// What some tokens count as, each.
    pub fn exact(&self, range: Range<usize>) -> Vec<u32> {
        self.tokens.get(range).unwrap_or_default().iter().map(|t| t.exact).collect()
    }
}

fn count(words: &str) -> u32 {
    words.chars().count() as u32
}

/// How many bytes the first token has: letters and figures with single marks between them ("1.5", "we're"),
/// or one mark.
fn length(text: &str) -> usize {
    let next = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let Some(first) = next(0) else { return 0 };
    let mut end = first.len_utf8();
    while first.is_alphanumeric()
        && let Some(c) = next(end)
    {
        let behind = end + c.len_utf8();
        let joins = ".,:'’‘-/&".contains(c) && next(behind).is_some_and(char::is_alphanumeric);
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = behind;
    }
    end
}

/// Curly and straight marks count as the same, and nothing else.
fn folded(word: &str) -> String {
    let one = |c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    word.chars().map(one).collect()
}

/// Blank lines part paragraphs; in a text without any, every line is one.
fn paragraphs(tokens: &[Token]) -> Vec<Range<usize>> {
    let lines = |t: &Token| t.space.matches('\n').count();
    let least = if tokens.iter().skip(1).any(|t| lines(t) > 1) { 2 } else { 1 };
    let breaks = (1..tokens.len()).filter(|&i| tokens.get(i).is_some_and(|t| lines(t) >= least));
    let mut found = Vec::new();
    let mut from = 0;
    for to in breaks.chain([tokens.len()]).filter(|&to| to > 0) {
        found.push(from..to);
        from = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::new(text, &mut Numbers::default()).tokens.iter().map(|t| t.word.to_owned()).collect()
    }

    #[test]
    fn a_mark_within_a_word_belongs_to_it() {
        assert_eq!(
            words(" “We’re at $1.5 million,” he said..."),
            ["“", "We’re", "at", "$", "1.5", "million", ",", "”", "he", "said", ".", ".", "."]
        );
        assert_eq!(words("  \n"), Vec::<String>::new());
        assert_eq!(words("’tis well-known - é…"), ["’", "tis", "well-known", "-", "é", "…"]);
    }

    #[test]
    fn places_are_code_points_and_paragraphs_are_parted_by_blank_lines() {
        let mut numbers = Numbers::default();
        let text = Words::new("🙂 One\ntwo.\n \nThree", &mut numbers);
        assert_eq!(text.paragraphs, [0..4, 4..5]);
        assert_eq!((text.between(2, 5), text.text(1..3)), (1..2, "One\ntwo".to_owned()));
        assert_eq!(Words::new("One\ntwo", &mut numbers).paragraphs, [0..1, 1..2]);
        assert!(Words::new("", &mut numbers).paragraphs.is_empty());
    }

    #[test]
    fn only_curly_and_straight_marks_count_as_the_same() {
        let mut numbers = Numbers::default();
        let exact = |text: &str, numbers: &mut Numbers| {
            let words = Words::new(text, numbers);
            words.exact(0..words.tokens.len())
        };
        assert_eq!(exact("“We’re”", &mut numbers), exact("\"We're\"", &mut numbers));
        for (one, other) in [("1.5", "15"), ("We're", "Were"), ("The", "the"), ("“so”", "‘so’")] {
            assert_ne!(exact(one, &mut numbers), exact(other, &mut numbers));
        }
    }
}
