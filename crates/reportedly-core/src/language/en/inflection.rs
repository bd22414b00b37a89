//! Forms of English words.

use crate::tokens::Lexicon;

/// Verbs whose forms follow no rule: form and base.
pub(super) const IRREGULAR: Lexicon = Lexicon::new(include_str!("irregular.txt"), bases);

/// What a word may be an inflected form of, likelier first.
///
/// The word is given in small letters. Most of what comes back is no word at all: look it up in a [`Lexicon`].
///
/// ```
/// use reportedly::language::en::bases;
///
/// assert_eq!(bases("said")[0], "say");
/// assert!(bases("denied").contains(&"deny".to_owned()));
/// assert!(bases("planning").contains(&"plan".to_owned()));
/// ```
pub fn bases(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(IRREGULAR.get(word).map(str::to_owned));
    for ending in ["ies", "ied", "ying"] {
        out.extend(
            word.strip_suffix(ending)
                .map(|stem| format!("{stem}{}", if ending == "ying" { "ie" } else { "y" })),
        );
    }
    for ending in ["ing", "ed", "es", "s", "d"] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else { continue };
        out.push(stem.to_owned());
        if ending == "ing" || ending == "ed" {
            out.push(format!("{stem}e"));
            let mut last = stem.chars().rev();
            let doubled = last.next().filter(|&c| Some(c) == last.next());
            out.extend(doubled.map(|c| stem[..stem.len() - c.len_utf8()].to_owned()));
        }
    }
    out
}
