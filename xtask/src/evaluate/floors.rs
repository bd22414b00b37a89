//! `evaluation/floors.toml`: what each figure must reach.

use crate::repo::{self, Result};
use serde_json::Value;
use toml::Table;

const FILE: &str = "evaluation/floors.toml";

/// The least and the most that figures may be, by their path in the results.
pub struct Floors {
    least: Vec<(String, f64)>,
    most: Vec<(String, f64)>,
}

impl Floors {
    /// Reads the file.
    pub fn load() -> Result<Self> {
        Self::parse(&repo::read(&repo::root().join(FILE))?)
    }

    /// From the text of the file.
    pub fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse().map_err(|e| format!("{FILE}: {e}"))?;
        Ok(Self { least: section(&table, "least")?, most: section(&table, "most")? })
    }

    /// Which of the figures that were measured are not as good as that.
    pub fn missed(&self, results: &Value) -> Vec<String> {
        let least = self.least.iter().map(|(path, bound)| (path, bound, "at least", 1.0));
        let most = self.most.iter().map(|(path, bound)| (path, bound, "at most", -1.0));
        let mut missed = Vec::new();
        for (path, bound, word, sign) in least.chain(most) {
            let part = path.split('.').next().unwrap_or_default();
            match figure(results, path) {
                Some(value) if (value - bound) * sign >= 0.0 => {}
                Some(value) => missed.push(format!("{path} is {value}, not {word} {bound}")),
                None if results.get(part).is_some() => missed.push(format!("{path} was not measured")),
                None => {}
            }
        }
        missed
    }
}

/// The figure at a path such as `pages.f1`.
pub fn figure(results: &Value, path: &str) -> Option<f64> {
    path.split('.').try_fold(results, |value, name| value.get(name))?.as_f64()
}

fn section(table: &Table, name: &str) -> Result<Vec<(String, f64)>> {
    let entries = table.get(name).and_then(toml::Value::as_table).into_iter().flatten();
    let number = |value: &toml::Value| value.as_float().or(value.as_integer().map(|i| i as f64));
    entries
        .map(|(path, value)| {
            Ok((path.clone(), number(value).ok_or_else(|| format!("{FILE}: {path} is no number"))?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_are_held_from_both_sides() {
        let floors =
            Floors::parse("[least]\n\"a.f1\" = 0.5\n\"a.gone\" = 1\n\"b.f1\" = 1\n[most]\n\"a.wrong\" = 3\n")
                .unwrap();
        let missed = floors.missed(&json!({"a": {"f1": 0.49, "wrong": 4}}));
        assert_eq!(
            missed,
            ["a.f1 is 0.49, not at least 0.5", "a.gone was not measured", "a.wrong is 4, not at most 3"]
        );
        assert!(floors.missed(&json!({"a": {"f1": 0.5, "gone": 1, "wrong": 3}})).is_empty());
    }
}
