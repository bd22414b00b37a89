mod open;
mod roles;
mod stations;

use super::*;
use crate::attribution::rules::Rules;
use crate::attribution::{Mode, Proposer, settle};
use crate::text::Spans;

/// `kind name` of the claim whose source is the last place of `words`.
fn source(text: &str, words: &str) -> String {
    sources_of(text, &[words]).pop().unwrap_or_default()
}

fn sources_of(text: &str, words: &[&str]) -> Vec<String> {
    let found = all_of(&Article::from_text(text), words);
    let row = |i: &Identity| [i.kind.name(), i.name.as_deref().unwrap_or("-")].join(" ");
    found.identities.iter().map(row).collect()
}

fn all_of(article: &Article, words: &[&str]) -> Sources {
    let text = article.text.as_str();
    let claim = |words: &&str| {
        let at = text.rfind(words).unwrap();
        let source = article.text.span(at, at + words.len()).unwrap();
        let end = text.len();
        Attribution {
            source: Spans::from(source),
            cue: None,
            content: Spans::from(article.text.span(end - 1, end).unwrap()),
            mode: Mode::Indirect,
            within: None,
            confidence: 1.0,
            method: "rules",
            reasons: Vec::new(),
        }
    };
    let claims: Vec<_> = words.iter().map(claim).collect();
    sources(article, &article.tokens(), &claims)
}

#[test]
fn kinds_by_the_words_of_the_source() {
    for (words, expected) in [
        ("a senior official", "unnamed -"),
        ("two people familiar with the talks", "unnamed -"),
        ("lawyers for the company", "unnamed -"),
        ("officials", "unnamed -"),
        ("police", "unnamed -"),
        ("critics", "collective -"),
        ("many observers", "collective -"),
        ("voters", "collective -"),
        ("twelve percent", "collective -"),
        ("the Norport police", "organization Norport police"),
        ("the Alder campaign", "organization Alder campaign"),
        ("Paris", "organization Paris"),
        ("the Interior Ministry", "organization Interior Ministry"),
        ("the Norport Herald", "outlet Norport Herald"),
        ("a court filing", "document -"),
        ("a poll by the Carrow Institute", "document Carrow Institute"),
        ("Dr. Ada Vale, a surgeon in Norport,", "person Ada Vale"),
        ("Vale's spokesman, Tim Fell,", "person Tim Fell"),
        ("one of the officials", "unnamed -"),
        ("a District 7 councilmember", "unnamed -"),
        ("a steward of Local 12", "unnamed -"),
        ("a series of messages Oller provided to the board", "document -"),
        ("I", "author -"),
    ] {
        assert_eq!(
            source(&format!("It rained. According to {words} it was late."), words),
            expected,
            "{words}"
        );
    }
}

#[test]
fn a_noun_that_begins_a_sentence_is_no_part_of_a_name() {
    let found = source(
        "Peter Oller left. Emails Oller sent to the board showed that it was late.",
        "Emails Oller sent to the board",
    );
    assert_eq!(found, "document Peter Oller");
    let found = source("It rained. Records Department refused to say.", "Records Department");
    assert_eq!(found, "organization Records Department");
    let found = source("The local met. Local 12 said it was late.", "Local 12");
    assert_eq!(found, "organization Local 12");
    let found = source("It rained. Defense attorney Ada Vale insisted it was late.", "attorney Ada Vale");
    assert_eq!(found, "person Ada Vale");
}

#[test]
fn later_mentions_go_back_to_the_name() {
    let text = "Mayor Ada Vale met Tim Fell, a lawyer, on Monday. Vale said it was late. She added that it rained. \
                The mayor left. Mr. Fell said no.";
    let found = sources_of(text, &["Vale", "She", "The mayor", "Mr. Fell"]);
    assert_eq!(found, ["person Ada Vale", "person Ada Vale", "person Ada Vale", "person Tim Fell"]);
}

#[test]
fn a_fronted_phrase_takes_nothing_from_the_subject() {
    let text = "The road is closed, Tim Fell said. \u{201c}It floods,\u{201d} Fell said.\nAfter the long storm of March, Karl Brandt \
                lost his job. He called it a gift.";
    assert_eq!(sources_of(text, &["Tim Fell", "Fell", "He"])[2], "person Karl Brandt");
}

#[test]
fn who_gets_a_text_did_not_make_it() {
    for (words, expected) in [
        ("new data obtained by the Norport Herald from the county", "document -"),
        ("a letter to Ada Vale", "document -"),
        ("a letter by Ada Vale to the county", "document Ada Vale"),
        ("the Norport Herald database", "document Norport Herald"),
    ] {
        assert_eq!(source(&format!("It rained. According to {words} it was late."), words), expected);
    }
}

#[test]
fn the_lawyers_of_one_are_one_source() {
    let text = "Vale\u{2019}s lawyers, from the law firm Quorle Holdings, said no. Ada Vale met Rosa Oller on Monday. The county\u{2019}s \
                lawyers said yes. Her attorneys argued that it was late.";
    let article = Article::from_text(text);
    let words = [
        "Vale\u{2019}s lawyers, from the law firm Quorle Holdings",
        "The county\u{2019}s lawyers",
        "Her attorneys",
    ];
    let found = all_of(&article, &words);
    let row = |i: usize| found.identities[i].source;
    assert!(row(0) == row(2) && row(0) != row(1));
    assert_eq!(found.identities[2].affiliation.as_deref(), Some("Quorle Holdings"));
}

#[test]
fn several_companies_are_not_the_company() {
    let text = "Quorle Company said no. The companies that had signed said yes.";
    assert_eq!(source(text, "Quorle Company"), "organization Quorle Company");
    assert_eq!(source(text, "The companies that had signed"), "organization -");
}

#[test]
fn another_body_is_not_the_one_spoken_of() {
    for (words, expected) in [
        ("The union representing the drivers", "organization -"),
        ("The Skyworkers union", "organization Skyworkers union"),
        ("The company", "organization Calder Holdings"),
    ] {
        let text = format!("Calder Holdings said the board should sell. {words} said it had not been told.");
        assert_eq!(source(&text, words), expected);
    }
    let text = "The Carrow Bank said that rates would rise. The airline said that fares would fall.";
    assert_eq!(source(text, "The airline"), "organization -");
    let text = "The airline called Quorle Holdings grew. The Norport school board said it was late.";
    assert_eq!(source(text, "The Norport school board"), "organization Norport school board");
    assert_eq!(
        source("It rained. The Growers' League said no.", "The Growers' League"),
        "organization Growers' League"
    );
}

#[test]
fn a_company_is_known_by_its_name_and_by_which() {
    assert!(!source("Rail update: it is late, it said.", "it").contains("Rail"));
    for name in ["Wessen Water", "Norport Highways"] {
        assert_eq!(source(&format!("It rained, {name} said."), name), format!("organization {name}"));
    }
    let text = "Oskell Brant, which makes pumps, was late. It said no. Oskell Brant paid.";
    assert_eq!(source(text, "It"), "organization Oskell Brant");
}

#[test]
fn a_report_is_not_by_whom_it_is_about() {
    for words in
        ["a report about the closure of the Fenwick Institute", "an obituary of the singer Dana Roos"]
    {
        assert_eq!(source(&format!("According to {words} it was late."), words), "document -");
    }
}

#[test]
fn labels_of_a_transcript_are_persons() {
    let text = "HALE: It rained.\n\nLAMM: It was late.\n\nHALE: We knew.";
    assert_eq!(source(text, "LAMM"), "person LAMM");
    assert_eq!(source("It was late, LAMM said.", "LAMM"), "organization LAMM");
}

#[test]
fn who_is_spoken_to_replies() {
    let text = "\u{201c}You lied,\u{201d} Karl Brandt told Otto Lind. \u{201c}I did not,\u{201d} he replied.";
    let article = Article::from_text(text);
    let tokens = article.tokens();
    let claims = settle(vec![("rules", Rules.propose(&article, &tokens))], &article, &tokens, 0.0);
    let found = sources(&article, &tokens, &claims);
    let names: Vec<_> = found.identities.iter().map(|i| i.name.as_deref()).collect();
    assert_eq!(names.last().copied().flatten(), Some("Otto Lind"), "{names:?}");
}

#[test]
fn an_office_tells_no_gender_and_no_brother_is_a_family() {
    let text = "Rosa Oller left. Chairman Viv Hale said it was safe. She said it was new.";
    assert_ne!(source(text, "She"), "person Rosa Oller");
    let text = "Ida Brook said it was late. Her brother James said he was tired.";
    assert_eq!(source(text, "Her brother James"), "person James");
    let text = "Lord Cray said yes. Lady Cray said no.";
    let found = all_of(&Article::from_text(text), &["Lord Cray", "Lady Cray"]);
    assert_ne!(found.identities[0].source, found.identities[1].source);
    assert_eq!(source("It rained. Ada van der Hale said so.", "Ada van der Hale"), "person Ada van der Hale");
    let text =
        "Tim Fell rang. Its spokeswoman, Quirin Dal, said no. Quirin Dal said that Tim Fell knew. She left.";
    assert_eq!(source(text, "She"), "person Quirin Dal");
}

#[test]
fn a_surname_is_not_another_bearers_who_was_just_named() {
    let text = "Nora Vale was shot. Nora Vale was nine. Nora Vale liked cats. Her mother, Lydia Vale, wept. Vale said no.";
    assert_ne!(source(text, "Vale"), "person Nora Vale");
}

#[test]
fn who_was_asked_to_do_something_has_not_answered() {
    let text = "Karl Fell came. Tom Vale asked Karl Fell to resign. He said the council needed new people.";
    assert_ne!(sources_of(text, &["Tom Vale", "He"])[1], "person Karl Fell");
    let text =
        "Almeria Bank\u{2019}s lawyers said no. Ada Vale, a nurse, wept. Her lawyers said she would appeal.";
    let found = all_of(&Article::from_text(text), &["Almeria Bank\u{2019}s lawyers", "Her lawyers"]);
    assert_eq!(found.identities[1].affiliation.as_deref(), Some("Ada Vale"));
    let found = all_of(&Article::from_text("Q: Why?\nA: Late.\nQ: How?\nA. Rain."), &["Q", "A"]);
    assert!(found.identities.iter().all(|i| i.kind == Kind::Unnamed && i.name.is_none()));
}

#[test]
fn two_ministries_of_one_name_are_two() {
    let text = "Norland\u{2019}s Foreign Ministry said yes. Velland\u{2019}s Foreign Ministry said no. The Foreign Ministry said later.";
    let words =
        ["Norland\u{2019}s Foreign Ministry", "Velland\u{2019}s Foreign Ministry", "The Foreign Ministry"];
    let found = sources_of(text, &words);
    assert_eq!(found[0], "organization Norland\u{2019}s Foreign Ministry");
    assert_eq!(found[1], "organization Velland\u{2019}s Foreign Ministry");
    assert!(found[2].ends_with(" -"), "{}", found[2]);
    let text = "Norland\u{2019}s Foreign Ministry said yes. The Foreign Ministry said more.";
    assert_eq!(source(text, "The Foreign Ministry"), "organization Foreign Ministry");
}

#[test]
fn a_name_may_be_shortened() {
    let text = "Almeria Holdings owns the line. Almeria said it was late.";
    assert_eq!(source(text, "Almeria"), "organization Almeria Holdings");
    let text = "It rained. Commuter Ada Vale said it was late.";
    assert_eq!(source(text, "Commuter Ada Vale"), "person Ada Vale");
    assert_eq!(source("It rained. A letter shared online said no.", "A letter shared online"), "document -");
}

#[test]
fn two_who_fit_are_left_open() {
    let article = Article::from_text("Sven Holm met Karl Brandt and Otto Lind. \u{201c}No,\u{201d} he said.");
    let tokens = article.tokens();
    let claims = settle(vec![("rules", Rules.propose(&article, &tokens))], &article, &tokens, 0.0);
    let found = sources(&article, &tokens, &claims);
    assert_eq!(found.identities[0].kind, Kind::Person);
    assert!(found.identities[0].name.is_none() || found.identities[0].name.as_deref() == Some("Sven Holm"));
}

#[test]
fn odd_texts_do_no_harm() {
    for words in ["'s", "the", "of", "The The The", "\u{2019}", "J. . .", "the of the", "one of", "\u{201c}"]
    {
        source(&format!("Of {words} it, the"), words);
    }
}

#[test]
fn an_acronym_is_the_body_that_it_stands_for() {
    let text = "The Carrow Fisheries Board (CFB) met on Monday. The CFB said the herring were gone.";
    assert_eq!(source(text, "The CFB"), "organization Carrow Fisheries Board");
    let text = "The Carrow Fisheries Board met on Monday. CFB said the herring were gone.";
    assert_eq!(source(text, "CFB"), "organization Carrow Fisheries Board");
}

#[test]
fn what_stands_before_a_name_is_no_part_of_it() {
    for (words, expected) in [
        ("Adams County Sheriff Ada Fell", "person Ada Fell"),
        ("former special envoy to Ukraine Ada Fell", "person Ada Fell"),
        ("Sandport-based Ada Fell", "person Ada Fell"),
        ("Interestingly Ada Fell", "person Ada Fell"),
        ("Ada Fell however", "person Ada Fell"),
    ] {
        assert_eq!(source(&format!("It rained on Monday. {words} said it was late."), words), expected);
    }
}

#[test]
fn a_name_may_begin_small() {
    let text = "Nabil al-Masri, a lawyer in Norport, left early. It rained.";
    for words in ["Al-Masri", "Officials said al-Masri"] {
        let name = words.rsplit(' ').next().unwrap();
        assert_eq!(source(&format!("{text} {words} said it was late."), name), "person Nabil al-Masri");
    }
}

#[test]
fn a_body_is_known_by_what_is_told_of_it() {
    for (words, expected) in [
        ("Quorle Tenning, a brokerage in Norport,", "organization Quorle Tenning"),
        ("Quorlet.com", "organization Quorlet.com"),
        ("Quorle Holdings", "organization Quorle Holdings"),
        ("WHO", "organization WHO"),
        ("the surgeon", "unnamed -"),
        ("the dad", "unnamed -"),
    ] {
        assert_eq!(
            source(&format!("It rained on Monday. According to {words} it was late."), words),
            expected
        );
    }
    let text = "The report of Quorle Holdings came on Monday. It rained. The brokerage said it was late.";
    assert_eq!(source(text, "The brokerage"), "organization Quorle Holdings");
}

#[test]
fn a_noun_with_a_name_beside_it_is_that_name() {
    let text = "The panel heard Ada Fell, a career officer who described the raid.";
    assert_eq!(source(text, "who"), "person Ada Fell");
}

#[test]
fn two_sentences_without_a_space_are_two() {
    assert_eq!(source("It rained, said Vale.Investigators found nothing.", "Investigators"), "unnamed -");
}
