use std::fs::{self, File};
use std::io::{BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::arguments::From;
use crate::failure::{Failure, MAX_BYTES, Problem};
use crate::json_lines::{JsonLines, Line};

/// One thing to read; what it needs is fetched by the thread that reads it.
pub(crate) enum Input {
    /// A file and what it is.
    File(PathBuf, From),
    /// Standard input and what it is.
    Stdin(From),
    /// A line of a JSON Lines file, and its place.
    Line(String, Line),
    /// What failed already.
    Failed(Failure),
}

/// The files that the paths name, folders opened; in the order given, within a folder by name.
pub(crate) fn files(paths: &[PathBuf]) -> Vec<Result<PathBuf, Failure>> {
    let mut out = Vec::new();
    for path in paths {
        let before = out.len();
        if path.is_dir() {
            folder(path, &mut out);
            if out.len() == before {
                out.push(Err(Failure::new(shown(path), Problem::NothingInFolder)));
            }
        } else {
            out.push(Ok(path.clone()));
        }
    }
    out
}

fn folder(path: &Path, out: &mut Vec<Result<PathBuf, Failure>>) {
    let entries = fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(e) => return out.push(Err(Failure::io(shown(path), e))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // a link to a folder is not followed: it may lead back
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            folder(&path, out);
        } else if kind_of(&path) != From::Auto && path.is_file() {
            out.push(Ok(path));
        }
    }
}

/// What a file is by its name.
fn kind_of(path: &Path) -> From {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => From::Html,
        "txt" => From::Text,
        "jsonl" | "ndjson" => From::Jsonl,
        _ => From::Auto,
    }
}

/// The inputs one after the other; files are opened when their turn comes.
pub(crate) fn inputs(files: Vec<Result<PathBuf, Failure>>, from: From) -> impl Iterator<Item = Input> {
    files.into_iter().flat_map(move |file| -> Box<dyn Iterator<Item = Input>> {
        let path = match file {
            Ok(path) => path,
            Err(failure) => return Box::new(std::iter::once(Input::Failed(failure))),
        };
        let kind = if from == From::Auto { kind_of(&path) } else { from };
        let stdin = path.as_os_str() == "-";
        match (kind, stdin) {
            (From::Jsonl, true) => lines(Ok(std::io::stdin()), "standard input".to_owned()),
            (From::Jsonl, false) => lines(File::open(&path), shown(&path)),
            (kind, true) => Box::new(std::iter::once(Input::Stdin(kind))),
            (kind, false) => Box::new(std::iter::once(Input::File(path, kind))),
        }
    })
}

fn lines<R: Read + 'static>(opened: std::io::Result<R>, file: String) -> Box<dyn Iterator<Item = Input>> {
    match opened {
        Err(e) => Box::new(std::iter::once(Input::Failed(Failure::io(file, e)))),
        Ok(reader) => Box::new(JsonLines::new(BufReader::new(reader), file).map(|line| match line {
            Ok((place, line)) => Input::Line(place, line),
            Err(failure) => Input::Failed(failure),
        })),
    }
}

/// Whether a file of lines is among them.
pub(crate) fn has_lines(files: &[Result<PathBuf, Failure>], from: From) -> bool {
    from == From::Jsonl || files.iter().flatten().any(|path| kind_of(path) == From::Jsonl)
}

/// Whether nothing was named and nothing is piped in.
pub(crate) fn waits_for_keyboard(paths: &[PathBuf]) -> bool {
    paths.is_empty() && std::io::stdin().is_terminal()
}

/// The bytes of a file or of standard input, if there are some and not too many.
pub(crate) fn bytes(path: Option<&Path>) -> Result<Vec<u8>, Problem> {
    let io = |e: std::io::Error| Failure::io("", e).problem;
    let mut bytes = Vec::new();
    match path {
        Some(path) => {
            let file = File::open(path).map_err(io)?;
            let length = file.metadata().map_err(io)?.len();
            if length > MAX_BYTES {
                return Err(Problem::TooLarge);
            }
            file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        }
        None => {
            std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        }
    }
    match bytes.len() as u64 {
        0 => Err(Problem::Empty),
        n if n > MAX_BYTES => Err(Problem::TooLarge),
        _ => Ok(bytes),
    }
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}
