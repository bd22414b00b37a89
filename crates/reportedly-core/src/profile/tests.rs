use super::*;
use crate::article::Article;
use crate::attribution::rules::Rules;
use crate::reading::{ReadOptions, read};

fn measured(text: &str) -> Vec<Measurement> {
    let article = Article::from_text(text);
    let reading = read(&article, &[&Rules], &ReadOptions { min_confidence: Some(0.0) });
    measure(&article, &reading)
}

fn count(all: &[Measurement], id: &str) -> (usize, Option<usize>) {
    all.iter().find(|m| m.id == id).map(|m| (m.count, m.of)).unwrap()
}

#[test]
fn claims_are_counted_by_their_sources() {
    let text = "\u{201c}The bridge will fall within a year,\u{201d} said Ada Vale. \u{201c}Nobody has paid for it,\u{201d} one \
                official said.\n\n\u{201c}It is a disgrace for all of us here,\u{201d} officials said.\n\nIn 2031 the Lind bridge fell.";
    let all = measured(text);
    assert_eq!(all.len(), 9);
    assert_eq!(count(&all, "SP01").1, Some(3));
    assert_eq!(count(&all, "SP10").0, 1);
    assert!(all.iter().all(|m| m.sentence.ends_with('.') && m.of.is_none_or(|of| m.count <= of)));
}

#[test]
fn those_of_the_same_words_are_one_source() {
    let text = "\u{201c}The driver was hurt at the bridge,\u{201d} said the Norwegians.\n\n\u{201c}The road to the bridge is closed,\u{201d} said the Norwegians.";
    let all = measured(text);
    let one = all.iter().find(|m| m.id == "SP07").unwrap();
    assert_eq!(one.sentence, "Most quoted: the Norwegians, 2 of 2 claims; 1 source in all.");
}

#[test]
fn bylines_and_times_state_nothing_and_a_dateline_credits() {
    let text = "HRADEC, March 4 (Continental Press) - The river rose above the Lind bridge on Monday.\n\nBy Jan Vesely\n\n\
                17.42\n\nTHE CLAIM OF 2031\n\nContact Mona Hale at mhale@paper.example.\n\nCopyright 2031 Tarbell Paper.";
    let all = measured(text);
    assert_eq!((count(&all, "SP10").0, count(&all, "SP14").0), (1, 1));
}

#[test]
fn every_pack_is_read_and_says_what_it_asks() {
    for (name, _) in PACKS {
        let pack = Pack::built_in(name).unwrap();
        assert!(pack.name == name && !pack.rules.is_empty());
        assert!(pack.rules.iter().all(|r| r.link.is_some() && r.read.is_some()));
    }
    let pack = Pack::built_in("reuters").unwrap();
    let observed = observe(&pack, &measured("\u{201c}The bridge will fall,\u{201d} said Ada Vale."));
    assert_eq!(observed.len(), pack.rules.len());
    assert!(observed.iter().all(|o| !o.asks));
}

#[test]
fn a_bad_pack_is_refused_with_its_place() {
    for (json, words) in [
        ("{", "not JSON"),
        ("{}", "\"rules\""),
        (r#"{"name": "x", "rules": [{"measure": "SP99"}]}"#, "rule 1: unknown measurement"),
        (r#"{"name": "x", "rules": [{"measure": "SP01", "level": "warn"}]}"#, "not \"warn\""),
        (
            r#"{"name": "x", "rules": [{"measure": "SP01", "level": "ask", "publisher": "p", "words": "w"}]}"#,
            "needs \"most\"",
        ),
        (r#"{"name": "x", "rules": [{"limit": 1}]}"#, "unknown key \"limit\""),
    ] {
        let BadPack(message) = Pack::parse(json).unwrap_err();
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn nothing_is_measured_where_nothing_was_read() {
    let article = Article::from_text("");
    assert!(measure(&article, &read(&article, &[], &ReadOptions::default())).is_empty());
}
