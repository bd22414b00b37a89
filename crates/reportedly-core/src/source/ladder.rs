//! How precisely an unnamed source is described: the Guardian's ladder (Rusbridger 2000), and the reason given
//! for not naming them.

use super::Kind;
use crate::mentions::phrase::Phrase;
use crate::text::{Span, Text};

/// Words for access to the facts themselves.
const ACCESS: &[&str] = &[
    "familiar with",
    "direct knowledge",
    "briefed on",
    "close to",
    "involved in",
    "knowledge of",
    "who attended",
    "who was present",
    "who were present",
    "in the room",
    "who saw",
    "who witnessed",
    "who took part",
    "who participated",
    "who worked on",
    "privy to",
    "who has seen",
    "who have seen",
    "who had seen",
    "with access to",
    "who was there",
    "who reviewed",
    "knowledgeable about",
    "with ties to",
];
/// Words for rank or office.
const RANKS: &[&str] = &[
    "senior",
    "top",
    "high-ranking",
    "high-level",
    "chief",
    "deputy",
    "former",
    "leading",
    "veteran",
    "longtime",
    "retired",
    "minister",
    "diplomat",
    "general",
    "commander",
    "judge",
    "coroner",
    "sheriff",
    "deputies",
    "prosecutor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "director",
    "head",
    "aide",
    "adviser",
    "advisor",
    "lawyer",
    "attorney",
    "officer",
    "professor",
    "mayor",
    "governor",
    "senator",
    "ambassador",
    "executive",
    "cabinet",
    "campaign",
    "administration",
    "white house",
    "government",
    "military",
    "intelligence",
    "police",
    "embassy",
    "ministry",
    "department",
    "army",
    "court",
    "company",
    "union",
    "board",
    "council",
    "pro-",
    "nurse",
    "doctor",
    "teacher",
    "secretary",
    "president",
];
const BARE: &[&str] = &[
    "source",
    "people",
    "person",
    "official",
    "others",
    "some",
    "many",
    "those",
    "one",
    "man",
    "woman",
    "individual",
    "insider",
    "observer",
    "anyone",
    "most",
    "several",
];
/// Words that say nothing about the person they describe.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "another",
    "any",
    "certain",
    "few",
    "four",
    "many",
    "most",
    "no",
    "not",
    "of",
    "one",
    "other",
    "same",
    "several",
    "some",
    "such",
    "that",
    "the",
    "them",
    "these",
    "this",
    "those",
    "three",
    "two",
    "unidentified",
    "unnamed",
    "various",
];
const REASONS: &[&str] = &[
    "condition of anonymity",
    "conditioned on anonymity",
    "not authorized to",
    "not authorised to",
    "asked not to be",
    "did not want to be named",
    "didn't want to be named",
    "didn\u{2019}t want to be named",
    "declined to be named",
    "declined to be identified",
    "requested anonymity",
    "insisted on anonymity",
    "who asked that",
    "not be named",
    "not to be identified",
    "not be identified",
    "for fear of",
    "fear of retaliation",
    "fearing",
    "to discuss internal",
    "to discuss private",
    "to speak candidly",
    "because of the sensitivity",
    "citing the sensitivity",
    "sensitive nature",
    "granted anonymity",
    "speaking anonymously",
    "spoke anonymously",
    "on background",
    "refused to be named",
    "wished to remain anonymous",
    "remain anonymous",
];

/// 0 not described, 1 category, 2 rank or role, 3 access; only for sources without a name.
pub fn specificity(p: &Phrase, words: &str) -> Option<u8> {
    if !matches!(p.kind, Kind::Unnamed | Kind::Collective) {
        return None;
    }
    let whole = words.to_lowercase();
    // why she is not named says nothing of who she is
    let why = [", speaking", " speaking on condition", " on condition of"]
        .iter()
        .filter_map(|w| whole.find(w))
        .min();
    let low = &whole[..why.unwrap_or(whole.len())];
    let told = low.split_whitespace().filter(|w| !EMPTY.contains(w)).count();
    let bare = p.noun.as_deref().map_or(p.why != "a name of a group", |n| BARE.contains(&n));
    Some(match () {
        _ if ACCESS.iter().any(|a| low.contains(a)) => 3,
        _ if low.trim() != "police" && RANKS.iter().any(|r| has_rank(low, r)) => 2,
        _ if bare && told <= 1 && p.owner.is_none() => 0,
        _ => 1,
    })
}

/// Matches whole words, also plurals: "stopped" does not contain "top".
fn has_rank(low: &str, rank: &str) -> bool {
    let word = |w: &str| w == rank || w.strip_suffix('s') == Some(rank) || w.strip_suffix("'s") == Some(rank);
    match rank.contains([' ', '-']) {
        true => low.contains(rank),
        false => {
            low.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|w| word(&w.replace('\u{2019}', "'")))
        }
    }
}

/// The part of a sentence that says why the source is not named.
pub fn anonymity(sentence: Span, text: &Text) -> Option<Span> {
    let words = text.get(sentence);
    let (at, found) = REASONS.iter().filter_map(|r| words.find(r).map(|at| (at, r))).min()?;
    let rest = &words[at + found.len()..];
    let cue = [" said", " says"].iter().filter_map(|c| rest.find(c));
    let mark = rest.find([',', '.', ';', '"', '\u{201d}', '\u{2014}', ')']);
    let end = cue.chain(mark).min().unwrap_or(rest.len());
    Some(
        text.trim(Span::new(
            sentence.start() + at as u32,
            sentence.start() + (at + found.len() + end) as u32,
        )),
    )
}
