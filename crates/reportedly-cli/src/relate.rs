use std::collections::HashSet;
use std::io::{self, BufWriter, Write};

use rayon::prelude::*;
use reportedly::article::Article;
use reportedly::relations::{Document, Options, relate as relate_all};
use reportedly_records::{Reuse, doc_id, reuse_rows};

use crate::arguments::RelateOptions;
use crate::article::{article_of, article_of_line};
use crate::failure::{Failure, Problem};
use crate::inputs::{self, Input};

/// Relates everything that was named, in memory. What failed comes back.
pub(crate) fn relate(options: &RelateOptions) -> io::Result<Vec<Failure>> {
    let files = inputs::files(&options.paths);
    let all: Vec<Input> = inputs::inputs(files, options.from).collect();
    let read: Vec<Result<(String, Article), Failure>> = all.into_par_iter().map(article).collect();
    let (mut articles, mut failures, mut ids) = (Vec::new(), Vec::new(), HashSet::new());
    for one in read {
        match one {
            Ok((place, article)) => {
                let id = doc_id(&article);
                match ids.insert(id.clone()) {
                    true => articles.push((id, article)),
                    false => failures.push(Failure::new(place, Problem::Repeated(id))),
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    let documents: Vec<Document> =
        articles.iter().map(|(id, article)| Document { id, article, statements: &[] }).collect();
    let relations = relate_all(&documents, &Options { most_pairs: options.most_pairs, ..Options::default() });
    let mut out = BufWriter::new(io::stdout().lock());
    for row in reuse_rows(&documents, &relations) {
        match options.json {
            true => writeln!(out, "{}", serde_json::to_string(&row)?)?,
            false => writeln!(out, "{}", line(&row))?,
        }
    }
    out.flush()?;
    Ok(failures)
}

fn article(input: Input) -> Result<(String, Article), Failure> {
    let place = match &input {
        Input::File(path, _) => inputs::shown(path),
        Input::Stdin(_) => "standard input".to_owned(),
        Input::Line(place, _) => place.clone(),
        Input::Failed(failure) => failure.place.clone(),
    };
    let article = match input {
        Input::File(path, kind) => inputs::bytes(Some(&path)).and_then(|b| article_of(&b, kind, false)),
        Input::Stdin(kind) => inputs::bytes(None).and_then(|b| article_of(&b, kind, false)),
        Input::Line(_, line) => article_of_line(line),
        Input::Failed(failure) => Err(failure.problem),
    };
    match article {
        Ok(article) => Ok((place, article)),
        Err(problem) => Err(Failure::new(place, problem)),
    }
}

fn line(row: &Reuse) -> String {
    let Reuse { doc_a, begin_a, end_a, doc_b, begin_b, end_b, kind, similarity, direction, .. } = row;
    format!("{kind}\t{doc_a}\t{begin_a}-{end_a}\t{doc_b}\t{begin_b}-{end_b}\t{similarity}\t{direction}")
}
