//! "Idris Penn: Council drops inquiry": what a headline names before a colon is its topic, and says nothing.
//!
//! It is speech where the first person speaks, in marks from end to end or without any; and where the first
//! sentences attribute the same words to the same source.

use super::lines::{first_person, headline};
use super::reason::Reason;
use super::rules::transcript;
use super::{Attribution, Proposal};
use crate::article::{Article, Prose};
use crate::text::{Span, Spans};
use crate::tokens::has_mark;

/// Shorter words say little.
const LONG: usize = 4;
/// A longer head is a clause.
const HEAD: usize = 6;
/// So many sentences after a headline tell what it is about.
const LEAD: usize = 3;

/// A headline's topic and the statement behind the colon.
#[derive(Clone, Copy)]
pub struct Topic {
    /// The words before the colon.
    pub head: Span,
    /// The words behind it.
    pub rest: Span,
}

/// The topic of an article's headline.
pub fn topic(article: &Article) -> Option<Topic> {
    let text = &article.text;
    let line = headline(article)?;
    let (head, rest) = text.get(line).split_once(": ")?;
    let plain = !has_mark(head) && head.split_whitespace().count() <= HEAD;
    let head = Span::new(line.start(), line.start() + head.len() as u32);
    let rest = Span::new(line.end() - rest.len() as u32, line.end());
    (plain && transcript(article).is_empty()).then_some(Topic { head, rest })
}

/// What the topic of a headline says, where it speaks.
pub fn spoken(article: &Article, attributions: &[Attribution], prose: Prose) -> Option<Proposal> {
    let topic = topic(article)?;
    let Topic { head, rest } = topic;
    let why = match is_speech(rest, prose) {
        true => Reason::HeadlineSpeaks,
        false if is_told(topic, attributions, prose) => Reason::HeadlineIsTold,
        false => return None,
    };
    Some(Proposal {
        source: Spans::from(head),
        cue: Some(Span::new(head.end(), head.end() + 1)),
        content: Spans::from(rest),
        score: 0.8,
        why: why.message().to_owned(),
    })
}

/// "I would do it again", "'We paid'", but not "Council 'stands by us' in court".
fn is_speech(span: Span, prose: Prose) -> bool {
    const MARKS: [char; 6] = ['"', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\''];
    let rest = prose.get(span);
    let inner = rest.strip_prefix(MARKS).unwrap_or(rest);
    let marked = rest.len() > inner.len();
    let opens = |i: usize, mark: &str| {
        inner[..i].ends_with(char::is_whitespace)
            && inner[i + mark.len()..].starts_with(char::is_alphanumeric)
    };
    let partly = inner.match_indices(MARKS).any(|(i, mark)| opens(i, mark));
    let whole = !marked || rest.trim_end_matches(['.', '!', '?']).ends_with(MARKS);
    whole && !partly && first_person(prose.within(span), prose)
}

/// Whether the first sentences attribute at least half of the words of a headline's statement to a source of the same name.
fn is_told(topic: Topic, attributions: &[Attribution], prose: Prose) -> bool {
    let (Topic { head, rest }, tokens) = (topic, prose.tokens);
    let words = |spans: &[Span]| -> Vec<&str> {
        let all = spans.iter().flat_map(|&s| prose.within(s));
        all.map(|w| w.form.as_str()).filter(|w| w.len() >= LONG).collect()
    };
    let first = tokens.sentence_at(rest.end()) + 1;
    let lead = tokens.sentences.get(first..(first + LEAD).min(tokens.sentences.len())).unwrap_or_default();
    let name = words(&[head]).pop();
    let same = |a: &&Attribution| {
        // "the opposition in Velmora" is not Velmora
        let of = |p: &Span| prose.within(*p).iter().any(|w| prose.language.nesting.belonging.has(&w.form));
        words(a.source.pieces()).pop() == name && !a.source.pieces().iter().any(of)
    };
    let near = |a: &&Attribution| a.cue.is_some_and(|cue| lead.iter().any(|s| s.contains(cue)));
    let told: Vec<&str> =
        attributions.iter().filter(same).filter(near).flat_map(|a| words(a.content.pieces())).collect();
    let title = words(&[rest]);
    let stem = |w: &str| w.chars().take(LONG).collect::<String>();
    let shared = title.iter().filter(|w| told.iter().any(|t| stem(t) == stem(w))).count();
    name.is_some() && shared * 2 >= title.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaks(words: &str) -> bool {
        let article = Article::from_text(words);
        is_speech(Span::new(0, words.len() as u32), Prose::of(&article, &article.tokens()))
    }

    #[test]
    fn the_first_person_speaks() {
        for words in [
            "'I would do it again'",
            "I never saw the invoice",
            "\u{201c}We will not sell the island\u{201d}",
            "'We don't know'",
            "\u{2018}We\u{2019}ll rebuild\u{2019}",
        ] {
            assert!(speaks(words), "{words}");
        }
        for words in [
            "Police 'standing by decision' in boat case",
            "Council drops ferry inquiry",
            "Council says 'we stand by it'",
            "'A stab in the back'",
        ] {
            assert!(!speaks(words), "{words}");
        }
    }
}
