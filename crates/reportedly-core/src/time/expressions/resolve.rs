//! What an expression means, once it is known when it was written and what was told before.

use jiff::{Span as Step, ToSpan, civil};

use super::Anchor;
use super::meaning::{Found, Hour, Meaning, Resolved};
use super::told::Anchors;
use super::years::of_year;
use crate::language::Unit;
use crate::time::Date;
use crate::time::value::{TimeType, TimeValue};

/// Results of a quarter are known so many days after it.
const REPORTED: i32 = 45;

impl Anchors {
    pub(super) fn resolve(&self, found: &Found) -> Resolved {
        let (value, anchor) = match found.meaning {
            Meaning::Length { length, .. } => {
                return Resolved {
                    kind: TimeType::Duration,
                    value: Some(TimeValue::Length(length)),
                    anchor: Anchor::Stated,
                    event: None,
                };
            }
            Meaning::Every(every) => {
                return Resolved {
                    kind: TimeType::Set,
                    value: Some(TimeValue::Every(every)),
                    anchor: Anchor::Stated,
                    event: None,
                };
            }
            Meaning::Beside { length, definite, .. } => {
                let day = self.event.map(TimeValue::Date);
                return Resolved {
                    kind: if definite { TimeType::Date } else { TimeType::Duration },
                    value: if definite { day } else { Some(TimeValue::Length(length)) },
                    anchor: if day.is_some() { Anchor::Text } else { Anchor::Event },
                    event: self.event,
                };
            }
            Meaning::Vague(vague) => (Some(TimeValue::Vague(vague)), Anchor::Stated),
            _ => {
                let (date, anchor) = match found.year {
                    Some(year) => self.in_that_year(found.meaning, year),
                    None => self.date(found.meaning),
                };
                (date.map(|date| TimeValue::Date(with_hour(date, found.hour))), anchor)
            }
        };
        let kind = if found.hour.is_some() { TimeType::Time } else { TimeType::Date };
        let anchor = if value.is_none() { Anchor::Missing } else { anchor };
        Resolved { kind, value, anchor, event: None }
    }

    /// "the spring of next year"
    fn in_that_year(&self, meaning: Meaning, year: Meaning) -> (Option<Date>, Anchor) {
        let (date, anchor) = self.date(year);
        (date.and_then(|date| of_year(meaning, date.first().year())), anchor)
    }

    fn date(&self, meaning: Meaning) -> (Option<Date>, Anchor) {
        let history = self.told.line.filter(|_| self.narrates).map(|told| told.first());
        let base = history.or(self.published);
        let anchor = if history.is_some() { Anchor::Text } else { Anchor::Publication };
        let counted = |unit, by| self.published.and_then(|day| shift(day, unit, by));
        match meaning {
            Meaning::Date(date) => (Some(date), Anchor::Stated),
            Meaning::TimeOfDay => self.day_of_a_time(),
            Meaning::Season { year: Some(year), .. }
            | Meaning::Quarter { year: Some(year), .. }
            | Meaning::Half { year: Some(year), .. } => (of_year(meaning, year), Anchor::Stated),
            Meaning::Then { unit: Unit::Quarter, by: 0 } => (self.reported_quarter(base), anchor),
            // a quarter is compared with the same one of another year
            Meaning::Ago { unit: Unit::Year, by } | Meaning::Then { unit: Unit::Year, by: by @ ..0 }
                if self.told.quarter.is_some() =>
            {
                (self.same_quarter(by), Anchor::Text)
            }
            // news compares with its own time: "a year earlier"
            Meaning::Ago { unit, by } if history.is_some() => (self.counted_on(unit, by), Anchor::Text),
            Meaning::Ago { unit, by } => (counted(unit, by), Anchor::Publication),
            Meaning::Then { unit, by: by @ ..0 } if unit >= Unit::Month && !self.narrates => {
                (counted(unit, by), Anchor::Publication)
            }
            Meaning::Then { unit, by } => (self.counted_on(unit, by), Anchor::Text),
            Meaning::Near { unit, by } if history.is_some() && unit > Unit::Day => {
                (self.counted_on(unit, by), Anchor::Text)
            }
            Meaning::Near { unit: unit @ (Unit::Week | Unit::Weekend), by } => {
                (self.published.and_then(|day| self.week(day, unit, by)), Anchor::Publication)
            }
            Meaning::Near { unit, by } => (counted(unit, by), Anchor::Publication),
            Meaning::Weekday { day, by } if history.is_none() => {
                (self.published.and_then(|base| self.weekday(base, day, by)), Anchor::Publication)
            }
            Meaning::Weekday { day, by } => {
                let told = self.told.last.filter(|told| told.unit() <= Unit::Day);
                (told.and_then(|told| self.weekday(told.first(), day, by)), Anchor::Text)
            }
            Meaning::Here { unit: unit @ (Unit::Week | Unit::Weekend) } => {
                (base.and_then(|day| self.week(day, unit, 0)), anchor)
            }
            Meaning::Here { unit } => (base.and_then(|day| shift(day, unit, 0)), anchor),
            _ => (base.and_then(|base| self.in_year(meaning, base)), anchor),
        }
    }

    /// Some units on from what was told last; what was told of a longer part of the calendar says no more than that.
    fn counted_on(&self, unit: Unit, by: i32) -> Option<Date> {
        let told = self.told.last?;
        match told.unit() > unit {
            true => (by == 0).then_some(told),
            false => shift(told.first(), unit, by),
        }
    }

    /// The quarter that is reported, some years away.
    fn same_quarter(&self, years: i32) -> Option<Date> {
        let first = away(self.told.quarter?.first(), Unit::Year, years.into())?;
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
        if self.told.quarter.is_some() {
            return self.told.quarter;
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
            Unit::Weekend if by == 0 && working && !self.outlook.is_ahead() => -1,
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
            None if self.outlook.is_ahead() && passed > 0 => 7 - passed,
            None => -passed,
        };
        Some(Date::around(base.checked_add(days.days()).ok()?, Unit::Day))
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
