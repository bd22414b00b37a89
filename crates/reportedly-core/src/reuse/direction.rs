//! Which of two articles took the text from the other, if that can be known.

use crate::article::{Article, Credit, Date, Found, plain_name};

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
                let [one, two] = [first, then].map(|d| format!("{} ({})", d.value.value(), d.method));
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

fn by_date(a: &Found<Date>, b: &Found<Date>) -> (Direction, Option<String>) {
    let why = |first: &Found<Date>, then: &Found<Date>| Some(Evidence::Published(first, then).message());
    match a.value.is_before(&b.value) {
        Some(true) => (Direction::AToB, why(a, b)),
        Some(false) => (Direction::BToA, why(b, a)),
        None => (Direction::Unknown, None),
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
