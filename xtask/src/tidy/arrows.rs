//! Which of our crates may depend on which.

use super::packages::Packages;

/// A crate and what it may use of ours. Siblings never see each other's inside.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("reportedly-core", &[]),
    ("reportedly-page", &["reportedly-core"]),
    ("reportedly", &["reportedly-core", "reportedly-page"]),
    ("reportedly-model", &["reportedly-core"]),
    ("reportedly-records", &["reportedly-core"]),
    ("reportedly-intake", &["reportedly"]),
    ("reportedly-library", &["reportedly-core", "reportedly-records"]),
    ("reportedly-serve", &["reportedly", "reportedly-records", "reportedly-library"]),
    (
        "reportedly-cli",
        &[
            "reportedly",
            "reportedly-model",
            "reportedly-records",
            "reportedly-intake",
            "reportedly-library",
            "reportedly-serve",
        ],
    ),
    ("xtask", &[]),
];

pub fn check(packages: &Packages) -> Vec<String> {
    let crates = packages.crates();
    crates.iter().flat_map(|name| of_crate(packages, &crates, name)).collect()
}

fn of_crate(packages: &Packages, crates: &[&str], name: &str) -> Vec<String> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
        return vec![format!(
            "{name} has no line in xtask/src/tidy/arrows.rs that says what it may depend on"
        )];
    };
    let direct = packages.direct(name);
    let wrong = direct.iter().filter(|used| crates.contains(used) && !allowed.contains(used));
    wrong.map(|used| format!("{name} must not depend on {used}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_against_the_order_is_found() {
        let packages = super::super::packages::example();
        assert!(check(&packages).is_empty());
        let wrong =
            of_crate(&packages, &["reportedly-core", "reportedly-model", "tables"], "reportedly-core");
        assert_eq!(wrong, ["reportedly-core must not depend on tables"]);
    }
}
