//! How keys, links and fold grow with the number of articles: texts derived from a corpus, in families of a
//! heavy tail, one of them with 5,000 members.
//!
//! `cargo run --release -p reportedly --example growth -- N CORPUS.jsonl...` prints one JSON object. The
//! corpus gives words and lengths; nothing of it is printed.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

use std::fs;

use reportedly::reuse::{Entry, Fold, Index, LEAST_SHARED_WORDS, Link, keys};
use reportedly::text::Text;
use serde_json::{Value, json};

/// Members of the largest family.
const LARGEST: usize = 5000;
/// Articles made at a time, so that making them is not measured.
const BATCH: usize = 1000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let n: usize = args.next().ok_or("how many articles?")?.parse()?;
    let mut base = Vec::new();
    for path in args {
        for line in fs::read_to_string(&path)?.lines() {
            let article: Value = serde_json::from_str(line)?;
            base.push(article["text"].as_str().unwrap_or_default().to_owned());
        }
    }
    base.retain(|text| text.split_whitespace().count() >= 100);
    let generator = Generator::new(&base, n);
    let (mut index, mut entries, mut spent, mut bytes) = (Index::default(), Vec::new(), 0.0, 0);
    for batch in (0..n).step_by(BATCH) {
        let texts: Vec<Text> =
            (batch..n.min(batch + BATCH)).map(|i| Text::new(generator.article(i))).collect();
        bytes += texts.iter().map(Text::len).sum::<usize>();
        let before = cpu_seconds();
        for text in &texts {
            let keys = keys(text);
            entries.push(Entry { words: keys.words().len() as u32, outlet: None, links: index.add(&keys) });
        }
        spent += cpu_seconds() - before;
    }
    let links: usize = entries.iter().map(|e| e.links.len()).sum();
    let before = cpu_seconds();
    let fold = Fold::new(entries);
    let families = fold.families().iter().enumerate().filter(|&(i, &first)| i == first as usize).count();
    let folded = cpu_seconds() - before;
    println!(
        "{}",
        json!({
            "articles": n,
            "megabytes": bytes as f64 / 1e6,
            "keys_and_links_cpu_s": spent,
            "fold_cpu_s": folded,
            "articles_per_cpu_s": n as f64 / (spent + folded),
            "links": links,
            "families_and_single_articles": families,
            "peak_mib": peak_mib(),
            "largest_family": generator.members(0),
            "largest_family_found": found(&generator, &fold),
        })
    );
    Ok(())
}

/// How many members of the largest family are linked to another member, or are where its text stood first.
fn found(generator: &Generator, fold: &Fold) -> usize {
    let member = |i: u32| generator.family(i as usize) == Some(0);
    let all = (0..fold.entries().len() as u32).filter(|&i| member(i));
    all.filter(|&i| {
        let words: u32 = fold.links(i).iter().filter(|l| member(l.root)).map(Link::words).sum();
        words >= LEAST_SHARED_WORDS || !fold.sharers(i).is_empty()
    })
    .count()
}

/// Makes article `i` from its number alone, so that none has to be kept.
struct Generator<'b> {
    base: &'b [String],
    vocabulary: Vec<&'b str>,
    /// A text of average length: the largest family has it, so that few and many articles are of one size.
    average: usize,
    /// Where each family begins, by its first member; what comes after the last one stands alone.
    families: Vec<usize>,
    /// The order in which members come: families are mixed.
    step: usize,
    n: usize,
}

impl<'b> Generator<'b> {
    fn new(base: &'b [String], n: usize) -> Self {
        let vocabulary = base.iter().flat_map(|t| t.split_whitespace()).step_by(7).collect();
        let (mut families, mut at, mut dice) = (vec![0], LARGEST.min(n / 4), Dice(17));
        families.push(at);
        // 3 of 5 articles have a family; of the sizes, one in ten is above sixteen (Pareto, exponent 1.1)
        while at < n * 3 / 5 {
            let chance = (1 + dice.below(1_000_000)) as f64 / 1e6;
            at += ((2.0 * chance.powf(-1.0 / 1.1)) as usize).min(LARGEST);
            families.push(at.min(n));
        }
        // a step without a factor in common with n visits every number once
        let step = (n * 61 / 100..).find(|s| gcd(*s, n) == 1).unwrap_or(1);
        let mean = base.iter().map(String::len).sum::<usize>() / base.len().max(1);
        let average = (0..base.len()).min_by_key(|&i| base[i].len().abs_diff(mean)).unwrap_or(0);
        Self { base, vocabulary, average, families, step, n }
    }

    /// The position among families of the article that comes as number `i`.
    fn position(&self, i: usize) -> usize {
        (i * self.step) % self.n
    }

    fn family(&self, i: usize) -> Option<usize> {
        let position = self.position(i);
        let family = self.families.partition_point(|&f| f <= position) - 1;
        (family + 1 < self.families.len()).then_some(family)
    }

    fn members(&self, family: usize) -> usize {
        self.families[family + 1] - self.families[family]
    }

    fn article(&self, i: usize) -> String {
        let mut dice = Dice(i as u64 * 0x9e37_79b9_7f4a_7c15 + 1);
        let mut words = match self.family(i) {
            None => self.original(1_000_000 + i),
            Some(family) => {
                let original = self.original(family);
                self.derived(original, &mut dice)
            }
        };
        if dice.below(10) < 7 {
            let footer = self.original(2_000_000 + dice.below(40));
            words.push("\n\n".to_owned());
            words.extend(footer.into_iter().take(22));
        }
        words.join(" ")
    }

    /// A text with the length and the words of the corpus, three of four of them replaced, so that it shares
    /// no passage with any other.
    fn original(&self, seed: usize) -> Vec<String> {
        let mut dice = Dice(seed as u64 * 0x2545_f491_4f6c_dd1d + 1);
        let chosen = dice.below(self.base.len());
        let text = &self.base[if seed == 0 { self.average } else { chosen }];
        let words = text.split(' ').map(|w| if dice.below(4) == 0 { w } else { self.word(&mut dice) });
        words.map(str::to_owned).collect()
    }

    fn word(&self, dice: &mut Dice) -> &'b str {
        self.vocabulary[dice.below(self.vocabulary.len())]
    }

    /// A copy, a light or heavy rewriting, a cut, a mixture with another family, or a few sentences of it.
    fn derived(&self, original: Vec<String>, dice: &mut Dice) -> Vec<String> {
        let half = original.len() / 2;
        match dice.below(20) {
            0..6 => original,
            6..11 => self.edited(original, 40, dice),
            11..14 => self.edited(original, 7, dice),
            14..17 => original[dice.below(half)..][..half].to_vec(),
            17..19 => {
                let other = self.original(dice.below(self.families.len()));
                [&original[..half], &other[other.len() / 2..]].concat()
            }
            _ => {
                let own = self.original(3_000_000 + dice.below(usize::MAX / 2));
                let from = dice.below(half);
                [&own[..], &original[from..(from + 45).min(original.len())]].concat()
            }
        }
    }

    fn edited(&self, mut words: Vec<String>, of: usize, dice: &mut Dice) -> Vec<String> {
        for _ in 0..words.len() / of {
            let at = dice.below(words.len());
            words[at] = self.word(dice).to_owned();
        }
        words
    }
}

/// Numbers that are the same in every run (Steele et al. 2014, SplitMix).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// CPU seconds of this process so far, where Linux tells.
fn cpu_seconds() -> f64 {
    let told = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).map_or(0.0, |ns| ns / 1e9)
}

/// The most memory that this process had, where Linux tells.
fn peak_mib() -> f64 {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).map_or(0.0, |kib| kib / 1024.0)
}
