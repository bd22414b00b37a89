use crate::tokens::before;

/// Words with a value each, sorted by bytes.
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
pub struct Table<T: 'static>(&'static [(&'static str, T)]);

/// Words with a number each.
pub type Numbered = Table<i16>;

impl<T: Copy> Table<T> {
    /// A table without words.
    pub const NONE: Self = Self(&[]);

    /// The words of a table.
    ///
    /// # Panics
    /// While compiling, if they are not sorted or one stands twice.
    pub const fn new(words: &'static [(&'static str, T)]) -> Self {
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

    /// The value of a word.
    pub fn get(self, word: &str) -> Option<T> {
        let at = self.0.binary_search_by_key(&word, |entry| entry.0).ok()?;
        self.0.get(at).map(|entry| entry.1)
    }

    /// All entries that begin with some letters.
    pub fn from(self, start: &str) -> impl Iterator<Item = (&'static str, T)> {
        let at = self.0.partition_point(|entry| entry.0 < start);
        self.0[at..].iter().take_while(move |entry| entry.0.starts_with(start)).copied()
    }

    /// Whether a word is listed.
    pub fn has(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The value of the first entry that some words begin with.
    pub fn start_of(self, words: &str) -> Option<T> {
        self.iter().find(|entry| words.starts_with(entry.0)).map(|entry| entry.1)
    }

    /// All entries, in order.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, T)> {
        self.0.iter().copied()
    }
}
