//! What was named, and what the caller says of it.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::PathBuf;

use reportedly::article::{Article, Found};
use reportedly_intake::{Kind, Named};

use crate::arguments::{NamedOptions, StatedOptions};
use crate::failure::{Failure, Problem};

/// How the output calls what the caller states.
const CALLER: &str = "caller";

/// The paths and addresses of the arguments and of the list, or standard input where there are none.
pub(crate) fn paths(named: &[PathBuf], list: &NamedOptions) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = named.to_vec();
    let Some(file) = &list.list else {
        if paths.is_empty() && io::stdin().is_terminal() {
            eprintln!("reportedly: reading from the keyboard; press Ctrl-D to finish");
        }
        return Ok(if paths.is_empty() { vec![PathBuf::from("-")] } else { paths });
    };
    let lines = match file.as_os_str() == "-" {
        true => {
            let mut words = String::new();
            io::stdin().read_to_string(&mut words).map(|_| words)
        }
        false => fs::read_to_string(file),
    };
    let lines = lines.map_err(|e| Failure::io(file.display().to_string(), e))?;
    // a comment, and the mark that some editors put before everything
    let lines = lines.trim_start_matches('\u{feff}').lines().map(str::trim);
    paths.extend(lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(PathBuf::from));
    match paths.is_empty() {
        true => Err(Failure::new(file.display().to_string(), Problem::EmptyList)),
        false => Ok(paths),
    }
}

impl StatedOptions {
    /// Refuses one address or headline for several inputs.
    pub(crate) fn check(&self, named: &Named, kind: Kind) -> Result<(), String> {
        let several = named.count() > 1 || named.is_open_ended(kind);
        match (several, &self.url, &self.title) {
            (true, Some(_), _) => Err("--url is the address of one article: name one file".to_owned()),
            (true, None, Some(_)) => Err("--title is the headline of one article: name one file".to_owned()),
            _ => Ok(()),
        }
    }

    /// Fills in what the article does not state.
    pub(crate) fn fill(&self, article: &mut Article) {
        let meta = &mut article.metadata;
        let stated = |words: &Option<String>| {
            words.clone().filter(|w| !w.trim().is_empty()).map(|words| Found::stated(words, CALLER))
        };
        meta.outlet = meta.outlet.take().or_else(|| stated(&self.outlet));
        meta.title = meta.title.take().or_else(|| stated(&self.title));
        // what the user says beats a guess, such as the day on which a file was made
        let known = meta.published.take().filter(|found| !found.guess || self.date.is_none());
        meta.published = known.or_else(|| self.date.map(|date| Found::stated(date, CALLER)));
        if meta.url.is_none() && self.url.is_some() {
            meta.url.clone_from(&self.url);
            meta.look_within();
        }
    }
}
