use super::{Block, Piece, Style, View, called, joined, linked, piece};
use crate::render::counted;
use crate::{CarrierRow, ClaimGroup, Difference, DriftRow, Record};

/// How far a claim has travelled: what it comes to, the articles by their stated dates with how each presents
/// it, the four counts, the sources that they go back to, and what changed on the way. `records` are the
/// articles that carry it.
pub fn trace(group: &ClaimGroup, records: &[Record]) -> View {
    let mut blocks = vec![
        Block::Line(vec![piece(Style::Source, group.verdict.as_str())]),
        Block::Line(vec![piece(Style::Plain, group.words.as_str())]),
    ];
    if group.carriers.iter().any(|c| !c.differences.is_empty()) {
        blocks.push(Block::Line(vec![
            piece(Style::Quiet, "Beside these words: "),
            piece(Style::New, "only in that article"),
            piece(Style::Quiet, ", "),
            piece(Style::Struck, "only in these words"),
            piece(Style::Quiet, "."),
        ]));
    }
    let rows = group.carriers.iter().map(|carrier| row(carrier, find(records, &carrier.doc_id)));
    blocks.push(Block::Table(
        vec!["Article", "How it presents the words", "Its words", "Text"],
        rows.collect(),
    ));
    blocks.push(Block::Heading("What the articles go back to".to_owned()));
    blocks.push(Block::Line(vec![piece(Style::Plain, counts(group))]));
    if let Some(first) = &group.first_known {
        let told = format!(
            "First known: {} (date from: {}). Known here only means among these articles.",
            first.published_at, first.published_at_method
        );
        blocks.push(Block::Line(vec![piece(Style::Quiet, told)]));
    }
    let origins = group.went_back_to.iter().map(|origin| {
        let texts: Vec<String> = origin.texts.iter().map(|t| (t + 1).to_string()).collect();
        let name = origin.name.as_deref().unwrap_or("no source given");
        vec![vec![
            piece(Style::Source, name),
            piece(Style::Quiet, format!(" {}: text {}", origin.kind, texts.join(", "))),
        ]]
    });
    blocks.push(Block::List(origins.collect()));
    if !group.drift.is_empty() {
        blocks.push(Block::Heading("What changed on the way".to_owned()));
        let drift = |d| vec![vec![piece(Style::Plain, drift(d, records))]];
        blocks.push(Block::List(group.drift.iter().map(drift).collect()));
    }
    View { title: "How far a claim has travelled".to_owned(), blocks }
}

/// "4 pages → 3 independent texts → 4 publishers → 2 origins".
fn counts(group: &ClaimGroup) -> String {
    let counts = [
        counted(group.pages as usize, "page"),
        counted(group.texts as usize, "independent text"),
        counted(group.publishers as usize, "publisher"),
        counted(group.origins as usize, "origin"),
    ];
    counts.join(" → ")
}

fn find<'r>(records: &'r [Record], doc_id: &str) -> Option<&'r Record> {
    records.iter().find(|record| record.doc_id == doc_id)
}

fn row(carrier: &CarrierRow, record: Option<&Record>) -> Vec<Vec<Piece>> {
    let name = record.map_or_else(|| carrier.doc_id.clone(), called);
    let address = record.and_then(|r| r.canonical_url.as_deref().or(r.url.as_deref()));
    vec![
        vec![linked(name, address)],
        vec![piece(Style::Plain, carrier.told.as_str())],
        words(carrier),
        vec![piece(Style::Plain, (carrier.independent_text + 1).to_string())],
    ]
}

/// Its own wording, what differs from the first one marked.
fn words(carrier: &CarrierRow) -> Vec<Piece> {
    let style = |d: &Difference| match d.stands.as_str() {
        "here" => Style::New,
        "first" => Style::Struck,
        _ => Style::Plain,
    };
    match carrier.differences.as_slice() {
        [] => vec![piece(Style::Plain, carrier.place.text.as_str())],
        all => all.iter().map(|d| piece(style(d), d.words.as_str())).collect(),
    }
}

fn drift(drift: &DriftRow, records: &[Record]) -> String {
    let name = |id: &str| {
        let record = find(records, id);
        let date = record.and_then(|r| super::day(r.published_at.as_deref()));
        let outlet = record.and_then(|r| r.outlet.as_deref().or(r.title.as_deref()));
        joined([outlet.or(Some(id)), date])
    };
    let what = match drift.kind.as_str() {
        "hedge_dropped" => "dropped the words",
        "stated_as_fact" => "states as fact what was attributed to",
        _ => "names the source that was unnamed:",
    };
    let unknown = if drift.direction_known { "" } else { " (which came first is unknown)" };
    format!("{}, beside {}, {what} “{}”{unknown}", name(&drift.to_doc), name(&drift.from_doc), drift.words)
}
