//! A text cut where a role begins or ends, so that every rendering walks the same stretches.

use crate::record::{Claim, Passage, Record};

/// What a span is in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Content,
    Source,
    Cue,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Source => "source",
            Self::Cue => "cue",
        }
    }
}

/// A span with its role in one or more claims: a source shared by several is one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub role: Role,
    /// Numbers from 1, in the order of the record.
    pub claims: Vec<usize>,
}

/// The marks of a record, outer before inner.
pub fn marks(record: &Record) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for (i, claim) in record.claims.iter().enumerate() {
        for (role, p) in passages(claim) {
            out.push(Mark { start: p.start, end: p.end, role, claims: vec![i + 1] });
        }
    }
    out.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end), m.role, m.claims[0]));
    out.dedup_by(|b, a| {
        let same = (a.start, a.end, a.role) == (b.start, b.end, b.role);
        if same {
            a.claims.append(&mut b.claims);
        }
        same
    });
    out
}

fn passages(claim: &Claim) -> impl Iterator<Item = (Role, &Passage)> {
    let content = claim.content.iter().map(|p| (Role::Content, p));
    let source = claim.source.iter().map(|p| (Role::Source, p));
    content.chain(source).chain(claim.cue.iter().map(|p| (Role::Cue, p)))
}

/// A stretch of text under the same marks.
#[derive(Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    pub text: &'a str,
    /// The marks over it, outer first; each with whether it begins here.
    pub over: Vec<(&'a Mark, bool)>,
}

/// The whole text in stretches.
pub fn stretches<'a>(text: &'a str, marks: &'a [Mark]) -> Vec<Stretch<'a>> {
    let mut borders: Vec<u32> = marks.iter().flat_map(|m| [m.start, m.end]).collect();
    borders.sort_unstable();
    borders.dedup();
    let (mut out, mut open) = (Vec::new(), Vec::<&Mark>::new());
    let (mut chars, mut at, mut byte, mut next) = (text.char_indices(), 0u32, 0usize, 0usize);
    for border in borders.into_iter().chain([u32::MAX]) {
        let until = (border - at) as usize;
        let end = if until == 0 {
            byte
        } else {
            chars.nth(until - 1).map_or(text.len(), |(i, c)| i + c.len_utf8())
        };
        if end > byte {
            let over = open.iter().map(|m| (*m, m.start == at)).collect();
            out.push(Stretch { text: &text[byte..end], over });
        }
        (at, byte) = (border, end);
        open.retain(|m| m.end > at);
        while let Some(mark) = marks.get(next).filter(|m| m.start <= at) {
            open.push(mark);
            next += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_cover_the_text() {
        let mark = |start, end, role| Mark { start, end, role, claims: vec![1] };
        let marks = [mark(1, 5, Role::Content), mark(2, 3, Role::Source)];
        let text = "a\u{1f525}bcdef";
        let all = stretches(text, &marks);
        assert_eq!(all.iter().map(|s| s.text).collect::<Vec<_>>(), ["a", "\u{1f525}", "b", "cd", "ef"]);
        assert_eq!(all.iter().map(|s| s.over.len()).collect::<Vec<_>>(), [0, 1, 2, 1, 0]);
        assert_eq!(all[3].over[0].1, false);
        assert_eq!(stretches("", &[]), []);
    }
}
