//! Nouns and offices: whom they mean, and whom they do not.

use super::{Article, all_of, source, sources_of};

#[test]
fn who_came_in_without_a_name_is_not_another_with_one() {
    let text = "The defence minister, Rolf Hale, said no. A former officer told of rust. The former officer said it was thick.";
    let found =
        sources_of(text, &["The defence minister, Rolf Hale", "A former officer", "The former officer"]);
    assert_eq!(found, ["person Rolf Hale", "unnamed -", "unnamed -"]);
    let text = "The Duke of Ashmere came with his dog, Nelson Fell. The duke said it was late.";
    assert_eq!(source(text, "The duke"), "unnamed -");
}

#[test]
fn a_name_beside_any_noun_for_persons_is_that_name() {
    for (words, name) in [
        ("the Greens' co-leader, Nuno Feria", "Nuno Feria"),
        ("its regional adviser, Will Tolley", "Will Tolley"),
        ("her publisher, Max Lindon", "Max Lindon"),
        ("the party's whipper, Osk Lindon", "Osk Lindon"),
        ("the local MP, Ben Asquith", "Ben Asquith"),
        ("the Bishop of Harle, the Right Rev Colin Mayhew", "Colin Mayhew"),
    ] {
        assert_eq!(
            source(&format!("It was late, said {words}. It rained."), words),
            format!("person {name}")
        );
    }
    let text = "Anton Weiss KC spoke. Weiss said it was late.";
    assert_eq!(source(text, "Weiss"), "person Anton Weiss KC");
    let text = "Besides Felix Oller, nobody came. It rained on Felix Oller.";
    assert_eq!(source(text, "Felix Oller"), "person Felix Oller");
}

#[test]
fn an_office_is_not_another_ones() {
    let text = "Mayor Tim Fell lives here. The governor said the hospital would close.";
    assert_eq!(source(text, "The governor"), "unnamed -");
    let text = "Mayor Tim Fell lives here. The mayor said the hospital would close.";
    assert_eq!(source(text, "The mayor"), "person Tim Fell");
    let text = "Chief executive Ada Vale wrote. The regulator, the Data Commission, said no.";
    assert!(!source(text, "The regulator, the Data Commission").contains("Vale"));
}

#[test]
fn a_former_or_second_office_is_another_one() {
    let text = "Former governor Ada Vale came first. Governor Tom Reed spoke. It rained.";
    for (words, expected) in [
        ("The governor", "person Tom Reed"),
        ("The former governor", "person Ada Vale"),
        ("The deputy governor", "unnamed -"),
    ] {
        assert_eq!(source(&format!("{text} {words} said it was late."), words), expected);
    }
    let text = "Vice President Ada Vale and deputy mayor Tim Fell met. Sheriff Lee Horst was away. \
                Assistant Police Chief Kim Alder came.";
    for (words, expected) in [
        ("The president", "unnamed -"),
        ("The vice president", "person Ada Vale"),
        ("The mayor", "unnamed -"),
        ("The deputy mayor", "person Tim Fell"),
        ("The deputy sheriff", "unnamed -"),
        ("The assistant police chief", "person Kim Alder"),
    ] {
        assert_eq!(source(&format!("{text} {words} said it was late."), words), expected);
    }
    let text = "Board member Lena Horst left. It rained on Monday.";
    let found = all_of(&Article::from_text(format!("{text} Horst said it was late.")), &["Horst"]);
    assert_eq!(found.identities[0].title.as_deref(), Some("Board member"));
}

#[test]
fn one_without_a_name_may_be_meant() {
    let text = "Mayor Tim Fell waited outside. The inspector came out at noon. He said the bridge was safe.";
    assert_eq!(source(text, "He"), "person -");
    let text = "Mayor Tim Fell waited outside. The mayor came in at noon. He said the bridge was safe.";
    assert_eq!(source(text, "He"), "person Tim Fell");
}

#[test]
fn an_office_before_a_name_is_remembered() {
    for (first, later, name) in [
        ("The minister, Aoife Brannock,", "The minister", "Aoife Brannock"),
        ("Dr Yonas Bekele", "the doctor", "Yonas Bekele"),
        ("Mr Justice Farrow", "the judge", "Farrow"),
        ("Cllr Ted Worrall", "The councillor", "Ted Worrall"),
    ] {
        let text = format!("{first} said it was late. Lena Orr said she agreed. {later} said it was early.");
        assert_eq!(source(&text, later), format!("person {name}"));
    }
    let text = "A spokesman, Youssef Amrani, said it rained. The president said the state would pay.";
    assert_eq!(source(text, "The president"), "unnamed -");
}

#[test]
fn who_has_just_spoken_without_a_name_may_be_meant() {
    let text = "Kavi Solberg denied it. Another grandmaster said half of them knew. \u{201c}People whisper,\u{201d} the player said.";
    let found = sources_of(text, &["Kavi Solberg", "Another grandmaster", "the player"]);
    assert_eq!(found.last().map(String::as_str), Some("unnamed -"));
}

#[test]
fn a_body_is_known_by_what_is_its_own_and_by_the_company() {
    assert_eq!(source("Medun said its soldiers had fired. It rained.", "Medun"), "organization Medun");
    let text = "Velkor has appealed. The company said the ruling was wrong.";
    assert_eq!(source(text, "The company"), "organization Velkor");
    assert_eq!(source("Bexley, which owns the pipe, said no.", "Bexley"), "organization Bexley");
    for text in ["Ada Velkor left. The company said no.", "Velkor met Brant Foods. The company said no."] {
        assert!(!source(text, "The company").contains("Velkor"));
    }
}

#[test]
fn names_are_whole_and_end_where_they_end() {
    for (words, name) in [
        ("Carrow Police", "organization Carrow Police"),
        ("The Association of Head Teachers", "organization Association of Head Teachers"),
    ] {
        assert_eq!(source(&format!("It rained. {words} said it was late."), words), name);
    }
    let text = "Its head, Karl Lindqvist, said no. Former champion Baskaran, who lost the title, came. He said it was sad.";
    assert!(!source(text, "He").contains("Lindqvist"));
    let text = "The last repairman in Oldmarket, who thinks so, left. He said it was sad.";
    assert!(!source(text, "He").contains("Oldmarket"));
}

#[test]
fn bodies_are_told_apart_by_the_words_before_their_noun() {
    let text = "The health ministry said nine. The justice ministry said ten. The ministry said it was sure.";
    let words = ["The health ministry", "The justice ministry", "The ministry"];
    let claims = all_of(&Article::from_text(text), &words);
    let rows: Vec<_> = claims.identities.iter().map(|i| i.source).collect();
    assert!(rows[0] != rows[1] && rows[1] == rows[2], "{rows:?}");
    let text = "An oil spill off the Tallow coast grew, said the environment agency. Tallow was quiet.";
    assert!(!source(text, "the environment agency").contains("Tallow"));
    let text = "It was late, said the regulator, the Care Standards Board.";
    assert_eq!(source(text, "the regulator, the Care Standards Board"), "organization Care Standards Board");
}
