use super::{Block, Piece, Style, View, linked, piece};
use crate::render::counted;
use crate::{AnswerRow, Dossier, Record, StoryCard};

/// One incident by sourcing: what each question is answered, each answer in its articles' own words, with how it is sourced, its
/// counts and the passages behind it. `records` are the articles.
pub fn dossier(found: &Dossier, records: &[Record]) -> View {
    let card = &found.card;
    let mut blocks = vec![
        Block::Line(vec![piece(Style::Plain, about(card))]),
        Block::Line(vec![piece(
            Style::Quiet,
            "Answers stand beside each other; none of them is chosen. Counts are those of this library.",
        )]),
    ];
    let mut last = "";
    let mut rows: Vec<Vec<Vec<Piece>>> = Vec::new();
    let heads = || vec!["Answer", "How it is sourced", "Counts", "First known", "Passages"];
    for answer in &found.answers {
        if answer.question != last {
            if !rows.is_empty() {
                blocks.push(Block::Table(heads(), std::mem::take(&mut rows)));
            }
            blocks.push(Block::Heading(question(&answer.question).to_owned()));
            last = &answer.question;
        }
        rows.push(row(answer, records));
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(heads(), rows));
    }
    blocks.push(Block::Heading("Articles".to_owned()));
    let articles = card.doc_ids.iter().filter_map(|id| records.iter().find(|r| r.doc_id == *id));
    let article =
        |r: &Record| vec![vec![linked(super::called(r), r.canonical_url.as_deref().or(r.url.as_deref()))]];
    blocks.push(Block::List(articles.map(article).collect()));
    View { title: card.title.clone().unwrap_or_else(|| "A story".to_owned()), blocks }
}

/// A question in words.
pub fn question(slot: &str) -> &'static str {
    match slot {
        "when" => "When was it?",
        "where" => "Where was it?",
        "who" => "Who did it?",
        "whom" => "To whom did it happen?",
        "killed" => "How many were killed?",
        "injured" => "How many were injured?",
        "arrested" => "How many were arrested?",
        "cause" => "Why, or how did it come about?",
        _ => "What is anybody accused of?",
    }
}

/// "2031-05-01 · Quenby · 3 pages → ...".
fn about(card: &StoryCard) -> String {
    let days = match (&card.earliest, &card.latest) {
        (Some(first), Some(last)) if first != last => Some(format!("{first} to {last}")),
        (first, _) => first.clone(),
    };
    let counts = counts([card.pages, card.texts, card.publishers, card.origins]);
    [days, card.place.clone(), card.kind.clone(), Some(counts)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// "4 pages → 3 independent texts → 4 publishers → 2 origins".
fn counts(of: [u32; 4]) -> String {
    let names = ["page", "independent text", "publisher", "origin"];
    of.iter().zip(names).map(|(&n, name)| counted(n as usize, name)).collect::<Vec<_>>().join(" → ")
}

fn row(answer: &AnswerRow, records: &[Record]) -> Vec<Vec<Piece>> {
    let value = answer.value.as_ref().map(|value| piece(Style::Source, format!("{value} ")));
    let first = answer.first_known.as_ref().map_or_else(String::new, |first| {
        let record = records.iter().find(|r| r.doc_id == first.doc_id);
        format!("{} {}", first.published_at, record.and_then(|r| r.outlet.as_deref()).unwrap_or_default())
    });
    let passages: Vec<Piece> = answer
        .passages
        .iter()
        .map(|p| {
            let record = records.iter().find(|r| r.doc_id == p.doc_id);
            let outlet = record.and_then(|r| r.outlet.as_deref()).unwrap_or(&p.doc_id);
            piece(Style::Quiet, format!("{outlet}: “{}” ", p.place.text))
        })
        .collect();
    vec![
        value.into_iter().chain([piece(Style::Plain, format!("“{}”", answer.words))]).collect(),
        vec![piece(Style::Plain, answer.told.as_str())],
        vec![piece(Style::Plain, counts([answer.pages, answer.texts, answer.publishers, answer.origins]))],
        vec![piece(Style::Quiet, first)],
        passages,
    ]
}
