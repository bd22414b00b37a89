//! Which way the words around an expression look.

use super::meaning::Found;
use super::pieces::Piece;
use crate::language::Language;
use crate::tokens::{Token, Tokens};

/// Words around an expression are looked at up to so many tokens away.
const NEAR: usize = 9;
/// A verb has its day at most so many tokens behind it: "opened here on 1 May".
const CLOSE: usize = 5;

/// To what is still to come, or to what has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    Ahead,
    /// The same, so far as a deadline does: "by Friday".
    Due,
    /// The verb right before it tells what happened then.
    Back,
    /// The words do not say.
    Open,
}

impl Outlook {
    pub(super) fn is_ahead(self) -> bool {
        matches!(self, Self::Ahead | Self::Due)
    }
}

/// Which way the words nearest to an expression look, in its sentence.
pub(super) fn outlook(found: &Found, pieces: &[Piece], tokens: &Tokens, language: &Language) -> Outlook {
    let (first, last) = (pieces[found.start].token, pieces[found.end - 1].token);
    let sentence = tokens.all[first].sentence;
    let within = |at: usize| tokens.all.get(at).filter(|t| t.sentence == sentence);
    let past = |t: &Token| (language.clauses.is_past)(t.low()) || language.times.behind.has(t.low());
    let ahead = |t: &Token| language.times.ahead.has(t.form.as_str());
    let sign = |at: usize| within(at).filter(|t| ahead(t) || past(t)).map(ahead);
    let near = || (1..=NEAR).find_map(|n| first.checked_sub(n).and_then(sign).or_else(|| sign(last + n)));
    let due = || first > 0 && language.times.deadlines.has(tokens.low(first - 1));
    if near() == Some(true) {
        return Outlook::Ahead;
    }
    if due() {
        return Outlook::Due;
    }
    // "opened on 1 May": on a day, behind a verb of what happened, and nothing between that looks elsewhere
    let on = first > 0 && language.times.on_days.has(tokens.low(first - 1));
    let before = || (2..=CLOSE).map_while(|n| first.checked_sub(n).and_then(within));
    let verb = before().take_while(|t| !t.pause && !ahead(t)).find(|t| past(t));
    let told = verb.is_some_and(|t| !language.times.behind.has(t.low()))
        && !before().any(|t| language.times.undone.has(t.low()))
        && !(1..=NEAR).map_while(|n| first.checked_sub(n).and_then(within)).any(ahead);
    if on && told { Outlook::Back } else { Outlook::Open }
}
