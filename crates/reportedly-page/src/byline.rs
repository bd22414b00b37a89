//! The byline: names of persons only.

use trafilatura::dom::{Document, NodeId};

use crate::declared::Declared;
use crate::dom::{TOUCH, at_the_top, fold, parted_line, short_line};
use crate::elsewhere::Elsewhere;
use crate::names::{after_by, after_foreign_by, after_mark, names};
use crate::person::is_single;
use crate::prune::words;
use crate::site::Site;
use reportedly_core::article::Found;

/// What names the authors without a reader seeing it, best first, and what the method is called.
const METAS: [(&str, &str); 20] = [
    ("author", "meta author"),
    ("article:author", "article:author"),
    ("parsely-author", "parsely-author"),
    ("sailthru.author", "sailthru.author"),
    ("dc.creator", "dc.creator"),
    ("dcterms.creator", "dc.creator"),
    ("dc.contributor", "dc.creator"),
    ("byl", "byl"),
    ("article:author_name", "article:author"),
    ("article.author", "article:author"),
    ("og:author", "meta author"),
    ("authors", "meta author"),
    ("author_name", "meta author"),
    ("author-name", "meta author"),
    ("creator", "meta author"),
    ("citation_author", "meta author"),
    ("rbauthors", "meta author"),
    ("cxenseparse:author", "meta author"),
    ("mediator_author", "meta author"),
    ("vr:author", "meta author"),
];

/// Finds the names of the authors.
pub(crate) fn byline(
    doc: &Document,
    declared: &Declared,
    headline: Option<NodeId>,
    site: &Site,
    english: bool,
) -> Option<Found<Vec<String>>> {
    let near = Near::of(doc, headline, english);
    let found = |texts: Vec<String>, method| {
        let all = persons(&texts, site);
        (!all.is_empty()).then(|| Found::stated(all, method))
    };
    let authors = declared.authors();
    let stated = found(authors.clone(), "json-ld");
    let (names, told) = near.visible(true);
    let seen = found(names, "visible byline");
    // of two that agree the one that names more; a mere name of an element says less than the page's data
    let other = |stated: &Found<Vec<String>>| {
        seen.as_ref().is_some_and(|seen| {
            let shared = seen.value.iter().any(|s| stated.value.iter().any(|n| fold(n) == fold(s)));
            is_within(&seen.value, &stated.value) || !told && !shared
        })
    };
    let more = stated.as_ref().is_some_and(other);
    let labelled = || declared.labelled("written by").map(str::to_owned).into_iter().collect();
    let meta = |name: &str| declared.meta(name).map(str::to_owned).collect::<Vec<_>>();
    seen.filter(|_| !more)
        .or(stated)
        .or_else(|| METAS.iter().find_map(|(name, method)| found(meta(name), method)))
        .or_else(|| found(labelled(), "twitter:label"))
        .or_else(|| found(near.visible(false).0, "visible byline"))
        .or_else(|| found(near.marked_anywhere(), "visible byline"))
        .or_else(|| {
            let single = |name: &&String| is_single(name) && !site.is(name);
            let one = authors.iter().find(single)?;
            let shown = near.is_shown(one);
            shown.then(|| Found::stated(vec![one.clone()], "json-ld"))
        })
}

/// The names in some texts, each once, apart from the outlet's.
fn persons(texts: &[String], site: &Site) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in texts.iter().flat_map(|t| names(t)) {
        let folded = fold(&name);
        if !all.iter().any(|n| fold(n) == folded) && !site.is(&name) {
            all.push(name);
        }
    }
    all
}

fn is_within(few: &[String], many: &[String]) -> bool {
    few.len() < many.len() && few.iter().all(|f| many.iter().any(|m| fold(m) == fold(f)))
}

/// How many elements after the headline, and before it, may hold the byline.
const NEAR: (usize, usize) = (240, 40);
/// How many elements the marks of several authors lie apart.
const TOGETHER: usize = 14;
/// More persons than these are marked on a page whose marks are not those of the article's authors.
const FEW: usize = 3;

/// The elements round the headline.
struct Near<'d> {
    doc: &'d Document,
    order: Vec<NodeId>,
    at: Option<usize>,
    elsewhere: Elsewhere<'d>,
    english: bool,
}

impl<'d> Near<'d> {
    fn of(doc: &'d Document, headline: Option<NodeId>, english: bool) -> Self {
        let order = doc.iter(doc.root(), &[]);
        let at = headline.and_then(|h| order.iter().position(|n| *n == h));
        Self { doc, order, at, elsewhere: Elsewhere::of(doc, headline), english }
    }

    /// The names that a reader sees near the headline, and whether a line or a mark says that they are the authors';
    /// `top`: before the article is well under way.
    fn visible(&self, top: bool) -> (Vec<String>, bool) {
        let Some(at) = self.at else { return (Vec::new(), false) };
        let after = &self.order[at + 1..self.order.len().min(at + NEAR.0)];
        let after = if top { at_the_top(self.doc, after) } else { after };
        let before = &self.order[at.saturating_sub(NEAR.1)..at];
        for near in [after, before] {
            let (line, marked) = (self.by_line(near), self.marked(near));
            let told = !line.is_empty() || near.iter().any(|n| Mark::of(self.doc, *n) == Mark::Sure);
            let found = if line.iter().all(|n| marked.contains(n)) { marked } else { line };
            if !found.is_empty() {
                return (found, told);
            }
        }
        (Vec::new(), false)
    }

    /// A line "By NAME": the element that begins so and gives most names.
    fn by_line(&self, near: &[NodeId]) -> Vec<String> {
        let mut best: Vec<String> = Vec::new();
        let mut first = None;
        for (i, node) in near.iter().enumerate() {
            if first.is_some_and(|f| i > f + TOGETHER) {
                break;
            }
            let Some(text) = parted_line(self.doc, *node, 200) else { continue };
            let text = with_by(text);
            let parts = text.split(" - ").flat_map(|t| t.split(['|', '•', TOUCH]));
            let after =
                |t: &str| after_by(t).or_else(|| after_foreign_by(t).filter(|_| !self.english)).map(names);
            let found = parts.filter_map(|t| after(t.trim())).find(|n| !n.is_empty());
            if let Some(found) = found.filter(|_| !self.elsewhere.has(*node)) {
                first = first.or(Some(i));
                if found.len() > best.len() {
                    best = found;
                }
            }
        }
        best
    }

    /// The elements that the page marks as author.
    fn marked(&self, near: &[NodeId]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut last = None;
        for (i, node) in near.iter().enumerate() {
            if last.is_some_and(|l| i > l + TOGETHER) {
                break;
            }
            let mark = Mark::of(self.doc, *node);
            if mark == Mark::None {
                continue;
            }
            let Some(text) = parted_line(self.doc, *node, 160) else { continue };
            let alone = after_mark(&text);
            let mut found = names(alone);
            if found.is_empty() && mark == Mark::Sure && all.is_empty() && is_single(alone) {
                found.push(alone.to_owned());
            }
            if found.is_empty() || self.elsewhere.has(*node) {
                continue;
            }
            last = Some(i);
            for name in found {
                // the mark inside says more exactly where the name ends
                match all.iter_mut().find(|n| n.starts_with(&name)) {
                    Some(longer) => *longer = name,
                    None => all.push(name),
                }
            }
        }
        all
    }

    /// The persons that the page marks as its authors wherever it does, where these are few.
    fn marked_anywhere(&self) -> Vec<String> {
        let sure = |n: &&NodeId| Mark::of(self.doc, **n) == Mark::Sure && !self.elsewhere.has(**n);
        let texts = self.order.iter().filter(sure).filter_map(|n| parted_line(self.doc, *n, 100));
        let mut all: Vec<String> = texts.flat_map(|t| names(after_mark(&t))).collect();
        all.sort();
        all.dedup();
        if all.len() > FEW { Vec::new() } else { all }
    }

    /// Whether an element near the headline holds these words and nothing else but "by".
    fn is_shown(&self, words: &str) -> bool {
        let near =
            self.at.map(|at| &self.order[at + 1..self.order.len().min(at + NEAR.0)]).unwrap_or_default();
        near.iter()
            .filter_map(|n| parted_line(self.doc, *n, 60))
            .any(|text| after_mark(&text).trim() == words)
    }
}

/// "By" in an element of its own goes with what it touches.
fn with_by(text: String) -> String {
    match text.split_once(TOUCH) {
        Some((by, rest)) if after_by(&format!("{by} ")).is_some_and(str::is_empty) => format!("{by} {rest}"),
        _ => text,
    }
}

/// How a page marks an element as an author's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// As the standards have it.
    Sure,
    /// By a name, or by where it leads.
    Likely,
    None,
}

impl Mark {
    fn of(doc: &Document, node: NodeId) -> Self {
        const NAMES: &[&str] = &[
            "author",
            "byline",
            "contributor",
            "autor",
            "auteur",
            "autore",
            "writer",
            "verfasser",
            "journalist",
            "firma",
        ];
        const LEADS: &[&str] = &[
            "/author/",
            "/authors/",
            "/contributor/",
            "/contributors/",
            "/profile/",
            "/staff/",
            "/autor/",
            "/autores/",
            "/auteur/",
            "/autori/",
            "/journalist",
            "/reporters/",
            "/writers/",
            "/columnist",
        ];
        // other articles of the author's, what is told of the author
        const NOT: &[&str] =
            &["bio", "post", "related", "more", "image", "photo", "avatar", "comment", "social", "follow"];
        let attribute = |name| doc.get_attribute(node, name).unwrap_or_default().to_ascii_lowercase();
        let name = format!("{} {} {}", doc.class_name(node), doc.id_attr(node), attribute("data-testid"));
        let name = name.to_ascii_lowercase();
        let leads = || {
            let alone = || doc.parent(node).is_some_and(|line| short_line(doc, line, 120).is_some());
            doc.tag_name(node) == "a" && LEADS.iter().any(|l| attribute("href").contains(l)) && alone()
        };
        match () {
            () if attribute("rel").split(' ').any(|r| r == "author") => Self::Sure,
            () if attribute("itemprop").split(' ').any(|p| p == "author") || name.contains("vcard") => {
                Self::Sure
            }
            () if words(&name).split(' ').any(|w| NOT.contains(&w.trim_end_matches('s'))) => Self::None,
            () if NAMES.iter().any(|n| name.contains(n)) || leads() => Self::Likely,
            () => Self::None,
        }
    }
}
