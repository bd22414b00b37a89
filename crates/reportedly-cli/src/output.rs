use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use reportedly_records::form::{SoFar, stem, title};
use reportedly_records::render::{self, Terminal};
use reportedly_records::{Mismatch, Record};

use crate::Stop;
use crate::arguments::{Shape, TERMINAL};
use crate::counted::counted;
use crate::screen;

/// How one record is shown; shared by all threads.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    shape: Shape,
    terminal: Terminal,
}

/// One record as it is written: its id, its title, and its files by their endings.
pub(crate) struct Shown {
    doc_id: String,
    title: String,
    files: Vec<(&'static str, String)>,
    /// How many incidents do not go out, and for want of what.
    left_out: Option<(usize, &'static str)>,
}

impl Look {
    pub(crate) fn of(shape: Shape, no_color: bool, width: Option<usize>, to_file: bool) -> Self {
        let colour = screen::colour(no_color, to_file);
        Self { shape, terminal: Terminal { width: screen::width(width), colour, timeline: false } }
    }

    /// The same with the timeline in place of text and claims.
    pub(crate) fn timeline(mut self, timeline: bool) -> Self {
        self.terminal.timeline = timeline;
        self
    }

    /// The record in the shape asked for.
    pub(crate) fn show(&self, record: &Record) -> Result<Shown, Mismatch> {
        let files = match self.shape {
            Shape::Form(form) if self.shape.is_apart() => form.files(record)?,
            Shape::Form(form) => vec![(form.ending, form.write(record)?)],
            Shape::Terminal => {
                record.check()?;
                vec![(TERMINAL, render::terminal(record, &self.terminal))]
            }
        };
        let left_out = match self.shape {
            Shape::Form(form) => form.left_out(record),
            Shape::Terminal => None,
        };
        Ok(Shown { doc_id: record.doc_id.clone(), title: title(record), files, left_out })
    }
}

/// Where the output goes, with what stands before, between and after the records. A file or a folder gets its name
/// when all is written; where nothing could be read, what stood there stays.
pub(crate) struct Output {
    to: To,
    shape: Shape,
    so_far: SoFar,
    begun: bool,
    /// How many incidents did not go out, and for want of what.
    left_out: (usize, &'static str),
}

enum To {
    Stdout(io::Stdout),
    /// What is no plain file: a pipe, a terminal.
    Other(File),
    File(BufWriter<File>, Part),
    Folder(Part),
}

/// A file or a folder that is being written.
struct Part {
    part: PathBuf,
    whole: PathBuf,
}

impl Part {
    fn of(whole: PathBuf) -> Self {
        let mut part = whole.as_os_str().to_owned();
        part.push(".reportedly-part");
        Self { part: part.into(), whole }
    }

    fn done(&self) -> io::Result<()> {
        fs::rename(&self.part, &self.whole).map_err(|e| named(&self.whole, &e))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // gone already where it got its name
        let _ = fs::remove_file(&self.part).or_else(|_| fs::remove_dir_all(&self.part));
    }
}

impl Output {
    /// Opens what `path` names; `None` is standard output.
    pub(crate) fn open(shape: Shape, path: Option<&Path>) -> Result<Self, Stop> {
        let to = match (path, shape) {
            (Some(path), Shape::Form(form)) if shape.is_apart() => {
                let part = folder(path)?;
                form.once().try_for_each(|(name, content)| fs::write(part.part.join(name), content))?;
                To::Folder(part)
            }
            (None, Shape::Form(form)) if shape.is_apart() => {
                let name = form.name;
                return Err(Stop::Usage(format!(
                    "{name} is written as files: name a new folder with -o FOLDER"
                )));
            }
            (Some(path), _) => file(path)?,
            (None, _) => To::Stdout(io::stdout()),
        };
        Ok(Self { to, shape, so_far: SoFar::default(), begun: false, left_out: (0, "") })
    }

    pub(crate) fn write(&mut self, shown: Shown) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.begun, true);
        if let Some((n, what)) = shown.left_out {
            self.left_out = (self.left_out.0 + n, what);
        }
        if let To::Folder(Part { part, .. }) = &self.to {
            let stem = free(part, &shown);
            return shown.files.iter().try_for_each(|(ending, content)| {
                let file = part.join(format!("{stem}.{ending}"));
                fs::write(&file, content).map_err(|e| named(&file, &e))
            });
        }
        for (_, content) in shown.files {
            let content = match self.shape {
                Shape::Form(form) => form.add(&mut self.so_far, content, &shown.doc_id, &shown.title),
                Shape::Terminal if first => content,
                Shape::Terminal => "\n\n".to_owned() + &content,
            };
            self.put(&content)?;
        }
        Ok(())
    }

    fn put(&mut self, words: &str) -> io::Result<()> {
        match &mut self.to {
            To::Stdout(to) => to.write_all(words.as_bytes()),
            To::Other(to) => to.write_all(words.as_bytes()),
            To::File(to, _) => to.write_all(words.as_bytes()),
            To::Folder(_) => Ok(()),
        }
    }

    pub(crate) fn close(mut self) -> io::Result<()> {
        if let (Shape::Form(form), true) = (self.shape, self.begun) {
            self.put(&form.end(&self.so_far))?;
            if self.left_out.0 > 0 {
                eprintln!(
                    "reportedly: {} without {} left out",
                    counted(self.left_out.0, "incident"),
                    self.left_out.1
                );
            }
        }
        match &mut self.to {
            To::Stdout(to) => to.flush(),
            To::Other(to) => to.flush(),
            To::File(to, part) => to.flush().and_then(|()| if self.begun { part.done() } else { Ok(()) }),
            To::Folder(part) if self.begun => part.done(),
            To::Folder(_) => Ok(()),
        }
    }
}

/// A link stays one: what it leads to is written.
fn file(path: &Path) -> io::Result<To> {
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = whole.metadata().ok();
    if before.as_ref().is_some_and(|m| !m.is_file()) {
        return File::create(path).map(To::Other).map_err(|e| named(path, &e));
    }
    let part = Part::of(whole);
    let file = File::create(&part.part).map_err(|e| named(path, &e))?;
    // who may read what stood there may read this, nobody else
    if let Some(before) = before {
        file.set_permissions(before.permissions())?;
    }
    Ok(To::File(BufWriter::new(file), part))
}

fn folder(path: &Path) -> Result<Part, Stop> {
    if path.exists() {
        let place = path.display();
        return Err(Stop::Usage(format!("{place}: exists already: name a folder that does not exist yet")));
    }
    let part = Part::of(path.components().collect());
    // what was left half by a kill is taken away
    let _ = fs::remove_dir_all(&part.part);
    fs::create_dir(&part.part).map_err(|e| named(path, &e))?;
    Ok(part)
}

/// The name of the files of a record: nobody's yet, also where names differ only by capitals.
fn free(folder: &Path, shown: &Shown) -> String {
    let stem = stem(&shown.doc_id);
    let taken = |stem: &str| shown.files.iter().any(|(end, _)| folder.join(format!("{stem}.{end}")).exists());
    let again = (2..).map(|n| format!("{stem}-{n}"));
    [stem.clone()].into_iter().chain(again).find(|stem| !taken(stem)).unwrap_or(stem)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
