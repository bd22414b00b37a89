use std::collections::HashSet;
use std::io::{self, BufWriter, Write};

use rayon::prelude::*;
use reportedly::article::Article;
use reportedly::relations::{Document, RelateOptions as Options, relate as relate_all};
use reportedly::trace::Statement;
use reportedly_intake::{self as intake, Input, Opened};
use reportedly_records::{ClaimGroup, DriftRow, Record, Reuse, claim_groups, doc_id, reuse_rows};
use serde::Serialize;

use crate::arguments::{ReaderOptions, RelateOptions, Table};
use crate::counted::counted;
use crate::failure::{Failure, Problem};
use crate::library::line as plain;
use crate::publishers::publishers;

/// Relates everything that was named, in memory. What failed comes back.
pub(crate) fn relate(options: &RelateOptions) -> io::Result<Vec<Failure>> {
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let kind = options.from;
    let inputs =
        intake::named(&options.paths).inputs(&intake::Options { kind, ..intake::Options::default() });
    let all: Vec<Input> = inputs.collect();
    let read: Vec<Result<(String, Article), Failure>> = all.into_par_iter().filter_map(article).collect();
    let (articles, failures) = named(read);
    let statements = match options.only {
        Some(Table::Reuse) => vec![Vec::new(); articles.len()],
        _ => statements(&articles, options.reader)?,
    };
    let documents: Vec<Document> = articles
        .iter()
        .zip(&statements)
        .map(|((id, article), statements)| Document { id, article, statements })
        .collect();
    let relations = relate_all(&documents, &Options { most_pairs: options.most_pairs, publishers });
    let mut out = BufWriter::new(io::stdout().lock());
    if options.only != Some(Table::ClaimGroups) {
        for row in reuse_rows(&documents, &relations) {
            write(&mut out, options.json, Row::Reuse(&row), || line(&row))?;
        }
    }
    if options.only != Some(Table::Reuse) {
        for group in claim_groups(&documents, &relations) {
            write(&mut out, options.json, Row::ClaimGroups(&group), || lines(&group))?;
        }
    }
    out.flush()?;
    Ok(failures)
}

/// A row, and which table it belongs to.
#[derive(Serialize)]
#[serde(tag = "table", rename_all = "snake_case")]
enum Row<'a> {
    Reuse(&'a Reuse),
    ClaimGroups(&'a ClaimGroup),
}

fn write(out: &mut impl Write, json: bool, row: Row, plain: impl Fn() -> String) -> io::Result<()> {
    let words = if json { serde_json::to_string(&row)? } else { plain() };
    writeln!(out, "{words}")
}

type Named = Vec<(String, Article)>;

/// The articles by their ids; one that has the id of another is a failure.
fn named(read: Vec<Result<(String, Article), Failure>>) -> (Named, Vec<Failure>) {
    let (mut articles, mut failures, mut ids) = (Vec::new(), Vec::new(), HashSet::new());
    for one in read {
        match one {
            Ok((place, article)) => {
                let id = doc_id(&article);
                // the same words in two files without an address are two papers: each has the name of its file
                let id = match article.id.is_none() && address(&article).is_none() && ids.contains(&id) {
                    true => file_name(&place),
                    false => id,
                };
                match ids.insert(id.clone()) {
                    true => articles.push((id, article)),
                    false => failures.push(Failure::new(place, Problem::Repeated(id))),
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    (articles, failures)
}

fn address(article: &Article) -> Option<&str> {
    let meta = &article.metadata;
    meta.canonical_url.as_ref().map(|found| found.value.as_str()).or(meta.url.as_deref())
}

fn file_name(place: &str) -> String {
    place.rsplit(['/', '\\']).next().unwrap_or(place).to_owned()
}

/// The claims of each article, as the reader finds them.
fn statements(articles: &[(String, Article)], reader: ReaderOptions) -> io::Result<Vec<Vec<Statement>>> {
    let engine = reader.engine()?;
    let of = |article: &Article| {
        let record = Record::new(article, &engine.read(article), false);
        record.statements(article)
    };
    // one thread each: the reader's products would spread over the pool
    Ok(articles.par_iter().map(|(_, article)| of(article)).collect())
}

/// The article of an input and its place; `None` where it is no page.
fn article(input: Input) -> Option<Result<(String, Article), Failure>> {
    match input.open(false) {
        Ok(Opened::Article(capture)) => Some(Ok((capture.place, capture.article))),
        Ok(_) => None,
        Err(failure) => Some(Err(failure.into())),
    }
}

fn line(row: &Reuse) -> String {
    let Reuse { doc_a, begin_a, end_a, doc_b, begin_b, end_b, kind, similarity, direction, .. } = row;
    let [doc_a, doc_b] = [doc_a, doc_b].map(|id| plain(id, 200));
    format!("{kind}\t{doc_a}\t{begin_a}-{end_a}\t{doc_b}\t{begin_b}-{end_b}\t{similarity}\t{direction}")
}

fn lines(group: &ClaimGroup) -> String {
    let ClaimGroup { pages, texts, publishers, origins, .. } = group;
    let n = |n: u32, one: &str| counted(n as usize, one);
    let words = &group.words;
    let mut out = format!(
        "claim\t{}, {}, {}, {}\t{words:?}",
        n(*pages, "page"),
        n(*texts, "text"),
        n(*publishers, "publisher"),
        n(*origins, "origin")
    );
    out += &format!("\n\tverdict\t{}", plain(&group.verdict, 2000));
    for carrier in &group.carriers {
        out += &format!(
            "\n\t{}\t{}\t{}",
            carrier.presented_as,
            plain(&carrier.doc_id, 200),
            plain(&carrier.told, 300)
        );
    }
    for drift in &group.drift {
        let DriftRow { kind, from_doc, to_doc, words, .. } = drift;
        let [from_doc, to_doc] = [from_doc, to_doc].map(|id| plain(id, 200));
        out += &format!("\n\t{kind}\t{from_doc} -> {to_doc}\t{words:?}");
    }
    out
}
