use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::words::Words;

/// Paragraphs of both sides that belong together; on one side there may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// On each side, those that follow one another.
    pub at: [Range<usize>; 2],
    /// Whether it stands elsewhere on the other side.
    pub moved: bool,
}

/// Two words in a row that stand in more paragraphs of one side tell nothing about which belong together.
const COMMON: usize = 4;
/// So much of the words of two paragraphs must agree, of those of both together.
const ALIKE: f32 = 0.4;
/// Or so much of those of the shorter one, where that is cut from the other.
const CUT: f32 = 0.7;
/// A shorter one is cut from nothing.
const LEAST_CUT: usize = 5;

/// Pairs the paragraphs of two texts: first those that agree most and keep their order, then the parts of
/// one that was cut in two, then those that were moved. In the order of the first text.
pub(super) fn groups(a: &Words, b: &Words) -> Vec<Group> {
    let bags = [a, b].map(bags);
    let alike = alike([a, b], &bags);
    let mut found = chain(&alike, b.paragraphs.len());
    for side in [0, 1] {
        join(side, &alike, &bags, &mut found);
    }
    let moved = moved(alike, &bags, &found);
    ordered(found, moved, [a.paragraphs.len(), b.paragraphs.len()])
}

/// The words of each paragraph, sorted.
fn bags(words: &Words) -> Vec<Vec<u32>> {
    let bag = |range: &Range<usize>| {
        let mut bag = bare(words, range);
        bag.sort_unstable();
        bag
    };
    words.paragraphs.iter().map(bag).collect()
}

fn bare(words: &Words, range: &Range<usize>) -> Vec<u32> {
    let tokens = words.tokens.get(range.clone()).unwrap_or_default();
    tokens.iter().map(|t| t.bare).filter(|&n| n > 0).collect()
}

/// How many words two sorted bags have in common.
fn common(x: &[u32], y: &[u32]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(one), Some(other)) = (x.get(i), y.get(j)) {
        n += usize::from(one == other);
        (i, j) = (i + usize::from(one <= other), j + usize::from(other <= one));
    }
    n
}

/// Two paragraphs that may belong together.
#[derive(Clone, Copy)]
struct Alike {
    at: [usize; 2],
    weight: usize,
}

/// All pairs that are alike, found by the words that they have in a row. None of it grows with the number of
/// all pairs.
fn alike(words: [&Words; 2], bags: &[Vec<Vec<u32>>; 2]) -> Vec<Alike> {
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    let whole = words.map(|words| {
        let mut places: HashMap<Vec<u32>, Vec<usize>> = HashMap::new();
        for (i, range) in words.paragraphs.iter().enumerate() {
            places.entry(words.exact(range.clone())).or_default().push(i);
        }
        places
    });
    let equal = |i: usize, j: usize| {
        let exact =
            |side: usize, i: usize| words[side].paragraphs.get(i).map(|r| words[side].exact(r.clone()));
        exact(0, i) == exact(1, j)
    };
    for (key, places) in &whole[0] {
        // of lines that stand there again and again the first belongs to the first
        pairs.extend(places.iter().copied().zip(whole[1].get(key).into_iter().flatten().copied()));
    }
    let rows = words.map(in_a_row);
    for (row, places) in &rows[0] {
        let Some(others) = rows[1].get(row) else { continue };
        if places.len() <= COMMON && others.len() <= COMMON {
            pairs.extend(places.iter().flat_map(|&i| others.iter().map(move |&j| (i, j))));
        }
    }
    let weighed = pairs.into_iter().filter_map(|(i, j)| {
        let (x, y) = (bags[0].get(i)?, bags[1].get(j)?);
        let common = common(x, y);
        let share = |n: usize, of: usize| n as f32 / of.max(1) as f32;
        let shorter = x.len().min(y.len());
        let cut = shorter >= LEAST_CUT && share(common, shorter) >= CUT;
        let alike = cut || share(2 * common, x.len() + y.len()) >= ALIKE;
        // what is the same counts most, and marks without a word only where they are
        let equal = (2 * common == x.len() + y.len()) && equal(i, j);
        (alike || equal).then_some(Alike { at: [i, j], weight: 2 * common + usize::from(equal) })
    });
    weighed.collect()
}

/// In which paragraphs two words stand in a row; where a paragraph begins and ends counts as a word, too.
fn in_a_row(words: &Words) -> HashMap<[u32; 2], Vec<usize>> {
    let mut places: HashMap<[u32; 2], Vec<usize>> = HashMap::new();
    for (i, range) in words.paragraphs.iter().enumerate() {
        let edged: Vec<u32> = [0].into_iter().chain(bare(words, range)).chain([0]).collect();
        for row in edged.windows(2) {
            let places = places.entry([row[0], row[1]]).or_default();
            if places.last() != Some(&i) {
                places.push(i);
            }
        }
    }
    places
}

/// The pairs that keep their order on both sides and weigh most together (a heaviest increasing subsequence).
fn chain(alike: &[Alike], paragraphs: usize) -> Vec<Group> {
    // the best chain that ends before each place of the second side, in a Fenwick tree: weight and last pair
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); paragraphs + 1];
    let mut before: Vec<Option<usize>> = vec![None; alike.len()];
    let mut order: Vec<usize> = (0..alike.len()).collect();
    // of one paragraph the later partner first, so that none is put behind another
    order.sort_by_key(|&n| alike.get(n).map(|p| (p.at[0], usize::MAX - p.at[1])));
    for n in order {
        let Some(pair) = alike.get(n) else { continue };
        let (mut weight, mut last, mut at) = (0, None, pair.at[1]);
        while at > 0 {
            if let Some(&(w, l)) = best.get(at).filter(|b| b.0 > weight) {
                (weight, last) = (w, l);
            }
            at &= at - 1;
        }
        before[n] = last;
        (weight, at) = (weight + pair.weight, pair.at[1] + 1);
        while let Some(cell) = best.get_mut(at) {
            if cell.0 < weight {
                *cell = (weight, Some(n));
            }
            at += at & at.wrapping_neg();
        }
    }
    let end = best.iter().max_by_key(|b| b.0).and_then(|b| b.1);
    let back = std::iter::successors(end, |&n| before.get(n).copied().flatten());
    let mut found: Vec<Group> = back
        .filter_map(|n| alike.get(n))
        .map(|pair| Group { at: pair.at.map(|i| i..i + 1), moved: false })
        .collect();
    found.reverse();
    found
}

/// Which group has each paragraph of one side.
fn owners(side: usize, groups: &[Group]) -> HashMap<usize, usize> {
    let all = groups.iter().enumerate();
    all.flat_map(|(g, group)| group.at[side].clone().map(move |i| (i, g))).collect()
}

/// Takes neighbours of one side into a group whose other side has their words.
fn join(side: usize, alike: &[Alike], bags: &[Vec<Vec<u32>>; 2], groups: &mut [Group]) {
    let mut owned = owners(side, groups);
    let others = owners(1 - side, groups);
    let mut order: Vec<&Alike> = alike.iter().filter(|p| !owned.contains_key(&p.at[side])).collect();
    order.sort_by_key(|p| p.at[side]);
    // upwards, then downwards
    for pair in order.iter().chain(order.iter().rev()) {
        let i = pair.at[side];
        let Some(&g) = others.get(&pair.at[1 - side]).filter(|_| !owned.contains_key(&i)) else { continue };
        let Some(group) = groups.get_mut(g) else { continue };
        let own = group.at[side].clone();
        let wider = own.start.min(i)..own.end.max(i + 1);
        if wider.len() == own.len() + 1 && gains(side, &group.at, &wider, bags) {
            group.at[side] = wider;
            owned.insert(i, g);
        }
    }
}

/// Whether most of what a wider range brings stands on the other side, beyond what has its partner there.
fn gains(side: usize, at: &[Range<usize>; 2], wider: &Range<usize>, bags: &[Vec<Vec<u32>>; 2]) -> bool {
    let bag = |side: usize, range: &Range<usize>| {
        let mut bag = bags[side].get(range.clone()).unwrap_or_default().concat();
        bag.sort_unstable();
        bag
    };
    let (other, own, wider) = (bag(1 - side, &at[1 - side]), bag(side, &at[side]), bag(side, wider));
    let gained = common(&wider, &other) - common(&own, &other);
    let brought = wider.len() - own.len();
    brought > 0 && 2 * gained >= brought
}

/// Pairs that are left and stand elsewhere on the other side.
fn moved(mut alike: Vec<Alike>, bags: &[Vec<Vec<u32>>; 2], found: &[Group]) -> Vec<[usize; 2]> {
    let mut owned = [0, 1].map(|side| owners(side, found).into_keys().collect::<BTreeSet<usize>>());
    // a lone word that stands elsewhere, too, was not moved there
    let long = |p: &Alike| bags[0].get(p.at[0]).is_some_and(|bag| bag.len() >= LEAST_CUT);
    alike.retain(|p| p.weight % 2 == 1 || long(p));
    alike.sort_by_key(|p| usize::MAX - p.weight);
    let free = |p: &Alike| {
        let free = [0, 1].into_iter().all(|side| !owned[side].contains(&p.at[side]));
        if free {
            for side in [0, 1] {
                owned[side].insert(p.at[side]);
            }
        }
        free.then_some(p.at)
    };
    let mut found: Vec<[usize; 2]> = alike.iter().filter_map(free).collect();
    found.sort_unstable();
    found
}

/// All paragraphs of both sides, each once, in the order of the first; what only the second has stands where
/// it stands there.
fn ordered(found: Vec<Group>, moved: Vec<[usize; 2]>, lengths: [usize; 2]) -> Vec<Group> {
    let away: HashMap<usize, usize> = moved.iter().map(|&[i, j]| (i, j)).collect();
    let here: BTreeSet<usize> = moved.iter().map(|m| m[1]).collect();
    let mut out = Vec::new();
    let mut at = [0, 0];
    let end = Group { at: lengths.map(|n| n..n), moved: false };
    for group in found.into_iter().chain([end]) {
        for i in at[0]..group.at[0].start {
            let other = away.get(&i).map_or(at[1]..at[1], |&j| j..j + 1);
            out.push(Group { moved: !other.is_empty(), at: [i..i + 1, other] });
        }
        let new = (at[1]..group.at[1].start).filter(|j| !here.contains(j));
        let own = group.at[0].start;
        out.extend(new.map(|j| Group { at: [own..own, j..j + 1], moved: false }));
        at = [group.at[0].end, group.at[1].end];
        if !group.at[0].is_empty() {
            out.push(group);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::words::Numbers;
    use super::*;

    /// The groups as "0:0 1-2:1 3: :2", moved ones with a "~".
    fn paired(a: &[&str], b: &[&str]) -> String {
        let mut numbers = Numbers::default();
        let texts = [a.join("\n\n"), b.join("\n\n")];
        let [a, b] = texts.each_ref().map(|text| Words::new(text, &mut numbers));
        let side = |range: &Range<usize>| match range.len() {
            0 => String::new(),
            1 => range.start.to_string(),
            _ => format!("{}-{}", range.start, range.end - 1),
        };
        let group =
            |g: &Group| format!("{}{}:{}", if g.moved { "~" } else { "" }, side(&g.at[0]), side(&g.at[1]));
        groups(&a, &b).iter().map(group).collect::<Vec<_>>().join(" ")
    }

    const FIRE: &str = "A fire destroyed the north hall of the market on Monday night.";
    const TIDE: &str = "The tide came late and left two boats on the sand, said Runa Beck.";
    const ROOF: &str = "The roof had been mended twice since the last storm, the council told us.";

    #[test]
    fn paragraphs_that_are_alike_are_pairs() {
        let changed = "A fire destroyed the south hall of the market, on Tuesday.";
        assert_eq!(paired(&[FIRE, TIDE, ROOF], &[FIRE, TIDE, ROOF]), "0:0 1:1 2:2");
        assert_eq!(paired(&[FIRE, TIDE], &[changed, ROOF, TIDE]), "0:0 :1 1:2");
        assert_eq!(paired(&[FIRE, ROOF], &[TIDE]), "0: 1: :0");
        assert_eq!(paired(&[], &[TIDE]), ":0");
        assert_eq!(paired(&[], &[]), "");
    }

    #[test]
    fn a_paragraph_that_was_cut_in_two_stays_one() {
        let both = [FIRE, TIDE].join(" ");
        assert_eq!(paired(&[&both, ROOF], &[FIRE, TIDE, ROOF]), "0:0-1 1:2");
        assert_eq!(paired(&[FIRE, TIDE, ROOF], &[&[FIRE, TIDE, ROOF].join(" ")]), "0-2:0");
    }

    #[test]
    fn what_was_moved_is_neither_lost_nor_new() {
        assert_eq!(paired(&[FIRE, TIDE, ROOF], &[ROOF, FIRE, TIDE]), "0:1 1:2 ~2:0");
        assert_eq!(paired(&["***", FIRE, "***"], &["***", FIRE, "***", TIDE]), "0:0 1:1 2:2 :3");
    }

    #[test]
    fn each_paragraph_stands_there_once() {
        let lines: Vec<String> = (0..300).map(|i| format!("Line {} of {}.", i % 7, i % 11)).collect();
        let a: Vec<&str> = lines.iter().map(String::as_str).collect();
        let b: Vec<&str> = a.iter().rev().step_by(2).copied().collect();
        let found = paired(&a, &b);
        let side = |n: usize| {
            let at = found.split(' ').map(move |g| g.split(':').nth(n).unwrap().trim_matches('~').to_owned());
            let one = at.filter(|s| !s.is_empty()).flat_map(|s| {
                let (from, to) = s.split_once('-').unwrap_or((&s, &s));
                from.parse::<usize>().unwrap()..=to.parse().unwrap()
            });
            let mut all: Vec<usize> = one.collect();
            all.sort_unstable();
            all
        };
        assert_eq!(side(0), (0..a.len()).collect::<Vec<_>>());
        assert_eq!(side(1), (0..b.len()).collect::<Vec<_>>());
    }
}
