mod accusations;
mod claims;
mod dates;
mod distance;
mod id;
mod origin;
mod sentence;
mod sources;
mod unattributed;

pub use id::Measure;

use super::Measurement;
use crate::article::{Article, Prose};
use crate::reading::{Claim, Reading};
use claims::Claims;

/// Counts what newsrooms' rules ask about. Empty for an article in a language that is not read.
///
/// ```
/// use reportedly::profile::measure;
/// use reportedly::{Engine, ReadOptions};
///
/// let engine = Engine::new(ReadOptions::default());
/// let read = engine.read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let measured = measure(&read.article, &read.reading);
/// let named = measured.iter().find(|m| m.id == "SP01").unwrap();
/// assert_eq!((named.count, named.of), (1, Some(1)));
/// ```
pub fn measure(article: &Article, reading: &Reading) -> Vec<Measurement> {
    if !reading.support.reads_claims() || reading.claims.is_empty() && reading.segments.is_empty() {
        return Vec::new();
    }
    let identities = reading.claims.iter().filter_map(Claim::identity).collect();
    let tokens = article.tokens();
    let all = Claims { reading, identities, prose: Prose::of(article, &tokens) };
    vec![
        sources::named(&all),
        sources::described(&all),
        sources::judging(&all),
        sources::uncounted(&all),
        sources::one_source(&all),
        distance::late(&all),
        unattributed::far_off(&all),
        unattributed::unsourced(&all),
        accusations::accusations(&all),
        origin::origin(&all, article),
        dates::undated(&all),
        dates::newest(&all, article),
    ]
}
