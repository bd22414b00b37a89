use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

use reportedly_intake as intake;

use super::Done;
use super::add::{Adding, Sum};
use crate::Stop;

/// A file that changed less than this ago may still be written.
const SETTLED: Duration = Duration::from_secs(1);

/// Looks again and again at what was named, until it is told to end. What was kept stays, and the next start goes on.
pub(super) fn watch(adding: &mut Adding, paths: &[PathBuf]) -> Done {
    let stop = Arc::clone(&adding.stop);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))
        .map_err(|e| Stop::Usage(format!("cannot listen for Ctrl-C ({e})")))?;
    adding.tells_known = false;
    let (quiet, every) = (adding.options.batch.quiet, Duration::from_secs_f64(adding.options.every * 60.0));
    if !quiet {
        eprintln!("reportedly: looking every {} minutes; press Ctrl-C to end", adding.options.every);
    }
    let mut files = HashMap::new();
    loop {
        let mut named = intake::named(paths);
        named.retain(|path| is_new(path, &mut files));
        adding.round(named)?;
        let Sum { failures, .. } = &adding.sum;
        failures.iter().for_each(|failure| eprintln!("reportedly: {failure}"));
        adding.sum.failures.clear();
        if is_told(&adding.stop, every) {
            adding.sum.report(adding.options)?;
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
