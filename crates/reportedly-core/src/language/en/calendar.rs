use crate::language::{Calendar, Numbered};
use crate::tokens::List;

pub const CALENDAR: Calendar = Calendar {
    months: Numbered::new(&[
        ("april", 4),
        ("august", 8),
        ("december", 12),
        ("february", 2),
        ("january", 1),
        ("july", 7),
        ("june", 6),
        ("march", 3),
        ("may", 5),
        ("november", 11),
        ("october", 10),
        ("september", 9),
    ]),
    short_months: Numbered::new(&[
        ("apr", 4),
        ("aug", 8),
        ("dec", 12),
        ("feb", 2),
        ("jan", 1),
        ("jul", 7),
        ("jun", 6),
        ("mar", 3),
        ("nov", 11),
        ("oct", 10),
        ("sep", 9),
        ("sept", 9),
    ]),
    other_words: List::new(&["march", "may"]),
    weekdays: Numbered::new(&[
        ("friday", 5),
        ("monday", 1),
        ("saturday", 6),
        ("sunday", 7),
        ("thursday", 4),
        ("tuesday", 2),
        ("wednesday", 3),
    ]),
    short_weekdays: Numbered::new(&[
        ("fri", 5),
        ("mon", 1),
        ("sat", 6),
        ("sun", 7),
        ("thu", 4),
        ("thurs", 4),
        ("tue", 2),
        ("tues", 2),
        ("wed", 3),
    ]),
    between: List::new(&["nd", "of", "rd", "st", "th"]),
    half_days: Numbered::new(&[("am", 0), ("pm", 12)]),
    zones: Numbered::new(&[
        ("AEDT", 11 * 60),
        ("AEST", 10 * 60),
        ("BST", 60),
        ("CDT", -5 * 60),
        ("CEST", 2 * 60),
        ("CET", 60),
        ("CST", -6 * 60),
        ("EDT", -4 * 60),
        ("EST", -5 * 60),
        ("GMT", 0),
        ("MDT", -6 * 60),
        ("MST", -7 * 60),
        ("PDT", -7 * 60),
        ("PST", -8 * 60),
        ("UTC", 0),
    ]),
    seasonal_zones: List::new(&["CT", "ET", "PT"]),
    near_days: List::new(&["yesterday"]),
    units: List::new(&["decade", "decades", "month", "months", "night", "week", "weeks", "year", "years"]),
    past: List::new(&["last", "past", "previous", "recent"]),
    ago: List::new(&["ago"]),
    ..Calendar::NONE
};

/// Whether a word, as written, may follow an hour in its sentence: a day, a month, a zone. "May" begins the next one
/// more often.
pub fn follows_hour(word: &str) -> bool {
    let low = word.to_lowercase();
    let tables = [CALENDAR.months, CALENDAR.short_months, CALENDAR.weekdays, CALENDAR.short_weekdays];
    let day = word.starts_with(char::is_uppercase) && word != "May" && tables.iter().any(|t| t.has(&low));
    day || CALENDAR.zones.has(word) || CALENDAR.seasonal_zones.has(word)
}
