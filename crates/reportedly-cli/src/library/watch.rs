use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

use reportedly_intake as intake;

use super::Done;
use super::add::{Adding, Sum};
use super::arguments::AddOptions;
use crate::Stop;
use crate::stated::paths;

/// A file that changed less than this ago may still be written.
const SETTLED: Duration = Duration::from_secs(1);

/// Looks again and again at what was named, until it is told to end. What was kept stays, and the next start goes on.
pub(super) fn watch(options: &AddOptions) -> Done {
    let paths = match paths(&options.paths, &options.named) {
        Ok(paths) => paths,
        Err(failure) => return Ok(vec![failure]),
    };
    let mut adding = Adding::new(options)?;
    let stop = Arc::clone(&adding.stop);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))
        .map_err(|e| Stop::Usage(format!("cannot listen for Ctrl-C ({e})")))?;
    adding.tells_known = false;
    let every = Duration::from_secs_f64(options.every * 60.0);
    if !options.batch.quiet {
        eprintln!("reportedly: looking every {} minutes; press Ctrl-C to end", options.every);
    }
    let mut files = HashMap::new();
    loop {
        let mut named = intake::named(&paths);
        named.retain(|path| is_new(path, &mut files));
        adding.round(named)?;
        let Sum { failures, .. } = &adding.sum;
        failures.iter().for_each(|failure| eprintln!("reportedly: {failure}"));
        adding.sum.failures.clear();
        if is_told(&adding.stop, every) {
            adding.sum.report(options)?;
            return Ok(Vec::new());
        }
    }
}

/// Whether an address, or a file that was not there before or has changed since.
fn is_new(path: &Path, files: &mut HashMap<PathBuf, (SystemTime, u64)>) -> bool {
    let Ok(about) = path.metadata() else { return true };
    let Ok(changed) = about.modified() else { return true };
    let is_settled = changed.elapsed().is_ok_and(|since| since >= SETTLED);
    is_settled && files.insert(path.to_owned(), (changed, about.len())) != Some((changed, about.len()))
}

/// Waits, and says whether it was told to end meanwhile.
fn is_told(stop: &AtomicBool, wait: Duration) -> bool {
    let begun = Instant::now();
    while !stop.load(Ordering::Relaxed) && begun.elapsed() < wait {
        std::thread::sleep(Duration::from_millis(100).min(wait));
    }
    stop.load(Ordering::Relaxed)
}
