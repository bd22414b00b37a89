//! The dependencies of the pure crates stand on a reviewed list; neither a missing nor a stale entry passes.

use super::PURE;
use super::packages::Packages;
use super::reviewed::{FILE, Reviewed};
use std::collections::BTreeSet;

pub fn check(packages: &Packages, reviewed: &Reviewed) -> Vec<String> {
    let all = packages.transitive(&PURE);
    let named: BTreeSet<&str> =
        PURE.iter().flat_map(|name| packages.direct(name)).filter(|n| all.contains(n)).collect();
    let under: BTreeSet<&str> = all.difference(&named).copied().collect();
    let listed =
        |names: &std::collections::BTreeMap<String, String>| names.keys().cloned().collect::<BTreeSet<_>>();
    let mut wrong = compare("direct", &named, &listed(&reviewed.direct));
    wrong.extend(compare("indirect", &under, &listed(&reviewed.indirect)));
    wrong
}

fn compare(section: &str, used: &BTreeSet<&str>, listed: &BTreeSet<String>) -> Vec<String> {
    let missing = used.iter().filter(|name| !listed.contains(**name));
    let stale = listed.iter().filter(|name| !used.contains(name.as_str()));
    let missing = missing.map(|name| format!("{name} is a dependency of a pure crate; review it, then add it to {section} in {FILE} with the reason"));
    missing
        .chain(stale.map(|name| format!("{name} is no {section} dependency any more; take it out of {FILE}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_and_stale_entries_are_found() {
        let packages = super::super::packages::example();
        let list = "[direct]\ntables = \"x\"\n[[indirect]]\nwhy = \"y\"\ncrates = [\"bytes\"]\n";
        assert!(check(&packages, &Reviewed::parse(list).unwrap()).is_empty());
        let wrong = check(&packages, &Reviewed::parse("[direct]\ntables = \"x\"\nold = \"x\"\n").unwrap());
        assert_eq!(wrong.len(), 2);
        assert!(wrong[0].starts_with("old is no direct") && wrong[1].starts_with("bytes is a dependency"));
    }
}
