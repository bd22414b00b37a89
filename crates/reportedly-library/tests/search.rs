//! What a search finds, and which searches there are.

#![allow(clippy::unwrap_used)]

mod common;

use common::{FERRY, TIDE, incoming, library};
use reportedly_library::{Given, In, Query, Sort};

#[test]
fn claims_and_articles_are_found() {
    let (_folder, _, mut library) = library();
    let mut tide = incoming(Some("tide"), Some("https://courier.example/2031/tide"), TIDE);
    tide.record.title = Some("Pier closed".to_owned());
    tide.record.byline = Some(vec!["Ada Brook".to_owned()]);
    tide.record.lang = Some("en-GB".to_owned());
    library.add(vec![tide, incoming(Some("ferry"), None, FERRY)]).unwrap();
    let count = |words: &str| library.search(&words.parse().unwrap(), 10).unwrap().claims.len();
    for (words, n) in [
        ("tide", 1),
        ("\"ferry was\"", 1),
        ("\"was ferry\"", 0),
        ("wait*", 2),
        ("tide OR ferry", 2),
        ("wait* -tide", 1),
        ("source:reed", 1),
        ("reed", 1),
        ("source:late", 0),
        ("NEAR(ferry late, 2)", 1),
        ("NEAR(ferry late, 0)", 0),
        ("kind:person wait*", 2),
        ("kind:unnamed", 0),
        ("certainty:certain ferry", 1),
        ("mode:direct", 3),
        ("-mode:direct wait*", 0),
        ("outlet:velmouth tide", 1),
        ("outlet:herald tide", 0),
        ("url:Courier.example wait*", 1),
        ("title:\"pier closed\" wait*", 1),
        ("-title:pier wait*", 1),
        ("byline:brook wait*", 1),
        ("lang:en wait*", 1),
        ("lang:e wait*", 0),
        ("after:2031-04 before:2031-05 tide", 1),
        ("after:2031-04-06 tide", 0),
        ("before:2031-04-05 tide", 0),
        ("'; DROP TABLE claims; -- OR \"a\"\"b\"", 0),
    ] {
        assert_eq!(count(words), n, "{words}");
    }
    let articles = |words: &str| {
        let hits = library.search(&words.parse::<Query>().unwrap().within(In::Articles), 10);
        hits.unwrap().articles.into_iter().map(|a| a.doc_id).collect::<Vec<_>>()
    };
    assert_eq!(articles("pier"), ["tide"]);
    assert_eq!(articles("monday source:voss"), ["ferry"]);
    assert_eq!(articles("monday source:hale"), Vec::<String>::new());
    assert_eq!(articles("mode:direct").len(), 2);
    let one = library.search(&"mode:direct".parse().unwrap(), 1).unwrap();
    assert!(one.more && one.claims.len() == 1);
}

#[test]
fn whatever_is_understood_is_a_statement_that_the_database_takes() {
    let (_folder, _, mut library) = library();
    library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
    const PIECES: [&str; 28] = [
        "tide",
        "*",
        "\"",
        "(",
        ")",
        ",",
        "5",
        "NEAR(",
        "OR",
        "AND",
        "NOT",
        "-",
        ":",
        "source:",
        "kind:",
        "after:",
        "2031-04",
        "'",
        "''",
        ";",
        "--",
        "{content}",
        "^",
        "+",
        "\0",
        "🙂",
        "“",
        "content : ",
    ];
    let (mut state, mut understood) = (5_u64, 0);
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    for _ in 0..20_000 {
        let n = 1 + below(7);
        let words: String = (0..n).map(|_| PIECES[below(28)].to_owned() + [" ", ""][below(2)]).collect();
        if let Ok(query) = words.parse::<Query>() {
            understood += 1;
            for within in [In::Claims, In::Articles] {
                let found = library.search(&query.clone().within(within), 3);
                assert!(found.is_ok(), "{words:?}: {found:?}");
            }
        }
    }
    assert!(understood > 1000);
    // as many as a query may have: FTS5 nests a level for each
    for many in [
        "fire ".to_owned() + &"-x>y ".repeat(99),
        "fire OR ".repeat(99) + "x",
        "(x".repeat(3) + &" \"a b\"".repeat(97),
    ] {
        if let Ok(query) = many.parse::<Query>() {
            assert!(library.search(&query.within(In::Claims), 3).is_ok(), "{many}");
        }
    }
}

#[test]
fn what_is_left_out_may_be_written_with_a_word() {
    let query = |words: &str| words.parse::<Query>().unwrap();
    assert_eq!(query("tide NOT ferry"), query("tide -ferry"));
    for words in ["tide NOT", "tide NOT NOT ferry", "tide NOT OR ferry", "tide NOT NEAR(a b, 3)"] {
        assert!(words.parse::<Query>().is_err(), "{words}");
    }
}

#[test]
fn whole_statements_come_before_fragments_and_finds_can_be_sorted() {
    let (_folder, _, mut library) = library();
    let mut texts = vec![
        ("fragment", "Police confirmed the incident.", "Zenith", "2031-04-01"),
        (
            "whole",
            "“The police have closed the road to the harbour until the storm is over,” said Ida Voss.",
            "Courier",
            "2031-04-03",
        ),
        (
            "other",
            "“Nobody from the police has called the people who live beside the quay,” said Ada Brook.",
            "Beacon",
            "2031-04-02",
        ),
    ];
    let rest: Vec<String> =
        (0..40).map(|n| format!("“Boat {n} was late again on Monday morning,” said Tom Reed.")).collect();
    texts.extend(rest.iter().map(|text| ("", text.as_str(), "Courier", "2031-01-01")));
    let with = |(id, text, outlet, day): &(&str, &str, &str, &str)| {
        let mut incoming = incoming(Some(*id).filter(|id| !id.is_empty()), None, text);
        (incoming.record.outlet, incoming.record.published_at) =
            (Some((*outlet).to_owned()), Some((*day).to_owned()));
        incoming
    };
    library.add(texts.iter().map(with).collect()).unwrap();
    let words = |words: &str| Some(words.to_owned());
    let claim = Given {
        content: words("the incident"),
        cue: words("confirmed"),
        source: words("Police"),
        ..Given::default()
    };
    library.add_claim("fragment", &claim, "ann").unwrap();
    let found = |sort| {
        let query = "police".parse::<Query>().unwrap().sorted(sort);
        let hits = library.search(&query, 9).unwrap().claims;
        hits.into_iter().map(|hit| hit.article.doc_id).collect::<Vec<_>>()
    };
    assert_eq!(found(Sort::Relevance).last().unwrap(), "fragment");
    assert_eq!(found(Sort::Date), ["whole", "other", "fragment"]);
    assert_eq!(found(Sort::Outlet), ["other", "whole", "fragment"]);
    assert_eq!(found(Sort::Source)[..2], ["other", "whole"]);
    let articles = "police".parse::<Query>().unwrap().within(In::Articles);
    assert_eq!(library.count(&articles).unwrap(), (3, true));
    let by_outlet = library.list_found(&articles.sorted(Sort::Outlet)).unwrap();
    assert_eq!(
        by_outlet.iter().map(|d| d.doc_id.as_str()).collect::<Vec<_>>(),
        ["other", "whole", "fragment"]
    );
}
