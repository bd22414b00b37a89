use reportedly::article::{Article, Date, Found, Precision};
use reportedly::attribution::Attribution;
use reportedly::reading::Reading;
use reportedly::text::offsets::Offsets;
use reportedly::text::{Span, Text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Version of the public shape: within it fields are only added.
pub const SCHEMA_VERSION: u32 = 1;

/// One article with its claims. Unknown is null, never an empty word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The caller's id, else a hash of canonical URL and text.
    pub doc_id: String,
    /// Where it came from, as the caller says.
    pub url: Option<String>,
    /// The address that the page declares for itself.
    pub canonical_url: Option<String>,
    /// The medium.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Names of persons.
    pub byline: Option<Vec<String>>,
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// ISO 8601, as precise and with the zone as stated.
    pub published_at: Option<String>,
    /// year, month, day, minute or second.
    pub published_at_precision: Option<String>,
    /// The way it was found; "guess: ..." where the page does not state it.
    pub published_at_method: Option<String>,
    /// As `published_at`.
    pub modified_at: Option<String>,
    /// The frozen text that all offsets count in.
    pub text: String,
    /// Where the body begins, in code points.
    pub body_start: u32,
    /// SHA-256 of the text in UTF-8, hexadecimal.
    pub text_sha256: String,
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The model that read it.
    pub model: String,
    /// Who says what, in the order of the text.
    pub claims: Vec<Claim>,
    /// What was doubtful.
    pub notes: Vec<Note>,
}

/// One attribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Hash of the text's hash and the claim's spans: the same after every reading that finds the same.
    pub claim_id: String,
    /// `doc_id` of its record.
    pub doc_id: String,
    /// What is said.
    pub content: Vec<Passage>,
    /// The words that attribute it; null for a quotation without a cue.
    pub cue: Option<Passage>,
    /// Who is said to say it; empty where nobody is.
    pub source: Vec<Passage>,
    /// direct, mixed or indirect.
    pub mode: String,
    /// `claim_id` of the claim in whose content this one stands.
    pub within: Option<String>,
    /// Probability that content and source are right.
    pub confidence: f64,
    /// The proposer that it comes from.
    pub method: String,
    /// Why it stands as it does; only where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Vec<String>>,
}

/// A half-open range of code points, and its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// A doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What sort of doubt.
    pub kind: String,
    /// Where, if at one place.
    pub at: Option<Passage>,
    /// One plain sentence.
    pub message: String,
}

impl Record {
    /// The public shape of one article's reading. `why` asks for the reasons of each claim.
    pub fn new(article: &Article, reading: &Reading, model: &str, why: bool) -> Self {
        let text = article.text.as_str();
        let meta = &article.metadata;
        let canonical_url = value(&meta.canonical_url);
        let address = canonical_url.as_deref().or(meta.url.as_deref()).unwrap_or("");
        let doc_id = article.id.clone().unwrap_or_else(|| hash(&[address, "\n", text], 16));
        let edge = Edge { text: &article.text, offsets: Offsets::new(&article.text) };
        let text_sha256 = hash(&[text], 64);
        let ids: Vec<_> = reading.attributions.iter().map(|a| edge.claim_id(&text_sha256, a)).collect();
        let claim = |(i, a): (usize, &Attribution)| Claim {
            claim_id: ids[i].clone(),
            doc_id: doc_id.clone(),
            within: a.within.map(|outer| ids[outer].clone()),
            ..edge.claim(a, why)
        };
        let note = |n: &reportedly::article::Note| Note {
            kind: n.kind.name().to_owned(),
            at: n.span.map(|s| edge.passage(s)),
            message: n.message.clone(),
        };
        Self {
            claims: reading.attributions.iter().enumerate().map(claim).collect(),
            notes: reading.notes.iter().map(note).collect(),
            url: meta.url.clone(),
            canonical_url,
            outlet: value(&meta.outlet),
            title: value(&meta.title),
            byline: meta.byline.as_ref().map(|b| b.value.clone()),
            lang: value(&meta.language),
            published_at: meta.published.as_ref().map(|d| d.value.value.clone()),
            published_at_precision: meta.published.as_ref().map(|d| precision(d.value.precision).to_owned()),
            published_at_method: meta.published.as_ref().map(method),
            modified_at: meta.modified.as_ref().map(|d| d.value.value.clone()),
            body_start: edge.offsets.code_points(Span::new(article.body_start, article.body_start)).0,
            text: text.to_owned(),
            text_sha256,
            schema_version: SCHEMA_VERSION,
            model: model.to_owned(),
            doc_id,
        }
    }

    /// The first passage whose words are not those of the text, if there is one: then nothing may be exported.
    pub fn misplaced(&self) -> Option<&Passage> {
        let borders: Vec<usize> = self.text.char_indices().map(|(i, _)| i).chain([self.text.len()]).collect();
        let border = |cp: u32| borders.get(cp as usize).copied().unwrap_or(usize::MAX);
        let fits = |p: &Passage| self.text.get(border(p.start)..border(p.end)) == Some(p.text.as_str());
        let claims = self.claims.iter().flat_map(|c| c.content.iter().chain(&c.source).chain(&c.cue));
        claims.chain(self.notes.iter().filter_map(|n| n.at.as_ref())).find(|p| !fits(p))
    }
}

/// Where bytes become code points.
struct Edge<'a> {
    text: &'a Text,
    offsets: Offsets<'a>,
}

impl Edge<'_> {
    fn passage(&self, span: Span) -> Passage {
        let (start, end) = self.offsets.code_points(span);
        Passage { start, end, text: self.text.get(span).to_owned() }
    }

    fn passages(&self, spans: &reportedly::text::Spans) -> Vec<Passage> {
        spans.pieces().iter().map(|&s| self.passage(s)).collect()
    }

    fn claim(&self, a: &Attribution, why: bool) -> Claim {
        Claim {
            claim_id: String::new(),
            doc_id: String::new(),
            content: self.passages(&a.content),
            cue: a.cue.map(|c| self.passage(c)),
            source: self.passages(&a.source),
            mode: a.mode.name().to_owned(),
            within: None,
            confidence: f64::from((a.confidence.clamp(0.0, 1.0) * 1000.0).round()) / 1000.0,
            method: a.method.to_owned(),
            why: why.then(|| a.reasons.clone()),
        }
    }

    fn claim_id(&self, text_sha256: &str, a: &Attribution) -> String {
        let span = |s: &Span| format!("{:?} ", self.offsets.code_points(*s));
        let spans: String = a.content.pieces().iter().chain(&a.cue).map(span).collect();
        hash(&[text_sha256, " ", &spans], 12)
    }
}

fn value(found: &Option<Found<String>>) -> Option<String> {
    found.as_ref().map(|f| f.value.clone()).filter(|v| !v.is_empty())
}

fn method(date: &Found<Date>) -> String {
    if date.guess { format!("guess: {}", date.method) } else { date.method.to_owned() }
}

fn precision(p: Precision) -> &'static str {
    match p {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day => "day",
        Precision::Minute => "minute",
        Precision::Second => "second",
    }
}

/// The first hexadecimal digits of SHA-256.
fn hash(parts: &[&str], digits: usize) -> String {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|p| hasher.update(p.as_bytes()));
    let hex: String = hasher.finalize().iter().map(|b| format!("{b:02x}")).collect();
    hex[..digits].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::attribution::rules::Rules;
    use reportedly::reading::{Options, read};

    /// Emoji, joined emoji, CRLF, combining marks and Arabic before, in and after a quotation.
    const ODD: &str = "\u{1f525} Fue\u{301}go\r\n\r\n\u{201c}We wait \u{1f469}\u{200d}\u{1f467} here for \u{627}\u{644}\u{633}\u{644}\u{627}\u{645},\u{201d} said Zoe\u{308} Vale.\r\n";

    pub fn record(text: &str) -> Record {
        let article = Article::from_text(text);
        Record::new(&article, &read(&article, &[&Rules], &Options::default()), "rules", true)
    }

    #[test]
    fn offsets_are_code_points_of_the_text() {
        let r = record(ODD);
        let points: Vec<char> = r.text.chars().collect();
        let claim = &r.claims[0];
        for p in claim.content.iter().chain(&claim.source).chain(&claim.cue) {
            assert_eq!(points[p.start as usize..p.end as usize].iter().collect::<String>(), p.text);
        }
        assert_eq!(claim.source[0].text, "Zoe\u{308} Vale");
        assert_eq!(r.misplaced(), None);
    }

    #[test]
    fn json_comes_back_as_it_went() {
        let r = record(ODD);
        assert_eq!(serde_json::from_str::<Record>(&crate::json(&r)).unwrap(), r);
    }

    #[test]
    fn a_shifted_passage_is_noticed() {
        let mut r = record(ODD);
        r.claims[0].content[0].start += 1;
        assert!(r.misplaced().is_some());
    }

    #[test]
    fn the_schema_names_exactly_the_fields() {
        let schema: serde_json::Value = serde_json::from_str(crate::SCHEMA).unwrap();
        let json = serde_json::to_value(record(ODD)).unwrap();
        let keys = |v: &serde_json::Value| v.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&schema["properties"]), keys(&json));
        assert_eq!(keys(&schema["$defs"]["claim"]["properties"]), keys(&json["claims"][0]));
        assert_eq!(keys(&schema["$defs"]["passage"]["properties"]), keys(&json["claims"][0]["content"][0]));
    }
}
