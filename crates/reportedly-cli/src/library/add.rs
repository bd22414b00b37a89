use std::cell::OnceCell;
use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::ProgressBar;
use rayon::ThreadPool;
use rayon::prelude::*;
use reportedly::article::Article;
use reportedly::{Engine, Reading};
use reportedly_intake::{self as intake, Input, Manners, Named, Opened, Revisit, Seen, Validators};
use reportedly_library::{Access, Fetch, Incoming, Kept, Library, Placement, Revisited};
use reportedly_records::Record;
use serde_json::json;

use super::arguments::AddOptions;
use super::{Done, counted, is_heard, json, line, open};
use crate::Stop;
use crate::engine::{read, safely};
use crate::failure::{Failure, Problem};
use crate::read::{PER_THREAD, is_one_of_many};
use crate::screen;
use crate::stated::paths;

/// Keeps all that was named. What is kept is on the disk before it is reported.
pub(super) fn add(options: &AddOptions) -> Done {
    let mut adding = Adding::new(options)?;
    let paths = match (options.again && options.paths.is_empty(), paths(&options.paths, &options.named)) {
        (true, _) if options.named.list.is_none() => adding.addresses()?,
        (_, Ok(paths)) => paths,
        (_, Err(failure)) => return Ok(vec![failure]),
    };
    let named = intake::named(&paths);
    let left_out = named.left_out();
    adding.round(named)?;
    adding.sum.report(options)?;
    screen::left_out(left_out);
    Ok(adding.sum.failures)
}

pub(super) struct Adding<'o> {
    options: &'o AddOptions,
    library: Library,
    threads: ThreadPool,
    /// Made when the first new article comes.
    engine: OnceCell<Engine>,
    seen: Seen,
    pub sum: Sum,
    /// Whether somebody still reads what is printed.
    heard: bool,
    /// Whether what is known already is worth a line.
    pub tells_known: bool,
    /// Set when the work is to end.
    pub stop: Arc<AtomicBool>,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Sum {
    added: usize,
    versions: usize,
    claims: usize,
    known: usize,
    passed: usize,
    unchanged: usize,
    removed: usize,
    pub failures: Vec<Failure>,
}

/// An input, opened but not read.
enum Taken {
    Article(Box<Article>, Box<Incoming>),
    Revisit(Revisit),
    Passed,
    Unchanged,
    Failed(Failure),
}

impl<'o> Adding<'o> {
    pub fn new(options: &'o AddOptions) -> Result<Self, Stop> {
        let library = open(&options.shelf, Access::Create)?;
        // who names an address once wants the page, whatever its server said before
        let known = match options.again || options.watch {
            true => library.fetches()?,
            false => Vec::new(),
        };
        let known = known
            .into_iter()
            .map(|Fetch { address, etag, last_modified }| (address, Validators { etag, last_modified }));
        Ok(Self {
            options,
            library,
            threads: options.batch.threads()?,
            engine: OnceCell::new(),
            seen: Seen::new(known),
            sum: Sum::default(),
            heard: true,
            tells_known: true,
            stop: Arc::default(),
        })
    }

    /// The addresses from which pages were fetched so far.
    fn addresses(&self) -> Result<Vec<PathBuf>, Stop> {
        let addresses = self.library.fetched_addresses()?;
        match addresses.is_empty() {
            true => Err(Stop::Usage("no page of this library was fetched from an address".to_owned())),
            false => Ok(addresses.into_iter().map(PathBuf::from).collect()),
        }
    }

    /// Keeps all that is named, once.
    pub fn round(&mut self, named: Named) -> Result<(), Stop> {
        let AddOptions { from: kind, fetch, allow_local, again, watch, delay, .. } = *self.options;
        self.options.stated.check(&named, kind).map_err(Stop::Usage)?;
        let bar = screen::progress(named.count(), named.is_open_ended(kind), self.options.batch.quiet);
        let manners = Manners { delay: Duration::from_secs_f64(delay), robots: again || watch || fetch };
        let seen = self.seen.clone();
        let options =
            intake::Options { kind, same_id: true, network: true, fetch, allow_local, manners, seen };
        let done = self.all(named.inputs(&options), &bar);
        bar.finish_and_clear();
        done?;
        // what was cut short is asked for again as if it were new
        if !self.stop.load(Ordering::Relaxed) {
            let fetches = self.seen.take_new().into_iter().map(|(address, said)| Fetch {
                address,
                etag: said.etag,
                last_modified: said.last_modified,
            });
            self.library.note_fetches(&fetches.collect::<Vec<_>>())?;
        }
        Ok(())
    }

    fn all(&mut self, mut inputs: impl Iterator<Item = Input>, bar: &ProgressBar) -> Result<(), Stop> {
        loop {
            let size = PER_THREAD * self.threads.current_num_threads();
            let chunk: Vec<Input> = inputs.by_ref().take(size).collect();
            if chunk.is_empty() || self.stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            let inputs = chunk.len() as u64;
            // how many articles a file has shows only on the way
            bar.inc_length(chunk.iter().filter(|i| is_one_of_many(i)).count() as u64);
            let options = self.options;
            let taken: Vec<Taken> =
                self.threads.install(|| chunk.into_par_iter().map(|input| opened(input, options)).collect());
            let kept = self.keep(taken)?;
            kept.iter().for_each(|kept| self.sum.count(kept));
            self.heard = self.heard && is_heard(bar.suspend(|| self.acknowledge(&kept)))?;
            bar.inc(inputs);
        }
    }

    /// Reads what is new, then keeps it all.
    fn keep(&mut self, taken: Vec<Taken>) -> Result<Vec<Kept>, Stop> {
        let (mut articles, mut revisits, mut failures) = (Vec::new(), Vec::new(), Vec::new());
        for taken in taken {
            match taken {
                Taken::Article(article, incoming) => articles.push((article, incoming)),
                Taken::Revisit(revisit) => revisits.push(revisit),
                Taken::Passed => self.sum.passed += 1,
                Taken::Unchanged => self.sum.unchanged += 1,
                Taken::Failed(failure) => failures.push(failure),
            }
        }
        let mut incoming = Vec::new();
        for read in self.read(articles)? {
            match read {
                Ok(article) => incoming.push(article),
                Err(failure) => failures.push(failure),
            }
        }
        let kept = self.library.add(incoming)?;
        for revisit in revisits {
            failures.extend(self.revisit(revisit)?);
        }
        let told: Vec<(String, String)> =
            failures.iter().map(|f| (f.place.clone(), f.problem.to_string())).collect();
        self.library.refuse(&told)?;
        self.sum.failures.extend(failures);
        Ok(kept)
    }

    fn read(
        &self,
        articles: Vec<(Box<Article>, Box<Incoming>)>,
    ) -> Result<Vec<Result<Incoming, Failure>>, Stop> {
        let (mut new, mut seen) = (Vec::new(), HashSet::new());
        for (_, incoming) in &articles {
            let placement = self.library.placement(incoming)?;
            let is_new = is_wanted(&placement, incoming);
            let Record { doc_id, text_sha256, .. } = &incoming.record;
            new.push(is_new && seen.insert((doc_id.clone(), text_sha256.clone(), incoming.file.clone())));
        }
        if self.engine.get().is_none() && new.contains(&true) {
            let _ = self.engine.set(self.options.reader.engine()?);
        }
        let engine = self.engine.get();
        Ok(self.threads.install(|| {
            let each = articles.into_par_iter().zip(new);
            each.map(|((article, mut incoming), is_new)| {
                if let (true, Some(engine)) = (is_new, engine) {
                    let fetched_at = incoming.record.fetched_at.take();
                    incoming.record =
                        record(&article, engine).map_err(|problem| Failure::new(&incoming.place, problem))?;
                    incoming.record.fetched_at = fetched_at;
                }
                Ok(*incoming)
            })
            .collect()
        }))
    }

    fn revisit(&mut self, revisit: Revisit) -> Result<Option<Failure>, Stop> {
        let again = Revisited {
            place: revisit.place,
            addresses: revisit.refers_to.into_iter().chain(revisit.url).collect(),
            digest: revisit.digest,
            fetched_at: revisit.fetched_at,
        };
        if self.library.revisit(&again)?.is_some() {
            self.sum.known += 1;
            return Ok(None);
        }
        let address = again.addresses.into_iter().next().unwrap_or_default();
        Ok(Some(Failure::new(again.place, Problem::RevisitOfUnknown(address))))
    }

    /// Says what is on the disk.
    fn acknowledge(&self, kept: &[Kept]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        let lines = !out.is_terminal();
        for kept in kept {
            let (state, version_of) = match &kept.placement {
                Placement::Known(_) => ("known", None),
                Placement::New { version_of: None, .. } => ("added", None),
                Placement::New { version_of, .. } => ("version", version_of.as_ref()),
                Placement::Removed(_) => ("removed", None),
            };
            if state == "known" && !self.tells_known {
                continue;
            }
            if self.options.shelf.json {
                let doc_id = kept.doc_id();
                let place = &kept.place;
                let told = json!({
                    "doc_id": doc_id, "state": state, "version_of": version_of, "claims": kept.claims, "place": place,
                });
                json(&mut out, &told)?;
            } else if lines {
                let claims = counted(kept.claims, "claim");
                let (doc_id, place) = (line(kept.doc_id(), 200), line(&kept.place, 200));
                writeln!(out, "{state}\t{doc_id}\t{claims}\t{place}")?;
            }
        }
        out.flush()
    }
}

impl Sum {
    fn count(&mut self, kept: &Kept) {
        self.claims += kept.claims;
        match &kept.placement {
            Placement::Known(_) => self.known += 1,
            Placement::Removed(_) => self.removed += 1,
            Placement::New { version_of, .. } => {
                self.added += 1;
                self.versions += usize::from(version_of.is_some());
            }
        }
    }

    pub fn report(&self, options: &AddOptions) -> io::Result<()> {
        if options.shelf.json || options.batch.quiet {
            return Ok(());
        }
        let mut words =
            format!("{} added with {}", counted(self.added, "article"), counted(self.claims, "claim"));
        for (n, what) in [
            (self.versions, "of them new versions"),
            (self.known, "already in the library"),
            (self.unchanged, "not changed since they were fetched"),
            (self.removed, "not added because they were removed before (--readmit adds them)"),
            (self.passed, "skipped (pictures, redirects and the like)"),
            (self.failures.len(), "could not be read"),
        ] {
            if n > 0 {
                words += &format!(", {n} {what}");
            }
        }
        writeln!(io::stderr(), "{words}")
    }
}

fn opened(input: Input, options: &AddOptions) -> Taken {
    let place = input.place();
    let file = match &input {
        Input::File(path, _) => path.file_name().map(|name| name.to_string_lossy().into_owned()),
        _ => None,
    };
    // one odd input must not cost the others
    let opened = safely(|| input.open(options.force).map_err(Failure::from));
    match opened.unwrap_or_else(|stopped| Err(Failure::new(place, stopped))) {
        Ok(Opened::Article(mut capture)) => {
            options.stated.fill(&mut capture.article);
            let mut record = Record::new(&capture.article, &Reading::default(), false);
            record.fetched_at = capture.fetched_at;
            let (place, digest, readmit) = (capture.place, capture.digest, options.readmit);
            let file = file.filter(|_| capture.article.id.is_none());
            let incoming = Incoming { record, place, digest, file, readmit };
            Taken::Article(Box::new(capture.article), Box::new(incoming))
        }
        Ok(Opened::Revisit(revisit)) => Taken::Revisit(revisit),
        Ok(Opened::Unchanged) => Taken::Unchanged,
        Ok(_) => Taken::Passed,
        Err(failure) => Taken::Failed(failure),
    }
}

/// Whether it will be kept as something new.
fn is_wanted(placement: &Placement, incoming: &Incoming) -> bool {
    match placement {
        Placement::New { .. } => true,
        Placement::Removed(_) => incoming.readmit,
        Placement::Known(_) => false,
    }
}

/// Reads one article.
fn record(article: &Article, engine: &Engine) -> Result<Record, Problem> {
    let record = Record::new(article, &read(engine, article)?, false);
    record.check()?;
    Ok(record)
}
