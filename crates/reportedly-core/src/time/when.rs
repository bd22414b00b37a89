use jiff::civil::{self, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// Where a date lies in time, to the minute: clocks of two publishers do not agree on seconds.
///
/// The order is one for lists: by the first minute and then the last one, a missing zone taken for Greenwich.
/// [`When::is_before`] says what is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    first: Timestamp,
    last: Timestamp,
    /// Whether its zone was stated; without one, only the calendar day counts.
    zoned: bool,
}

/// A day begins so many hours earlier in the zone farthest ahead of Greenwich.
const AHEAD: SignedDuration = SignedDuration::from_hours(14);
/// A day ends so many hours later in the zone farthest behind Greenwich.
const BEHIND: SignedDuration = SignedDuration::from_hours(12);

impl When {
    /// From one day to another, in a zone that was not stated.
    pub(super) fn days(first: civil::Date, last: civil::Date) -> Self {
        let first = moment(first.at(0, 0, 0, 0), Offset::UTC);
        Self { first, last: moment(last.at(23, 59, 0, 0), Offset::UTC), zoned: false }
    }

    /// One minute.
    pub(super) fn minute(time: DateTime, zone: Offset) -> Self {
        let minute = moment(time, zone);
        Self { first: minute, last: minute, zoned: true }
    }

    /// The last minute that it may mean, a missing zone taken for Greenwich.
    pub fn last(self) -> Timestamp {
        self.last
    }

    /// The first minute that it may mean, in whatever zone.
    pub fn earliest(self) -> Timestamp {
        if self.zoned { self.first } else { self.first.checked_sub(AHEAD).unwrap_or(Timestamp::MIN) }
    }

    /// The last minute that it may mean, in whatever zone.
    pub fn latest(self) -> Timestamp {
        if self.zoned { self.last } else { self.last.checked_add(BEHIND).unwrap_or(Timestamp::MAX) }
    }

    /// Whether it is certainly earlier; `Some(false)` where it is certainly later, `None` where it may be either or the
    /// same. Two dates without a zone are taken to mean the same zone.
    ///
    /// ```
    /// use reportedly::time::Date;
    ///
    /// let when = |iso: &str| Date::parse(iso).unwrap().when();
    /// let morning = when("2031-04-06T05:00Z");
    /// assert_eq!(when("2031-04-05").is_before(morning), None); // evening of the 5th in Honolulu
    /// assert_eq!(when("2031-04-04").is_before(morning), Some(true));
    /// ```
    pub fn is_before(self, other: Self) -> Option<bool> {
        let range = |when: Self| match self.zoned == other.zoned {
            true => (when.first, when.last),
            false => (when.earliest(), when.latest()),
        };
        let ((first, last), (others_first, others_last)) = (range(self), range(other));
        match (last < others_first, others_last < first) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}

fn moment(time: DateTime, zone: Offset) -> Timestamp {
    zone.to_timestamp(time).unwrap_or(Timestamp::MIN)
}
