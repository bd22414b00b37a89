use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{Error, Result};
use crate::formats::{FORMAT, make_from};

/// "RPTY": what the head of the file says of its maker.
const APPLICATION: i64 = 0x5250_5459;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a library is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// To look things up.
    Read,
    /// To change what is there.
    Write,
    /// To change it, or make it.
    Create,
}

/// A library: one SQLite file.
pub struct Library {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}

impl Library {
    /// Opens a library. One of an older format is copied aside (`FILE.format-N.backup`) and brought to
    /// today's.
    ///
    /// # Errors
    /// Where the file is missing, foreign, newer than this program, or must not be opened.
    ///
    /// ```
    /// use reportedly_library::{Access, Error, Library};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("news.db");
    /// assert!(matches!(Library::open(&path, Access::Read), Err(Error::Missing(_))));
    /// let library = Library::open(&path, Access::Create)?;
    /// assert_eq!(library.path(), path);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        let there = path.exists();
        if !there && access != Access::Create {
            return Err(Error::Missing(path.to_owned()));
        }
        if path.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
            return Err(Error::NoFolder(path.to_owned()));
        }
        let of = |e| Error::of(path.to_owned(), e);
        if path.is_dir() {
            return Err(Error::Folder(path.to_owned()));
        }
        if access == Access::Read && is_sealed(path) {
            return Self::sealed(path);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let create =
            if access == Access::Create { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
        let connection = Connection::open_with_flags(path, flags | create).map_err(of)?;
        let mut library = Self { connection, path: path.to_owned() };
        library.settings(access).map_err(of)?;
        // an empty file is no library but for those who make one
        if library.format()? == 0 && access != Access::Create {
            return Err(Error::Foreign(path.to_owned()));
        }
        match library.bring_up_to_date() {
            Err(Error::ReadOnly(_) | Error::Unopened(..)) if access == Access::Read && !has_log(path) => {
                Self::sealed(path)
            }
            done => done.map(|()| library),
        }
    }

    /// A file in a read-only place: read as it is, without the files beside it.
    fn sealed(path: &Path) -> Result<Self> {
        let of = |e| Error::of(path.to_owned(), e);
        let name: String = path.display().to_string().chars().flat_map(escaped).collect();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let connection =
            Connection::open_with_flags(format!("file:{name}?immutable=1"), flags).map_err(of)?;
        let library = Self { connection, path: path.to_owned() };
        match library.format()? {
            FORMAT => Ok(library),
            _ => Err(Error::ReadOnly(path.to_owned())),
        }
    }

    fn settings(&self, access: Access) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        // what is acknowledged is on the disk
        connection.pragma_update(None, "synchronous", "FULL")?;
        // 64 MB: the index of shingles is written all over; those who read may be many
        connection.pragma_update(
            None,
            "cache_size",
            if access == Access::Read { -4_096 } else { -65_536 },
        )?;
        connection.set_prepared_statement_cache_capacity(64);
        // one plan for a statement, whatever is bound: else most are prepared anew at each use
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(())
    }

    /// The format of the file; 0 for an empty one.
    fn format(&self) -> Result<i64> {
        let get = |name| self.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let read = || -> rusqlite::Result<_> {
            let tables = self
                .connection
                .query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0))?;
            Ok((get("application_id")?, get("user_version")?, tables))
        };
        match read().map_err(|e| self.error(e))? {
            (0, 0, 0) => Ok(0),
            (APPLICATION, format @ 1.., _) if format <= FORMAT => Ok(format),
            (APPLICATION, format @ 1.., _) => {
                Err(Error::Newer { path: self.path.clone(), format, known: FORMAT })
            }
            _ => Err(Error::Foreign(self.path.clone())),
        }
    }

    fn bring_up_to_date(&mut self) -> Result<()> {
        let before = self.format()?;
        self.write_ahead()?;
        if before == FORMAT {
            return Ok(());
        }
        if before > 0 {
            self.backup_once(&beside(&self.path, &format!(".format-{before}.backup")))?;
        }
        let path = self.path.clone();
        let of = |e| Error::of(path.clone(), e);
        let transaction = self.begin()?;
        // another program may have been quicker
        let now: i64 = transaction.pragma_query_value(None, "user_version", |r| r.get(0)).map_err(of)?;
        make_from(&transaction, now as usize).map_err(of)?;
        transaction.pragma_update(None, "application_id", APPLICATION).map_err(of)?;
        transaction.pragma_update(None, "user_version", FORMAT.max(now)).map_err(of)?;
        transaction.commit().map_err(of)
    }

    /// Readers and one writer do not wait for each other.
    fn write_ahead(&self) -> Result<()> {
        let mut tries = 0;
        loop {
            let set = self
                .connection
                .pragma_update_and_check(None, "journal_mode", "WAL", |r| r.get::<_, String>(0));
            match set {
                Ok(_) => return Ok(()),
                // two that make the same file: SQLite does not wait here
                Err(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) && tries < 600 => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(e) => return Err(self.error(e)),
            }
        }
    }

    /// A copy in one file, made whole before it gets its name.
    fn backup_once(&self, to: &Path) -> Result<()> {
        match self.backup(to) {
            Err(Error::Exists(_)) => Ok(()),
            done => done,
        }
    }

    /// Copies the library into a new file, as it is at this moment.
    ///
    /// # Errors
    /// Where the file exists or cannot be written.
    ///
    /// ```
    /// # use reportedly::{Article, Engine, ReadOptions};
    /// # use reportedly_library::{Access, Incoming, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// # let engine = Engine::new(ReadOptions::default());
    /// # let record = |id: &str, text: &str| {
    /// #     let article = Article { id: Some(id.to_owned()), ..Article::from_text(text) };
    /// #     reportedly_records::Record::new(&article, &engine.read(&article), false)
    /// # };
    /// # let hale = "\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.";
    /// # library.add(vec![Incoming::new(record("pier", hale), "notes.txt")])?;
    /// let copy = folder.path().join("copy.db");
    /// library.backup(&copy)?;
    /// assert_eq!(Library::open(&copy, Access::Read)?.list()?, library.list()?);
    /// assert!(library.backup(&copy).is_err()); // it exists
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::Exists(to.to_owned()));
        }
        let part = beside(to, ".reportedly-part");
        match fs::remove_file(&part) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(Error::Io(part, e)),
            _ => {}
        }
        let name = part.to_str().ok_or_else(|| Error::Name(to.to_owned()))?;
        let io = |e| Error::Io(to.to_owned(), e);
        let copied =
            self.connection.execute("VACUUM INTO ?1", [name]).map_err(|e| Error::of(to.to_owned(), e));
        let done = copied.and_then(|_| fs::File::open(&part).and_then(|f| f.sync_all()).map_err(io));
        let done = done.and_then(|()| fs::rename(&part, to).map_err(io));
        if done.is_err() {
            // nothing half-written stays
            let _ = fs::remove_file(&part);
        }
        done
    }

    /// One change, all or nothing. It waits for another writer.
    pub(crate) fn begin(&mut self) -> Result<Transaction<'_>> {
        let path = self.path.clone();
        self.connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| Error::of(path, e))
    }

    /// One change, all or nothing.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let path = self.path.clone();
        let of = |e| Error::of(path.clone(), e);
        let transaction = self.begin()?;
        let done = work(&transaction).map_err(of)?;
        transaction.commit().map_err(of)?;
        Ok(done)
    }

    pub(crate) fn error(&self, error: rusqlite::Error) -> Error {
        Error::of(self.path.clone(), error)
    }

    /// A number that is another one as soon as any other connection, of this or another program, has changed
    /// the library. Only numbers of one and the same [`Library`] can be compared.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn stamp(&self) -> Result<i64> {
        let stamp = || self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0));
        stamp().map_err(|e| self.error(e))
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The name with an ending; "news/" is "news".
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.components().collect::<PathBuf>().into_os_string();
    name.push(ending);
    name.into()
}

/// Whether the file, and so the two that SQLite would lay beside it, cannot be written.
fn is_sealed(path: &Path) -> bool {
    !has_log(path) && fs::OpenOptions::new().write(true).open(path).is_err()
}

/// Whether there are changes beside the file that are not in it yet.
fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|m| m.len() > 0)
}

/// Percent-encoding of what has a meaning in a file address.
fn escaped(c: char) -> Vec<char> {
    match c {
        '%' => "%25".chars().collect(),
        '?' => "%3f".chars().collect(),
        '#' => "%23".chars().collect(),
        c => vec![c],
    }
}
