//! The modules that the files of a crate are.

use super::named::Named;
use std::collections::{BTreeMap, BTreeSet};

/// Where a file stands in its crate: `["page", "dates"]`; the root is empty.
pub type Module = Vec<String>;

/// The module that a file is, by its path in the crate.
pub fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if ["lib", "main"].contains(&path) {
        Module::new()
    } else {
        path.split('/').map(str::to_string).collect()
    }
}

/// A module within a module.
pub fn inside(module: &[String], name: &str) -> Module {
    module.iter().cloned().chain([name.to_string()]).collect()
}

/// The modules that are there for tests only.
pub fn test_modules(files: &BTreeMap<Module, Named>) -> BTreeSet<Module> {
    files.iter().flat_map(|(module, named)| named.tests.iter().map(|name| inside(module, name))).collect()
}
