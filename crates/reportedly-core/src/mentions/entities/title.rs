//! What the title before a name says of the one who bears it.

use super::Entity;
use super::office::roles_of;
use crate::article::Prose;
use crate::language::Language;
use crate::mentions::names::Run;
use crate::text::Span;

/// Takes in the title of a name, if it has one: "President Vale", "Mr. Vale", "former President Vale".
pub(super) fn take_title(prose: Prose, run: &Run, entity: &mut Entity) {
    let Some(title) = run.title else { return };
    let (language, offices) = (prose.language, &prose.language.offices);
    let words = prose.get(with_past(prose, title));
    let told = language.names.title_gender(words);
    // an office in -man says less of the one who holds it than a given name
    let weak = (offices.any_gender)(words);
    entity.gender = if weak { entity.gender.or(told) } else { told.or(entity.gender) };
    let first = words.split_whitespace().next().unwrap_or_default();
    let noun = address(language, first).filter(|noun| !noun.is_empty());
    entity.roles.extend(noun.map(str::to_owned));
    if address(language, words).is_none() {
        let office = without_address(language, words);
        entity.roles.extend(roles_of(language, office));
        entity.title.get_or_insert_with(|| office.to_owned());
    }
}

/// A title with a word before it that says that the office is no longer held.
fn with_past(prose: Prose, title: Span) -> Span {
    let all = &prose.tokens.all;
    let before = all.partition_point(|t| t.span.end() <= title.start()).checked_sub(1).map(|i| &all[i]);
    let past = before.filter(|t| prose.language.offices.former.has(t.low()));
    past.map_or(title, |t| t.span.cover(title))
}

/// The noun that a form of address stands for, empty if there is none; `None` for other words.
fn address(language: &Language, word: &str) -> Option<&'static str> {
    language.offices.addresses.get(word.trim_end_matches('.').to_lowercase().as_str())
}

/// A title without the form of address at its end: "Senator Dr." is a senator.
fn without_address<'a>(language: &Language, title: &'a str) -> &'a str {
    let last = language.offices.addresses_behind.end_of(title);
    last.and_then(|last| title.strip_suffix(last)).unwrap_or(title).trim_end()
}
