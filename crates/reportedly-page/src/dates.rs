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

/// A day somewhere in a line of text: "Published on 4 May 2031 at 10:00 BST".
pub(crate) fn in_line(s: &str) -> Option<Date> {
    time::in_line(s, CALENDARS)
}

/// The day in an address: /2031/05/04/.
pub(crate) fn in_address(url: &str) -> Option<Date> {
    let parts: Vec<&str> = url.split('/').collect();
    let number =
        |s: &str, widest: usize| (1..=widest).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let day = |w: &&[&str]| w[0].len() == 4 && number(w[0], 4) && number(w[1], 2) && number(w[2], 2);
    parts.windows(3).filter(day).find_map(|w| Date::parse(&w.join("-")))
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
        assert_eq!(in_address("https://a.example/2031/4/5/x").unwrap().value(), "2031-04-05");
    }
}
