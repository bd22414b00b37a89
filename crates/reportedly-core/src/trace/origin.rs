use std::collections::{BTreeMap, BTreeSet};

use super::names::{name_words, same_name};
use super::{Carrier, Carriers, Naming, PresentedAs};
use crate::article::{is_medium, plain_name};
use crate::reuse::{Number, join, top};

/// A source that texts go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What kind of source.
    pub kind: OriginKind,
    /// What it is called; `None` where nobody is said to say it.
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
    /// Somebody without a name; each text's is another.
    Unnamed,
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
            Self::Unnamed => "unnamed",
            Self::Unknown => "unknown",
        }
    }
}

/// What one independent text says of where its content comes from: a trail for each of its named sources.
#[derive(Default)]
struct Trail {
    text: u32,
    /// Names of one source: as words, and as written.
    names: Vec<(Vec<String>, String)>,
    /// Bodies without a name: as they are compared, and as written.
    bodies: BTreeMap<String, String>,
    /// Who is not named, as written.
    unnamed: BTreeSet<String>,
    /// Outlets that it credits, or that are credited for it.
    outlets: BTreeSet<String>,
    /// The carriers that say so, as positions in the group.
    carriers: Vec<usize>,
}

/// The sources that the texts of a group go back to: those who are named alike are one. A text that names
/// nobody goes back to the outlet that it credits, and so to whom that outlet's text names; else to itself.
/// Of each carrier it is noted which of them it names.
pub(super) fn origins(all: &Carriers, carriers: &mut [Carrier]) -> Vec<Origin> {
    let trails = trails(all, carriers);
    let mut parents: Vec<Number> = (0..trails.len() as Number).collect();
    for (i, one) in trails.iter().enumerate() {
        for (j, other) in trails.iter().enumerate().skip(i + 1) {
            let bodies = one.bodies.keys().any(|body| other.bodies.contains_key(body));
            if same(&one.names, &other.names) || bodies && one.names.is_empty() && other.names.is_empty() {
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
    let mut together: BTreeMap<Number, Vec<&Trail>> = BTreeMap::new();
    for (i, trail) in trails.iter().enumerate() {
        together.entry(top(&mut parents, i as Number)).or_default().push(trail);
    }
    for (position, trails) in together.values().enumerate() {
        for &i in trails.iter().flat_map(|t| &t.carriers) {
            carriers[i].origin = Some(position as u32);
        }
    }
    together.values().map(|trails| origin(trails)).collect()
}

/// Whether one of these names may be one of those.
fn same(these: &[(Vec<String>, String)], those: &[(Vec<String>, String)]) -> bool {
    these.iter().any(|x| those.iter().any(|y| same_name(&x.0, &y.0)))
}

fn origin(trails: &[&Trail]) -> Origin {
    let of = || trails.iter();
    let longest = of().flat_map(|t| &t.names).max_by_key(|n| (n.0.len(), std::cmp::Reverse(&n.1)));
    let [body, outlet, unnamed] = [
        of().flat_map(|t| t.bodies.values()).next(),
        of().flat_map(|t| &t.outlets).next(),
        of().flat_map(|t| &t.unnamed).next(),
    ];
    let (kind, name) = match (longest.map(|n| &n.1), body, outlet, unnamed) {
        (Some(name), ..) => (OriginKind::Named, Some(name)),
        (_, Some(body), ..) => (OriginKind::Collective, Some(body)),
        (_, _, Some(outlet), _) => (OriginKind::Outlet, Some(outlet)),
        (.., Some(words)) => (OriginKind::Unnamed, Some(words)),
        _ => (OriginKind::Unknown, None),
    };
    let texts: BTreeSet<u32> = of().map(|t| t.text).collect();
    Origin { kind, name: name.cloned(), texts: texts.into_iter().collect() }
}

/// In the order of the texts; none for a text that only has it denied.
fn trails(all: &Carriers, carriers: &[Carrier]) -> Vec<Trail> {
    let outlets = Outlets::new(all, carriers);
    let texts = carriers.iter().map(|c| c.text + 1).max().unwrap_or(0);
    (0..texts).flat_map(|text| trails_of(all, carriers, text, &outlets)).collect()
}

fn trails_of(all: &Carriers, carriers: &[Carrier], text: u32, outlets: &Outlets) -> Vec<Trail> {
    let own = carriers.iter().enumerate().filter(|(_, c)| c.text == text);
    let (affirm, deny): (Vec<_>, Vec<_>) = own.partition(|(_, c)| c.presented.affirms());
    // what may be asked or supposed comes from nobody
    let tells = |c: &Carrier| c.statement.is_some() || c.presented != PresentedAs::Unclear;
    let affirm: Vec<(usize, &Carrier)> = affirm.into_iter().filter(|a| tells(a.1)).collect();
    let quotes = |c: &Carrier| c.statement.is_none() && c.presented == PresentedAs::Quoted;
    if affirm.iter().all(|a| !deny.is_empty() && quotes(a.1)) {
        return Vec::new();
    }
    let claims = affirm.iter().filter_map(|&(i, c)| Some((i, all.statement(c)?)));
    let mut whole = Trail { text, ..Trail::default() };
    let mut named: Vec<Trail> = Vec::new();
    for (i, statement) in claims {
        let called = statement.source_name.clone().unwrap_or_default();
        let words = name_words(&called, all.language(&carriers[i]));
        match statement.naming {
            Naming::Named if !words.is_empty() => {
                let names = vec![(words, called)];
                named.push(Trail { text, names, carriers: vec![i], ..Trail::default() });
                continue;
            }
            Naming::Collective => _ = whole.bodies.entry(plain_name(&called)).or_insert(called),
            Naming::Unnamed => _ = whole.unnamed.insert(called),
            Naming::Named | Naming::Nobody => {}
        }
        whole.carriers.push(i);
    }
    let credited = outlets.of(all, affirm.iter().map(|a| a.1));
    if named.is_empty() {
        return vec![Trail { outlets: credited, ..whole }];
    }
    let mut one_each: Vec<Trail> = Vec::new();
    for trail in named {
        // a later mention is the same source
        match one_each.iter_mut().find(|t| same(&t.names, &trail.names)) {
            Some(known) => {
                known.names.extend(trail.names);
                known.carriers.extend(trail.carriers);
            }
            None => one_each.push(Trail { outlets: credited.clone(), ..trail }),
        }
    }
    one_each
}

/// The outlets that the carriers of a group credit.
struct Outlets {
    own: BTreeSet<String>,
    credited: BTreeSet<String>,
}

impl Outlets {
    fn new(all: &Carriers, carriers: &[Carrier]) -> Self {
        let own: BTreeSet<String> = carriers.iter().filter_map(|c| outlet(all, c)).collect();
        let credited = carriers.iter().flat_map(|c| [credit(all, c), told(all, c, &own)]).flatten().collect();
        Self { own, credited }
    }

    /// Those that some carriers credit, and their own where others credit them.
    fn of<'c>(&self, all: &Carriers, carriers: impl Iterator<Item = &'c Carrier>) -> BTreeSet<String> {
        let of = |c: &Carrier| {
            let own = outlet(all, c).filter(|o| self.credited.contains(o));
            [own, credit(all, c), told(all, c, &self.own)]
        };
        carriers.flat_map(of).flatten().collect()
    }
}

fn outlet(all: &Carriers, carrier: &Carrier) -> Option<String> {
    let found = all.articles.get(carrier.number as usize)?.metadata.outlet.as_ref()?;
    Some(plain_name(&found.value))
}

fn credit(all: &Carriers, carrier: &Carrier) -> Option<String> {
    all.credits.get(carrier.number as usize)?.as_ref().map(|c| plain_name(&c.name))
}

/// The medium that it was said to: "told Parliament" is none.
fn told(all: &Carriers, carrier: &Carrier, outlets: &BTreeSet<String>) -> Option<String> {
    let name = plain_name(all.statement(carrier)?.told.as_deref()?);
    (is_medium(&name) || outlets.contains(&name)).then_some(name)
}
