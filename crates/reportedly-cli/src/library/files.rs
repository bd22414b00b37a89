use std::io::{self, Write};

use reportedly_library::{Access, Export, FileFormat, Library, Manifest};
use serde_json::json;

use super::arguments::{BackupOptions, ExportOptions, Format, ImportOptions, VerifyOptions};
use super::look::tell_unread;
use super::{Done, counted, json, open};
use crate::Stop;
use crate::arguments::Shape;
use crate::output::{Look, Output};
use crate::publishers::publishers;

/// All tables as files, or all articles in one form.
pub(super) fn export(options: &ExportOptions) -> Done {
    let mut library = open(&options.shelf, Access::Read)?;
    if let Some(shape) = options.shape {
        return articles(&library, shape, options);
    }
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let format = match options.format {
        Format::Jsonl => FileFormat::Jsonl,
        Format::Csv => FileFormat::Csv,
        Format::Parquet => FileFormat::Parquet,
    };
    let manifest = library.export(&options.to, &Export { format, most_pairs: options.pairs, publishers })?;
    tell(&manifest, options.shelf.json)
}

fn articles(library: &Library, shape: Shape, options: &ExportOptions) -> Done {
    let look = Look::of(shape, true, None, true);
    let mut output = Output::open(shape, Some(&options.to))?;
    let documents = library.list()?;
    for document in &documents {
        let record = library.record(&document.doc_id)?;
        output.write(look.show(&record).map_err(io::Error::other)?)?;
    }
    output.close()?;
    if matches!(shape, Shape::Form(form) if form.is_of_incidents()) {
        tell_unread(library)?;
    }
    let mut out = io::stdout().lock();
    match options.shelf.json {
        true => json(&mut out, &json!({ "export": options.to, "documents": documents.len() }))?,
        false => writeln!(out, "{}\t{}", options.to.display(), counted(documents.len(), "article"))?,
    }
    Ok(Vec::new())
}

/// An export as a library.
pub(super) fn import(options: &ImportOptions) -> Done {
    let mut library = open(&options.shelf, Access::Create)?;
    let manifest = library.import(&options.from)?;
    tell(&manifest, options.shelf.json)
}

fn tell(manifest: &Manifest, as_json: bool) -> Done {
    let mut out = io::stdout().lock();
    if as_json {
        json(&mut out, manifest)?;
        return Ok(Vec::new());
    }
    for table in &manifest.tables {
        writeln!(out, "{}\t{} rows", table.file, table.rows)?;
    }
    Ok(Vec::new())
}

/// A copy in one file.
pub(super) fn backup(options: &BackupOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    library.backup(&options.to)?;
    if options.shelf.json {
        json(&mut io::stdout().lock(), &json!({ "backup": options.to }))?;
    }
    Ok(Vec::new())
}

/// Whether all is as it was kept.
pub(super) fn verify(options: &VerifyOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let found = library.verify()?;
    let mut out = io::stdout().lock();
    if options.shelf.json {
        let problems = &found.problems;
        json(
            &mut out,
            &json!({ "documents": found.documents, "claims": found.claims, "problems": problems }),
        )?;
    }
    match found.problems.is_empty() {
        true if options.shelf.json => Ok(Vec::new()),
        true => {
            let (documents, claims) = (found.documents as usize, found.claims as usize);
            writeln!(out, "no problems: {}, {}", counted(documents, "article"), counted(claims, "claim"))?;
            Ok(Vec::new())
        }
        false => Err(Stop::Usage(format!("{}: {}", library.path().display(), found.problems.join("\n  ")))),
    }
}
