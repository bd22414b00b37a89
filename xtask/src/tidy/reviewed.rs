//! `dependencies.toml`: what the pure crates may depend on, reviewed, with the reason.

use crate::repo::{self, Result};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The file, relative to the root.
pub const FILE: &str = "dependencies.toml";

/// The reviewed list.
#[derive(Default)]
pub struct Reviewed {
    /// What the pure crates name themselves, with the reason.
    pub direct: BTreeMap<String, String>,
    /// What comes with those, with the reason of its group.
    pub indirect: BTreeMap<String, String>,
    /// Packages of any crate with a licence outside the usual list, with the reason.
    pub licences: BTreeMap<String, String>,
}

impl Reviewed {
    /// Reads the file.
    pub fn load() -> Result<Self> {
        Self::parse(&repo::read(&repo::root().join(FILE))?).map_err(|e| format!("{FILE}: {e}"))
    }

    /// From the text of the file.
    pub fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse().map_err(|e| format!("{e}"))?;
        let mut indirect = BTreeMap::new();
        for group in table.get("indirect").and_then(Value::as_array).into_iter().flatten() {
            let why = reason("an [[indirect]] group", group.get("why"))?;
            let names = group.get("crates").and_then(Value::as_array).into_iter().flatten();
            for name in names.filter_map(Value::as_str) {
                if indirect.insert(name.to_string(), why.clone()).is_some() {
                    return Err(format!("{name} stands in two groups"));
                }
            }
        }
        Ok(Self { direct: section(&table, "direct")?, indirect, licences: section(&table, "licences")? })
    }
}

fn section(table: &Table, name: &str) -> Result<BTreeMap<String, String>> {
    let entries = table.get(name).and_then(Value::as_table).into_iter().flatten();
    entries.map(|(key, why)| Ok((key.clone(), reason(key, Some(why))?))).collect()
}

fn reason(of: &str, why: Option<&Value>) -> Result<String> {
    match why.and_then(Value::as_str).map(str::trim) {
        Some(why) if !why.is_empty() => Ok(why.to_string()),
        _ => Err(format!("{of} has no reason")),
    }
}

#[cfg(test)]
mod tests {
    use super::Reviewed;

    #[test]
    fn each_entry_needs_a_reason() {
        let list = "[direct]\na = \"does it\"\n[[indirect]]\nwhy = \"with a\"\ncrates = [\"b\", \"c\"]\n";
        let parsed = Reviewed::parse(list).unwrap();
        assert_eq!((parsed.direct.len(), parsed.indirect["c"].as_str()), (1, "with a"));
        assert!(Reviewed::parse("[direct]\na = \" \"\n").is_err());
        assert!(Reviewed::parse("[[indirect]]\ncrates = [\"b\"]\n").is_err());
    }
}
