//! Why a claim is no assertion: what is asked, not said, wanted, unknown, conditional or only a topic.

use super::clause::is_finite;
use super::cue::{is_beyond_doubt, is_negated};
use super::denial::is_rejected;
use super::reason::Reason;
use super::saying::Saying;
use crate::language::{Effect, Language, Values};
use crate::tokens::{Token, any_begins, any_of, form, stands};

/// Why the claim is no assertion, if it is none.
pub(super) fn unasserted(saying: &Saying) -> Option<Reason> {
    let Saying { cue, content, language, .. } = saying;
    if is_rejected(saying) {
        return None;
    }
    let unknown = |i: usize| (language.moods.is_unknown)(content, i);
    match () {
        () if is_question_told(saying) => Some(Reason::Question),
        () if is_not_said(saying) => Some(Reason::NotSaid),
        () if (language.negation.rules_out)(cue.words) && is_negated(cue, language) => {
            Some(Reason::NotRuledOut)
        }
        () if is_wanted(saying) => Some(Reason::Wanted),
        () if (0..content.len().min(6)).any(unknown) => Some(Reason::Unknown),
        () => supposed(content, language).or_else(|| topic(saying)),
    }
}

/// A question that is told: "asked why it fell", "wonders whether it fell".
fn is_question_told(Saying { cue, content, quoted, language, .. }: &Saying) -> bool {
    let moods = &language.moods;
    let (first, last) = (form(content, 0), cue.words.last().map_or("", |w| &w.form));
    let whether = moods.whether.has(first) && !is_either(content, language);
    let ends = moods.whether.has(last) || moods.whether_asked.has(last);
    let asks = || any_of(cue.words, moods.asking);
    whether || ends || (!quoted || moods.whether_asked.has(first)) && asks()
}

/// "Whether they like it or not, it will be built": asserted of both.
fn is_either(content: &[Token], language: &Language) -> bool {
    let closed =
        |i: usize| stands(content, i, language.clauses.or_not) && content.get(i + 1).is_some_and(|w| w.pause);
    (0..9).any(closed)
}

/// "did not say", "declined to say", "will say", "said nothing about the fire".
fn is_not_said(saying: &Saying) -> bool {
    let Saying { cue, content, quoted, language, effect } = saying;
    let negation = &language.negation;
    let unsaid = is_negated(cue, language) && !is_beyond_doubt(cue, language)
        || any_of(cue.words, negation.withholds)
        || !quoted && (language.moods.is_to_come)(cue.words)
        || !quoted && (negation.is_nothing_about)(content) && !is_finite(content, language);
    unsaid
        && !matches!(effect, Some(Effect::Probable | Effect::Possible | Effect::Doubt))
        && !(negation.rules_out)(cue.words)
}

/// A wish, plan, request, order or offer.
fn is_wanted(saying: &Saying) -> bool {
    let Saying { cue, content, effect, language, .. } = saying;
    let moods = &language.moods;
    let demanded = any_begins(cue.words, moods.calling) && moods.demands.has(form(content, 0));
    let done = || {
        matches!(effect, Some(Effect::Probable | Effect::Deny | Effect::Possible))
            || any_of(cue.words, moods.stating)
    };
    demanded
        || *effect == Some(Effect::Open) && !states_anyway(saying)
        || is_infinitive(content, language) && !done()
}

/// "to close the harbour", "not to pay".
pub(super) fn is_infinitive(content: &[Token], language: &Language) -> bool {
    let negated = language.negation.words.has(form(content, 0));
    language.clauses.infinitive.has(form(content, usize::from(negated)))
}

/// A quotation that states although its verb does not: "I have never met him," she joked; not "Love it," he promised.
fn states_anyway(Saying { cue, content, quoted, language, .. }: &Saying) -> bool {
    *quoted && !any_begins(cue.words, language.moods.wanting) && is_finite(content, language)
}

/// A hope, a condition, or what is contrary to fact.
fn supposed(content: &[Token], language: &Language) -> Option<Reason> {
    let moods = &language.moods;
    let conditional = || {
        (moods.is_inverted)(content) || (0..content.len().min(40)).any(|i| (moods.is_condition)(content, i))
    };
    let contrary = || (0..content.len().min(25)).any(|i| (moods.is_contrary)(content, i));
    match () {
        () if (moods.is_hope)(content) => Some(Reason::Wanted),
        () if conditional() => Some(Reason::Condition),
        () => contrary().then_some(Reason::ContraryToFact),
    }
}

/// A content without a statement is only spoken about, unless the cue says that somebody did or is something.
fn topic(saying: &Saying) -> Option<Reason> {
    let Saying { cue, content, effect, quoted, language } = saying;
    let clauses = &language.clauses;
    let weakens = matches!(effect, Some(Effect::Deny | Effect::Doubt | Effect::Possible | Effect::Probable));
    if *quoted || weakens || is_finite(content, language) {
        return None;
    }
    let accuses = cue.words.iter().any(|w| language.verbs.values(&w.form) == Some(Values::Accuses));
    let says = *effect == Some(Effect::Certain);
    let gerund = || (0..content.len()).any(|i| (clauses.is_gerund)(content, i));
    if accuses && says || (accuses || says || *effect == Some(Effect::Topic)) && gerund() {
        return None;
    }
    let names = any_of(content, clauses.named_as) || any_begins(cue.words, clauses.naming);
    let only = match effect {
        Some(Effect::Topic) => !names,
        None => !names && content.len() < 12,
        _ => false,
    };
    only.then_some(Reason::Topic)
}
