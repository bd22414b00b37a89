use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use indicatif::ProgressBar;
use rayon::ThreadPool;
use rayon::prelude::*;
use reportedly::article::Article;
use reportedly::profile::Pack;
use reportedly::reading::{Options, read as read_article};
use reportedly_records::{Record, profile};

use crate::arguments::ReadOptions;
use crate::article::{article_of, article_of_line};
use crate::check::pack;
use crate::failure::{Failure, Problem};
use crate::inputs::{self, Input};
use crate::output::{Look, Output};
use crate::proposers::{Proposers, proposers};
use crate::screen;

/// Articles a thread takes at once: enough to keep all busy, few enough to hold in memory.
const PER_THREAD: usize = 4;

/// Reads everything that was named and writes it in the order given. What failed comes back.
pub(crate) fn read(options: &ReadOptions) -> io::Result<Vec<Failure>> {
    if inputs::waits_for_keyboard(&options.paths) {
        eprintln!("reportedly: reading from the keyboard; end with Ctrl-D");
    }
    let paths = if options.paths.is_empty() { vec![PathBuf::from("-")] } else { options.paths.clone() };
    let files = inputs::files(&paths);
    let bar = screen::progress(files.len(), inputs::has_lines(&files, options.from), options.quiet);
    let pack = match options.profile.as_str() {
        "all" => None,
        name => match pack(name) {
            Ok(pack) => Some(pack),
            Err(failure) => return Ok(vec![failure]),
        },
    };
    let proposers = proposers().map_err(io::Error::other)?;
    let task = Task { options, look: Look::new(options), proposers, pack };
    let threads = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0));
    let threads = threads.build().map_err(io::Error::other)?;
    let output = Output::open(options)?;
    let failures = task.all(&threads, inputs::inputs(files, options.from), output, &bar);
    bar.finish_and_clear();
    failures
}

struct Task<'o> {
    options: &'o ReadOptions,
    look: Look,
    proposers: Proposers,
    /// `None` for the one that stands in every record.
    pack: Option<Pack>,
}

/// What is written of one article: its title and the article in the shape asked for.
type Shown = Result<(String, String), Failure>;

impl Task<'_> {
    fn all(
        &self,
        threads: &ThreadPool,
        mut inputs: impl Iterator<Item = Input>,
        mut output: Output,
        bar: &ProgressBar,
    ) -> io::Result<Vec<Failure>> {
        let mut failures = Vec::new();
        loop {
            let chunk: Vec<Input> =
                inputs.by_ref().take(PER_THREAD * threads.current_num_threads()).collect();
            if chunk.is_empty() {
                output.close()?;
                return Ok(failures);
            }
            // how many lines a file has shows only on the way
            bar.inc_length(chunk.iter().filter(|i| matches!(i, Input::Line(..))).count() as u64);
            let shown: Vec<Shown> = threads.install(|| {
                chunk.into_par_iter().map(|input| self.one(input)).inspect(|_| bar.inc(1)).collect()
            });
            bar.suspend(|| {
                shown.into_iter().try_for_each(|shown| match shown {
                    Ok((title, shown)) => output.write(&shown, &title),
                    Err(failure) => {
                        failures.push(failure);
                        Ok(())
                    }
                })
            })?;
        }
    }

    fn one(&self, input: Input) -> Shown {
        let force = self.options.force;
        let file = |path: Option<&std::path::Path>, kind| {
            inputs::bytes(path).and_then(|bytes| article_of(&bytes, kind, force))
        };
        let place = match &input {
            Input::File(path, _) => inputs::shown(path),
            Input::Stdin(_) => "standard input".to_owned(),
            Input::Line(place, _) => place.clone(),
            Input::Failed(failure) => failure.place.clone(),
        };
        let shown = || match input {
            Input::File(path, kind) => file(Some(&path), kind).and_then(|a| self.show(&a)),
            Input::Stdin(kind) => file(None, kind).and_then(|a| self.show(&a)),
            Input::Line(_, line) => article_of_line(line).and_then(|a| self.show(&a)),
            Input::Failed(failure) => Err(failure.problem),
        };
        // one odd article must not cost the reader all the others
        let shown = catch_unwind(AssertUnwindSafe(shown)).unwrap_or(Err(Problem::Stopped));
        shown.map_err(|problem| Failure::new(place, problem))
    }

    fn show(&self, article: &Article) -> Result<(String, String), Problem> {
        let options = Options { min_confidence: self.options.min_confidence };
        let reading = read_article(article, &self.proposers.list(), &options);
        let mut record = Record::new(article, &reading, Some(self.proposers.name()), self.options.explain);
        if let Some(pack) = &self.pack {
            record.profile = profile(article, &reading, pack);
        }
        let title = record.title.as_ref().unwrap_or(&record.doc_id).clone();
        Ok((title, self.look.show(&record)?))
    }
}
