use crate::language::Pronouns;
use crate::tokens::List;

pub const PRONOUNS: Pronouns = Pronouns {
    male: List::new(&["he", "him", "himself", "his"]),
    female: List::new(&["her", "hers", "herself", "she"]),
    thing: List::new(&["it", "its", "itself"]),
    many: List::new(&["their", "theirs", "them", "themselves", "they"]),
    subjects: List::new(&["he", "she"]),
    speakers: List::new(&["he", "she", "they"]),
    hearers: List::new(&["her", "him", "it", "me", "them", "us", "you"]),
    ambiguous: List::new(&[
        "he", "i", "it", "nobody", "none", "one", "she", "there", "they", "this", "we", "who", "you",
    ]),
    first: List::new(&[
        "i",
        "i'm",
        "i've",
        "me",
        "my",
        "myself",
        "our",
        "ours",
        "ourselves",
        "us",
        "we",
        "we're",
        "we've",
    ]),
    second: List::new(&["you", "your", "yours", "yourself"]),
    relative: List::new(&["which", "who", "whom", "whose"]),
    who: List::new(&["who"]),
    that: List::new(&["that"]),
    owning: List::new(&["her", "his", "its", "my", "our", "their", "whose", "your"]),
    alone: List::new(&[
        "he", "her", "him", "i", "it", "she", "that", "them", "they", "this", "we", "which", "who", "you",
    ]),
    homonyms: List::new(&["IT", "US", "WHO"]),
    groups: List::new(&["them", "these", "those", "us", "whom"]),
};
