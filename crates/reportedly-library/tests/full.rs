//! A disk that runs full gives a clear error and loses nothing.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{incoming, sound};
use reportedly_library::{Access, Error, Library};
use tempfile::TempDir;

const FOLDER: &str = "REPORTEDLY_TEST_FOLDER";

/// Works in a small file system until that is full.
#[test]
#[ignore = "no test: the one of this file starts it where the disk is small"]
fn child() {
    let folder = std::env::var(FOLDER).unwrap();
    let path = Path::new(&folder).join("news.db");
    let mut library = Library::open(&path, Access::Create).unwrap();
    let mut kept = 0;
    let error = loop {
        let text = format!("“Boat {kept} was late,” said Tom Reed. {}", "It rained. ".repeat(200));
        match library.add(vec![incoming(Some(&kept.to_string()), None, &text)]) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::Full(_)), "{error}");
    assert!(kept > 3, "only {kept} were kept");
    assert_eq!(library.verify().unwrap().problems, Vec::<String>::new());
    drop(library);
    // as soon as there is room again, it goes on
    std::fs::remove_file(Path::new(&folder).join("ballast")).unwrap();
    let mut library = sound(&path);
    assert_eq!(library.list().unwrap().len(), kept);
    library.add(vec![incoming(Some("next"), None, "“It came,” said Ida Voss.")]).unwrap();
    println!("\nkept {kept}");
}

#[test]
#[ignore = "needs a small file system of its own: run it as one who may mount; .ci/run does"]
fn a_full_disk_loses_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().display().to_string();
    let script = "mount -t tmpfs -o size=1m none \"$0\" || exit 77
        head -c 200000 /dev/zero > \"$0/ballast\" && exec \"$1\" --exact child --ignored --nocapture";
    let program = std::env::current_exe().unwrap().display().to_string();
    let run = |with: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(with).args(["sh", "-c", script, &path, &program]).env(FOLDER, &path).output()
    };
    // a mount of our own needs a name space of our own
    let tried = [&["--mount"][..], &["--user", "--map-root-user", "--mount"]].map(run);
    let could = |o: &&std::io::Result<std::process::Output>| {
        o.as_ref().is_ok_and(|o| {
            o.status.code() != Some(77) && !String::from_utf8_lossy(&o.stderr).contains("unshare")
        })
    };
    let Some(Ok(output)) = tried.iter().find(could) else { panic!("nothing can be mounted here: {tried:?}") };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("kept "), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
