use std::cell::OnceCell;
use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};

use indicatif::ProgressBar;
use rayon::ThreadPool;
use rayon::prelude::*;
use reportedly::article::Article;
use reportedly::{Engine, Reading};
use reportedly_intake::{self as intake, Input, Opened, Revisit};
use reportedly_library::{Access, Incoming, Kept, Library, Placement, Revisited};
use reportedly_records::Record;
use serde_json::json;

use super::arguments::AddOptions;
use super::{Done, counted, is_heard, json, line, open};
use crate::Stop;
use crate::engine::{read, safely};
use crate::failure::{Failure, Problem};
use crate::read::{PER_THREAD, is_one_of_many, paths};
use crate::screen;

/// Keeps all that was named. What is kept is on the disk before it is reported.
pub(super) fn add(options: &AddOptions) -> Done {
    let library = open(&options.shelf, Access::Create)?;
    let named = intake::named(&paths(&options.paths));
    let left_out = named.left_out();
    let kind = options.from;
    let bar = screen::progress(named.count(), named.is_open_ended(kind), options.batch.quiet);
    let inputs = named.inputs(&intake::Options {
        kind,
        same_id: true,
        network: true,
        fetch: options.fetch,
        allow_local: options.allow_local,
    });
    let threads = options.batch.threads()?;
    let mut adding =
        Adding { options, library, threads, engine: OnceCell::new(), sum: Sum::default(), heard: true };
    let done = adding.all(inputs, &bar);
    bar.finish_and_clear();
    done?;
    adding.sum.report(options)?;
    screen::left_out(left_out);
    Ok(adding.sum.failures)
}

struct Adding<'o> {
    options: &'o AddOptions,
    library: Library,
    threads: ThreadPool,
    /// Made when the first new article comes.
    engine: OnceCell<Engine>,
    sum: Sum,
    /// Whether somebody still reads what is printed.
    heard: bool,
}

/// What came of it.
#[derive(Default)]
struct Sum {
    added: usize,
    versions: usize,
    claims: usize,
    known: usize,
    passed: usize,
    failures: Vec<Failure>,
}

/// An input, opened but not read.
enum Taken {
    Article(Box<Article>, Box<Incoming>),
    Revisit(Revisit),
    Passed,
    Failed(Failure),
}

impl Adding<'_> {
    fn all(&mut self, mut inputs: impl Iterator<Item = Input>, bar: &ProgressBar) -> Result<(), Stop> {
        loop {
            let size = PER_THREAD * self.threads.current_num_threads();
            let chunk: Vec<Input> = inputs.by_ref().take(size).collect();
            if chunk.is_empty() {
                return Ok(());
            }
            let inputs = chunk.len() as u64;
            // how many articles a file has shows only on the way
            bar.inc_length(chunk.iter().filter(|i| is_one_of_many(i)).count() as u64);
            let force = self.options.force;
            let taken: Vec<Taken> =
                self.threads.install(|| chunk.into_par_iter().map(|input| opened(input, force)).collect());
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
            let is_new = matches!(self.library.placement(&incoming.record)?, Placement::New { .. });
            new.push(
                is_new && seen.insert((incoming.record.doc_id.clone(), incoming.record.text_sha256.clone())),
            );
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
            };
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
            Placement::New { version_of, .. } => {
                self.added += 1;
                self.versions += usize::from(version_of.is_some());
            }
        }
    }

    fn report(&self, options: &AddOptions) -> io::Result<()> {
        if options.shelf.json || options.batch.quiet {
            return Ok(());
        }
        let mut words =
            format!("{} added with {}", counted(self.added, "article"), counted(self.claims, "claim"));
        for (n, what) in [
            (self.versions, "of them new versions"),
            (self.known, "already in the library"),
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

fn opened(input: Input, force: bool) -> Taken {
    let place = input.place();
    // one odd input must not cost the others
    let opened = safely(|| input.open(force).map_err(Failure::from));
    match opened.unwrap_or_else(|stopped| Err(Failure::new(place, stopped))) {
        Ok(Opened::Article(capture)) => {
            let mut record = Record::new(&capture.article, &Reading::default(), false);
            record.fetched_at = capture.fetched_at;
            let incoming = Incoming { record, place: capture.place, digest: capture.digest };
            Taken::Article(Box::new(capture.article), Box::new(incoming))
        }
        Ok(Opened::Revisit(revisit)) => Taken::Revisit(revisit),
        Ok(_) => Taken::Passed,
        Err(failure) => Taken::Failed(failure),
    }
}

/// Reads one article.
fn record(article: &Article, engine: &Engine) -> Result<Record, Problem> {
    let record = Record::new(article, &read(engine, article)?, false);
    record.check()?;
    Ok(record)
}
