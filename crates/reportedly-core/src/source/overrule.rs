//! What was decided of claims, put in the place of what the rules found: kinds, names, and whose claims stand together.

use std::collections::HashMap;

use super::{Identity, Kind, Reason, Source, Sources};
use crate::attribution::Attribution;
use crate::text::Span;

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
        let mentions = self.mentions(attributions);
        let mut rows: Vec<Source> = Vec::new();
        let mut by_key: HashMap<Key, usize> = HashMap::new();
        for (i, (identity, decision)) in self.identities.iter_mut().zip(decisions).enumerate() {
            if let Some(decision) = *decision {
                take_over(identity, decision);
            }
            let keys = keys(identity, decision.and_then(|d| d.bearer.clone()));
            if keys.is_empty() {
                continue;
            }
            let known = keys.iter().find_map(|key| by_key.get(key).copied());
            let at = known.unwrap_or_else(|| {
                rows.push(row(identity));
                rows.len() - 1
            });
            by_key.extend(keys.into_iter().map(|key| (key, at)));
            rows[at].claims.push(i);
            rows[at].mentions.extend(mentions[i]);
            if rows[at].title.is_none() {
                rows[at].title.clone_from(&identity.title);
            }
            identity.source = Some(at);
        }
        self.rows = rows;
    }

    /// The words that each claim mentions its source by: of "who", those before it.
    fn mentions(&self, attributions: &[Attribution]) -> Vec<Option<Span>> {
        let mut out: Vec<Option<Span>> = attributions.iter().map(|a| a.source.cover()).collect();
        for row in &self.rows {
            let mentioned = row.claims.iter().filter(|&&i| attributions[i].source.cover().is_some());
            mentioned.zip(&row.mentions).for_each(|(&i, &span)| out[i] = Some(span));
        }
        out
    }
}

/// What the row of a claim's source is found by, the surest first; one who is named is not found by the rules' row.
fn keys(identity: &Identity, bearer: Option<String>) -> Vec<Key> {
    let kind = identity.kind;
    let named = identity.name.clone();
    let row = identity.source.filter(|_| named.is_none());
    let keys = [
        bearer.map(|b| Key::Bearer(b, kind)),
        named.map(|n| Key::Named(n, kind)),
        row.map(|r| Key::Row(r, kind)),
    ];
    keys.into_iter().flatten().collect()
}

fn row(identity: &Identity) -> Source {
    let Identity { kind, name, title, .. } = identity.clone();
    Source { kind, name, title, mentions: Vec::new(), claims: Vec::new() }
}

fn take_over(identity: &mut Identity, decision: &Named) {
    if identity.kind == decision.kind && identity.name == decision.name {
        return;
    }
    identity.reason = Reason::Read;
    match &decision.name {
        Some(_) => (identity.affiliation, identity.specificity, identity.counted) = (None, None, false),
        None if identity.name.is_some() => identity.title = None,
        None => {}
    }
    if !matches!(decision.kind, Kind::Unnamed | Kind::Collective) {
        identity.specificity = None;
    }
    (identity.kind, identity.name) = (decision.kind, decision.name.clone());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::attribution::Mode;
    use crate::source::sources;

    /// Claims of "Mara Hale" by that name, by "who" and by "she".
    fn found() -> (Vec<Attribution>, Sources) {
        let text = "Mara Hale, who said that it was late, left. She said that it rained. An officer said that it snowed.";
        let article = Article::from_text(text);
        let claim = |source: &str, content: &str| {
            let at = |words: &str| text.find(words).and_then(|at| article.text.span(at, at + words.len()));
            Attribution {
                source: at(source).into_iter().collect(),
                cue: at("said"),
                content: at(content).into_iter().collect(),
                mode: Mode::Indirect,
                within: None,
                confidence: 1.0,
                method: "",
                reasons: Vec::new(),
            }
        };
        let claims = vec![
            claim("who", "that it was late"),
            claim("She", "that it rained"),
            claim("An officer", "that it snowed"),
        ];
        let found = sources(&article, &article.tokens(), &claims);
        (claims, found)
    }

    fn kept(found: &Sources) -> Vec<Named> {
        let of = |i: &Identity| Named {
            kind: i.kind,
            name: i.name.clone(),
            bearer: i.source.map(|row| row.to_string()),
        };
        found.identities.iter().map(of).collect()
    }

    #[test]
    fn what_is_kept_as_it_was_changes_nothing() {
        let (claims, mut found) = found();
        let (before, kept) = (found.clone(), kept(&found));
        found.overrule(&claims, &kept.iter().map(Some).collect::<Vec<_>>());
        assert_eq!(found, before);
        found.overrule(&claims, &[None, None, None]);
        assert_eq!(found, before);
    }

    #[test]
    fn who_is_decided_to_be_another_has_a_row_of_her_own() {
        let (claims, mut found) = found();
        let mut kept = kept(&found);
        kept[1] =
            Named { kind: Kind::Person, name: Some("Lena Moor".to_owned()), bearer: Some("9".to_owned()) };
        found.overrule(&claims, &kept.iter().map(Some).collect::<Vec<_>>());
        let rows: Vec<_> = found.rows.iter().map(|row| (row.name.as_deref(), row.claims.clone())).collect();
        assert_eq!(rows, [(Some("Mara Hale"), vec![0]), (Some("Lena Moor"), vec![1]), (None, vec![2])]);
        assert_eq!(found.identities[1].reason, Reason::Read);
    }
}
