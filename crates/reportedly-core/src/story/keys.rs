use super::rarity::rarity;
use crate::reuse::keys;
use crate::text::Text;
use crate::time::Date;

/// What an article brings that says with which others it tells of one incident.
#[derive(Clone, Debug, Default)]
pub struct Told<'a> {
    /// The headline.
    pub title: Option<&'a str>,
    /// The text below it.
    pub body: &'a str,
    /// The medium.
    pub outlet: Option<&'a str>,
    /// The day of publication (see [`day`]).
    pub published: Option<i32>,
    /// Names of persons, as full as the article has them.
    pub people: Vec<&'a str>,
    /// Names of bodies, places and other things.
    pub names: Vec<&'a str>,
    /// Its main incident.
    pub incident: Happened<'a>,
}

/// What an article tells of its main incident.
#[derive(Clone, Debug, Default)]
pub struct Happened<'a> {
    /// The first and the last day that it may have been.
    pub days: Option<(i32, i32)>,
    /// Its kind.
    pub kind: Option<&'a str>,
    /// The name of the place, as the article has it.
    pub place: Option<&'a str>,
    /// The settlement and the region, where they are known.
    pub settlement: Option<&'a str>,
    /// See `settlement`.
    pub region: Option<&'a str>,
    /// How many were killed, and injured: the least and the most of each statement.
    pub killed: Vec<(u32, Option<u32>)>,
    /// See `killed`.
    pub injured: Vec<(u32, Option<u32>)>,
}

/// A day as a number; the first of 1970 is 0. Of a longer time it is the last one.
///
/// ```
/// use reportedly_core::{story::day, time::Date};
///
/// assert_eq!(day(&Date::parse("1970-01-02").unwrap()), 1);
/// assert_eq!(day(&Date::parse("1970-02").unwrap()), 58);
/// ```
pub fn day(date: &Date) -> i32 {
    i32::try_from(date.when().last().as_second().div_euclid(86_400)).unwrap_or_default()
}

/// The same back: the day in ISO 8601.
pub fn iso(day: i32) -> String {
    let second = jiff::Timestamp::from_second(i64::from(day) * 86_400).unwrap_or_default();
    jiff::tz::Offset::UTC.to_datetime(second).date().to_string()
}

/// What is compared of one article, as numbers. It holds no text; [`Keys::bytes`] is a form to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Keys {
    pub(super) parts: [Vec<u32>; Part::COUNT],
}

/// The parts of [`Keys`]. Where nothing is known the part is empty; where several numbers may stand they are sorted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// One day.
    Published,
    /// Words that are not common.
    Words,
    /// Those of them in title and lead.
    Lead,
    /// Full names of persons.
    People,
    /// Their last words.
    Surnames,
    /// Other names, see [`named`].
    Names,
    /// The first and the last day.
    Days,
    Kind,
    /// The name of the place as one number.
    Place,
    /// Its words.
    PlaceWords,
    Settlement,
    Region,
    /// Least and most in one number.
    Killed,
    Injured,
    /// Ages of those in it.
    Ages,
    Outlet,
}

impl Part {
    pub(super) const COUNT: usize = 16;
}

/// Words that are more common than this are left out.
const LEAST_RARE: f32 = 0.25;
/// So many words of the body are its lead.
const LEAD: usize = 60;
/// A text of fewer words may be no article.
const SHORT: usize = 150;
/// A headline of so many telling words has one of them in its article.
const TELLING: usize = 2;
/// Names of fewer letters are no surnames.
const LEAST_LETTERS: usize = 3;

impl Keys {
    /// The keys of an article.
    pub fn of(told: &Told) -> Self {
        let (title, body) = (words(told.title.unwrap_or_default()), words(told.body));
        let is_rare = |word: &u32| rarity(*word) >= LEAST_RARE;
        let lead = title.iter().chain(body.iter().take(LEAD));
        let happened = &told.incident;
        let mut out = Self::default();
        out.parts[Part::Published as usize].extend(told.published.map(i32::cast_unsigned));
        if is_aside(&title, &body) {
            return out;
        }
        let mut put = |part: Part, mut numbers: Vec<u32>| {
            numbers.sort_unstable();
            numbers.dedup();
            out.parts[part as usize] = numbers;
        };
        put(Part::Words, title.iter().chain(&body).copied().filter(is_rare).collect());
        put(Part::Lead, lead.copied().filter(is_rare).collect());
        let people: Vec<Vec<u32>> = told.people.iter().map(|name| words(name)).collect();
        put(Part::People, people.iter().filter(|words| words.len() > 1).map(|words| whole(words)).collect());
        let is_surname = |name: &&&str| {
            name.rsplit(char::is_whitespace).next().is_some_and(|w| w.chars().count() >= LEAST_LETTERS)
        };
        let surnames = told.people.iter().filter(is_surname).filter_map(|name| words(name).last().copied());
        put(Part::Surnames, surnames.collect());
        put(Part::Names, told.names.iter().filter_map(|name| named(name)).collect());
        put(Part::Place, happened.place.iter().map(|name| whole(&words(name))).collect());
        put(Part::PlaceWords, happened.place.map(words).unwrap_or_default());
        for (part, name) in [
            (Part::Settlement, happened.settlement),
            (Part::Region, happened.region),
            (Part::Kind, happened.kind),
            (Part::Outlet, told.outlet),
        ] {
            put(part, name.iter().map(|name| whole(&words(name))).collect());
        }
        put(Part::Killed, happened.killed.iter().map(figure).collect());
        put(Part::Injured, happened.injured.iter().map(figure).collect());
        put(Part::Ages, ages(told.body));
        let days = happened.days.map(|(first, last)| [first, last].map(i32::cast_unsigned));
        out.parts[Part::Days as usize].extend(days.into_iter().flatten());
        out
    }

    pub(super) fn part(&self, part: Part) -> &[u32] {
        &self.parts[part as usize]
    }

    pub(super) fn one(&self, part: Part) -> Option<u32> {
        self.part(part).first().copied()
    }

    pub(super) fn published(&self) -> Option<i32> {
        self.one(Part::Published).map(u32::cast_signed)
    }

    /// The first and the last day of the incident.
    pub(super) fn days(&self) -> Option<(i32, i32)> {
        match *self.part(Part::Days) {
            [first, last] => Some((first.cast_signed(), last.cast_signed())),
            _ => None,
        }
    }

    /// What two copies of one text have in common.
    pub fn text(&self) -> [&[u32]; 2] {
        [self.part(Part::Words), self.part(Part::Lead)]
    }
}

/// Whether a short text has no telling word of its headline: then it is no article but a form to sign in, or a notice, which would
/// be the same on every page.
fn is_aside(title: &[u32], body: &[u32]) -> bool {
    let telling = || title.iter().filter(|word| rarity(**word) >= LEAST_RARE);
    body.len() < SHORT && telling().count() >= TELLING && !telling().any(|word| body.contains(word))
}

/// The words of a passage without those that are common, sorted; all where all are.
pub(crate) fn common_left_out(words: &[u32]) -> Vec<u32> {
    let rare: Vec<u32> = words.iter().copied().filter(|&word| rarity(word) >= LEAST_RARE).collect();
    let mut own = if rare.is_empty() { words.to_vec() } else { rare };
    own.sort_unstable();
    own.dedup();
    own
}

fn words(text: &str) -> Vec<u32> {
    keys(&Text::new(text)).words().to_vec()
}

/// Several words as one number (Fowler, Noll and Vo).
fn whole(words: &[u32]) -> u32 {
    words.iter().fold(0x811c_9dc5, |hash, &word| (hash ^ word).wrapping_mul(0x0100_0193).rotate_left(7))
}

/// A name as a number whose last four bits are how much it tells, in tenths: its rarest word, and half more for a second word.
fn named(name: &str) -> Option<u32> {
    let words = words(name);
    let rarest = words.iter().map(|&w| rarity(w)).fold(0.0, f32::max);
    let more = if words.len() > 1 { 0.5 } else { 0.0 };
    let long = words.len() > 1 || name.chars().count() > LEAST_LETTERS;
    long.then(|| whole(&words) & !15 | ((rarest + more) * 10.0) as u32)
}

/// How much a name tells, see [`named`].
pub(super) fn telling(name: u32) -> f32 {
    (name & 15) as f32 / 10.0
}

fn figure(&(least, most): &(u32, Option<u32>)) -> u32 {
    least.min(0xffff) << 16 | most.unwrap_or(u32::MAX).min(0xffff)
}

/// Numbers of one or two digits as ages are written: "17-year-old", "17-jährige"; ", 17,".
fn ages(text: &str) -> Vec<u32> {
    let mut out = Vec::new();
    let pieces = text.split_inclusive(|c: char| !c.is_ascii_digit());
    let mut before = [' '; 2];
    for piece in pieces {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        let after = piece.get(digits.len()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let written = after == '-' && !before[1].is_alphanumeric() || before == [',', ' '] && after == ',';
        if matches!(digits.len(), 1 | 2) && written {
            out.extend(digits.parse::<u32>());
        }
        before = if digits.is_empty() { [before[1], after] } else { ['0', after] };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_from_their_punctuation() {
        assert_eq!(ages("Ida Brook, 44, and a 9-year-old; 20 boats, 3 of them, 1999, 12-13."), [44, 9, 12]);
        assert_eq!(ages("7-year-old"), [7]);
        assert!(ages("").is_empty());
    }

    #[test]
    fn a_form_to_sign_in_tells_nothing() {
        let of = |title| {
            let body = "Already a subscriber? Press the button below to log in to the Velmouth Courier.";
            Keys::of(&Told { title: Some(title), body, published: Some(9), ..Told::default() })
        };
        assert_eq!(
            of("Skiff overturned at Quenby weir"),
            Keys::of(&Told { published: Some(9), ..Told::default() })
        );
        assert!(!of("How to log in to the Velmouth Courier").part(Part::Words).is_empty());
    }

    #[test]
    fn keys_are_the_same_without_case_and_accents_in_other_forms() {
        let of = |body| Keys::of(&Told { body, ..Told::default() });
        assert_eq!(of("caf\u{e9} Quenby"), of("CAFE\u{301} quenby"));
        assert_ne!(of("Quenby"), of("Tarnby"));
    }
}
