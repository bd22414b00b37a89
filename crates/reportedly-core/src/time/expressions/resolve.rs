//! What an expression means, once it is known when it was written and what was told before.

use jiff::{Span as Step, ToSpan, civil};

use super::Anchor;
use super::meaning::{Found, Hour, Meaning};
use super::outlook::Outlook;
use crate::language::{Season, Unit};
use crate::time::Date;
use crate::time::value::{TimeType, TimeValue};

/// Results of a quarter are known so many days after it.
const REPORTED: i32 = 45;
/// Where words look neither way, a day so many days ahead is still to come.
const SOON: i64 = 60;
/// Words that look ahead look no farther, in days, where no year is said.
const AHEAD: i32 = 240;

/// What expressions are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchors {
    /// The day of publication.
    pub(super) published: Option<civil::Date>,
    /// The day that stands right behind, or was told a little before: that of a time alone.
    pub(super) beside: Option<Date>,
    /// The last date that the text told.
    pub(super) told: Option<Date>,
    /// Whether the text tells of other years than its own, so that a missing year is the one that was told last.
    pub(super) narrates: bool,
    /// The quarter whose results the text reports.
    pub(super) quarter: Option<Date>,
    /// Which way the words around it look.
    pub(super) outlook: Outlook,
}

/// The type and value of an expression, and what it was counted from.
pub(super) struct Resolved {
    pub(super) kind: TimeType,
    pub(super) value: Option<TimeValue>,
    pub(super) anchor: Anchor,
}

impl Resolved {
    /// Its place in the calendar, if it has one.
    pub(super) fn date(&self) -> Option<Date> {
        match self.value {
            Some(TimeValue::Date(date)) => Some(date),
            _ => None,
        }
    }
}

impl Anchors {
    pub(super) fn resolve(&self, found: &Found) -> Resolved {
        let (value, anchor) = match found.meaning {
            Meaning::Length { length, .. } => {
                return Resolved {
                    kind: TimeType::Duration,
                    value: Some(TimeValue::Length(length)),
                    anchor: Anchor::Stated,
                };
            }
            Meaning::Every(every) => {
                return Resolved {
                    kind: TimeType::Set,
                    value: Some(TimeValue::Every(every)),
                    anchor: Anchor::Stated,
                };
            }
            Meaning::Beside { length, .. } => {
                return Resolved {
                    kind: TimeType::Duration,
                    value: Some(TimeValue::Length(length)),
                    anchor: Anchor::Event,
                };
            }
            Meaning::Vague(vague) => (Some(TimeValue::Vague(vague)), Anchor::Stated),
            _ => {
                let (date, anchor) = self.date(found.meaning);
                (date.map(|date| TimeValue::Date(with_hour(date, found.hour))), anchor)
            }
        };
        let kind = if found.hour.is_some() { TimeType::Time } else { TimeType::Date };
        Resolved { kind, value, anchor: if value.is_none() { Anchor::Missing } else { anchor } }
    }

    fn date(&self, meaning: Meaning) -> (Option<Date>, Anchor) {
        let history = self.told.filter(|_| self.narrates).map(|told| told.first());
        let base = history.or(self.published);
        let anchor = if history.is_some() { Anchor::Text } else { Anchor::Publication };
        let counted = |unit, by| self.published.and_then(|day| shift(day, unit, by));
        match meaning {
            Meaning::Date(date) => (Some(date), Anchor::Stated),
            Meaning::TimeOfDay => self.day_of_a_time(),
            Meaning::Season { season, year: Some(year), .. } => (Date::season(year, season), Anchor::Stated),
            Meaning::Quarter { n, year: Some(year), .. } => (part(year, n, Unit::Quarter), Anchor::Stated),
            Meaning::Half { n, year: Some(year) } => (part(year, n, Unit::Half), Anchor::Stated),
            Meaning::Then { unit: Unit::Quarter, by: 0 } => (self.reported_quarter(base), anchor),
            // a quarter is compared with the same one of another year
            Meaning::Ago { unit: Unit::Year, by } | Meaning::Then { unit: Unit::Year, by: by @ ..0 }
                if self.quarter.is_some() =>
            {
                (self.same_quarter(by), Anchor::Text)
            }
            // news compares with its own time: "a year earlier"
            Meaning::Ago { unit, by } => (counted(unit, by), Anchor::Publication),
            Meaning::Then { unit, by: by @ ..0 } if unit >= Unit::Month && !self.narrates => {
                (counted(unit, by), Anchor::Publication)
            }
            Meaning::Then { unit, by } => (self.from_told(unit, by), Anchor::Text),
            Meaning::Near { unit, by } if self.narrates && unit > Unit::Day => {
                (self.from_told(unit, by), Anchor::Text)
            }
            Meaning::Near { unit: unit @ (Unit::Week | Unit::Weekend), by } => {
                (self.published.and_then(|day| self.week(day, unit, by)), Anchor::Publication)
            }
            Meaning::Near { unit, by } => (counted(unit, by), Anchor::Publication),
            Meaning::Weekday { day, by } => {
                (self.published.and_then(|base| self.weekday(base, day, by)), Anchor::Publication)
            }
            Meaning::Here { unit: unit @ (Unit::Week | Unit::Weekend) } => {
                (base.and_then(|day| self.week(day, unit, 0)), anchor)
            }
            Meaning::Here { unit } => (base.and_then(|day| shift(day, unit, 0)), anchor),
            _ => (base.and_then(|base| self.in_year(meaning, base)), anchor),
        }
    }

    /// Some units on from what was told last; what was told of a longer part of the calendar says no more than that.
    fn from_told(&self, unit: Unit, by: i32) -> Option<Date> {
        let told = self.told?;
        match told.unit() > unit {
            true => (by == 0).then_some(told),
            false => shift(told.first(), unit, by),
        }
    }

    /// The quarter that is reported, some years away.
    fn same_quarter(&self, years: i32) -> Option<Date> {
        let first = away(self.quarter?.first(), Unit::Year, years.into())?;
        Some(Date::around(first, Unit::Quarter))
    }

    fn day_of_a_time(&self) -> (Option<Date>, Anchor) {
        match self.beside {
            Some(day) => (Some(Date::around(day.first(), Unit::Day)), Anchor::Text),
            None => (self.published.map(|day| Date::around(day, Unit::Day)), Anchor::Publication),
        }
    }

    /// "the quarter": the one that was told, or the last one of which results are known.
    fn reported_quarter(&self, base: Option<civil::Date>) -> Option<Date> {
        if self.quarter.is_some() {
            return self.quarter;
        }
        let now = Date::around(base?, Unit::Quarter);
        let fresh = base?.since(now.first()).is_ok_and(|past| past.get_days() < REPORTED);
        if fresh { shift(now.first(), Unit::Quarter, -1) } else { Some(now) }
    }

    /// A Sunday's last week is the one that ends with it; a weekend without "next" is the last one, seen from a working day.
    fn week(&self, day: civil::Date, unit: Unit, by: i32) -> Option<Date> {
        let (sunday, working) =
            (day.weekday().to_monday_one_offset() == 7, day.weekday().to_monday_one_offset() < 6);
        let by = match unit {
            Unit::Week if by == -1 && sunday => 0,
            Unit::Weekend if by == 0 && working && self.outlook != Outlook::Ahead => -1,
            _ => by,
        };
        shift(day, unit, by)
    }

    fn weekday(&self, base: civil::Date, day: i8, by: Option<i8>) -> Option<Date> {
        let passed = i64::from((base.weekday().to_monday_one_offset() - day).rem_euclid(7));
        let days = match by {
            Some(-1) if passed == 0 => -7,
            Some(-1) => -passed,
            Some(0) | Some(1) if passed == 0 => i64::from(by == Some(1)) * 7,
            Some(_) => 7 - passed,
            None if self.outlook == Outlook::Ahead && passed > 0 => 7 - passed,
            None => -passed,
        };
        Some(Date::around(base.checked_add(days.days()).ok()?, Unit::Day))
    }

    /// What names a part of a year that is not said.
    fn in_year(&self, meaning: Meaning, base: civil::Date) -> Option<Date> {
        let year = base.year();
        match meaning {
            Meaning::Day { month, day, weekday } => {
                let of = |year: i16| Date::of_numbers(u32::try_from(year).ok()?, month, day);
                let all = [of(year - 1), of(year), of(year + 1)];
                // "Monday, Oct. 26" is in the year in which that is a Monday
                let fits = |date: &Date| weekday == Some(date.first().weekday().to_monday_one_offset());
                let mut fitting = all.into_iter().flatten().filter(fits);
                if let (Some(date), None) = (fitting.next(), fitting.next()) {
                    return Some(date);
                }
                if self.narrates { self.closest(all) } else { self.nearest(base, all, self.soon(), None) }
            }
            Meaning::Holiday(holiday) => {
                let of = |year: i16| Some(Date::around(holiday.of_year(year)?, Unit::Day));
                let all = [of(year - 1), of(year), of(year + 1)];
                if self.narrates { self.closest(all) } else { self.nearest(base, all, self.soon(), None) }
            }
            Meaning::Month { month, by } => {
                let of = |year: i16| Date::of_month(u32::try_from(year).ok()?, month);
                let all = [of(year - 1), of(year), of(year + 1)];
                if self.narrates && by.is_none() { self.closest(all) } else { self.nearest(base, all, 0, by) }
            }
            Meaning::Season { season, by, .. } => {
                let of = |year: i16| Date::season(year, season);
                let all = [of(year - 1), of(year), of(year + 1)];
                if by == Some(0) && !(season == Season::Winter && base.month() < 3) {
                    return of(year);
                }
                self.nearest(base, all, 0, by)
            }
            Meaning::Quarter { n, by: Some(by), .. } => part(year + i16::from(by), n, Unit::Quarter),
            // what is reported has begun
            Meaning::Quarter { n, .. } => {
                part(year - i16::from(n > (base.month() + 2) / 3 && self.outlook != Outlook::Ahead), n, Unit::Quarter)
            }
            Meaning::Half { n, .. } => {
                self.nearest(base, [-1, 0, 1].map(|by| part(year + by, n, Unit::Half)), 0, None)
            }
            _ => None,
        }
    }

    /// How many days ahead a day may lie about which the words around it do not say whether it is to come.
    fn soon(&self) -> i64 {
        if self.outlook == Outlook::Back { 0 } else { SOON }
    }

    /// Of the same part of three years, the one closest to what was told last; where that was a year, the one in it.
    fn closest(&self, years: [Option<Date>; 3]) -> Option<Date> {
        let told = self.told?;
        if told.unit() > Unit::Month {
            return years[1];
        }
        let far = |date: &Date| told.first().until(date.first()).map_or(i32::MAX, |far| far.get_days().abs());
        years.into_iter().flatten().min_by_key(far)
    }

    /// Of the same part of three years, the one that is meant: the last one that has begun, or that begins within some
    /// days; where the words look ahead, the next one that has not ended. `by` counts on from the one that it is now.
    fn nearest(
        &self,
        base: civil::Date,
        years: [Option<Date>; 3],
        soon: i64,
        by: Option<i8>,
    ) -> Option<Date> {
        let mut all = years.into_iter().flatten();
        match by {
            Some(-1) => all.rfind(|date| date.last() < base),
            Some(1) => all.filter(|date| date.first() > base).min_by_key(|date| date.first()),
            None if self.outlook != Outlook::Ahead => {
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

fn with_hour(date: Date, hour: Option<Hour>) -> Date {
    match hour {
        Some(Hour::Part(part)) => date.in_part(part),
        Some(Hour::Clock(hour, minute)) => {
            let number = |n: i8| u32::try_from(n).ok();
            if hour == 24 { date.at_end() } else { date.at([number(hour), number(minute), None], None) }
        }
        None => date,
    }
}

/// The nth part of a year.
fn part(year: i16, n: i8, unit: Unit) -> Option<Date> {
    let months = if unit == Unit::Quarter { 3 } else { 6 };
    Some(Date::around(civil::Date::new(year, (n - 1) * months + 1, 1).ok()?, unit))
}

/// What lies some units before or after a day.
fn shift(day: civil::Date, unit: Unit, by: i32) -> Option<Date> {
    Some(Date::around(away(day, unit, i64::from(by))?, unit))
}

/// The day that is some units away from another, if the calendar has it.
pub(super) fn away(day: civil::Date, unit: Unit, by: i64) -> Option<civil::Date> {
    let none = Step::new();
    let step = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        Unit::Day => none.try_days(by),
        Unit::Weekend | Unit::Week => none.try_weeks(by),
        Unit::Month => none.try_months(by),
        Unit::Quarter => none.try_months(by.checked_mul(3)?),
        Unit::Half => none.try_months(by.checked_mul(6)?),
        Unit::Year => none.try_years(by),
        Unit::Decade => none.try_years(by.checked_mul(10)?),
        Unit::Century => none.try_years(by.checked_mul(100)?),
    };
    day.checked_add(step.ok()?).ok()
}
