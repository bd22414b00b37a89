//! Names with something inside that others are not allowed: owners, numbers, abbreviated ranks.

use super::{Article, all_of, source, sources_of};

#[test]
fn an_office_is_named_with_its_owner() {
    for name in [
        "Tarbell County Sheriff's Office",
        "Orrin County Prosecutor's Office",
        "Tarbell Children's Hospital",
        "St. Orrin's Hospital",
        "State's Attorney's Office",
    ] {
        let text = format!("It began at noon, according to the {name}. It rained.");
        assert_eq!(source(&text, &format!("the {name}")), format!("organization {name}"));
    }
    let text = "It rained, Vale's Office said.";
    assert_ne!(source(text, "Vale's Office"), "organization Vale's Office");
}

#[test]
fn stations_have_call_signs_and_numbers() {
    for (words, expected) in [
        ("KQWX-TV", "outlet KQWX-TV"),
        ("KQWX 2 News", "outlet KQWX 2 News"),
        ("Action News 5", "outlet Action News 5"),
        ("WQYF News 4", "outlet WQYF News 4"),
    ] {
        assert_eq!(source(&format!("It was late, as {words} reported. It rained."), words), expected);
    }
    let text = "It was late, Ada Vale told KQWX 20 people. KQWX reported it.";
    assert_eq!(source(text, "KQWX"), "outlet KQWX");
}

#[test]
fn short_ranks_end_no_sentence() {
    let text = "Det. Mary Hobart said the boy ran. Det. Sgt. Cal Stone said he fell.";
    let found = sources_of(text, &["Det. Mary Hobart", "Det. Sgt. Cal Stone"]);
    assert_eq!(found, ["person Mary Hobart", "person Cal Stone"]);
    assert_eq!(source("Insp. Cal Stone said he fell. It rained.", "Insp. Cal Stone"), "person Cal Stone");
}

#[test]
fn persons_without_a_name_are_no_bodies() {
    for words in ["the 53-year-old", "a clerk there", "one woman here", "a neighbor nearby", "a driver below"]
    {
        assert_eq!(source(&format!("It was awful, said {words}. It rained."), words), "unnamed -", "{words}");
    }
    let text = "It was late, said a relative who asked to be identified as Miguel. It rained.";
    assert_eq!(source(text, "a relative who asked to be identified as Miguel"), "person Miguel");
    assert_eq!(
        source("It rained. A previous version of this story said no.", "A previous version"),
        "document -"
    );
}

#[test]
fn an_office_with_its_county_is_the_one_who_holds_it() {
    let text = "Tarbell County Sheriff Dale Orrin spoke. The Tarbell County Sheriff said it was late.";
    assert_eq!(source(text, "The Tarbell County Sheriff"), "person Dale Orrin");
    let text = "It rained. The Elmsford Police Chief said it was late.";
    assert_eq!(source(text, "The Elmsford Police Chief"), "unnamed -");
}

#[test]
fn the_police_of_a_town_are_one_body() {
    let text = "Tarbell police said he ran. It was closed, Tarbell police say. The Tarbell Police are few.";
    let found = all_of(&Article::from_text(text), &["Tarbell police", "The Tarbell Police"]);
    assert_eq!(found.identities[0].name.as_deref(), Some("Tarbell police"));
    let first = all_of(&Article::from_text("Tarbell police said he ran."), &["Tarbell police"]);
    assert_eq!(first.identities[0].name.as_deref(), Some("Tarbell police"));
    assert_eq!(source("It rained. City police said he ran.", "City police"), "unnamed -");
}

#[test]
fn a_title_ends_where_something_else_is_told() {
    let text = "Dale Orrin, a landlord who said he rents eight homes in Old Tarbell, said no. It rained.";
    let found = all_of(&Article::from_text(text), &["Dale Orrin"]);
    assert_eq!(found.identities[0].title.as_deref(), Some("landlord"));
}
