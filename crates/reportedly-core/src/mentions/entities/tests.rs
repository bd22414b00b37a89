use super::*;
use crate::language::Language;
use crate::language::en::ENGLISH;
use crate::text::Text;
use crate::tokens::Tokens;

fn read(text: &str, language: &Language) -> Entities {
    let text = Text::new(text);
    let tokens = Tokens::new(&text, &language.division);
    Entities::new(Prose { text: &text, tokens: &tokens, language }, &Spelling::new(&tokens))
}

/// Whom each mention names: a position among the entities.
fn named(text: &str) -> Vec<Option<usize>> {
    read(text, &ENGLISH).mentions.iter().map(|m| m.entity).collect()
}

#[test]
fn a_surname_is_the_one_of_the_full_name() {
    assert_eq!(named("Ada Vale left. Mr. Fell stayed. Vale returned."), [Some(0), Some(1), Some(0)]);
    assert_eq!(named("Ada Vale and Tim Vale left. Vale returned."), [Some(0), Some(1), None]);
}

#[test]
fn a_relative_does_not_bear_the_surname_alone() {
    assert_eq!(named("Tim Vale left. His wife Ada Vale stayed. On Monday Vale returned.")[2], None);
    let text = "Tim Vale left. His wife Ada Vale stayed. He was tired, it rained, and all the roads along the \
                harbour were closed, as the weather service had said that they would be, so that it took him most of the night to get there and back. Then Vale returned.";
    assert_eq!(named(text), [Some(0), Some(1), Some(0)]);
}

#[test]
fn initials_are_another_name() {
    assert_eq!(named("The Norport School District (NSD) closed. NSD said so."), [Some(0), Some(0), Some(0)]);
    assert_eq!(named("It asked Almeria Holdings. Almeria said no."), [Some(0), Some(0)]);
}

#[test]
fn bodies_of_one_name_are_told_apart_by_their_owners() {
    let found = read("Norland's Foreign Ministry spoke. Velland's Foreign Ministry did not.", &ENGLISH);
    let names: Vec<&str> = found.all.iter().map(|e| e.name.as_str()).filter(|n| n.contains(' ')).collect();
    assert_eq!(names, ["Norland's Foreign Ministry", "Velland's Foreign Ministry"]);
}

#[test]
fn offices_stand_before_and_behind_a_name() {
    let found = read("Ada Vale, the mayor of Norport, met former governor Tim Fell.", &ENGLISH);
    let titles: Vec<Option<&str>> = found.all.iter().map(|e| e.title.as_deref()).collect();
    assert_eq!(titles, [Some("mayor of Norport"), Some("former governor"), None]);
    assert_eq!((found.called("mayor"), found.called("former governor")), (&[0][..], &[1][..]));
    let clause = read("Ada Vale, backed by the mayor, left.", &ENGLISH);
    assert_eq!(clause.all[0].title, None);
}

#[test]
fn what_is_said_shows_a_body() {
    let of = |text: &str| read(text, &ENGLISH).all[0].class;
    assert_eq!(of("Medun said its soldiers had left."), Class::Organization);
    assert_eq!(of("Velkor has appealed. The company said so."), Class::Organization);
}

#[test]
fn a_language_without_words_still_has_names() {
    let found = read("They met Ada Vale there.", &Language::NONE);
    let names: Vec<&str> = found.all.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["Ada Vale", "They"]);
}
