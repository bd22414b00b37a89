use super::{Block, Style, View, about, joined, piece};
use crate::render::counted;
use crate::{CarrierRow, ClaimGroup, DriftRow, Record};

/// How far a claim has travelled: the four counts, the articles by their stated dates, the sources that they
/// go back to, and what changed on the way. `records` are the articles that carry it.
pub fn trace(group: &ClaimGroup, records: &[Record]) -> View {
    let counts = [
        counted(group.pages as usize, "page"),
        counted(group.texts as usize, "independent text"),
        counted(group.publishers as usize, "publisher"),
        counted(group.origins as usize, "origin"),
    ];
    let mut carriers: Vec<(&CarrierRow, Option<&Record>)> =
        group.carriers.iter().map(|c| (c, find(records, &c.doc_id))).collect();
    carriers.sort_by_key(|(_, r)| r.and_then(|r| r.published_at.as_deref()).unwrap_or("9999"));
    let words = carriers.first().map_or("", |(c, _)| c.place.text.as_str());
    let mut blocks = vec![
        Block::Line(vec![piece(Style::Plain, words)]),
        Block::Line(vec![piece(Style::Source, counts.join(" → "))]),
    ];
    if let Some(first) = &group.first_known {
        let told = format!(
            "First known: {} (date from: {}). Known here only means in this library.",
            first.published_at, first.published_at_method
        );
        blocks.push(Block::Line(vec![piece(Style::Quiet, told)]));
    }
    let rows = carriers.iter().map(|(carrier, record)| row(carrier, *record)).collect();
    blocks
        .push(Block::Table(vec!["Outlet, day and article", "Text", "Laid to", "Words", "Characters"], rows));
    blocks.push(Block::Heading("What the texts go back to".to_owned()));
    let origins = group.went_back_to.iter().map(|origin| {
        let texts: Vec<String> = origin.texts.iter().map(|t| (t + 1).to_string()).collect();
        let name = origin.name.as_deref().unwrap_or("nobody named");
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

/// A claim that no other article carries.
pub fn untravelled(record: &Record, claim_id: &str) -> View {
    let claim = record.claims.iter().find(|c| c.claim_id == claim_id);
    let words = claim.map_or_else(String::new, crate::Claim::content_words);
    let told = "1 page: no other article of this library carries this claim.";
    let blocks = [piece(Style::Plain, words), piece(Style::Source, told), piece(Style::Quiet, about(record))];
    let blocks = blocks.map(|piece| Block::Line(vec![piece])).to_vec();
    View { title: "How far a claim has travelled".to_owned(), blocks }
}

fn find<'r>(records: &'r [Record], doc_id: &str) -> Option<&'r Record> {
    records.iter().find(|record| record.doc_id == doc_id)
}

fn row(carrier: &CarrierRow, record: Option<&Record>) -> Vec<String> {
    let claims = record.map_or(&[][..], |record| &record.claims);
    let claim = claims.iter().find(|c| Some(&c.claim_id) == carrier.claim_id.as_ref());
    let laid_to = claim.map_or_else(
        || "no claim here".to_owned(),
        |c| {
            c.sourcing
                .source_name
                .clone()
                .or_else(|| c.source_words())
                .unwrap_or_else(|| "nobody named".to_owned())
        },
    );
    vec![
        record.map_or_else(|| carrier.doc_id.clone(), about),
        (carrier.independent_text + 1).to_string(),
        laid_to,
        carrier.place.text.clone(),
        format!("{}–{}", carrier.place.start, carrier.place.end),
    ]
}

fn drift(drift: &DriftRow, records: &[Record]) -> String {
    let name = |id: &str| {
        let record = find(records, id);
        let date = record.and_then(|r| super::day(r.published_at.as_deref()));
        joined([record.and_then(|r| r.outlet.as_deref()).or(Some(id)), date])
    };
    let what = match drift.kind.as_str() {
        "hedge_dropped" => "dropped the words",
        "stated_as_fact" => "states as fact what was laid to",
        _ => "names the source that was unnamed:",
    };
    let unknown = if drift.direction_known { "" } else { " (which came first is unknown)" };
    format!("{}, beside {}, {what} “{}”{unknown}", name(&drift.to_doc), name(&drift.from_doc), drift.words)
}
