use super::lexicon;
use crate::language::Nouns;
use crate::tokens::List;

pub const NOUNS: Nouns = Nouns {
    all: lexicon(include_str!("nouns.txt")),
    anybody: lexicon(include_str!("anybody.txt")),
    bodies: lexicon(include_str!("bodies.txt")),
    generic: List::new(&[
        "agency",
        "body",
        "business",
        "company",
        "corporation",
        "firm",
        "giant",
        "group",
        "institution",
        "organisation",
        "organization",
    ]),
    several: List::new(&[
        "authorities",
        "counsel",
        "family",
        "media",
        "men",
        "people",
        "police",
        "staff",
        "women",
    ]),
    opinions: List::new(&[
        "backer",
        "believer",
        "consumer",
        "critic",
        "customer",
        "detractor",
        "fan",
        "follower",
        "opponent",
        "proponent",
        "reader",
        "sceptic",
        "skeptic",
        "supporter",
        "user",
        "viewer",
        "voter",
    ]),
    private: List::new(&[
        "airline",
        "bank",
        "charity",
        "church",
        "club",
        "company",
        "corporation",
        "firm",
        "group",
        "hospital",
        "insurer",
        "lender",
        "manufacturer",
        "ngo",
        "nonprofit",
        "organisation",
        "organization",
        "retailer",
        "school",
        "startup",
        "supplier",
        "team",
    ]),
    forces: List::new(&["police"]),
    no_places: List::new(&["local"]),
    people: List::new(&["people"]),
    states: List::new(&["state"]),
    same: lexicon("attorney\tlawyer"),
    person_ends: List::new(&["ant", "eer", "er", "ian", "ist", "man", "or", "person", "woman"]),
    age_ends: List::new(&["-year-old"]),
    thing_ends: List::new(&["ance", "ence", "ism", "ity", "ment", "ness", "ship", "tion"]),
    maker_ends: List::new(&["er"]),
    people_ends: List::new(&["ans", "crats", "ians", "ists", "ites"]),
    singulars,
    is_plural: |word| word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"),
    stem: |word| word.trim_end_matches('s'),
    plural: |word| format!("{word}s"),
};

fn singulars(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let irregular = [
        ("men", "man"),
        ("women", "woman"),
        ("wives", "wife"),
        ("spokesmen", "spokesman"),
        ("spokespeople", "spokesperson"),
        ("analyses", "analysis"),
        ("children", "child"),
        ("chiefs", "chief"),
    ];
    out.extend(irregular.iter().find(|p| p.0 == word).map(|p| p.1.to_owned()));
    out.extend(word.strip_suffix("men").map(|s| format!("{s}man")));
    out.extend(word.strip_suffix("women").map(|s| format!("{s}woman")));
    out.extend(word.strip_suffix("ies").map(|s| format!("{s}y")));
    out.extend(word.strip_suffix("es").map(str::to_owned));
    out.extend(word.strip_suffix('s').map(str::to_owned));
    if let Some((first, rest)) = word.split_once('-').or(word.split_once(' ')) {
        out.extend(first.strip_suffix('s').map(|f| format!("{f}-{rest}")));
    }
    out
}
