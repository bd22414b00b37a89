//! Single lines that are no part of any article.

use crate::dom::fold;
use crate::names::is_byline;
use crate::render::Paragraph;
use reportedly_core::language::en::ENGLISH;

/// Beginnings of lines that point elsewhere.
const POINTERS: &[&str] = &[
    "related:",
    "[related:",
    "(related:",
    "related story:",
    "related stories:",
    "read more:",
    "read more on",
    "read also:",
    "also read:",
    "also read |",
    "read:",
    "read next:",
    "see also:",
    "more:",
    "watch:",
    "listen:",
    "photos:",
    "(leggi anche",
    "leggi anche",
    "leia também",
    "leia mais",
    "lesen sie auch",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "читайте также",
    "advertisement",
    "story continues below",
    "article continues",
    "continue reading",
    "click here",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "get the latest",
    "share this",
    "photo:",
    "photo by",
    "photograph:",
    "image:",
    "image credit",
    "image source",
    "(image credit",
    "(photo",
    "(credit:",
    "credit:",
    "picture:",
    "source:",
    "video:",
    "foto:",
    "fotos:",
    "©",
    "(c) ",
    "this slideshow requires",
    "follow us on",
    "like us on",
    "thanks for signing up",
    "keep an eye on your inbox",
    "there was an error processing",
    "by choosing i accept",
    "we use cookies",
    "this website uses cookies",
    "this site uses cookies",
    "[button",
];

const LINES: &[&str] = &[
    "advert",
    "ad",
    "share",
    "tweet",
    "print",
    "email",
    "save",
    "comment",
    "comments",
    "back to top",
    "loading",
    "order reprints",
    "print article",
    "reprints",
    "sponsored",
    "promoted",
    "read more",
    "more",
    "close",
    "menu",
    "search",
    "follow",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "next",
    "previous",
    "view comments",
    "show comments",
    "copy link",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "reddit",
    "news",
    "sorry",
];

/// A line that is no part of any article.
pub(crate) fn is_residue(p: &Paragraph) -> bool {
    let lower = p.text.to_lowercase();
    let n = lower.chars().count();
    if p.tag == "figcaption" || n < 40 && LINES.contains(&fold(&lower).as_str()) {
        return true;
    }
    let linked = p.linked * 100 >= p.text.len() * 85 && !lower.starts_with("http");
    let sentence = p.text.ends_with(['.', '!', '?', '”', '"']);
    let points = begins(&lower, POINTERS).is_some_and(|rest| !is_told(rest));
    n < 300 && points && (n < 160 || p.linked > 0)
        || linked && n < 200 && p.tag != "heading" && !sentence && p.text.split(' ').count() > 2
}

/// What follows the first of some beginnings that a line has, to the end of a word.
fn begins<'t>(line: &'t str, all: &[&str]) -> Option<&'t str> {
    all.iter().find_map(|s| {
        let rest = line.strip_prefix(s)?;
        let whole = !s.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
        whole.then_some(rest)
    })
}

/// Whether a text is a sentence that tells something: it ends as one, and has a verb in the third person.
pub(crate) fn is_told(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "says", "say", "said", "told",
        "asked", "could", "can",
    ];
    let bare = text.trim_end_matches(['”', '"', '’', ')', ']']);
    let words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
    let to_the_reader = words.iter().any(|w| matches!(w.as_str(), "you" | "your" | "our" | "us" | "please"));
    let has_verb = words.iter().any(|w| VERBS.contains(&w.as_str()) || (ENGLISH.names.is_past)(w));
    bare.ends_with(['.', '!', '?', '…']) && words.len() > 4 && has_verb && !to_the_reader
}

/// Nothing but an address, a handle or the like.
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|w| {
            w.contains('@') && w.contains('.')
                || w.starts_with("http")
                || w.starts_with("www.")
                || w.contains(".com/")
        })
}

/// Lines after the last sentence of the author: contact, credit, rights.
pub(crate) fn is_tail(p: &Paragraph) -> bool {
    const WITHIN: &[&str] = &[
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed reporting",
        "all rights reserved",
        "may not be published",
        "can be reached at",
        "may be reached at",
        "this story has been updated",
        "this article was originally published",
    ];
    // in a sentence of the article, too
    const CALLS: &[&str] =
        &["follow him", "follow her", "follow us", "follow me", "sign up for", "sign up to"];
    const NETWORKS: &[&str] =
        &["@", "http", "twitter", "facebook", "instagram", "newsletter", " on x", " here"];
    const AT_START: &[&str] = &[
        "(reporting by",
        "reporting by",
        "(editing by",
        "more ap ",
        "source:",
        "tags:",
        "filed under",
        "posted in",
        "updated at",
        "last updated",
        "have a tip",
        "originally published",
        "topics:",
        "copyright",
        "subscribe to our",
    ];
    // an address or an account after a request
    const REQUESTS: &[&str] = &[
        "follow ", "reach ", "email ", "contact ", "write ", "find ", "like ", "join ", "read ", "send ",
        "more ", "twitter",
    ];
    let lower = p.text.to_lowercase();
    if p.text.chars().count() > 320 {
        return false;
    }
    let said = p.text.contains(['“', '"']);
    let begins = |list: &[&str]| begins(&lower, list).is_some();
    let asks = begins(REQUESTS)
        && ["@", "http", "twitter", "facebook", "newsletter"].iter().any(|s| lower.contains(s));
    let within = |list: &[&str]| list.iter().any(|s| lower.contains(s));
    let reported = within(&[" said", " says", " told ", " ruled", " according to "]);
    let told = reported || is_told(&p.text);
    let called = within(CALLS) && (begins(CALLS) || within(NETWORKS));
    let tail = (begins(AT_START) || asks || called) && !told || within(WITHIN) && !reported;
    tail && !said || p.tag == "heading" || is_address(&p.text) || is_residue(p) || is_byline(&p.text)
}
