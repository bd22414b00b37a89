//! Given names come from the US census of 1990 (in the public domain) and, for other languages and later English ones,
//! from Faker 40.63 (MIT, Daniele Faraglia and contributors); all other lists are our own.

use super::lexicon;
use crate::language::{Names, Sign};
use crate::tokens::{Lexicon, List};

pub const TITLES: Lexicon = lexicon(include_str!("titles.txt"));

pub const NAMES: Names = Names {
    given: lexicon(include_str!("given.txt")),
    titles: TITLES,
    parts: lexicon(include_str!("words_of_names.txt")),
    outlets: lexicon(include_str!("outlets.txt")),
    organizations: lexicon(include_str!("organizations.txt")),
    places: lexicon(include_str!("places.txt")),
    peoples: lexicon(include_str!("peoples.txt")),
    function_words: lexicon(include_str!("function_words.txt")),
    always_capital: List::new(&["I"]),
    given_in_capitals: List::new(&["will"]),
    surnames: List::new(&["best", "down", "early", "even", "may", "more", "most", "still", "will"]),
    surnames_and_parts: List::new(&[
        "bank", "church", "club", "gas", "guard", "house", "monitor", "post", "power", "star", "steel",
        "watch", "works",
    ]),
    particles: List::new(&[
        "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter",
        "van", "von",
    ]),
    camel_surnames: List::new(&["D", "De", "Di", "La", "Le", "Mac", "Mc", "O", "Van", "Von"]),
    generations: List::new(&["ii", "iii", "iv", "jr", "sr"]),
    honours: List::new(&["cbe", "esq", "kc", "m.d", "mbe", "md", "mp", "obe", "ph.d", "phd", "qc"]),
    members: List::new(&["democrat", "libertarian", "republican"]),
    adverbs: List::new(&["ly"]),
    sure_adverbs: List::new(&[
        "ably", "ally", "antly", "ately", "edly", "ently", "fully", "ibly", "ingly", "ively", "ously",
    ]),
    follower_ends: List::new(&["crats", "ians", "ists"]),
    plural_ends: List::new(&["s"]),
    numbered: List::new(&[
        "district", "local", "phase", "precinct", "region", "route", "sector", "stage", "ward", "zone",
    ]),
    numbered_bodies: List::new(&["local"]),
    networks: List::new(&["abc", "cbs", "channel", "cw", "fox", "nbc", "news", "newschannel", "pbs"]),
    behind_stations: List::new(&["and", "in", "on", "reports", "said", "says", "that", "the"]),
    sign,
    sites: List::new(&[".com", ".net", ".org"]),
    owners: List::new(&["children", "men", "people", "veterans", "women"]),
    workers: List::new(&[
        "drivers",
        "employees",
        "engineers",
        "miners",
        "nurses",
        "teachers",
        "trades",
        "workers",
    ]),
    owned: List::new(&["army", "bank", "court", "embassy", "ministry", "navy", "parliament", "police"]),
    departments: List::new(&["department"]),
    companies: List::new(&[
        "airlines",
        "airways",
        "brands",
        "capital",
        "co",
        "corp",
        "corporation",
        "foods",
        "group",
        "holdings",
        "inc",
        "industries",
        "ltd",
        "motors",
        "partners",
        "pharmaceuticals",
        "securities",
        "systems",
        "technologies",
    ]),
    exchanges: List::new(&["NASDAQ", "NYSE"]),
    unions: List::new(&["nations", "union"]),
    own_verbs: List::new(&["announced", "denied", "has", "reported", "said", "says"]),
    is_past,
    saints: List::new(&["saint", "st", "st."]),
    places_cut_short: List::new(&["ft.", "mt.", "st."]),
    small: List::new(&["a", "and", "at", "for", "from", "in", "of", "on", "the", "to"]),
    joins: List::new(&["for", "of", "on"]),
    which: List::new(&["which"]),
    in_places: List::new(&["across", "at", "in", "near", "outside"]),
    towards: List::new(&["from", "in", "of", "to"]),
    through: List::new(&["around", "into", "through"]),
};

/// "KQWX", "WQX-TV": what an American station is called by. Four capitals with a vowel may be a surname in a transcript.
fn sign(word: &str) -> Option<Sign> {
    const KINDS: List = List::new(&["AM", "CD", "DT", "FM", "LP", "TV"]);
    let (sign, kind) = word.split_once('-').unwrap_or((word, ""));
    let long = sign.len() == 4 && kind.is_empty() || matches!(sign.len(), 3 | 4) && KINDS.has(kind);
    let shaped = long && sign.starts_with(['K', 'W']) && sign.bytes().all(|b| b.is_ascii_uppercase());
    let sure = !kind.is_empty() || !sign.contains(['A', 'E', 'I', 'O', 'U']);
    shaped.then_some(if sure { Sign::Sure } else { Sign::Likely })
}

/// "provided", "sent".
fn is_past(word: &str) -> bool {
    const NOT: List = List::new(&["biped", "hatred", "hundred", "indeed", "naked", "sacred"]);
    const STRONG: List =
        List::new(&["gave", "got", "had", "kept", "made", "saw", "sent", "shot", "took", "wrote"]);
    word.ends_with("ed") && word.len() > 4 && !NOT.has(word) || STRONG.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn call_signs() {
        let found = ["KQWX", "WQX-TV", "KATE", "KQW", "QWXZ"].map(sign);
        assert_eq!(found, [Some(Sign::Sure), Some(Sign::Sure), Some(Sign::Likely), None, None]);
    }

    #[test]
    fn verbs_in_the_past() {
        assert!(["provided", "sent"].into_iter().all(is_past));
        assert!(!["hundred", "need", "send"].into_iter().any(is_past));
    }

    #[test]
    fn every_value_is_known() {
        let names = ENGLISH.names;
        for line in include_str!("words_of_names.txt").lines() {
            assert!(names.part(line.split('\t').next().unwrap_or_default()).is_some(), "{line}");
        }
        let known = |file: &str, values: &[&str]| {
            file.lines().all(|l| l.split_once('\t').is_none_or(|(_, value)| values.contains(&value)))
        };
        assert!(known(include_str!("titles.txt"), &["x", "m", "f"]));
        assert!(known(include_str!("given.txt"), &["e", "m", "f"]));
    }
}
