use std::collections::{BTreeMap, HashMap};

use super::Keys;
use super::keys::{Part, telling};
use super::rarity::rarity;

/// What an article can be found by: a rare word, a name, or a place with two days; and how much it tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// The same in every article that has it.
    pub number: u64,
    /// Two articles are worth comparing where what they share sums up to 2.
    pub weight: f32,
}

/// Of so many articles that one handle gives, the first ones, the others are found by rarer ones.
pub const MOST_OF_ONE: usize = 60;
/// With so many an article is compared at most, with those that share most.
const MOST: usize = 60;
/// Less in common is not worth comparing.
const ENOUGH: f32 = 2.0;
/// A word is a handle if it is as rare as this.
const RARE: f32 = 0.5;
/// What a full name of a person, a name of several words, and a place with its days tell.
const PERSON: f32 = 2.0;
const NAME: f32 = 1.0;
const PLACE: f32 = 1.5;
/// A name that tells more than this has several words.
const SEVERAL_WORDS: f32 = 1.0;

/// An article by its handles; the first ones of each are kept.
///
/// ```
/// use reportedly_core::story::{Index, Keys, Told};
///
/// let keys = |body| Keys::of(&Told { body, ..Told::default() });
/// let mut index = Index::default();
/// assert!(index.add(&keys("A skiff overturned above the weir at Quenby.")).is_empty());
/// assert!(index.add(&keys("Rye is dear.")).is_empty());
/// assert_eq!(index.add(&keys("The weir at Quenby overturned two skiffs and a dinghy.")), [0]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Index {
    found: HashMap<u64, Vec<usize>>,
    len: usize,
}

impl Index {
    /// Adds an article; its number is how many were added before. Gives those that it is worth comparing with.
    pub fn add(&mut self, keys: &Keys) -> Vec<usize> {
        let handles = keys.handles();
        let shared = handles.iter().flat_map(|handle| {
            let all = self.found.get(&handle.number).map_or(&[][..], Vec::as_slice);
            all.iter().map(|&number| (number, handle.weight))
        });
        let best = likeliest(shared);
        for handle in handles {
            let all = self.found.entry(handle.number).or_default();
            if all.len() < MOST_OF_ONE {
                all.push(self.len);
            }
        }
        self.len += 1;
        best
    }
}

/// Of all that share a handle those worth comparing, in order.
pub fn likeliest<T: Ord + Copy>(shared: impl IntoIterator<Item = (T, f32)>) -> Vec<T> {
    let mut sums: BTreeMap<T, f32> = BTreeMap::new();
    shared.into_iter().for_each(|(one, weight)| *sums.entry(one).or_default() += weight);
    let mut best: Vec<(T, f32)> = sums.into_iter().filter(|(_, sum)| *sum >= ENOUGH).collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut best: Vec<T> = best.into_iter().take(MOST).map(|(one, _)| one).collect();
    best.sort_unstable();
    best
}

impl Keys {
    /// What the article can be found by, each once.
    pub fn handles(&self) -> Vec<Handle> {
        let all = |part: Part, weight: fn(u32) -> f32| {
            self.part(part).iter().map(move |&n| Handle { number: number(part, n, 0), weight: weight(n) })
        };
        let words = all(Part::Words, rarity).filter(|handle| handle.weight >= RARE);
        let people = all(Part::People, |_| PERSON);
        let names = self
            .part(Part::Names)
            .iter()
            .filter(|&&name| telling(name) > SEVERAL_WORDS)
            .map(|&name| Handle { number: number(Part::Names, name, 0), weight: NAME });
        let day = self.days().map(|days| days.0).or(self.published());
        let places = self.part(Part::Place).iter().zip(day).flat_map(|(&place, day)| {
            // each day lies in two pairs of days, so that neighbours meet in one
            [0, 1].map(|k| Handle {
                number: number(
                    Part::Place,
                    place,
                    (day + k).div_euclid(2).cast_unsigned() << 1 | k.cast_unsigned(),
                ),
                weight: PLACE,
            })
        });
        words.chain(people).chain(names).chain(places).collect()
    }
}

fn number(part: Part, of: u32, with: u32) -> u64 {
    let mixed = u64::from(of) << 32 | u64::from(with);
    (mixed ^ (part as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_mul(0xbf58_476d_1ce4_e5b9)
        .rotate_left(31)
}
