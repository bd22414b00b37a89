use serde_json::{Map, Value};

use super::Measurement;
use super::measure::Measure;

/// The built-in packs, by name.
pub const PACKS: [(&str, &str); 5] = [
    ("all", include_str!("packs/all.json")),
    ("ap", include_str!("packs/ap.json")),
    ("reuters", include_str!("packs/reuters.json")),
    ("bbc", include_str!("packs/bbc.json")),
    ("guardian", include_str!("packs/guardian.json")),
];

const KEYS: [&str; 8] = ["measure", "level", "most", "least_share", "publisher", "words", "link", "read"];

/// The rules that a desk uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// What it is called.
    pub name: String,
    /// In the order in which they are shown.
    pub rules: Vec<Rule>,
}

/// Whether a rule only observes, or can flag something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Level {
    /// Only counts.
    Observe,
    /// `check` exits with 1 if it fires.
    Ask,
}

/// A published rule and the measurement that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The id of the measurement.
    pub measure: String,
    /// Whether it can flag.
    pub level: Level,
    /// It fires if the count is above this.
    pub most: Option<usize>,
    /// It fires if the share is below this, 0 to 1.
    pub least_share: Option<f64>,
    /// Who published it.
    pub publisher: String,
    /// The rule, in a few of its own words.
    pub words: String,
    /// Its address.
    pub link: Option<String>,
    /// When it was read, as year and month.
    pub read: Option<String>,
}

/// What is wrong with a pack, and how to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPack(pub String);

impl Rule {
    /// Whether the rule flags such a measurement.
    ///
    /// ```
    /// use reportedly::Pack;
    /// use reportedly::profile::Measurement;
    ///
    /// let pack = Pack::parse(
    ///     r#"{"name": "desk", "rules": [{"measure": "SP01", "level": "ask", "least_share": 0.5,
    ///         "publisher": "Harbour Post", "words": "name half of your sources"}]}"#,
    /// )?;
    /// let named = |count| Measurement { id: "SP01", count, of: Some(4), spans: Vec::new(), sentence: String::new() };
    /// assert!(pack.rules[0].asks(&named(1)) && !pack.rules[0].asks(&named(2)));
    /// # Ok::<(), reportedly::profile::BadPack>(())
    /// ```
    pub fn asks(&self, m: &Measurement) -> bool {
        let above = self.most.is_some_and(|most| m.count > most);
        let share = m.of.filter(|&of| of > 0).map(|of| m.count as f64 / of as f64);
        let below = self.least_share.zip(share).is_some_and(|(least, share)| share < least);
        self.level == Level::Ask && (above || below)
    }
}

impl Pack {
    /// One of the built-in packs.
    ///
    /// ```
    /// use reportedly::Pack;
    ///
    /// assert_eq!(Pack::built_in("all").unwrap().name, "all");
    /// assert_eq!(Pack::built_in("none of ours"), None);
    /// ```
    pub fn built_in(name: &str) -> Option<Self> {
        let found = PACKS.iter().find(|p| p.0 == name)?;
        Self::parse(found.1).ok()
    }

    /// A pack from JSON: `{"name", "rules": [{"measure", "level", "most"?, "least_share"?, "publisher",
    /// "words", "link"?, "read"?}]}`.
    ///
    /// # Errors
    /// What is wrong and where.
    ///
    /// ```
    /// use reportedly::Pack;
    ///
    /// let wrong = Pack::parse(r#"{"name": "desk"}"#).unwrap_err();
    /// assert!(wrong.0.contains("rules"), "{}", wrong.0);
    /// ```
    pub fn parse(json: &str) -> Result<Self, BadPack> {
        let value: Value = serde_json::from_str(json).map_err(|e| BadPack(format!("not JSON: {e}")))?;
        let name = value.get("name").and_then(Value::as_str);
        let rules = value.get("rules").and_then(Value::as_array);
        let (Some(name), Some(rules)) = (name, rules) else {
            return Err(BadPack("a pack is {\"name\": \"...\", \"rules\": [...]}".to_owned()));
        };
        let rules = rules.iter().enumerate().map(|(i, r)| rule(i + 1, r)).collect::<Result<_, _>>()?;
        Ok(Self { name: name.to_owned(), rules })
    }
}

fn rule(number: usize, value: &Value) -> Result<Rule, BadPack> {
    let bad = |what: String| BadPack(format!("rule {number}: {what}"));
    let map = value.as_object().ok_or_else(|| bad("is not an object".to_owned()))?;
    if let Some(key) = map.keys().find(|k| !KEYS.contains(&k.as_str())) {
        return Err(bad(format!("unknown key {key:?}; known are {}", KEYS.join(", "))));
    }
    let measure = words(map, "measure").map_err(bad)?;
    let known = Measure::ALL.map(Measure::name);
    if !known.contains(&measure.as_str()) {
        return Err(bad(format!("unknown measurement {measure:?}; known are {}", known.join(", "))));
    }
    let level = match words(map, "level").map_err(bad)?.as_str() {
        "observe" => Level::Observe,
        "ask" => Level::Ask,
        other => return Err(bad(format!("the level must be \"observe\" or \"ask\", not {other:?}"))),
    };
    let most = number_of(map, "most").map_err(bad)?.map(|n| n as usize);
    let least_share = number_of(map, "least_share").map_err(bad)?;
    if level == Level::Ask && most.is_none() && least_share.is_none() {
        return Err(bad("level \"ask\" needs \"most\" or \"least_share\"".to_owned()));
    }
    let [publisher, text] = ["publisher", "words"].map(|key| words(map, key).map_err(bad));
    let [link, read] = ["link", "read"].map(|key| map.get(key).and_then(Value::as_str).map(str::to_owned));
    Ok(Rule { measure, level, most, least_share, publisher: publisher?, words: text?, link, read })
}

fn words(map: &Map<String, Value>, key: &str) -> Result<String, String> {
    let found = map.get(key).and_then(Value::as_str).filter(|w| !w.trim().is_empty());
    found.map(str::to_owned).ok_or_else(|| format!("{key:?} is missing or not a string"))
}

fn number_of(map: &Map<String, Value>, key: &str) -> Result<Option<f64>, String> {
    match map.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(v) => match v.as_f64().filter(|n| *n >= 0.0) {
            Some(n) => Ok(Some(n)),
            None => Err(format!("{key:?} is not a number of 0 or more")),
        },
    }
}
