//! What is known about a page, each value with the way it was found.

use trafilatura::dom::{Document, NodeId};

use crate::byline::byline;
use crate::dates::Order;
use crate::declared::Declared;
use crate::dom::squeeze;
use crate::published::Days;
use crate::site::Site;
use crate::title::headline;
use reportedly_core::article::{Found, Metadata};

/// Reads the metadata of a page; the second value is the element that shows the headline.
pub(crate) fn metadata(doc: &Document, declared: &Declared, url: Option<&str>) -> (Metadata, Option<NodeId>) {
    let canonical_url = canonical(doc, declared);
    let address = canonical_url.as_ref().map(|c| c.value.as_str()).or(url);
    let site = Site::of(declared, address);
    let headline = headline(doc, declared, &site);
    let language = language(doc, declared);
    let english = language.as_ref().is_none_or(|l| l.value.to_ascii_lowercase().starts_with("en"));
    let byline = byline(doc, declared, headline.node, &site, english);
    let order = Order::of(language.as_ref().map(|l| l.value.as_str()), address);
    let days = Days::of(doc, declared, headline.node, order);
    let (published, modified) = (days.published(address), days.modified());
    let url = url.map(str::to_owned);
    (
        Metadata {
            title: headline.title,
            byline,
            outlet: site.outlet,
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

fn canonical(doc: &Document, declared: &Declared) -> Option<Found<String>> {
    let link = doc.query_selector_all(doc.root(), "link[rel=canonical]").into_iter();
    let link = link.filter_map(|n| doc.get_attribute(n, "href")).map(|h| squeeze(&h));
    let web = |u: &String| u.starts_with("http://") || u.starts_with("https://");
    link.filter(web).map(|v| Found::stated(v, "link canonical")).next().or_else(|| {
        let og = declared.meta("og:url").map(str::to_owned).find(web);
        og.map(|v| Found::stated(v, "og:url"))
    })
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
