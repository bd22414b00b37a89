//! One page from one address. The name is resolved once, each address that comes of it is checked, and
//! the connection goes to a checked one: a name that answers differently the next time gains nothing.

use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use crate::address::is_public;
use crate::failure::{MAX_PAGE, Problem};
use crate::http::unpacked;
use crate::polite::{Hosts, Manners, Seen, Validators, robots_without};

/// Longer than this no page may take, all redirects included.
const PATIENCE: Duration = Duration::from_secs(30);
const REDIRECTS: u32 = 8;
/// So many bytes of a `robots.txt` are taken.
const MOST_ROBOTS: u64 = 512 << 10;

/// What came back.
pub(crate) struct Fetched {
    /// The address at the end of all redirects.
    pub url: String,
    pub content_type: Option<String>,
    pub bytes: Vec<u8>,
}

/// Fetches pages.
pub(crate) struct Fetcher {
    agent: Agent,
    manners: Manners,
    seen: Seen,
    hosts: Hosts,
}

#[derive(Debug, thiserror::Error)]
#[error("a local address")]
struct Local;

#[derive(Debug)]
struct Checked {
    allow_local: bool,
}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        match self.allow_local || found.iter().all(|address| is_public(address.ip())) {
            true => Ok(found),
            false => Err(Error::Other(Box::new(Local))),
        }
    }
}

impl Fetcher {
    pub(crate) fn new(allow_local: bool, manners: Manners, seen: Seen) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(REDIRECTS)
            .http_status_as_error(false)
            // a proxy would resolve the name itself, unchecked
            .proxy(None)
            // a kept connection may be closed by the other side just when it is used again
            .max_idle_connections(0)
            .accept_encoding("gzip, br, zstd")
            .user_agent(concat!("reportedly/", env!("CARGO_PKG_VERSION")))
            .accept("text/html, application/xhtml+xml, text/plain, application/atom+xml, application/rss+xml, */*;q=0.5")
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::default(), Checked { allow_local });
        Self { agent, manners, seen, hosts: Hosts::default() }
    }

    /// The page at an address; `None` where it is what it was before.
    pub(crate) fn get(&self, address: &str) -> Result<Option<Fetched>, Problem> {
        use ureq::ResponseExt;
        if self.manners.robots && !self.hosts.allows(address, |robots| self.robots(robots)) {
            return Err(Problem::Robots);
        }
        self.hosts.wait(address, self.manners.delay);
        let Validators { etag, last_modified } = self.seen.of(address);
        let mut request = self.agent.get(address);
        for (name, value) in [("if-none-match", etag), ("if-modified-since", last_modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let mut answer = request.call().map_err(problem)?;
        if answer.status().as_u16() == 304 {
            return Ok(None);
        }
        if !answer.status().is_success() {
            return Err(Problem::Refused(answer.status().as_u16()));
        }
        let header = |name| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let content_type = header("content-type");
        let said = Validators { etag: header("etag"), last_modified: header("last-modified") };
        // a server may pack the page in a way that it was not asked for
        let packed = header("content-encoding").unwrap_or_default().trim().to_ascii_lowercase();
        let url = answer.get_uri().to_string();
        let bytes = answer.body_mut().with_config().limit(MAX_PAGE).read_to_vec().map_err(problem)?;
        let bytes = unpacked(bytes, &packed)?;
        self.seen.note(address, said);
        Ok(Some(Fetched { url, content_type, bytes }))
    }

    /// What a host asks of programs.
    fn robots(&self, address: &str) -> String {
        self.hosts.wait(address, self.manners.delay);
        let Ok(mut answer) = self.agent.get(address).call() else { return robots_without(None) };
        let status = answer.status();
        match status.is_success() {
            // RFC 9309 asks to read half a megabyte of it
            true => answer
                .body_mut()
                .with_config()
                .limit(MOST_ROBOTS)
                .lossy_utf8(true)
                .read_to_string()
                .unwrap_or_else(|_| robots_without(None)),
            false => robots_without(Some(status.as_u16())),
        }
    }
}

fn problem(error: Error) -> Problem {
    match error {
        Error::Other(inner) if inner.is::<Local>() => Problem::LocalAddress,
        Error::BodyExceedsLimit(_) => Problem::NotFetched(format!("it is larger than {} MB", MAX_PAGE >> 20)),
        Error::Timeout(_) => Problem::NotFetched(format!("no answer within {} s", PATIENCE.as_secs())),
        Error::HostNotFound => Problem::NotFetched("no such host".to_owned()),
        Error::TooManyRedirects => Problem::NotFetched(format!("it redirects more than {REDIRECTS} times")),
        other => Problem::NotFetched(other.to_string()),
    }
}
