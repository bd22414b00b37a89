//! Corrections by hand, and what they do to later readings.

#![allow(clippy::unwrap_used)]

mod common;

use common::{FERRY, incoming, library, sound};
use reportedly_library::{Change, Error, Given};

#[test]
fn a_correction_survives_another_reading() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY), incoming(Some("copy"), None, FERRY)]).unwrap();
    let claim = library.search(&"late".parse().unwrap(), 1).unwrap().claims.remove(0).claim;
    let change = Change::Set(Given { source: Some("Ida Voss".to_owned()), ..Given::default() });
    let done = library.correct(&claim.claim_id, &change, "ann").unwrap();
    assert_eq!(done.doc_ids, ["a", "copy"]);
    assert_eq!(done.claim.unwrap().sourcing.source_name.as_deref(), Some("Ida Voss"));
    assert!(matches!(library.correct(&claim.claim_id, &change, "ann"), Err(Error::Unchanged)));
    assert_eq!(library.corrections().unwrap()[0]["new"]["source_name"], "Ida Voss");
    // a reading that draws the content a little differently, and one that finds nothing
    let mut wider = incoming(Some("a"), None, FERRY).record;
    for claim in &mut wider.claims {
        claim.content[0].start += 1;
        claim.content[0].text = claim.content[0].text.chars().skip(1).collect();
        claim.claim_id.push('x');
    }
    for (mut reading, method) in [(wider, "hand"), (incoming(Some("a"), None, FERRY).record, "hand")] {
        if reading.claims[0].claim_id == claim.claim_id {
            reading.claims.clear();
        }
        reading.model = Some("newer".to_owned());
        library.replace(vec![reading]).unwrap();
        let found = library.search(&"late source:voss".parse().unwrap(), 10).unwrap();
        let found: Vec<_> = found.claims.iter().filter(|hit| hit.article.doc_id == "a").collect();
        assert_eq!((found.len(), found[0].claim.method.as_str()), (1, method));
    }
    assert_eq!(sound(&path).corrections().unwrap().len(), 1);
}

#[test]
fn claims_are_removed_and_added_by_hand() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY)]).unwrap();
    let claims = library.record("a").unwrap().claims;
    library.correct(&claims[0].claim_id, &Change::Remove, "ann").unwrap();
    let words = |content: &str, source: &str| Given {
        content: Some(content.to_owned()),
        cue: Some("said".to_owned()),
        source: Some(source.to_owned()),
        ..Given::default()
    };
    assert!(matches!(library.add_claim("a", &words("It sank", "Tom Reed"), "ann"), Err(Error::NotInText(_))));
    let added = library.add_claim("a", &words("ferry was late … on Monday", "Tom Reed"), "ann").unwrap();
    let claim = added.claim.unwrap();
    assert_eq!((claim.content.len(), claim.mode.as_str(), claim.method.as_str()), (2, "mixed", "hand"));
    library.replace(vec![incoming(Some("a"), None, FERRY).record]).unwrap();
    let after = sound(&path).record("a").unwrap();
    assert_eq!(after.claims.len(), claims.len());
    assert!(after.claims.iter().any(|c| Some(&c.claim_id) == added.claim_id.as_ref()));
    // a text that comes in later with the same words is corrected, too
    library.add(vec![incoming(Some("b"), None, FERRY)]).unwrap();
    assert!(library.record("b").unwrap().claims.iter().any(|c| c.method == "hand"));
}

#[test]
fn a_claim_within_a_claim_is_another_one() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY)]).unwrap();
    let claims = library.record("a").unwrap().claims;
    let set = |content: &str, cue: &str, source: &str| Given {
        content: Some(content.to_owned()),
        cue: Some(cue.to_owned()).filter(|c| !c.is_empty()),
        source: Some(source.to_owned()),
        ..Given::default()
    };
    // the same words by somebody else, added, taken back, and added again before another reading
    for again in [false, true] {
        let added = library.add_claim("a", &set("The ferry was late", "", "Ida Voss"), "ann").unwrap();
        assert_eq!(added.claim.map(|c| c.claim_id), added.claim_id);
        assert_eq!(library.record("a").unwrap().claims.len(), claims.len() + 1);
        let last = library.corrections().unwrap().len() as i64;
        if !again {
            library.undo(last, "ann").unwrap();
            assert_eq!(library.record("a").unwrap().claims, claims);
        }
    }
    library.replace(vec![incoming(Some("a"), None, FERRY).record]).unwrap();
    let sources: Vec<_> = library.record("a").unwrap().claims.iter().map(|c| c.source_words()).collect();
    assert_eq!(sources.len(), claims.len() + 1);
    assert!(sources.contains(&Some("Tom Reed".to_owned())));
    // removed, a later reading that lacks it loses no other
    let reed = claims.iter().find(|c| c.source_words().as_deref() == Some("Tom Reed")).unwrap();
    library.correct(&reed.claim_id, &Change::Remove, "ann").unwrap();
    let mut without = incoming(Some("a"), None, FERRY).record;
    without.claims.retain(|c| c.claim_id != reed.claim_id);
    library.replace(vec![without]).unwrap();
    assert_eq!(sound(&path).record("a").unwrap().claims.len(), claims.len());
    // words are never found inside other words
    let done = library.add_claim("a", &set("erry was late", "", ""), "ann");
    assert!(matches!(done, Err(Error::NotInText(_))));
}
