use reportedly::article::{Article, Date, Found, Precision, check_language};
use reportedly::page::{PageOptions, is_html, read_page, read_plain};

use crate::arguments::From;
use crate::failure::Problem;
use crate::json_lines::Line;

/// From bytes to an article. `kind` is what the caller or the file's name says.
pub(crate) fn article_of(bytes: &[u8], kind: From, force: bool) -> Result<Article, Problem> {
    let html = match kind {
        From::Html => true,
        From::Auto => is_html(bytes),
        From::Text | From::Jsonl => false,
    };
    let article = match html {
        true => match read_page(bytes, &PageOptions::default()) {
            Ok(article) => article,
            Err(rejected) if force => rejected.force(),
            Err(rejected) => return Err(Problem::NoArticle(rejected.reason.message())),
        },
        false => read_plain(bytes).map_err(Problem::Binary)?,
    };
    match article.text.as_str().trim().is_empty() {
        true => Err(Problem::Empty),
        false => Ok(article),
    }
}

/// A line's article: its text character for character, the rest as the caller says.
pub(crate) fn article_of_line(line: Line) -> Result<Article, Problem> {
    if line.text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let body_start = line.title.as_deref().and_then(|title| after_headline(&line.text, title)).unwrap_or(0);
    let mut article = Article { id: line.id, body_start, ..Article::from_text(line.text) };
    let meta = &mut article.metadata;
    meta.title = line.title.map(|t| Found::stated(t, "caller"));
    meta.outlet = line.outlet.map(|o| Found::stated(o, "caller"));
    meta.published = line.date.map(|d| Found::stated(date(d), "caller"));
    meta.url = line.url;
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

/// A date as the caller writes it; how precise it is shows in its length.
fn date(value: String) -> Date {
    let precision = match (value.len(), value.matches(':').count()) {
        (0..=4, _) => Precision::Year,
        (5..=7, _) => Precision::Month,
        (8..=10, _) => Precision::Day,
        (11..=18, _) => Precision::Minute,
        (_, 0..=1) => Precision::Minute,
        _ => Precision::Second,
    };
    Date { value, precision }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_at_the_front_is_the_headline() {
        assert_eq!(after_headline("Fire at sea.\n\nIt burned.", "Fire at sea"), Some(14));
        assert_eq!(after_headline("It burned.\nAll night.", "Fire at sea"), None);
    }
}
