use super::*;
use crate::article::{Article, Found};
use crate::attribution::rules::Rules;
use crate::incident::{DatedBy, Fact, FactValue, Incident, Presentation};
use crate::insight::FactSlot;
use crate::reading::{ReadOptions, read};
use crate::text::Span;
use crate::time::Date;

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
    assert_eq!(all.len(), 12);
    assert_eq!(count(&all, "SP01").1, Some(3));
    assert_eq!(count(&all, "SP10").0, 1);
    assert!(all.iter().all(|m| m.sentence.ends_with('.') && m.of.is_none_or(|of| m.count <= of)));
}

#[test]
fn attributions_are_measured_from_the_first_sentence_of_a_quotation() {
    let text = "\u{201c}The bridge held,\u{201d} said Ada Vale.\n\n\u{201c}Nobody has paid for it. The town \
                is bankrupt. It will close,\u{201d} said Mona Hale.";
    let all = measured(text);
    assert_eq!(count(&all, "SP08"), (1, Some(2)));
    let late = all.iter().find(|m| m.id == "SP08").unwrap();
    assert!(late.sentence.ends_with("the farthest attribution is 2 sentences away."), "{}", late.sentence);
    assert_eq!(count(&measured("The bridge fell."), "SP08"), (0, Some(0)));
}

#[test]
fn a_main_incident_without_a_date_is_said_and_the_newest_fact_has_an_age() {
    let mut article = Article::from_text("\u{201c}It fell,\u{201d} said Ada Vale. Two people died.");
    let mut reading = read(&article, &[&Rules], &ReadOptions { min_confidence: Some(0.0) });
    let said = |article: &Article, reading: &_, id: &str| {
        measure(article, reading).into_iter().find(|m| m.id == id).map(|m| (m.count, m.sentence)).unwrap()
    };
    assert_eq!(
        said(&article, &reading, "SP18"),
        (0, "Not applicable: no main incident was found.".to_owned())
    );
    let date = Date::parse("2031-04-08").unwrap();
    let span = Span::new(0, 4);
    let fact = Fact {
        slot: FactSlot::When,
        span,
        value: Some(FactValue::Date(date)),
        claim: None,
        presented: Presentation::Stated,
        probability: 1.0,
    };
    reading.incidents =
        vec![Incident { main: true, words: vec![span], facts: vec![fact], ..Incident::default() }];
    assert_eq!(said(&article, &reading, "SP18"), (1, "No date was found for the main incident.".to_owned()));
    assert_eq!(said(&article, &reading, "SP19").1, "Not applicable: the day of publication is not known.");
    article.metadata.published = Some(Found::stated(Date::parse("2031-04-10").unwrap(), "caller"));
    reading.incidents[0].when = Some(DatedBy { date, span });
    assert_eq!(said(&article, &reading, "SP18").0, 0);
    let newest = "The newest fact with a date is 2 days older than the article.";
    assert_eq!(said(&article, &reading, "SP19"), (2, newest.to_owned()));
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
