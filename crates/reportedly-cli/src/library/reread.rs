use std::io::{self, Write};

use rayon::prelude::*;
use reportedly::Engine;
use reportedly_library::Access;
use reportedly_records::Record;
use serde_json::json;

use super::arguments::RereadOptions;
use super::{Done, counted, is_heard, json, open};
use crate::engine::read;
use crate::failure::{Failure, Problem};
use crate::read::PER_THREAD;
use crate::screen;

/// Reads articles again, some at a time, so that it can be stopped and gone on with.
pub(super) fn reread(options: &RereadOptions) -> Done {
    let mut library = open(&options.shelf, Access::Write)?;
    let engine = options.reader.engine()?;
    let ids = match options.ids.is_empty() {
        true => library.read_by_others(engine.model(), options.all)?,
        false => options.ids.clone(),
    };
    let bar = screen::progress(ids.len(), false, options.batch.quiet);
    let threads = options.batch.threads()?;
    let (mut replaced, mut failures, mut heard) = (0, Vec::new(), options.shelf.json);
    for ids in ids.chunks(PER_THREAD * threads.current_num_threads()) {
        let records = ids.iter().map(|id| library.record(id)).collect::<Result<Vec<_>, _>>()?;
        let read: Vec<Result<Record, Failure>> =
            threads.install(|| records.par_iter().map(|record| again(record, &engine)).collect());
        let (read, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
        failures.extend(failed.into_iter().filter_map(Result::err));
        let read: Vec<Record> = read.into_iter().filter_map(Result::ok).collect();
        let done: Vec<(String, usize)> = read.iter().map(|r| (r.doc_id.clone(), r.claims.len())).collect();
        replaced += library.replace(read)?;
        heard = heard && is_heard(told(done))?;
        bar.inc(ids.len() as u64);
    }
    bar.finish_and_clear();
    if !options.batch.quiet {
        eprintln!("{} read again", counted(replaced, "article"));
    }
    Ok(failures)
}

fn told(done: Vec<(String, usize)>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (doc_id, claims) in done {
        json(&mut out, &json!({ "doc_id": doc_id, "claims": claims }))?;
    }
    out.flush()
}

fn again(record: &Record, engine: &Engine) -> Result<Record, Failure> {
    let fail = |problem: Problem| Failure::new(format!("document {}", record.doc_id), problem);
    let article = record.article();
    let again = record.read_again(&article, &read(engine, &article).map_err(fail)?);
    again.check().map_err(|e| fail(e.into()))?;
    Ok(again)
}
