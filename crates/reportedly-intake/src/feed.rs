//! RSS, Atom and JSON Feed: the items that hold their text.

use feed_rs::model::{Entry, Feed};
use reportedly::article::{Article, Found};
use reportedly::page::{read_date, read_fragment};

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
    let builder = feed_rs::parser::Builder::new().base_uri(address);
    let feed = builder.build().parse(bytes).map_err(|e| Problem::BadFeed(e.to_string()))?;
    let outlet = text(feed.title.as_ref().map(|t| t.content.as_str()));
    if feed.entries.is_empty() {
        return Err(Problem::EmptyFeed);
    }
    Ok(item_list(feed, outlet))
}

fn item_list(feed: Feed, outlet: Option<String>) -> Vec<Item> {
    feed.entries.into_iter().map(|entry| Item { outlet: outlet.clone(), ..item(entry) }).collect()
}

fn item(entry: Entry) -> Item {
    let plain = |kind: &str, body: String| if kind.ends_with("plain") { paragraphs(&body) } else { body };
    let full = entry.content.and_then(|c| c.body.map(|body| plain(c.content_type.as_str(), body)));
    let summary = entry.summary.map(|s| s.content).filter(|s| s.split_whitespace().count() >= FEW_WORDS);
    let link = entry.links.iter().find(|l| l.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    Item {
        title: text(entry.title.as_ref().map(|t| t.content.as_str())),
        outlet: None,
        byline: entry
            .authors
            .into_iter()
            .filter_map(|a| a.name)
            .filter(|n| !n.trim().is_empty() && !n.contains('@'))
            .collect(),
        published: entry.published.or(entry.updated).map(|d| d.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        link: link.map(|l| l.href.clone()),
        content: full.filter(|c| !c.trim().is_empty()).or(summary),
    }
}

/// Words without markup and character references, on one line.
fn text(words: Option<&str>) -> Option<String> {
    let line = words?.split_whitespace().collect::<Vec<_>>().join(" ");
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
