//! What an expression of time names: the values of TIMEX3 (TimeML 1.2.1).

use std::fmt;

use super::Date;
use crate::language::Unit;

/// The `type` of a TIMEX3 expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeType {
    /// A point or a stretch of the calendar, to the day or coarser.
    Date,
    /// A point within a day.
    Time,
    /// A length.
    Duration,
    /// Something that returns.
    Set,
}

impl TimeType {
    /// The name in the output, as TimeML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The `value` of a TIMEX3 expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeValue {
    /// A place in the calendar.
    Date(Date),
    /// A length of time.
    Length(Length),
    /// What returns every so often.
    Every(Every),
    /// Before, at or after the time of writing, and no more is said.
    Vague(Vague),
}

impl TimeValue {
    /// The place in the calendar, where it is one.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many, in tenths; `None` for "several".
    pub tenths: Option<u32>,
    /// Of which unit.
    pub unit: Unit,
}

/// What returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// After a length: "every two weeks".
    Length(Length),
    /// On a day of the week, Monday 1.
    Weekday(i8),
    /// In a month.
    Month(i8),
}

/// A time that is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// Before the time of writing.
    Past,
    /// At the time of writing.
    Present,
    /// After it.
    Future,
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Length(length) => length.fmt(f),
            Self::Every(Every::Length(length)) => length.fmt(f),
            Self::Every(Every::Weekday(day)) => write!(f, "XXXX-WXX-{day}"),
            Self::Every(Every::Month(month)) => write!(f, "XXXX-{month:02}"),
            Self::Vague(Vague::Past) => f.write_str("PAST_REF"),
            Self::Vague(Vague::Present) => f.write_str("PRESENT_REF"),
            Self::Vague(Vague::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mark, unit) = match self.unit {
            Unit::Second => ("T", "S"),
            Unit::Minute => ("T", "M"),
            Unit::Hour => ("T", "H"),
            Unit::Day => ("", "D"),
            Unit::Weekend => ("", "WE"),
            Unit::Week => ("", "W"),
            Unit::Month => ("", "M"),
            Unit::Quarter => ("", "Q"),
            Unit::Half => ("", "H"),
            Unit::Year => ("", "Y"),
            Unit::Decade => ("", "DE"),
            Unit::Century => ("", "CE"),
        };
        match self.tenths {
            None => write!(f, "P{mark}X{unit}"),
            Some(n) if n % 10 == 0 => write!(f, "P{mark}{}{unit}", n / 10),
            Some(n) => write!(f, "P{mark}{}.{}{unit}", n / 10, n % 10),
        }
    }
}
