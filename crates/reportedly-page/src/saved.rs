//! What a browser writes into a page that it saves: where the page came from, and when.

use reportedly_core::time::Date;

/// Where a saved page came from.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Saved {
    pub url: Option<String>,
    pub at: Option<String>,
}

/// So much of a page is looked at, in bytes.
const HEAD: usize = 4096;

/// Reads the comments of Chrome ("saved from url=(0036)https://...") and of SingleFile.
pub(crate) fn saved(html: &str) -> Saved {
    let end = (0..=HEAD.min(html.len())).rev().find(|&i| html.is_char_boundary(i)).unwrap_or(0);
    let comments = html[..end].split("<!--").skip(1).filter_map(|rest| rest.split("-->").next());
    comments.map(of_comment).find(|saved| saved.url.is_some()).unwrap_or_default()
}

fn of_comment(comment: &str) -> Saved {
    if let Some(rest) = comment.trim().strip_prefix("saved from url=(") {
        return Saved { url: rest.split_once(')').and_then(|(_, url)| web(url)), at: None };
    }
    if !comment.contains("SingleFile") {
        return Saved::default();
    }
    let line = |name: &str| comment.lines().find_map(|l| l.trim().strip_prefix(name)).map(str::trim);
    Saved { url: line("url:").and_then(web), at: line("saved date:").and_then(moment) }
}

fn web(url: &str) -> Option<String> {
    let url = url.trim();
    (url.starts_with("http://") || url.starts_with("https://")).then(|| url.to_owned())
}

/// "Sun Mar 16 2031 10:15:00 GMT+0000 (...)", as browsers write a moment.
fn moment(s: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = s.split_whitespace().skip(1);
    let month = words.next().and_then(|m| MONTHS.iter().position(|name| *name == m))? + 1;
    let (day, year, time) = (words.next()?, words.next()?, words.next()?);
    let zone = words.next()?.strip_prefix("GMT")?;
    let zone = match (zone.get(..3), zone.get(3..5)) {
        (Some("+00"), Some("00")) => "Z".to_owned(),
        (Some(hours), Some(minutes)) => format!("{hours}:{minutes}"),
        _ => return None,
    };
    let stated = format!("{year}-{month:02}-{day:0>2}T{time}{zone}");
    Date::parse(&stated).map(|_| stated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_saved_it_says_where_from() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0026)https://quay.example/pier -->\n<html>";
        assert_eq!(saved(page).url.as_deref(), Some("https://quay.example/pier"));
        let page = "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://quay.example/pier \n saved date: \
                    Sun Mar 16 2031 10:15:00 GMT+0100 (CET)\n-->";
        let found = saved(page);
        assert_eq!(found.url.as_deref(), Some("https://quay.example/pier"));
        assert_eq!(found.at.as_deref(), Some("2031-03-16T10:15:00+01:00"));
        assert_eq!(saved("<!-- saved from url=(0011)about:blank --><p>é"), Saved::default());
    }
}
