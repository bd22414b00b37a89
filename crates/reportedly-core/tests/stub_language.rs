//! A language of a few invented words is read as English is: no folder but `language/` knows a word.
//! It shows, too, how little a language needs to begin with.

use reportedly_core::language::{Form, Language, Names, Negation, Pronouns, Support, Verbs};
use reportedly_core::tokens::{Division, Lexicon, List};
use reportedly_core::{Article, Polarity, ReadOptions, Rules, SourceKind, read};

/// "Mor." is a title, "Ila" a given name, "ela" is "she"; "zar" says, "nuzar" denies, "nu" is "not".
static XX: Language = Language {
    code: "xx",
    support: Support::Experimental,
    division: Division { abbreviations: List::new(&["Mor"]), titles: lexicon("mor.\n"), ..Division::NONE },
    verbs: Verbs {
        cues: lexicon("nuzar\tspeech\tdeny\t\tquotes\nzar\tspeech\tcertain\t\tsays quotes\n"),
        form: |word| if word.ends_with("zar") { Form::Past } else { Form::Base },
        ..Verbs::NONE
    },
    names: Names { given: lexicon("ila\tf\n"), titles: lexicon("mor.\n"), ..Names::NONE },
    pronouns: Pronouns {
        female: List::new(&["ela"]),
        subjects: List::new(&["ela"]),
        speakers: List::new(&["ela"]),
        ..Pronouns::NONE
    },
    negation: Negation { words: List::new(&["nu"]), clause: List::new(&["nu"]), ..Negation::NONE },
    ..Language::NONE
};

const fn lexicon(lines: &'static str) -> Lexicon {
    Lexicon::new(lines, |_| Vec::new())
}

/// Kind, name and polarity of each claim.
fn told(text: &str) -> Vec<(SourceKind, Option<String>, Polarity)> {
    let article = Article { read_as: Some(&XX), ..Article::from_text(text) };
    let reading = read(&article, &[&Rules], &ReadOptions::default());
    let told = reading.claims.iter().filter_map(|claim| {
        let (who, how) = (claim.identity()?, claim.presented()?);
        Some((who.kind, who.name.clone(), how.polarity))
    });
    told.collect()
}

#[test]
fn three_sentences_in_a_stub_language_are_read() {
    let text = "\u{201c}Bata timor nelat kasul dorim sulet,\u{201d} zar Mor. Ila Vantar.\n\n\
        \u{201c}Bata nu timor nelat kasul dorim,\u{201d} ela zar.\n\n\
        \u{201c}Sulet nelat kasul timor bata dorim,\u{201d} nuzar Vantar.";
    let ila = Some("Ila Vantar".to_owned());
    assert_eq!(
        told(text),
        [
            (SourceKind::Person, ila.clone(), Polarity::Affirmed),
            (SourceKind::Person, ila.clone(), Polarity::Denied),
            (SourceKind::Person, ila, Polarity::Denied),
        ]
    );
}

#[test]
fn a_language_without_words_finds_quotations_and_nobody() {
    let article = Article {
        read_as: Some(&Language::NONE),
        ..Article::from_text("\u{201c}Bata timor nelat kasul dorim sulet,\u{201d} zar Ila.")
    };
    let reading = read(&article, &[&Rules], &ReadOptions::default());
    assert_eq!((reading.claims.len(), reading.sources.len()), (1, 0));
}
