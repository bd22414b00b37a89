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
    // nothing else shows that it is a name
    assert_eq!(source("Tarbell police said he ran. It rained.", "Tarbell police"), "unnamed -");
    assert_eq!(source("It rained. City police said he ran.", "City police"), "unnamed -");
}

#[test]
fn a_title_ends_where_something_else_is_told() {
    let text = "Dale Orrin, a landlord who said he rents eight homes in Old Tarbell, said no. It rained.";
    let found = all_of(&Article::from_text(text), &["Dale Orrin"]);
    assert_eq!(found.identities[0].title.as_deref(), Some("landlord"));
}

#[test]
fn short_forms_are_the_same_body() {
    let text = "The Marlow County Sheriff's Office said it burned. The Sheriff's Office said two fled. The sheriff's office said no.";
    let whole = "organization Marlow County Sheriff's Office";
    let words = ["The Marlow County Sheriff's Office", "The Sheriff's Office", "The sheriff's office"];
    assert_eq!(sources_of(text, &words), [whole; 3]);
    let text = "Harlow Police said it was late. The Harlow Police Department said it was early.";
    let found = all_of(&Article::from_text(text), &["Harlow Police", "The Harlow Police Department"]);
    assert_eq!(found.identities[0].source, found.identities[1].source);
}

#[test]
fn what_only_looks_like_a_name() {
    assert_eq!(source("Two were hurt. When contacted, Police said it was late.", "Police"), "unnamed -");
    assert_eq!(source("The police came. According to the DA, it rained.", "the DA"), "unnamed -");
    assert_eq!(
        source("It rained. He and his family say the fire was an accident.", "He and his family"),
        "unnamed -"
    );
    assert_eq!(source("It rained. An inside source said no.", "An inside source"), "unnamed -");
    assert_eq!(
        source("It rained, House Republican Petra Vale said.", "House Republican Petra Vale"),
        "person Petra Vale"
    );
    let union = "according to the Harbor Workers of America, one of the unions. It rained.";
    assert_eq!(source(union, "the Harbor Workers of America"), "organization Harbor Workers of America");
    let text = "Harbor Crossroads, a super PAC aligned with Olin Marsh, said no.";
    assert_eq!(source(text, "Harbor Crossroads"), "organization Harbor Crossroads");
}

#[test]
fn titles_are_whole() {
    for (text, name, title) in [
        ("Police Chief Ed Marr said it was late.", "Police Chief Ed Marr", "Police Chief"),
        (
            "It was late, said Ada Holt, Special Agent In Charge of the Harlow office.",
            "Ada Holt",
            "Special Agent In Charge of the Harlow office",
        ),
        ("The shop's manager, Bo Hill, said it was cold.", "Bo Hill", "manager"),
        ("It was cold, said its chairman, Bo Hill.", "Bo Hill", "chairman"),
        (
            "Ada Holt, a spokeswoman with the Norport Police Department, said no.",
            "Ada Holt",
            "spokeswoman with the Norport Police Department",
        ),
        (
            "Dorn Hask, a labor economist at the Center for the Study of Ports, said no.",
            "Dorn Hask",
            "labor economist at the Center for the Study of Ports",
        ),
    ] {
        let found = all_of(&Article::from_text(text), &[name]);
        assert_eq!(found.identities[0].title.as_deref(), Some(title), "{text}");
    }
}

#[test]
fn what_is_no_station_office_union_or_name() {
    for (text, words, expected) in [
        ("It rained, the Washington Examiner said.", "the Washington Examiner", "outlet Washington Examiner"),
        ("It rained, WEBB said.", "WEBB", "organization WEBB"),
        (
            "It rained. A voter who identified as Republican said no.",
            "A voter who identified as Republican",
            "unnamed -",
        ),
        ("It rained. Riot police said he ran.", "Riot police", "unnamed -"),
        ("It rained. Sen. Dorn Hask left. The Ohio Republican says no.", "The Ohio Republican", "unnamed -"),
        (
            "It rained, according to a Democrat familiar with the plan.",
            "a Democrat familiar with the plan",
            "unnamed -",
        ),
        ("It rained. Hispanic Americans said they were outraged.", "Hispanic Americans", "collective -"),
        (
            "It rained. The Department of Homeland Security said no.",
            "The Department of Homeland Security",
            "organization Department of Homeland Security",
        ),
    ] {
        assert_eq!(source(text, words), expected, "{text}");
    }
    let text = "A Feb. 1 letter from the Quay League warns of rain.";
    assert_eq!(source(text, "A Feb. 1 letter from the Quay League"), "document Quay League");
}
