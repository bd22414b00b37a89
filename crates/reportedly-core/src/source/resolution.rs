//! Decides whom the words of a source mean: a pronoun, "who", the writer, or words of its own.

use std::collections::HashSet;

use super::quoted::{first_person, nobody};
use super::{Before, Kind, Reason};
use crate::article::Article;
use crate::attribution::rules::transcript;
use crate::attribution::{Attribution, Mode};
use crate::mentions::Context;
use crate::mentions::chains::{Earlier, Found, Told, asks, named, pronoun, relative};
use crate::mentions::names::is_acronym;
use crate::text::Span;

/// Finds out who the source of one claim is.
pub(super) fn found(cx: &Context, before: &Before, i: usize) -> Found {
    let a = &before.attributions[i];
    let Some(span) = a.source.cover() else { return nobody(cx, before, i) };
    let found = by_words(cx, before, i, span);
    // "HALE: ..." is nobody's acronym
    let label = found.words.is_some_and(|w| before.speakers.contains(cx.get(w)));
    match found.kind {
        Kind::Organization if label => Found { kind: Kind::Person, ..found },
        _ => found,
    }
}

fn by_words(cx: &Context, before: &Before, i: usize, span: Span) -> Found {
    let (language, known) = (cx.language(), before.known);
    let (pronouns, words) = (&language.pronouns, &language.sources);
    let low = cx.get(span).trim().to_lowercase().replace('\u{2019}', "'");
    let led = low.split_once(' ').filter(|(first, _)| language.phrases.led_by.has(first));
    let word = led.map_or(low.as_str(), |(_, rest)| rest);
    let first = word.split(' ').next().unwrap_or_default();
    match () {
        () if is_body(cx, span) => named(cx, known, span),
        () if pronouns.first.has(word) => first_person(cx, before, i, span),
        // turns of an interview
        () if words.turns.has(word) => Found::new(Kind::Unnamed, Reason::Letter),
        () if pronouns.second.has(word) => Found::new(Kind::Collective, Reason::Reader),
        () if pronouns.that.has(word) => relative(cx, known, span),
        () if pronouns.relative.has(first) => {
            let first = cx.prose.within(span).first();
            relative(cx, known, first.map_or(span, |token| token.span))
        }
        () if words.writer.has(word) => Found::new(Kind::Author, Reason::Writer),
        () if language.phrases.led_by.has(word) => named(cx, known, onward(cx, span)),
        () => match asks(word, pronouns) {
            Some(asks) => pronoun(cx, known, &told(cx, before, i, span), asks),
            None => named(cx, known, span),
        },
    }
}

/// "WHO" and "US" are no pronouns, but where everything is in capitals.
fn is_body(cx: &Context, span: Span) -> bool {
    let small = || cx.sentence(span.start()).is_some_and(|s| cx.get(s).contains(char::is_lowercase));
    cx.language().pronouns.homonyms.has(cx.get(span).trim()) && small()
}

/// A preposition alone: the words after it are meant.
fn onward(cx: &Context, span: Span) -> Span {
    let at = cx.range(span).end;
    let goes_on = |i: &usize| cx.all()[*i].joined && !cx.language().phrases.cuts.has(cx.low(*i));
    let more = (at..cx.all().len()).take(4).take_while(goes_on).last();
    more.map_or(span, |i| span.cover(cx.all()[i].span))
}

/// What a pronoun is looked at in.
fn told<'a>(cx: &Context, before: &Before<'a>, i: usize, source: Span) -> Told<'a> {
    let a = &before.attributions[i];
    let outer = a.within.filter(|&j| before.attributions[j].cue.is_some_and(|c| cx.get(c) == ":"));
    let earlier = i.checked_sub(1).map(|j| &before.attributions[j]);
    Told {
        source,
        cue: a.cue,
        content: a.content.pieces(),
        quoted: a.mode != Mode::Indirect,
        turn: outer.and_then(|j| before.identities.get(j)).and_then(|identity| identity.source),
        before: earlier.map(|a: &Attribution| Earlier { cue: a.cue, content: a.content.cover() }),
    }
}

/// The labels of a transcript that no body is known by.
pub(super) fn speakers(cx: &Context, article: &Article) -> HashSet<String> {
    let turns = transcript(article).into_iter().filter_map(|turn| turn.source.cover());
    let names = &cx.language().names;
    let known = |label: &str| {
        let low = label.to_lowercase();
        [names.outlets, names.organizations, names.places].iter().any(|list| list.has(&low))
    };
    let labels = turns.map(|span| cx.get(span)).filter(|label| is_acronym(label) && !known(label));
    labels.map(str::to_owned).collect()
}
