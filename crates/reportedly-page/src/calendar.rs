//! Words that dates are made of in the languages of many pages, besides those of English.

use reportedly_core::language::en::ENGLISH;
use reportedly_core::language::{Calendar, Numbered};
use reportedly_core::tokens::List;

/// The words that are looked for in the dates of a page, whatever its language.
pub(crate) const CALENDARS: &[&Calendar] = &[&ENGLISH.calendar, &ELSEWHERE];

const ELSEWHERE: Calendar = Calendar {
    month_stems: Numbered::new(&[
        ("abr", 4),
        ("ago", 8),
        ("aoû", 8),
        ("apr", 4),
        ("aug", 8),
        ("avr", 4),
        ("dec", 12),
        ("dez", 12),
        ("dic", 12),
        ("déc", 12),
        ("ene", 1),
        ("feb", 2),
        ("fev", 2),
        ("fév", 2),
        ("gen", 1),
        ("giu", 6),
        ("jan", 1),
        ("juil", 7),
        ("juin", 6),
        ("jul", 7),
        ("jun", 6),
        ("lug", 7),
        ("maa", 3),
        ("mag", 5),
        ("mai", 5),
        ("mar", 3),
        ("may", 5),
        ("mei", 5),
        ("mär", 3),
        ("nov", 11),
        ("oct", 10),
        ("okt", 10),
        ("ott", 10),
        ("out", 10),
        ("sep", 9),
        ("set", 9),
        ("авг", 8),
        ("апр", 4),
        ("дек", 12),
        ("июл", 7),
        ("июн", 6),
        ("май", 5),
        ("мар", 3),
        ("мая", 5),
        ("ноя", 11),
        ("окт", 10),
        ("сен", 9),
        ("фев", 2),
        ("янв", 1),
    ]),
    between: List::new(&["de", "г"]),
    year_signs: List::new(&["年", "년"]),
    month_signs: List::new(&["月", "월"]),
    ..Calendar::NONE
};
