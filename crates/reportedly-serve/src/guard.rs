//! Who may ask.
//!
//! Another web page can make the browser of the user send requests here. It is kept out by three signs: the
//! `Host` that the browser used (a foreign name that was made to resolve to this machine shows there), the
//! `Origin`, and `Sec-Fetch-Site`. What is no browser sends none of the last two and passes.

use std::net::{IpAddr, SocketAddr};

use hyper::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method, StatusCode};
use sha2::{Digest, Sha256};

use crate::Config;
use crate::problem::Problem;

/// The name of the cookie that holds the token.
pub(crate) const COOKIE_NAME: &str = "reportedly";

/// Whether the request may be answered at all.
pub(crate) fn check(
    at: SocketAddr,
    config: &Config,
    token: Option<&str>,
    parts: &Parts,
) -> Result<(), Problem> {
    let host = host(parts).ok_or_else(|| misdirected("no host"))?;
    let name = config.name.as_ref().map(|name| name.to_lowercase());
    if !is_ours(at, &host) && name.as_ref() != Some(&host) {
        return Err(misdirected(&host));
    }
    let headers = &parts.headers;
    // a proxy may pass on the host that it was asked for, or its own
    let mut pages =
        [Some(format!("http://{host}")), name.map(|name| format!("https://{name}"))].into_iter().flatten();
    if headers.get(ORIGIN).is_some_and(|origin| !pages.any(|page| origin.as_bytes() == page.as_bytes())) {
        return Err(forbidden("requests from other web pages are not allowed"));
    }
    let site = text(headers, "sec-fetch-site");
    let link = parts.method == Method::GET
        && text(headers, "sec-fetch-mode") == Some("navigate")
        && !parts.uri.path().starts_with("/api/");
    if site.is_some_and(|site| site != "same-origin" && site != "none") && !link {
        return Err(forbidden("requests from other web pages are not allowed"));
    }
    match token {
        Some(token) if !shown(headers, token) => Err(Problem::new(
            StatusCode::UNAUTHORIZED,
            "token-needed",
            "a token is needed: send `Authorization: Bearer TOKEN`, or open /?token=TOKEN once",
        )),
        _ => Ok(()),
    }
}

fn host(parts: &Parts) -> Option<String> {
    let mut hosts = parts.headers.get_all(HOST).iter();
    let (one, more) = (hosts.next()?.to_str().ok()?.to_lowercase(), hosts.next());
    let same = parts.uri.authority().is_none_or(|a| a.as_str().eq_ignore_ascii_case(&one));
    (more.is_none() && same).then_some(one)
}

/// This machine by its own name or number. Where the server listens at all addresses, any number will do:
/// only names can be made to resolve to another machine.
fn is_ours(at: SocketAddr, host: &str) -> bool {
    if host == format!("localhost:{}", at.port()) {
        return true;
    }
    let with_port = if at.port() == 80 && host.parse::<SocketAddr>().is_err() {
        format!("{host}:80")
    } else {
        host.to_owned()
    };
    let Ok(asked) = with_port.parse::<SocketAddr>() else { return false };
    let loopback = asked.ip().is_loopback() && !matches!(at.ip(), IpAddr::V4(_) if asked.is_ipv6());
    asked.port() == at.port()
        && (asked.ip() == at.ip() || at.ip().is_unspecified() || (at.ip().is_loopback() && loopback))
}

fn shown(headers: &HeaderMap, token: &str) -> bool {
    let bearer =
        headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    let cookies = headers.get_all(COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    let cookie =
        cookies.filter_map(|c| c.trim().split_once('=')).find(|(n, _)| *n == COOKIE_NAME).map(|(_, v)| v);
    bearer.into_iter().chain(cookie).any(|given| same(given, token))
}

/// Whether two tokens are the same, in a time that says nothing of where they differ: their digests are
/// compared, all bytes of them.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (Sha256::digest(a.as_bytes()), Sha256::digest(b.as_bytes()));
    std::hint::black_box(a.iter().zip(b.iter()).fold(0, |different, (a, b)| different | (a ^ b))) == 0
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|v| v.to_str().ok())
}

fn misdirected(host: &str) -> Problem {
    let host: String = host.chars().take(100).collect();
    let detail = format!("{host:?} is not a name of this server: use the address that it printed at start");
    Problem::new(StatusCode::MISDIRECTED_REQUEST, "wrong-host", detail)
}

fn forbidden(detail: &str) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, "other-page", detail)
}
