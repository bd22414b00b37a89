//! Where the text says that it comes from.

use super::Claims;
use crate::article::{Article, credit};
use crate::profile::Measurement;
use crate::text::Span;

impl Claims<'_> {
    /// Agencies and press releases that the text names as its origin.
    pub(super) fn agencies(&self, article: &Article) -> Measurement {
        const CREDITS: &[&str] = &[
            "(AP)",
            "(Reuters)",
            "(AFP)",
            "(UPI)",
            "(PA)",
            "(DPA)",
            "(Xinhua)",
            "Associated Press contributed",
            "Reuters contributed",
            "with agencies",
            "FOR IMMEDIATE RELEASE",
            "For immediate release",
            "PRNewswire",
            "Business Wire",
            "wire reports",
            "press release",
            "news release",
        ];
        let at = |words: &&str| {
            self.text
                .as_str()
                .match_indices(*words)
                .map(|(i, w)| Span::new(i as u32, (i + w.len()) as u32))
                .collect::<Vec<_>>()
        };
        let mut spans: Vec<Span> = CREDITS.iter().flat_map(at).collect();
        let credit = credit(article).filter(|c| !spans.iter().any(|s| s.overlaps(c.span)));
        let only = credit.as_ref().filter(|_| spans.is_empty()).map(|c| c.name.clone());
        spans.extend(credit.map(|c| c.span));
        spans.sort();
        let sentence = match (spans.len(), only) {
            (_, Some(name)) => format!("{name} is credited as the origin of the text (an agency or the outlet itself)."),
            (0, _) => "No agency or press release is credited as the origin of the text (only a second text could show copying).".to_owned(),
            (n, _) => format!("An agency or press release is named {}.", if n == 1 { "once".to_owned() } else { format!("{n} times") }),
        };
        Measurement { id: "SP14", count: spans.len(), of: None, spans, sentence }
    }
}
