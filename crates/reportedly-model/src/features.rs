//! What the encoder sees of a word beside its pieces: case, quotation marks, line starts.
//! `training/pieces.py` makes the same; a test below holds the two together.

use reportedly_core::article::Article;
use reportedly_core::tokens::Tokens;

use crate::pieces::WordPieces;

/// All words of an article; the pieces of word `i` are `pieces[first[i]..first[i + 1]]`.
pub struct Words {
    /// Numbers of all pieces.
    pub pieces: Vec<u32>,
    /// Where each word's pieces start, and the end of the last.
    pub first: Vec<usize>,
    /// 0 no letter, 1 lower, 2 Title, 3 UPPER, 4 miXed, 5 digit first, 6 a single capital.
    pub shapes: Vec<u8>,
    /// 0 outside, 1 inside quotation marks, 2 an opening mark, 3 a closing mark.
    pub quotes: Vec<u8>,
    /// 1 at the first word of a line.
    pub starts: Vec<u8>,
    /// Whether a sentence begins with the word.
    pub sentences: Vec<bool>,
    /// What comes before and after every window.
    pub borders: (u32, u32),
}

impl Words {
    /// Number of words.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Number of pieces of words `start..end`.
    pub fn pieces_in(&self, start: usize, end: usize) -> usize {
        self.first[end] - self.first[start]
    }
}

/// Looks at every word once.
pub fn words(article: &Article, tokens: &Tokens, known: &WordPieces) -> Words {
    let n = tokens.words.len();
    let mut out = Words {
        pieces: Vec::with_capacity(n * 3 / 2),
        first: Vec::with_capacity(n + 1),
        shapes: Vec::with_capacity(n),
        quotes: Vec::with_capacity(n),
        starts: Vec::with_capacity(n),
        sentences: vec![false; n],
        borders: (known.begin, known.end),
    };
    let mut inside = false;
    for word in &tokens.words {
        let text = article.text.get(word.span);
        out.first.push(out.pieces.len());
        known.of(text, &mut out.pieces);
        out.shapes.push(shape(text));
        out.quotes.push(quote(text, word.starts_line, &mut inside));
        out.starts.push(u8::from(word.starts_line));
    }
    out.first.push(out.pieces.len());
    for sentence in &tokens.sentences {
        let first = tokens.words.partition_point(|w| w.span.start() < sentence.start());
        if let Some(begins) = out.sentences.get_mut(first) {
            *begins = true;
        }
    }
    out
}

fn shape(word: &str) -> u8 {
    if word.chars().next().is_some_and(char::is_numeric) {
        return 5;
    }
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let upper = letters().filter(|c| c.is_uppercase()).count();
    match (letters().count(), upper) {
        (0, _) => 0,
        (_, 0) => 1,
        (1, _) => 6,
        (n, u) if n == u => 3,
        (_, 1) if letters().next().is_some_and(char::is_uppercase) => 2,
        _ => 4,
    }
}

/// Every line starts outside: a mark that is never closed does no harm beyond it.
fn quote(word: &str, starts_line: bool, inside: &mut bool) -> u8 {
    *inside &= !starts_line;
    match word.chars().next() {
        Some('\u{201c}' | '\u{201e}' | '\u{ab}') => {
            *inside = true;
            2
        }
        Some('"') if !*inside => {
            *inside = true;
            2
        }
        Some('\u{201d}' | '\u{bb}' | '"') => {
            *inside = false;
            3
        }
        _ => u8::from(*inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `training/fixture.py` wrote what training sees of these texts.
    #[test]
    fn the_program_sees_what_training_saw() {
        let known = WordPieces::new(include_str!("../weights/vocabulary.txt"));
        let fixture: serde_json::Value =
            serde_json::from_str(include_str!("../fixtures/words.json")).unwrap();
        for case in fixture.as_array().unwrap() {
            let article = Article::from_text(case["text"].as_str().unwrap());
            let tokens = article.tokens();
            let seen = words(&article, &tokens, &known);
            let texts: Vec<_> = tokens.words.iter().map(|w| article.text.get(w.span)).collect();
            let pieces: Vec<_> = seen.first.windows(2).map(|w| &seen.pieces[w[0]..w[1]]).collect();
            let found = serde_json::json!({
                "text": case["text"], "words": texts, "pieces": pieces,
                "shapes": seen.shapes, "quotes": seen.quotes, "starts": seen.starts,
            });
            assert_eq!(&found, case);
        }
    }

    #[test]
    fn shapes_of_words() {
        let shapes = [",", "said", "Hale", "NATO", "McKay", "2nd", "A", "i"].map(shape);
        assert_eq!(shapes, [0, 1, 2, 3, 4, 5, 6, 1]);
    }

    #[test]
    fn a_line_starts_outside() {
        let mut inside = false;
        let seen =
            [("\"", true), ("We", false), ("\"", false), ("\u{201c}", false), ("go", false), ("He", true)]
                .map(|(w, s)| quote(w, s, &mut inside));
        assert_eq!(seen, [2, 1, 3, 2, 1, 0]);
    }
}
