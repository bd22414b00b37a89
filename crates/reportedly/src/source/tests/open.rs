//! Pronouns and surnames that must not be led to the nearest name.

use super::{Article, all_of, source, sources_of};

#[test]
fn a_relative_without_a_name_may_be_meant() {
    for told in [
        "Orrin's mother wept.",
        "His mother wept.",
        "The teen's mother came out.",
        "The boy's grandmother, 71, lives nearby.",
        "Police then spoke with a woman in the house.",
    ] {
        let text = format!("Mona Hale said it was late. {told} She said he was kind.");
        let found = sources_of(&text, &["Mona Hale", "She"]);
        assert_eq!(found, ["person Mona Hale", "person -"], "{told}");
    }
    let text = "Mona Hale said it was late. Hale met a clerk at the door. She said it was early.";
    assert_eq!(sources_of(text, &["Mona Hale", "She"])[1], "person Mona Hale");
}

#[test]
fn who_is_left_open_stays_so_in_the_next_sentence() {
    let text =
        "Mona Hale said it was late. A clerk waited. She said it was early. She also said it was loud.";
    let open = text.replace("She also", "she also");
    let found = all_of(&Article::from_text(&open), &["Mona Hale", "She", "she"]);
    let names: Vec<_> = found.identities.iter().map(|i| i.name.as_deref()).collect();
    assert_eq!(names, [Some("Mona Hale"), None, None]);
    assert_eq!(found.identities[1].source, found.identities[2].source);
    let text = text.replace("She also", "Ada Vale came. she also");
    assert_eq!(sources_of(&text, &["Mona Hale", "She", "she"])[2], "person Ada Vale");
}

#[test]
fn a_surname_alone_is_not_the_relative_who_is_named_in_full() {
    let text = "Carl Dean Hobart, 35, walked out of jail. The mayor said Hobart ran.\n\n\"Thank you,\" said Hobart's mother, \
        Lorna Hobart.\n\n\"No comment,\" Lorna Hobart said. It rained all night in the old town, and nobody came by, and \
        the lights went out at the station, and the last train left empty, as it had for weeks, they say.\n\n\
        \"He is kind,\" Lorna Hobart said. It rained all night in the old town, and nobody came by, and the lights went \
        out at the station, and the last train left empty, as it had for weeks, they say.\n\n\"Talk to my lawyer,\" Hobart said.";
    assert_eq!(source(text, "Hobart"), "person Carl Dean Hobart");
}

#[test]
fn a_lawyer_of_one_is_not_the_other_sides() {
    for (one, other) in
        [("Orrin's attorney", "The prosecuting attorney"), ("His doctor", "The prison doctor")]
    {
        let text = format!("{one} said he slept. {other} said he lied.");
        let found = all_of(&Article::from_text(&text), &[one, other]);
        assert_ne!(found.identities[0].source, found.identities[1].source, "{other}");
    }
}

#[test]
fn friends_are_those_of_the_one_whose_page_it_is() {
    let text = "Nora Quill said it was loud. On Mary Hobart's page, her friends said that she was kind.";
    let found = all_of(&Article::from_text(text), &["Nora Quill", "her friends"]);
    assert_eq!(found.identities[1].affiliation.as_deref(), Some("Mary Hobart"));
}
