//! Whether a page holds an article at all.

use trafilatura::dom::Document;

use crate::Reason;
use crate::declared::Declared;
use crate::dom::{fold, line};
use crate::render::Paragraph;
use reportedly_core::article::Metadata;

/// Less prose than this is no article, in bytes.
pub(crate) const LITTLE: usize = 100;
/// A teaser before a wall is no longer than this.
const TEASER: usize = 250;
/// So many linked lines of several words are a list of other pages.
const MANY_LINKS: usize = 15;

/// What is looked at before the page is taken apart.
pub(crate) struct Signs {
    /// The page says of itself that it is an article.
    declared: bool,
    /// Its address is that of the whole site.
    root: bool,
    /// The headline that a reader sees is the title of the page.
    headed: bool,
    /// Linked lines of four words and more.
    links: usize,
    wall: bool,
    cookies: bool,
}

impl Signs {
    pub(crate) fn of(doc: &Document, declared: &Declared, lines: &[Paragraph], known: &Metadata) -> Self {
        let url = known.canonical_url.as_ref().map(|c| c.value.as_str()).or(known.url.as_deref());
        // a list shows times beside its items, but states no time of its own and names nobody
        let stated = known.published.as_ref().is_some_and(|p| !p.guess && p.method != "time element");
        let linked = |p: &&Paragraph| p.linked * 100 >= p.text.len() * 85 && p.text.split(' ').count() > 3;
        let og = declared.meta("og:type").any(|t| t.contains("article"));
        Self {
            declared: declared.article.is_some() || og || stated || known.byline.is_some(),
            headed: is_headed(doc, known),
            root: url.is_some_and(is_root),
            links: lines.iter().filter(linked).count(),
            wall: lines.iter().any(|p| is_wall(&p.text))
                || doc.query_selector(doc.root(), "input[type=password]").is_some(),
            cookies: lines.iter().any(|p| is_cookies(&p.text)),
        }
    }
}

/// Why a page is no article; `None` where it is one.
pub(crate) fn verdict(body: &[Paragraph], signs: &Signs) -> Option<Reason> {
    let size = |keep: &dyn Fn(&str) -> bool| {
        body.iter().filter(|p| keep(&p.text)).map(|p| p.text.len()).sum::<usize>()
    };
    let all = size(&|_| true);
    let prose = size(&|t| !is_wall(t) && !is_cookies(t));
    let wall = size(&is_wall) > 0 || signs.wall;
    let list = || {
        !signs.declared && is_list(body, signs.links) && !(signs.headed && body.first().is_some_and(is_long))
    };
    // an article may give its site's address for its own
    let root = || signs.root && !(signs.declared && has_row(body));
    if signs.links >= MANY_LINKS && (root() || list()) {
        return Some(Reason::FrontPage);
    }
    match () {
        () if wall && prose < TEASER => Some(Reason::Wall),
        () if prose < LITTLE && (all > prose || signs.cookies) => Some(Reason::CookieBanner),
        () if prose < LITTLE => Some(Reason::NoArticle),
        () => None,
    }
}

/// More links to other pages than paragraphs of prose, and no prose in a row.
fn is_list(body: &[Paragraph], links: usize) -> bool {
    let prose = body.iter().filter(|p| is_long(p)).count();
    !has_row(body) && links > 3 * prose
}

/// Prose in a row.
fn has_row(body: &[Paragraph]) -> bool {
    body.windows(3).any(|w| w.iter().all(is_long))
}

fn is_long(p: &Paragraph) -> bool {
    p.text.len() > 160 && p.linked * 2 < p.text.len()
}

/// Whether the only heading of the first order is what the page calls itself.
fn is_headed(doc: &Document, known: &Metadata) -> bool {
    let only = |tag: &str| match doc.get_elements_by_tag_name(doc.root(), tag)[..] {
        [one] => Some(fold(&line(doc, one))),
        _ => None,
    };
    let title = known.title.as_ref().map(|t| fold(&t.value));
    title.is_some()
        && only("h1") == title
        && only("title").is_some_and(|t| title.is_some_and(|own| t.starts_with(&own)))
}

fn is_root(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, r)| r);
    let path = rest.split_once('/').map_or("", |(_, p)| p);
    path.is_empty() || path.starts_with(['?', '#']) || matches!(path, "index.html" | "index.php")
}

/// How many lines behind the last one of the body may ask the reader to subscribe.
const BEHIND: usize = 4;

/// Whether a line among those of the body, or right behind them, asks the reader to subscribe or log in.
pub(crate) fn is_walled(lines: &[Paragraph], body: &[Paragraph]) -> bool {
    let at = |p: Option<&Paragraph>| p.and_then(|p| lines.iter().rposition(|line| line.text == p.text));
    let shown = body.iter().rev().find(|p| !is_wall(&p.text));
    let (Some(first), Some(last)) = (at(body.first()), at(shown)) else {
        return body.iter().any(|p| is_wall(&p.text));
    };
    let end = (last + 1 + BEHIND).min(lines.len());
    lines.get(first..end).unwrap_or_default().iter().any(|p| is_wall(&p.text))
}

pub(crate) fn is_wall(text: &str) -> bool {
    const WALLS: &[&str] = &[
        "subscribe to continue",
        "subscribe to read",
        "subscribe now to",
        "subscribe for full access",
        "log in to continue",
        "log in to read",
        "login to continue",
        "sign in to continue",
        "sign in to read",
        "register to continue",
        "register to read",
        "already a subscriber",
        "already have an account",
        "for subscribers only",
        "only for subscribers",
        "create an account to",
        "create a free account",
        "to continue reading",
        "to keep reading",
        "to read on",
        "to read the full",
        "to read the rest",
        "the rest of this article",
        "the rest of this story",
        "unlock the full",
        "unlock this",
        "continue reading with",
        "free articles left",
        "free article left",
        "free articles remaining",
        "free articles this month",
        "become a member to",
        "is for members",
        "is for subscribers",
        "for subscribers. ",
        "only available to subscribers",
        "exclusive to subscribers",
        "you have reached your limit",
        "please log in",
        "please sign in",
        "forgot your password",
        "forgot password",
    ];
    let lower = text.to_lowercase();
    text.len() < 400 && WALLS.iter().any(|w| lower.contains(w))
}

pub(crate) fn is_cookies(text: &str) -> bool {
    const COOKIES: &[&str] =
        &["cookie", "your consent", "privacy policy", "privacy settings", "our partners", "personal data"];
    let lower = text.to_lowercase();
    text.len() < 800
        && COOKIES.iter().filter(|w| lower.contains(*w)).count() > usize::from(!lower.contains("cookie"))
        && ["we ", "our ", "accept", "this site", "this website"].iter().any(|w| lower.contains(w))
}
