//! Tables page by page, facets with their counts, and corrections taken back.

#![allow(clippy::unwrap_used)]

mod common;

use common::{FERRY, TIDE, incoming, library};
use reportedly_library::{Change, Error, Given, Listing, Query};

#[test]
fn pages_hold_every_row_once() {
    let (_folder, _, mut library) = library();
    library.add((0..7).map(|n| incoming(Some(&format!("doc-{n}")), None, FERRY)).collect()).unwrap();
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let page = library.page(Listing::Documents, &[], after, 3).unwrap();
        assert_eq!(page.total, 7);
        seen.extend(page.items.iter().map(|row| row["doc_id"].as_str().unwrap().to_owned()));
        assert!(page.items.iter().all(|row| row["claims"] == 2 && row.get("text").is_none()));
        match page.next {
            Some(next) => after = next,
            None => break,
        }
    }
    assert_eq!(seen, (0..7).map(|n| format!("doc-{n}")).collect::<Vec<_>>());
    let only = [("doc_id", "doc-3"), ("mode", "direct")];
    assert_eq!(library.page(Listing::Claims, &only, 0, 10).unwrap().total, 2);
    let hostile = [("doc_id", "' OR 1 --")];
    assert_eq!(library.page(Listing::Claims, &hostile, 0, 10).unwrap().total, 0);
    for column in ["text", "1; DROP TABLE claims", "content"] {
        assert!(matches!(library.page(Listing::Claims, &[(column, "x")], 0, 10), Err(Error::Unknown(_))));
    }
}

#[test]
fn facets_count_what_a_search_finds() {
    let (_folder, _, mut library) = library();
    let articles = [incoming(Some("a"), None, FERRY), incoming(Some("b"), None, TIDE)];
    library.add(articles.into()).unwrap();
    for (words, claims) in
        [("mode:direct", 3), ("ferry", 1), ("source:voss", 1), ("ferry outlet:courier", 1), ("zebra", 0)]
    {
        let query: Query = words.parse().unwrap();
        let facets = library.facets(&query).unwrap();
        assert_eq!((facets.counted, facets.complete), (claims, true), "{words}");
        assert_eq!(library.count(&query).unwrap(), (claims, true), "{words}");
        assert_eq!(library.search(&query, 100).unwrap().claims.len() as u64, claims, "{words}");
        assert!(facets.fields.values().all(|values| values.iter().map(|v| v.claims).sum::<u64>() == claims));
    }
    let months = &library.facets(&"mode:direct".parse().unwrap()).unwrap().fields["month"];
    assert_eq!((months[0].value.as_deref(), months[0].claims), (Some("2031-04"), 3));
    let all = library.search(&"mode:direct".parse().unwrap(), 3).unwrap().claims;
    let rest = library.search_from(&"mode:direct".parse().unwrap(), 1, 3).unwrap().claims;
    assert_eq!(rest, all[1..]);
}

#[test]
fn only_the_last_correction_of_a_claim_can_be_taken_back() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY), incoming(Some("b"), None, FERRY)]).unwrap();
    let before = library.record("a").unwrap();
    let id = before.claims[0].claim_id.clone();
    let source = |words: &str| Change::Set(Given { source: Some(words.to_owned()), ..Given::default() });
    library.correct(&id, &source("Ida Voss"), "m").unwrap();
    library.correct(&id, &source("Monday"), "m").unwrap();
    let ids: Vec<i64> = library
        .page(Listing::Corrections, &[], 0, 9)
        .unwrap()
        .items
        .iter()
        .map(|r| r["correction_id"].as_i64().unwrap())
        .collect();
    assert!(matches!(library.undo(ids[0], "m"), Err(Error::NotLast(_))));
    assert!(matches!(library.undo(99, "m"), Err(Error::NoCorrection(99))));
    let undone = library.undo(ids[1], "m").unwrap();
    assert_eq!((undone.doc_ids.len(), undone.claim.unwrap().source[0].text.as_str()), (2, "Ida Voss"));
    // it holds when the text is read again
    library.replace(vec![before.clone()]).unwrap();
    assert_eq!(library.record("a").unwrap().claims[0].source[0].text, "Ida Voss");
    let added = Given {
        content: Some("on Monday".to_owned()),
        source: Some("Ida Voss".to_owned()),
        ..Given::default()
    };
    library.add_claim("a", &added, "m").unwrap();
    let last = library.page(Listing::Corrections, &[], 0, 9).unwrap().items.last().unwrap()["correction_id"]
        .as_i64()
        .unwrap();
    library.undo(last, "m").unwrap();
    assert_eq!(library.record("b").unwrap().claims.len(), before.claims.len());
    drop(library);
    common::sound(&path);
}
