use std::io::{self, Write};

use rayon::prelude::*;
use reportedly::Engine;
use reportedly_library::{Access, Change, Corrected};
use reportedly_records::Record;
use serde_json::json;

use super::arguments::{CorrectOptions, RereadOptions};
use super::{Done, counted, is_heard, json, line, open};
use crate::Stop;
use crate::engine::read;
use crate::failure::{Failure, Problem};
use crate::read::PER_THREAD;
use crate::screen;

/// One correction, or all of them so far.
pub(super) fn correct(options: &CorrectOptions) -> Done {
    if options.log {
        return log(options);
    }
    let change = match options.remove {
        true => Change::Remove,
        false => Change::Set {
            content: options.content.clone(),
            cue: options.cue.clone(),
            source: options.source.clone(),
        },
    };
    if matches!(&change, Change::Set { content: None, cue: None, source: None }) {
        return Err(Stop::Usage("nothing to change: give --content, --cue, --source or --remove".to_owned()));
    }
    let who = options.who.clone().filter(|who| !who.trim().is_empty()).unwrap_or_else(user);
    let mut library = open(&options.shelf, Access::Write)?;
    let done = match (&options.article, &options.claim) {
        (Some(article), _) => library.add_claim(article, &change, &who)?,
        (None, claim) => library.correct(claim.as_deref().unwrap_or_default(), &change, &who)?,
    };
    tell(options, &done)?;
    Ok(Vec::new())
}

/// The name of the user, for the log of corrections.
pub(crate) fn user() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|who| !who.trim().is_empty());
    ["USER", "USERNAME"].iter().find_map(set).unwrap_or_else(|| "unknown".to_owned())
}

fn tell(options: &CorrectOptions, done: &Corrected) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if options.shelf.json {
        let told = json!({ "claim_id": done.claim_id, "claim": done.claim, "doc_ids": done.doc_ids });
        return json(&mut out, &told);
    }
    let articles = counted(done.doc_ids.len(), "article");
    match &done.claim {
        None => writeln!(out, "{} removed from {articles}", done.claim_id),
        Some(claim) => {
            writeln!(out, "{}  {}", done.claim_id, line(&claim.in_a_line(), 400))?;
            writeln!(out, "    corrected in {articles}")
        }
    }
}

fn log(options: &CorrectOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    for row in library.corrections()? {
        if options.shelf.json {
            json(&mut out, &row)?;
            continue;
        }
        let word = |name: &str| row[name].as_str().unwrap_or("-").to_owned();
        let words = |name: &str| {
            let pieces = |part: &str| {
                let pieces = row[name][part].as_array().into_iter().flatten();
                pieces.filter_map(|p| p["text"].as_str()).collect::<Vec<_>>().join(" … ")
            };
            match row[name].is_null() {
                true => "nothing".to_owned(),
                false => format!("{}: {}", line(&pieces("source"), 60), line(&pieces("content"), 120)),
            }
        };
        let (when, who) = (word("made_at"), line(&word("who"), 40));
        writeln!(out, "{when}\t{who}\t{}\t{}\t-> {}", word("claim_id"), words("old"), words("new"))?;
    }
    Ok(Vec::new())
}

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
