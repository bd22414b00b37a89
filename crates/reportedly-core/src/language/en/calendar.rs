use crate::language::Calendar;
use crate::tokens::List;

pub const CALENDAR: Calendar = Calendar {
    months: List::new(&[
        "april",
        "august",
        "december",
        "february",
        "january",
        "july",
        "june",
        "march",
        "may",
        "november",
        "october",
        "september",
    ]),
};
