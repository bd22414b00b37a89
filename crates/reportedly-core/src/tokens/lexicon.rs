/// A short list of words, sorted by bytes.
///
/// ```
/// use reportedly::tokens::List;
///
/// const NOT: List = List::new(&["never", "not"]); // refused by the compiler if it is not sorted
/// assert!(NOT.has("never") && !NOT.has("nor"));
/// assert!(NOT.start_of("nevertheless").is_some());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct List(&'static [&'static str]);

impl List {
    /// A list without words.
    pub const NONE: Self = Self(&[]);

    /// The words of a list.
    ///
    /// # Panics
    /// While compiling, if they are not sorted or one stands twice.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut i = 1;
        while i < words.len() {
            assert!(before(words[i - 1].as_bytes(), words[i].as_bytes()), "a list of words is not sorted");
            i += 1;
        }
        Self(words)
    }

    /// Whether a word is listed.
    pub fn has(self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    /// All words, in order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }

    /// The first entry that some words begin with.
    pub fn start_of(self, words: &str) -> Option<&'static str> {
        self.iter().find(|entry| words.starts_with(entry))
    }

    /// The first entry that some words end with.
    pub fn end_of(self, words: &str) -> Option<&'static str> {
        self.iter().find(|entry| words.ends_with(entry))
    }

    /// Whether an entry stands somewhere in some words, as letters.
    pub fn is_in(self, words: &str) -> bool {
        self.iter().any(|entry| words.contains(entry))
    }
}

/// Whether one word comes before another in the order of bytes, also while compiling.
pub(crate) const fn before(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// What a word may be an inflected form of, likelier first, in one language.
pub type Bases = fn(&str) -> Vec<String>;

/// A table kept as text, one entry a line, sorted by bytes: `word`, or `word` and its values with tabs between.
/// Nothing is built before it is asked.
///
/// ```
/// use reportedly::language::en;
///
/// let verbs = en::lexicon("deny\tagainst\nsay");
/// assert_eq!(verbs.get("deny"), Some("against"));
/// assert_eq!(verbs.form_of("denied"), Some("against"));
/// assert_eq!(verbs.form_of("said"), Some("")); // listed without a value
/// assert!(!verbs.has("denied"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    lines: &'static str,
    bases: Bases,
}

impl Lexicon {
    /// A table without words.
    pub const NONE: Self = Self::new("", |_| Vec::new());

    /// A table from a data file; its lines must be sorted (a test of each file sees to that).
    pub const fn new(lines: &'static str, bases: Bases) -> Self {
        Self { lines, bases }
    }

    /// What stands beside a word, empty where it stands alone; `None` where it is not listed.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let (mut low, mut high) = (0, self.lines.len());
        while low < high {
            let middle = (low + high) / 2;
            let bytes = self.lines.as_bytes();
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let end =
                bytes[middle..].iter().position(|&b| b == b'\n').map_or(self.lines.len(), |i| middle + i);
            let line = self.lines.get(start..end)?;
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

    /// What stands beside a word or beside what it is a form of: "denies", "denied" and "denying" find "deny".
    pub fn form_of(self, word: &str) -> Option<&'static str> {
        self.get(word).or_else(|| (self.bases)(word).iter().find_map(|base| self.get(base)))
    }

    /// The value in one column, from 0, of a word or of what it is a form of; an empty one counts as none.
    pub fn column(self, word: &str, column: usize) -> Option<&'static str> {
        let of = |word: &str| self.get(word)?.split('\t').nth(column).filter(|value| !value.is_empty());
        of(word).or_else(|| (self.bases)(word).iter().find_map(|base| of(base)))
    }

    /// Whether the lines are sorted and none stands twice.
    pub fn is_sorted(self) -> bool {
        let keys: Vec<_> = self.lines.lines().map(|l| l.split('\t').next()).collect();
        keys.windows(2).all(|pair| pair[0] < pair[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_bisection() {
        let list = Lexicon::new("deny\tno\nplan\nsay\tyes\tfirst\n", |word| vec![word.replace("ies", "y")]);
        assert!(list.is_sorted());
        assert_eq!(
            [list.get("deny"), list.get("plan"), list.get("say")],
            [Some("no"), Some(""), Some("yes\tfirst")]
        );
        assert_eq!([list.get(""), list.get("a"), list.get("zoo"), list.get("sa")], [None; 4]);
        assert_eq!((list.form_of("denies"), list.form_of("denied")), (Some("no"), None));
        assert_eq!(
            [list.column("say", 1), list.column("say", 2), list.column("denies", 0), list.column("plan", 0)],
            [Some("first"), None, Some("no"), None]
        );
        assert_eq!(Lexicon::NONE.get("x"), None);
    }
}
