//! What titles call the one who bears them.

use super::Entity;
use crate::article::Prose;
use crate::language::{Language, Sort};
use crate::text::Span;

/// Gives somebody the office that stands beside the name; the first is kept as the title.
pub(super) fn take_office(prose: Prose, office: Span, entity: &mut Entity) {
    let office = prose.get(office).split_whitespace().collect::<Vec<_>>().join(" ");
    entity.roles.extend(roles_of(prose.language, &office));
    entity.title.get_or_insert(office);
}

/// The most words of a title that are looked at.
const MOST: usize = 8;

/// The nouns for persons in a title: "Norport Police Chief" gives "police", "chief" and "police chief".
pub(super) fn roles_of(language: &Language, title: &str) -> Vec<String> {
    let offices = &language.offices;
    let tail = |w: &&str| offices.tails.has(w) && !language.phrases.of.has(w);
    let plain = |w: &str| w.to_lowercase().trim_end_matches([',', '.']).to_owned();
    let all: Vec<&str> = title.split_whitespace().collect();
    let end = all.iter().position(tail).unwrap_or(MOST).min(all.len());
    let words: Vec<String> = all[..end].iter().map(|w| plain(w)).collect();
    let mut out = Vec::new();
    for at in 0..words.len() {
        role_at(language, &words, at, &mut out);
    }
    // one kept office, by whatever word it is past
    match offices.former.iter().next().filter(|_| words.iter().any(|w| offices.past.has(w))) {
        Some(former) => out.into_iter().map(|role| format!("{former} {role}")).collect(),
        None => out,
    }
}

/// Adds the roles that end with the word at a position of a title.
fn role_at(language: &Language, words: &[String], at: usize, out: &mut Vec<String>) {
    let (nouns, offices) = (&language.nouns, &language.offices);
    let role = |w: &str| nouns.get(w).is_some_and(|n| n.may_be(Sort::Role));
    // "deputy mayor" is another office
    let whole = |from: usize, role: &str| match from.checked_sub(1).map(|i| words[i].as_str()) {
        Some(before) if offices.deputies.has(before) => format!("{before} {role}"),
        _ => role.to_owned(),
    };
    let word = words[at].as_str();
    let long = offices.long_forms.get(word).unwrap_or(word);
    let form = || nouns.form_of(long).is_some_and(|n| n.may_be(Sort::Role));
    if role(long) || form() && language.names.plural_ends.end_of(long).is_none() {
        out.push(whole(at, long));
    }
    let pair = at.checked_sub(1).map(|first| (first, format!("{} {word}", words[first])));
    out.extend(pair.filter(|(_, pair)| role(pair)).map(|(first, pair)| whole(first, &pair)));
    out.extend(offices.also.get(long).unwrap_or_default().split_whitespace().map(str::to_owned));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn nouns_of_a_title() {
        assert_eq!(roles_of(&ENGLISH, "Norport Police Chief"), ["police", "chief", "police chief"]);
        assert_eq!(roles_of(&ENGLISH, "deputy clerk"), ["deputy", "deputy clerk"]);
        assert_eq!(roles_of(&ENGLISH, "former Sen."), ["former senator", "former lawmaker"]);
        assert!(roles_of(&Language::NONE, "Norport Police Chief").is_empty());
    }
}
