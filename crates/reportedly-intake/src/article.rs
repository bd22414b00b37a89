use reportedly::article::{Article, Found, Note, NoteKind, check_language};
use reportedly::page::{Unreadable, read_date};

use crate::failure::Problem;
use crate::lines::Line;

/// An article, and where and when it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Capture {
    /// The article.
    pub article: Article,
    /// The file, line, record or address.
    pub place: String,
    /// When it was fetched, if that is known (ISO 8601, UTC).
    pub fetched_at: Option<String>,
    /// The digest of the payload, as the archive states it.
    pub digest: Option<String>,
}

/// A line's article: its text character for character, the rest as the caller says.
pub(crate) fn article_of_line(line: Line) -> Result<Article, Problem> {
    if line.text.trim().is_empty() {
        return Err(Unreadable::Empty.into());
    }
    let body_start = line.title.as_deref().and_then(|title| after_headline(&line.text, title)).unwrap_or(0);
    let mut article = Article { id: line.id, body_start, ..Article::from_text(line.text) };
    let meta = &mut article.metadata;
    let stated = |value: Option<String>| value.filter(|v| !v.trim().is_empty());
    meta.title = stated(line.title).map(|t| Found::stated(t, "caller"));
    meta.outlet = stated(line.outlet).map(|o| Found::stated(o, "caller"));
    let date = stated(line.date);
    meta.published = date.as_deref().and_then(read_date).map(|d| Found::stated(d, "caller"));
    if let Some(date) = date.filter(|_| meta.published.is_none()) {
        let message = format!("The date {date:?} was not understood: write it as 2031-03-14.");
        article.notes.push(Note { kind: NoteKind::Page, span: None, message });
    }
    let meta = &mut article.metadata;
    meta.url = stated(line.url);
    meta.look_within();
    check_language(&mut article);
    Ok(article)
}

/// Where the body begins, in bytes, if the text begins with its title as a paragraph of its own.
fn after_headline(text: &str, title: &str) -> Option<u32> {
    let (first, rest) = text.split_once('\n')?;
    let bare = |line: &str| line.trim().trim_end_matches('.').to_owned();
    let blank = rest.len() - rest.trim_start().len();
    (bare(first) == bare(title)).then_some((first.len() + 1 + blank) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_not_understood_is_noted() {
        let line =
            |date: &str| Line { text: "It rained.".into(), date: Some(date.into()), ..Line::default() };
        assert!(article_of_line(line("14 March 2031")).unwrap().notes.is_empty());
        let article = article_of_line(line("yesterday")).unwrap();
        assert!(article.metadata.published.is_none() && article.notes[0].message.contains("yesterday"));
    }

    #[test]
    fn a_title_at_the_front_is_the_headline() {
        assert_eq!(after_headline("Fire at sea.\n\nIt burned.", "Fire at sea"), Some(14));
        assert_eq!(after_headline("It burned.\nAll night.", "Fire at sea"), None);
    }
}
