//! What no reader is shown: a headline with a topic, datelines, captions, scores, team sheets, lists. They say nothing, and a reader of
//! sentences takes their colons and names for speech.

mod caption;
mod dateline;
mod table;

use super::headlines::topic;
use super::lines::{headline, lines};
use crate::article::{Article, Prose};
use crate::text::Span;
use crate::tokens::Tokens;

/// The words and quotations that a proposer sees.
///
/// ```
/// use reportedly::Article;
/// use reportedly::attribution::shown;
/// use reportedly::tokens::Tokens;
///
/// let article = Article::from_text("PORT ELLIS: The pier held all night.");
/// let tokens = article.tokens();
/// let seen = shown(&article, &tokens);
/// assert_eq!(article.text.get(seen.words[0].span), "The");
/// ```
pub fn shown(article: &Article, tokens: &Tokens) -> Tokens {
    let hidden = unread(article, tokens);
    let mut shown = tokens.clone();
    if hidden.is_empty() {
        return shown;
    }
    let seen = |span: Span| {
        let i = hidden.partition_point(|h| h.end() <= span.start());
        hidden.get(i).is_none_or(|h| h.start() >= span.end())
    };
    shown.quotations.retain(|q| seen(q.cover()));
    let mut starts = false;
    shown.words.retain_mut(|word| {
        starts |= word.starts_line;
        let kept = seen(word.span);
        if kept {
            word.starts_line = std::mem::take(&mut starts);
        }
        kept
    });
    shown
}

/// The stretches that are no prose, in text order.
fn unread(article: &Article, tokens: &Tokens) -> Vec<Span> {
    let (text, prose) = (&article.text, Prose::of(article, tokens));
    let layout = &prose.language.layout;
    let all: Vec<Span> = lines(Span::new(0, text.len() as u32), text).collect();
    let listed = table::lists(&all, text);
    let body = all.iter().position(|l| l.start() >= article.body_start);
    let first = |i: usize| Some(i) == body || i == 1 && headline(article).is_some();
    let topic = topic(article).map(|t| t.head.cover(t.rest));
    let of = |(i, line): (usize, &Span)| {
        let words = text.get(*line);
        match listed.binary_search(line).is_ok()
            || caption::is_caption(words, layout)
            || table::is_table(words, layout)
        {
            true => Some(*line),
            false => dateline::dateline(*line, prose)
                .filter(|_| first(i) && topic.is_none_or(|t| !t.overlaps(*line))),
        }
    };
    topic.into_iter().chain(all.iter().enumerate().filter_map(of)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::Word;

    #[test]
    fn the_first_word_that_is_seen_begins_its_line() {
        let article = Article::from_text("KARWAR: Police closed the road.\n\nAlder 1-1 Carrow\n\nIt rained.");
        let tokens = article.tokens();
        let word = |w: &Word| (article.text.get(w.span).to_owned(), w.starts_line);
        let seen: Vec<_> = shown(&article, &tokens).words.iter().filter(|w| w.is_word).map(word).collect();
        let expected = [
            ("Police", true),
            ("closed", false),
            ("the", false),
            ("road", false),
            ("It", true),
            ("rained", false),
        ];
        assert_eq!(seen, expected.map(|(w, s)| (w.to_owned(), s)));
    }
}
