/// A word list kept as text, one entry a line, sorted by bytes: `word` or `word<TAB>value`. Nothing is built
/// before it is asked.
///
/// ```
/// use reportedly_core::tokens::Lexicon;
///
/// let verbs = Lexicon::new("deny\tagainst\nsay");
/// assert_eq!(verbs.get("deny"), Some("against"));
/// assert_eq!(verbs.form_of("denied"), Some("against"));
/// assert_eq!(verbs.form_of("said"), Some("")); // listed without a value
/// assert!(!verbs.has("denied"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lexicon(&'static str);

impl Lexicon {
    /// A list from a data file; its lines must be sorted (a test of each file sees to that).
    pub const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// The value beside a word, empty where it stands alone; `None` where it is not listed.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = (low + high) / 2;
            let bytes = self.0.as_bytes();
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let end = bytes[middle..].iter().position(|&b| b == b'\n').map_or(self.0.len(), |i| middle + i);
            let line = self.0.get(start..end)?;
            let (key, value) = line.split_once('\t').unwrap_or((line, ""));
            match key.cmp(word) {
                std::cmp::Ordering::Equal => return Some(value),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Whether a word is listed.
    pub fn has(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The value beside a word or beside what it is a form of: "denies", "denied" and "denying" find "deny".
    pub fn form_of(self, word: &str) -> Option<&'static str> {
        self.get(word).or_else(|| bases(word).iter().find_map(|base| self.get(base)))
    }

    /// Whether the lines are sorted and none stands twice.
    pub fn is_sorted(self) -> bool {
        let keys: Vec<_> = self.0.lines().map(|l| l.split('\t').next()).collect();
        keys.windows(2).all(|pair| pair[0] < pair[1])
    }
}

/// Verbs whose forms follow no rule: form and base.
const IRREGULAR: Lexicon = Lexicon::new(include_str!("irregular.txt"));

/// Whether a word is a form of a verb that follows no rule: "said", "met".
pub fn is_irregular(word: &str) -> bool {
    IRREGULAR.has(word)
}

/// What a word may be an inflected form of, likelier first.
///
/// The word is given in small letters. Most of what comes back is no word at all: look it up in a [`Lexicon`].
///
/// ```
/// use reportedly_core::tokens::bases;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_bisection() {
        let list = Lexicon::new("deny\tno\nplan\nsay\tyes\n");
        assert!(list.is_sorted() && IRREGULAR.is_sorted());
        assert_eq!(
            [list.get("deny"), list.get("plan"), list.get("say")],
            [Some("no"), Some(""), Some("yes")]
        );
        assert_eq!([list.get(""), list.get("a"), list.get("zoo"), list.get("sa")], [None; 4]);
        for form in ["denies", "denied", "denying", "plans", "planned", "planning", "said"] {
            assert!(list.form_of(form).is_some(), "{form}");
        }
        assert_eq!(Lexicon::new("").get("x"), None);
    }
}
