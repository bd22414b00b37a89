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
        return open(Reason::SaidByNobody, Stance::None);
    }
    if a.mode == Mode::Indirect && a.cue.is_some_and(|cue| is_asked(cue, prose)) {
        return open(Reason::Question, Stance::Asks);
    }
    let content = statement(a.content.pieces(), prose);
    if content.is_empty() {
        return match a.content.pieces().last().is_some_and(|p| is_question(prose.get(*p))) {
            true => open(Reason::Question, Stance::Asks),
            false => open(Reason::Wanted, Stance::Wants),
        };
    }
    let saying = saying(a, class, &content, prose);
    let unasserted = unasserted(&saying);
    let stance = stance(&saying, unasserted);
    match unasserted {
        Some(reason) => open(reason, stance),
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
    // who feels that something is so does more than feel
    let clause = language.clauses.complement.has(form(content, 0));
    let effect = match is_beyond_doubt(&cue, language) {
        true => Some(Effect::Certain),
        false => effect(&cue, class.filter(|_| !clause), language),
    };
    // a turn of a transcript is as she spoke
    let quoted = a.mode == Mode::Direct || a.cue.is_some_and(|c| prose.get(c) == ":");
    Saying { cue, content, effect, quoted, language }
}

fn open(reason: Reason, stance: Stance) -> Presented {
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
