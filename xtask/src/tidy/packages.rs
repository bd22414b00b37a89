//! What `cargo metadata` says: every package, its licence, and who depends on whom.

use crate::repo::{self, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Every package of the workspace and all that it depends on.
pub struct Packages {
    by_id: BTreeMap<String, Package>,
}

/// One package.
pub struct Package {
    /// Its name, as in Cargo.toml.
    pub name: String,
    /// The SPDX expression that it states.
    pub licence: Option<String>,
    /// Whether it is one of ours.
    pub ours: bool,
    /// The ids of what it depends on at run time.
    needs: Vec<String>,
}

impl Packages {
    /// Asks cargo.
    pub fn load() -> Result<Self> {
        let answer = repo::output(repo::cargo().args(["metadata", "--format-version=1"]))?;
        let answer = serde_json::from_slice(&answer).map_err(|e| format!("cargo metadata: {e}"))?;
        Self::from_metadata(&answer).ok_or_else(|| "cargo metadata has another shape than expected".into())
    }

    /// From the parsed answer of `cargo metadata`.
    pub fn from_metadata(answer: &Value) -> Option<Self> {
        let ours: BTreeSet<_> =
            answer["workspace_members"].as_array()?.iter().filter_map(Value::as_str).collect();
        let mut by_id = BTreeMap::new();
        for package in answer["packages"].as_array()? {
            let id = package["id"].as_str()?;
            let entry = Package {
                name: package["name"].as_str()?.to_string(),
                licence: package["license"].as_str().map(str::to_string),
                ours: ours.contains(id),
                needs: Vec::new(),
            };
            by_id.insert(id.to_string(), entry);
        }
        for node in answer["resolve"]["nodes"].as_array()? {
            let deps = node["deps"].as_array()?.iter().filter(|dep| is_needed_to_run(dep));
            let needs = deps.filter_map(|dep| Some(dep["pkg"].as_str()?.to_string())).collect();
            by_id.get_mut(node["id"].as_str()?)?.needs = needs;
        }
        Some(Self { by_id })
    }

    /// All packages, in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &Package> {
        self.by_id.values()
    }

    /// The names of what one of our crates depends on itself.
    pub fn direct(&self, crate_name: &str) -> BTreeSet<&str> {
        self.ours(crate_name).iter().flat_map(|p| self.needs(p)).map(|p| p.name.as_str()).collect()
    }

    /// The names of all that some of our crates depend on, directly or not, without our own.
    pub fn transitive(&self, crate_names: &[&str]) -> BTreeSet<&str> {
        let mut open: Vec<&Package> = crate_names.iter().filter_map(|name| self.ours(name)).collect();
        let mut found = BTreeSet::new();
        while let Some(package) = open.pop() {
            open.extend(self.needs(package).filter(|need| !need.ours && found.insert(need.name.as_str())));
        }
        found
    }

    /// The names of our own crates.
    pub fn crates(&self) -> Vec<&str> {
        self.all().filter(|p| p.ours).map(|p| p.name.as_str()).collect()
    }

    fn ours(&self, name: &str) -> Option<&Package> {
        self.all().find(|p| p.ours && p.name == name)
    }

    fn needs<'a>(&'a self, package: &'a Package) -> impl Iterator<Item = &'a Package> {
        package.needs.iter().filter_map(|id| self.by_id.get(id))
    }
}

/// Neither for tests only nor for building only.
fn is_needed_to_run(dep: &Value) -> bool {
    dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

/// A small made-up workspace for the tests beside.
#[cfg(test)]
pub fn example() -> Packages {
    let node = |id: &str, needs: &[(&str, Value)]| {
        let deps: Vec<Value> = needs
            .iter()
            .map(|(pkg, kind)| serde_json::json!({"pkg": pkg, "dep_kinds": [{"kind": kind}]}))
            .collect();
        serde_json::json!({"id": id, "deps": deps})
    };
    let package =
        |name: &str, licence: Value| serde_json::json!({"id": name, "name": name, "license": licence});
    let answer = serde_json::json!({
        "workspace_members": ["reportedly-core", "reportedly-model"],
        "packages": [
            package("reportedly-core", "MIT".into()), package("reportedly-model", "MIT".into()),
            package("tables", "MIT OR GPL-3.0".into()), package("bytes", "GPL-3.0-only".into()),
            package("checker", Value::Null),
        ],
        "resolve": {"nodes": [
            node("reportedly-core", &[("tables", Value::Null), ("checker", "dev".into())]),
            node("reportedly-model", &[("reportedly-core", Value::Null)]),
            node("tables", &[("bytes", Value::Null)]),
            node("bytes", &[]), node("checker", &[]),
        ]},
    });
    Packages::from_metadata(&answer).unwrap()
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn what_is_needed_to_run_is_found_at_any_depth_and_tests_are_left_out() {
        let packages = example();
        assert_eq!(packages.direct("reportedly-core").into_iter().collect::<Vec<_>>(), ["tables"]);
        assert_eq!(
            packages.transitive(&["reportedly-core"]).into_iter().collect::<Vec<_>>(),
            ["bytes", "tables"]
        );
        assert_eq!(packages.crates(), ["reportedly-core", "reportedly-model"]);
    }
}
