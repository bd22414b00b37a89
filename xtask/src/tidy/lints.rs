//! The pure crates all carry the same list of what their code must not call.

use super::PURE;
use crate::repo::{self, Result};
use toml::Table;

const LISTS: [&str; 3] = ["disallowed-methods", "disallowed-types", "disallowed-macros"];

pub fn check() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let model = lists(PURE[0])?;
    for name in PURE {
        let Ok(own) = lists(name) else {
            wrong.push(format!(
                "crates/{name}/clippy.toml is missing or unreadable; copy that of crates/{}",
                PURE[0]
            ));
            continue;
        };
        for list in LISTS {
            if own.get(list).is_none() || own.get(list) != model.get(list) {
                wrong.push(format!("{list} in crates/{name}/clippy.toml is not that of crates/{}", PURE[0]));
            }
        }
    }
    Ok(wrong)
}

fn lists(name: &str) -> Result<Table> {
    let file = format!("crates/{name}/clippy.toml");
    repo::read(&repo::root().join(&file))?.parse().map_err(|e| format!("{file}: {e}"))
}
