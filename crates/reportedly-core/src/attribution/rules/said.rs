//! `"...," said Hale.` and `"...," Hale said.`: the cue stands beside the quotation.

use super::{line_after, proposal, speaker};
use crate::article::Prose;
use crate::attribution::Proposal;
use crate::attribution::reason::Reason;
use crate::text::{Span, Spans, Text};
use crate::tokens::Quotation;

/// The speaker whom the words after a quotation name.
pub fn beside(quotation: &Quotation, prose: Prose) -> Option<Proposal> {
    let Prose { text, language, .. } = prose;
    let after = after(quotation.cover(), text);
    let first = prose.within(after).first()?;
    let is_verb = |span: Span| {
        let verb = prose.within(span).first().filter(|w| !w.capital && w.span.start() >= span.start());
        verb.is_some_and(|w| language.verbs.stands_beside_quotation(&w.form))
    };
    if first.span.start() == after.start() && is_verb(first.span) {
        let who = speaker::leading(Span::new(first.span.end(), after.end()), text, language)?;
        return Some(proposal(Spans::from(who), Some(first.span), quotation, 0.85, Reason::VerbFirst));
    }
    let who = speaker::leading(after, text, language)?;
    let behind = Span::new(who.end(), after.end());
    let cue = prose.within(behind).first().filter(|w| is_verb(w.span))?;
    let gap = text.get(Span::new(who.end(), cue.span.start()));
    let near = gap.trim().is_empty();
    near.then(|| proposal(Spans::from(who), Some(cue.span), quotation, 0.85, Reason::VerbLast))
}

/// What follows in the same line, a comma aside.
fn after(quotation: Span, text: &Text) -> Span {
    let line = line_after(quotation.end(), text);
    let words = text.get(line);
    let skip = words.len() - words.trim_start_matches([',', ' ', '\u{a0}']).len();
    Span::new(line.start() + skip as u32, line.end())
}
