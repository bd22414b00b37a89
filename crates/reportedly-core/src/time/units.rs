use jiff::{ToSpan, civil};

use crate::language::Unit;

/// The first day of the unit that a day lies in.
pub(super) fn first_of(day: civil::Date, unit: Unit) -> civil::Date {
    let months = |n: i8| civil::Date::new(day.year(), (day.month() - 1) / n * n + 1, 1);
    let years = |n: i16| civil::Date::new(day.year().div_euclid(n) * n, 1, 1);
    let back = |days: i8| day.checked_sub(days.days());
    match unit {
        Unit::Week => back(day.weekday().to_monday_zero_offset()),
        Unit::Weekend => back(day.weekday().to_monday_zero_offset() - 5),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => years(1),
        Unit::Decade => years(10),
        Unit::Century => years(100),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => return day,
    }
    .unwrap_or(day)
}

/// The last day of the unit that begins with a day.
pub(super) fn last_of(first: civil::Date, unit: Unit) -> civil::Date {
    let length = match unit {
        Unit::Weekend => 2.days(),
        Unit::Week => 7.days(),
        Unit::Month => 1.months(),
        Unit::Quarter => 3.months(),
        Unit::Half => 6.months(),
        Unit::Year => 1.years(),
        Unit::Decade => 10.years(),
        Unit::Century => 100.years(),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => return first,
    };
    first.checked_add(length).and_then(|next| next.yesterday()).unwrap_or(first)
}
