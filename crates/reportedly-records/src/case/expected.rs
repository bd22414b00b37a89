use reportedly_core::reading::{Claim, Reading, Segment, Voice};
use reportedly_core::source::Source;
use reportedly_core::text::Text;

/// What a line says of a claim; `None` where a reading does not work it out.
type OfClaim = fn(&Claim, &Text) -> Option<String>;
/// What a line says of a whole text.
type OfText = fn(&Reading, &Text) -> String;

/// The sorts of lines with a claim's number: `Source 1: ...`.
const CLAIMS: [(&str, OfClaim); 5] = [
    ("Source", source),
    ("Title", title),
    ("Affiliation", affiliation),
    ("Presented", presented),
    ("Stance", stance),
];

/// The sorts of lines without a number: `Voices: ...`.
const TEXTS: [(&str, OfText); 2] = [("Sources", sources), ("Voices", voices)];

/// Whether a line tells what is expected beside the marks.
pub(super) fn is_expected(line: &str) -> bool {
    CLAIMS.iter().any(|(name, _)| is_numbered(line, name)) || TEXTS.iter().any(|(name, _)| has(line, name))
}

fn is_numbered(line: &str, name: &str) -> bool {
    let rest = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(' '));
    let number = rest.and_then(|rest| rest.split_once(':'));
    number.is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn has(line: &str, name: &str) -> bool {
    line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'))
}

/// What a reading says beside its marks, in the lines of a case; only the sorts that `asked` has.
///
/// ```
/// use reportedly::{Article, ReadOptions, Rules, read};
/// use reportedly_records::case::expected;
///
/// let article = Article::from_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let reading = read(&article, &[&Rules], &ReadOptions::default());
/// let lines = expected(&["Source 1: ?".to_owned()], &reading, &article.text);
/// assert_eq!(lines, ["Source 1: person Mara Hale"]);
/// ```
pub fn expected(asked: &[String], reading: &Reading, text: &Text) -> Vec<String> {
    let mut out = Vec::new();
    for (name, answer) in CLAIMS.iter().filter(|(name, _)| asked.iter().any(|line| is_numbered(line, name))) {
        let answers = reading.claims.iter().filter_map(|claim| answer(claim, text)).enumerate();
        out.extend(answers.map(|(i, answer)| format!("{name} {}: {answer}", i + 1)));
    }
    for (name, answer) in TEXTS.iter().filter(|(name, _)| asked.iter().any(|line| has(line, name))) {
        out.push(format!("{name}: {}", answer(reading, text)));
    }
    out
}

fn source(claim: &Claim, text: &Text) -> Option<String> {
    let s = claim.identity()?;
    let level = s.specificity.map(|n| format!(" {n}"));
    let name = s.name.as_ref().map(|n| format!(" {n}"));
    let via = s.via.map(|v| format!(" via {}", text.get(v)));
    Some(s.kind.name().to_owned() + &[level, name, via].into_iter().flatten().collect::<String>())
}

fn title(claim: &Claim, _: &Text) -> Option<String> {
    claim.identity().map(|s| or_none(s.title.as_ref()))
}

fn affiliation(claim: &Claim, _: &Text) -> Option<String> {
    claim.identity().map(|s| or_none(s.affiliation.as_ref()))
}

fn or_none(words: Option<&String>) -> String {
    words.map_or("none", String::as_str).to_owned()
}

fn presented(claim: &Claim, text: &Text) -> Option<String> {
    let p = claim.presented()?;
    let hedge = p.hedge.map_or(String::new(), |h| format!(" \u{201c}{}\u{201d}", text.get(h)));
    Some(format!("{} {}{hedge}", p.certainty.name(), p.polarity.name()))
}

fn stance(claim: &Claim, _: &Text) -> Option<String> {
    claim.presented().map(|p| p.stance.name().to_owned())
}

/// Which mentions are one source: "“Ada Vale”, “she” / “the mayor”".
fn sources(reading: &Reading, text: &Text) -> String {
    let mentions = |source: &Source| {
        let words = source.mentions.iter().map(|&m| format!("\u{201c}{}\u{201d}", text.get(m)));
        words.collect::<Vec<_>>().join(", ")
    };
    reading.sources.iter().map(mentions).collect::<Vec<_>>().join(" / ")
}

fn voices(reading: &Reading, text: &Text) -> String {
    let voice = |s: &Segment| match (s.voice, s.author_mode, s.frame) {
        (Voice::Author, Some(author_mode), _) => format!("author {}", author_mode.name()),
        (Voice::Carried, _, Some(frame)) => format!("carried \u{201c}{}\u{201d}", text.get(frame)),
        (voice, ..) => voice.name().to_owned(),
    };
    reading.segments.iter().map(voice).collect::<Vec<_>>().join(" / ")
}
