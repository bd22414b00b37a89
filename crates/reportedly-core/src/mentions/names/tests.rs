use super::*;
use crate::language::Language;
use crate::language::en::ENGLISH;
use crate::text::Text;
use crate::tokens::Tokens;

fn found(text: &str, language: &Language) -> Vec<(String, Class)> {
    let text = Text::new(text);
    let tokens = Tokens::new(&text, &language.division);
    let prose = Prose { text: &text, tokens: &tokens, language };
    let runs = runs(prose, &Spelling::new(&tokens));
    runs.iter().map(|run| (text.get(run.titled()).to_owned(), run.class)).collect()
}

#[track_caller]
fn assert_names(text: &str, expected: &[(&str, Class)]) {
    let expected: Vec<(String, Class)> = expected.iter().map(|(n, c)| ((*n).to_owned(), *c)).collect();
    assert_eq!(found(text, &ENGLISH), expected, "{text}");
}

#[test]
fn a_name_has_small_words_inside() {
    assert_names("They met Ada van der Vale there.", &[("Ada van der Vale", Class::Person)]);
    assert_names(
        "It asked the Board of the Harbour Office.",
        &[("Board of the Harbour Office", Class::Organization)],
    );
}

#[test]
fn words_that_begin_a_sentence_are_no_name() {
    assert_names("Yesterday Ada Vale left.", &[("Ada Vale", Class::Person)]);
    assert_names("Interestingly Ada Vale left.", &[("Ada Vale", Class::Person)]);
    assert_names("Emails Vale sent were read.", &[("Vale", Class::Unknown)]);
}

#[test]
fn its_own_words_tell_what_a_name_is_of() {
    assert_names(
        "It asked District 7 and Local 12.",
        &[("District 7", Class::Place), ("Local 12", Class::Organization)],
    );
    assert_names("It told KQWX 2 that it rained.", &[("KQWX 2", Class::Outlet)]);
    assert_names("It told the Norport Gazette so.", &[("Norport Gazette", Class::Outlet)]);
    assert_names("It asked Emily Post.", &[("Emily Post", Class::Person)]);
    assert_names("It asked SoCalRail.", &[("SoCalRail", Class::Organization)]);
}

#[test]
fn words_around_it_tell_what_a_name_is_of() {
    assert_names("It rained in Velland.", &[("Velland", Class::Place)]);
    assert_names("It asked Orrin Velk, who left.", &[("Orrin Velk", Class::Person)]);
    assert_names("It asked Orrin Velk, which left.", &[("Orrin Velk", Class::Organization)]);
}

#[test]
fn titles_stand_before_a_name() {
    assert_names("It asked Police Chief Ada Vale.", &[("Police Chief Ada Vale", Class::Person)]);
    assert_names("It asked the Orrin County Coroner.", &[("Orrin County Coroner", Class::Unknown)]);
}

#[test]
fn a_language_without_words_has_runs_of_capitals() {
    assert_eq!(
        found("They met Ada Vale there.", &Language::NONE),
        [("They".to_owned(), Class::Unknown), ("Ada Vale".to_owned(), Class::Unknown)]
    );
}
