use std::collections::BTreeMap;

use crate::article::Metadata;
use crate::article::{archived, bare_host, plain_name};

/// Which outlets belong to one owner. An outlet is found by its name or by the host of its address.
///
/// ```
/// use reportedly::article::Metadata;
/// use reportedly::trace::Publishers;
///
/// let publishers = Publishers::new([("The Quay", "Harbour Media"), ("tide.example", "Harbour Media")]);
/// let at = |url: &str| Metadata { url: Some(url.to_owned()), ..Metadata::default() };
/// assert_eq!(publishers.of(&at("https://eu.tide.example/a")).as_deref(), Some("Harbour Media"));
/// assert_eq!(publishers.of(&at("https://valley.example/a")).as_deref(), Some("valley example"));
/// assert_eq!(publishers.of(&Metadata::default()), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publishers {
    families: BTreeMap<String, String>,
}

impl Publishers {
    /// From pairs of an outlet (its name, or a host such as "quay.example") and its owner.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let families = pairs.into_iter().map(|(outlet, owner)| (key(outlet), owner.to_owned()));
        Self { families: families.collect() }
    }

    /// Who publishes an article: the owner, else the outlet, else the host of its address.
    pub fn of(&self, metadata: &Metadata) -> Option<String> {
        let outlet = metadata.outlet.as_ref().map(|o| o.value.as_str());
        let address = metadata.canonical_url.as_ref().map(|u| u.value.as_str()).or(metadata.url.as_deref());
        let host = address.and_then(host);
        let host = host.as_deref();
        // "eu.quay.example" is of "quay.example"
        let above = host.into_iter().flat_map(|h| h.match_indices('.').map(move |(i, _)| &h[i + 1..]));
        let names = outlet.into_iter().chain(host).chain(above.filter(|h| h.contains('.')));
        let known = names.into_iter().find_map(|name| self.families.get(&key(name)));
        known.cloned().or_else(|| outlet.or(host).map(key))
    }
}

fn key(outlet: &str) -> String {
    plain_name(of_name(outlet))
}

/// "https://www.quay.example/a" is of "quay.example", wherever it is archived.
fn host(address: &str) -> Option<String> {
    let within = archived(address);
    let address = within.as_ref().map_or(address, |a| a.address.as_str());
    let rest = address.split_once("://")?.1;
    Some(bare_host(rest.split(['/', '?', '#']).next()?)).filter(|h| !h.is_empty())
}

/// A host as it is called, without what most begin with.
fn of_name(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Found;

    #[test]
    fn outlets_of_one_owner_are_one_publisher() {
        let publishers = Publishers::new([("The Quay", "Harbour Media"), ("tide.example", "Harbour Media")]);
        let named = |outlet: &str| Metadata {
            outlet: Some(Found::stated(outlet.to_owned(), "caller")),
            ..Metadata::default()
        };
        let at = Metadata { url: Some("https://www.tide.example/a".into()), ..Metadata::default() };
        assert_eq!(publishers.of(&named("the quay")), publishers.of(&at));
        let below = Metadata { url: Some("https://eu.tide.example/a".into()), ..Metadata::default() };
        assert_eq!(publishers.of(&below), publishers.of(&at));
        assert_eq!(publishers.of(&named("Valley Post")).as_deref(), Some("valley post"));
        assert_eq!(publishers.of(&Metadata::default()), None);
    }
}
