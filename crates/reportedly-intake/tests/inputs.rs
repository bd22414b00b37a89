//! From names to articles, as a user gives them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use reportedly_intake::{Input, Opened, Options, named};
use tempfile::TempDir;

const PAGE: &str = "<html><head><title>Pier</title></head><body><article><h1>The pier is open</h1>\
    <p>The pier of Velmouth is open again, the town said on Monday, after a winter of repairs to its old piles.</p>\
    <p>“It held through every storm,” said Mara Hale, the engineer who led the work from the first day on.</p>\
    <p>Fishers had asked for it to be done before the herring came, and it was, with a week to spare.</p>\
    </article></body></html>";

/// What came of the inputs: the words of an article, or what is said of it.
fn all(names: &[PathBuf], options: &Options) -> Vec<String> {
    let opened = named(names).inputs(options).map(|input: Input| match input.open(false) {
        Ok(Opened::Article(capture)) => {
            let url = capture.article.metadata.url.unwrap_or_default();
            let at = capture.fetched_at.unwrap_or_default();
            format!("{} | {url} | {at}", capture.article.text.as_str().lines().next().unwrap_or_default())
        }
        Ok(Opened::Revisit(again)) => format!("revisit {}", again.url.unwrap_or_default()),
        Ok(Opened::Passed) => "passed".to_owned(),
        Ok(Opened::Unchanged) => "unchanged".to_owned(),
        Err(failure) => failure.to_string(),
    });
    opened.collect()
}

fn record(kind: &str, url: &str, block: &str) -> Vec<u8> {
    let length = block.len();
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-04-05T10:00:00Z\r\n\
         Content-Type: text/html\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
    )
    .into_bytes()
}

fn answer(status: &str, kind: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn records() -> [Vec<u8>; 5] {
    [
        record("warcinfo", "about:this", "software: test"),
        record(
            "response",
            "https://courier.example/pier",
            &answer("200 OK", "text/html; charset=utf-8", PAGE),
        ),
        record("response", "https://courier.example/old", &answer("301 Moved", "text/html", PAGE)),
        record("response", "https://courier.example/i.png", &answer("200 OK", "image/png", "x")),
        record("revisit", "https://courier.example/pier", ""),
    ]
}

const OF_RECORDS: [&str; 5] = [
    "passed",
    "The pier is open | https://courier.example/pier | 2031-04-05T10:00:00Z",
    "passed",
    "passed",
    "revisit https://courier.example/pier",
];

#[test]
fn an_archive_is_read_packed_or_not_and_by_its_bytes() {
    let folder = TempDir::new().unwrap();
    let plain = records().concat();
    let each: Vec<u8> = records().iter().flat_map(|r| packed(r)).collect();
    for (name, bytes) in
        [("a.warc", plain.clone()), ("b.warc.gz", each), ("c.warc.gz", packed(&plain)), ("d", plain)]
    {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        assert_eq!(all(&[path], &Options::default()), OF_RECORDS, "{name}");
    }
}

#[test]
fn what_is_no_page_is_passed_however_it_is_packed() {
    let folder = TempDir::new().unwrap();
    let packed = |kind: &str| {
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: compress\r\n\r\nx")
    };
    let script = record("response", "https://courier.example/a.js", &packed("text/javascript"));
    let page = record("response", "https://courier.example/pier", &packed("text/html"));
    let path = folder.path().join("a.warc");
    fs::write(&path, [script, page].concat()).unwrap();
    let all = all(&[path], &Options::default());
    assert_eq!(all[0], "passed");
    assert!(all[1].contains("compressed with \"compress\""), "{}", all[1]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once_and_by_its_bytes() {
    let folder = TempDir::new().unwrap();
    let words = "The pier is open, said Mara Hale. ".repeat(200);
    let lines = "{\"text\": \"The pier is open.\"}\n".repeat(2);
    for (bytes, expected) in [
        (words.clone().into_bytes(), vec![format!("{words} |  | ")]),
        (records().concat(), OF_RECORDS.map(str::to_owned).to_vec()),
        (lines.into_bytes(), vec!["The pier is open. |  | ".to_owned(); 2]),
    ] {
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let to = pipe.clone();
        let writing = std::thread::spawn(move || fs::write(to, bytes).unwrap());
        assert_eq!(all(std::slice::from_ref(&pipe), &Options::default()), expected);
        writing.join().unwrap();
        fs::remove_file(pipe).unwrap();
    }
}

#[test]
fn of_a_damaged_archive_everything_before_the_damage_is_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cut.warc.gz");
    let mut each: Vec<Vec<u8>> = records().iter().map(|r| packed(r)).collect();
    each[2].truncate(40);
    fs::write(&path, each[..3].concat()).unwrap();
    let found = all(std::slice::from_ref(&path), &Options::default());
    assert_eq!(found[..2], OF_RECORDS[..2]);
    assert!(
        found.last().unwrap().contains("cut.warc.gz, record") && found.last().unwrap().contains("damaged"),
        "{found:?}"
    );
    fs::write(&path, b"<html>no archive</html>").unwrap();
    assert!(all(std::slice::from_ref(&path), &Options::default())[0].contains("is not a web archive"));
    fs::write(&path, b"").unwrap();
    assert!(all(&[path], &Options::default())[0].contains("is empty"));
}

#[test]
fn a_folder_gives_all_that_can_be_read_in_order() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    fs::create_dir(folder.path().join("b")).unwrap();
    write("a.html", PAGE.as_bytes());
    write("b/c.txt", b"The ferry runs.");
    write("b/d.jsonl", b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");
    write("e.png", b"x");
    write("f.warc", &record("resource", "file:///x.html", PAGE));
    write(
        "g.xml",
        b"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
          <channel><title>Harbour</title><item><title>Tide</title>\
          <content:encoded>The tide came in at noon and left at six, as the harbour master had said.</content:encoded>\
          </item></channel></rss>",
    );
    write("h.xml", b"<?xml version=\"1.0\"?><urlset></urlset>");
    let found = all(&[folder.path().to_owned()], &Options::default());
    let begin: Vec<&str> = found.iter().map(|f| f.split(" | ").next().unwrap()).collect();
    assert_eq!(begin, ["The pier is open", "The ferry runs.", "One.", "Two.", "The pier is open", "Tide"]);
}

/// Answers each request with what `page` gives for its path.
fn server(page: impl Fn(&str, &str) -> String + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let own = base.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let first = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
            let _ = stream.write_all(page(&path, &own).as_bytes());
            let _ = stream.shutdown(std::net::Shutdown::Write);
            let _ = stream.read(&mut [0; 64]);
        }
    });
    base
}

fn pages(path: &str, own: &str) -> String {
    let ok = |kind: &str, body: String| {
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n{body}")
    };
    match path {
        "/pier" => ok("text/html", PAGE.to_owned()),
        "/moved" => format!("HTTP/1.1 302 Found\r\nLocation: {own}/pier\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        "/round" => format!("HTTP/1.1 302 Found\r\nLocation: {own}/round\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        "/file" => {
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".to_owned()
        }
        "/large" => ok("text/html", "x".repeat(9 << 20)),
        "/picture" => ok("image/png", "x".to_owned()),
        "/feed" => ok(
            "application/rss+xml",
            format!(
                "<rss version=\"2.0\"><channel><title>Courier</title><item><title>Pier</title><link>{own}/pier</link>\
                 <description>Short.</description></item></channel></rss>"
            ),
        ),
        _ => "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".to_owned(),
    }
}

#[test]
fn addresses_are_fetched_within_limits() {
    let base = server(pages);
    let get = |path: &str, options: &Options| {
        all(&[Path::new(&format!("{base}{path}")).to_owned()], options).into_iter().next().unwrap()
    };
    let local = Options { network: true, allow_local: true, ..Options::default() };
    assert!(get("/pier", &local).starts_with(&format!("The pier is open | {base}/pier | 20")));
    assert!(get("/moved", &local).starts_with(&format!("The pier is open | {base}/pier | 20")));
    assert!(get("/none", &local).contains("answered 404"));
    assert!(get("/round", &local).contains("redirects more than"));
    assert!(get("/large", &local).contains("larger than 8 MB"));
    assert!(get("/picture", &local).contains("image/png, not a web page"));
    assert!(!get("/file", &local).contains(" | "));
    assert!(get("/feed", &local).contains(&format!("the page is at {base}/pier")));
    assert!(get("/feed", &Options { fetch: true, ..local.clone() }).starts_with("The pier is open"));
    let public = Options { network: true, ..Options::default() };
    assert!(get("/pier", &public).contains("private network"));
    let port = base.rsplit_once(':').unwrap().1;
    for address in [format!("http://localhost:{port}/pier"), format!("http://[::ffff:127.0.0.1]:{port}/pier")]
    {
        let said = all(&[PathBuf::from(&address)], &public).remove(0);
        assert!(said.contains("private network"), "{said}");
    }
    assert!(get("/pier", &Options::default()).contains("no connection is opened"));
    assert!(all(&[PathBuf::from("file:///etc/hostname")], &local)[0].contains("only http and https"));
}

#[test]
fn servers_are_asked_politely() {
    use reportedly_intake::{Manners, Seen};
    let base = server(|path, own| match path {
        "/robots.txt" => {
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /private\n".to_owned()
        }
        "/pier" => pages(path, own).replacen(
            "\r\n",
            "\r\nETag: \"7\"\r\nLast-Modified: Sat, 05 Apr 2031 10:00:00 GMT\r\n",
            1,
        ),
        // as a server answers one that sends the tag back
        "/pier?again" => "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n".to_owned(),
        path => pages(path, own),
    });
    let manners = Manners { robots: true, delay: std::time::Duration::from_millis(150) };
    let polite = Options { network: true, allow_local: true, manners, ..Options::default() };
    let begun = std::time::Instant::now();
    let addresses = ["/private/pier", "/pier", "/pier?again"].map(|p| PathBuf::from(format!("{base}{p}")));
    let found = all(&addresses, &polite);
    assert!(found[0].contains("robots.txt"), "{found:?}");
    assert!(found[1].starts_with("The pier is open"));
    // robots.txt and two pages: two waits
    assert!(begun.elapsed() >= 2 * manners.delay);
    assert_eq!(found[2], "unchanged");
    let said = polite.seen.take_new();
    assert_eq!(said[&format!("{base}/pier")].etag.as_deref(), Some("\"7\""));
    assert!(polite.seen.take_new().is_empty());
    let _ = Seen::new(said);
    // a host that does not say what it wants is left alone
    let broken =
        server(|_, _| "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".to_owned());
    assert!(all(&[PathBuf::from(format!("{broken}/pier"))], &polite)[0].contains("robots.txt"));
}
