//! What was fetched from addresses, and what their servers said of it.

use rusqlite::params;

use crate::error::Result;
use crate::file::Library;
use crate::rows::now;

/// What a server said of an address when it was fetched, so that it can be asked what has changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetch {
    /// The address.
    pub address: String,
    /// `ETag` (RFC 9110).
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

impl Library {
    /// What servers said so far.
    ///
    /// # Errors
    /// Where the file cannot be read.
    ///
    /// ```
    /// use reportedly_library::Fetch;
    /// # use reportedly_library::{Access, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// let address = "https://courier.example/pier".to_owned();
    /// let fetch = Fetch { address, etag: Some("\"7\"".to_owned()), last_modified: None };
    /// library.note_fetches(&[fetch.clone()])?;
    /// assert_eq!(library.fetches()?, [fetch]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fetches(&self) -> Result<Vec<Fetch>> {
        let sql = "SELECT address, etag, last_modified FROM fetches ORDER BY address";
        let all = || -> rusqlite::Result<Vec<Fetch>> {
            let fetch = |row: &rusqlite::Row| {
                Ok(Fetch { address: row.get(0)?, etag: row.get(1)?, last_modified: row.get(2)? })
            };
            self.connection.prepare(sql)?.query_map([], fetch)?.collect()
        };
        all().map_err(|e| self.error(e))
    }

    /// Keeps what servers said.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn note_fetches(&mut self, fetches: &[Fetch]) -> Result<()> {
        if fetches.is_empty() {
            return Ok(());
        }
        let sql = "INSERT OR REPLACE INTO fetches (address, etag, last_modified, fetched_at) VALUES (?1, ?2, ?3, ?4)";
        self.change(|to| {
            let at = now(to)?;
            fetches.iter().try_for_each(|Fetch { address, etag, last_modified }| {
                to.prepare_cached(sql)?.execute(params![address, etag, last_modified, at]).map(drop)
            })
        })
    }

    /// The addresses from which pages of the library were fetched, each once.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn fetched_addresses(&self) -> Result<Vec<String>> {
        let sql = "SELECT place FROM captures WHERE fetched_at IS NOT NULL AND instr(place, '://') > 0 ORDER BY capture_row";
        let places = || -> rusqlite::Result<Vec<String>> {
            self.connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
        };
        let mut addresses: Vec<String> = Vec::new();
        for place in places().map_err(|e| self.error(e))? {
            if let Some(address) = address_in(&place).filter(|a| !addresses.iter().any(|known| known == a)) {
                addresses.push(address.to_owned());
            }
        }
        Ok(addresses)
    }
}

/// The address of a page in the place that it was taken from: itself, or the one in brackets after an item of a feed.
fn address_in(place: &str) -> Option<&str> {
    let is_address = |words: &&str| words.starts_with("http://") || words.starts_with("https://");
    let linked = place.strip_suffix(')').and_then(|p| p.rsplit_once(" (")).map(|(_, address)| address);
    linked.filter(is_address).or_else(|| Some(place).filter(is_address).filter(|p| !p.contains(' ')))
}
