use reportedly_core::reading::{Claim, Reading, Voice};
use reportedly_core::text::Text;

/// What a reading says beside its marks, in the lines of a case; only the sorts that `asked` has.
///
/// ```
/// use reportedly_core::{Engine, ReadOptions};
/// use reportedly_records::case::expected;
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let lines = expected(&["Source 1: ?".to_owned()], &read.reading, &read.article.text);
/// assert_eq!(lines, ["Source 1: person Mara Hale"]);
/// ```
pub fn expected(asked: &[String], reading: &Reading, text: &Text) -> Vec<String> {
    let has = |prefix: &str| asked.iter().any(|line| line.starts_with(prefix));
    let mut out = Vec::new();
    if has("Source ") {
        let sources = reading.claims.iter().filter_map(Claim::identity).enumerate().map(|(i, s)| {
            let level = s.specificity.map(|n| format!(" {n}"));
            let name = s.name.as_ref().map(|n| format!(" {n}"));
            let via = s.via.map(|v| format!(" via {}", text.get(v)));
            let parts = [level, name, via].into_iter().flatten().collect::<String>();
            format!("Source {}: {}{parts}", i + 1, s.kind.name())
        });
        out.extend(sources);
    }
    if has("Presented ") {
        let presented = reading.claims.iter().filter_map(Claim::presented).enumerate().map(|(i, p)| {
            let hedge = p.hedge.map_or(String::new(), |h| format!(" \u{201c}{}\u{201d}", text.get(h)));
            format!("Presented {}: {} {}{hedge}", i + 1, p.certainty.name(), p.polarity.name())
        });
        out.extend(presented);
    }
    if has("Stance ") {
        let presented = reading.claims.iter().filter_map(Claim::presented);
        out.extend(presented.enumerate().map(|(i, p)| format!("Stance {}: {}", i + 1, p.stance.name())));
    }
    if has("Voices:") {
        let voices = reading.segments.iter().map(|s| match (s.voice, s.author_mode, s.frame) {
            (Voice::Author, Some(author_mode), _) => format!("author {}", author_mode.name()),
            (Voice::Carried, _, Some(frame)) => format!("carried \u{201c}{}\u{201d}", text.get(frame)),
            (voice, ..) => voice.name().to_owned(),
        });
        out.push(format!("Voices: {}", voices.collect::<Vec<_>>().join(" / ")));
    }
    out
}
