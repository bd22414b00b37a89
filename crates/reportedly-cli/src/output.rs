use std::fs::File;
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

/// Where the output goes, with what stands before, between and after the records.
pub(crate) struct Output {
    to: Box<dyn Write>,
    shape: Shape,
    begun: bool,
}

impl Output {
    pub(crate) fn open(options: &ReadOptions) -> io::Result<Self> {
        let to: Box<dyn Write> = match file(options) {
            Some(path) => Box::new(BufWriter::new(File::create(path).map_err(|e| named(path, &e))?)),
            None => Box::new(io::stdout()),
        };
        Ok(Self { to, shape: options.shape(), begun: false })
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
        self.to.flush()
    }
}

fn file(options: &ReadOptions) -> Option<&PathBuf> {
    options.output.as_ref().filter(|path| path.as_os_str() != "-")
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
