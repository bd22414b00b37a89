use super::*;
use crate::attribution::Mode;
use crate::text::Spans;

// what a source is, and what it is not, stands in `cases/source`
#[test]
fn odd_texts_do_no_harm() {
    for words in ["'s", "the", "of", "The The The", "\u{2019}", "J. . .", "the of the", "one of", "\u{201c}"]
    {
        let article = Article::from_text(format!("Of {words} it, the"));
        let text = &article.text;
        let claim = Attribution {
            source: Spans::from(text.span(3, 3 + words.len()).unwrap()),
            cue: None,
            content: Spans::from(text.span(text.len() - 1, text.len()).unwrap()),
            mode: Mode::Indirect,
            within: None,
            confidence: 1.0,
            method: "hand",
            reasons: Vec::new(),
        };
        assert_eq!(sources(&article, &article.tokens(), &[claim]).identities.len(), 1, "{words}");
    }
}
