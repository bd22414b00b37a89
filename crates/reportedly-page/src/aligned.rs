//! What the extractor found, as it stands on the page.
//!
//! The extractor says where the article is, but loses text that stands in no paragraph of its own, what a script shows later,
//! and all but one of several containers. So its words are looked up among the lines of the whole page: these are given, with
//! the sentences that stand between them.

use std::collections::HashMap;

use crate::dom::fold;
use crate::render::Paragraph;
use crate::residue::is_told;

/// Words that are compared at a time.
const SHINGLE: usize = 4;
/// The share of a line's words that the extractor must have found.
const SHARE: f32 = 0.5;
/// The shortest prose, in bytes.
const PROSE: usize = 80;
/// How much longer than what was found the lines may be that it is looked up in.
const ROOM: f32 = 1.3;

/// The lines of the page that were found, and the sentences between them; `title` is the headline.
pub(crate) fn aligned(mut page: Vec<Paragraph>, found: &[Paragraph], title: Option<&str>) -> Vec<Paragraph> {
    let mut kept = Found::of(found).look_up(&page);
    announced(&mut page, &mut kept);
    let is_long = |i: &usize| kept[*i] && page[*i].text.len() > PROSE;
    let mut all = 0..page.len();
    let is_body = |i: &usize| is_long(i) || kept[*i] && is_sentence(&page[*i]);
    if let (Some(first), Some(last)) = (all.clone().find(is_long), all.rfind(is_body)) {
        let title = title.map(fold).unwrap_or_default();
        let headline = page[..first].iter().rposition(|line| fold(&line.text) == title);
        let opening = headline.map_or(first, |at| at + 1)..first;
        let opens = opening.clone().map(|i| is_opening(&page, i, first)).collect::<Vec<_>>();
        for (i, opens) in opening.zip(opens) {
            kept[i] |= opens;
        }
        for i in first..last {
            kept[i] |= is_sentence(&page[i]);
        }
        let ours = |line: &&Paragraph| line.container == page[last].container && is_sentence(line);
        let after = page[last + 1..].iter().take_while(ours).count();
        kept[last + 1..=last + after].fill(true);
    }
    page.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(line, _)| line).collect()
}

/// A list that a sentence announces, with a colon, is the article's, even where it is all links.
fn announced(page: &mut [Paragraph], kept: &mut [bool]) {
    let mut announced = false;
    for (line, kept) in page.iter_mut().zip(kept) {
        if announced && line.tag == "li" {
            (*kept, line.linked) = (true, 0);
        } else {
            announced = *kept && line.text.ends_with(':') && line.text.split(' ').count() > 3;
        }
    }
}

/// Whether a line before the first one that was found opens the article: prose in the same element, or beside more prose in an
/// element of its own; one sentence alone stands under the headline on many pages, and repeats what the article says.
fn is_opening(page: &[Paragraph], at: usize, first: usize) -> bool {
    let prose = |line: &Paragraph| is_sentence(line) && line.text.len() > PROSE;
    let container = page[at].container;
    let beside = page[..first].iter().filter(|line| line.container == container && prose(line)).count();
    prose(&page[at]) && (container == page[first].container || beside > 1)
}

/// So many words that end as a sentence are one in any language.
const MANY: usize = 12;

/// Prose rather than a label, a caption or a link: it ends as sentences do, and tells something.
pub(crate) fn is_sentence(line: &Paragraph) -> bool {
    let ends = line.text.trim_end_matches(['”', '"', '’', ')', ']']).ends_with(['.', '!', '?', '…', '。']);
    let block = matches!(line.tag, "p" | "blockquote" | "pre");
    let words = line.text.split_whitespace().count();
    let tells = words >= MANY || words > 4 && (is_told(&line.text) || line.text.contains(['“', '"']));
    block && ends && line.linked * 3 < line.text.len() && tells
}

/// The lines that the extractor found, each once, with their words.
struct Found {
    lines: HashMap<String, usize>,
    shingles: HashMap<Vec<String>, usize>,
    /// How much of each was found, in bytes.
    sizes: Vec<usize>,
}

impl Found {
    fn of(all: &[Paragraph]) -> Self {
        let mut found = Self { lines: HashMap::new(), shingles: HashMap::new(), sizes: Vec::new() };
        for line in all {
            let next = found.sizes.len();
            let at = *found.lines.entry(key(&line.text)).or_insert(next);
            if at == next {
                found.sizes.push(0);
                shingles(&line.text).into_iter().for_each(|s| {
                    found.shingles.entry(s).or_insert(at);
                });
            }
            found.sizes[at] += line.text.len();
        }
        found
    }

    /// Which lines of a page were found.
    fn look_up(&self, page: &[Paragraph]) -> Vec<bool> {
        let at: Vec<Option<usize>> = page.iter().map(|line| self.find(&line.text)).collect();
        let mut kept: Vec<bool> = at.iter().map(Option::is_some).collect();
        let mut lines: HashMap<usize, Vec<usize>> = HashMap::new();
        at.iter()
            .enumerate()
            .for_each(|(i, at)| at.iter().for_each(|at| lines.entry(*at).or_default().push(i)));
        for (at, mut lines) in lines {
            // what stands more often on the page than was found: those beside others that were
            let beside =
                |i: usize| (i.saturating_sub(2)..(i + 3).min(page.len())).filter(|&k| kept[k]).count();
            let mut room = (self.sizes[at] as f32 * ROOM) as usize + 8;
            lines.sort_by_key(|&i| (std::cmp::Reverse(beside(i)), i));
            for i in lines {
                match room.checked_sub(page[i].text.len()) {
                    Some(rest) => room = rest,
                    None => kept[i] = false,
                }
            }
        }
        kept
    }

    /// The found line that most words of a line are of.
    fn find(&self, line: &str) -> Option<usize> {
        if let Some(at) = self.lines.get(&key(line)) {
            return Some(*at);
        }
        let all = shingles(line);
        let hits: Vec<usize> = all.iter().filter_map(|s| self.shingles.get(s).copied()).collect();
        let enough = !hits.is_empty() && hits.len() as f32 >= SHARE * all.len() as f32;
        // the middle one: a line may end in words of another
        enough.then(|| hits[hits.len() / 2])
    }
}

/// What a line is known by: its words, or what it has instead.
fn key(line: &str) -> String {
    match fold(line) {
        words if words.is_empty() => line.to_owned(),
        words => words,
    }
}

fn shingles(text: &str) -> Vec<Vec<String>> {
    let folded = fold(text);
    let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
    words.windows(SHINGLE).map(<[String]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use trafilatura::dom::Document;

    fn aligned_text(html: &str, found: &[&str]) -> Vec<String> {
        let doc = Document::parse(html);
        let page = crate::render::paragraphs(&doc, doc.body().unwrap());
        let line = |text: &&str| Paragraph { text: (*text).to_owned(), tag: "p", ..Paragraph::default() };
        let found: Vec<Paragraph> = found.iter().map(line).collect();
        aligned(page, &found, Some("Pier")).into_iter().map(|p| p.text).collect()
    }

    const ONE: &str = "The pier of Velmouth was closed on Monday after a storm that took the roof off.";
    const TWO: &str =
        "The harbour office said that nobody had been hurt, and that the ferry would run again in May.";

    #[test]
    fn sentences_beside_what_was_found_are_kept_and_labels_are_not() {
        let html = format!(
            "<h1>Pier</h1><div>{ONE} And more of it, she said.<p>Share</p>It rained for all of a week.<p>{TWO}</p></div><p>Home</p>"
        );
        let first = format!("{ONE} And more of it, she said.");
        assert_eq!(aligned_text(&html, &[ONE, TWO]), [first.as_str(), "It rained for all of a week.", TWO]);
    }

    #[test]
    fn what_was_found_grown_together_is_parted() {
        let html = format!("<h1>Pier</h1><div>{ONE}</div><div>{TWO}</div>");
        assert_eq!(aligned_text(&html, &[&format!("Pier{ONE}{TWO}")]), [ONE, TWO]);
    }

    #[test]
    fn a_line_that_stands_twice_is_kept_beside_the_others() {
        let html =
            format!("<p>{ONE}</p><ul><li>a</li><li>b</li><li>c</li></ul><div><p>{ONE}</p><p>{TWO}</p></div>");
        assert_eq!(aligned_text(&html, &[ONE, TWO]), [ONE, TWO]);
    }
}
