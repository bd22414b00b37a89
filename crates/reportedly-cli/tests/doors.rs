//! Command and API are two doors of one engine: the same bytes are read or refused by both, with the same words.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What came of an input: the record, or why there is none.
type Came = Result<Value, String>;

struct Served {
    child: Child,
    host: String,
}

impl Served {
    fn new(folder: &Path) -> Self {
        let mut serve = Command::new(env!("CARGO_BIN_EXE_reportedly"));
        serve.args(["serve", "--port", "0", "--library"]).arg(folder.join("news.db"));
        let mut child = serve.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let host = first.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, host }
    }

    fn read(&self, bytes: &[u8], html: bool) -> Came {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let kind = if html { "text/html" } else { "text/plain" };
        let head = format!(
            "POST /api/v1/read HTTP/1.0\r\nHost: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.host,
            bytes.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(bytes).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let value: Value = serde_json::from_str(body).unwrap();
        match head.starts_with("HTTP/1.0 200") {
            true => Ok(value),
            false => Err(value["detail"].as_str().unwrap().to_owned()),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn by_command(file: &Path) -> Came {
    let mut read = Command::new(env!("CARGO_BIN_EXE_reportedly"));
    let out = read.args(["read", "--json", "--quiet", "--explain"]).arg(file).output().unwrap();
    match out.status.success() {
        true => {
            let mut record: Value = serde_json::from_slice(&out.stdout).unwrap();
            // only the command has a file
            assert_eq!(record["place"].take(), file.display().to_string());
            Ok(record)
        }
        false => {
            let told = String::from_utf8(out.stderr).unwrap();
            let place = format!("reportedly: {}: ", file.display());
            let told = told.trim().strip_prefix(&place).unwrap().to_owned();
            // the option that helps is the command's own
            Err(told.split(" (--force").next().unwrap().to_owned())
        }
    }
}

/// The fixtures, the examples, and bytes that are no article.
fn inputs(folder: &Path) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let within = |name: &str| fs::read_dir(root.join(name)).unwrap().map(|e| e.unwrap().path());
    let one = |p: &PathBuf| p.extension().is_some_and(|e| e == "html" || e == "txt");
    let mut all: Vec<PathBuf> = within("fixtures/pages").chain(within("examples")).filter(one).collect();
    let packed: &[u8] =
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>so";
    let odd: [(&str, &[u8]); 6] = [
        ("blank.txt", b" \n "),
        ("packed.html", packed),
        ("packed.txt", packed),
        ("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0\0"),
        ("program.txt", b"\x7fELF\0\0\0\x01\x02\0\0\0\0\0\0"),
        ("german.txt", "Die Brücke ist sicher, sagte der Bürgermeister am Montag. „Wir haben jeden Pfeiler geprüft und keinen Riss gefunden“, sagte er, „und wir werden sie morgen wieder öffnen.“".as_bytes()),
    ];
    for (name, bytes) in odd {
        fs::write(folder.join(name), bytes).unwrap();
        all.push(folder.join(name));
    }
    all.sort();
    all
}

#[test]
fn both_doors_read_and_refuse_the_same_with_the_same_words() {
    let folder = TempDir::new().unwrap();
    let served = Served::new(folder.path());
    let (mut read, mut refused) = (0, 0);
    for file in inputs(folder.path()) {
        let html = file.extension().is_some_and(|e| e == "html");
        let came = [by_command(&file), served.read(&fs::read(&file).unwrap(), html)];
        *(if came[0].is_ok() { &mut read } else { &mut refused }) += 1;
        assert_eq!(came[0], came[1], "{}", file.display());
    }
    assert!(read >= 8 && refused >= 6, "{read} read, {refused} refused");
}
