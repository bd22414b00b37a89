//! What an address names, however it is written: one article has many, and archives carry those of others.

/// An address that an archive or a proxy carries within its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The address of the page itself.
    pub address: String,
    /// When it was captured, where the address says so: "2031-03-16T10:15:00Z".
    pub captured_at: Option<String>,
}

/// Hosts in whose path the address of another page stands, from "http" on.
const ARCHIVES: [&str; 9] = [
    "web.archive.org",
    "archive.org",
    "archive.ph",
    "archive.is",
    "archive.today",
    "archive.md",
    "archive.fo",
    "archive.li",
    "archive.vn",
];
/// Hosts that name the other page in their query.
const CARRIERS: [&str; 3] =
    ["webcache.googleusercontent.com", "translate.google.com", "translate.googleusercontent.com"];
/// Names before a host that lead to the same pages.
const DOORS: [&str; 4] = ["www.", "amp.", "m.", "mobile."];
/// Parameters that tell how a reader came, one a line; `*` stands for any end.
const TRACKING: &str = include_str!("tracking.txt");

/// The page that an archive, a cache, a translation or a fast copy stands for; `None` where the address is a page's own.
///
/// ```
/// use reportedly::article::archived;
///
/// let found = archived("https://web.archive.org/web/20310316101500/http://quay.example/pier").unwrap();
/// assert_eq!(found.address, "http://quay.example/pier");
/// assert_eq!(found.captured_at.as_deref(), Some("2031-03-16T10:15:00Z"));
/// assert_eq!(archived("https://quay.example/pier"), None);
/// ```
pub fn archived(address: &str) -> Option<Archived> {
    let rest = address.split_once("://")?.1;
    let (host, path) = rest.split_once(['/', '?'])?;
    let host = host.to_ascii_lowercase();
    let plain = |address: String| Archived { address, captured_at: None };
    if ARCHIVES.contains(&host.as_str()) {
        let inner = inner(path)?;
        let before = path.split("http").next().unwrap_or_default();
        let digits: String = before.chars().filter(char::is_ascii_digit).take(14).collect();
        return Some(Archived { address: inner, captured_at: captured(&digits) });
    }
    if CARRIERS.contains(&host.as_str()) {
        return inner(&decoded(path)).map(plain);
    }
    let fast = ["cdn.ampproject.org", "google.com", "www.google.com"];
    if host.ends_with(".cdn.ampproject.org") || fast.contains(&host.as_str()) {
        return amp(path).map(plain);
    }
    let translated = host.strip_suffix(".translate.goog")?;
    let host = translated.replace("--", "\u{0}").replace('-', ".").replace('\u{0}', "-");
    Some(plain(format!("https://{host}/{path}")))
}

/// "c/s/quay.example/pier", "amp/s/quay.example/pier" -> the address.
fn amp(path: &str) -> Option<String> {
    let path = ["c/", "v/", "amp/"].iter().find_map(|p| path.strip_prefix(p))?;
    let (scheme, path) = path.strip_prefix("s/").map_or(("http", path), |rest| ("https", rest));
    path.split('/').next().is_some_and(|host| host.contains('.')).then(|| format!("{scheme}://{path}"))
}

/// The address that stands within, made whole where an archive wrote one slash.
fn inner(path: &str) -> Option<String> {
    let at = ["https:/", "http:/"].iter().filter_map(|s| path.find(s)).min()?;
    let (scheme, rest) = path.get(at..)?.split_once(':')?;
    let rest = rest.trim_start_matches('/');
    (!rest.is_empty()).then(|| format!("{scheme}://{rest}"))
}

fn captured(digits: &str) -> Option<String> {
    let part = |from: usize, to: usize| digits.get(from..to);
    let day = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
    crate::time::Date::parse(&day)?;
    let time = part(8, 10).zip(part(10, 12)).zip(part(12, 14));
    Some(time.map_or(day.clone(), |((h, m), s)| format!("{day}T{h}:{m}:{s}Z")))
}

/// "%3A" -> ":", as far as letters go.
fn decoded(s: &str) -> String {
    s.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/")
}

/// What an address names, to compare it with others: without scheme, "www.", default port, fragment, tracking, closing slash.
/// `None` for the address of a whole site, which names no article.
///
/// ```
/// use reportedly::article::address_key;
///
/// let key = address_key("https://quay.example/pier");
/// assert_eq!(key.as_deref(), Some("quay.example/pier"));
/// assert_eq!(address_key("http://www.QUAY.example:80/pier/?utm_source=rss#comments"), key);
/// assert_eq!(address_key("https://web.archive.org/web/2031/https://m.quay.example/pier"), key);
/// assert_eq!(address_key("https://quay.example/"), None);
/// ```
pub fn address_key(address: &str) -> Option<String> {
    let within = archived(address);
    let address = within.as_ref().map_or(address, |a| a.address.as_str());
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = bare_host(host);
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix("/amp").unwrap_or(path);
    let path = if matches!(path, "index.html" | "index.php" | "amp") { "" } else { path };
    let kept: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_tracking(p)).collect();
    let named = !path.is_empty() || !kept.is_empty();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (named && !host.is_empty()).then(|| format!("{host}/{path}{query}"))
}

/// Hosts under which everybody has a place of their own, besides those of the public suffix list.
const SHARED: [&str; 6] =
    ["medium.com", "substack.com", "tumblr.com", "typepad.com", "wordpress.com", "ghost.io"];

/// The site that an address is of: the part of its host that somebody registered, by the public suffix list, and
/// what stands before it where many publish under one name. `None` where the host has no known ending.
///
/// ```
/// use reportedly::article::site;
///
/// assert_eq!(site("https://www.quaypost.co.uk/pier").as_deref(), Some("quaypost.co.uk"));
/// assert_eq!(site("https://mara-hale.blogspot.com/2031/pier").as_deref(), Some("mara-hale.blogspot.com"));
/// assert_eq!(site("https://web.archive.org/web/2031/https://news.quaypost.com/a").as_deref(), Some("quaypost.com"));
/// assert_eq!(site("http://127.0.0.1/pier"), None);
/// ```
pub fn site(address: &str) -> Option<String> {
    let within = archived(address);
    let address = within.as_ref().map_or(address, |a| a.address.as_str());
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = bare_host(rest.split(['/', '?', '#']).next()?);
    let host = host.split(':').next()?.trim_end_matches('.');
    let domain = psl::domain(host.as_bytes()).filter(|d| d.suffix().is_known())?;
    let domain = std::str::from_utf8(domain.as_bytes()).ok()?;
    let above =
        host.strip_suffix(domain)?.trim_end_matches('.').rsplit('.').next().filter(|label| !label.is_empty());
    Some(match above {
        Some(label) if SHARED.contains(&domain) => format!("{label}.{domain}"),
        _ => domain.to_owned(),
    })
}

/// A host as it is called, without port and the doors to the same pages.
pub(crate) fn bare_host(host: &str) -> String {
    let host = host.rsplit('@').next().unwrap_or(host).to_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    let door = DOORS.iter().find_map(|door| host.strip_prefix(door).filter(|rest| rest.contains('.')));
    door.unwrap_or(host).to_owned()
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let known = |line: &str| match line.strip_suffix('*') {
        Some(begin) => name.starts_with(begin),
        None => name == line,
    };
    TRACKING.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).any(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_within_addresses() {
        let cases = [
            ("http://archive.ph/2031.03.16-101500/https://quay.example/a?b=1", "https://quay.example/a?b=1"),
            ("https://web.archive.org/web/20310316101500id_/http:/quay.example/a", "http://quay.example/a"),
            ("https://quay-example.cdn.ampproject.org/c/s/quay.example/a", "https://quay.example/a"),
            ("https://www.google.com/amp/s/amp.quay.example/a", "https://amp.quay.example/a"),
            (
                "https://west--quay-example.translate.goog/a?_x_tr_sl=de",
                "https://west-quay.example/a?_x_tr_sl=de",
            ),
            (
                "https://webcache.googleusercontent.com/search?q=cache:x:https%3A%2F%2Fquay.example/a",
                "https://quay.example/a",
            ),
        ];
        for (address, inner) in cases {
            assert_eq!(archived(address).map(|a| a.address).as_deref(), Some(inner), "{address}");
        }
        for own in [
            "https://archive.org/details/quay",
            "https://www.google.com/search?q=quay",
            "quay.example",
            "https://web.archive.org/",
        ] {
            assert_eq!(archived(own), None, "{own}");
        }
    }

    #[test]
    fn other_pages_stay_others() {
        let keys: Vec<_> = [
            "https://a.example/x?id=1",
            "https://a.example/x?id=2",
            "https://a.example/y",
            "https://m.example/x",
        ]
        .iter()
        .map(|a| address_key(a).unwrap())
        .collect();
        assert!(keys.iter().enumerate().all(|(i, key)| !keys[..i].contains(key)), "{keys:?}");
        assert_eq!(address_key("https://a.example/x?id=1&fbclid=2"), address_key("http://a.example/x?id=1"));
        assert_eq!(address_key(""), None);
    }
}
