//! `cargo xtask tidy`: what the documents promise about the code, each promise with a check.

mod arrows;
mod circles;
mod english;
mod folders;
mod glossary;
mod licences;
mod lints;
mod modules;
mod named;
mod packages;
mod paths;
mod purity;
mod reviewed;
mod size;
mod tour;
mod words;

use crate::repo::Result;
use packages::Packages;
use reviewed::Reviewed;

/// The crates that do no I/O, read no clock, start no thread and keep no global.
pub const PURE: [&str; 5] =
    ["reportedly-core", "reportedly-page", "reportedly", "reportedly-model", "reportedly-records"];

type Check = (&'static str, Result<Vec<String>>);

/// Runs all checks and lists what is not as promised.
pub fn run() -> Result<()> {
    let wrong = problems()?;
    if wrong.is_empty() {
        println!("tidy");
        return Ok(());
    }
    Err(format!("{} not as promised:\n- {}", wrong.len(), wrong.join("\n- ")))
}

fn problems() -> Result<Vec<String>> {
    let (packages, reviewed) = (Packages::load()?, Reviewed::load()?);
    let checks: Vec<Check> = vec![
        ("arrows between crates", Ok(arrows::check(&packages))),
        ("arrows between folders", folders::check()),
        ("circles of files", circles::check()),
        ("purity", Ok(purity::check(&packages, &reviewed))),
        ("licences", Ok(licences::check(&packages, &reviewed))),
        ("lints of the pure crates", lints::check()),
        ("paths named in documents", paths::check()),
        ("glossary", glossary::check()),
        ("length of files", size::check()),
        ("tour of the code", tour::check()),
        ("words of a language outside of language/", english::check()),
    ];
    let mut wrong = Vec::new();
    for (name, found) in checks {
        wrong.extend(found?.into_iter().map(|problem| format!("{name}: {problem}")));
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_is_as_promised() {
        assert_eq!(super::problems().unwrap(), Vec::<String>::new());
    }
}
