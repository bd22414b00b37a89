use jiff::{ToSpan, civil};

use super::Table;
use crate::tokens::List;

theme! {
    /// What expressions of time are made of, beside the names in [`Calendar`](super::Calendar): all in small letters
    /// without full stops; a hyphen between words is a space.
    Times {
        /// Words, and short phrases, with what each does in an expression.
        words: Table<TimeWord>,
        /// Holidays on one day of every year.
        holidays: Table<Holiday>,
        /// Endings of several days or years: "Mondays", "1990s".
        plurals: List,
        /// Words before which a number of four digits is a year: "in", "since".
        before_years: List,
        /// Verbs and other words that put what follows into the future: "will".
        ahead: List,
        /// Words right before a time that put it into the future: "by".
        deadlines: List,
        /// Words before a length that put what was told at its end: "coming [a day after]".
        comes: List,
        /// Words between a verb in the past and its day: "on".
        on_days: List,
        /// Words that make a form of the past no tale of it: "to be paid on 1 May".
        undone: List,
        /// Verbs in the past that no rule of endings tells: "was".
        behind: List,
        /// Words before a span of time that say how often something happens in it, or how much of it is had: "twice a year".
        rates: List,
        /// Words before a year that belong to the noun behind it: "the 1990 results".
        owners: List,
        /// Words behind a span of time that make it an age: "old".
        ages: List,
    }
}

/// A unit of the calendar or the clock, from the smallest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week of ISO 8601, from Monday on.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// Until noon.
    Morning,
    /// About noon.
    Midday,
    /// From noon on.
    Afternoon,
    /// After work.
    Evening,
    /// After dark, into the next morning.
    Night,
}

/// A quarter of a year by the weather of the northern half of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// From March on.
    Spring,
    /// From June on.
    Summer,
    /// From September on.
    Autumn,
    /// From December on.
    Winter,
}

/// On which day of a year a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// On the same day of the same month.
    Fixed(i8, i8),
    /// In a month, on the nth of a day of the week, Monday 1; -1 is the last one.
    Nth(i8, i8, i8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
}

impl Holiday {
    /// Its day in a year, if the calendar has it.
    pub fn of_year(self, year: i16) -> Option<civil::Date> {
        match self {
            Self::Fixed(month, day) => civil::Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday) => {
                let weekday = civil::Weekday::from_monday_one_offset(weekday).ok()?;
                civil::Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
        }
    }
}

/// Easter Sunday by the algorithm of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<civil::Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let n = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    civil::Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// How the words of an expression narrow or blur what they name: the `mod` of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "early 1990"
    Start,
    /// "mid-June"
    Mid,
    /// "the end of May"
    End,
    /// "about a week"
    Approx,
    /// "nearly two years"
    LessThan,
    /// "over a week"
    MoreThan,
    /// "at least three days"
    EqualOrMore,
    /// "up to ten days"
    EqualOrLess,
    /// "before 1990"
    Before,
    /// "after 1990"
    After,
}

/// What a word does in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// One of a unit: "week".
    One(Unit),
    /// Several of it: "weeks".
    Many(Unit),
    /// "spring"
    Season(Season),
    /// "morning"
    Part(DayPart),
    /// An hour with a name: "noon" 12, "midnight" 24.
    Hour(i8),
    /// A day counted from today: "yesterday" -1.
    Day(i8),
    /// A part of today: "tonight".
    Today(DayPart),
    /// Behind the number of an hour: "o'clock".
    OClock,
    /// Now, whatever that is: "currently".
    Present,
    /// Some time before now: "recently".
    Past,
    /// Some time after now: "soon".
    Future,
    /// The same where the words around it look ahead: "soon".
    Soon,
    /// Now, before a noun: "current".
    Current,
    /// The one that we are in: "this".
    This,
    /// The one before it: "last".
    Last,
    /// The same, also where nothing follows: "past".
    Gone,
    /// The one after it: "next".
    Next,
    /// Several before now: "recent".
    Recent,
    /// The one after one that was told of: "following".
    Following,
    /// The one before one that was told of: "previous".
    Preceding,
    /// The one that was told of: "that".
    That,
    /// What narrows the words behind it: "early", "mid".
    Within(Bound),
    /// The same as a noun: "the end of".
    EndOf(Bound),
    /// What narrows or blurs an amount or a date: "about", "more than".
    About(Bound),
    /// Behind an amount: "or so".
    OrSo,
    /// Counts back from now: "ago".
    Ago,
    /// Counts back from what was told: "earlier".
    Earlier,
    /// Counts on from what was told: "later".
    Later,
    /// Counts back from what follows, or from what was told: "before".
    Before,
    /// Counts on from it: "after".
    After,
    /// Behind a year of another era or calendar: "BC".
    Era,
    /// Behind a year by the books: "ended", "ending".
    Ending,
    /// An amount that is not said: "few", "several".
    Few,
    /// A number in words, or one of its parts.
    Number(i16),
    /// A place in a row: "third".
    Ordinal(i8),
    /// A decade of a century: "nineties" 90.
    Decade(i8),
    /// A definite article.
    The,
    /// An indefinite article, or "one".
    A,
    /// "of"
    Of,
    /// Between two numbers of one amount: "or", "to".
    Or,
    /// Stands between the parts of a larger number: "and".
    And,
    /// Again and again: "every".
    Every,
    /// Once in each unit: "daily".
    Often(Unit),
    /// By the books of a company: "fiscal".
    Fiscal,
    /// More of a unit: "more", "full", "straight".
    More,
    /// Behind an amount: "day-long".
    Long,
    /// A span that takes its length from what was told: "period".
    Period,
}

impl DayPart {
    /// Its name in a value of TIMEX3.
    pub fn name(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

impl Season {
    /// Its name in a value of TIMEX3.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl Bound {
    /// The value of TIMEX3's `mod`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
        }
    }
}
