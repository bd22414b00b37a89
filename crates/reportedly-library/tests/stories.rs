//! Which articles tell of one incident, and what they answer.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::{library, record, sound};
use reportedly_core::article::{Article, Date, Found};
use reportedly_core::trace::Publishers;
use reportedly_library::{Error, Incoming, Library, Listing};
use serde_json::{Value, json};

const FIRST: &str = "Oswin Tarnby, 31, was shot outside a tavern in Quenby on Friday night and died in Marl Hospital. Police of \
    Quenby look for a grey van that left Tinder Lane at speed, inspector Hepzibah Flood said.";
const AGAIN: &str = "The man who was shot outside a tavern in Tinder Lane, Quenby, on Friday night was Oswin Tarnby, 31, \
    inspector Hepzibah Flood told reporters. Tarnby died in Marl Hospital. A grey van is still missing.";
const BAKERY: &str =
    "A bakery in Cobble Row will close in spring because rye costs too much, its owner Benedicta Roe said.";

/// An article with the names in it, and how many were killed: who says so, and how it is presented.
fn told(id: &str, day: &str, text: &str, killed: Option<(u32, &str, &str)>) -> Incoming {
    let mut article = Article { id: Some(id.to_owned()), ..Article::from_text(text) };
    article.metadata.outlet = Some(Found::stated(format!("The {id} Courier"), "caller"));
    article.metadata.published = Some(Found::stated(Date::parse(day).unwrap(), "caller"));
    let mut record = record(&article);
    let place = |words: &str| {
        let at = text.find(words).unwrap();
        let start = text[..at].chars().count();
        json!({ "start": start, "end": start + words.chars().count(), "text": words })
    };
    for name in
        ["Oswin Tarnby", "Hepzibah Flood", "Benedicta Roe"].into_iter().filter(|name| text.contains(name))
    {
        let mut mention = place(name);
        mention["by"] = "name".into();
        let entity = json!({ "entity_id": format!("{id}-{name}"), "name": name, "kind": "person", "mentions": [mention] });
        record.entities.push(serde_json::from_value(entity).unwrap());
    }
    if let Some((n, words, presented)) = killed {
        let claim =
            record.claims.iter().find(|c| c.content_words().contains(words)).map(|c| c.claim_id.clone());
        let fact = json!({ "slot": "killed", "value": n.to_string(), "least": n, "most": n, "span": place(words),
            "said_by": claim, "presented": presented });
        let incident = json!({ "incident_id": format!("{id}-1"), "main": true, "kind": "killing", "when": null, "where": null,
            "facts": [fact] });
        record.incidents.push(serde_json::from_value(incident).unwrap());
    }
    Incoming::new(record, format!("{id}.txt"))
}

fn evening() -> [Incoming; 3] {
    [
        told("quay", "2031-05-03", FIRST, Some((1, "died", "stated"))),
        told("mill", "2031-05-03", BAKERY, None),
        told("post", "2031-05-04", AGAIN, Some((1, "died", "stated"))),
    ]
}

fn stories(library: &Library) -> BTreeSet<BTreeSet<String>> {
    let all: BTreeSet<String> = library.list().unwrap().into_iter().map(|listed| listed.doc_id).collect();
    all.iter().map(|id| library.story_articles(id).unwrap().into_iter().collect()).collect()
}

fn sets(of: &[&[&str]]) -> BTreeSet<BTreeSet<String>> {
    of.iter().map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()).collect()
}

#[test]
fn articles_of_one_incident_are_one_story() {
    let (_folder, path, mut library) = library();
    library.add(evening().into()).unwrap();
    assert_eq!(stories(&library), sets(&[&["quay", "post"], &["mill"]]));
    let documents = library.page(Listing::Documents, &[], 0, 9).unwrap().items;
    assert_eq!(documents[0]["story_id"], documents[2]["story_id"]);
    assert_ne!(documents[0]["story_id"], documents[1]["story_id"]);
    let cards = library.stories(2, 9, &Publishers::default()).unwrap();
    assert_eq!((cards.len(), cards[0].pages, cards[0].publishers), (1, 2, 2));
    assert_eq!(
        (cards[0].kind.as_deref(), &cards[0].doc_ids[..]),
        (Some("killing"), &["quay", "post"].map(String::from)[..])
    );
    sound(&path);
}

#[test]
fn the_order_of_arrival_changes_nothing_after_a_rebuild() {
    let mut found = BTreeSet::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let (_folder, _path, mut library) = library();
        for at in order {
            library.add(vec![evening()[at].clone()]).unwrap();
        }
        assert_eq!(stories(&library), sets(&[&["quay", "post"], &["mill"]]));
        assert_eq!(library.rebuild_stories().unwrap(), 2);
        let ids: Vec<String> = ["quay", "mill", "post"].map(|id| library.story_id(id).unwrap()).into();
        found.insert(ids);
    }
    assert_eq!(found.len(), 1);
}

#[test]
fn a_person_merges_splits_and_undoes() {
    let (_folder, path, mut library) = library();
    library.add(evening().into()).unwrap();
    library.merge_stories("quay", "mill", "ann").unwrap();
    assert!(matches!(library.merge_stories("quay", "mill", "ann"), Err(Error::Unchanged)));
    library.rebuild_stories().unwrap();
    assert_eq!(stories(&library), sets(&[&["quay", "post", "mill"]]));
    library.undo(1, "ann").unwrap();
    assert_eq!(stories(&library), sets(&[&["quay", "post"], &["mill"]]));
    library.split_story(&["post"], "ann").unwrap();
    assert_eq!(stories(&library), sets(&[&["quay"], &["post"], &["mill"]]));
    // a copy of the text that was taken out goes with it, and a rebuild respects it
    library.add(vec![told("copy", "2031-05-02", AGAIN, None)]).unwrap();
    let expected = sets(&[&["quay"], &["post", "copy"], &["mill"]]);
    assert_eq!(stories(&library), expected);
    library.rebuild_stories().unwrap();
    assert_eq!(stories(&library), expected);
    assert!(matches!(library.split_story(&["quay", "mill"], "ann"), Err(Error::OtherStory(_))));
    assert!(matches!(library.split_story(&["quay"], "ann"), Err(Error::Unchanged)));
    assert!(matches!(library.story_id("nothing"), Err(Error::NoStory(_))));
    assert_eq!(sound(&path).corrections().unwrap().len(), 3);
}

#[test]
fn of_a_removed_article_no_decision_is_kept() {
    let (_folder, path, mut library) = library();
    library.add(evening().into()).unwrap();
    library.merge_stories("quay", "mill", "ann").unwrap();
    library.remove(&["quay"]).unwrap();
    let log = serde_json::to_string(&library.corrections().unwrap()).unwrap();
    assert!(!log.contains("quay"), "{log}");
    assert_eq!(library.stories(1, 9, &Publishers::default()).unwrap().len(), 1);
    library.rebuild_stories().unwrap();
    assert_eq!(stories(&sound(&path)), sets(&[&["post"], &["mill"]]));
}

#[test]
fn figures_stand_beside_each_other_by_how_they_are_sourced() {
    let (_folder, _path, mut library) = library();
    let more = format!("{AGAIN} “Two men died there,” said Corwin Aldous.");
    let (first, other) = (
        told("quay", "2031-05-03", FIRST, Some((1, "died", "stated"))),
        told("post", "2031-05-04", &more, Some((2, "Two men died there", "reported"))),
    );
    let copy = told("echo", "2031-05-05", FIRST, Some((1, "died", "stated")));
    library.add(vec![first, other, copy]).unwrap();
    let found = serde_json::to_value(library.dossier("post", &Publishers::default()).unwrap()).unwrap();
    let answer = |at: usize| -> Vec<Value> {
        let row = &found["answers"][at];
        ["sourced", "value", "pages", "texts"].map(|name| row[name].clone()).into()
    };
    assert_eq!(answer(0), [json!("stated"), json!("1"), json!(2), json!(1)]);
    assert_eq!(answer(1), [json!("reported"), json!("2"), json!(1), json!(1)]);
    assert_eq!(found["answers"][0]["others"], json!([found["answers"][1]["answer_id"]]));
    assert_eq!(found["answers"][0]["first_known"]["doc_id"], "quay");
    assert!(found["answers"][1]["passages"][0]["claim_id"].is_string());
    let page = library.dossier_view("post", &Publishers::default()).unwrap().html();
    assert!(page.contains("How many were killed?") && page.contains("Two men died there"));
}
