use super::*;
use crate::text::Text;

const FIRE: &str = "A fire in the sheds behind the fish market was put out within an hour on Tuesday, and nobody \
    was hurt by it. Eleven boats lost their gear, worth as much as a season's catch, and the town will help.";

#[test]
fn a_passage_goes_over_edits_and_ends_with_what_is_shared() {
    let a = Text::new(format!("Not this at all. {FIRE} Nor this, which is new."));
    let b = Text::new(format!(
        "{} But that is other.",
        FIRE.replace("an hour on Tuesday", "two hours on Monday")
    ));
    let found = compare(&keys(&a), &keys(&b));
    assert_eq!(found.len(), 1);
    assert_eq!(a.get(found[0].a), FIRE.trim_end_matches('.'));
    assert!(b.get(found[0].b).ends_with("will help"));
    assert!(found[0].similarity > 0.9 && found[0].similarity < 1.0);
    assert_eq!(found[0].quoted, 0.0);
}

#[test]
fn a_few_words_are_no_passage() {
    let [a, b] = [
        "He said that the harbour would be closed until the end.",
        "Until the end of May, he said that the \
        harbour would be closed.",
    ]
    .map(Text::new);
    assert!(compare(&keys(&a), &keys(&b)).is_empty());
}

#[test]
fn odd_texts_do_no_harm() {
    let odd =
        ["", " ", "a", "\u{301}\u{301}", "\"\"\"\n\n\"", "x x x x x x x x x x x x x x x x x x x x x x x x x"];
    for (a, b) in odd.iter().flat_map(|a| odd.iter().map(move |b| (a, b))) {
        let [a, b] = [a, b].map(|t| Text::new(*t));
        compare(&keys(&a), &keys(&b));
    }
}

#[test]
fn what_is_new_in_a_copy_is_found_in_the_next_one() {
    let news = "The mayor wants to build new ones of brick before the winter, with water in each of them, and a wall.";
    let mut index = Index::default();
    let of = |text: &str| keys(&Text::new(text));
    let both = format!("{FIRE} {news}");
    assert!(index.add(&of(FIRE)).is_empty());
    assert_eq!(index.add(&of(&both)).len(), 1);
    let links = index.add(&of(&both));
    assert_eq!(links.iter().map(|l| l.root).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(
        index.links(&of("Something else entirely, which nobody wrote before or after, and that is all.")),
        []
    );
}
