use super::*;
use crate::attribution::Mode;
use crate::language::Language;
use crate::text::Spans;

fn claim(article: &Article, source: std::ops::Range<usize>) -> Attribution {
    let text = &article.text;
    Attribution {
        source: Spans::from(text.span(source.start, source.end).unwrap()),
        cue: None,
        content: Spans::from(text.span(text.len() - 1, text.len()).unwrap()),
        mode: Mode::Indirect,
        within: None,
        confidence: 1.0,
        method: "hand",
        reasons: Vec::new(),
    }
}

// what a source is, and what it is not, stands in `cases/source`
#[test]
fn odd_texts_do_no_harm() {
    for words in ["'s", "the", "of", "The The The", "\u{2019}", "J. . .", "the of the", "one of", "\u{201c}"]
    {
        for language in ["en", "xx"] {
            let mut article = Article::from_text(format!("Of {words} it, the"));
            article.read_as = Some(Language::of(language));
            let claim = claim(&article, 3..3 + words.len());
            assert_eq!(sources(&article, &article.tokens(), &[claim]).identities.len(), 1, "{words}");
        }
    }
}

#[test]
fn without_a_language_nothing_is_known_of_words() {
    for (language, found) in [("en", Reason::PersonNotFound), ("xx", Reason::UnknownNoun)] {
        let mut article = Article::from_text("It was late, he thought.");
        article.read_as = Some(Language::of(language));
        let claim = claim(&article, 13..15);
        assert_eq!(sources(&article, &article.tokens(), &[claim]).identities[0].reason, found);
    }
}
