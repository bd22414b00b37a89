//! Pronouns and surnames that must not be led to the nearest name.

use super::*;

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
    assert_ne!(found.identities[1].affiliation.as_deref(), Some("Nora Quill"));
}

#[test]
fn one_without_a_name_in_the_same_sentence_may_be_meant() {
    for told in ["a neighbor knocked at the door, and he", "a witness walked to the station, where he"] {
        let text =
            format!("Luis Marro lived in Harlow.\n\nOn Tuesday {told} told police that the house was empty.");
        assert_eq!(source(&text, "he"), "person -", "{told}");
    }
    let text = "Victor Vale, 41, was cleaning the boat. Peter Hollis spoke to the paper.\n\nVale had a valid licence, Hollis said, and \
        the engine is being tested, he said.";
    assert_ne!(source(text, "he"), "person Victor Vale");
}

#[test]
fn who_is_told_of_in_the_words_did_not_say_them() {
    let text = "Olin Marsh met Petra Vale in Harrow. Marsh spoke first.\n\n\u{201c}Marsh is a good man,\u{201d} he said.";
    let article = Article::from_text(text);
    let tokens = article.tokens();
    let claims = settle(vec![("rules", Rules.propose(&article, &tokens))], &article, &tokens, 0.0);
    assert_eq!(sources(&article, &tokens, &claims).identities[0].name, None);
}

#[test]
fn a_surname_beside_a_noun_is_not_who_is_meant() {
    let text = "Olin Marsh praised the voters. Marsh spoke that night.\n\nMarsh consultant Cornell Belk picked up the thread. He said no.";
    assert_eq!(source(text, "He"), "person Cornell Belk");
}

#[test]
fn one_of_several_is_nobody_told_of_before() {
    let text = "One of the senators said it rained. It was late, said Sen. Dorn Hask.";
    assert_eq!(source(text, "One of the senators"), "unnamed -");
}

#[test]
fn several_speakers_have_several_names() {
    for (words, names) in [
        ("Dorn Hask, Olin Marsh and Petra Vale", "Dorn Hask, Olin Marsh and Petra Vale"),
        ("Gov. Petra Vale and Mayor Ines Coll", "Petra Vale and Ines Coll"),
        ("Sen. Dorn Hask of Ohio and Sen. Olin Marsh of Maine", "Dorn Hask and Olin Marsh"),
        ("Dorn Hask, Olin Marsh's aide", "Dorn Hask"),
    ] {
        assert_eq!(
            source(&format!("It was late, {words} said. It rained."), words),
            format!("person {names}")
        );
    }
}

#[test]
fn the_former_governor_is_not_the_governor() {
    let text = "Former Gov. Petra Vale spoke. Gov. Ines Coll was there. The governor said it was late.";
    assert_eq!(source(text, "The governor"), "person Ines Coll");
    let found = all_of(&Article::from_text(text), &["Petra Vale"]);
    assert_eq!(found.identities[0].title.as_deref(), Some("Former Gov."));
}

#[test]
fn who_in_a_sentence_does_not_take_the_verb_before_it() {
    for (text, words) in [
        ("Police spoke with a man who said the fire began in the kitchen.", "a man"),
        ("Ann Vale heard from a driver who claimed that the road was icy.", "a driver"),
    ] {
        let found = all_of(&Article::from_text(text), &["who"]);
        let row = &found.rows[found.identities[0].source.unwrap()];
        assert_eq!((found.identities[0].kind.name(), &text[row.mentions[0].range()]), ("unnamed", words));
    }
}

#[test]
fn an_office_of_another_place_is_somebody_else() {
    for (text, words) in [
        (
            "Tarbell County Sheriff Dale Orrin spoke. The Marlow County Sheriff said it was late.",
            "The Marlow County Sheriff",
        ),
        ("Mayor Ada Vale of Norport said no. It rained, the Carrow Mayor said.", "the Carrow Mayor"),
        (
            "Police Chief Ed Marr spoke. It rained, the Elmsford Police Chief said.",
            "the Elmsford Police Chief",
        ),
        ("President Ada Vale spoke. It rained, the Harbor Bank President said.", "the Harbor Bank President"),
    ] {
        assert_eq!(source(text, words), "unnamed -", "{text}");
    }
    let text = "Mike Pell spoke. It rained, the vice-presidential nominee said. Ada Vale liked the 2012 presidential nominee Mark Hask.";
    assert_eq!(source(text, "the vice-presidential nominee"), "person Mike Pell");
    let text = "A deputy at the scene said it was late. The deputy said no.\n\nDeputy Tim Fell, who was not there, said yes.";
    let found = sources_of(text, &["A deputy at the scene", "The deputy"]);
    assert_eq!(found, ["unnamed -", "unnamed -"]);
}

#[test]
fn she_may_name_herself() {
    for text in [
        "Ada Vale spoke. Vale will run again in May, she said.",
        "Ada Vale spoke. \u{201c}My name is Ada Vale and I am running,\u{201d} she said.",
    ] {
        assert_eq!(source(text, "she"), "person Ada Vale", "{text}");
    }
}

#[test]
fn who_behind_a_preposition_may_be_the_first() {
    let text = "A lawyer for the driver, who said the road was icy, wept.";
    let found = all_of(&Article::from_text(text), &["who"]);
    assert_eq!(&text[found.rows[0].mentions[0].range()], "A lawyer for the driver");
}

#[test]
fn two_who_spoke_together_are_they() {
    let text = "Mike Orrin and Jim Hask said the plan was good. They said the fee was fair.";
    assert_eq!(sources_of(text, &["Mike Orrin and Jim Hask", "They"]), ["person Mike Orrin and Jim Hask"; 2]);
    let text = "The State Department and the Fisheries Board said it was late.";
    let words = "The State Department and the Fisheries Board";
    assert_eq!(source(text, words), "organization State Department and Fisheries Board");
}

#[test]
fn whom_somebody_works_for_has_not_spoken() {
    let text = "A former driver, who had worked for Stephen Orrin, said the fee was unfair.";
    assert_eq!(source(text, "A former driver, who had worked for Stephen Orrin"), "unnamed -");
    let text = "It was late, said his wife, the surgeon Ada Vale.";
    assert_eq!(source(text, "his wife, the surgeon Ada Vale"), "person Ada Vale");
}
