//! A Python environment of our own for what needs Python packages; made once, kept under cargo's target folder.

use crate::repo::{self, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python of an environment that holds the pinned packages of `requirements`, made if it is not there.
pub fn python(name: &str, requirements: &Path) -> Result<PathBuf> {
    let folder = repo::target(name)?.join("venv");
    let (python, made_for) = (folder.join("bin/python"), folder.join("made-for.txt"));
    let wanted = repo::read(requirements)?;
    if repo::read(&made_for).is_ok_and(|have| have == wanted) {
        return Ok(python);
    }
    eprintln!("makes a Python environment in {} (once)", folder.display());
    repo::output(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    repo::output(Command::new(&python).args(pip).arg(requirements))?;
    repo::write(&made_for, &wanted)?;
    Ok(python)
}
