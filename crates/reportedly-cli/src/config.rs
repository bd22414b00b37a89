//! Defaults of the user, from a file: what the command line does not say, nor the environment.
//!
//! The file is TOML. Its keys are options of the command, without the hyphens before them.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory, FromArgMatches};

use crate::failure::{Failure, Problem};
use crate::library::folder_of;
use crate::task::Arguments;

/// The options that can have a default in the file.
const KEYS: [&str; 5] = ["library", "model", "min-confidence", "as", "delay"];

/// The arguments of the process over the defaults of the file. Ends the process where they are wrong, or ask for
/// help.
pub(crate) fn arguments(given: impl IntoIterator<Item = OsString>) -> Result<Arguments, Failure> {
    let given: Vec<OsString> = given.into_iter().collect();
    let mut command = Arguments::command();
    if let Some((path, named)) = file(&given) {
        match fs::read_to_string(&path) {
            Ok(words) => command = with_defaults(command, &path, &words)?,
            Err(e) if e.kind() == ErrorKind::NotFound && !named => {}
            Err(e) => return Err(Failure::io(path.display().to_string(), e)),
        }
    }
    let matches = command.get_matches_from(given);
    Ok(Arguments::from_arg_matches(&matches).unwrap_or_else(|e| e.exit()))
}

/// The file that is named, or the one in the user's configuration folder; and whether it is named.
fn file(given: &[OsString]) -> Option<(PathBuf, bool)> {
    let before = given.iter().take_while(|word| *word != "--");
    let mut words = before.skip_while(|word| *word != "--config").skip(1);
    let joined = || given.iter().filter_map(|word| word.to_str()?.strip_prefix("--config=")).next_back();
    let named = words.next().map(PathBuf::from).or_else(|| joined().map(PathBuf::from));
    let named =
        named.or_else(|| std::env::var_os("REPORTEDLY_CONFIG").filter(|v| !v.is_empty()).map(PathBuf::from));
    match named {
        Some(path) => Some((path, true)),
        None => folder_of("XDG_CONFIG_HOME", ".config").map(|folder| (folder.join("config.toml"), false)),
    }
}

/// The command with the values of the file as its defaults.
fn with_defaults(command: Command, path: &Path, words: &str) -> Result<Command, Failure> {
    let bad = |why: String| Failure::new(path.display().to_string(), Problem::BadConfig(why));
    let table: toml::Table = words.parse().map_err(|e: toml::de::Error| bad(e.message().to_owned()))?;
    let mut defaults = Vec::new();
    for (key, value) in table {
        let known = KEYS.iter().find(|known| **known == key);
        let id = known.ok_or_else(|| bad(format!("there is no setting {key:?}")))?.replace('-', "_");
        let words = word(&value).ok_or_else(|| bad(format!("{key} must be a word or a number")))?;
        defaults.push((id, if key == "library" { at_home(words) } else { words }));
    }
    Ok(command.mut_subcommands(|command| {
        // what is kept is kept whole: only what is shown is thinned
        let keeps = has_default(&command, "library");
        let is_for =
            |command: &Command, id: &str| has_default(command, id) && !(keeps && id == "min_confidence");
        defaults.iter().fold(command, |command, (id, value)| match is_for(&command, id) {
            true => command.mut_arg(id, |arg| arg.default_value(value.clone())),
            false => command,
        })
    }))
}

/// "~/news.db" is in the user's own folder, as for a shell.
fn at_home(path: String) -> String {
    let home = || std::env::home_dir().filter(|home| home.is_absolute());
    let whole = path.strip_prefix("~/").and_then(|rest| Some(home()?.join(rest).to_str()?.to_owned()));
    whole.unwrap_or(path)
}

/// Whether a command has the option. Elsewhere `--as` is a shape of the output, and has another id.
fn has_default(command: &Command, id: &str) -> bool {
    command.get_arguments().any(|arg| arg.get_id() == id)
}

fn word(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(words) => Some(words.clone()),
        toml::Value::Integer(n) => Some(n.to_string()),
        toml::Value::Float(x) => Some(x.to_string()),
        _ => None,
    }
}
