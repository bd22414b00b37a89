use std::io;
use std::path::PathBuf;

use indicatif::ProgressBar;
use rayon::ThreadPool;
use rayon::prelude::*;
use reportedly::Engine;
use reportedly::profile::Pack;
use reportedly_intake::{self as intake, Capture, Input, Opened};
use reportedly_records::{Record, profile};

use crate::Stop;
use crate::arguments::ReadOptions;
use crate::check::pack;
use crate::engine::safely;
use crate::failure::{Failure, Problem};
use crate::output::{Look, Output, Shown};
use crate::screen;
use crate::stated::paths;

/// Articles a thread takes at once: enough to keep all busy, few enough to hold in memory.
pub(crate) const PER_THREAD: usize = 4;

/// Reads everything that was named and writes it in the order given. What failed comes back.
pub(crate) fn read(options: &ReadOptions) -> Result<Vec<Failure>, Stop> {
    let paths = match paths(&options.paths, &options.named) {
        Ok(paths) => paths,
        Err(failure) => return Ok(vec![failure]),
    };
    let mut named = intake::named(&paths);
    if let Err(words) = options.stated.check(&named, options.from) {
        return Err(Stop::Usage(words));
    }
    let output = options.output.as_ref().filter(|path| path.as_os_str() != "-");
    if let Some(file) = output.filter(|file| named.without(file)) {
        let place = file.display().to_string();
        if named.count() == 0 {
            return Ok(vec![Failure::new(place, Problem::IsOutput)]);
        }
        eprintln!("reportedly: {place}: skipped, because the output is written there");
    }
    let left_out = named.left_out();
    let kind = options.from;
    let bar = screen::progress(named.count(), named.is_open_ended(kind), options.batch.quiet);
    let inputs = named.inputs(&intake::Options { kind, ..intake::Options::default() });
    let pack = match options.profile.as_str() {
        "all" => None,
        name => match pack(name) {
            Ok(pack) => Some(pack),
            Err(failure) => return Ok(vec![failure]),
        },
    };
    let engine = options.reader.engine()?;
    let look = Look::of(options.shape(), options.no_color, options.width, output.is_some())
        .timeline(options.timeline);
    let task = Task { options, look, engine, pack };
    let threads = options.batch.threads()?;
    let output = Output::open(options.shape(), output.map(PathBuf::as_path))?;
    let failures = task.all(&threads, inputs, output, &bar);
    bar.finish_and_clear();
    screen::left_out(left_out);
    Ok(failures?)
}

struct Task<'o> {
    options: &'o ReadOptions,
    look: Look,
    engine: Engine,
    /// `None` for the one that stands in every record.
    pack: Option<Pack>,
}

/// What is written of one article. Nothing is written of what is no page.
type Read = Result<Option<Shown>, Failure>;

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
            bar.inc_length(chunk.iter().filter(|i| is_one_of_many(i)).count() as u64);
            let shown: Vec<Read> = threads.install(|| {
                chunk.into_par_iter().map(|input| self.one(input)).inspect(|_| bar.inc(1)).collect()
            });
            bar.suspend(|| {
                shown.into_iter().try_for_each(|shown| match shown {
                    Ok(Some(shown)) => output.write(shown),
                    Ok(None) => Ok(()),
                    Err(failure) => {
                        failures.push(failure);
                        Ok(())
                    }
                })
            })?;
        }
    }

    fn one(&self, input: Input) -> Read {
        let place = input.place();
        // one odd article must not cost the reader all the others
        let shown = safely(|| match input.open(self.options.force)? {
            Opened::Article(capture) => {
                let place = capture.place.clone();
                self.show(capture).map(Some).map_err(|e| Failure::new(place, e))
            }
            _ => Ok(None),
        });
        shown.unwrap_or_else(|stopped| Err(Failure::new(place, stopped)))
    }

    fn show(&self, mut capture: Capture) -> Result<Shown, Problem> {
        self.options.stated.fill(&mut capture.article);
        let article = &capture.article;
        let reading = self.engine.read(article);
        let mut record = Record::new(article, &reading, self.options.explain);
        (record.place, record.fetched_at) = (Some(capture.place), capture.fetched_at);
        if let Some(pack) = &self.pack {
            record.profile = profile(article, &reading, pack);
        }
        Ok(self.look.show(&record)?)
    }
}

/// Whether it is a part of a file that holds many.
pub(crate) fn is_one_of_many(input: &Input) -> bool {
    matches!(input, Input::Line(..) | Input::Record(..) | Input::Item(..) | Input::Passed)
}
