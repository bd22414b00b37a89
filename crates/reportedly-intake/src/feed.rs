//! RSS, Atom and JSON Feed: the items that hold their text.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use feed_rs::model::{Entry, Feed};
use reportedly::article::{Article, Found};
use reportedly::page::{read_date, read_fragment, read_names};

use reportedly::Unreadable;

use crate::failure::Problem;

/// A summary of fewer words than this is no text of its own.
const FEW_WORDS: usize = 100;

/// One item of a feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its headline.
    pub title: Option<String>,
    /// The name of the feed.
    pub outlet: Option<String>,
    /// Names of its authors.
    pub byline: Vec<String>,
    /// When it was published (ISO 8601, UTC).
    pub published: Option<String>,
    /// The page that it refers to.
    pub link: Option<String>,
    /// Its text as markup; `None` where the feed holds only a summary.
    pub content: Option<String>,
}

/// The items of a feed, in its order. Entities that a feed defines for itself are not resolved.
///
/// # Errors
/// Where the bytes are no feed.
///
/// `address` is where the feed came from: its relative links are resolved against it.
///
/// ```
/// use reportedly_intake::{Problem, items};
///
/// let feed = r#"<rss version="2.0"><channel><title>The Quay</title><item><title>The pier held</title>
///     <link>https://quay.example/pier</link></item></channel></rss>"#;
/// let found = items(feed.as_bytes(), None)?;
/// assert_eq!(found[0].outlet.as_deref(), Some("The Quay"));
/// assert_eq!(found[0].content, None); // it has a link only
/// assert!(matches!(items(b"It rained.", None), Err(Problem::BadFeed(_))));
/// # Ok::<(), Problem>(())
/// ```
pub fn items(bytes: &[u8], address: Option<&str>) -> Result<Vec<Item>, Problem> {
    let bytes = in_utf8(bytes);
    let parse = |bytes: &[u8]| {
        feed_rs::parser::Builder::new().base_uri(address).timestamp_parser(moment).build().parse(bytes)
    };
    let feed =
        parse(&bytes).or_else(|e| parse(&mended(&bytes)).map_err(|_| Problem::BadFeed(e.to_string())))?;
    let outlet = plain(feed.title.as_ref().map(|t| t.content.as_str()));
    if feed.entries.is_empty() {
        return Err(Problem::EmptyFeed);
    }
    Ok(item_list(feed, outlet))
}

/// A moment in the ways of feeds, or of pages.
fn moment(s: &str) -> Option<DateTime<Utc>> {
    let strict = DateTime::parse_from_rfc2822(s).or_else(|_| DateTime::parse_from_rfc3339(s));
    if let Ok(strict) = strict {
        return Some(strict.with_timezone(&Utc));
    }
    let value = read_date(s)?.value();
    let zoned = DateTime::parse_from_rfc3339(&value).map(|d| d.with_timezone(&Utc));
    let local = |format| NaiveDateTime::parse_from_str(&value, format).map(|d| d.and_utc());
    let day = || NaiveDate::parse_from_str(&value, "%Y-%m-%d").map(|d| d.and_time(NaiveTime::MIN).and_utc());
    zoned.or_else(|_| local("%Y-%m-%dT%H:%M:%S")).or_else(|_| local("%Y-%m-%dT%H:%M")).or_else(|_| day()).ok()
}

/// A feed in UTF-16, in UTF-8.
fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let words = |from: fn([u8; 2]) -> u16| {
        let units = bytes[2..].as_chunks::<2>().0.iter().map(|pair| from(*pair));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
        // what it says of itself holds no longer
        let end = text.find("?>").filter(|_| text.starts_with("<?xml")).map_or(0, |at| at + 2);
        Cow::Owned(text.as_bytes()[end..].to_vec())
    };
    match bytes {
        [0xff, 0xfe, ..] => words(u16::from_le_bytes),
        [0xfe, 0xff, ..] => words(u16::from_be_bytes),
        _ => Cow::Borrowed(bytes),
    }
}

/// A feed with what most often breaks one mended: a bare "&", and an end that is missing.
fn mended(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::with_capacity(text.len() + 64);
    for (i, part) in text.split('&').enumerate() {
        if i > 0 {
            let name = part.split(';').next().unwrap_or_default();
            let is_reference = name.len() < part.len()
                && (1..12).contains(&name.len())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
            out.push_str(if is_reference { "&" } else { "&amp;" });
        }
        out.push_str(part);
    }
    let whole = ["</rss>", "</feed>", "</rdf:RDF>"].iter().any(|end| out.trim_end().ends_with(end));
    let last =
        ["</item>", "</entry>"].into_iter().filter_map(|end| Some((out.rfind(end)? + end.len(), end))).max();
    if let Some((at, end)) = last.filter(|_| !whole) {
        out.truncate(at);
        out.push_str(match end {
            "</entry>" => "</feed>",
            _ if out.contains("<rdf:RDF") => "</rdf:RDF>",
            _ => "</channel></rss>",
        });
    }
    out.into_bytes()
}

fn item_list(feed: Feed, outlet: Option<String>) -> Vec<Item> {
    let site = feed.links.first().map(|l| l.href.clone());
    let item = |entry| {
        let item = item(entry);
        let link = item.link.map(|link| whole_link(&link, site.as_deref()));
        Item { outlet: outlet.clone(), link, ..item }
    };
    feed.entries.into_iter().map(item).collect()
}

/// "/baths" -> "http://courier.example/baths".
fn whole_link(link: &str, site: Option<&str>) -> String {
    let host = |site: &str| {
        let (scheme, rest) = site.split_once("://")?;
        Some(format!("{scheme}://{}", rest.split('/').next()?))
    };
    match site.and_then(host).filter(|_| link.starts_with('/') && !link.starts_with("//")) {
        Some(host) => format!("{host}{link}"),
        None => link.to_owned(),
    }
}

fn item(entry: Entry) -> Item {
    let as_markup = |kind: &str, body: String| if kind.ends_with("plain") { paragraphs(&body) } else { body };
    let full = entry.content.and_then(|c| c.body.map(|body| as_markup(c.content_type.as_str(), body)));
    let summary = entry.summary.map(|s| s.content).filter(|s| is_full(s));
    let link = entry.links.iter().find(|l| l.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let link = link.map(|l| l.href.clone()).or_else(|| Some(entry.id).filter(|id| id.starts_with("http")));
    Item {
        title: plain(entry.title.as_ref().map(|t| t.content.as_str())),
        outlet: None,
        byline: entry.authors.into_iter().filter_map(|a| a.name).flat_map(|name| persons(&name)).collect(),
        published: entry.published.or(entry.updated).map(|d| d.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        link,
        content: full.filter(|c| !c.trim().is_empty()).or(summary),
    }
}

/// Whether a summary is all of the text: it is long, or has several paragraphs and is not broken off.
fn is_full(summary: &str) -> bool {
    let paragraphs = summary.matches("<p").count().max(summary.matches("<br").count() / 2 + 1);
    let end = summary.trim_end().trim_end_matches("</p>").trim_end();
    let broken = end.ends_with('…') || end.ends_with("...") || end.ends_with(']') || end.ends_with("</a>");
    summary.split_whitespace().count() >= FEW_WORDS || paragraphs > 1 && !broken
}

/// Names of persons: "mara@courier.example (Mara Hale)", "By Mara Hale and Tom Dent".
fn persons(written: &str) -> Vec<String> {
    let written = written.trim();
    let named = match written.split_once('(') {
        Some((address, name)) if address.contains('@') || address.is_empty() => {
            name.trim_end_matches(')').trim()
        }
        _ => written,
    };
    let found = read_names(named);
    match found.is_empty() && !named.contains('@') && !named.is_empty() {
        true => vec![named.to_owned()],
        false => found,
    }
}

/// Words without markup and character references, on one line.
fn plain(words: Option<&str>) -> Option<String> {
    let words = words?;
    let read = words.contains(['<', '&']).then(|| read_fragment(words, None).text.as_str().to_owned());
    let line = read.as_deref().unwrap_or(words).split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

fn paragraphs(plain: &str) -> String {
    plain.split("\n\n").map(|p| format!("<p>{}</p>", escaped(p))).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Item {
    /// The item's article. What the feed states about it wins over its markup.
    pub(crate) fn article(&self) -> Result<Article, Problem> {
        let Some(content) = &self.content else {
            return Err(self.link.clone().map_or(Problem::EmptyItem, Problem::OnlySummary));
        };
        let mut article = read_fragment(content, self.title.as_deref());
        if article.text.get(article.body()).trim().is_empty() {
            return Err(Problem::Bytes(Unreadable::Empty));
        }
        let meta = &mut article.metadata;
        meta.title = self.title.clone().map(|t| Found::stated(t, "feed"));
        meta.url = self.link.clone();
        meta.outlet = self.outlet.clone().map(|o| Found::stated(o, "feed"));
        meta.look_within();
        meta.published = self.published.as_deref().and_then(read_date).map(|d| Found::stated(d, "feed"));
        if !self.byline.is_empty() {
            meta.byline = Some(Found::stated(self.byline.clone(), "feed"));
        }
        Ok(article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSS: &str = r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Velmouth Courier</title><link>https://courier.example/</link>
<item><title>Pier &amp; tide</title><link>https://courier.example/pier</link>
<pubDate>Sat, 05 Apr 2031 10:00:00 +0200</pubDate>
<content:encoded><![CDATA[<p>The pier is open again.</p><p>“It held,” said Mara Hale.</p>]]></content:encoded></item>
<item><title>Ferry</title><link>https://courier.example/ferry</link><description>The ferry runs. &x;</description></item>
</channel></rss>"#;

    #[test]
    fn an_item_with_its_text_is_an_article() {
        let items = items(RSS.as_bytes(), None).unwrap();
        let article = items[0].article().unwrap();
        assert_eq!(
            article.text.as_str(),
            "Pier & tide\n\nThe pier is open again.\n\n“It held,” said Mara Hale."
        );
        assert_eq!(article.metadata.outlet.unwrap().value, "The Velmouth Courier");
        assert_eq!(article.metadata.published.unwrap().value.value(), "2031-04-05T08:00:00Z");
        assert_eq!(article.metadata.url.as_deref(), Some("https://courier.example/pier"));
    }

    #[test]
    fn a_summary_is_named_with_its_page_and_no_file_is_opened() {
        let items = items(RSS.as_bytes(), None).unwrap();
        assert!(matches!(items[1].article(), Err(Problem::OnlySummary(link)) if link.ends_with("/ferry")));
    }

    #[test]
    fn feeds_as_they_are() {
        let item = |inside: &str| {
            let feed = format!(
                "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>C</title><link>http://c.example/</link>\
                 <item>{inside}</item></channel></rss>"
            );
            items(feed.as_bytes(), None).unwrap().remove(0)
        };
        assert_eq!(
            item("<title>&lt;b&gt;Pier&lt;/b&gt; &amp;#8220;x&amp;#8221;</title>").title.as_deref(),
            Some("Pier “x”")
        );
        assert_eq!(item("<author>mara@c.example (Mara Hale)</author>").byline, ["Mara Hale"]);
        assert_eq!(
            item("<dc:creator>By Mara Hale and Tom Dent</dc:creator>").byline,
            ["Mara Hale", "Tom Dent"]
        );
        assert_eq!(item("<link>/pier</link>").link.as_deref(), Some("http://c.example/pier"));
        assert_eq!(
            item("<guid isPermaLink='true'>http://c.example/4</guid>").link.as_deref(),
            Some("http://c.example/4")
        );
        for date in [
            "Fri, 14 Mar 2031 07:42:00 BST",
            "Friday, March 14, 2031 - 07:42",
            "2031-03-14 07:42:00",
            "Fr, 14 Mär 2031 07:42:00 +0100",
        ] {
            let found = item(&format!("<pubDate>{date}</pubDate>")).published.unwrap_or_default();
            assert!(found.starts_with("2031-03-14"), "{date}: {found}");
        }
        let full = "<description>&lt;p&gt;It held.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;</description>";
        assert!(item(full).content.is_some());
        assert!(item("<description>It held, the town said. [...]</description>").content.is_none());
    }

    #[test]
    fn a_broken_feed_gives_what_it_has() {
        let feed = "<rss version='2.0'><channel><title>Salt & Sea</title><item><title>Pier</title></item><item><title>Cut";
        let items = items(feed.as_bytes(), None).unwrap();
        assert_eq!((items.len(), items[0].outlet.as_deref()), (1, Some("Salt & Sea")));
        let units = RSS.encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
        assert_eq!(super::items(&bytes, None).unwrap().len(), 2);
    }

    #[test]
    fn atom_and_json_feeds_are_read() {
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>a</id><updated>2031-04-05T10:00:00Z</updated>
<entry><title>Pier</title><id>b</id><updated>2031-04-05T10:00:00Z</updated><link href="https://courier.example/p"/>
<content type="html">&lt;p&gt;The pier is open.&lt;/p&gt;</content></entry></feed>"#;
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [
{"id": "1", "title": "Pier", "url": "https://courier.example/p", "content_html": "<p>The pier is open.</p>"}]}"#;
        for feed in [atom, json] {
            let items = items(feed.as_bytes(), None).unwrap();
            assert_eq!(items[0].article().unwrap().text.as_str(), "Pier\n\nThe pier is open.");
        }
        assert!(matches!(super::items(b"<html></html>", None), Err(Problem::BadFeed(_))));
    }
}
