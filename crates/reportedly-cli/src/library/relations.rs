use std::collections::BTreeMap;
use std::io::{self, Write};

use reportedly_library::{Access, Library};
use reportedly_records::{CarrierRow, ClaimGroup, Reuse};

use super::arguments::{CopiesOptions, TraceOptions, ViewShape};
use super::look::{about, article};
use super::{Done, counted, json, line, open};
use crate::Stop;
use crate::publishers::publishers;

/// What one article shares with others.
pub(super) fn copies(options: &CopiesOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    if options.shape == ViewShape::Html {
        write!(out, "{}", library.copies_view(&options.id)?.html())?;
        return Ok(Vec::new());
    }
    let rows = library.copies(&options.id)?;
    if options.shelf.json {
        rows.iter().try_for_each(|row| json(&mut out, row))?;
        return Ok(Vec::new());
    }
    let mut others: BTreeMap<&str, Vec<&Reuse>> = BTreeMap::new();
    for row in &rows {
        others.entry(&row.doc_b).or_default().push(row);
    }
    // most in common first
    let mut others: Vec<_> = others.into_iter().collect();
    others.sort_by_key(|(_, rows)| std::cmp::Reverse(characters(rows)));
    for (other, rows) in &others {
        writeln!(out, "{}", named(&library, other)?)?;
        let mut kinds: Vec<&str> = rows.iter().map(|row| row.kind.as_str()).collect();
        kinds.dedup();
        let which = match rows.first().map_or("", |row| row.direction.as_str()) {
            "a_to_b" => "taken from this article",
            "b_to_a" => "taken by this article",
            _ => "direction unknown",
        };
        let passages = counted(rows.len(), "passage");
        writeln!(out, "    {}: {passages}, {} characters; {which}", kinds.join(", "), characters(rows))?;
        for evidence in rows.first().iter().flat_map(|row| &row.evidence) {
            writeln!(out, "    {}", line(evidence, 200))?;
        }
    }
    if rows.is_empty() {
        eprintln!("reportedly: no other article shares text with this one");
    }
    Ok(Vec::new())
}

fn characters(rows: &[&Reuse]) -> u32 {
    rows.iter().map(|row| row.end_a.saturating_sub(row.begin_a)).sum()
}

fn named(library: &Library, doc_id: &str) -> Result<String, Stop> {
    Ok(about(&article(&library.record(doc_id)?)))
}

/// How far one claim has travelled.
pub(super) fn trace(options: &TraceOptions) -> Done {
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    if options.shape == ViewShape::Html {
        write!(out, "{}", library.trace_view(&options.claim, &publishers)?.html())?;
        return Ok(Vec::new());
    }
    let group = library.trace(&options.claim, &publishers)?;
    match group {
        None if options.shelf.json => writeln!(out, "null")?,
        None => writeln!(out, "1 page: no other article in the library carries this claim")?,
        Some(group) if options.shelf.json => json(&mut out, &group)?,
        Some(group) => tell(&mut out, &library, &group)?,
    }
    Ok(Vec::new())
}

fn tell(out: &mut impl Write, library: &Library, group: &ClaimGroup) -> Result<(), Stop> {
    let n = |n: u32, one: &str| counted(n as usize, one);
    let (pages, texts) = (n(group.pages, "page"), n(group.texts, "independent text"));
    let (owners, origins) = (n(group.publishers, "publisher"), n(group.origins, "origin"));
    writeln!(out, "{pages} -> {texts} -> {owners} -> {origins}")?;
    if let Some(first) = &group.first_known {
        let (day, method) = (line(&first.published_at, 30), line(&first.published_at_method, 40));
        writeln!(out, "first known: {day} ({method}), {}", named(library, &first.doc_id)?)?;
    }
    for origin in &group.went_back_to {
        let name = origin.name.as_deref().unwrap_or("no name");
        let texts: Vec<String> = origin.texts.iter().map(|t| (t + 1).to_string()).collect();
        writeln!(out, "origin: {} ({}): text {}", line(name, 100), origin.kind, texts.join(", "))?;
    }
    for carrier in &group.carriers {
        writeln!(out, "text {}  {}", carrier.independent_text + 1, named(library, &carrier.doc_id)?)?;
        writeln!(out, "        {}", said(library, carrier)?)?;
    }
    for drift in &group.drift {
        let what = match drift.kind.as_str() {
            "hedge_dropped" => "dropped the words",
            "stated_as_fact" => "states as fact what was attributed to",
            _ => "names a source that was unnamed:",
        };
        let known = if drift.direction_known { "" } else { "; which came first is unknown" };
        let (from, to) = (line(&drift.from_doc, 60), line(&drift.to_doc, 60));
        writeln!(out, "{to}, compared with {from}, {what} “{}”{known}", line(&drift.words, 100))?;
    }
    Ok(())
}

/// Whom one article attributes the content to.
fn said(library: &Library, carrier: &CarrierRow) -> Result<String, Stop> {
    let record = library.record(&carrier.doc_id)?;
    let claim = carrier.claim_id.as_ref().and_then(|id| record.claims.iter().find(|c| c.claim_id == *id));
    let source = match claim {
        None => "(no claim here)".to_owned(),
        Some(claim) => {
            let cue = claim.status().map(|status| format!(" [{}]", line(&status, 60)));
            claim.source_words().map_or("(no source given)".to_owned(), |w| line(&w, 80))
                + &cue.unwrap_or_default()
        }
    };
    Ok(format!("{source}: {}", line(&carrier.place.text, 200)))
}
