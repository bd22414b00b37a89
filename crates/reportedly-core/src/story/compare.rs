use super::Keys;
use super::keys::{Part, telling};
use super::rarity::rarity;

/// What speaks for or against two articles telling of one incident.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence([f32; Sign::ALL.len()]);

/// The signs of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// How much the words are alike: cosine, the rarer a word the more it counts.
    Words,
    /// How much of the lead of one stands in the other, whichever is more.
    Lead,
    /// How many rare words both have (logarithm).
    RareWords,
    /// How many persons both name in full (logarithm).
    People,
    /// Surnames in both, the rarer the more (logarithm).
    Surnames,
    /// Other names in both (logarithm).
    Names,
    /// Days between the two publications (logarithm).
    Apart,
    /// Whether either has no day of publication.
    Undated,
    /// Whether both incidents may have been on the same day.
    SameDay,
    /// Whether they were on two days in a row.
    NextDay,
    /// How many days lie between them, if more (logarithm).
    DaysApart,
    /// How many days after the publication of one the incident of the other was (logarithm).
    After,
    /// Whether the place is the same.
    SamePlace,
    /// Whether the settlements are two.
    OtherPlace,
    /// Whether the regions are two.
    OtherRegion,
    /// Whether one names the other's place, though it gives another or none.
    PlaceNamed,
    /// Whether one does not name the other's place.
    PlaceNotNamed,
    /// Whether a number of dead is the same.
    SameKilled,
    /// Whether the numbers of injured are others.
    OtherInjured,
    /// Whether both give an age that is the same.
    SameAge,
    /// Whether both give ages and none is the same.
    OtherAge,
    /// Whether the kind of incident is the same.
    SameKind,
    /// Whether the kinds are two.
    OtherKind,
    /// Whether they are of one outlet.
    SameOutlet,
}

impl Sign {
    /// All of them, in the order of the evidence.
    pub const ALL: [Self; 24] = [
        Self::Words,
        Self::Lead,
        Self::RareWords,
        Self::People,
        Self::Surnames,
        Self::Names,
        Self::Apart,
        Self::Undated,
        Self::SameDay,
        Self::NextDay,
        Self::DaysApart,
        Self::After,
        Self::SamePlace,
        Self::OtherPlace,
        Self::OtherRegion,
        Self::PlaceNamed,
        Self::PlaceNotNamed,
        Self::SameKilled,
        Self::OtherInjured,
        Self::SameAge,
        Self::OtherAge,
        Self::SameKind,
        Self::OtherKind,
        Self::SameOutlet,
    ];

    /// The name in the weights.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Lead => "lead",
            Self::RareWords => "rare_words",
            Self::People => "people",
            Self::Surnames => "surnames",
            Self::Names => "names",
            Self::Apart => "apart",
            Self::Undated => "undated",
            Self::SameDay => "same_day",
            Self::NextDay => "next_day",
            Self::DaysApart => "days_apart",
            Self::After => "after",
            Self::SamePlace => "same_place",
            Self::OtherPlace => "other_place",
            Self::OtherRegion => "other_region",
            Self::PlaceNamed => "place_named",
            Self::PlaceNotNamed => "place_not_named",
            Self::SameKilled => "same_killed",
            Self::OtherInjured => "other_injured",
            Self::SameAge => "same_age",
            Self::OtherAge => "other_age",
            Self::SameKind => "same_kind",
            Self::OtherKind => "other_kind",
            Self::SameOutlet => "same_outlet",
        }
    }
}

impl Evidence {
    /// Its values, in the order of [`Sign::ALL`].
    pub fn values(&self) -> &[f32] {
        &self.0
    }
}

/// A word of more rarity than this is rare, and counts as much as it exceeds it.
const RARE: f32 = 0.6;
/// More days than this are as far apart as these.
const MOST_DAYS: i32 = 400;

/// The evidence that two articles tell of one incident; the same whichever comes first.
pub fn compare(a: &Keys, b: &Keys) -> Evidence {
    let mut out = [0.0; Sign::ALL.len()];
    let mut put = |sign: Sign, value: f32| out[sign as usize] = value;
    let words = shared(a, b, Part::Words);
    let rare: f32 = words.iter().map(|&w| (rarity(w) - RARE).max(0.0) / (1.0 - RARE)).sum();
    put(Sign::Words, squares(&words) / (norm(a) * norm(b)).max(f32::MIN_POSITIVE));
    put(Sign::Lead, lead_in(a, b).max(lead_in(b, a)));
    put(Sign::RareWords, rare.ln_1p());
    put(Sign::People, (shared(a, b, Part::People).len() as f32).ln_1p());
    put(Sign::Surnames, shared(a, b, Part::Surnames).iter().map(|&w| rarity(w)).sum::<f32>().ln_1p());
    put(Sign::Names, shared(a, b, Part::Names).iter().map(|&n| telling(n)).sum::<f32>().ln_1p());
    days(a, b, &mut put);
    place(a, b, &mut put);
    put(Sign::SameKilled, flag(alike(a, b, Part::Killed) == Some(true)));
    put(Sign::OtherInjured, flag(alike(a, b, Part::Injured) == Some(false)));
    for (part, same, other) in
        [(Part::Ages, Sign::SameAge, Sign::OtherAge), (Part::Kind, Sign::SameKind, Sign::OtherKind)]
    {
        put(same, flag(alike(a, b, part) == Some(true)));
        put(other, flag(alike(a, b, part) == Some(false)));
    }
    put(Sign::SameOutlet, flag(alike(a, b, Part::Outlet) == Some(true)));
    Evidence(out)
}

fn days(a: &Keys, b: &Keys, put: &mut impl FnMut(Sign, f32)) {
    let far = |days: i32| (days.clamp(0, MOST_DAYS) as f32).ln_1p();
    match (a.published(), b.published()) {
        (Some(x), Some(y)) => put(Sign::Apart, far(x.saturating_sub(y).saturating_abs())),
        _ => put(Sign::Undated, 1.0),
    }
    if let (Some(x), Some(y)) = (a.days(), b.days()) {
        match x.0.saturating_sub(y.1).max(y.0.saturating_sub(x.1)) {
            ..=0 => put(Sign::SameDay, 1.0),
            1 => put(Sign::NextDay, 1.0),
            more => put(Sign::DaysApart, far(more)),
        }
    }
    let later = |x: &Keys, y: &Keys| Some(x.days()?.0.saturating_sub(y.published()?));
    put(Sign::After, far(later(a, b).max(later(b, a)).unwrap_or(0)));
}

fn place(a: &Keys, b: &Keys, put: &mut impl FnMut(Sign, f32)) {
    let regions = alike(a, b, Part::Region);
    let same = alike(a, b, Part::Settlement) == Some(true) || alike(a, b, Part::Place) == Some(true);
    let same = same && regions != Some(false);
    put(Sign::SamePlace, flag(same));
    put(Sign::OtherPlace, flag(!same && alike(a, b, Part::Settlement).is_some()));
    put(Sign::OtherRegion, flag(regions == Some(false)));
    if same {
        return;
    }
    for (of, other) in [(a, b), (b, a)] {
        let name = of.part(Part::PlaceWords);
        if !name.is_empty() {
            let named = name.iter().all(|word| other.part(Part::Words).binary_search(word).is_ok());
            put(if named { Sign::PlaceNamed } else { Sign::PlaceNotNamed }, 1.0);
        }
    }
}

/// Whether a part has a number in common; `None` where either has none.
fn alike(a: &Keys, b: &Keys, part: Part) -> Option<bool> {
    let known = !a.part(part).is_empty() && !b.part(part).is_empty();
    known.then(|| !shared(a, b, part).is_empty())
}

/// The numbers of a part that both have; from the shorter side, so that a long article costs little.
fn shared(a: &Keys, b: &Keys, part: Part) -> Vec<u32> {
    let (few, many) = if a.part(part).len() <= b.part(part).len() { (a, b) } else { (b, a) };
    few.part(part).iter().copied().filter(|word| many.part(part).binary_search(word).is_ok()).collect()
}

/// How much of the lead of one stands in the other.
fn lead_in(a: &Keys, b: &Keys) -> f32 {
    let lead = a.part(Part::Lead);
    let there: Vec<u32> =
        lead.iter().copied().filter(|word| b.part(Part::Words).binary_search(word).is_ok()).collect();
    squares(&there) / squares(lead).max(f32::MIN_POSITIVE)
}

fn norm(keys: &Keys) -> f32 {
    squares(keys.part(Part::Words)).sqrt()
}

fn squares(words: &[u32]) -> f32 {
    words.iter().map(|&word| rarity(word).powi(2)).sum()
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}
