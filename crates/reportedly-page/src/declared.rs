//! What a page declares about itself: JSON-LD, then meta elements.

use serde_json::Value;
use trafilatura::dom::{Document, NodeId};

use crate::dom::{squeeze, unescape};

/// Everything declared, best first.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    /// The JSON-LD node that describes the article, its references resolved.
    pub article: Option<Value>,
    nodes: Vec<Value>,
    metas: Vec<(String, String)>,
}

impl Declared {
    /// Collects the declarations of a page.
    pub fn of(doc: &Document) -> Self {
        let mut found = Self::default();
        for script in doc.get_elements_by_tag_name(doc.root(), "script") {
            if let Some(value) = parse(&doc.text_content(script)) {
                flatten(value, &mut found.nodes, 0);
            }
        }
        let best =
            |n: &&Value| ["headline", "datePublished", "author"].iter().filter(|k| !n[**k].is_null()).count();
        let articles = found.nodes.iter().filter(|n| is_article(n));
        // of equals the first
        found.article = articles.rev().max_by_key(best).cloned();
        for meta in doc.get_elements_by_tag_name(doc.root(), "meta") {
            found.metas.extend(meta_of(doc, meta));
        }
        found
    }

    /// The values of a meta element by its name or property, in the order of the page.
    pub fn meta<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// A text of the article node.
    pub fn article_text(&self, key: &str) -> Option<String> {
        self.article.as_ref().and_then(|a| text_of(&a[key]))
    }

    /// A text of any node that is a page rather than an article.
    pub fn page_text(&self, key: &str) -> Option<String> {
        self.nodes
            .iter()
            .filter(|n| type_of(n).any(|t| t.ends_with("WebPage")))
            .find_map(|n| text_of(&n[key]))
    }

    /// Whether the page says that it is not free to read.
    pub fn is_for_subscribers(&self) -> bool {
        let free = self.article.as_ref().map(|a| &a["isAccessibleForFree"]);
        free.is_some_and(|f| {
            *f == Value::Bool(false) || f.as_str().is_some_and(|s| s.eq_ignore_ascii_case("false"))
        })
    }

    /// The name of the publisher.
    pub fn publisher(&self) -> Option<String> {
        let publisher = &self.article.as_ref()?["publisher"];
        self.resolve(first(publisher)).and_then(|p| text_of(&p["name"]).or_else(|| text_of(p)))
    }

    /// The names of the authors, persons only: of the article, else of the page that it stands on.
    pub fn authors(&self) -> Vec<String> {
        let page = self.nodes.iter().filter(|n| type_of(n).any(|t| t.ends_with("WebPage")));
        let all = self.article.iter().chain(page).map(|node| self.authors_of(node));
        all.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    }

    fn authors_of(&self, node: &Value) -> Vec<String> {
        let author = [&node["author"], &node["creator"]].into_iter().find(|a| !a.is_null());
        author.map(several).unwrap_or_default().iter().flat_map(|a| self.persons(a)).collect()
    }

    /// The names that stand for one author.
    fn persons(&self, value: &Value) -> Vec<String> {
        let Some(value) = self.resolve(value).filter(|v| !type_of(v).any(|t| t.ends_with("Organization")))
        else {
            return Vec::new();
        };
        let names = if value.is_object() { several(&value["name"]) } else { several(value) };
        names.iter().filter_map(text_of).collect()
    }

    /// The value of a label that a page gives to be shown with a link to it: "Written by".
    pub fn labelled(&self, label: &str) -> Option<&str> {
        (1..=2).find_map(|n| {
            let fits = self.meta(&format!("twitter:label{n}")).next()?.eq_ignore_ascii_case(label);
            self.meta(&format!("twitter:data{n}")).next().filter(|_| fits)
        })
    }

    fn resolve<'a>(&'a self, value: &'a Value) -> Option<&'a Value> {
        let bare = value.as_object().is_some_and(|o| !o.contains_key("name"));
        match value["@id"].as_str().filter(|_| bare) {
            Some(id) => self.nodes.iter().find(|n| n["@id"].as_str() == Some(id) && !n["name"].is_null()),
            None => Some(value),
        }
    }
}

fn meta_of(doc: &Document, meta: NodeId) -> Option<(String, String)> {
    let name =
        ["property", "name", "itemprop", "http-equiv"].iter().find_map(|a| doc.get_attribute(meta, a))?;
    let value = squeeze(&doc.get_attribute(meta, "content")?);
    (!value.is_empty()).then(|| (name.trim().to_ascii_lowercase(), value))
}

/// Reads JSON-LD, mending what pages get wrong: comment marks, raw line ends, a comma too many.
fn parse(source: &str) -> Option<Value> {
    let s = source.trim();
    if !s.starts_with(['{', '[', '<', '/']) {
        return None;
    }
    if let Ok(value) = serde_json::from_str(s) {
        return Some(value);
    }
    let from = s.find(['{', '['])?;
    let to = s.rfind(['}', ']'])?;
    let mut mended = String::with_capacity(s.len());
    for c in s.get(from..=to)?.chars() {
        if matches!(c, '}' | ']') {
            let end = mended.trim_end().len();
            if mended[..end].ends_with(',') {
                mended.truncate(end - 1);
            }
        }
        mended.push(if c.is_control() { ' ' } else { c });
    }
    serde_json::from_str(&mended).ok()
}

/// Every node that may describe the page itself; what it merely lists or mentions is left out.
fn flatten(value: Value, out: &mut Vec<Value>, depth: usize) {
    const OTHER: &[&str] = &[
        "itemListElement",
        "isPartOf",
        "hasPart",
        "mentions",
        "about",
        "citation",
        "relatedLink",
        "liveBlogUpdate",
        "comment",
        "review",
        "publisher",
        "image",
        "isBasedOn",
    ];
    if depth > 8 {
        return;
    }
    match value {
        Value::Array(many) => many.into_iter().for_each(|v| flatten(v, out, depth + 1)),
        Value::Object(map) => {
            for (key, inner) in &map {
                if !OTHER.contains(&key.as_str()) && (inner.is_object() || inner.is_array()) {
                    flatten(inner.clone(), out, depth + 1);
                }
            }
            out.push(Value::Object(map));
        }
        _ => {}
    }
}

fn type_of(node: &Value) -> impl Iterator<Item = &str> {
    several(&node["@type"]).iter().filter_map(Value::as_str)
}

fn is_article(node: &Value) -> bool {
    type_of(node).any(|t| {
        t.ends_with("Article") || t.ends_with("BlogPosting") || matches!(t, "Report" | "Review" | "Recipe")
    })
}

/// A value, or those of a list.
fn several(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn first(value: &Value) -> &Value {
    value.as_array().and_then(|a| a.first()).unwrap_or(value)
}

fn text_of(value: &Value) -> Option<String> {
    let text = match first(value) {
        Value::String(s) => unescape(s),
        Value::Number(n) => n.to_string(),
        Value::Object(o) => {
            return o
                .get("@value")
                .or_else(|| o.get("name"))
                .or_else(|| o.get("@id"))
                .and_then(Value::as_str)
                .map(unescape);
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(json: &str) -> Declared {
        Declared::of(&Document::parse(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn the_article_in_a_graph_with_references() {
        let found = declared(
            r##"{"@graph":[{"@type":"WebPage","name":"x"},
            {"@type":["NewsArticle"],"headline":"Rain &amp; wind","author":[{"@id":"#p"},{"@type":"Organization","name":"Desk"}]},
            {"@type":"Person","@id":"#p","name":"Ada Brook"}]}"##,
        );
        assert_eq!(found.article_text("headline").unwrap(), "Rain & wind");
        assert_eq!(found.authors(), ["Ada Brook"]);
    }

    #[test]
    fn broken_json_is_mended() {
        let found = declared(
            "<!-- {\"@type\":\"Article\",\"headline\":\"Two\nlines\",\"author\":\"Ada Brook\",} //-->",
        );
        assert_eq!(found.article_text("headline").unwrap(), "Two lines");
        assert_eq!(found.authors(), ["Ada Brook"]);
        assert!(declared("not json").article.is_none());
    }
}
