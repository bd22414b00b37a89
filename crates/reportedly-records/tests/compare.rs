//! What became of the sourcing from one article to another.

#![allow(clippy::unwrap_used)] // helpers of tests, too

use reportedly_core::article::Article;
use reportedly_core::reading::resolve;
use reportedly_records::compare::compare;
use reportedly_records::{Record, Reuse, case};

/// A text in the notation of the cases.
fn record(marked: &str) -> Record {
    let case = case::parse(&format!("## a\n\n{marked}\n")).unwrap().remove(0);
    let article = Article::from_text(case.text.as_str());
    let tokens = article.tokens();
    let reading = resolve(&article, case.marks.iter().map(|m| m.attribution(&tokens)).collect(), Vec::new());
    Record::new(&article, &reading, false)
}

fn row(kind: &str) -> Reuse {
    Reuse {
        doc_a: "a".into(),
        begin_a: 0,
        end_a: 0,
        doc_b: "b".into(),
        begin_b: 0,
        end_b: 0,
        kind: kind.into(),
        similarity: 1.0,
        direction: "unknown".into(),
        evidence: Vec::new(),
    }
}

fn changes(a: &str, b: &str, kind: &str) -> Vec<String> {
    let found = compare(&record(a), &record(b), &[&row(kind)]).sourcing;
    found.into_iter().map(|c| format!("{}: {}", c.kind, c.told)).collect()
}

/// The changes forth and back, which must be the same but for the side.
fn both(a: &str, b: &str) -> [Vec<String>; 2] {
    [changes(a, b, "copy"), changes(b, a, "copy")]
}

const LENT: &str =
    "[source 1: Egon Thal] [cue 1: said] [content 1: the mayor had allegedly lent money to a builder].";

#[test]
fn a_hedge_that_was_dropped_or_added() {
    let plain = LENT.replace("allegedly ", "");
    let told =
        |side| format!("“allegedly” only in {side}: “the mayor had allegedly lent money to a builder”");
    assert_eq!(
        both(LENT, &plain),
        [
            [format!("hedge_dropped: {}", told("this article"))],
            [format!("hedge_added: {}", told("the other article"))]
        ]
    );
    // another hedge for it, or none of its sentence left
    assert!(both(LENT, &LENT.replace("allegedly", "reportedly")).concat().is_empty());
    assert!(both(LENT, "The tide came late, and two boats were left on the sand.").concat().is_empty());
}

#[test]
fn a_hedge_in_a_sentence_of_the_writer() {
    let [forth, _] = both(
        "The mayor allegedly lent money to a builder in May.",
        "The mayor lent money to a builder in May.",
    );
    assert_eq!(
        forth,
        [
            "hedge_dropped: “allegedly” only in this article: “The mayor allegedly lent money to a builder in May.”"
        ]
    );
}

#[test]
fn what_one_attributes_and_the_other_states() {
    let bare = "The mayor had allegedly lent money to a builder.";
    assert!(changes(LENT, bare, "copy").is_empty(), "a hedge does not state it as a fact");
    let (said, bare) = (LENT.replace("allegedly ", ""), bare.replace("allegedly ", ""));
    let content = "“the mayor had lent money to a builder”";
    assert_eq!(
        both(&said, &bare),
        [
            [format!(
                "stated_as_fact: Attributed to Egon Thal in this article, stated as fact in the other: {content}"
            )],
            [format!(
                "attributed: Attributed to Egon Thal in the other article, stated as fact in this one: {content}"
            )]
        ]
    );
    // the reader may have missed it there
    for other in [
        "Egon Thal said the mayor had lent money to a builder.",
        "The mayor had lent money to a builder, a clerk claims.",
        "“No doubt the mayor had lent money to a builder.”",
    ] {
        assert!(changes(&said, other, "copy").is_empty(), "{other}");
    }
}

#[test]
fn who_is_credited_need_not_credit_itself() {
    let bare = "The north hall of the market burnt down on Monday night.";
    let taker = record(
        "[content 1: The north hall of the market burnt down on Monday night], [source 1: The Velmouth Courier] \
         [cue 1: reported].",
    );
    let giver = |outlet: &str| Record { outlet: Some(outlet.to_owned()), ..record(bare) };
    let told = |outlet| compare(&taker, &giver(outlet), &[&row("copy")]).sourcing.len();
    assert_eq!((told("The Velmouth Courier"), told("The Sorrel Herald")), (0, 1));
}

#[test]
fn who_was_unnamed_and_has_a_name() {
    let unnamed =
        "[source 1: An official] [cue 1: said] [content 1: the pier had been closed since the spring].";
    let named = unnamed.replace("An official", "Runa Beck, the engineer,");
    let [forth, back] = both(unnamed, &named);
    let content = "“the pier had been closed since the spring”";
    assert_eq!(
        forth,
        [format!(
            "source_named: The source is unnamed in this article (“An official”) and named in the other \
             (Runa Beck): {content}"
        )]
    );
    assert!(back[0].starts_with("source_unnamed: The source is unnamed in the other article"), "{back:?}");
}

#[test]
fn a_denial_that_was_dropped() {
    let story = "A fire destroyed the north hall of the market on Monday night, and nobody was hurt.";
    let denial = "[source 1: Egon Thal] [cue 1: denied] [content 1: that he had lent money to a builder].";
    let whole = format!("{story}\n\n{denial}");
    let told = |side| format!("Denied by Egon Thal only in {side}: “that he had lent money to a builder”");
    assert_eq!(
        both(&whole, story),
        [
            [format!("denial_dropped: {}", told("this article"))],
            [format!("denial_added: {}", told("the other article"))]
        ]
    );
    // two that only quote the same speech have each their own
    assert!(changes(&whole, story, "same_quote").is_empty());
    let admitted = format!("{story}\n\n{}", denial.replace("denied", "admitted"));
    assert_eq!(changes(&whole, &admitted, "copy"), [format!("denial_dropped: {}", told("this article"))]);
}

#[test]
fn nothing_is_told_of_what_does_not_differ() {
    for kind in ["copy", "same_quote"] {
        assert!(changes(LENT, LENT, kind).is_empty());
        assert!(
            changes(LENT, "Egon Thal said the mayor had allegedly lent money to a builder.", kind).is_empty()
        );
    }
}
