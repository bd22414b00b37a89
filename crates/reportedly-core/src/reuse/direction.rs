//! Which of two articles took the text from the other, if that can be known.

use crate::article::{Article, Date, Found, Precision};
use crate::article::{Credit, plain_name};

/// The direction in which a text went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// The second article took it from the first.
    AToB,
    /// The first article took it from the second.
    BToA,
    /// It cannot be known.
    #[default]
    Unknown,
}

impl Direction {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::AToB => "a_to_b",
            Self::BToA => "b_to_a",
            Self::Unknown => "unknown",
        }
    }

    /// Seen from the other article.
    pub fn reversed(self) -> Self {
        match self {
            Self::AToB => Self::BToA,
            Self::BToA => Self::AToB,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// An article and what may show a direction.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'a> {
    /// The article.
    pub article: &'a Article,
    /// Whom it credits.
    pub credit: Option<&'a Credit>,
    /// The share of its words that are in the other one: 0 to 1.
    pub contained: f32,
    /// How many words it has.
    pub words: u32,
}

/// The share of an article that must be in the one that contains it.
const CONTAINED: f32 = 0.95;
/// The one that contains another has this many times its words.
const LONGER: f32 = 1.25;

/// The direction with its evidence in the words of the articles. What an article says of its own origin
/// counts first, then stated dates, then who contains whom where a date is missing. A guessed date never
/// counts.
///
/// ```
/// use reportedly::Article;
/// use reportedly::article::{Found, credit};
/// use reportedly::reuse::{Direction, Witness, direction};
///
/// let mut wire = Article::from_text("The pier held.");
/// wire.metadata.outlet = Some(Found::stated("Agency North".to_owned(), "caller"));
/// let paper = Article::from_text("PORT ELLIS (Agency North) \u{2014} The pier held.");
/// let credit = credit(&paper);
/// let a = Witness { article: &wire, credit: None, contained: 1.0, words: 3 };
/// let b = Witness { article: &paper, credit: credit.as_ref(), contained: 0.4, words: 7 };
/// let (found, evidence) = direction(&a, &b);
/// assert_eq!((found, evidence.len()), (Direction::AToB, 1));
/// ```
pub fn direction(a: &Witness, b: &Witness) -> (Direction, Vec<String>) {
    let (from_a, from_b) = (credits(b, a), credits(a, b));
    match (from_a, from_b) {
        (Some(why), None) => return (Direction::AToB, vec![why]),
        (None, Some(why)) => return (Direction::BToA, vec![why]),
        (Some(one), Some(other)) => return (Direction::Unknown, vec![one, other]),
        (None, None) => {}
    }
    if let (Some(x), Some(y)) = (a.credit, b.credit)
        && plain_name(&x.name) == plain_name(&y.name)
    {
        return (Direction::Unknown, vec![Evidence::BothCredit(&x.name).message()]);
    }
    let (found, why) = match (stated(a.article), stated(b.article)) {
        (Some(x), Some(y)) => by_date(x, y),
        _ => by_containment(a, b),
    };
    match found {
        // it names somebody else as the one it has it from
        Direction::AToB if b.credit.is_some() => (Direction::Unknown, elsewhere(b, why)),
        Direction::BToA if a.credit.is_some() => (Direction::Unknown, elsewhere(a, why)),
        _ => (found, why.into_iter().collect()),
    }
}

/// What shows a direction, or that none can be known.
enum Evidence<'a> {
    BothCredit(&'a str),
    Credits(&'a Credit),
    Published(&'a Found<Date>, &'a Found<Date>),
    Contained(&'a Witness<'a>, &'a Witness<'a>),
}

impl Evidence<'_> {
    fn message(&self) -> String {
        match self {
            Self::BothCredit(name) => format!("both credit {name:?}"),
            Self::Credits(credit) => format!("{:?} in the {}", credit.name, credit.place.name()),
            Self::Published(first, then) => {
                let [one, two] = [first, then].map(|d| format!("{} ({})", d.value.value, d.method));
                format!("published {one}, then {two}")
            }
            Self::Contained(part, whole) => {
                let percent = (part.contained * 100.0).floor();
                format!("{percent}% of its {} words stand in the one with {}", part.words, whole.words)
            }
        }
    }
}

fn elsewhere(taker: &Witness, why: Option<String>) -> Vec<String> {
    let credit = taker.credit.map(|c| Evidence::Credits(c).message());
    why.into_iter().chain(credit).collect()
}

/// Whether one credits the other's outlet for the text.
fn credits(taker: &Witness, giver: &Witness) -> Option<String> {
    let outlet = giver.article.metadata.outlet.as_ref()?;
    let credit = taker.credit.filter(|c| plain_name(&c.name) == plain_name(&outlet.value))?;
    Some(Evidence::Credits(credit).message())
}

fn stated(article: &Article) -> Option<&Found<Date>> {
    article.metadata.published.as_ref().filter(|date| !date.guess)
}

/// The first and last minute that a stated date may mean, in UTC since the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    first: i64,
    last: i64,
    /// Whether its zone was stated; without one, only the calendar day counts.
    zoned: bool,
}

impl When {
    /// From a date as stated; `None` where it is none.
    ///
    /// ```
    /// use reportedly::page::read_date;
    /// use reportedly::reuse::When;
    ///
    /// let when = |date: &str| When::new(&read_date(date).unwrap()).unwrap();
    /// assert!(when("5 April 2031").is_before(when("6 April 2031")));
    /// assert!(!when("2031-04").is_before(when("6 April 2031"))); // it may have been on the 7th
    /// ```
    pub fn new(date: &Date) -> Option<Self> {
        let s = date.value.as_str();
        let year: i64 = s.get(0..4)?.parse().ok()?;
        let month = number(s, 5, 1);
        let day = number(s, 8, 1);
        let start = days(year, month, day) * DAY;
        let minute = (date.precision >= Precision::Minute).then(|| {
            let zone = zone(s.get(10..).unwrap_or(""))?;
            Some(start + number(s, 11, 0) * 60 + number(s, 14, 0) - zone)
        });
        Some(match (minute.flatten(), date.precision) {
            (Some(minute), _) => Self { first: minute, last: minute, zoned: true },
            (None, Precision::Year) => {
                Self { first: days(year, 1, 1) * DAY, last: days(year + 1, 1, 1) * DAY - 1, zoned: false }
            }
            (None, Precision::Month) => Self { first: start, last: start + 31 * DAY - 1, zoned: false },
            (None, _) => Self { first: start, last: start + DAY - 1, zoned: false },
        })
    }

    /// The last minute that it may mean.
    pub(crate) fn latest(self) -> i64 {
        self.last
    }

    /// Whether it is certainly earlier.
    pub fn is_before(self, other: Self) -> bool {
        // a day without a zone begins 14 hours before and ends 12 hours after the one in Greenwich
        let (early, late) = if self.zoned == other.zoned { (0, 0) } else { (14 * 60, 12 * 60) };
        let last = self.last + if self.zoned { 0 } else { late };
        last < other.first - if other.zoned { 0 } else { early }
    }
}

const DAY: i64 = 24 * 60;

fn number(s: &str, from: usize, otherwise: i64) -> i64 {
    s.get(from..from + 2).and_then(|two| two.parse().ok()).unwrap_or(otherwise)
}

/// Days since 1 March of the year 0 (Hinnant 2013, "chrono-compatible low-level date algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, month) = (year.div_euclid(400), (month + 9) % 12);
    let of_era = year - era * 400;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day - 1
}

/// Minutes east of Greenwich at the end of a time.
fn zone(time: &str) -> Option<i64> {
    if time.ends_with(['Z', 'z']) {
        return Some(0);
    }
    let at = time.rfind(['+', '-'])?;
    let (sign, rest) = (if time.as_bytes().get(at) == Some(&b'-') { -1 } else { 1 }, &time[at + 1..]);
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let hours: i64 = digits.get(0..2)?.parse().ok()?;
    Some(sign * (hours * 60 + digits.get(2..4).and_then(|m| m.parse::<i64>().ok()).unwrap_or(0)))
}

fn by_date(a: &Found<Date>, b: &Found<Date>) -> (Direction, Option<String>) {
    let (Some(x), Some(y)) = (When::new(&a.value), When::new(&b.value)) else {
        return (Direction::Unknown, None);
    };
    let why = |first: &Found<Date>, then: &Found<Date>| Some(Evidence::Published(first, then).message());
    match (x.is_before(y), y.is_before(x)) {
        (true, _) => (Direction::AToB, why(a, b)),
        (_, true) => (Direction::BToA, why(b, a)),
        _ => (Direction::Unknown, None),
    }
}

fn by_containment(a: &Witness, b: &Witness) -> (Direction, Option<String>) {
    let inside = |part: &Witness, whole: &Witness| {
        part.contained >= CONTAINED && whole.words as f32 >= part.words as f32 * LONGER
    };
    let why = |part: &Witness, whole: &Witness| Some(Evidence::Contained(part, whole).message());
    match (inside(b, a), inside(a, b)) {
        (true, _) => (Direction::AToB, why(b, a)),
        (_, true) => (Direction::BToA, why(a, b)),
        _ => (Direction::Unknown, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(value: &str, precision: Precision) -> When {
        When::new(&Date { value: value.into(), precision }).unwrap()
    }

    #[test]
    fn earlier_is_said_only_where_it_is_certain() {
        let day = |s| when(s, Precision::Day);
        let minute = |s| when(s, Precision::Minute);
        assert!(day("2031-04-05").is_before(day("2031-04-06")));
        assert!(!day("2031-04-05").is_before(day("2031-04-05")));
        assert!(minute("2031-04-05T09:00Z").is_before(minute("2031-04-05T11:30+02:00")));
        assert!(!minute("2031-04-05T10:00Z").is_before(minute("2031-04-05T11:30+02:00")));
        assert!(!minute("2031-04-05T23:00").is_before(minute("2031-04-05T23:30")), "no zone, same day");
        assert!(!day("2031-04-05").is_before(minute("2031-04-06T05:00Z")), "evening of the 5th in Honolulu");
        assert!(day("2031-04-05").is_before(minute("2031-04-06T13:00Z")));
        assert!(when("2030", Precision::Year).is_before(when("2031-01", Precision::Month)));
        assert!(day("2031-02-28").is_before(day("2031-03-01")));
    }
}
