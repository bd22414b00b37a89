use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use reportedly_records::render::{self, Terminal};
use reportedly_records::{Mismatch, Record, export};

use crate::arguments::{ReadOptions, Shape};
use crate::screen;

/// How one record is shown; shared by all threads.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    shape: Shape,
    terminal: Terminal,
}

impl Look {
    pub(crate) fn new(options: &ReadOptions) -> Self {
        Self::of(options.shape(), options.no_color, options.width, file(options).is_some())
    }

    pub(crate) fn of(shape: Shape, no_color: bool, width: Option<usize>, to_file: bool) -> Self {
        let colour = screen::colour(no_color, to_file);
        Self { shape, terminal: Terminal { width: screen::width(width), colour } }
    }

    /// The record in the shape asked for.
    pub(crate) fn show(&self, record: &Record) -> Result<String, Mismatch> {
        record.check()?;
        Ok(match self.shape {
            Shape::Json => record.to_json()? + "\n",
            Shape::Terminal => render::terminal(record, &self.terminal),
            Shape::Html => render::html::article(record),
            Shape::Case => render::case(record),
            Shape::Plain => render::plain(record),
            Shape::Annotation => export::annotation(record).to_string() + "\n",
            Shape::SchemaOrg => export::schema_org(record).to_string() + "\n",
        })
    }
}

/// Where the output goes, with what stands before, between and after the records. A file gets its name when all
/// is written; where nothing could be read, what stood there stays.
pub(crate) struct Output {
    to: Box<dyn Write>,
    file: Option<Part>,
    shape: Shape,
    begun: bool,
}

/// A file that is being written.
struct Part {
    part: PathBuf,
    whole: PathBuf,
}

impl Part {
    /// `None` for what is no plain file: a pipe, a terminal. A link stays one: what it leads to is written.
    fn of(whole: &Path) -> Option<Self> {
        let whole = &fs::canonicalize(whole).unwrap_or_else(|_| whole.to_owned());
        let mut part = whole.as_os_str().to_owned();
        part.push(".reportedly-part");
        let plain = whole.metadata().map_or(true, |m| m.is_file());
        plain.then(|| Self { part: part.into(), whole: whole.to_owned() })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // gone already where it got its name
        let _ = fs::remove_file(&self.part);
    }
}

impl Output {
    pub(crate) fn open(options: &ReadOptions) -> io::Result<Self> {
        let (path, shape) = (file(options), options.shape());
        let file = path.and_then(|path| Part::of(path));
        let to: Box<dyn Write> = match file.as_ref().map(|file| &file.part).or(path) {
            Some(to) => {
                let file = File::create(to).map_err(|e| named(path.map_or(to, PathBuf::as_path), &e))?;
                // who may read what stood there may read this, nobody else
                if let Some(before) = path.and_then(|p| p.metadata().ok()).filter(fs::Metadata::is_file) {
                    file.set_permissions(before.permissions())?;
                }
                Box::new(BufWriter::new(file))
            }
            None => Box::new(io::stdout()),
        };
        Ok(Self { to, file, shape, begun: false })
    }

    pub(crate) fn write(&mut self, shown: &str, title: &str) -> io::Result<()> {
        let before = match (self.shape, self.begun) {
            (Shape::Html, false) => render::html::head(title),
            (Shape::Terminal, true) => "\n\n".to_owned(),
            (Shape::Case, true) => "\n".to_owned(),
            _ => String::new(),
        };
        self.begun = true;
        self.to.write_all((before + shown).as_bytes())
    }

    pub(crate) fn close(mut self) -> io::Result<()> {
        if self.shape == Shape::Html && self.begun {
            self.to.write_all(render::html::foot().as_bytes())?;
        }
        self.to.flush()?;
        match &self.file {
            Some(Part { part, whole }) if self.begun => fs::rename(part, whole).map_err(|e| named(whole, &e)),
            _ => Ok(()),
        }
    }
}

pub(crate) fn file(options: &ReadOptions) -> Option<&PathBuf> {
    options.output.as_ref().filter(|path| path.as_os_str() != "-")
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
