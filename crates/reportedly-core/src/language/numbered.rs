use crate::tokens::before;

/// Words with a number each, sorted by bytes.
///
/// ```
/// use reportedly::language::Numbered;
///
/// const DAYS: Numbered = Numbered::new(&[("friday", 5), ("monday", 1)]); // refused by the compiler if it is not sorted
/// assert_eq!(DAYS.get("monday"), Some(1));
/// assert_eq!(DAYS.start_of("mondays"), Some(1));
/// assert!(!DAYS.has("mondays"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Numbered(&'static [(&'static str, i16)]);

impl Numbered {
    /// A table without words.
    pub const NONE: Self = Self(&[]);

    /// The words of a table.
    ///
    /// # Panics
    /// While compiling, if they are not sorted or one stands twice.
    pub const fn new(words: &'static [(&'static str, i16)]) -> Self {
        let mut i = 1;
        while i < words.len() {
            assert!(
                before(words[i - 1].0.as_bytes(), words[i].0.as_bytes()),
                "a table of words is not sorted"
            );
            i += 1;
        }
        Self(words)
    }

    /// The number of a word.
    pub fn get(self, word: &str) -> Option<i16> {
        let at = self.0.binary_search_by_key(&word, |entry| entry.0).ok()?;
        self.0.get(at).map(|entry| entry.1)
    }

    /// Whether a word is listed.
    pub fn has(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of the first entry that some words begin with.
    pub fn start_of(self, words: &str) -> Option<i16> {
        self.iter().find(|entry| words.starts_with(entry.0)).map(|entry| entry.1)
    }

    /// All entries, in order.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, i16)> {
        self.0.iter().copied()
    }
}
