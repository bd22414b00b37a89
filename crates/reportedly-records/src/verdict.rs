//! What a trace comes to, in words: one sentence for a content, a few words for each article that carries it.

use std::collections::{BTreeMap, BTreeSet};

use crate::carrier::{CarrierRow, Origin};
use crate::render::shortened;

/// So many sources are called by name in one sentence.
const NAMED: usize = 3;
/// A name that is longer than this is cut.
const LONG: usize = 80;

/// "Of the 4 articles found with these words, 1 attributes it to Ada Wenn and 1 to Tomas Brandt; 1 states it as fact;
/// 1 reports that Olen Sarr denies it."
///
/// It counts articles, of which some may be versions of one page. An article that carries the words twice
/// counts wherever it belongs.
pub(crate) fn verdict(carriers: &[CarrierRow], origins: &[Origin], pages: u32) -> String {
    let all = articles(carriers.iter());
    let how = |name: &str| carriers.iter().filter(|c| c.presented_as == name).collect::<Vec<_>>();
    let ways = [
        laid(&how("attributed"), origins, all),
        way(&how("quoted"), all, "quotes it and names nobody", "quote it and name nobody"),
        way(&how("stated_as_fact"), all, "states it as fact", "state it as fact"),
        way(&how("hedged"), all, HEDGED[0], HEDGED[1]),
        denied(&how("denied"), all),
        way(&how("contrary"), all, "says the opposite", "say the opposite"),
        way(&how("unclear"), all, "leaves it unclear who says it", "leave it unclear who says it"),
    ];
    let told = ways.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let mut out = match all {
        1 => format!(
            "No other article in this library was found with these words; the same in other words is not looked for. \
             This one {told}."
        ),
        _ => {
            let versions = if (pages as usize) < all {
                format!(" ({})", if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") })
            } else {
                String::new()
            };
            format!("Of the {all} articles found with these words{versions}, {told}.")
        }
    };
    let other = articles(carriers.iter().filter(|c| c.wording == "other"));
    if all > 1 && other > 0 {
        out += &format!(" {other} of them {} some other words.", if other == 1 { "has" } else { "have" });
    }
    out
}

const HEDGED: [&str; 2] = [
    "says it in its own voice, with a word that keeps it open",
    "say it in their own voice, with a word that keeps it open",
];

fn articles<'c>(carriers: impl Iterator<Item = &'c CarrierRow>) -> usize {
    carriers.map(|c| &c.doc_id).collect::<BTreeSet<_>>().len()
}

/// "1", "both", "all 3"; nothing where there is but one article to speak of.
fn counted(n: usize, all: usize) -> String {
    match n {
        _ if all == 1 => String::new(),
        2 if n == all => "both ".to_owned(),
        _ if n == all => format!("all {n} "),
        _ => format!("{n} "),
    }
}

fn way(found: &[&CarrierRow], all: usize, one: &str, many: &str) -> Option<String> {
    let n = articles(found.iter().copied());
    (n > 0).then(|| format!("{}{}", counted(n, all), if n == 1 { one } else { many }))
}

/// "1 attributes it to Ada Wenn and 1 to somebody who is not named".
fn laid(found: &[&CarrierRow], origins: &[Origin], all: usize) -> Option<String> {
    let mut by_name: BTreeMap<String, (&str, Vec<&CarrierRow>)> = BTreeMap::new();
    let (named, nobody): (Vec<&CarrierRow>, Vec<&CarrierRow>) = found.iter().partition(|row| has_name(row));
    for row in named {
        let origin = row.origin.and_then(|o| origins.get(o as usize)?.name.as_deref());
        let name = origin.or(called(row)).unwrap_or_default();
        by_name.entry(name.to_lowercase()).or_insert((name, Vec::new())).1.push(row);
    }
    let mut parts: Vec<(usize, String)> = by_name
        .into_values()
        .map(|(name, rows)| (articles(rows.into_iter()), shortened(name, LONG)))
        .collect();
    parts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let others = parts.split_off(parts.len().min(NAMED));
    if !others.is_empty() {
        let words = format!(
            "{} by name",
            if others.len() == 1 { "one other".to_owned() } else { format!("{} others", others.len()) }
        );
        parts.push((others.iter().map(|o| o.0).sum(), words));
    }
    if !nobody.is_empty() {
        parts.push((articles(nobody.into_iter()), "somebody who is not named".to_owned()));
    }
    let verb = if parts.first()?.0 == 1 { "attributes it to" } else { "attribute it to" };
    let parts = parts.iter().enumerate().map(|(i, (n, whom))| match i {
        0 => format!("{}{verb} {whom}", counted(*n, all)),
        _ => format!("{}to {whom}", counted(*n, all)),
    });
    Some(and(&parts.collect::<Vec<_>>()))
}

fn denied(found: &[&CarrierRow], all: usize) -> Option<String> {
    // "Sarr" is "Olen Sarr"
    let names = || found.iter().map(|row| called(row).unwrap_or_default());
    let longest = names().max_by_key(|name| (name.len(), std::cmp::Reverse(*name)));
    let within = |name: &str, other: &str| name.split(' ').all(|w| other.split(' ').any(|o| o == w));
    let one = longest.filter(|&longest| !longest.is_empty() && names().all(|name| within(name, longest)));
    let (one, many) = match one {
        Some(who) => {
            let who = shortened(who, LONG);
            (format!("reports that {who} denies it"), format!("report that {who} denies it"))
        }
        None => ("reports that it is denied".to_owned(), "report that it is denied".to_owned()),
    };
    way(found, all, &one, &many)
}

fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Whether its source has a name, or is a body that is called something.
fn has_name(row: &CarrierRow) -> bool {
    matches!(row.source_naming.as_deref(), Some("named" | "collective"))
}

/// What the source is called: its name, or the words of the article.
fn called(row: &CarrierRow) -> Option<&str> {
    row.source_name.as_deref().or(row.source.as_deref())
}

/// How one article presents the content: "attributed to Ada Wenn, the town engineer (“said”)".
pub(crate) fn told(row: &CarrierRow) -> String {
    let cue = row.cue.as_ref().map_or_else(String::new, |cue| format!(" (“{cue}”)"));
    let by = |how: &str| {
        let name =
            row.source_name.as_deref().filter(|name| row.source.as_ref().is_none_or(|w| !w.contains(*name)));
        let words = row.source.as_deref();
        match (name, words) {
            (Some(name), Some(words)) => format!("{how} {name}, here “{words}”{cue}"),
            (Some(one), None) | (None, Some(one)) => format!("{how} {one}{cue}"),
            (None, None) => format!("{how} nobody by name{cue}"),
        }
    };
    match row.presented_as.as_str() {
        "attributed" => by("attributed to"),
        "denied" => by("denied by"),
        "contrary" if row.source.is_some() || row.cue.is_some() => by("the opposite, attributed to"),
        "contrary" => "the opposite, attributed to nobody".to_owned(),
        "quoted" => "quoted, without a source".to_owned(),
        "hedged" => "in the writer’s own voice, with a word that keeps it open".to_owned(),
        "stated_as_fact" => "stated as fact".to_owned(),
        _ => "unclear: the reader found no claim here, but no plain statement either".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    fn row(doc_id: &str, presented_as: &str, source: Option<&str>) -> CarrierRow {
        CarrierRow {
            doc_id: doc_id.into(),
            claim_id: None,
            place: Place { start: 0, end: 4, text: "rain".into() },
            independent_text: 0,
            presented_as: presented_as.into(),
            told: String::new(),
            source: source.map(str::to_owned),
            source_name: None,
            source_kind: None,
            source_naming: Some(if source == Some("an aide") { "unnamed" } else { "named" }.into()),
            cue: Some("said".into()),
            origin: None,
            wording: "same".into(),
            differences: Vec::new(),
        }
    }

    fn of(rows: &[(&str, Option<&str>)]) -> String {
        let rows: Vec<CarrierRow> =
            rows.iter().enumerate().map(|(i, (how, who))| row(&i.to_string(), how, *who)).collect();
        verdict(&rows, &[], rows.len() as u32)
    }

    #[test]
    fn one_and_many_are_told_apart() {
        let (laid, denied) = (("attributed", Some("Ada Wenn")), ("denied", Some("Olen Sarr")));
        assert_eq!(
            of(&[laid, laid]),
            "Of the 2 articles found with these words, both attribute it to Ada Wenn."
        );
        assert_eq!(
            of(&[
                laid,
                ("attributed", Some("an aide")),
                ("stated_as_fact", None),
                ("stated_as_fact", None),
                denied
            ]),
            "Of the 5 articles found with these words, 1 attributes it to Ada Wenn and 1 to somebody who is not named; \
             2 state it as fact; 1 reports that Olen Sarr denies it."
        );
        assert!(of(&[laid]).ends_with("This one attributes it to Ada Wenn."));
        assert!(of(&[("unclear", None); 3]).ends_with(", all 3 leave it unclear who says it."));
    }

    #[test]
    fn a_source_stands_with_its_cue() {
        assert_eq!(told(&row("1", "denied", Some("Olen Sarr"))), "denied by Olen Sarr (“said”)");
        let named =
            CarrierRow { source_name: Some("Ada Wenn".into()), ..row("1", "attributed", Some("she")) };
        assert_eq!(told(&named), "attributed to Ada Wenn, here “she” (“said”)");
    }
}
