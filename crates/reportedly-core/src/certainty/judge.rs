use super::clause::{is_question, statement};
use super::cue::{effect, is_beyond_doubt, is_negated};
use super::denial::{is_denied, is_rejected};
use super::hedge::weakest;
use super::main_clause::main_clause;
use super::reason::Reason;
use super::saying::{Cue, Saying};
use super::stance::stance;
use super::unasserted::unasserted;
use super::{Certainty, Polarity, Presented, Stance};
use crate::article::Prose;
use crate::attribution::{Attribution, Mode};
use crate::language::{CueClass, Effect};
use crate::text::Span;
use crate::tokens::{Token, form};

/// Says how one claim is presented.
///
/// The certainty and polarity are FactBank's; `class` is what the cue says that the source does.
///
/// ```
/// use reportedly::article::Prose;
/// use reportedly::certainty::{Certainty, Stance, judge};
/// use reportedly::source::CueClass;
/// use reportedly::{Engine, ReadOptions};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}The pier may be safe,\u{201d} said Mara Hale.");
/// let tokens = read.article.tokens();
/// let claim = &read.reading.claims[0].attribution;
/// let presented = judge(claim, Some(CueClass::Speech), &Prose::of(&read.article, &tokens));
/// assert_eq!((presented.certainty, presented.stance), (Certainty::Possible, Stance::Asserts));
/// ```
pub fn judge(a: &Attribution, class: Option<CueClass>, prose: &Prose) -> Presented {
    let language = prose.language;
    if a.source.cover().is_some_and(|s| (language.negation.is_nobody)(prose.within(s))) {
        return underspecified(Reason::SaidByNobody, Stance::None);
    }
    if a.mode == Mode::Indirect && a.cue.is_some_and(|cue| is_asked(cue, prose)) {
        return underspecified(Reason::Question, Stance::Asks);
    }
    let content = statement(a.content.pieces(), prose);
    if content.is_empty() {
        return match a.content.pieces().last().is_some_and(|p| is_question(prose.get(*p))) {
            true => underspecified(Reason::Question, Stance::Asks),
            false => underspecified(Reason::Wanted, Stance::Wants),
        };
    }
    let saying = saying(a, class, &content, prose);
    let unasserted = unasserted(&saying);
    let stance = stance(&saying, unasserted);
    match unasserted {
        Some(reason) => underspecified(reason, stance),
        None => asserted(&saying, stance),
    }
}

/// Whether the sentence of a cue is a question.
fn is_asked(cue: Span, prose: &Prose) -> bool {
    let sentence = prose.tokens.sentences.get(prose.tokens.sentence_at(cue.start()));
    sentence.is_some_and(|s| is_question(prose.get(*s)))
}

fn saying<'a>(
    a: &Attribution,
    class: Option<CueClass>,
    content: &'a [Token],
    prose: &Prose<'a>,
) -> Saying<'a> {
    let language = prose.language;
    let cue = Cue::of(a.cue, &a.content, prose);
    // "she feels that it is so" states it; an attitude without a that-clause does not
    let clause = language.clauses.complement.has(form(content, 0));
    let effect = match is_beyond_doubt(&cue, language) {
        true => Some(Effect::Certain),
        false => effect(&cue, class.filter(|_| !clause), language),
    };
    // a turn of a transcript is as she spoke
    let quoted = a.mode == Mode::Direct || a.cue.is_some_and(|c| prose.get(c) == ":");
    Saying { cue, content, effect, quoted, language }
}

fn underspecified(reason: Reason, stance: Stance) -> Presented {
    let (certainty, polarity) = (Certainty::Underspecified, Polarity::Underspecified);
    Presented { certainty, polarity, stance, hedge: None, reason }
}

/// How an assertion is presented. Denials of content and cue cancel each other out; what the cue rejects is denied.
fn asserted(saying: &Saying, stance: Stance) -> Presented {
    let Saying { cue, effect, language, .. } = saying;
    let main = main_clause(saying.content, language);
    let mut denied = is_denied(main, language) ^ matches!(effect, Some(Effect::Deny | Effect::Doubt));
    denied ^= is_negated(cue, language) && matches!(effect, Some(Effect::Probable | Effect::Possible));
    denied |= (language.negation.rules_out)(cue.words) || is_rejected(saying);
    let polarity = if denied { Polarity::Denied } else { Polarity::Affirmed };
    let (certainty, hedge, reason) = match weakest(saying, main) {
        None => (Certainty::Certain, None, Reason::NothingWeakens),
        Some((certainty, hedge)) => (certainty, Some(hedge), Reason::Hedge),
    };
    Presented { certainty, polarity, stance, hedge, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;
    use crate::language::{Clauses, Hedges, Language, Negation};
    use crate::tokens::{List, Tokens};
    use crate::{Spans, Text};

    /// A language of a few words: "na" denies, "fo" makes possible, "ke" begins a clause, "pa" ends the main one.
    const SMALL: Language = Language {
        division: ENGLISH.division,
        negation: Negation { words: List::new(&["na"]), clause: List::new(&["na"]), ..Negation::NONE },
        hedges: Hedges { possible: List::new(&["fo"]), ..Hedges::NONE },
        clauses: Clauses {
            complement: List::new(&["ke"]),
            next: List::new(&["pa"]),
            auxiliaries: List::new(&["es"]),
            ..Clauses::NONE
        },
        ..Language::NONE
    };

    /// How "Mara di", followed by some words, presents them.
    fn presented(content: &str, language: &Language) -> (Certainty, Polarity, Stance) {
        let text = Text::new(format!("Mara di {content}."));
        let tokens = Tokens::new(&text, &language.division);
        let attribution = Attribution {
            source: text.span(0, 4).into_iter().collect(),
            cue: text.span(5, 7),
            content: text.span(8, text.len() - 1).into_iter().collect::<Spans>(),
            mode: Mode::Indirect,
            within: None,
            confidence: 1.0,
            method: "",
            reasons: Vec::new(),
        };
        let found = judge(&attribution, None, &Prose { text: &text, tokens: &tokens, language });
        (found.certainty, found.polarity, found.stance)
    }

    #[test]
    fn a_language_is_read_by_its_lists_alone() {
        use Certainty::{Certain, Possible, Underspecified};
        let read = |content| presented(content, &SMALL);
        assert_eq!(read("ke pontu es stela"), (Certain, Polarity::Affirmed, Stance::Asserts));
        assert_eq!(read("ke pontu na es stela"), (Certain, Polarity::Denied, Stance::Asserts));
        assert_eq!(read("ke pontu fo es stela"), (Possible, Polarity::Affirmed, Stance::Asserts));
        assert_eq!(read("ke pontu es stela pa kava na es"), (Certain, Polarity::Affirmed, Stance::Asserts));
        assert_eq!(read("pontu"), (Underspecified, Polarity::Underspecified, Stance::None));
    }

    #[test]
    fn in_a_language_without_words_nothing_is_found() {
        let none = (Certainty::Underspecified, Polarity::Underspecified, Stance::None);
        assert_eq!(presented("that the pier may not be safe", &Language::NONE), none);
    }
}
