//! Which files are opened, and how.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::time::{Duration, Instant};

use common::{FERRY, TIDE, incoming, library, sound};
use reportedly_core::trace::Publishers;
use reportedly_library::{Access, Error, FORMAT, Library};
use rusqlite::Connection;

#[test]
fn a_missing_foreign_or_newer_file_is_refused() {
    let (folder, path, library) = library();
    drop(library);
    let missing = folder.path().join("none.db");
    assert!(matches!(Library::open(&missing, Access::Write), Err(Error::Missing(_))));
    assert!(!missing.exists());
    let text = folder.path().join("text.db");
    fs::write(&text, "x".repeat(5000)).unwrap();
    assert!(matches!(Library::open(&text, Access::Create), Err(Error::Foreign(_))));
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(Library::open(&other, Access::Create), Err(Error::Foreign(_))));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", FORMAT + 1).unwrap();
    let refused = Library::open(&path, Access::Create).map(drop).unwrap_err();
    assert!(matches!(refused, Error::Newer { .. }), "{refused}");
}

/// The first row is the first format.
const FORMATS: [&str; 5] = [
    include_str!("formats/1.sql"),
    include_str!("formats/2.sql"),
    include_str!("formats/3.sql"),
    include_str!("formats/4.sql"),
    include_str!("formats/5.sql"),
];

#[test]
fn every_released_format_opens_and_is_copied_aside_first() {
    assert_eq!(FORMATS.len() as i64, FORMAT - 1, "a format was released: keep a file of the one before");
    for (n, sql) in FORMATS.iter().enumerate() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("news.db");
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let mut library = sound(&path);
        let backup = folder.path().join(format!("news.db.format-{}.backup", n + 1));
        let version: i64 =
            Connection::open(&backup).unwrap().query_row("PRAGMA user_version", [], |r| r.get(0)).unwrap();
        assert_eq!(version, n as i64 + 1);
        // all is there, what is new is filled, and it works on
        let ids: Vec<String> = library.list().unwrap().into_iter().map(|d| d.doc_id).collect();
        assert_eq!(ids, ["tide", "copy", "ferry"]);
        assert_eq!((library.corrections().unwrap().len(), library.refused().unwrap().len()), (1, 1));
        assert_eq!(library.copies("tide").unwrap()[0].doc_b, "copy");
        let claim = library.record("tide").unwrap().claims.remove(0).claim_id;
        let group = library.trace(&claim, &Publishers::default()).unwrap().unwrap();
        assert_eq!((group.pages, group.texts, group.origins), (2, 1, 1));
        assert_eq!(library.search(&"tide source:hale".parse().unwrap(), 9).unwrap().claims.len(), 2);
        assert_eq!(library.search(&"tide stance:asserts".parse().unwrap(), 9).unwrap().claims.len(), 2);
        library.add(vec![incoming(Some("a"), None, FERRY)]).unwrap();
        library
            .replace(vec![incoming(Some("ferry"), None, "“The ferry was late,” said Tom Reed.").record])
            .unwrap();
        assert_eq!(library.record("ferry").unwrap().claims[0].method, "hand");
    }
}

#[test]
fn a_backup_is_a_library_and_never_replaces_one() {
    let (folder, _, mut library) = library();
    library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
    let backup = folder.path().join("backup.db");
    library.backup(&backup).unwrap();
    assert!(matches!(library.backup(&backup), Err(Error::Exists(_))));
    assert_eq!(sound(&backup).record("a").unwrap(), library.record("a").unwrap());
}

#[test]
fn the_second_writer_waits_for_the_first() {
    let (_folder, path, mut library) = library();
    let first = Connection::open(&path).unwrap();
    first.execute_batch("BEGIN IMMEDIATE").unwrap();
    let held = Duration::from_millis(300);
    let begun = Instant::now();
    let holder = std::thread::spawn(move || {
        std::thread::sleep(held);
        first.execute_batch("COMMIT").unwrap();
    });
    library.add(vec![incoming(Some("a"), None, FERRY)]).unwrap();
    assert!(begun.elapsed() >= held);
    holder.join().unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
    drop(library);
    let mode = |n| fs::Permissions::from_mode(n);
    fs::set_permissions(&path, mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), mode(0o555)).unwrap();
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        again_without_the_rights_of_root("a_file_that_may_only_be_read_is_read_and_not_written");
    } else {
        assert_eq!(Library::open(&path, Access::Read).unwrap().record("a").unwrap().text, TIDE);
        let refused =
            Library::open(&path, Access::Write).and_then(|mut l| l.add(vec![incoming(None, None, FERRY)]));
        assert!(matches!(refused, Err(Error::ReadOnly(_))), "{refused:?}");
    }
    fs::set_permissions(folder.path(), mode(0o755)).unwrap();
    fs::set_permissions(&path, mode(0o644)).unwrap();
    assert_eq!(sound(&path).list().unwrap().len(), 1);
}

/// Root may write what nobody may: the test is run again without that right.
#[cfg(unix)]
fn again_without_the_rights_of_root(test: &str) {
    assert!(std::env::var_os("REPORTEDLY_TEST_AGAIN").is_none(), "this user may write everything");
    let again = std::process::Command::new("setpriv")
        .arg("--bounding-set=-dac_override")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env("REPORTEDLY_TEST_AGAIN", "1")
        .output();
    let again =
        again.unwrap_or_else(|e| panic!("run this as another user than root, or install setpriv: {e}"));
    assert!(again.status.success(), "{again:?}");
}
