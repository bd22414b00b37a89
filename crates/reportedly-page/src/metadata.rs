//! What is known about a page, each value with the way it was found.

use trafilatura::dom::{Document, NodeId};

use crate::byline::byline;
use crate::dates;
use crate::declared::Declared;
use crate::dom::{at_the_top, short_line, squeeze};
use crate::title::headline;
use reportedly_core::article::{Date, Found, Metadata, Precision};

/// Reads the metadata of a page; the second value is the element that shows the headline.
pub(crate) fn metadata(doc: &Document, declared: &Declared, url: Option<&str>) -> (Metadata, Option<NodeId>) {
    let outlet = outlet(declared);
    let name = outlet.as_ref().map(|o| o.value.as_str());
    let headline = headline(doc, declared, name);
    let language = language(doc, declared);
    let english = language.as_ref().is_none_or(|l| l.value.to_ascii_lowercase().starts_with("en"));
    let byline = byline(doc, declared, headline.node, name, english);
    let canonical_url = canonical(doc, declared);
    let address = canonical_url.as_ref().map(|c| c.value.as_str()).or(url);
    let stated = published(doc, declared, headline.node, address);
    let published = shown_day(doc, headline.node, stated.as_ref()).or(stated);
    let modified = modified(doc, declared, headline.node);
    let url = url.map(str::to_owned);
    (
        Metadata {
            title: headline.title,
            byline,
            outlet,
            published,
            modified,
            language,
            url,
            canonical_url,
            captured_at: None,
        },
        headline.node,
    )
}

fn outlet(declared: &Declared) -> Option<Found<String>> {
    let meta = |name, method| declared.meta(name).next().map(|v| Found::stated(v.to_owned(), method));
    meta("og:site_name", "og:site_name")
        .or_else(|| declared.publisher().map(|p| Found::stated(p, "json-ld")))
        .or_else(|| meta("application-name", "application-name"))
        .or_else(|| meta("dc.publisher", "dc.publisher"))
}

fn canonical(doc: &Document, declared: &Declared) -> Option<Found<String>> {
    let link = doc.query_selector_all(doc.root(), "link[rel=canonical]").into_iter();
    let link = link.filter_map(|n| doc.get_attribute(n, "href")).map(|h| squeeze(&h));
    let web = |u: &String| u.starts_with("http://") || u.starts_with("https://");
    link.filter(web).map(|v| Found::stated(v, "link canonical")).next().or_else(|| {
        let og = declared.meta("og:url").map(str::to_owned).find(web);
        og.map(|v| Found::stated(v, "og:url"))
    })
}

fn dated(value: Option<&str>, method: &'static str) -> Option<Found<Date>> {
    dates::parse(value?).map(|d| Found::stated(d, method))
}

fn published(
    doc: &Document,
    declared: &Declared,
    headline: Option<NodeId>,
    url: Option<&str>,
) -> Option<Found<Date>> {
    let ld = declared.article_text("datePublished").or_else(|| declared.article_text("dateCreated"));
    let mut found = dated(ld.as_deref(), "json-ld");
    for name in [
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "pubdate",
        "publish-date",
        "publication_date",
        "article.published",
        "cxenseparse:recs:publishtime",
        "ptime",
        "date",
    ] {
        found = found.or_else(|| declared.meta(name).find_map(|v| dated(Some(v), published_method(name))));
    }
    let page = declared.page_text("datePublished");
    found
        .or_else(|| dated(page.as_deref(), "json-ld page"))
        .or_else(|| {
            marked(
                doc,
                &[
                    "[itemprop=datePublished]",
                    "time[pubdate]",
                    "time.published",
                    "time.entry-date",
                    ".published[title]",
                    ".published",
                ],
            )
        })
        .or_else(|| time_near(doc, &around(doc, headline, true)))
        .or_else(|| line_near(doc, &around(doc, headline, true)))
        .or_else(|| time_near(doc, &around(doc, headline, false)).map(|date| Found { guess: true, ..date }))
        .or_else(|| line_near(doc, &around(doc, headline, false)))
        .or_else(|| dates::in_address(url?).map(|value| Found::guessed(value, "address")))
}

fn published_method(name: &str) -> &'static str {
    match name {
        "article:published_time" => "article:published_time",
        "datepublished" => "itemprop datePublished",
        "parsely-pub-date" => "parsely-pub-date",
        "sailthru.date" => "sailthru.date",
        n if n.starts_with("dc") => "dublin core",
        _ => "meta date",
    }
}

fn modified(doc: &Document, declared: &Declared, headline: Option<NodeId>) -> Option<Found<Date>> {
    let ld = declared.article_text("dateModified");
    let mut found = dated(ld.as_deref(), "json-ld");
    for (name, method) in [
        ("article:modified_time", "article:modified_time"),
        ("og:updated_time", "og:updated_time"),
        ("datemodified", "itemprop dateModified"),
        ("dcterms.modified", "dublin core"),
        ("last-modified", "meta last-modified"),
    ] {
        found = found.or_else(|| dated(declared.meta(name).next(), method));
    }
    found
        .or_else(|| marked(doc, &["[itemprop=dateModified]", "time.updated"]))
        .or_else(|| of_a_change(doc, headline))
}

/// A day beside the headline that is called a change.
fn of_a_change(doc: &Document, headline: Option<NodeId>) -> Option<Found<Date>> {
    let near = around(doc, headline, true);
    let times = near.iter().filter(|n| doc.tag_name(**n) == "time" && is_of_a_change(doc, **n));
    let by_element = times.into_iter().find_map(|n| element_date(doc, *n));
    by_element.or_else(|| {
        near.iter().find_map(|&n| {
            let text = short_line(doc, n, 80)?;
            let (at, word) = change_in(&text)?;
            dates::in_line(text.get(at + word..)?).map(|value| Found::guessed(value, "visible date"))
        })
    })
}

/// Where a line says that something was changed, and how long the word is.
fn change_in(line: &str) -> Option<(usize, usize)> {
    const CHANGED: &[&str] = &[
        "updated",
        "modified",
        "last update",
        "aktualisiert",
        "mis à jour",
        "actualizado",
        "atualizado",
        "aggiornato",
        "обновлено",
        "zuletzt geändert",
    ];
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    CHANGED.iter().filter_map(|w| lower.find(w).map(|at| (at, w.len()))).min()
}

fn marked(doc: &Document, selectors: &[&str]) -> Option<Found<Date>> {
    selectors.iter().flat_map(|s| doc.query_selector_all(doc.root(), s)).find_map(|n| element_date(doc, n))
}

fn element_date(doc: &Document, node: NodeId) -> Option<Found<Date>> {
    let stated =
        ["datetime", "content", "title"].iter().find_map(|a| dates::parse(&doc.get_attribute(node, a)?));
    let date = stated.or_else(|| short_line(doc, node, 300).and_then(|t| dates::in_line(&t)))?;
    Some(Found::stated(date, "time element"))
}

/// How many elements around the headline may hold the date line.
const NEAR: usize = 120;

fn time_near(doc: &Document, near: &[NodeId]) -> Option<Found<Date>> {
    let times = near.iter().filter(|n| doc.tag_name(**n) == "time" && !is_of_a_change(doc, **n));
    times.into_iter().find_map(|n| element_date(doc, *n))
}

/// Whether the page calls it a change: by its name, or by a word before it.
fn is_of_a_change(doc: &Document, node: NodeId) -> bool {
    let name =
        format!("{} {}", doc.get_attribute(node, "itemprop").unwrap_or_default(), doc.class_name(node));
    let name = name.to_ascii_lowercase();
    let own = short_line(doc, node, 120).unwrap_or_default();
    let line = doc.parent(node).and_then(|line| short_line(doc, line, 160)).unwrap_or_default();
    let before = line.find(&own).map_or("", |at| &line[..at]);
    // of several days in a line, each has its own word
    let last = before.rsplit([',', '|', '·', ';']).next().unwrap_or_default();
    // "published updated" is what never changed
    ["modified", "updated"].iter().any(|n| name.contains(n)) && !name.contains("publish")
        || change_in(&own).is_some_and(|(at, _)| own.get(..at).and_then(dates::in_line).is_none())
        || change_in(last).is_some_and(|(at, _)| last.get(at..).and_then(dates::in_line).is_none())
}

/// A short line near the headline that states a day.
fn line_near(doc: &Document, near: &[NodeId]) -> Option<Found<Date>> {
    near.iter().find_map(|&n| {
        let text = short_line(doc, n, 80)?;
        // what stands behind "updated" is no publication
        let stated = change_in(&text).and_then(|(at, _)| text.get(..at)).unwrap_or(&text);
        dates::in_line(stated).map(|value| Found::guessed(value, "visible date"))
    })
}

/// The day that a reader sees below the headline, where it is another than the declared one.
/// A day apart may be the zone; a day later may be the last change.
fn shown_day(
    doc: &Document,
    headline: Option<NodeId>,
    declared: Option<&Found<Date>>,
) -> Option<Found<Date>> {
    const LABELS: &[&str] =
        &["published", "posted", "first published", "publié", "veröffentlicht", "publicado", "pubblicato"];
    let declared = declared?;
    let near = around(doc, headline, true).into_iter().take(NEAR / 2);
    let labelled = near.filter_map(|n| {
        let text = short_line(doc, n, 80)?.to_lowercase();
        let short = !text.contains("updated") && !text.contains("modified");
        let label = LABELS.iter().any(|l| text.starts_with(l));
        (short && label).then(|| dates::in_line(&text)).flatten()
    });
    let date = labelled.into_iter().next()?;
    let (shown, said) = (date.day()?, declared.value.day()?);
    let timed = declared.value.precision() > Precision::Day;
    let earlier = shown < said && !(timed && shown.tomorrow().is_ok_and(|next| next == said));
    earlier.then(|| Found::stated(date, "visible date"))
}

/// The nodes near the headline; `top`: before the article is well under way.
fn around(doc: &Document, headline: Option<NodeId>, top: bool) -> Vec<NodeId> {
    let Some(headline) = headline else { return Vec::new() };
    let order = doc.iter(doc.root(), &[]);
    let Some(at) = order.iter().position(|n| *n == headline) else { return Vec::new() };
    let after = &order[at + 1..order.len().min(at + 1 + NEAR)];
    let mut near = if top { at_the_top(doc, after) } else { after }.to_vec();
    near.extend(order[at.saturating_sub(NEAR / 4)..at].iter().rev());
    near
}

fn language(doc: &Document, declared: &Declared) -> Option<Found<String>> {
    let html = doc.get_elements_by_tag_name(doc.root(), "html");
    let html = html
        .first()
        .and_then(|h| doc.get_attribute(*h, "lang").or_else(|| doc.get_attribute(*h, "xml:lang")));
    let tag = |s: &str| {
        let s = s.trim().replace('_', "-");
        let primary = s.split('-').next().unwrap_or_default();
        let ok =
            (2..=3).contains(&primary.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        ok.then_some(s)
    };
    let found = html.as_deref().and_then(tag).map(|v| Found::stated(v, "html lang"));
    let meta = |name, method| declared.meta(name).find_map(tag).map(|v| Found::stated(v, method));
    found
        .or_else(|| {
            declared.article_text("inLanguage").as_deref().and_then(tag).map(|v| Found::stated(v, "json-ld"))
        })
        .or_else(|| meta("content-language", "content-language"))
        .or_else(|| meta("og:locale", "og:locale"))
}
