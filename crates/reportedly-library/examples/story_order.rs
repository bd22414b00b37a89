//! `story_order READ.jsonl [SHUFFLES]`: adds what `reportedly read --json` read to new libraries, each time in another order. Prints
//! how many pairs of articles are decided as after a rebuild, and how long the slowest thousandth of the articles took.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Instant;

use reportedly_library::{Access, Incoming, Library};
use reportedly_records::Record;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let file = args.first().ok_or("which file?")?;
    let shuffles: usize = args.get(1).map_or(Ok(3), |n| n.parse())?;
    let mut records: Vec<Record> =
        std::fs::read_to_string(file)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let folder = tempfile::tempdir()?;
    let (mut dice, mut first) = (0x9e37_79b9_7f4a_7c15_u64, None);
    for shuffle in 0..shuffles {
        for i in (1..records.len()).rev() {
            // Marsaglia 2003, xorshift
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            records.swap(i, (dice % (i as u64 + 1)) as usize);
        }
        let mut library = Library::open(&folder.path().join(format!("{shuffle}.db")), Access::Create)?;
        let mut times = Vec::new();
        for record in &records {
            let start = Instant::now();
            library.add(vec![Incoming::new(record.clone(), record.doc_id.clone())])?;
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let added = pairs(&library)?;
        let start = Instant::now();
        let stories = library.rebuild_stories()?;
        let (rebuild, rebuilt) = (start.elapsed().as_secs_f64(), pairs(&library)?);
        let alike = added.intersection(&rebuilt).count() as f64 / added.union(&rebuilt).count().max(1) as f64;
        let slow = times.get(times.len() - 1 - times.len() / 1000).copied().unwrap_or_default();
        println!(
            "{stories} stories; {} pairs, {alike:.3} of those in either as after a rebuild; the same rebuild as the first: {}; \
             milliseconds to add: {:.1} in the middle, {slow:.1} at .999; rebuild {rebuild:.1} s",
            rebuilt.len(),
            *first.get_or_insert_with(|| rebuilt.clone()) == rebuilt,
            times.get(times.len() / 2).copied().unwrap_or_default(),
        );
    }
    Ok(())
}

/// The pairs of articles that are in one story.
fn pairs(library: &Library) -> Result<BTreeSet<(String, String)>, Box<dyn Error>> {
    let mut stories: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for listed in library.list()? {
        stories.entry(library.story_id(&listed.doc_id)?).or_default().push(listed.doc_id);
    }
    stories.values_mut().for_each(|ids| ids.sort());
    let pairs = stories.values().flat_map(|ids| {
        ids.iter().enumerate().flat_map(|(n, a)| ids.iter().skip(n + 1).map(move |b| (a.clone(), b.clone())))
    });
    Ok(pairs.collect())
}
