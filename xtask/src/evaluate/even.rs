//! Even-handedness: what must not matter is changed, and the claims are compared.

use super::{Bench, attribution, python};
use crate::repo::{self, Result};
use serde_json::{Map, Value};

/// The figures named `even`: claims kept under each swap, and whether outlets differ by more than chance.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let folder = repo::root().join("evaluation/even");
    let dev = bench.file(attribution::DEV);
    let opinion = repo::root().join("cases/attribution/opinion.md");
    let mut even = python(&[
        &folder.join("counterfactuals.py"),
        &bench.reportedly,
        &folder.join("swaps.toml"),
        &dev,
        &opinion,
    ])?;
    let answers = attribution::answers(bench, &[])?;
    let path = bench.answers(&answers)?;
    let scorer = bench.data.join("score/attribution.py");
    even["outlets"] = python(&[&folder.join("outlets.py"), &scorer, &dev, &path])?;
    even["data"] = bench.digest(attribution::DEV)?;
    Ok(Map::from_iter([("even".into(), even)]))
}
