//! The commands that keep articles in a library and look them up.

mod add;
mod arguments;
mod change;
mod files;
mod hand;
mod look;
mod relations;
mod remove;
mod reread;
mod shelf;
mod stories;
mod story_arguments;
mod watch;

pub use arguments::LibraryTask;

pub(crate) use change::user;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use reportedly_library::{Access, Library};
use serde::Serialize;

use crate::Stop;
use crate::counted::counted;
use crate::failure::Failure;
use shelf::Shelf;

type Done = Result<Vec<Failure>, Stop>;

/// Runs one of the commands. What could not be read comes back.
pub(crate) fn run(task: &LibraryTask) -> Done {
    match task {
        LibraryTask::Add(options) if options.watch => watch::watch(options),
        LibraryTask::Add(options) => add::add(options),
        LibraryTask::List(options) => look::list(options),
        LibraryTask::Show(options) => look::show(options),
        LibraryTask::Search(options) => look::search(options),
        LibraryTask::Copies(options) => relations::copies(options),
        LibraryTask::Trace(options) => relations::trace(options),
        LibraryTask::Stories(options) => stories::stories(options),
        LibraryTask::Story(options) => stories::story(options),
        LibraryTask::Correct(options) => change::correct(options),
        LibraryTask::Note(options) => change::note(options),
        LibraryTask::Tag(options) => change::tag(options),
        LibraryTask::Remove(options) => remove::remove(options),
        LibraryTask::Reread(options) => reread::reread(options),
        LibraryTask::Export(options) => files::export(options),
        LibraryTask::Import(options) => files::import(options),
        LibraryTask::Backup(options) => files::backup(options),
        LibraryTask::Verify(options) => files::verify(options),
    }
}

fn open(shelf: &Shelf, access: Access) -> Result<Library, Stop> {
    let path = match access {
        Access::Create => path_to_make(shelf.library.as_ref())?,
        _ => path(shelf.library.as_ref())?,
    };
    Ok(Library::open(&path, access)?)
}

/// The same as [`path`], with the folder that the system has for our data: nobody names that one.
pub(crate) fn path_to_make(named: Option<&PathBuf>) -> Result<PathBuf, Stop> {
    let path = path(named)?;
    if let (None, Some(folder)) = (named, path.parent()) {
        fs::create_dir_all(folder)
            .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", folder.display())))?;
    }
    Ok(path)
}

/// The library that was named, else the one in the user's data folder.
pub(crate) fn path(named: Option<&PathBuf>) -> Result<PathBuf, Stop> {
    match named {
        Some(path) => Ok(path.clone()),
        None => default_path().ok_or_else(|| {
            Stop::Usage("no data folder found: name the library with --library FILE".to_owned())
        }),
    }
}

/// `reportedly/library.db` in the folder that the system has for a user's data.
fn default_path() -> Option<PathBuf> {
    folder_of("XDG_DATA_HOME", ".local/share").map(|folder| folder.join("library.db"))
}

/// Our folder in the one that the system has for a user's data or configuration: on Linux that of the variable, or
/// else the one in the user's own.
pub(crate) fn folder_of(variable: &str, in_home: &str) -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
    let home = || std::env::home_dir().filter(|p| p.is_absolute());
    let folder = match std::env::consts::OS {
        "windows" => set("APPDATA"),
        "macos" => home().map(|h| h.join("Library").join("Application Support")),
        _ => set(variable).or_else(|| home().map(|h| h.join(in_home))),
    };
    folder.map(|folder| folder.join("reportedly"))
}

/// One line of JSON.
fn json(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *to, value)?;
    to.write_all(b"\n")
}

/// Whether what was printed found a reader. One who has seen enough does not end the work.
fn is_heard(printed: io::Result<()>) -> io::Result<bool> {
    match printed {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        printed => printed.map(|()| true),
    }
}

/// Words on one line, safe for a terminal, cut after some characters.
pub(crate) fn line(words: &str, longest: usize) -> String {
    let plain: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let one = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match one.char_indices().nth(longest) {
        None => one,
        Some((at, _)) => format!("{}…", one.get(..at).unwrap_or_default().trim_end()),
    }
}
