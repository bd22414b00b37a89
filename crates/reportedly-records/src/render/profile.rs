use crate::{Observation, Record};

/// "62% attributed, 3% carried, 35% the writer's", by words; `None` if there are no segments.
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
            "Of the words, {}% are attributed to a source, {}% are carried over from a frame, {}% are the writer's own.",
            share(attributed),
            share(carried),
            share(author)
        )
    })
}

/// One line for each observation, and one for all that had nothing to count.
pub(super) fn lines(record: &Record) -> Vec<String> {
    let (idle, counted): (Vec<_>, Vec<_>) = record.profile.iter().partition(|o| o.of == Some(0));
    let idle: Vec<&str> = idle.iter().map(|o| o.measure.as_str()).collect();
    let rest = (!idle.is_empty()).then(|| format!("Nothing to count: {}", idle.join(", ")));
    counted.into_iter().map(line).chain(rest).collect()
}

/// "SP01 flag: 3 of 10 claims ... (Reuters: a named source ...)".
fn line(o: &Observation) -> String {
    let asks = if o.asks { " flag:" } else { "" };
    format!("{}{asks} {} ({}: {})", o.measure, o.sentence, o.publisher, o.rule)
}

/// "carried over from “in this view”, the view of Ada Vale".
pub(super) fn carried(record: &Record) -> Vec<(String, String)> {
    let held = record.segments.iter().filter(|s| s.voice == "carried");
    held.map(|s| {
        let frame = s.frame.as_ref().map_or(String::new(), |f| format!("\u{201c}{}\u{201d}", f.text));
        let source = record.sources.iter().find(|r| Some(&r.source_id) == s.source_id.as_ref());
        let who = source.and_then(|r| r.name.clone().or_else(|| r.mentions.first().map(|m| m.text.clone())));
        let back = who.map_or("with no source given".to_owned(), |w| format!("the view of {w}"));
        (s.text.clone(), format!("carried over from {frame}, {back}"))
    })
    .collect()
}
