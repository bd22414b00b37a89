use super::super::Date;
use super::{Anchor, TimeExpression, expressions};
use crate::language::en::ENGLISH;
use crate::text::Text;
use crate::tokens::Tokens;

fn found(words: &str, published: Option<&str>) -> Vec<(String, TimeExpression)> {
    let text = Text::new(words);
    let date = published.and_then(Date::parse);
    let all = expressions(&text, &Tokens::new(&text, &ENGLISH.division), &ENGLISH, date);
    all.into_iter().map(|e| (text.get(e.span).to_owned(), e)).collect()
}

/// Each expression of some words, published on Thursday 10 April 2031, with its value.
fn values(words: &str) -> Vec<(String, String)> {
    let all = found(words, Some("2031-04-10")).into_iter();
    all.map(|(text, e)| (text, e.value.map_or("?".to_owned(), |v| v.to_string()))).collect()
}

#[test]
fn days() {
    for (words, expression, value) in [
        ("The pier fell on Monday.", "Monday", "2031-04-07"),
        ("It fell on Thursday.", "Thursday", "2031-04-10"),
        ("The board will meet on Monday.", "Monday", "2031-04-14"),
        ("It fell last Friday.", "last Friday", "2031-04-04"),
        ("It fell yesterday.", "yesterday", "2031-04-09"),
        ("They will vote tomorrow.", "tomorrow", "2031-04-11"),
        ("It fell on March 3.", "March 3", "2031-03-03"),
        ("It fell on Nov. 23.", "Nov. 23", "2030-11-23"),
        ("It fell on 3 March 2029.", "3 March 2029", "2029-03-03"),
        ("It fell on Friday, March 2, 2029.", "Friday, March 2, 2029", "2029-03-02"),
        ("It fell on the 3rd of March, 2029.", "3rd of March, 2029", "2029-03-03"),
        ("It fell three days ago.", "three days ago", "2031-04-07"),
        ("It fell on Monday night.", "Monday night", "2031-04-07TNI"),
        ("It fell at 3:30 p.m. on Monday.", "3:30 p.m.", "2031-04-07T15:30"),
        ("It fell at 3:30 p.m.", "3:30 p.m.", "2031-04-10T15:30"),
        ("It fell on Christmas Eve.", "Christmas Eve", "2030-12-24"),
        ("It fell on Easter Monday.", "Easter Monday", "2030-04-22"),
        ("It fell on Labor Day.", "Labor Day", "2030-09-02"),
        ("It opened on 1 May.", "1 May", "2030-05-01"),
        ("It opens on 1 May.", "1 May", "2031-05-01"),
        ("Friday, 26 November, is the day.", "Friday, 26 November", "2032-11-26"),
    ] {
        assert_eq!(values(words)[0], (expression.to_owned(), value.to_owned()), "{words}");
    }
}

#[test]
fn longer_parts_of_the_calendar() {
    for (words, expression, value) in [
        ("It fell last week.", "last week", "2031-W14"),
        ("It fell two weeks ago.", "two weeks ago", "2031-W13"),
        ("It fell this month.", "this month", "2031-04"),
        ("It fell in February.", "February", "2031-02"),
        ("It fell in June.", "June", "2030-06"),
        ("It will open in June.", "June", "2031-06"),
        ("It fell in early 2024.", "early 2024", "2024"),
        ("It fell in the summer of 2029.", "the summer of 2029", "2029-SU"),
        ("It fell last year.", "last year", "2030"),
        ("It fell in the 1990s.", "the 1990s", "199"),
        ("It fell in the 19th century.", "the 19th century", "18"),
        ("Sales fell in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3"),
        ("It fell at the end of March.", "the end of March", "2031-03"),
        ("It stood for ten years.", "ten years", "P10Y"),
        ("It was a three-day strike.", "three-day", "P3D"),
        ("They met every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It fell in March last year.", "March last year", "2030-03"),
        ("It opens in the spring of next year.", "the spring of next year", "2032-SP"),
        ("It fell early in 1957.", "early in 1957", "1957"),
        ("It fell on the night of 3 March.", "the night of 3 March", "2031-03-03TNI"),
        ("They fought for two bloody weeks.", "two bloody weeks", "P2W"),
    ] {
        assert!(
            values(words).contains(&(expression.to_owned(), value.to_owned())),
            "{words}: {:?}",
            values(words)
        );
    }
}

#[test]
fn days_and_years_that_share_a_month_or_a_century() {
    let all = |words: &str| -> Vec<String> { values(words).into_iter().map(|(_, value)| value).collect() };
    for (words, expected) in [
        ("It rained on 3 and 4 April.", &["2031-04-03", "2031-04-04"][..]),
        ("It rained between 3 and 5 March.", &["2031-03-03", "2031-03-05"]),
        ("It rained from April 3-5, 2029.", &["2029-04-03", "2029-04-05"]),
        ("It rained on 1, 2 and 3 April 2030.", &["2030-04-01", "2030-04-02", "2030-04-03"]),
        ("It rained from 30 December to 2 January 2030.", &["2029-12-30", "2030-01-02"]),
        ("It rained in April and June 1955.", &["1955-04", "1955-06"]),
        ("The war of 1947-54 was long.", &["1947", "1954"]),
        ("On April 3 and 4 people fell.", &["2031-04-03"]),
    ] {
        assert_eq!(all(words), expected, "{words}");
    }
}

#[test]
fn what_was_told_is_counted_from_and_nothing_else() {
    for (words, value, anchor) in [
        ("It was built in 1990. Ten years later it fell.", Some("2000"), Anchor::Text),
        ("Ten years later it fell.", None, Anchor::Missing),
        ("It rose on Monday. It fell the next day.", Some("2031-04-08"), Anchor::Text),
        ("It rose in May 2030. It fell two days later.", None, Anchor::Missing),
        ("It fell two days after the vote.", Some("P2D"), Anchor::Event),
        ("It fell the day after the vote.", None, Anchor::Event),
    ] {
        let last = *found(words, Some("2031-04-10")).last().map(|(_, e)| e).unwrap();
        assert_eq!((last.value.map(|v| v.to_string()).as_deref(), last.anchor), (value, anchor), "{words}");
    }
}

#[test]
fn the_day_beside_what_happened_is_told_or_left_open() {
    for (words, day) in [
        ("The attack was on 3 March. Hale fled two days after the attack.", Some("2031-03-05")),
        ("The attack was on 3 March. Hale fled two days after the vote.", None),
        ("On Monday, a day after the vote, Hale fled.", Some("2031-04-07")),
        ("The fire was on 3 March. Coming just a day after Hale spoke, it shook all.", Some("2031-03-02")),
    ] {
        let last = *found(words, Some("2031-04-10")).last().map(|(_, e)| e).unwrap();
        assert_eq!(last.earliest.map(|day| day.to_string()).as_deref(), day, "{words}");
    }
}

#[test]
fn what_is_no_time() {
    for words in [
        "A 54-year-old man fell.",
        "The boy, 12 years old, fell.",
        "He may fall in march order.",
        "It cost 1,990 crowns and weighed 203 tons.",
        "They lost 5-4 and sat down.",
        "It fell on 31 June.",
        "The work cost 2030 crowns.",
        "The fort was taken in 480 BC, in April 479 BC and in 1200 BC.",
        "It fell in 1446 AH.",
        "They work 24/7 and speak of 9/11.",
        "Version 2.1 is out.",
        "It was soon over.",
        "The fall of the city was near.",
    ] {
        let all = values(words);
        assert!(all.is_empty(), "{words}: {all:?}");
    }
}

#[test]
fn nothing_is_counted_from_a_date_that_is_missing() {
    let all = found("It fell on Monday, and again on 3 May 2029.", None);
    assert_eq!((all[0].1.value, all[0].1.anchor, all[0].1.earliest), (None, Anchor::Missing, None));
    assert_eq!(all[1].1.anchor, Anchor::Stated);
}

#[test]
fn bounds_are_narrowed_by_the_words() {
    let all = found("It began in early 2024 and ended in late May 2030.", Some("2031-04-10"));
    let days = |e: &TimeExpression| format!("{} {}", e.earliest.unwrap(), e.latest.unwrap());
    assert_eq!(days(&all[0].1), "2024-01-01 2024-05-01");
    assert_eq!(days(&all[1].1), "2030-05-21 2030-05-31");
}

#[test]
fn a_history_goes_by_the_years_that_it_tells() {
    let words = "In March 1901 it began. In May 1902 it spread. It fell in June 1903. In August 1904 it ended. \
                 On 3 September they left.";
    assert_eq!(values(words).last().unwrap().1, "1904-09-03");
}

#[test]
fn any_text_is_read_to_its_end() {
    for words in [
        "",
        "May",
        "the the the",
        "1990",
        "- 5 -",
        "last",
        "nineteen",
        "99999999999 years ago",
        "the year 0000",
    ] {
        values(words);
    }
    assert_eq!(values(&"On Monday it fell. ".repeat(10_000)).len(), 10_000);
}
