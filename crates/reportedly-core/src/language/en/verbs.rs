use super::inflection::IRREGULAR;
use super::lexicon;
use crate::language::{Form, Verbs};
use crate::tokens::List;

pub const VERBS: Verbs = Verbs {
    cues: lexicon(include_str!("cues.txt")),
    finite: List::new(&[
        "are", "can", "could", "did", "does", "had", "has", "have", "is", "may", "might", "must", "say",
        "says", "should", "was", "were", "will", "would",
    ]),
    copulas: List::new(&["are", "is", "was", "were"]),
    bare_copulas: List::new(&["be", "been", "being"]),
    was_told: List::new(&["has been told", "was told", "were told"]),
    agent: List::new(&["by"]),
    form,
    asks: List::new(&["asked", "asks"]),
    answers: List::new(&[
        "answered",
        "answers",
        "countered",
        "replied",
        "replies",
        "responded",
        "responds",
        "retorted",
    ]),
    behind_names: List::new(&["added", "said", "says", "told"]),
};

fn form(word: &str) -> Form {
    match word {
        w if w.ends_with('s') => Form::Third,
        w if IRREGULAR.has(w) || w.ends_with("ed") && w.len() > 4 => Form::Past,
        w if w.ends_with("ing") => Form::Going,
        _ => Form::Base,
    }
}
