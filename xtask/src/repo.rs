//! Where things lie, and running other programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// What went wrong, in a sentence for a person.
pub type Result<T> = std::result::Result<T, String>;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A folder of our own inside cargo's target folder, made if it is not there.
pub fn target(name: &str) -> Result<PathBuf> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = root().join(target).join(name);
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder)
}

/// The folder with the data and the scorers, if this machine has one.
pub fn data() -> Option<PathBuf> {
    let folder = env::var_os("REPORTEDLY_DATA").map_or_else(|| root().join("../shared"), PathBuf::from);
    let folder = root().join(folder);
    folder.join("data/polnear/dev.jsonl").exists().then_some(folder)
}

/// What is said where the data is not there.
pub const NO_DATA: &str = "no data at $REPORTEDLY_DATA or ../shared (data/polnear/dev.jsonl is looked for): skipped. \
    The texts belong to their publishers and are not part of the project; see evaluation/README.md";

/// Reads a file of the repository or of the data.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Writes a file.
pub fn write(path: &Path, content: &str) -> Result<()> {
    fs::write(path, content).map_err(|e| format!("{}: {e}", path.display()))
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Runs a program, lets its messages through, and gives what it wrote; a failure is an error.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let done = run(command.stderr(std::process::Stdio::inherit()))?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    Err(format!("{} failed ({})", name(command), done.status))
}

/// Runs a program and gives all that came of it, failed or not.
pub fn run(command: &mut Command) -> Result<Output> {
    command.output().map_err(|e| format!("{} cannot be started: {e}", name(command)))
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args()).take(4);
    words.map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The optimized `reportedly`, built if it is not up to date.
pub fn reportedly() -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.args(["build", "--release", "--quiet", "--package", "reportedly-cli", "--message-format=json"]);
    let messages = output(&mut cargo)?;
    let messages = String::from_utf8_lossy(&messages);
    let built = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut programs = built.filter_map(|m| Some(PathBuf::from(m.get("executable")?.as_str()?)));
    programs.next_back().ok_or_else(|| "cargo built no reportedly".into())
}

/// Every file under a folder of the repository, as paths from its root with `/`, in order; build output is left out.
pub fn files(folder: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.trim_end_matches('/').to_string()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root().join(&folder)).map_err(|e| format!("{folder}: {e}"))?;
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if ["target", ".git", "__pycache__", "venv", "node_modules"].contains(&name.as_str()) {
                continue;
            }
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
