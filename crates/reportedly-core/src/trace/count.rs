//! Pages, texts, publishers.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::Origin;
use super::{Carrier, Carriers, Counts};
use crate::article::address_key;
use crate::reuse::{LEAST_SHARED_WORDS, Number, join, top};

/// Gives each carrier the number of its text: carriers that share more than quoted speech with one another,
/// or with the same other article, are one text.
pub(super) fn number_texts(all: &Carriers, carriers: &mut [Carrier]) {
    let mut parents: Vec<Number> = (0..carriers.len() as Number).collect();
    let mut by_root: BTreeMap<Number, Number> = BTreeMap::new();
    for (i, carrier) in carriers.iter().enumerate() {
        let mut words: BTreeMap<Number, u32> = BTreeMap::new();
        for link in all.fold.links(carrier.number) {
            *words.entry(link.root).or_default() += link.words().saturating_sub(link.quoted);
        }
        words.retain(|_, n| *n >= LEAST_SHARED_WORDS);
        for root in words.into_keys().chain([carrier.number]) {
            let first = *by_root.entry(root).or_insert(i as Number);
            join(&mut parents, first, i as Number);
        }
    }
    let mut numbers: BTreeMap<Number, u32> = BTreeMap::new();
    for (i, carrier) in carriers.iter_mut().enumerate() {
        let next = numbers.len() as u32;
        carrier.text = *numbers.entry(top(&mut parents, i as Number)).or_insert(next);
    }
}

pub(super) fn counts(all: &Carriers, carriers: &[Carrier], origins: &[Origin]) -> Counts {
    // versions of one address are one page
    let pages: BTreeSet<Result<String, Number>> =
        carriers.iter().map(|c| address(all, c).ok_or(c.number)).collect();
    let numbers: BTreeSet<Number> = carriers.iter().map(|c| c.number).collect();
    let texts: BTreeSet<u32> = carriers.iter().map(|c| c.text).collect();
    let metadata = numbers.iter().filter_map(|&n| all.articles.get(n as usize)).map(|a| &a.metadata);
    let publishers: BTreeSet<String> = metadata.filter_map(|m| all.publishers.of(m)).collect();
    Counts {
        pages: pages.len() as u32,
        texts: texts.len() as u32,
        publishers: publishers.len().max(1) as u32,
        origins: origins.len() as u32,
    }
}

/// The article of the earliest stated date.
pub(super) fn first_known(all: &Carriers, carriers: &[Carrier]) -> Option<Number> {
    let dated = carriers.iter().filter_map(|c| Some((all.stated(c)?, c.number)));
    // "2031" may be any day of it: by its last minute, before which no other can end
    dated.min_by_key(|d| (d.0.last(), *d)).map(|d| d.1)
}

/// What the page is opened by.
fn address(all: &Carriers, carrier: &Carrier) -> Option<String> {
    let metadata = &all.articles.get(carrier.number as usize)?.metadata;
    let address = metadata.canonical_url.as_ref().map(|u| u.value.as_str()).or(metadata.url.as_deref())?;
    Some(address_key(address).unwrap_or_else(|| address.to_owned()))
}
