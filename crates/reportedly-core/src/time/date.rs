use std::fmt;

use jiff::{Timestamp, civil};

use super::When;
use super::iso::{self, Parts};
use super::units::{first_of, last_of};
use super::zone::Zone;
use crate::language::{DayPart, Season, Unit};

/// The years that are taken for one; what stands in pages beyond them is another number.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

/// A date as stated, with the zone that was given, and nothing more precise than was given.
///
/// ```
/// use reportedly::time::{Date, Precision};
///
/// let date = Date::parse("2031-04-05T10:00+02:00").unwrap();
/// assert_eq!((date.value().as_str(), date.precision()), ("2031-04-05T10:00+02:00", Precision::Minute));
/// assert_eq!(date.earliest().to_string(), "2031-04-05T08:00:00Z");
/// assert_eq!(Date::parse("2031-02-30"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// Its first day.
    first: civil::Date,
    extent: Extent,
}

/// What was stated besides the first day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Extent {
    /// A unit of the calendar that begins with the first day.
    Unit(Unit),
    /// Three months from March, June, September or December on.
    Season(Season),
    /// A part of the day.
    Part(DayPart),
    Clock(Clock),
}

/// A time of day as stated.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Clock {
    hour: i8,
    minute: i8,
    /// 60 in a leap second.
    second: Option<i8>,
    zone: Option<Zone>,
}

/// How much of a date was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Precision {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// Only the year.
    Year,
    /// Half a year.
    Half,
    /// Spring, summer, autumn or winter.
    Season,
    /// A quarter of a year.
    Quarter,
    /// The month.
    Month,
    /// The week.
    Week,
    /// A weekend.
    Weekend,
    /// The day.
    Day,
    /// A part of a day.
    Part,
    /// Hour and minute.
    Minute,
    /// To the second.
    Second,
}

impl Precision {
    /// All of them, from the coarsest on.
    pub const ALL: [Self; 13] = [
        Self::Century,
        Self::Decade,
        Self::Year,
        Self::Half,
        Self::Season,
        Self::Quarter,
        Self::Month,
        Self::Week,
        Self::Weekend,
        Self::Day,
        Self::Part,
        Self::Minute,
        Self::Second,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Half => "half",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Weekend => "weekend",
            Self::Day => "day",
            Self::Part => "part",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}

impl Date {
    /// Reads ISO 8601 as it is found in data: other signs between the numbers and a missing end are accepted, a day or
    /// an hour that does not exist is not. `None` where it is no date.
    ///
    /// ```
    /// use reportedly::time::Date;
    ///
    /// let value = |iso: &str| Date::parse(iso).map(|date| date.value());
    /// assert_eq!(value("20310405T1000Z").as_deref(), Some("2031-04-05T10:00Z"));
    /// assert_eq!(value("2031-04").as_deref(), Some("2031-04"));
    /// assert_eq!(value("5 April 2031"), None); // `stated` reads words
    /// ```
    pub fn parse(iso: &str) -> Option<Self> {
        iso::read(iso.trim(), &[]).and_then(Self::of)
    }

    /// From its numbers, if there is such a day.
    pub(super) fn of(parts: Parts) -> Option<Self> {
        let first = first_day(parts.year, parts.month.unwrap_or(1), parts.day.unwrap_or(1))?;
        let unit = match (parts.month, parts.day) {
            (None, _) => Unit::Year,
            (_, None) => Unit::Month,
            _ => Unit::Day,
        };
        let date = Self { first, extent: Extent::Unit(unit) };
        Some(if unit == Unit::Day { date.at(parts.time, parts.zone) } else { date })
    }

    pub(super) fn of_day(year: u32, month: u32, day: u32) -> Option<Self> {
        Some(Self { first: first_day(year, month, day)?, extent: Extent::Unit(Unit::Day) })
    }

    /// From the numbers of any year.
    pub(super) fn of_numbers(year: u32, month: i8, day: i8) -> Option<Self> {
        let first = civil::Date::new(i16::try_from(year).ok()?, month, day).ok()?;
        Some(Self { first, extent: Extent::Unit(Unit::Day) })
    }

    pub(super) fn of_month(year: u32, month: i8) -> Option<Self> {
        Self::of_numbers(year, month, 1).map(|date| Self::around(date.first, Unit::Month))
    }

    pub(super) fn of_year(year: u32) -> Option<Self> {
        Self::of_numbers(year, 1, 1).map(|date| Self::around(date.first, Unit::Year))
    }

    /// What a day lies in: its week, its year. Units of the clock give the day.
    pub(super) fn around(day: civil::Date, unit: Unit) -> Self {
        Self { first: first_of(day, unit), extent: Extent::Unit(unit.max(Unit::Day)) }
    }

    /// The season that a day lies in; winter counts with the year that it begins in.
    pub(super) fn season(year: i16, season: Season) -> Option<Self> {
        let month = 3 + 3 * season as i8;
        Some(Self { first: civil::Date::new(year, month, 1).ok()?, extent: Extent::Season(season) })
    }

    /// The midnight at the end of the day, in no stated zone: hour 24 of ISO 8601.
    pub(super) fn at_end(self) -> Self {
        Self { extent: Extent::Clock(Clock { hour: 24, minute: 0, second: None, zone: None }), ..self }
    }

    /// The same day, or the same hour, in a part of the day.
    pub(super) fn in_part(self, part: DayPart) -> Self {
        Self { extent: Extent::Part(part), ..self }
    }

    /// Its first day.
    pub(super) fn first(&self) -> civil::Date {
        self.first
    }

    /// Its last day.
    pub(super) fn last(&self) -> civil::Date {
        match self.extent {
            Extent::Unit(unit) => last_of(self.first, unit),
            Extent::Season(_) => last_of(self.first, Unit::Quarter),
            Extent::Part(_) | Extent::Clock(_) => self.first,
        }
    }

    /// The unit of the calendar that it fills, or lies in.
    pub(super) fn unit(&self) -> Unit {
        match self.extent {
            Extent::Unit(unit) => unit,
            Extent::Season(_) => Unit::Quarter,
            Extent::Part(_) | Extent::Clock(_) => Unit::Day,
        }
    }

    /// The same day at a time; without it where there is no such time.
    pub(super) fn at(self, time: [Option<u32>; 3], zone: Option<Zone>) -> Self {
        let [hour, minute, second] = time;
        let below = |n: Option<u32>, end: u32| n.filter(|n| *n < end).and_then(|n| i8::try_from(n).ok());
        let (Some(hour), Some(minute)) = (below(hour, 24), below(minute, 60)) else { return self };
        if second.is_some_and(|s| s > 60) {
            return self;
        }
        let clock = Clock { hour, minute, second: below(second, 61), zone };
        Self { extent: Extent::Clock(clock), ..self }
    }

    /// The date in ISO 8601: "2031", "2031-04-05", "2031-04-05T10:00", "2031-04-05T10:00:00+02:00", ...
    pub fn value(&self) -> String {
        self.to_string()
    }

    /// How much of it was stated.
    pub fn precision(&self) -> Precision {
        match self.extent {
            Extent::Unit(Unit::Century) => Precision::Century,
            Extent::Unit(Unit::Decade) => Precision::Decade,
            Extent::Unit(Unit::Year) => Precision::Year,
            Extent::Unit(Unit::Half) => Precision::Half,
            Extent::Season(_) => Precision::Season,
            Extent::Unit(Unit::Quarter) => Precision::Quarter,
            Extent::Unit(Unit::Month) => Precision::Month,
            Extent::Unit(Unit::Week) => Precision::Week,
            Extent::Unit(Unit::Weekend) => Precision::Weekend,
            Extent::Unit(_) => Precision::Day,
            Extent::Part(_) => Precision::Part,
            Extent::Clock(Clock { second: None, .. }) => Precision::Minute,
            Extent::Clock(_) => Precision::Second,
        }
    }

    /// The day, if one was stated, in the zone that was stated.
    pub fn day(&self) -> Option<civil::Date> {
        (self.precision() >= Precision::Day).then_some(self.first)
    }

    /// Its first and its last day.
    pub fn days(&self) -> (civil::Date, civil::Date) {
        (self.first, self.last())
    }

    /// Its place in time.
    pub fn when(&self) -> When {
        match self.extent {
            Extent::Clock(Clock { hour, minute, zone: Some(zone), .. }) => {
                When::minute(self.first.at(hour, minute, 0, 0), zone.offset())
            }
            _ => When::days(self.first, self.last()),
        }
    }

    /// The first moment that it may mean, in whatever zone.
    pub fn earliest(&self) -> Timestamp {
        self.when().earliest()
    }

    /// The beginning of the last minute that it may mean, in whatever zone.
    pub fn latest(&self) -> Timestamp {
        self.when().latest()
    }

    /// Whether it is certainly earlier than another; see [`When::is_before`].
    ///
    /// ```
    /// use reportedly::time::Date;
    ///
    /// let date = |iso: &str| Date::parse(iso).unwrap();
    /// assert_eq!(date("2031-04-05").is_before(&date("2031-04-06")), Some(true));
    /// assert_eq!(date("2031-04-06").is_before(&date("2031-04-05")), Some(false));
    /// assert_eq!(date("2031-04").is_before(&date("2031-04-06")), None); // it may have been on the 7th
    /// ```
    pub fn is_before(&self, other: &Self) -> Option<bool> {
        self.when().is_before(other.when())
    }
}

fn first_day(year: u32, month: u32, day: u32) -> Option<civil::Date> {
    let year = i16::try_from(year).ok().filter(|_| YEARS.contains(&year))?;
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        let week = self.first.iso_week_date();
        match self.extent {
            Extent::Unit(Unit::Century) => write!(f, "{:02}", year / 100),
            Extent::Unit(Unit::Decade) => write!(f, "{:03}", year / 10),
            Extent::Unit(Unit::Year) => write!(f, "{year:04}"),
            Extent::Unit(Unit::Half) => write!(f, "{year:04}-H{}", month / 7 + 1),
            Extent::Unit(Unit::Quarter) => write!(f, "{year:04}-Q{}", month / 3 + 1),
            Extent::Unit(Unit::Month) => write!(f, "{year:04}-{month:02}"),
            Extent::Unit(Unit::Week) => write!(f, "{:04}-W{:02}", week.year(), week.week()),
            Extent::Unit(Unit::Weekend) => write!(f, "{:04}-W{:02}-WE", week.year(), week.week()),
            Extent::Unit(_) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Extent::Season(season) => write!(f, "{year:04}-{}", season.name()),
            Extent::Part(part) => write!(f, "{year:04}-{month:02}-{day:02}T{}", part.name()),
            Extent::Clock(clock) => write!(f, "{year:04}-{month:02}-{day:02}T{clock}"),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))?;
        self.zone.map_or(Ok(()), |zone| write!(f, "{zone}"))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}
