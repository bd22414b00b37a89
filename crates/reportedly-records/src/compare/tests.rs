use super::*;

fn record(text: &str) -> Record {
    Record { doc_id: text.len().to_string(), text: text.to_owned(), ..Record::default() }
}

fn compared(a: &str, b: &str) -> Comparison {
    compare(&record(a), &record(b), &[])
}

fn kinds(found: &Comparison) -> Vec<(PartKind, usize)> {
    found.parts.iter().map(|part| (part.kind, part.paragraphs.len())).collect()
}

const FIRE: &str = "A fire destroyed the north hall of the market on Monday night.";
const TIDE: &str = "“The tide came late and left two boats on the sand,” said Runa Beck.";
const ROOF: &str = "The roof had been mended twice since the last storm, the council told us.";

#[test]
fn what_is_unchanged_stands_together_and_once() {
    let found = compared(
        &[FIRE, TIDE, ROOF].join("\n\n"),
        &[FIRE, TIDE, &ROOF.replace("twice", "once")].join("\n\n"),
    );
    assert_eq!(kinds(&found), [(PartKind::Same, 2), (PartKind::Changed, 1)]);
    let found = compared(&[FIRE, TIDE].join("\n\n"), &[FIRE, TIDE].join("\n\n").replace(['“', '”'], "\""));
    assert!(found.identical);
    assert_eq!(kinds(&found), [(PartKind::Same, 2)]);
    assert_eq!(found.parts[0].paragraphs[1], [Run::new(On::Both, TIDE.to_owned())]);
}

#[test]
fn what_only_one_has_stands_alone() {
    let found = compared(&[FIRE, TIDE].join("\n\n"), &[ROOF, TIDE].join("\n\n"));
    assert_eq!(kinds(&found), [(PartKind::A, 1), (PartKind::B, 1), (PartKind::Same, 1)]);
    assert!(!found.identical);
}

#[test]
fn a_paragraph_cut_in_two_is_the_same() {
    let found = compared(&[FIRE, TIDE].join(" "), &[FIRE, TIDE].join("\n\n"));
    assert!(found.identical);
    assert_eq!(kinds(&found), [(PartKind::Same, 1)]);
}

/// 20,000 words in paragraphs of 50, each word another with probability 1 in `one_in`.
fn long(one_in: usize) -> String {
    let word = |i: usize| match i % one_in {
        0 => format!("other{} ", i % 997),
        _ => format!("word{} ", (i * i + i / 7) % 1009),
    };
    (0..20_000).map(|i| word(i) + if i % 50 == 49 { "\n\n" } else { "" }).collect()
}

#[test]
fn long_texts_take_no_time_whatever_they_have_in_common() {
    let (text, changed, other) = (long(usize::MAX), long(9), long(1));
    let (one, lines) = ("the of and a ".repeat(5_000), "the of\n\nand a\n\n".repeat(5_000));
    let all =
        [&text, &changed, &other, &text.replace("\n\n", ""), &changed.replace("\n\n", ""), &one, &lines];
    // counted in pairs here, since this crate has no clock; a quadratic one would take minutes
    for a in all {
        for b in all {
            let found = compared(a, b);
            let words = |in_one: fn(&Run) -> Option<&str>| {
                let runs = found.parts.iter().flat_map(|p| p.paragraphs.iter().flatten());
                runs.filter_map(in_one).flat_map(str::split_whitespace).count()
            };
            // unchanged paragraphs are written as the first has them
            assert_eq!(words(Run::in_a), a.split_whitespace().count());
            assert_eq!(words(Run::in_b), b.split_whitespace().count());
        }
    }
}
