use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use rayon::prelude::*;
use reportedly::Engine;
use reportedly::article::Article;
use reportedly::profile::Pack;
use reportedly_intake::{self as intake, Input, Opened};
use reportedly_records::{Observation, Record, profile};

use crate::arguments::CheckOptions;
use crate::failure::{Failure, Problem};

/// The output for one article, and whether a rule flags something.
type Checked = Result<(String, bool), Failure>;

/// Checks articles against the rules of a pack. Exits with 0, 1 if a rule flags something, or 2 on an error.
pub(crate) fn check(options: &CheckOptions) -> io::Result<ExitCode> {
    let pack = match pack(&options.profile) {
        Ok(pack) => pack,
        Err(failure) => {
            eprintln!("reportedly: {failure}");
            return Ok(ExitCode::from(2));
        }
    };
    let engine = options.reader.engine()?;
    let task = Task { options, pack, engine };
    let kind = options.from;
    let inputs =
        intake::named(&options.paths).inputs(&intake::Options { kind, ..intake::Options::default() });
    let all: Vec<Input> = inputs.collect();
    let done: Vec<Checked> = all.into_par_iter().filter_map(|input| task.one(input)).collect();
    let (mut asks, mut failed) = (false, false);
    let mut out = io::stdout().lock();
    for checked in done {
        match checked {
            Ok((shown, asked)) => {
                asks |= asked;
                out.write_all(shown.as_bytes())?;
            }
            Err(failure) => {
                failed = true;
                eprintln!("reportedly: {failure}");
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::from(if failed { 2 } else { u8::from(asks && !options.no_exit) }))
}

/// A pack by its name, or else from a file.
pub(crate) fn pack(name: &str) -> Result<Pack, Failure> {
    if let Some(pack) = Pack::built_in(name) {
        return Ok(pack);
    }
    let text = std::fs::read_to_string(Path::new(name)).map_err(|e| Failure::io(name, e))?;
    Pack::parse(&text).map_err(|bad| Failure::new(name, Problem::BadPack(bad.0)))
}

struct Task<'o> {
    options: &'o CheckOptions,
    pack: Pack,
    engine: Engine,
}

impl Task<'_> {
    /// The output for one input; `None` if it is not a page.
    fn one(&self, input: Input) -> Option<Checked> {
        match input.open(self.options.force) {
            Ok(Opened::Article(c)) => {
                Some(self.shown(&c.article, &c.place).map_err(|problem| Failure::new(c.place, problem)))
            }
            Ok(_) => None,
            Err(failure) => Some(Err(failure.into())),
        }
    }

    fn shown(&self, article: &Article, place: &str) -> Result<(String, bool), Problem> {
        let reading = self.engine.read(article);
        let observed = profile(article, &reading, &self.pack);
        let asks = observed.iter().any(|o| o.asks);
        if self.options.json {
            let mut record = Record::new(article, &reading, false);
            record.profile = observed;
            let json = record.to_json()?;
            return Ok((json + "\n", asks));
        }
        let points = article.text.as_str().chars().enumerate();
        let ends: Vec<u32> = points.filter(|p| p.1 == '\n').map(|p| p.0 as u32).collect();
        Ok((observed.iter().map(|o| lines(o, place, &ends)).collect(), asks))
    }
}

/// "page.html: SP05 flag: ...", and below it the line and the words of each place.
fn lines(o: &Observation, place: &str, ends: &[u32]) -> String {
    let what = if o.asks { "flag" } else { "note" };
    let link = o.link.as_ref().map_or(String::new(), |link| format!(", {link}"));
    let mut out =
        format!("{place}: {} {what}: {} [{}: {}{link}]\n", o.measure, o.sentence, o.publisher, o.rule);
    for span in o.spans.iter().filter(|_| o.asks) {
        let line = ends.partition_point(|&end| end < span.start) + 1;
        let words: String = span.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = words.chars().filter(|c| !c.is_control()).take(100).collect();
        out += &format!("  line {line}: {short}\n");
    }
    out
}
