//! How servers are treated: not asked too often, not for what they ask programs to leave alone, and not for what has
//! not changed.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use robotstxt::DefaultMatcher;

/// The name that `robots.txt` may call us by.
const AGENT: &str = "reportedly";

/// How servers are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manners {
    /// The least time between two requests to one host.
    pub delay: Duration,
    /// Whether `robots.txt` is asked first (RFC 9309): for what no person names one by one.
    pub robots: bool,
}

/// What a server said of a page, to be sent back when it is asked for again (RFC 9110, 13.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

/// What servers said of addresses; shared by all that hold it.
///
/// ```
/// use reportedly_intake::{Seen, Validators};
///
/// let etag = Validators { etag: Some("\"7\"".to_owned()), ..Validators::default() };
/// let seen = Seen::new([("https://courier.example/pier".to_owned(), etag)]);
/// assert!(seen.take_new().is_empty()); // nothing was fetched yet
/// ```
#[derive(Clone, Debug, Default)]
pub struct Seen(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    known: BTreeMap<String, Validators>,
    new: BTreeMap<String, Validators>,
}

impl Seen {
    /// What is known from earlier.
    pub fn new(known: impl IntoIterator<Item = (String, Validators)>) -> Self {
        Self(Arc::new(Mutex::new(Inside { known: known.into_iter().collect(), new: BTreeMap::new() })))
    }

    /// What was said since this was last asked.
    pub fn take_new(&self) -> BTreeMap<String, Validators> {
        let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let new = std::mem::take(&mut inside.new);
        inside.known.extend(new.clone());
        new
    }

    pub(crate) fn of(&self, address: &str) -> Validators {
        let inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inside.known.get(address).cloned().unwrap_or_default()
    }

    pub(crate) fn note(&self, address: &str, said: Validators) {
        if said != Validators::default() {
            let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            inside.new.insert(address.to_owned(), said);
        }
    }
}

/// When each host was asked last, and what it does not want.
#[derive(Default)]
pub(crate) struct Hosts(Mutex<HashMap<String, Host>>);

#[derive(Default)]
struct Host {
    asked: Option<Instant>,
    robots: Option<String>,
}

impl Hosts {
    /// Waits until a host may be asked again.
    pub(crate) fn wait(&self, address: &str, delay: Duration) {
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let host = hosts.entry(origin(address)).or_default();
        let left = host.asked.and_then(|asked| delay.checked_sub(asked.elapsed())).unwrap_or_default();
        host.asked = Some(Instant::now() + left);
        drop(hosts);
        std::thread::sleep(left);
    }

    /// Whether a program may fetch an address. `fetch` gives the host's `robots.txt`; it is asked once.
    pub(crate) fn allows(&self, address: &str, fetch: impl FnOnce(&str) -> String) -> bool {
        let origin = origin(address);
        let known = |hosts: &Self| {
            let hosts = hosts.0.lock().unwrap_or_else(PoisonError::into_inner);
            hosts.get(&origin).and_then(|host| host.robots.clone())
        };
        let robots = known(self).unwrap_or_else(|| {
            let robots = fetch(&format!("{origin}/robots.txt"));
            let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            hosts.entry(origin.clone()).or_default().robots = Some(robots.clone());
            robots
        });
        DefaultMatcher::default().one_agent_allowed_by_robots(&robots, AGENT, address)
    }
}

/// What a `robots.txt` says that cannot be had (RFC 9309, 2.3.1): nothing where there is none, else to stay away.
pub(crate) fn robots_without(status: Option<u16>) -> String {
    match status {
        Some(400..=499) => String::new(),
        _ => "User-agent: *\nDisallow: /\n".to_owned(),
    }
}

/// Scheme and host of an address, with its port.
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    format!("{}://{}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase())
}
