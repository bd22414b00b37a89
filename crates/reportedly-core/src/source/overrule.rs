//! What was decided of claims, put in the place of what the rules found: kinds, names, and whose claims stand together.

use std::collections::HashMap;

use super::{Identity, Kind, Reason, Source, Sources};
use crate::attribution::Attribution;

/// Who the source of one claim is, as was decided or as was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// What kind of source.
    pub kind: Kind,
    /// The fullest name that the article gives.
    pub name: Option<String>,
    /// Claims with the same one have the same source; `None` leaves that to the rules.
    pub bearer: Option<String>,
}

/// What makes two claims one source's.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Bearer(String, Kind),
    Named(String, Kind),
    Row(usize, Kind),
}

impl Sources {
    /// Takes over what was decided; where nothing was, the rules' answer stays.
    pub(crate) fn overrule(&mut self, attributions: &[Attribution], decisions: &[Option<&Named>]) {
        let mut rows: Vec<Source> = Vec::new();
        let mut by_key: HashMap<Key, usize> = HashMap::new();
        for (i, (identity, decision)) in self.identities.iter_mut().zip(decisions).enumerate() {
            if let Some(decision) = *decision {
                take_over(identity, decision);
            }
            let bearer = decision.as_ref().and_then(|d| d.bearer.clone());
            let named = identity.name.clone().map(|name| Key::Named(name, identity.kind));
            let row = identity.source.map(|row| Key::Row(row, identity.kind));
            let keys: Vec<Key> =
                bearer.map(|b| Key::Bearer(b, identity.kind)).into_iter().chain(named).chain(row).collect();
            if keys.is_empty() {
                continue;
            }
            let known = keys.iter().find_map(|key| by_key.get(key).copied());
            let at = known.unwrap_or_else(|| {
                let (name, title) = (identity.name.clone(), identity.title.clone());
                rows.push(Source {
                    kind: identity.kind,
                    name,
                    title,
                    mentions: Vec::new(),
                    claims: Vec::new(),
                });
                rows.len() - 1
            });
            // one without a name is found by its row alone
            let lasting =
                keys.into_iter().filter(|key| identity.name.is_none() || !matches!(key, Key::Row(..)));
            by_key.extend(lasting.map(|key| (key, at)));
            rows[at].claims.push(i);
            rows[at].mentions.extend(attributions[i].source.cover());
            if rows[at].title.is_none() {
                rows[at].title.clone_from(&identity.title);
            }
            identity.source = Some(at);
        }
        self.rows = rows;
    }
}

fn take_over(identity: &mut Identity, decision: &Named) {
    if identity.kind != decision.kind || identity.name != decision.name {
        identity.reason = Reason::Read;
    }
    if decision.name.is_some() {
        (identity.affiliation, identity.specificity, identity.counted) = (None, None, false);
    } else if identity.name.is_some() {
        identity.title = None;
    }
    if decision.kind != identity.kind && !matches!(decision.kind, Kind::Unnamed | Kind::Collective) {
        identity.specificity = None;
    }
    (identity.kind, identity.name) = (decision.kind, decision.name.clone());
}
