#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::{Claim, Date, Event};

/// A record of a text with its dates, cues, contents and events, by their words.
struct Made(Record);

impl Made {
    fn new(text: &str) -> Self {
        let published_at = Some("2031-04-05".to_owned());
        Self(Record { text: text.to_owned(), published_at, lang: Some("en".to_owned()), ..Record::default() })
    }

    fn place(&self, words: &str) -> Place {
        let at = self.0.text.find(words).unwrap_or_else(|| panic!("no {words:?}"));
        let start = self.0.text[..at].chars().count() as u32;
        Place { start, end: start + words.chars().count() as u32, text: words.to_owned() }
    }

    fn date(mut self, words: &str, first: &str, last: &str, anchor: &str) -> Self {
        let known = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
        self.0.dates.push(Date {
            place: self.place(words),
            kind: "DATE".to_owned(),
            value: known(first),
            earliest: known(first),
            latest: known(last),
            anchor: anchor.to_owned(),
            precision: None,
            modifier: None,
        });
        self
    }

    fn claim(mut self, source: &str, cue: &str, content: &str, stance: &str) -> Self {
        let mut claim = Claim { claim_id: cue.to_owned(), ..Claim::default() };
        claim.cue = Some(self.place(cue));
        claim.source = vec![self.place(source)];
        claim.content = vec![self.place(content)];
        claim.sourcing.source_name = Some(source.to_owned());
        claim.sourcing.stance = Some(stance.to_owned());
        self.0.claims.push(claim);
        self
    }

    fn event(mut self, words: &str, status: &str, said_by: Option<&str>) -> Self {
        self.0.events.push(Event {
            place: self.place(words),
            class: "OCCURRENCE".to_owned(),
            tense: None,
            polarity: None,
            status: Some(status.to_owned()),
            said_by: said_by.map(str::to_owned),
        });
        self
    }

    fn rows(&self) -> Vec<Row> {
        timeline(&self.0).rows.into_iter().filter(|row| row.start.is_some()).collect()
    }
}

#[test]
fn a_date_beside_the_cue_says_when_it_was_said_and_one_in_the_words_when_it_happened() {
    let text = "On Friday the board said that the pier fell on Tuesday.";
    let made = Made::new(text)
        .date("On Friday", "2031-04-04", "2031-04-04", "publication")
        .date("on Tuesday", "2031-04-01", "2031-04-01", "publication")
        .claim("the board", "said", "the pier fell on Tuesday", "asserts")
        .event("fell", "asserted", Some("said"));
    let rows = made.rows();
    let found: Vec<_> = rows.iter().map(|r| (r.when.as_str(), r.rail, r.word.as_str())).collect();
    assert_eq!(
        found,
        [
            ("2031-04-01", Rail::Happened, "the board (\u{201c}said\u{201d})"),
            ("2031-04-04", Rail::Said, "the board (\u{201c}said\u{201d})"),
        ]
    );
    assert_eq!(rows[0].passage, text);
}

#[test]
fn what_is_denied_planned_or_to_come_shows_in_the_line() {
    let made = Made::new("The board denied that the pier fell on Tuesday. A vote will follow on Monday. It may rain on Sunday.")
        .date("on Tuesday", "2031-04-01", "2031-04-01", "publication")
        .date("on Monday", "2031-04-07", "2031-04-07", "publication")
        .date("on Sunday", "2031-04-06", "2031-04-06", "publication")
        .claim("The board", "denied", "the pier fell on Tuesday", "denies")
        .event("rain", "possible", None);
    let marks: Vec<_> = made.rows().into_iter().map(|row| row.mark).collect();
    assert_eq!(
        marks,
        [Some("denied".to_owned()), Some("only possible".to_owned()), Some("yet to come".to_owned())]
    );
}

#[test]
fn the_day_of_a_denial_is_no_denial() {
    let made = Made::new("The board denied on Friday that the pier fell.")
        .date("on Friday", "2031-04-04", "2031-04-04", "publication")
        .claim("The board", "denied", "the pier fell", "denies");
    let rows = made.rows();
    assert_eq!((rows[0].rail, rows[0].mark.as_deref()), (Rail::Said, None));
    assert_eq!(rows[0].word, "The board (\u{201c}denied\u{201d})");
}

#[test]
fn what_has_no_day_stands_apart_and_says_why() {
    let mut made = Made::new("It fell on Tuesday, as in recent years.")
        .date("on Tuesday", "", "", "missing")
        .date("recent years", "", "", "stated");
    made.0.published_at = None;
    let timeline = timeline(&made.0);
    assert!(timeline.rows.is_empty());
    let whys: Vec<_> = timeline.undated.iter().map(|row| row.why.as_str()).collect();
    assert_eq!(
        whys,
        [
            "\u{201c}on Tuesday\u{201d} cannot be placed: the day of publication is not known",
            "\u{201c}recent years\u{201d} names no day"
        ]
    );
}

#[test]
fn days_are_told_as_far_as_they_are_known() {
    assert_eq!(words::when("2031-03-13", "2031-03-13", "2031-03-13TNI"), "2031-03-13, night");
    assert_eq!(words::when("2030-10-01", "2030-10-31", "2030-10"), "2030-10");
    assert_eq!(words::when("2030-01-01", "2030-12-31", "2030"), "2030");
    assert_eq!(words::when("2030-01-01", "2030-04-30", "2030"), "2030-01-01 to 2030-04-30");
}

#[test]
fn ten_thousand_dates_are_placed_in_one_pass() {
    let text = "On Friday it rained ".repeat(10_000);
    let mut made = Made::new(&text);
    let one = made.place("Friday");
    made.0.dates = (0..10_000)
        .map(|i| Date {
            place: Place { start: one.start + 20 * i, end: one.end + 20 * i, text: one.text.clone() },
            kind: "DATE".to_owned(),
            value: Some("2031-04-04".to_owned()),
            earliest: Some("2031-04-04".to_owned()),
            latest: Some("2031-04-04".to_owned()),
            anchor: "publication".to_owned(),
            precision: None,
            modifier: None,
        })
        .collect();
    let timeline = timeline(&made.0);
    assert_eq!(timeline.rows.len(), 10_001);
    assert!(timeline.lines[0] <= 12, "{:?}", timeline.lines);
}
