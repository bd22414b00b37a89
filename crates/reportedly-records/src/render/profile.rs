use crate::{Observation, Record};

/// "62% attributed, 3% carried, 35% the writer's", by words; `None` where nothing was cut.
pub(super) fn voices(record: &Record) -> Option<String> {
    let words = |voice: &str| {
        let held = record.segments.iter().filter(|s| s.voice == voice);
        held.map(|s| s.text.split_whitespace().count()).sum::<usize>()
    };
    let [attributed, carried, author] = ["attributed", "carried", "author"].map(words);
    let all = attributed + carried + author;
    let share = |n: usize| (100 * n + all / 2) / all.max(1);
    (all > 0).then(|| {
        format!(
            "Of the words, {}% are laid to somebody, {}% are carried on from a frame, {}% are the writer's own.",
            share(attributed),
            share(carried),
            share(author)
        )
    })
}

/// "SP01  3 of 10 claims ... (Reuters: a named source ...)".
pub(super) fn line(o: &Observation) -> String {
    let asks = if o.asks { " asks:" } else { "" };
    format!("{}{asks} {} ({}: {})", o.measure, o.sentence, o.publisher, o.rule)
}

/// "carried from "in this view", which goes back to Ada Vale".
pub(super) fn carried(record: &Record) -> Vec<(String, String)> {
    let held = record.segments.iter().filter(|s| s.voice == "carried");
    held.map(|s| {
        let frame = s.frame.as_ref().map_or(String::new(), |f| format!("\u{201c}{}\u{201d}", f.text));
        let source = record.sources.iter().find(|r| Some(&r.source_id) == s.source_id.as_ref());
        let who = source.and_then(|r| r.name.clone().or_else(|| r.mentions.first().map(|m| m.text.clone())));
        let back = who.map_or("which goes back to nobody".to_owned(), |w| format!("which goes back to {w}"));
        (s.text.clone(), format!("carried from {frame}, {back}"))
    })
    .collect()
}
