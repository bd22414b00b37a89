//! Answers that are kept for the next who asks the same.
//!
//! An answer holds as long as nothing in the library has changed, whoever changed it: a connection of its own
//! is asked before each use, which takes some microseconds. What is kept is bounded in bytes: it fills one
//! half, then the other is forgotten, and what is asked for again moves on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use hyper::body::Bytes;
use reportedly_library::Library;

/// So many bytes of bodies are kept in each half: about 2,000 articles.
const HALF: usize = 40 << 20;
/// What is longer is not kept.
const LONGEST: usize = 1 << 20;
/// What an entry takes besides its words, about.
const ENTRY: usize = 300;

/// What a whole answer is made of.
#[derive(Clone)]
pub(crate) struct Kept {
    pub content_type: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Bytes,
    pub etag: String,
}

pub(crate) struct Answers {
    inside: Mutex<Inside>,
}

struct Inside {
    /// Tells whether anything has changed; it changes nothing itself.
    watch: Library,
    stamp: i64,
    young: HashMap<String, Kept>,
    old: HashMap<String, Kept>,
    bytes: usize,
}

impl Answers {
    pub fn new(watch: Library) -> Self {
        let (young, old) = (HashMap::new(), HashMap::new());
        Self { inside: Mutex::new(Inside { watch, stamp: -1, young, old, bytes: 0 }) }
    }

    /// The answer that was given to the same words, if it still holds; and the stamp of the library as it is.
    pub fn find(&self, asked: &str) -> (Option<Kept>, Option<i64>) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(stamp) = inside.watch.stamp() else { return (None, None) };
        if inside.stamp != stamp {
            (inside.stamp, inside.bytes) = (stamp, 0);
            inside.young.clear();
            inside.old.clear();
        }
        if let Some(kept) = inside.old.remove(asked) {
            inside.put(asked.to_owned(), kept);
        }
        (inside.young.get(asked).cloned(), Some(stamp))
    }

    /// Keeps an answer that was begun when the library had this stamp.
    pub fn keep(&self, asked: String, kept: Kept, stamp: i64) {
        if kept.body.len() > LONGEST {
            return;
        }
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if inside.stamp == stamp {
            inside.put(asked, kept);
        }
    }
}

impl Inside {
    fn put(&mut self, asked: String, kept: Kept) {
        self.bytes += asked.len() + kept.body.len() + ENTRY;
        self.young.insert(asked, kept);
        if self.bytes > HALF {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use reportedly_library::Access;

    fn answer(bytes: usize) -> Kept {
        let body = Bytes::from(vec![b'x'; bytes]);
        Kept { content_type: "text/plain", headers: Vec::new(), body, etag: "\"x\"".to_owned() }
    }

    #[test]
    fn what_is_kept_is_bounded_and_the_last_asked_for_stays() {
        let folder = tempfile::tempdir().unwrap();
        let answers = Answers::new(Library::open(&folder.path().join("news.db"), Access::Create).unwrap());
        let stamp = answers.find("first").1.unwrap();
        answers.keep("first".to_owned(), answer(10), stamp);
        answers.keep("long".to_owned(), answer(LONGEST + 1), stamp);
        assert!(answers.find("long").0.is_none());
        for n in 0..200 {
            answers.keep(n.to_string(), answer(LONGEST), stamp);
            assert!(answers.find("first").0.is_some(), "{n}");
        }
        let inside = answers.inside.lock().unwrap();
        let kept = inside.young.values().chain(inside.old.values()).map(|k| k.body.len()).sum::<usize>();
        assert!(kept > HALF && kept <= 2 * (HALF + LONGEST), "{kept}");
    }
}
