use super::{Date, Precision, in_line, stated};
use crate::language::Calendar;
use crate::language::en::ENGLISH;

const WORDS: &[&Calendar] = &[&ENGLISH.calendar];

fn date(iso: &str) -> Date {
    Date::parse(iso).unwrap_or_else(|| panic!("{iso}"))
}

#[test]
fn what_is_stated_and_no_more() {
    let cases = [
        ("2031-04-05T10:00:00.000+02:00", "2031-04-05T10:00:00+02:00"),
        ("2031-04-05T10:00:00Z", "2031-04-05T10:00:00Z"),
        ("2031-04-05 10:00", "2031-04-05T10:00"),
        ("2031-04-05T23:59:60-00:00", "2031-04-05T23:59:60-00:00"),
        ("2031-04-05T25:00Z", "2031-04-05"),
        ("20310405", "2031-04-05"),
        ("2031-04", "2031-04"),
        ("2031", "2031"),
        ("Sat, 05 Apr 2031 10:02:03 +0200", "2031-04-05T10:02:03+02:00"),
        ("April 5th, 2031 at 7:03 p.m. EST", "2031-04-05T19:03-05:00"),
        ("April 5th, 2031 at 12:03 AM +01:00", "2031-04-05T00:03+01:00"),
        ("the 5th April, 2031", "2031-04-05"),
        ("Mon 5 Sept 2031", "2031-09-05"),
        ("05.04.2031", "2031-04-05"),
        ("25/04/2031", "2031-04-25"),
        ("1930000000", "2031-02-27T23:06:40Z"),
        ("10:00 am Sat 5 April, 2031", "2031-04-05T10:00"),
    ];
    for (words, iso) in cases {
        assert_eq!(stated(words, WORDS).map(|d| d.value()).as_deref(), Some(iso), "{words}");
    }
    for none in ["", "yesterday", "05/04/2031", "2031-02-30", "99999999", "May", "5 April", "1899"] {
        assert_eq!(stated(none, WORDS), None, "{none}");
    }
    assert_eq!(stated("5 April 2031", &[]), None, "without words");
    assert_eq!(in_line("Updated 2031-04-05 by the desk", WORDS), Some(date("2031-04-05")));
    assert_eq!(in_line("In 2031 it fell", WORDS), None);
}

#[test]
fn earlier_is_said_only_where_it_is_certain() {
    let before = |a: &str, b: &str| date(a).is_before(&date(b));
    for (a, b) in [
        ("2031-04-05", "2031-04-06"),
        ("2031-04-05T09:00Z", "2031-04-05T11:30+02:00"),
        ("2031-04-05", "2031-04-06T13:00Z"),
        ("2030", "2031-01"),
        ("2031-04", "2031-05-01"),
        ("2031-02-28", "2031-03-01"),
    ] {
        assert_eq!((before(a, b), before(b, a)), (Some(true), Some(false)), "{a} {b}");
    }
    for (a, b) in [
        ("2031-04-05", "2031-04-05"),
        ("2031-04-05T10:00Z", "2031-04-05T12:00+02:00"),
        ("2031-04-05T10:00:05Z", "2031-04-05T10:00:30Z"),
        ("2031-04-05T23:00", "2031-04-05T23:30"), // no zone, same day
        ("2031-04-05", "2031-04-06T05:00Z"),      // evening of the 5th in Honolulu
        ("2031", "2031-06"),
    ] {
        assert_eq!((before(a, b), before(b, a)), (None, None), "{a} {b}");
    }
}

#[test]
fn every_zone_counts_where_none_is_stated() {
    let moments = |iso: &str| [date(iso).earliest(), date(iso).latest()].map(|t| t.to_string());
    assert_eq!(moments("2031-04-05"), ["2031-04-04T10:00:00Z", "2031-04-06T11:59:00Z"]);
    assert_eq!(moments("2032-02"), ["2032-01-31T10:00:00Z", "2032-03-01T11:59:00Z"]);
    assert_eq!(moments("2031-04-05T10:00:30+02:00"), ["2031-04-05T08:00:00Z", "2031-04-05T08:00:00Z"]);
    assert_eq!(date("2031-04-05T23:00-05:00").day().unwrap().to_string(), "2031-04-05");
    assert_eq!(date("2031-04").day(), None);
}

/// Dates of every precision and zone, around the ends of months and years.
fn many() -> Vec<Date> {
    let days = ["2031-12-31", "2032-01-01", "2032-02-29", "2032-03-01", "1900-01-01", "2200-12-31"];
    let times = ["", "T00:00", "T23:59", "T09:30:00", "T23:59:60"];
    let zones = ["", "Z", "+00:00", "-00:00", "+14:00", "-12:00", "+05:45"];
    let coarse = ["2031", "2032", "2031-12", "2032-01", "2032-02"].map(date);
    let fine =
        days.iter().flat_map(|day| times.iter().map(move |time| (day, time))).flat_map(|(day, time)| {
            let zones = zones.iter().take(if time.is_empty() { 1 } else { zones.len() });
            zones.map(move |zone| date(&format!("{day}{time}{zone}")))
        });
    coarse.into_iter().chain(fine).collect()
}

#[test]
fn a_value_reads_as_the_same_date() {
    for date in many() {
        assert_eq!(Date::parse(&date.value()), Some(date));
        assert_eq!(stated(&date.value(), WORDS), Some(date));
        assert!(date.earliest() <= date.latest() && date.when() == date.when());
        assert_eq!(date.day().is_some(), date.precision() >= Precision::Day);
    }
}

#[test]
fn no_date_is_both_before_and_after_another() {
    let all = many();
    for a in &all {
        assert_eq!(a.is_before(a), None, "{a}");
        for b in &all {
            let (there, back) = (a.is_before(b), b.is_before(a));
            assert_eq!(there.map(|before| !before), back, "{a} {b}");
            if there == Some(true) {
                assert!(
                    a.when() < b.when()
                        || a.precision() < Precision::Minute
                        || b.precision() < Precision::Minute
                );
            }
        }
    }
}

#[test]
fn odd_input_is_no_date() {
    let pieces = [
        "5", "04", "2031", "April", "may", "st", "-", "/", ".", ":", "T", "Z", "+", "p.m", "é", "\u{2028}",
        " ",
    ];
    // a walk through all orders of three, with each before a whole date
    for a in pieces {
        for b in pieces {
            for c in pieces {
                for words in [
                    format!("{a}{b}{c}"),
                    format!("{a}{b}{c}2031-04-05T"),
                    format!("5 April 2031 {a}{b}:{c}"),
                ] {
                    let _ = (Date::parse(&words), stated(&words, WORDS), in_line(&words, WORDS));
                }
            }
        }
    }
    for odd in ["+".repeat(100), "9".repeat(119), "é".repeat(60), "2031-04-05T10:00+99:99".to_owned()] {
        let _ = (Date::parse(&odd), stated(&odd, WORDS), in_line(&odd, WORDS));
    }
}
