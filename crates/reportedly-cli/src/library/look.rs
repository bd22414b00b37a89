use std::io::{self, Write};

use reportedly_library::{Access, ArticleHit, ClaimHit, Error, In, Library, Query, Sort};
use reportedly_records::Record;

use super::arguments::{ListOptions, Order, SearchOptions, ShowOptions, ViewShape, Where};
use super::change::noted;
use super::{Done, counted, json, line, open};
use crate::Stop;
use crate::arguments::Shape;
use crate::output::{Look, Output};
use crate::screen::{columns, wrapped};

/// One line a document, or a failure.
pub(super) fn list(options: &ListOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    if options.failures {
        for refused in library.refused()? {
            match options.shelf.json {
                true => json(&mut out, &refused)?,
                false => writeln!(out, "{}: {}", line(&refused.place, 300), line(&refused.reason, 300))?,
            }
        }
        return Ok(Vec::new());
    }
    let asked = [("happened", &options.happened), ("in", &options.place)];
    // no quotation mark ends the value
    let plain = |words: &String| words.replace(['"', '“', '”'], " ");
    let asked = asked
        .into_iter()
        .filter_map(|(field, words)| Some(format!("{field}:\"{}\"", plain(words.as_ref()?))));
    let words = options.query.iter().cloned().chain(asked).collect::<Vec<_>>().join(" ");
    let query = if words.trim().is_empty() { Query::all() } else { words.parse::<Query>()? };
    let query = query.sorted(options.sort.map_or(Sort::Relevance, sort));
    let found = library.list_found(&query)?;
    if found.is_empty() && query != Query::all() {
        eprintln!("reportedly: nothing found");
    }
    if query.asks_what_happened() {
        tell_unread(&library)?;
    }
    for document in found {
        if options.shelf.json {
            json(&mut out, &document)?;
            continue;
        }
        let day = document.published_at.as_deref().and_then(|d| d.get(..d.len().min(10))).unwrap_or("-");
        let outlet = document.outlet.as_deref().or_else(|| host(document.url.as_deref())).unwrap_or("-");
        let outlet = line(outlet, 30);
        let tags = if document.tags.is_empty() {
            String::new()
        } else {
            format!("\t[{}]", document.tags.join(", "))
        };
        let title = line(document.title.as_deref().unwrap_or("-"), 100);
        let id = line(&document.doc_id, 100);
        writeln!(out, "{}{tags}", columns(&[&id, day, &outlet, &document.claims.to_string(), &title]))?;
    }
    Ok(Vec::new())
}

/// One article, or one claim.
pub(super) fn show(options: &ShowOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    match library.record(&options.id) {
        Ok(record) => {
            let shape = if options.shelf.json { Shape::json() } else { options.shape };
            let look = Look::of(shape, false, None, options.output.is_some());
            let mut output = Output::open(shape, options.output.as_deref())?;
            output.write(look.show(&record).map_err(io::Error::other)?)?;
            output.close()?;
            if options.output.is_none() && matches!(shape, Shape::Terminal) {
                written(&mut out, &library, &record.doc_id)?;
            }
        }
        Err(Error::Unknown(_) | Error::NoArticle(_)) => {
            let (record, claim_id) = library.claim(&options.id)?;
            if let Some(hit) = hit(&record, &claim_id) {
                match options.shelf.json || options.shape.is_json() {
                    true => json(&mut out, &hit)?,
                    false => in_full(&mut out, &hit)?,
                }
            }
        }
        Err(other) => return Err(other.into()),
    }
    Ok(Vec::new())
}

/// What people wrote beside an article.
fn written(out: &mut impl Write, library: &Library, doc_id: &str) -> Result<(), Stop> {
    let (tags, notes) = (library.tags(doc_id)?, library.notes(doc_id)?);
    if !tags.is_empty() {
        writeln!(out, "\nTags: {}", tags.join(", "))?;
    }
    if !notes.is_empty() {
        writeln!(out, "\nNotes")?;
        notes.iter().try_for_each(|note| writeln!(out, "{}", noted(note)))?;
    }
    Ok(())
}

fn hit(record: &Record, claim_id: &str) -> Option<ClaimHit> {
    let claim = record.claims.iter().find(|c| c.claim_id == claim_id)?.clone();
    Some(ClaimHit { article: article(record), claim })
}

/// What is said of an article in a list.
pub(super) fn article(record: &Record) -> ArticleHit {
    ArticleHit {
        doc_id: record.doc_id.clone(),
        title: record.title.clone(),
        outlet: record.outlet.clone(),
        published_at: record.published_at.clone(),
        url: record.url.clone().or(record.canonical_url.clone()),
    }
}

fn in_full(out: &mut impl Write, hit: &ClaimHit) -> io::Result<()> {
    let claim = &hit.claim;
    let nobody = || "none given".to_owned();
    writeln!(out, "content     {}", line(&claim.content_words(), 2000))?;
    writeln!(out, "source      {}", claim.source_words().map_or_else(nobody, |w| line(&w, 500)))?;
    let sourcing = &claim.sourcing;
    let who = [&sourcing.source_name, &sourcing.source_title, &sourcing.source_kind];
    let who: Vec<String> = who.into_iter().flatten().map(|w| line(w, 200)).collect();
    if !who.is_empty() {
        writeln!(out, "who         {}", who.join(", "))?;
    }
    if let Some(stance) = &sourcing.stance {
        let status = claim.status().map(|status| format!(" [{status}]")).unwrap_or_default();
        writeln!(out, "stance      {stance}{status}")?;
    }
    if let Some(certainty) = &sourcing.certainty {
        let polarity = sourcing.polarity.as_deref().unwrap_or("affirmed");
        writeln!(out, "certainty   {certainty}, {polarity}")?;
    }
    writeln!(out, "cue         {}", claim.cue.as_ref().map_or("none".to_owned(), |c| line(&c.text, 200)))?;
    writeln!(out, "mode        {}", claim.mode)?;
    writeln!(out, "confidence  {:.2} ({}), by {}", claim.confidence, claim.grade().name(), claim.method)?;
    let at = claim.content.first().map_or(0, |p| p.start);
    writeln!(out, "article     {}, at character {at}", about(&hit.article))?;
    hit.article.url.as_ref().map_or(Ok(()), |url| writeln!(out, "address     {}", line(url, 500)))
}

/// What a query finds. Nothing found is no failure.
pub(super) fn search(options: &SearchOptions) -> Done {
    let within = match options.within {
        Where::Claims => In::Claims,
        Where::Articles => In::Articles,
    };
    let words = options.query.join(" ");
    let query = words.parse::<Query>()?.within(within).sorted(sort(options.sort));
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    if options.shape == ViewShape::Html {
        write!(out, "{}", library.search_view(&words, &query)?.html())?;
        return Ok(Vec::new());
    }
    let hits = library.search(&query, options.limit)?;
    for hit in &hits.claims {
        if options.shelf.json {
            json(&mut out, hit)?;
            continue;
        }
        let told = format!("{}  {}", hit.claim.claim_id, line(&hit.claim.in_a_line(), 400));
        writeln!(out, "{}", wrapped(&told, 4))?;
        writeln!(out, "{}", wrapped(&format!("    {}", about(&hit.article)), 4))?;
    }
    for hit in &hits.articles {
        match options.shelf.json {
            true => json(&mut out, hit)?,
            false => writeln!(out, "{}", wrapped(&about(hit), 4))?,
        }
    }
    let found = hits.claims.len() + hits.articles.len();
    if hits.more {
        let (all, complete) = library.count(&query)?;
        let all = if complete { grouped(all) } else { format!("more than {}", grouped(all)) };
        eprintln!("reportedly: the first {found} of {all}; use --limit for more");
    } else if found == 0 {
        eprintln!("reportedly: nothing found");
    }
    if query.asks_what_happened() {
        tell_unread(&library)?;
    }
    Ok(Vec::new())
}

/// Which articles have no incidents because they were added before these were read.
pub(super) fn tell_unread(library: &Library) -> Result<(), Error> {
    let unread = library.without_incidents()?;
    if unread > 0 {
        let articles = counted(unread as usize, "article");
        eprintln!(
            "reportedly: {articles} added by an earlier version: what happened in them is not known until `reportedly reread`"
        );
    }
    Ok(())
}

fn sort(order: Order) -> Sort {
    match order {
        Order::Relevance => Sort::Relevance,
        Order::Date => Sort::Date,
        Order::Outlet => Sort::Outlet,
        Order::Source => Sort::Source,
    }
}

/// 1411 as "1,411".
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let begins_group = |i: usize| i > 0 && (digits.len() - i).is_multiple_of(3);
    let each =
        digits.char_indices().map(|(i, c)| if begins_group(i) { format!(",{c}") } else { c.to_string() });
    each.collect()
}

/// The host of an address, without "www.".
pub(super) fn host(address: Option<&str>) -> Option<&str> {
    let host = address?.split_once("://")?.1.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// Id, headline, outlet or host, and day of an article, as far as they are known.
pub(super) fn about(article: &ArticleHit) -> String {
    let day = article.published_at.as_deref().and_then(|d| d.get(..d.len().min(10)));
    let outlet = article.outlet.as_deref().or_else(|| host(article.url.as_deref()));
    let parts = [Some(article.doc_id.as_str()), article.title.as_deref(), outlet, day];
    parts.into_iter().flatten().map(|p| line(p, 100)).collect::<Vec<_>>().join(" · ")
}
