use std::fmt;

use jiff::{Timestamp, civil};

use super::When;
use super::iso::{self, Parts};
use super::zone::Zone;

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
enum Extent {
    Year,
    Month,
    Day,
    Clock(Clock),
}

/// A time of day as stated.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Clock {
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
    /// Only the year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
    /// Hour and minute.
    Minute,
    /// To the second.
    Second,
}

impl Precision {
    /// All of them, from the coarsest on.
    pub const ALL: [Self; 5] = [Self::Year, Self::Month, Self::Day, Self::Minute, Self::Second];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
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
        let extent = match (parts.month, parts.day) {
            (None, _) => Extent::Year,
            (_, None) => Extent::Month,
            _ => Extent::Day,
        };
        let date = Self { first, extent };
        Some(if extent == Extent::Day { date.at(parts.time, parts.zone) } else { date })
    }

    pub(super) fn of_day(year: u32, month: u32, day: u32) -> Option<Self> {
        Some(Self { first: first_day(year, month, day)?, extent: Extent::Day })
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
            Extent::Year => Precision::Year,
            Extent::Month => Precision::Month,
            Extent::Day => Precision::Day,
            Extent::Clock(Clock { second: None, .. }) => Precision::Minute,
            Extent::Clock(_) => Precision::Second,
        }
    }

    /// The day, if one was stated, in the zone that was stated.
    pub fn day(&self) -> Option<civil::Date> {
        (self.precision() >= Precision::Day).then_some(self.first)
    }

    /// Its place in time.
    pub fn when(&self) -> When {
        match self.extent {
            Extent::Year => When::days(self.first, self.first.last_of_year()),
            Extent::Month => When::days(self.first, self.first.last_of_month()),
            Extent::Clock(Clock { hour, minute, zone: Some(zone), .. }) => {
                When::minute(self.first.at(hour, minute, 0, 0), zone.offset())
            }
            Extent::Day | Extent::Clock(_) => When::days(self.first, self.first),
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
        match self.extent {
            Extent::Year => write!(f, "{year:04}"),
            Extent::Month => write!(f, "{year:04}-{month:02}"),
            Extent::Day => write!(f, "{year:04}-{month:02}-{day:02}"),
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
