use super::Anchor;
use super::pieces::{Piece, What};
use crate::language::{Bound, DayPart, Holiday, Season, TimeWord, Unit};
use crate::time::Date;
use crate::time::value::{Every, Length, TimeType, TimeValue, Vague};

/// An expression as it was found: which pieces, and what they say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its first piece.
    pub(super) start: usize,
    /// One past its last piece.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    /// The year of a part of one, where it is counted itself: "the spring of [next year]".
    pub(super) year: Option<Meaning>,
    pub(super) hour: Option<Hour>,
    pub(super) bound: Option<Bound>,
}

/// The time of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    Part(DayPart),
    Clock(i8, i8),
}

/// What the words of an expression say, before it is known when they were written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Said in full.
    Date(Date),
    /// A day of a year that is not said.
    Day {
        month: i8,
        day: i8,
        weekday: Option<i8>,
    },
    /// A day of such a year with a name.
    Holiday(Holiday),
    /// A month of such a year; `by` counts from the next one that may be meant: "last May" -1.
    Month {
        month: i8,
        by: Option<i8>,
    },
    /// A day of the week, Monday 1.
    Weekday {
        day: i8,
        by: Option<i8>,
    },
    Season {
        season: Season,
        year: Option<i16>,
        by: Option<i8>,
    },
    Quarter {
        n: i8,
        year: Option<i16>,
        by: Option<i8>,
    },
    Half {
        n: i8,
        year: Option<i16>,
    },
    /// Counted from the time of writing.
    Near {
        unit: Unit,
        by: i32,
    },
    /// The same in words that compare: "a year ago".
    Ago {
        unit: Unit,
        by: i32,
    },
    /// The one that the text is about: "the year".
    Here {
        unit: Unit,
    },
    /// Counted from what was told last.
    Then {
        unit: Unit,
        by: i32,
    },
    /// A part of a day near the time of writing.
    Part {
        part: DayPart,
        by: i32,
    },
    /// A part of a day counted from what was told last: "that evening".
    PartThen {
        part: DayPart,
        by: i32,
    },
    /// A time on a day that is said beside it, or before.
    TimeOfDay,
    /// A length; `toward` -1 before the time of writing, 1 after it, 0 anywhere.
    Length {
        length: Length,
        toward: i8,
    },
    /// A length before (-1) or after (1) something that happened: "two days after [the vote]".
    Beside {
        length: Length,
        toward: i8,
        /// "the day after": it names a day.
        definite: bool,
    },
    Every(Every),
    Vague(Vague),
}

impl Meaning {
    /// Whether it is counted back: "the year before".
    pub(super) fn looks_back(self) -> bool {
        matches!(
            self,
            Self::Ago { .. }
                | Self::Then { by: ..0, .. }
                | Self::Near { by: ..0, .. }
                | Self::Month { by: Some(..0), .. }
        )
    }

    /// Whether it is a part of a year that is said, or counted.
    pub(super) fn has_year(self) -> bool {
        match self {
            Self::Season { year, by, .. } | Self::Quarter { year, by, .. } => year.is_some() || by.is_some(),
            Self::Half { year, .. } => year.is_some(),
            Self::Month { by, .. } => by.is_some(),
            _ => false,
        }
    }

    /// Whether it may have a time of day.
    pub(super) fn is_of_days(self) -> bool {
        match self {
            Self::Date(date) => date.unit() == Unit::Day,
            Self::Day { .. } | Self::Holiday(_) | Self::Weekday { .. } => true,
            Self::Near { unit, .. } | Self::Ago { unit, .. } | Self::Then { unit, .. } => unit == Unit::Day,
            _ => false,
        }
    }
}

impl Found {
    pub(super) fn is_counted(&self) -> bool {
        matches!(
            self.meaning,
            Meaning::Length { .. }
                | Meaning::Near { .. }
                | Meaning::Ago { .. }
                | Meaning::Then { .. }
                | Meaning::Beside { .. }
        )
    }

    pub(super) fn is_year_or_month(&self) -> bool {
        matches!(self.meaning, Meaning::Date(date) if matches!(date.unit(), Unit::Year | Unit::Month))
    }

    pub(super) fn is_dated(&self) -> bool {
        matches!(
            self.meaning,
            Meaning::Date(_) | Meaning::Day { .. } | Meaning::Holiday(_) | Meaning::Month { .. }
        ) || self.hour.is_some()
    }

    pub(super) fn is_near(&self) -> bool {
        matches!(
            self.meaning,
            Meaning::Near { .. }
                | Meaning::Ago { .. }
                | Meaning::Here { .. }
                | Meaning::Then { .. }
                | Meaning::Weekday { .. }
                | Meaning::Season { by: Some(_), .. }
        ) || self.hour.is_some()
    }

    /// Whether it is a year as a possessive: "the year's end".
    pub(super) fn is_year(&self, pieces: &[Piece]) -> bool {
        let last = &pieces[self.end - 1];
        matches!(last.what, What::Word(TimeWord::One(Unit::Year))) && last.possessive
    }
}

/// The type and value of an expression, and what it was counted from.
pub(super) struct Resolved {
    pub(super) kind: TimeType,
    pub(super) value: Option<TimeValue>,
    pub(super) anchor: Anchor,
    /// The day that a length leads to.
    pub(super) event: Option<Date>,
}

impl Resolved {
    /// Its place in the calendar, if it has one.
    pub(super) fn date(&self) -> Option<Date> {
        self.value.and_then(TimeValue::date)
    }
}
