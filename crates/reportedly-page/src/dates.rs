//! Dates of a page: in its data, in a line, in its address.

use crate::calendar::CALENDARS;
use reportedly_core::time::{self, Date};

/// Reads a date in one of the ways that pages state it. Nothing is added that is not there; `None` where it is no date.
///
/// ```
/// use reportedly::page::read_date;
/// use reportedly::time::Precision;
///
/// let date = read_date("5 April 2031").unwrap();
/// assert_eq!((date.value().as_str(), date.precision()), ("2031-04-05", Precision::Day));
/// let date = read_date("2031-04-05T10:00+02:00").unwrap();
/// assert_eq!((date.value().as_str(), date.precision()), ("2031-04-05T10:00+02:00", Precision::Minute));
/// assert_eq!(read_date("last week"), None);
/// ```
pub fn parse(s: &str) -> Option<Date> {
    time::stated(s, CALENDARS)
}

/// In which order a page writes a day in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The day before the month: "5/4/2031" is in April.
    DayFirst,
    /// Either.
    Unknown,
}

impl Order {
    /// By the page's language (BCP 47) and address.
    pub(crate) fn of(language: Option<&str>, address: Option<&str>) -> Self {
        const DAY_FIRST: &[&str] = &[
            "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "id", "it", "nb", "nl", "no",
            "pl", "pt", "ro", "ru", "sk", "sl", "sr", "tr", "uk", "vi",
        ];
        const COUNTRIES: &[&str] = &["au", "gb", "ie", "in", "ng", "nz", "uk", "za"];
        let tag = language.unwrap_or_default().to_ascii_lowercase();
        let (language, country) = tag.split_once('-').unwrap_or((&tag, ""));
        let host =
            address.and_then(|a| a.split("://").nth(1)).and_then(|a| a.split('/').next()).unwrap_or_default();
        let ends_in = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let day_first = DAY_FIRST.contains(&language) && country != "us"
            || COUNTRIES.contains(&country)
            || language == "en" && COUNTRIES.contains(&ends_in.as_str());
        if day_first { Self::DayFirst } else { Self::Unknown }
    }
}

/// A day somewhere in a line of text: "Published on 4 May 2031 at 10:00 BST".
pub(crate) fn in_line(s: &str, order: Order) -> Option<Date> {
    match order {
        Order::DayFirst => time::in_line(&dotted(s), CALENDARS),
        Order::Unknown => time::in_line(s, CALENDARS),
    }
}

/// "5/4/2031" and "5-4-2031" as "5.4.2031", whose order is certain.
fn dotted(s: &str) -> String {
    let one = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(',').split(['/', '-']).collect();
        match parts[..] {
            [day, month, year]
                if number(day, 2) && number(month, 2) && number(year, 4) && year.len() == 4 =>
            {
                parts.join(".")
            }
            _ => word.to_owned(),
        }
    };
    s.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

fn number(s: &str, widest: usize) -> bool {
    (1..=widest).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())
}

/// The day in an address: /2031/05/04/, /2031/may/04/, /2031-05-04-pier, /20310504/.
pub(crate) fn in_address(url: &str) -> Option<Date> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').skip(3).collect();
    let year = |s: &str| s.len() == 4 && number(s, 4) && (s.starts_with("19") || s.starts_with("20"));
    let apart =
        parts.windows(3).filter(|w| year(w[0]) && number(w[2], 2)).find_map(|w| match number(w[1], 2) {
            true => Date::parse(&w.join("-")),
            false => parse(&format!("{} {} {}", w[2], w[1], w[0])),
        });
    apart.or_else(|| parts.iter().find_map(|part| within(part)))
}

/// The day in one part of an address.
fn within(part: &str) -> Option<Date> {
    let pieces: Vec<&str> = part.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |w: &&[&str]| w[0].len() == 4 && w[1].len() == 2 && w[2].len() == 2;
    let whole = |p: &&&str| p.len() == 8 && p.starts_with("20");
    let apart = pieces.windows(3).filter(day).find_map(|w| Date::parse(&w.join("-")));
    apart.or_else(|| {
        let p = pieces.iter().find(whole)?;
        Date::parse(&format!("{}-{}-{}", &p[..4], &p[4..6], &p[6..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_other_languages_are_read_beside_english() {
        let cases = [
            ("5 de abril de 2031", "2031-04-05"),
            ("2031년 4월 5일", "2031-04-05"),
            ("April 5th, 2031 at 7:03 p.m. EST", "2031-04-05T19:03-05:00"),
        ];
        for (stated, iso) in cases {
            assert_eq!(parse(stated).map(|d| d.value()).as_deref(), Some(iso), "{stated}");
        }
        for none in ["", "yesterday", "05/04/2031", "2031-02-30", "99999999", "May"] {
            assert_eq!(parse(none), None, "{none}");
        }
        for address in [
            "2031/4/5/x",
            "2031/apr/05/x",
            "news/2031-04-05-pier.html",
            "a/pier-20310405",
            "x?y=1#2/2031/04/05/a",
        ] {
            let day = in_address(&format!("https://a.example/{address}")).map(|d| d.value());
            assert_eq!(day.as_deref(), (!address.contains('#')).then_some("2031-04-05"), "{address}");
        }
        assert_eq!(in_address("https://a.example/story-12345678"), None);
    }

    #[test]
    fn numbers_are_read_in_the_order_of_the_country() {
        let day = |language, address| {
            in_line("Publié le 05/04/2031 à 10h", Order::of(language, address)).map(|d| d.value())
        };
        assert_eq!(day(Some("fr"), None).as_deref(), Some("2031-04-05"));
        assert_eq!(day(Some("en"), Some("https://quay.co.uk/a")).as_deref(), Some("2031-04-05"));
        assert_eq!(day(Some("en-US"), Some("https://quay.com/a")), None);
        assert_eq!(day(None, None), None);
    }
}
