//! What publishes a page, by all the names that the page and its address have for it.

use crate::declared::Declared;
use crate::dom::fold;
use reportedly_core::article::{Found, site};

/// The outlet of a page.
pub(crate) struct Site {
    /// Its name as the page states it.
    pub outlet: Option<Found<String>>,
    /// All its names, in small letters without spaces.
    names: Vec<String>,
}

/// The most words in the name of an outlet.
const LONGEST: usize = 5;

impl Site {
    pub(crate) fn of(declared: &Declared, address: Option<&str>) -> Self {
        const METAS: [&str; 6] = [
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "dc.publisher",
            "twitter:site",
            "copyright",
        ];
        let metas = METAS.iter().flat_map(|name| declared.meta(name)).map(str::to_owned);
        let host = address.and_then(site);
        let label = host.as_deref().and_then(|host| host.split('.').next()).map(str::to_owned);
        // some pages call the application by their headline
        let short = |n: &String| n.split(' ').count() <= LONGEST;
        let all = metas.chain(declared.publisher()).chain(label).chain(host).filter(short);
        let names = all.map(|n| bare(&n)).filter(|n| n.len() > 1);
        Self { outlet: outlet(declared), names: names.collect() }
    }

    /// Whether some words are what the outlet is called, or part of its stated name.
    pub(crate) fn is(&self, words: &str) -> bool {
        let words = bare(words);
        let within = self.outlet.as_ref().is_some_and(|o| words.len() > 3 && bare(&o.value).contains(&words));
        !words.is_empty() && (within || self.names.contains(&words))
    }

    /// Whether some words are what the outlet is called, alone or with more ("Marsh Post: News").
    pub(crate) fn is_in(&self, words: &str) -> bool {
        let stated = self.outlet.as_ref().map(|o| bare(&o.value)).filter(|o| !o.is_empty());
        self.is(words) || stated.is_some_and(|name| bare(words).contains(&name))
    }
}

fn bare(name: &str) -> String {
    fold(name).replace(' ', "")
}

fn outlet(declared: &Declared) -> Option<Found<String>> {
    let meta = |name, method| declared.meta(name).next().map(|v| Found::stated(v.to_owned(), method));
    meta("og:site_name", "og:site_name")
        .or_else(|| declared.publisher().map(|p| Found::stated(p, "json-ld")))
        .or_else(|| meta("application-name", "application-name"))
        .or_else(|| meta("dc.publisher", "dc.publisher"))
}
