//! A second opinion where the first finds little, and what both leave out.

use std::collections::HashMap;

use crate::aligned::is_sentence;
use crate::dom::{fold, likeness};
use crate::furniture::clear;
use crate::render::Paragraph;
use crate::residue::{is_residue, is_told};
use crate::verdict::{LITTLE, is_cookies, is_wall};
use reportedly_core::article::{Article, Note, NoteKind};
use reportedly_core::text::Span;

/// How much more prose has to stand together elsewhere, to be taken for the article.
const MORE: usize = 3;

/// The body, or where much more prose stands together on the page, that; where there is none, the captions that tell
/// something. `lines`: the whole page.
pub(crate) fn opinion(body: Vec<Paragraph>, lines: &[Paragraph], title: Option<&str>) -> Vec<Paragraph> {
    let found: usize = body.iter().map(|p| p.text.len()).sum();
    if lines.iter().any(|line| is_wall(&line.text)) {
        return body;
    }
    let together = together(lines, title);
    let prose: usize = together.iter().map(|p| p.text.len()).sum();
    if prose > LITTLE && prose > MORE * found {
        return together;
    }
    let told = |line: &&Paragraph| line.tag == "figcaption" && is_told(&line.text);
    let captions = lines.iter().filter(told).map(|line| Paragraph { tag: "p", ..line.clone() });
    if found < LITTLE { body.into_iter().chain(captions).collect() } else { body }
}

/// The sentences of the element that holds most of them, with what stands between.
fn together(lines: &[Paragraph], title: Option<&str>) -> Vec<Paragraph> {
    let prose = |line: &Paragraph| is_sentence(line) && !is_cookies(&line.text) && !is_residue(line);
    let mut sizes = HashMap::new();
    for line in lines.iter().filter(|line| prose(line)) {
        *sizes.entry(line.container).or_insert(0) += line.text.len();
    }
    // of equals the first
    let most = lines.iter().rev().max_by_key(|line| sizes.get(&line.container)).map(|line| line.container);
    let within = lines.iter().filter(|line| Some(line.container) == most).cloned().collect();
    clear(within, title)
}

/// Fewer words are a label.
const FEW: usize = 8;

/// What a browser shows between the paragraphs of the article, and is left out: a note for each place.
pub(crate) fn left_out(
    article: &Article,
    body: &[Paragraph],
    lines: &[Paragraph],
    unseen: &[Paragraph],
) -> Vec<Note> {
    let at = |p: Option<&Paragraph>| p.and_then(|p| lines.iter().position(|line| line.text == p.text));
    let (Some(first), Some(last)) = (at(body.first()), at(body.last())) else { return Vec::new() };
    let title = article.metadata.title.as_ref().map(|t| t.value.as_str()).unwrap_or_default();
    let hidden = |line: &Paragraph| unseen.iter().any(|u| u.text == line.text);
    let lost = |line: &Paragraph| {
        let prose = is_sentence(line) && line.text.split_whitespace().count() >= FEW;
        prose
            && !is_residue(line)
            && !is_wall(&line.text)
            && !hidden(line)
            && likeness(&line.text, title) < 0.8
    };
    let kept: HashMap<String, &Paragraph> = body.iter().map(|p| (fold(&p.text), p)).collect();
    let (mut out, mut run, mut before): (Vec<Note>, Vec<&str>, Option<&str>) = (Vec::new(), Vec::new(), None);
    for line in lines.get(first..=last).unwrap_or_default() {
        if let Some(p) = kept.get(&fold(&line.text)) {
            out.extend(note(article, before, &run));
            (run, before) = (Vec::new(), Some(p.text.as_str()));
        } else if lost(line) {
            run.push(&line.text);
        }
    }
    out
}

/// A note about lines that were left out behind a paragraph.
fn note(article: &Article, before: Option<&str>, run: &[&str]) -> Option<Note> {
    let words: usize = run.iter().map(|text| text.split_whitespace().count()).sum();
    let opening: Vec<&str> = run.first()?.split_whitespace().take(6).collect();
    let place = before.and_then(|p| Some((article.text.as_str().find(p)?, p.len())));
    let span = place.map(|(at, length)| Span::new(at as u32, (at + length) as u32));
    let message = format!(
        "{words} words behind this paragraph were left out: \u{201c}{} \u{2026}\u{201d}",
        opening.join(" ")
    );
    Some(Note { kind: NoteKind::Page, span, message })
}

#[cfg(test)]
mod tests {
    use crate::{PageOptions, read_page};

    const PROSE: &str = "<p>The pier of Velmouth is open again, the town said on Monday, after a winter of repairs.</p>\
                         <p>Nobody was hurt in the storm, the harbour office said, and the ferry will run in May.</p>";

    fn read(html: &str) -> (String, Vec<String>) {
        let article = read_page(html.as_bytes(), &PageOptions::default()).unwrap();
        (article.text.as_str().to_owned(), article.notes.iter().map(|n| n.message.clone()).collect())
    }

    #[test]
    fn what_is_shown_and_left_out_is_noted() {
        let box_ = "<div class='related'><p>Tom Hale has written a history of the pier, which was built in 1902.</p></div>";
        let (text, notes) =
            read(&format!("<h1>Pier</h1><article>{PROSE}{box_}{PROSE}<p>It rained.</p></article>"));
        assert!(!text.contains("1902"));
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert!(
            notes[0].starts_with("14 words behind this paragraph were left out: “Tom Hale has written"),
            "{notes:?}"
        );
        let unseen = box_.replace("class='related'", "style='display:none'");
        assert!(read(&format!("<h1>Pier</h1><article>{PROSE}{unseen}{PROSE}</article>")).1.is_empty());
    }

    #[test]
    fn captions_are_the_article_where_nothing_else_is() {
        let caption = |words: &str| format!("<figure><img><figcaption>{words}</figcaption></figure>");
        let (one, two) = (
            "The pier was closed on Monday after a storm took the roof off.",
            "Boats have been moored at the quay since Friday, the harbour office said.",
        );
        let (text, _) = read(&format!("<h1>The pier in pictures</h1>{}{}", caption(one), caption(two)));
        assert!(text.contains(one) && text.contains(two));
    }
}
