use std::collections::BTreeMap;
use std::path::Path;

use reportedly::trace::Publishers;

use crate::failure::{Failure, Problem};

/// The owners of outlets in a file, else those that come with the program.
pub(crate) fn publishers(file: Option<&Path>) -> Result<Publishers, Failure> {
    let place = file.map_or("publishers.toml".to_owned(), |f| f.display().to_string());
    let text = match file {
        Some(file) => std::fs::read_to_string(file).map_err(|e| Failure::io(&place, e))?,
        None => include_str!("../publishers.toml").to_owned(),
    };
    let owners: Result<BTreeMap<String, Vec<String>>, _> = toml::from_str(&text);
    let owners = owners.map_err(|e| Failure::new(&place, Problem::BadPublishers(e.message().to_owned())))?;
    let pairs = owners.iter().flat_map(|(owner, all)| all.iter().map(move |o| (o.as_str(), owner.as_str())));
    Ok(Publishers::new(pairs))
}
