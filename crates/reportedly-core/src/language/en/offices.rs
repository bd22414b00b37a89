//! What English titles are made of.

use super::lexicon;
use crate::language::Offices;
use crate::tokens::{Lexicon, List};

const ADDRESSES: Lexicon = lexicon("cllr\tcouncillor\ndame\ndr\tdoctor\nmiss\nmr\nmrs\nms\nmx\nsir\n");

const LONG_FORMS: Lexicon = lexicon(
    "capt\tcaptain\n\
     det\tdetective\n\
     gen\tgeneral\n\
     gov\tgovernor\n\
     insp\tinspector\n\
     justice\tjudge\n\
     lt\tlieutenant\n\
     ofc\tofficer\n\
     prof\tprofessor\n\
     rep\trepresentative\n\
     rev\treverend\n\
     sen\tsenator\n\
     sgt\tsergeant\n",
);

const ALSO: Lexicon = lexicon(
    "assemblyman\tlawmaker\n\
     congressman\tlawmaker\n\
     congresswoman\tlawmaker\n\
     representative\tcongressman congresswoman lawmaker\n\
     senator\tlawmaker\n",
);

pub const OFFICES: Offices = Offices {
    addresses: ADDRESSES,
    addresses_behind: List::new(&["Dame", "Dr", "Dr.", "Mr.", "Mrs.", "Ms.", "Sir"]),
    addressed: List::new(&[
        "ambassador",
        "chairman",
        "justice",
        "mayor",
        "minister",
        "president",
        "secretary",
        "speaker",
    ]),
    left_out: List::new(&[
        "capt",
        "captain",
        "chief",
        "dame",
        "dr",
        "gov",
        "governor",
        "judge",
        "lady",
        "lord",
        "mayor",
        "minister",
        "miss",
        "mr",
        "mrs",
        "ms",
        "president",
        "prof",
        "professor",
        "rep",
        "sen",
        "senator",
        "sir",
    ]),
    single: List::new(&[
        "administrator",
        "ambassador",
        "attorney",
        "auditor",
        "chancellor",
        "chief",
        "clerk",
        "commissioner",
        "coroner",
        "d.a.",
        "da",
        "director",
        "governor",
        "judge",
        "marshal",
        "mayor",
        "minister",
        "president",
        "prosecutor",
        "secretary",
        "sheriff",
        "superintendent",
        "treasurer",
    ]),
    long_forms: LONG_FORMS,
    also: ALSO,
    candidates: List::new(&["candidate", "contender", "hopeful", "nominee", "opponent", "rival"]),
    past: List::new(&["ex", "former", "late"]),
    former: List::new(&["former"]),
    deputies: List::new(&["assistant", "associate", "deputy", "vice"]),
    for_now: List::new(&["acting"]),
    owned: List::new(&["commonwealth attorney", "state attorney"]),
    any_gender: |title| title.ends_with("man") && !title.ends_with("woman"),
    origins: List::new(&["congressional", "democratic", "fellow", "house", "senate", "state"]),
    origin_endings: List::new(&["-based"]),
    services: List::new(&["fire", "police"]),
    prepositions: List::new(&["for", "of", "to"]),
    districts: List::new(&["city", "county", "parish", "township"]),
    kin: List::new(&[
        "aunt",
        "boyfriend",
        "brother",
        "brother-in-law",
        "child",
        "cousin",
        "dad",
        "daughter",
        "daughter-in-law",
        "ex-husband",
        "ex-wife",
        "father",
        "father-in-law",
        "fiance",
        "fiancee",
        "fianc\u{e9}",
        "fianc\u{e9}e",
        "girlfriend",
        "granddaughter",
        "grandfather",
        "grandmother",
        "grandson",
        "husband",
        "mom",
        "mother",
        "mother-in-law",
        "mum",
        "nephew",
        "niece",
        "parent",
        "partner",
        "sister",
        "sister-in-law",
        "son",
        "son-in-law",
        "stepdaughter",
        "stepfather",
        "stepmother",
        "stepson",
        "twin",
        "uncle",
        "widow",
        "widower",
        "wife",
    ]),
    tails: List::new(&["at", "for", "from", "in", "of", "that", "which", "who", "whose", "with"]),
    clauses: List::new(&["that", "when", "where", "which", "who", "whom", "whose"]),
    finite: List::new(&["and", "had", "has", "is", "said", "says", "told", "was", "were", "will", "would"]),
    behind_verbs: List::new(&["a", "an", "by", "her", "his", "in", "on", "the", "to"]),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!([ADDRESSES, LONG_FORMS, ALSO].into_iter().all(Lexicon::is_sorted));
        assert!(OFFICES.former.iter().all(|word| OFFICES.past.has(word)));
    }
}
