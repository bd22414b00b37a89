//! No files of a crate import each other in a loop.
//!
//! An arrow leads to the file where a name is defined, through all that re-exports it. What a file takes
//! from the modules that it lies in is no arrow: those stand for their folder.

use super::modules::{self, Module, inside, module, test_modules};
use super::named::{Use, named};
use crate::repo::{self, Result};
use std::collections::{BTreeMap, BTreeSet};

/// What each file takes from which others, by name.
type Arrows = BTreeMap<Module, BTreeMap<Module, BTreeSet<String>>>;

/// A name that is handed on by more `use`s than that is not followed: it may go round.
const MOST_USES: usize = 9;

pub fn check() -> Result<Vec<String>> {
    let files = repo::files("crates")?.into_iter().chain(repo::files("xtask")?);
    let mut crates: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for file in files.filter(|file| file.ends_with(".rs")) {
        if let Some((name, inside)) = file.split_once("/src/") {
            let code = repo::read(&repo::root().join(&file))?;
            crates.entry(format!("{name}/src")).or_default().push((inside.to_string(), code));
        }
    }
    Ok(crates.iter().flat_map(|(name, files)| of_crate(name, files)).collect())
}

/// The circles among the files of one crate, given by path and code.
fn of_crate(name: &str, files: &[(String, String)]) -> Vec<String> {
    let path = |module: &Module| {
        let file = files.iter().map(|(path, _)| path).find(|path| modules::module(path) == *module);
        file.cloned().unwrap_or_default()
    };
    let arrows = arrows(files);
    let told = circles(&arrows).into_iter().map(|circle| {
        let inside =
            circle.iter().flat_map(|&from| arrows[from].iter().map(move |(to, names)| (from, to, names)));
        let told = inside.filter(|(_, to, _)| circle.contains(to)).map(|(from, to, names)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("\n    {} -> {}: {}", path(from), path(to), names.join(", "))
        });
        format!("files of {name} import each other in a loop{}", told.collect::<String>())
    });
    told.collect()
}

fn arrows(files: &[(String, String)]) -> Arrows {
    let code: BTreeMap<Module, _> =
        files.iter().rev().map(|(path, code)| (module(path), named(code))).collect();
    let tests = test_modules(&code);
    let counted = code.iter().filter(|(module, _)| !tests.iter().any(|test| module.starts_with(test)));
    let uses = code.iter().map(|(module, named)| (module, named.uses.as_slice())).collect();
    let mut arrows = Arrows::new();
    for (from, named) in counted {
        let to = arrows.entry(from.clone()).or_default();
        for path in named.uses.iter().map(|used| &used.path).chain(&named.paths) {
            if let Some(found) = find(&uses, from, path, MOST_USES).filter(|found| !from.starts_with(found)) {
                to.entry(found).or_default().insert(path.last().copied().unwrap_or_default().to_string());
            }
        }
    }
    arrows
}

/// The file that defines what a path means in a module, if it is one of this crate.
fn find(uses: &BTreeMap<&Module, &[Use]>, from: &[String], path: &[&str], most: usize) -> Option<Module> {
    let mut at = from.to_vec();
    for (step, &name) in path.iter().enumerate() {
        let next = match name {
            "crate" => Module::new(),
            "self" => at.clone(),
            "super" => at[..at.len().saturating_sub(1)].to_vec(),
            _ => inside(&at, name),
        };
        if uses.contains_key(&next) {
            at = next;
        } else if let Some(used) = uses[&at].iter().find(|used| used.name == name) {
            let longer = [&used.path, &path[step + 1..]].concat();
            return find(uses, &at, &longer, most.checked_sub(1)?);
        } else {
            return (step > 0).then_some(at);
        }
    }
    Some(at)
}

/// The groups of files that can all be reached from each other.
fn circles(arrows: &Arrows) -> Vec<BTreeSet<&Module>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        arrows.keys().map(|from| (from, reached(arrows, from))).collect();
    let mut circles: Vec<BTreeSet<&Module>> = Vec::new();
    for (from, reach) in reached.iter().filter(|(from, reach)| reach.contains(*from)) {
        if !circles.iter().any(|circle| circle.contains(from)) {
            circles.push(reach.iter().copied().filter(|to| reached[to].contains(from)).collect());
        }
    }
    circles
}

fn reached<'a>(arrows: &'a Arrows, from: &'a Module) -> BTreeSet<&'a Module> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        let further = arrows.get(next).into_iter().flat_map(BTreeMap::keys);
        open.extend(further.filter(|to| found.insert(*to)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|(path, code)| (path.to_string(), code.to_string())).collect();
        of_crate("x", &files)
    }

    #[test]
    fn a_circle_is_told_with_the_names_that_tie_it() {
        let found = example(&[
            ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
            ("a.rs", "use crate::b::{self, B}; pub struct A;"),
            ("b.rs", "use crate::c; fn f() -> c::d::D {}"),
            ("c/mod.rs", "mod d; pub fn f() {}"),
            ("c/d.rs", "use crate::A; pub struct D; mod e;"),
            ("c/d/e.rs", "use super::super::f; use super::D;"),
        ]);
        let told = "files of x import each other in a loop\n    a.rs -> b.rs: B, b\n    b.rs -> c/d.rs: D\n    c/d.rs -> a.rs: A";
        assert_eq!(found, [told]);
    }

    #[test]
    fn folders_tests_and_other_crates_make_no_circle() {
        let found = example(&[
            ("lib.rs", "mod a; mod b; pub fn f() { a::g() }"),
            ("a.rs", "mod tests_too; use b::B; use crate::f; #[cfg(test)] mod tests;"),
            ("a/tests.rs", "use crate::b::B;"),
            ("b.rs", "#[cfg(test)] mod tests { use crate::a::A; } // crate::a"),
        ]);
        assert_eq!(found, Vec::<String>::new());
    }
}
