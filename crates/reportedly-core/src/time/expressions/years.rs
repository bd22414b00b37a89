//! Which year is meant where none is said.

use jiff::{ToSpan, civil};

use super::meaning::Meaning;
use super::outlook::Outlook;
use super::told::Anchors;
use crate::language::{Season, Unit};
use crate::time::Date;

/// Where words look neither way, a day so many days ahead is still to come.
const SOON: i64 = 60;
/// Words that look ahead look no farther, in days, where no year is said.
const AHEAD: i32 = 240;

/// What names a part of a year, in one year.
pub(super) fn of_year(meaning: Meaning, year: i16) -> Option<Date> {
    let number = u32::try_from(year).ok()?;
    let part = |n: i8, months: i8, unit| {
        Some(Date::around(civil::Date::new(year, (n - 1) * months + 1, 1).ok()?, unit))
    };
    match meaning {
        Meaning::Day { month, day, .. } => Date::of_numbers(number, month, day),
        Meaning::Holiday(holiday) => Some(Date::around(holiday.of_year(year)?, Unit::Day)),
        Meaning::Month { month, .. } => Date::of_month(number, month),
        Meaning::Season { season, .. } => Date::season(year, season),
        Meaning::Quarter { n, .. } => part(n, 3, Unit::Quarter),
        Meaning::Half { n, .. } => part(n, 6, Unit::Half),
        _ => None,
    }
}

impl Anchors {
    /// What names a part of a year that is not said.
    pub(super) fn in_year(&self, meaning: Meaning, base: civil::Date) -> Option<Date> {
        let year = base.year();
        let all = [-1, 0, 1].map(|by| of_year(meaning, year + by));
        let ahead = self.outlook.is_ahead();
        match meaning {
            // "Monday, Oct. 26" is in the year in which that is a Monday
            Meaning::Day { weekday: Some(weekday), .. } => {
                let fits = |date: &Date| date.first().weekday().to_monday_one_offset() == weekday;
                let mut fitting = all.into_iter().flatten().filter(fits);
                fitting.next().filter(|_| fitting.next().is_none()).or_else(|| self.of_three(base, all, None))
            }
            Meaning::Season { season, by: Some(0), .. } if season != Season::Winter || base.month() > 2 => {
                all[1]
            }
            Meaning::Quarter { by: Some(by), .. } => of_year(meaning, year + i16::from(by)),
            // what is reported has begun
            Meaning::Quarter { n, .. } => {
                of_year(meaning, year - i16::from(n > (base.month() + 2) / 3 && !ahead))
            }
            Meaning::Month { by, .. } | Meaning::Season { by, .. } => self.of_three(base, all, by),
            _ => self.of_three(base, all, None),
        }
    }

    fn of_three(&self, base: civil::Date, years: [Option<Date>; 3], by: Option<i8>) -> Option<Date> {
        match by {
            None if self.narrates => self.closest(years),
            _ => self.nearest(base, years, by),
        }
    }

    /// Of the same part of three years, the one closest to what was told last; where that was a year, the one in it.
    fn closest(&self, years: [Option<Date>; 3]) -> Option<Date> {
        let told = self.told.line?;
        if told.unit() > Unit::Month {
            return years[1];
        }
        let far = |date: &Date| told.first().until(date.first()).map_or(i32::MAX, |far| far.get_days().abs());
        years.into_iter().flatten().min_by_key(far)
    }

    /// Of the same part of three years, the one that is meant: the last one that has begun, or that begins within some
    /// days; where the words look ahead, the next one that has not ended. `by` counts on from the one that it is now.
    fn nearest(&self, base: civil::Date, years: [Option<Date>; 3], by: Option<i8>) -> Option<Date> {
        let mut all = years.into_iter().flatten();
        match by {
            Some(-1) => all.rfind(|date| date.last() < base),
            Some(1) => all.filter(|date| date.first() > base).min_by_key(|date| date.first()),
            None if !self.outlook.is_ahead() => {
                let day = years[1].is_some_and(|date| date.unit() == Unit::Day);
                let soon = if day && self.outlook == Outlook::Open { SOON } else { 0 };
                let limit = base.checked_add(soon.days()).ok()?;
                all.rfind(|date| date.first() <= limit)
            }
            None => {
                let coming = |date: &Date| {
                    date.last() >= base && base.until(date.first()).is_ok_and(|far| far.get_days() < AHEAD)
                };
                all.clone().find(coming).or_else(|| all.rfind(|date| date.first() <= base))
            }
            _ => all.filter(|date| date.last() >= base).min_by_key(|date| date.first()),
        }
    }
}
