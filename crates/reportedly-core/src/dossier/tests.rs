use super::*;
use crate::article::{Article, Date, Found};
use crate::reuse::{Entry, Fold, Index};
use crate::text::Spans;
use crate::trace::Publishers;

/// An article, and of each fact its words, question, value and presentation, and who says it.
struct Told {
    article: Article,
    passages: Vec<Passage>,
    statements: Vec<Statement>,
}

fn told(
    number: Number,
    outlet: &str,
    day: &str,
    text: &str,
    facts: &[(&str, FactSlot, Option<Value>, Presentation, &str)],
) -> Told {
    let mut article = Article::from_text(text);
    article.metadata.outlet = Some(Found::stated(outlet.to_owned(), "caller"));
    article.metadata.published = Some(Found::stated(Date::parse(day).unwrap(), "caller"));
    let at = |words: &str| {
        let from = text.find(words).unwrap();
        article.text.span(from, from + words.len()).unwrap()
    };
    let (mut passages, mut statements) = (Vec::new(), Vec::new());
    for &(words, question, value, presented, source) in facts {
        let statement = (!source.is_empty()).then(|| {
            statements.push(Statement {
                content: Spans::from(at(words)),
                source: Spans::from(at(source)),
                source_name: Some(source.to_owned()),
                naming: if source.starts_with("an ") { Naming::Unnamed } else { Naming::Named },
                ..Statement::default()
            });
            statements.len() - 1
        });
        passages.push(Passage { number, question, span: at(words), value, presented, statement });
    }
    Told { article, passages, statements }
}

fn found(all: &[Told]) -> Vec<Answer> {
    let mut index = Index::default();
    let entry = |told: &Told| {
        let keys = keys(&told.article.text);
        let outlet = told.article.metadata.outlet.as_ref().map(|o| o.value.clone());
        Entry { words: keys.words().len() as u32, outlet, links: index.add(&keys) }
    };
    let fold = Fold::new(all.iter().map(entry).collect());
    let articles: Vec<&Article> = all.iter().map(|told| &told.article).collect();
    let statements: Vec<&[Statement]> = all.iter().map(|told| &told.statements[..]).collect();
    let credits = vec![None; all.len()];
    let carriers = Carriers {
        fold: &fold,
        articles: &articles,
        credits: &credits,
        statements: &statements,
        publishers: &Publishers::default(),
    };
    answers(&carriers, &all.iter().flat_map(|told| told.passages.clone()).collect::<Vec<_>>())
}

use FactSlot::{Injured, Where, Who};
use Presentation::{Alleged, Denied, Reported, Stated};

const TWO: Option<Value> = Some(Value::Number(2, Some(2)));
const FIVE: Option<Value> = Some(Value::Number(5, Some(5)));
const FIRST: &str = "Two people were hurt when the weir at Quenby burst in the night, Hepzibah Flood said. The water stood a yard \
    deep in Tinder Lane, and the pumps of three towns were at work until noon.";

#[test]
fn two_figures_stand_beside_each_other_and_copies_count_once() {
    let fact = ("Two people were hurt", Injured, TWO, Reported, "Hepzibah Flood");
    let later = "Five people were hurt at the weir, Jory Penhale said on Sunday.";
    let answers = found(&[
        told(0, "Quay", "2031-05-01", FIRST, &[fact]),
        told(1, "Post", "2031-05-01", FIRST, &[fact]),
        told(2, "Mail", "2031-05-03", later, &[("Five people", Injured, FIVE, Reported, "Jory Penhale")]),
    ]);
    assert_eq!(answers.len(), 2);
    let [two, five] = &answers[..] else { panic!() };
    let counts = two.group.counts;
    assert_eq!((counts.pages, counts.texts, counts.origins), (2, 1, 1));
    assert_eq!((two.value, &two.others[..], &five.others[..]), (TWO, &[1][..], &[0][..]));
    assert_eq!((two.sourced, five.sourced), (Presentation::Reported, Presentation::Reported));
}

#[test]
fn a_denial_stands_beside_what_it_denies_and_states_nothing() {
    let text = "Corwin Aldous opened the sluice, an official said. It was not Corwin Aldous who did it, Jory Penhale said.";
    let answers = found(&[told(
        0,
        "Quay",
        "2031-05-01",
        text,
        &[
            ("Corwin Aldous", Who, None, Reported, "an official"),
            ("Corwin Aldous", Who, None, Denied, "Jory Penhale"),
        ],
    )]);
    let [alleged, denied] = &answers[..] else { panic!() };
    assert_eq!((alleged.sourced, denied.sourced), (Presentation::Alleged, Presentation::Denied));
    assert_eq!((&alleged.denials[..], denied.denials.len()), (&[1][..], 0));
}

#[test]
fn nothing_is_stated_but_what_the_writer_states() {
    let text = "The weir at Quenby burst. It may have been Quenby Mill, an official said; the Quenby Mill, Jory Penhale said.";
    let place = |presented, source| ("Quenby", Where, None, presented, source);
    let all = [
        place(Stated, ""),
        place(Reported, "an official"),
        place(Alleged, "Jory Penhale"),
        place(Alleged, ""),
    ];
    let answers = found(&[told(0, "Quay", "2031-05-01", text, &all)]);
    let columns: Vec<(Presentation, usize)> = answers.iter().map(|a| (a.sourced, a.passages.len())).collect();
    assert_eq!(columns, [(Presentation::Stated, 1), (Presentation::Alleged, 3)]);
}
