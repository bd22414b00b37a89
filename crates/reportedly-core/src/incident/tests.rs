use super::{FactValue, Incident, Known, Presentation, incidents};
use crate::article::{Article, Prose};
use crate::events::Holders;
use crate::insight::{FactSlot, FactWords, Insight, Judged, Name, Parts, Sureness};
use crate::text::Span;
use crate::time::{Date, expressions};

/// A reader that has marked some words.
struct Given {
    names: Vec<Name>,
    facts: Vec<FactWords>,
}

impl Insight for Given {
    fn names(&self) -> &[Name] {
        &self.names
    }
    fn facts(&self) -> &[FactWords] {
        &self.facts
    }
    fn same(&self, _: u32, others: &[u32]) -> Vec<f32> {
        vec![0.0; others.len()]
    }
    fn who(&self, candidates: &[Vec<f32>]) -> Vec<f32> {
        vec![0.0; candidates.len()]
    }
    fn judge(&self, _: &Parts, _: &[f32]) -> Judged {
        Judged { kind: [0.0; 8], certainty: [0.0; 4], polarity: [0.0; 3], stance: [0.0; 7], right: [0.0; 4] }
    }
    fn confidence(&self, _: &Sureness) -> f32 {
        0.0
    }
    fn view(&self, _: &Parts) -> Vec<f32> {
        Vec::new()
    }
}

/// The incident of some words, published on 10 April 2031, in which a reader marked these.
fn told(words: &str, marked: &[(FactSlot, &str)], places: &[&str]) -> Vec<Incident> {
    let article = Article::from_text(words);
    let at = |part: &&str| {
        let start = words.find(part).unwrap() as u32;
        Span::new(start, start + part.len() as u32)
    };
    let facts = marked.iter().zip((1..=9).rev()).map(|((slot, part), n)| FactWords {
        slot: *slot,
        span: at(part),
        probability: n as f32 / 10.0,
    });
    let name = |place| Name { span: at(place), types: [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0] };
    let given = Given { facts: facts.collect(), names: places.iter().map(name).collect() };
    let tokens = article.tokens();
    let dates = expressions(&article.text, &tokens, article.language(), Date::parse("2031-04-10"));
    let holders = &Holders::new(&[]);
    let known = Known { insight: &given, dates: &dates, entities: &[], holders, presented: &[] };
    incidents(&Prose::of(&article, &tokens), &known)
}

fn numbers(incident: &Incident, words: &str) -> Vec<(FactSlot, String, String)> {
    let number = |f: &super::Fact| match f.value {
        Some(FactValue::Number(n)) => Some((f.slot, n.to_string(), words[f.span.range()].to_owned())),
        _ => None,
    };
    incident.facts.iter().filter_map(number).collect()
}

#[test]
fn the_dead_are_not_counted_with_the_hurt() {
    let words = "Two people were killed and at least five hurt when a bus fell on Saturday.";
    let marks =
        [(FactSlot::When, "Saturday"), (FactSlot::Injured, "Two people"), (FactSlot::Injured, "five hurt")];
    let found = told(words, &marks, &[]);
    let expected = [
        (FactSlot::Killed, "2".to_owned(), "Two people were killed".to_owned()),
        (FactSlot::Injured, "5+".to_owned(), "at least five hurt".to_owned()),
    ];
    assert_eq!(numbers(&found[0], words), expected);
    assert_eq!(found[0].when.map(|when| when.date.value()).as_deref(), Some("2031-04-05"));
}

#[test]
fn a_number_without_harm_is_none() {
    let words = "Two people were at the pier on Saturday.";
    let marks =
        [(FactSlot::When, "Saturday"), (FactSlot::Where, "at the pier"), (FactSlot::Killed, "Two people")];
    assert_eq!(numbers(&told(words, &marks, &[])[0], words), []);
}

#[test]
fn what_an_earlier_attack_did_is_not_counted_here() {
    let words = "One guard was hurt on Saturday. In May 2029, two guards were killed.";
    let marks = [
        (FactSlot::When, "Saturday"),
        (FactSlot::Injured, "One guard"),
        (FactSlot::When, "May 2029"),
        (FactSlot::Killed, "two guards"),
    ];
    let found = told(words, &marks, &[]);
    assert_eq!(
        numbers(&found[0], words),
        [(FactSlot::Injured, "1".to_owned(), "One guard was hurt".to_owned())]
    );
}

#[test]
fn articles_and_ages_are_no_numbers_of_people() {
    for (words, marked, expected) in [
        ("A fire killed three people on Saturday.", "A fire killed", vec!["3"]),
        ("Ben Stroud, 22, was shot dead on Saturday.", "Ben Stroud, 22, was", vec![]),
        ("Two people were feared killed on Saturday.", "Two people", vec![]),
        ("No one was hurt on Saturday.", "No one", vec!["0"]),
    ] {
        let found = told(words, &[(FactSlot::When, "Saturday"), (FactSlot::Killed, marked)], &[]);
        let said = found.first().map_or_else(Vec::new, |incident| numbers(incident, words));
        assert_eq!(said.iter().map(|n| n.1.as_str()).collect::<Vec<_>>(), expected, "{words}");
    }
}

#[test]
fn a_hedge_and_what_is_not_known_are_no_statement() {
    let words = "The shed in Carrow allegedly burnt on Friday. The day is not known: perhaps Thursday.";
    let marks = [(FactSlot::When, "Friday"), (FactSlot::Where, "in Carrow"), (FactSlot::When, "Thursday")];
    let found = told(words, &marks, &[]);
    let presented: Vec<_> =
        found[0].facts.iter().filter(|f| f.slot == FactSlot::When).map(|f| f.presented).collect();
    assert_eq!(presented, [Presentation::Alleged, Presentation::Open]);
}

#[test]
fn a_town_is_on_the_map_where_it_is_clear_which_one() {
    let place = |words: &str, places: &[&str]| {
        let found = told(words, &[(FactSlot::Where, "in Springfield"), (FactSlot::When, "Saturday")], places);
        found[0].place.unwrap().settlement.map(|s| (s.region, s.country()))
    };
    let ohio = place("A shed burnt in Springfield, Ohio, on Saturday.", &["Springfield", "Ohio"]);
    assert_eq!(ohio, Some((Some("Ohio"), Some("United States"))));
    assert_eq!(place("A shed burnt in Springfield on Saturday.", &["Springfield"]), None); // there are many
}

#[test]
fn no_fact_no_incident() {
    assert_eq!(told("It rained.", &[], &[]), []);
    assert_eq!(told("Soak the beans on a cold Sunday.", &[(FactSlot::When, "Sunday")], &[]), []);
}
