use reportedly::article::{Article, Date, Found, Precision};
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
    let mut article = Article::from_text(line.text);
    article.id = line.id;
    let meta = &mut article.metadata;
    meta.title = line.title.map(|t| Found::stated(t, "caller"));
    meta.outlet = line.outlet.map(|o| Found::stated(o, "caller"));
    meta.published = line.date.map(|d| Found::stated(date(d), "caller"));
    meta.url = line.url;
    Ok(article)
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
