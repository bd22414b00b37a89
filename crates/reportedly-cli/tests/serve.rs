//! `serve` as people run it, and the shapes of others as `read` writes them.

#![allow(clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_reportedly"))
}

fn serve(folder: &TempDir, more: &[&str]) -> Child {
    let library = folder.path().join("news.db");
    let mut serve = command();
    serve.args(["serve", "--port", "0", "--library"]).arg(library).args(more);
    serve.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn ask(host: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[cfg(unix)]
#[test]
fn it_serves_reads_and_ends_on_a_signal() {
    let folder = TempDir::new().unwrap();
    let mut serving = serve(&folder, &[]);
    let mut first = String::new();
    BufReader::new(serving.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let host = first.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    assert!(host.starts_with("127.0.0.1:"), "{first}");
    assert!(
        ask(&host, &format!("GET / HTTP/1.0\r\nHost: {host}\r\n\r\n")).contains("<title>reportedly</title>")
    );
    let body = "“The bridge is safe,” said Mara Hale, the town’s engineer, on Monday.";
    let post = format!(
        "POST /api/v1/documents HTTP/1.0\r\nHost: {host}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    assert!(ask(&host, &post).starts_with("HTTP/1.0 201"));
    let ended = Command::new("kill").args(["-TERM", &serving.id().to_string()]).status().unwrap();
    assert!(ended.success());
    assert_eq!(serving.wait().unwrap().code(), Some(0));
    let found = command()
        .args(["search", "bridge", "--library"])
        .arg(folder.path().join("news.db"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&found.stdout).contains("Mara Hale"));
}

#[test]
fn another_address_without_a_token_is_refused() {
    let folder = TempDir::new().unwrap();
    let refused = serve(&folder, &["--listen", "0.0.0.0"]).wait_with_output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let short = serve(&folder, &["--listen", "0.0.0.0", "--token", "short"]).wait_with_output().unwrap();
    assert_eq!(short.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&short.stderr).contains("at least 16"));
}

#[test]
fn read_writes_the_shapes_of_others() {
    for (shape, kind) in [("annotation", "AnnotationCollection"), ("schema-org", "Quotation")] {
        let mut reading = command();
        reading.args(["read", "--as", shape, "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut reading = reading.spawn().unwrap();
        reading.stdin.take().unwrap().write_all("“The bridge is safe,” said Mara Hale.".as_bytes()).unwrap();
        let out = String::from_utf8(reading.wait_with_output().unwrap().stdout).unwrap();
        let value: Value = serde_json::from_str(out.trim()).unwrap();
        assert!(value.to_string().contains(kind), "{value}");
    }
}
