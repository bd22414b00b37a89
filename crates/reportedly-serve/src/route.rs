//! What a route is: one thing that can be asked for.

use hyper::Method;

use crate::answer::Answered;
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// One value behind the question mark.
pub(crate) struct Parameter {
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    pub needed: bool,
}

pub(crate) const fn may(name: &'static str, about: &'static str) -> Parameter {
    Parameter { name, about, needed: false }
}

pub(crate) const fn must(name: &'static str, about: &'static str) -> Parameter {
    Parameter { name, about, needed: true }
}

/// One thing that can be asked for.
pub(crate) struct Route {
    pub method: Method,
    /// With places in braces.
    pub path: &'static str,
    pub about: &'static str,
    /// What may stand behind the question mark.
    pub query: &'static [Parameter],
    /// What may be sent.
    pub takes: &'static [&'static str],
    /// Whether the answer is kept for the next who asks the same.
    pub kept: bool,
    pub answer: fn(&App, &Asked) -> Answered,
}

type Handler = fn(&App, &Asked) -> Answered;
type Names = &'static [Parameter];

pub(crate) const fn get(path: &'static str, about: &'static str, query: Names, answer: Handler) -> Route {
    Route { method: Method::GET, path, about, query, takes: &[], kept: false, answer }
}

/// A `get` whose answer is kept for the next who asks the same: what takes long to work out.
pub(crate) const fn kept(path: &'static str, about: &'static str, query: Names, answer: Handler) -> Route {
    Route { method: Method::GET, path, about, query, takes: &[], kept: true, answer }
}

pub(crate) const fn post(
    path: &'static str,
    about: &'static str,
    query: Names,
    takes: &'static [&'static str],
    answer: Handler,
) -> Route {
    Route { method: Method::POST, path, about, query, takes, kept: false, answer }
}

pub(crate) const fn delete(path: &'static str, about: &'static str, answer: Handler) -> Route {
    Route { method: Method::DELETE, path, about, query: &[], takes: &[], kept: false, answer }
}

/// What a parameter of this name may be, where that is a list.
pub(crate) fn values(name: &str) -> &'static [&'static str] {
    match name {
        "kind" | "source_kind" => {
            &["person", "organization", "outlet", "document", "unnamed", "collective", "author", "unstated"]
        }
        "mode" => &["direct", "mixed", "indirect"],
        "certainty" => &["certain", "probable", "possible", "underspecified"],
        "polarity" => &["affirmed", "denied", "underspecified"],
        "stance" => &["asserts", "denies", "asks", "wants", "accuses", "praises", "none"],
        "sort" => &["relevance", "date", "outlet", "source"],
        _ => &[],
    }
}

/// Refuses what the route does not know: an answer to another question would look like "nothing found".
pub(crate) fn checked(route: &Route, query: &[(String, String)]) -> Result<(), Problem> {
    if !route.path.starts_with("/api/") {
        return Ok(());
    }
    for (name, value) in query {
        if !route.query.iter().any(|p| p.name == name) {
            let known: Vec<_> = route.query.iter().map(|p| p.name).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            return Err(Problem::bad(format!("unknown parameter {name:?}; known here: {known}")));
        }
        let values = values(name);
        if !values.is_empty() && !values.contains(&value.as_str()) {
            return Err(Problem::bad(format!("{name} must be one of {}", values.join(", "))));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::certainty::{Certainty, Polarity, Stance};
    use reportedly::source::Kind;

    #[test]
    fn values_are_those_of_the_record() {
        assert_eq!(values("kind"), Kind::ALL.map(Kind::name));
        assert_eq!(values("stance"), Stance::ALL.map(Stance::name));
        for level in [Certainty::Certain, Certainty::Probable, Certainty::Possible, Certainty::Underspecified]
        {
            assert!(values("certainty").contains(&level.name()));
        }
        for side in [Polarity::Affirmed, Polarity::Denied, Polarity::Underspecified] {
            assert!(values("polarity").contains(&side.name()));
        }
    }
}
