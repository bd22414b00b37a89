use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use reportedly_library::{Access, ArticleHit, Library};
use reportedly_records::{CarrierRow, ClaimGroup, Difference, Record, Reuse};

use super::arguments::{CopiesOptions, TraceOptions, ViewShape};
use super::look::{about, article};
use super::{Done, counted, json, line, open};
use crate::Stop;
use crate::publishers::publishers;
use crate::screen::wrapped;

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
        writeln!(out, "{}", wrapped(&named(&library, other)?, 4))?;
        let mut kinds: Vec<&str> = rows.iter().map(|row| row.kind.as_str()).collect();
        kinds.dedup();
        let which = match rows.first().map_or("", |row| row.direction.as_str()) {
            "a_to_b" => "taken from this article",
            "b_to_a" => "taken by this article",
            _ => "direction unknown",
        };
        let passages = counted(rows.len(), "passage");
        let shared =
            format!("    {}: {passages}, {} characters; {which}", kinds.join(", "), characters(rows));
        writeln!(out, "{}", wrapped(&shared, 4))?;
        for evidence in rows.first().iter().flat_map(|row| &row.evidence) {
            writeln!(out, "{}", wrapped(&format!("    {}", line(evidence, 200)), 4))?;
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
    match library.trace(&options.claim, &publishers)? {
        group if options.shelf.json => json(&mut out, &group)?,
        None => writeln!(out, "the claim has no words to look for")?,
        Some(group) => tell(&mut out, &library, &group)?,
    }
    Ok(Vec::new())
}

/// The verdict first, then each article with how it presents the words, then what they go back to.
fn tell(out: &mut impl Write, library: &Library, group: &ClaimGroup) -> Result<(), Stop> {
    let records: HashMap<&str, Record> = group
        .carriers
        .iter()
        .map(|c| Ok((c.doc_id.as_str(), library.record(&c.doc_id)?)))
        .collect::<Result<_, Stop>>()?;
    let called = |id: &str| records.get(id).map_or_else(|| line(id, 60), called);
    say(out, 0, &line(&group.verdict, 2000))?;
    say(out, 4, &format!("    “{}”", line(&group.words, 500)))?;
    let n = |n: u32, one: &str| counted(n as usize, one);
    let (pages, texts) = (n(group.pages, "page"), n(group.texts, "independent text"));
    let (owners, origins) = (n(group.publishers, "publisher"), n(group.origins, "origin"));
    say(out, 4, &format!("{pages} -> {texts} -> {owners} -> {origins}"))?;
    for carrier in &group.carriers {
        let id = carrier.claim_id.as_ref().unwrap_or(&carrier.doc_id);
        let id: String = line(id, 100).chars().take(SHORT).collect();
        writeln!(out)?;
        say(out, 4, &format!("{}  [{id}]", called(&carrier.doc_id)))?;
        say(out, 4, &format!("    {}", line(&carrier.told, 300)))?;
        if carrier.wording != "same" {
            say(out, 4, &format!("    {}", wording(carrier)))?;
        }
    }
    writeln!(out)?;
    if let Some(first) = &group.first_known {
        let (day, method) = (line(&first.published_at, 30), line(&first.published_at_method, 40));
        say(out, 4, &format!("first known: {day} ({method}), {}", called(&first.doc_id)))?;
    }
    for origin in &group.went_back_to {
        let name = origin.name.as_deref().unwrap_or("no name");
        let texts: Vec<String> = origin.texts.iter().map(|t| (t + 1).to_string()).collect();
        say(out, 4, &format!("origin: {} ({}): text {}", line(name, 100), origin.kind, texts.join(", ")))?;
    }
    for drift in &group.drift {
        let what = match drift.kind.as_str() {
            "hedge_dropped" => "dropped the words",
            "stated_as_fact" => "states as fact what was attributed to",
            _ => "names a source that was unnamed:",
        };
        let known = if drift.direction_known { "" } else { "; which came first is unknown" };
        let (from, to) = (called(&drift.from_doc), called(&drift.to_doc));
        let words = line(&drift.words, 100);
        say(out, 4, &format!("{to}, compared with {from}, {what} “{words}”{known}"))?;
    }
    Ok(())
}

/// A line for a person.
fn say(out: &mut impl Write, indent: usize, words: &str) -> io::Result<()> {
    writeln!(out, "{}", wrapped(words, indent))
}

/// So much of an id is enough to ask for it.
const SHORT: usize = 8;

/// Outlet, day and headline of an article; its id only where it has neither outlet nor headline.
fn called(record: &Record) -> String {
    let ArticleHit { doc_id, title, outlet, published_at, .. } = article(record);
    let day = published_at.map(|d| d.chars().take(10).collect());
    let id = (title.is_none() && outlet.is_none()).then_some(doc_id);
    let parts: Vec<String> =
        [outlet, day, title, id].into_iter().flatten().map(|p: String| line(&p, 100)).collect();
    parts.join(" · ")
}

/// The words of an article, those that only it has in {+ +}, those that it lacks in [- -].
fn wording(carrier: &CarrierRow) -> String {
    let stretch = |d: &Difference| {
        let (words, gap) = (d.words.trim(), if d.words.ends_with(' ') { " " } else { "" });
        match d.stands.as_str() {
            "here" => format!("{{+{words}+}}{gap}"),
            "first" => format!("[-{words}-]{gap}"),
            _ => d.words.clone(),
        }
    };
    line(&carrier.differences.iter().map(stretch).collect::<String>(), 500)
}
