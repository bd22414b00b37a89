//! Who may ask, and what hostile pages and clients cannot do.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::Running;
use reportedly_library::{Access, Library};
use reportedly_serve::{Config, Error, MAX_BODY, Server};

const TOKEN: &str = "a-long-and-secret-token";

#[test]
fn a_foreign_host_is_refused() {
    let server = Running::new(None);
    let port = server.at.port();
    for host in ["evil.example", "127.0.0.1.evil.example", "127.0.0.1", "localhost:1", ""] {
        let response = server.ask("GET", "/api/v1/documents", &[("Host", host)], b"");
        assert!((400..500).contains(&response.status), "{host}: {response:?}");
        assert!(!response.body.contains("sorrel"));
    }
    let with_port = format!("evil.example:{port}");
    assert_eq!(server.ask("GET", "/", &[("Host", &with_port)], b"").problem(), "wrong-host");
    for host in [format!("localhost:{port}"), format!("LOCALHOST:{port}"), format!("127.0.0.1:{port}")] {
        assert_eq!(server.ask("GET", "/", &[("Host", &host)], b"").status, 200, "{host}");
    }
    let two = format!("GET / HTTP/1.0\r\nHost: {}\r\nHost: evil.example\r\n\r\n", server.at);
    assert!((400..500).contains(&server.raw(two.as_bytes()).status));
}

#[test]
fn another_page_cannot_ask_through_the_browser() {
    let server = Running::new(None);
    let own = format!("http://{}", server.at);
    let body = b"\xe2\x80\x9cNo,\xe2\x80\x9d said Ida Voss of the harbour.";
    let post = |headers: &[(&str, &str)]| {
        let all = [&[("Content-Type", "text/plain")], headers].concat();
        server.ask("POST", "/api/v1/documents", &all, body).status
    };
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"] {
        assert_eq!(post(&[("Origin", origin)]), 403, "{origin}");
    }
    assert_eq!(post(&[("Sec-Fetch-Site", "cross-site")]), 403);
    assert_eq!(post(&[("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "navigate")]), 403);
    assert_eq!(server.json("/api/v1/documents")["total"], 4);
    assert_eq!(post(&[("Origin", &own), ("Sec-Fetch-Site", "same-origin")]), 201);
    let get = |path, mode| {
        server.ask("GET", path, &[("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode)], b"").status
    };
    // a link from elsewhere may open the page, and nothing else
    assert_eq!(
        (get("/", "navigate"), get("/", "no-cors"), get("/api/v1/claims", "navigate")),
        (200, 403, 403)
    );
    let preflight = server.ask("OPTIONS", "/api/v1/corrections", &[("Origin", "http://evil.example")], b"");
    assert!(preflight.status >= 400 && preflight.header("access-control-allow-origin").is_none());
}

#[test]
fn a_token_is_asked_for() {
    let server = Running::new(Some(TOKEN));
    let get = |headers: &[(&str, &str)]| server.ask("GET", "/api/v1/documents", headers, b"").status;
    assert_eq!(get(&[]), 401);
    assert_eq!(get(&[("Authorization", "Bearer a-long-and-secret-tokem")]), 401);
    assert_eq!(get(&[("Authorization", "Bearer ")]), 401);
    assert_eq!(get(&[("Cookie", "reportedly=wrong; other=a-long-and-secret-token")]), 401);
    assert_eq!(get(&[("Authorization", &format!("Bearer {TOKEN}"))]), 200);
    assert_eq!(server.get("/?token=wrong").status, 401);
    let shown = server.get(&format!("/?token={TOKEN}"));
    assert!(
        shown.status == 303
            && Running::new(Some("a+long/token==+++")).get("/?token=a+long/token==+++").status == 303
    );
    let cookie = shown.header("set-cookie").unwrap();
    assert_eq!((shown.status, shown.header("location")), (303, Some("/")));
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    assert_eq!(get(&[("Cookie", cookie.split(';').next().unwrap())]), 200);
}

#[test]
fn other_addresses_need_a_token() {
    let folder = tempfile::TempDir::new().unwrap();
    let bind = |listen: &str, token: Option<&str>, name: Option<&str>| {
        Server::bind(Config {
            name: name.map(str::to_owned),
            library: folder.path().join("news.db"),
            listen: listen.parse().unwrap(),
            token: token.map(str::to_owned),
            engine: reportedly::Engine::new(reportedly::ReadOptions::default()),
            publishers: Default::default(),
            who: "test".to_owned(),
        })
    };
    assert!(matches!(bind("0.0.0.0:0", None, None), Err(Error::NoToken(_))));
    assert!(matches!(bind("127.0.0.1:0", None, Some("news.example")), Err(Error::NoTokenForName)));
    for token in ["short", "with a space in between", "with-a-percent-%41-sign"] {
        assert!(matches!(bind("127.0.0.1:0", Some(token), None), Err(Error::BadToken)));
    }
    assert!(bind("0.0.0.0:0", Some(TOKEN), None).is_ok());
}

#[test]
fn a_proxy_with_a_name_of_its_own_may_pass_on() {
    let server = Running::named("news.example", TOKEN);
    let own = server.at.to_string();
    let bearer = format!("Bearer {TOKEN}");
    let post = |host: &str, origin: &str| {
        let headers =
            [("Host", host), ("Origin", origin), ("Authorization", &bearer), ("Content-Type", "text/plain")];
        server.ask("POST", "/api/v1/read", &headers, "“No,” said Ida Voss.".as_bytes()).status
    };
    assert_eq!(post("news.example", "https://news.example"), 200);
    assert_eq!(post("News.Example", "https://news.example"), 200);
    assert_eq!(post(&own, "https://news.example"), 200);
    assert_eq!(post("news.example", "https://evil.example"), 403);
    assert_eq!(post("evil.example", "https://news.example"), 421);
}

#[test]
fn stored_markup_never_comes_out_as_markup() {
    let server = Running::new(None);
    for path in ["/api/v1/documents/hostile", "/api/v1/documents", "/api/v1/claims", "/api/v1/search?q=tide"]
    {
        let response = server.get(path);
        assert_eq!(response.header("content-type"), Some("application/json"), "{path}");
        assert_eq!(response.header("x-content-type-options"), Some("nosniff"));
    }
    let html = server.get("/api/v1/documents/hostile?as=html");
    assert_eq!(html.header("content-disposition"), Some("attachment"));
    assert!(
        !html.body.contains("<script") && !html.body.contains("<img") && html.body.contains("&lt;script&gt;")
    );
    for path in ["/", "/assets/main.js", "/api/v1/documents/hostile?as=html", "/nothing"] {
        let csp = server.get(path).header("content-security-policy").unwrap().to_owned();
        assert!(
            csp.starts_with("default-src 'none'; script-src 'self';") && !csp.contains("unsafe"),
            "{path}"
        );
    }
}

#[test]
fn the_page_names_no_other_host() {
    let server = Running::new(None);
    let index = server.get("/").body;
    let names: Vec<&str> = index.split('"').filter(|s| s.starts_with("/assets/")).collect();
    assert!(names.len() >= 14, "all parts are named, so that they come at once");
    let mut bytes = index.len();
    for name in names {
        let part = server.get(name);
        assert_eq!(part.status, 200, "{name}");
        bytes += part.body.len();
        let foreign = part.body.replace("http://www.w3.org/2000/svg", "");
        assert!(!foreign.contains("http://") && !foreign.contains("https://"), "{name} names another host");
        assert!(!foreign.contains("innerHTML") && !foreign.contains("eval("), "{name}");
    }
    assert!(bytes < 110_000, "{bytes} bytes");
}

#[test]
fn too_much_and_too_slow() {
    let server = Running::new(None);
    let stated = format!(
        "POST /api/v1/read HTTP/1.1\r\nHost: {}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        server.at,
        MAX_BODY + 1
    );
    assert_eq!(server.raw(stated.as_bytes()).status, 413);
    // a body that states no length and does not end
    let mut endless = TcpStream::connect(server.at).unwrap();
    endless.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
    let head = format!(
        "POST /api/v1/read HTTP/1.1\r\nHost: {}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.at
    );
    endless.write_all(head.as_bytes()).unwrap();
    let chunk = [b"100000\r\n".as_slice(), &[b'a'; 0x10_0000], b"\r\n"].concat();
    let sent = (0..64).take_while(|_| endless.write_all(&chunk).is_ok()).count();
    assert!(sent < 64, "all was taken");
    let mut answer = Vec::new();
    let _ = endless.read_to_end(&mut answer);
    // the connection may be reset before the answer is read
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 413"));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn many_idle_connections_keep_nobody_waiting() {
    let server = Running::new(None);
    let idle: Vec<TcpStream> = (0..400).filter_map(|_| TcpStream::connect(server.at).ok()).collect();
    assert!(idle.len() > 300);
    assert_eq!(server.get("/api/v1/documents").status, 200);
    drop(idle);
    assert_eq!(server.get("/api/v1/documents").status, 200);
}

#[test]
fn what_is_open_is_done_before_the_end() {
    let mut server = Running::new(None);
    let mut open = TcpStream::connect(server.at).unwrap();
    let body = "“We counted nine boats,” said Ida Voss, the harbour master.";
    let head = format!(
        "POST /api/v1/documents HTTP/1.1\r\nHost: {}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n",
        server.at,
        body.len()
    );
    open.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let (at, stopping) = (
        server.at,
        std::thread::spawn(move || {
            server.stop();
            server
        }),
    );
    std::thread::sleep(Duration::from_millis(200));
    open.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    open.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let server = stopping.join().unwrap();
    assert!(TcpStream::connect(at).is_err());
    let library = Library::open(&server.folder.path().join("news.db"), Access::Read).unwrap();
    assert_eq!(library.verify().unwrap().problems, Vec::<String>::new());
    assert_eq!(library.list().unwrap().len(), 5);
}
