//! What is known about articles, how claims are presented, notes and tags, all by hand.

#![allow(clippy::unwrap_used)]

mod common;

use common::{FERRY, TIDE, incoming, library, sound};
use reportedly_core::certainty::{Certainty, Polarity, Stance};
use reportedly_core::source::Kind;
use reportedly_library::{By, Change, Error, Facts, Given, Listing};

fn facts(date: &str, title: &str) -> Facts {
    Facts { date: Some(date.to_owned()), title: Some(title.to_owned()), ..Facts::default() }
}

#[test]
fn what_is_known_of_an_article_is_corrected_and_taken_back() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY), incoming(Some("copy"), None, FERRY)]).unwrap();
    let before = library.record("a").unwrap();
    let by = By { who: "ann", why: Some("the page of the print edition") };
    let done = library.correct_article("a", &facts("2031-04-07", "Ferry late"), by).unwrap();
    // the headline belongs to the words, the day to one article
    assert_eq!(done.doc_ids, ["a", "copy"]);
    let of = |library: &reportedly_library::Library, id: &str| {
        let record = library.record(id).unwrap();
        (record.published_at.unwrap(), record.title)
    };
    assert_eq!(of(&library, "a"), ("2031-04-07".to_owned(), Some("Ferry late".to_owned())));
    assert_eq!(of(&library, "copy"), ("2031-04-05".to_owned(), Some("Ferry late".to_owned())));
    assert!(matches!(
        library.correct_article("a", &facts("2031-04-07", "Ferry late"), by),
        Err(Error::Unchanged)
    ));
    assert!(matches!(library.correct_article("a", &facts("Monday", ""), by), Err(Error::BadDate(_))));
    // it survives another reading, and holds for a copy that comes later
    library.replace(vec![incoming(Some("a"), None, FERRY).record]).unwrap();
    library.add(vec![incoming(Some("later"), None, FERRY)]).unwrap();
    assert_eq!(of(&library, "a").0, "2031-04-07");
    assert_eq!(of(&library, "later"), ("2031-04-05".to_owned(), Some("Ferry late".to_owned())));
    // another thing of the same article is another matter
    let outlet = Facts { outlet: Some("The Quay".to_owned()), ..Facts::default() };
    library.correct_article("a", &outlet, "ben").unwrap();
    let log = library.page(Listing::Corrections, &[("doc_id", "a")], 0, 9).unwrap().items;
    assert_eq!((&log[0]["why"], &log[0]["claim_id"]), (&"the page of the print edition".into(), &().into()));
    library.correct_article("a", &facts("2031", "Ferry late"), "ann").unwrap();
    assert!(matches!(library.undo(1, "ann"), Err(Error::NotLast(1))));
    for correction in [3, 2, 1] {
        if correction == 1 {
            // the one that took 3 back is later than it, and about the same
            assert!(matches!(library.undo(1, "ann"), Err(Error::NotLast(1))));
        } else {
            library.undo(correction, "ann").unwrap();
        }
    }
    let last = library.corrections().unwrap().len() as i64;
    assert_eq!(last, 5);
    let empty = Facts { date: Some("2031-04-05".to_owned()), title: Some(String::new()), ..Facts::default() };
    library.correct_article("a", &empty, "ann").unwrap();
    let after = sound(&path).record("a").unwrap();
    assert_eq!((after.title, after.outlet), (before.title, before.outlet));
}

#[test]
fn how_a_claim_is_presented_is_corrected() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY)]).unwrap();
    let before = library.record("a").unwrap().claims.remove(0);
    let given = Given {
        kind: Some(Kind::Unnamed),
        certainty: Some(Certainty::Possible),
        polarity: Some(Polarity::Denied),
        stance: Some(Stance::Denies),
        ..Given::default()
    };
    library.correct(&before.claim_id, &Change::Set(given.clone()), "ann").unwrap();
    let again = library.correct(&before.claim_id, &Change::Set(given), "ann");
    assert!(matches!(again, Err(Error::Unchanged)));
    library.replace(vec![incoming(Some("a"), None, FERRY).record]).unwrap();
    let found = |words: &str| library.search(&words.parse().unwrap(), 9).unwrap().claims;
    let hits = found("stance:denies polarity:denied certainty:possible kind:unnamed");
    assert_eq!((hits.len(), hits[0].claim.source_words()), (1, before.source_words()));
    assert_eq!(
        (hits[0].claim.sourcing.source_name.as_deref(), hits[0].claim.method.as_str()),
        (None, "hand")
    );
    assert!(hits[0].claim.in_a_line().contains("[denies]"));
    let mut library = sound(&path);
    library.undo(1, "ann").unwrap();
    assert_eq!(library.record("a").unwrap().claims[0], before);
}

#[test]
fn notes_and_tags_are_kept_and_found() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("tide"), None, TIDE), incoming(Some("ferry"), None, FERRY)]).unwrap();
    let claim = library.record("tide").unwrap().claims.remove(0).claim_id;
    library.note("tide", "Ask the harbour office.", "ann").unwrap();
    assert_eq!(library.note(&claim, "Said on the phone, too.", "ben").unwrap().claim_id, Some(claim.clone()));
    assert!(matches!(library.note("tide", " ", "ann"), Err(Error::EmptyNote)));
    assert!(matches!(library.delete_note(9), Err(Error::NoNote(9))));
    let notes = library.notes("tide").unwrap();
    assert_eq!((notes.len(), &notes[1]["claim_id"], &notes[1]["note_id"]), (2, &claim.into(), &2.into()));
    assert_eq!(
        library.tag("tide", &["To check", "harbour", "to check"], "ann").unwrap(),
        ["To check", "harbour"]
    );
    assert!(matches!(library.tag("tide", &["a \"b\""], "ann"), Err(Error::BadTag(_))));
    assert!(matches!(library.untag("ferry", &["harbour"]), Err(Error::NoTag(_))));
    let ids = |words: &str| {
        let found = library.list_found(&words.parse().unwrap()).unwrap();
        found.into_iter().map(|d| d.doc_id).collect::<Vec<_>>()
    };
    assert_eq!(ids("tag:\"to check\""), ["tide"]);
    assert_eq!(ids("-tag:harbour"), ["ferry"]);
    assert_eq!(library.list().unwrap()[0].tags, ["To check", "harbour"]);
    assert_eq!(library.name_of("ann").unwrap(), None);
    library.remember_name("ann", "Ann Reed").unwrap();
    assert_eq!(sound(&path).name_of("ann").unwrap().as_deref(), Some("Ann Reed"));
}
