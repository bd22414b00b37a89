//! Takes what is left of the page's furniture out of the paragraphs of a body.

use crate::dates::{self, Order};
use crate::dom::{fold, likeness};
use crate::names::is_byline;
use crate::render::Paragraph;
use crate::residue::{is_residue, is_tail, is_told};

/// Removes the headline and what stands before it, lines that are no prose, and everything after the end.
pub(crate) fn clear(mut all: Vec<Paragraph>, title: Option<&str>) -> Vec<Paragraph> {
    if let Some(title) = title {
        let head = all
            .iter()
            .take(12)
            .position(|p| p.text.len() < title.len() * 2 && likeness(&p.text, title) > 0.85);
        let told = |p: &Paragraph| p.text.len() > 80 && is_told(&p.text);
        if let Some(at) = head.filter(|&at| !all[..at].iter().any(told)) {
            all.drain(..=at);
        }
    }
    let lead = all.iter().take_while(|p| is_lead(p)).count();
    all.drain(..lead);
    leave_boxes(&mut all);
    all.dedup_by(|b, a| a.text.len() > 60 && a.text == b.text);
    drop_link_lists(&mut all);
    all.retain(|p| !is_residue(p));
    while all.last().is_some_and(is_tail) {
        all.pop();
    }
    all
}

/// Date lines and bylines at the top.
fn is_lead(p: &Paragraph) -> bool {
    let short = p.text.chars().count() < 90;
    let prose = p.text.ends_with(['.', '!', '?', '”', '"', '…']) && p.text.split(' ').count() > 5;
    let lower = p.text.to_lowercase();
    let ago = lower.ends_with(" ago") && lower.split(' ').count() < 5;
    let editor = lower.starts_with("editor:") || lower.starts_with("edited by");
    short
        && !prose
        && (is_byline(&p.text)
            || ago
            || editor
            || dates::in_line(&p.text, Order::Unknown).is_some()
            || is_residue(p))
}

/// Headings after which the article does not go on.
const ENDS: &[&str] = &[
    "comments",
    "leave a comment",
    "leave a reply",
    "about the author",
    "about author",
    "join the conversation",
    "join the discussion",
    "add a comment",
    "post a comment",
    "privacy overview",
    "tell us what you think",
    "kommentare",
    "commentaires",
    "comentários",
    "comentarios",
    "commenti",
    "комментарии",
    "share your thoughts",
    "categorias",
    "categories",
];
/// Those of them that stand over a box in the middle as often.
const MIDWAY: &[&str] =
    &["join the conversation", "join the discussion", "tell us what you think", "share your thoughts"];
/// Headings of boxes that point elsewhere; the article may go on after them.
const BOXES: &[&str] = &[
    "related",
    "related articles",
    "related stories",
    "related posts",
    "related content",
    "related topics",
    "related links",
    "related news",
    "related coverage",
    "read more",
    "read next",
    "more from",
    "more on this",
    "more on this story",
    "more stories",
    "more news",
    "most read",
    "most popular",
    "most viewed",
    "popular",
    "trending",
    "trending now",
    "you may also like",
    "you might also like",
    "recommended",
    "recommended for you",
    "recommended stories",
    "see also",
    "read also",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share this post",
    "tags",
    "topics",
    "sign up",
    "newsletter",
    "subscribe",
    "follow us",
    "latest news",
    "top stories",
    "editor s picks",
    "editors picks",
    "das könnte sie auch interessieren",
    "mehr zum thema",
    "à lire aussi",
    "leia também",
    "leggi anche",
    "читайте также",
];

/// Whether a line is a heading after which no article goes on, or one of a box.
pub(crate) fn is_end(line: &str) -> bool {
    let key = fold(line);
    let key = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    line.len() < 60 && (ENDS.contains(&key) || BOXES.contains(&key))
}

/// Cuts the text at a heading that ends it, and takes boxes of links out.
fn leave_boxes(all: &mut Vec<Paragraph>) {
    let mut before = 0;
    let mut at = 0;
    while at < all.len() {
        let key = fold(&all[at].text);
        let key = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let short = all[at].text.len() < 60;
        let goes_on = || all[at + 1..].iter().filter(|p| is_prose(p)).count() > 1;
        let midway = short && MIDWAY.contains(&key) && goes_on();
        if short && before > 100 && ENDS.contains(&key) && !midway {
            all.truncate(at);
        } else if short && before > 0 && (midway || BOXES.contains(&key)) {
            // prose, or a heading with prose after it, belongs to the article again
            let rest = &all[at + 1..];
            let prose = rest.iter().position(is_prose);
            let head = prose
                .filter(|n| *n > 0 && rest[n - 1].tag == "heading" && rest[n - 1].linked == 0)
                .map(|n| n - 1);
            let until = head.or(prose).map_or(all.len(), |n| at + 1 + n);
            all.drain(at..until);
        } else {
            before += all[at].text.len();
            at += 1;
        }
    }
}

/// Two or more headlines of other pages in a row.
fn drop_link_lists(all: &mut Vec<Paragraph>) {
    let link = |p: &Paragraph| {
        p.linked * 100 >= p.text.len() * 85
            && p.text.len() > 25
            && !p.text.ends_with('.')
            && !p.text.starts_with("http")
    };
    let links: Vec<bool> = all.iter().map(link).collect();
    let mut at = 0;
    all.retain(|_| {
        let in_row = links[at] && (at > 0 && links[at - 1] || links.get(at + 1) == Some(&true));
        at += 1;
        !in_row
    });
}

fn is_prose(p: &Paragraph) -> bool {
    p.linked * 2 < p.text.len() && p.text.len() > 100 && p.text.contains(['.', '!', '?', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clear_lines(lines: &[&str], title: &str) -> Vec<String> {
        let all = lines
            .iter()
            .map(|l| Paragraph { text: (*l).to_owned(), tag: "p", ..Paragraph::default() })
            .collect();
        clear(all, Some(title)).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn only_the_article_stays() {
        let lines = [
            "News",
            "Ferry runs again",
            "By Ada Brook",
            "5 April 2031",
            "The ferry runs again, the harbour office said.",
            "Related: Storm breaks pier",
            "“We are glad,” said Tom Hale.",
            "Advert",
            "A third boat is to follow in May.",
            "Tom Hale can be reached at hale@marsh.example.",
            "Comments",
            "Nice boat",
            "Share",
        ];
        assert_eq!(clear_lines(&lines, "Ferry runs again"), [lines[4], lines[6], lines[8]]);
    }

    #[test]
    fn a_last_sentence_that_names_a_network_stays() {
        let lines = [
            "One sentence that opens.",
            "He announced it on Twitter on Friday.",
            "Follow Ada Brook on Twitter @ada",
        ];
        assert_eq!(clear_lines(&lines, "x"), lines[..2]);
    }

    #[test]
    fn a_quotation_about_comments_stays() {
        let lines = ["One sentence that opens.", "“Comments are free,” she said.", "It ended there."];
        assert_eq!(clear_lines(&lines, "x").len(), 3);
    }
}
