//! What stands at the top of an article must not change what is read further down.

use reportedly_core::article::Article;
use reportedly_core::attribution::Proposer;
use reportedly_model::{Depth, Reader};

const NAMES: [&str; 6] = ["Mara Hale", "Egon Thal", "Ada Vale", "Idris Penn", "Lena Moor", "Tom Rusk"];
const PLACES: [&str; 5] = ["pier", "ferry", "school", "mill", "bridge"];

/// Paragraphs about invented people, no two alike.
fn article() -> String {
    let paragraph = |i: usize| {
        let (name, place) = (NAMES[i % NAMES.len()], PLACES[i % PLACES.len()]);
        format!(
            "\u{201c}The {place} will open in {} days,\u{201d} said {name}. The work had cost {} crowns more than \
             planned. Neighbours told the council of Norport that the {place} was too loud.",
            i + 3,
            i * 70 + 10
        )
    };
    (0..30).map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// Source, cue and content of the claims, last first.
fn claims(reader: &Reader, text: &str) -> Vec<String> {
    let article = Article::from_text(text);
    let found = reader.propose(&article, &article.tokens());
    let words = |spans: &[_]| spans.iter().map(|&s| article.text.get(s).to_owned()).collect::<Vec<_>>();
    let claim = |p: &reportedly_core::attribution::Proposal| {
        format!(
            "{:?} {:?} {:?}",
            words(p.source.pieces()),
            words(p.cue.as_slice()),
            words(p.content.pieces())
        )
    };
    found.iter().rev().map(claim).collect()
}

#[test]
fn words_at_the_top_keep_the_claims_below() {
    let reader = Reader::new(Depth::Fast).unwrap();
    let text = article();
    let before = claims(&reader, &text);
    let below = before.len() / 2;
    assert!(below >= 10);
    for words in [3, 17, 60] {
        let moved = format!("{}\n\n{text}", ["grey"; 60][..words].join(" "));
        assert_eq!(claims(&reader, &moved)[..below], before[..below]);
    }
}
