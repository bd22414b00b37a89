use std::collections::BTreeSet;

use super::names::{name_words, same_name};
use super::{Carrier, Carriers, Naming, Statement};
use crate::article::{is_medium, plain_name};
use crate::reuse::{Number, join, top};

/// A source that texts go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What kind of source.
    pub kind: OriginKind,
    /// What it is called; `None` where nobody is named.
    pub name: Option<String>,
    /// The group's independent texts that go back to it.
    pub texts: Vec<u32>,
}

/// What a text goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OriginKind {
    /// A person or body by name.
    Named,
    /// A body without a name of its own.
    Collective,
    /// An outlet that others credit.
    Outlet,
    /// Nobody who could be looked up: the text itself.
    Unknown,
}

impl OriginKind {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Collective => "collective",
            Self::Outlet => "outlet",
            Self::Unknown => "unknown",
        }
    }
}

/// What one independent text says of where its content comes from.
struct Trail {
    /// Names of sources: as words, and as written.
    names: Vec<(Vec<String>, String)>,
    /// Bodies without a name.
    bodies: BTreeSet<String>,
    /// Outlets that it credits, or that are credited for it.
    outlets: BTreeSet<String>,
    /// Whether all that it says of the content is that somebody denies it.
    denies: bool,
}

/// The sources that the texts of a group go back to: those who are named alike are one. A text that names
/// nobody goes back to the outlet that it credits, and so to whom that outlet's text names; else to itself.
pub(super) fn origins(all: &Carriers, carriers: &[Carrier]) -> Vec<Origin> {
    let trails = trails(all, carriers);
    let mut parents: Vec<Number> = (0..trails.len() as Number).collect();
    for (i, one) in trails.iter().enumerate() {
        for (j, other) in trails.iter().enumerate().skip(i + 1) {
            let named =
                |a: &Trail, b: &Trail| a.names.iter().any(|x| b.names.iter().any(|y| same_name(&x.0, &y.0)));
            let bodies = !one.bodies.is_disjoint(&other.bodies);
            if named(one, other) || bodies && one.names.is_empty() && other.names.is_empty() {
                join(&mut parents, i as Number, j as Number);
            }
        }
    }
    for (i, one) in trails.iter().enumerate().filter(|t| t.1.names.is_empty()) {
        let shares = |j: &usize| *j != i && !one.outlets.is_disjoint(&trails[*j].outlets);
        if let Some(j) = (0..trails.len()).find(shares) {
            join(&mut parents, i as Number, j as Number);
        }
    }
    let mut found: Vec<Origin> = Vec::new();
    for first in 0..trails.len() as Number {
        if top(&mut parents, first) == first {
            let texts: Vec<u32> =
                (first..trails.len() as Number).filter(|&i| top(&mut parents, i) == first).collect();
            if !texts.iter().all(|&t| trails[t as usize].denies) {
                found.push(origin(texts, &trails));
            }
        }
    }
    found
}

fn origin(texts: Vec<u32>, trails: &[Trail]) -> Origin {
    let of = || texts.iter().filter_map(|&t| trails.get(t as usize));
    let longest = of().flat_map(|t| &t.names).max_by_key(|n| (n.0.len(), std::cmp::Reverse(&n.1)));
    let body = of().flat_map(|t| &t.bodies).next();
    let outlet = of().flat_map(|t| &t.outlets).next();
    let (kind, name) = match (longest, body, outlet) {
        (Some(name), _, _) => (OriginKind::Named, Some(name.1.clone())),
        (_, Some(body), _) => (OriginKind::Collective, Some(body.clone())),
        (_, _, Some(outlet)) => (OriginKind::Outlet, Some(outlet.clone())),
        _ => (OriginKind::Unknown, None),
    };
    Origin { kind, name, texts }
}

/// One for each independent text, in order.
fn trails(all: &Carriers, carriers: &[Carrier]) -> Vec<Trail> {
    let statement =
        |c: &Carrier| -> Option<&Statement> { all.statements.get(c.number as usize)?.get(c.statement?) };
    let credit = |c: &Carrier| all.credits.get(c.number as usize)?.as_ref().map(|c| plain_name(&c.name));
    let outlet = |c: &Carrier| {
        let found = all.articles.get(c.number as usize)?.metadata.outlet.as_ref()?;
        Some(plain_name(&found.value))
    };
    let own_outlets: BTreeSet<String> = carriers.iter().filter_map(outlet).collect();
    // "told Parliament" is no outlet
    let told = |c: &Carrier| {
        let name = plain_name(statement(c)?.told.as_deref()?);
        (is_medium(&name) || own_outlets.contains(&name)).then_some(name)
    };
    let credited: BTreeSet<String> = carriers.iter().flat_map(|c| [credit(c), told(c)]).flatten().collect();
    let texts = carriers.iter().map(|c| c.text + 1).max().unwrap_or(0);
    let trail = |text: u32| {
        let own: Vec<&Carrier> = carriers.iter().filter(|c| c.text == text).collect();
        let (denials, statements): (Vec<&Statement>, Vec<&Statement>) =
            own.iter().filter_map(|c| statement(c)).partition(|s| s.denied);
        let called = |s: &&&Statement| s.source_name.clone().unwrap_or_default();
        let named = statements.iter().filter(|s| s.naming == Naming::Named);
        let bodies = statements.iter().filter(|s| s.naming == Naming::Collective);
        let outlets = own.iter().filter_map(|c| outlet(c)).filter(|o| credited.contains(o));
        Trail {
            denies: statements.is_empty() && !denials.is_empty(),
            names: named
                .map(|s| called(&s))
                .map(|n| (name_words(&n), n))
                .filter(|n| !n.0.is_empty())
                .collect(),
            bodies: bodies.map(|s| plain_name(&called(&s))).collect(),
            outlets: outlets.chain(own.iter().flat_map(|c| [credit(c), told(c)]).flatten()).collect(),
        }
    };
    (0..texts).map(trail).collect()
}
