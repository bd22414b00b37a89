//! Who is interviewed: "Interview with the founder Hugh Maguire", "Tina Vale spoke to us".

use std::collections::BTreeSet;

use crate::article::Prose;
use crate::attribution::lines::whole;
use crate::language::Layout;
use crate::text::Span;
use crate::tokens::Token;

/// The most words in a name.
const LONGEST: usize = 3;

/// Whether a word says that somebody spoke with somebody.
pub(super) fn is_interview_word(word: &Token, layout: &Layout) -> bool {
    layout.interviews.has(word.low()) || layout.talks.has(word.low())
}

/// The one who is interviewed, where headline or introduction leave no doubt: the one whom the interview is said to be with,
/// or else the only full name there.
pub(super) fn interviewee(introduction: &[Span], prose: Prose) -> Option<Span> {
    for &line in introduction {
        let words = prose.within(line);
        if let Some(at) = words.iter().position(|w| is_interview_word(w, &prose.language.layout)) {
            match called(words, at, prose) {
                Called::One(name) => return Some(name),
                Called::Several => return None,
                Called::Nobody => {}
            }
        }
    }
    let found: Vec<Span> =
        introduction.iter().flat_map(|&line| full_names(prose.within(line), prose)).collect();
    let names: BTreeSet<&str> = found.iter().map(|&s| prose.get(s)).collect();
    found.last().copied().filter(|_| names.len() == 1)
}

/// Whom the words round a call name.
enum Called {
    One(Span),
    Several,
    Nobody,
}

/// "interviews academic Ada Vale about", "Ada Vale: an interview".
fn called(words: &[Token], at: usize, prose: Prose) -> Called {
    let layout = &prose.language.layout;
    let behind = &words[at + 1..];
    let ends = |w: &Token| !w.capital && layout.talk_ends.has(&w.form);
    let skip = behind.iter().take_while(|w| layout.talk_joins.has(&w.form)).count();
    let end = behind.iter().skip(skip).position(|w| ends(w) || is_followed(w, &[',', ';', '.', '?'], prose));
    let end = end.map_or(behind.len(), |i| i + skip + usize::from(!ends(&behind[i + skip])));
    let head = words[..at].iter().position(|w| is_followed(w, &[':'], prose)).map_or(at, |i| i + 1);
    for part in [&behind[skip..end], &words[..head]] {
        let names = full_names(part, prose);
        let whole = names.last().zip(part.last()).is_some_and(|(name, last)| name.end() >= last.span.end());
        match names[..] {
            [] => {}
            [_] if part.iter().any(|w| prose.language.phrases.and.has(&w.form)) => return Called::Several,
            [name] if whole => return Called::One(name),
            [_] => {}
            _ => return Called::Several,
        }
    }
    Called::Nobody
}

/// Two or three words with capitals, one after another.
fn full_names(words: &[Token], prose: Prose) -> Vec<Span> {
    let other =
        |low: &str| prose.language.layout.title_words.has(low) || prose.language.calendar.weekdays.has(low);
    let capital = |w: &Token| w.capital && !other(w.low().trim_end_matches('.'));
    let joined = |a: &Token, b: &Token| {
        let rest = &prose.text.as_str()[whole(a, prose.text).end() as usize..];
        let plain = prose.get(a.span).ends_with(char::is_alphanumeric);
        capital(a) && capital(b) && plain && rest.starts_with(char::is_whitespace)
    };
    let runs = words.chunk_by(|a, b| joined(a, b));
    let named = runs.filter(|run| (2..=LONGEST).contains(&run.len()));
    named.filter_map(|run| Some(run.first()?.span.cover(run.last()?.span))).collect()
}

/// Whether one of some marks stands right behind a word.
fn is_followed(word: &Token, marks: &[char], prose: Prose) -> bool {
    let rest = &prose.text.as_str()[word.span.end() as usize..];
    prose.get(word.span).ends_with('.') && marks.contains(&'.') || rest.starts_with(marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::attribution::lines::lines;

    fn who(words: &str) -> Option<String> {
        let article = Article::from_text(words);
        let lines: Vec<Span> = lines(Span::new(0, words.len() as u32), &article.text).collect();
        let found = interviewee(&lines, Prose::of(&article, &article.tokens()));
        found.map(|s| article.text.get(s).to_owned())
    }

    #[test]
    fn the_one_who_is_interviewed() {
        for (words, name) in [
            ("Interview with BookVoice founder Hugh Maguire", "Hugh Maguire"),
            ("Radio Nord interviews engineer Ada Vale about the bridge", "Ada Vale"),
            ("Ada Vale: An interview with the ferry poet", "Ada Vale"),
            ("'We counted': an interview with Dr Paulo Serrano", "Paulo Serrano"),
            ("The novelist Sefa Okonu wrote a book. She spoke to The Ridge about it.", "Sefa Okonu"),
        ] {
            assert_eq!(who(words).as_deref(), Some(name), "{words}");
        }
        for words in [
            "A talk with Ida Brook and Tom Reed",
            "Interview with the owners of a mill",
            "Ida Brook met Tom Reed.",
        ] {
            assert_eq!(who(words), None, "{words}");
        }
    }
}
