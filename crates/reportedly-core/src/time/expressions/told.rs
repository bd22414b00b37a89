//! What a text told before: what later expressions are counted from.

use jiff::civil;

use super::Anchor;
use super::meaning::{Found, Meaning, Resolved};
use super::outlook::Outlook;
use crate::language::Unit;
use crate::time::{Date, Precision};

/// A history that turns to other years than so many does so only if the next year that it tells is one of them too.
const FAR: i16 = 3;

/// What expressions are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchors {
    /// The day of publication.
    pub(super) published: Option<civil::Date>,
    /// The day that stands right behind, or was told a little before: that of a time alone.
    pub(super) beside: Option<Date>,
    /// The day of something that happened, before or after which it lies.
    pub(super) event: Option<Date>,
    /// What the text told.
    pub(super) told: Told,
    /// Whether the text tells of other years than its own, so that a missing year is the one that was told last.
    pub(super) narrates: bool,
    /// Which way the words around it look.
    pub(super) outlook: Outlook,
}

/// The dates that a text told, as far as it has been read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// The last date.
    pub(super) last: Option<Date>,
    /// The last day, and the position of its word.
    pub(super) day: Option<(Date, usize)>,
    /// The quarter whose results are reported.
    pub(super) quarter: Option<Date>,
    /// Where a history has come to: the date by which its "in May" is in a year.
    pub(super) line: Option<Date>,
    /// A date far from there.
    aside: Option<Date>,
}

impl Told {
    /// Keeps what an expression told at a word.
    pub(super) fn tell(
        &mut self,
        here: &Found,
        resolved: &Resolved,
        word: usize,
        narrates: bool,
        plans: bool,
    ) {
        let Some(date) = resolved.date() else { return };
        let compares = matches!(here.meaning, Meaning::Ago { .. } | Meaning::Then { unit: Unit::Year, .. });
        if date.precision() == Precision::Quarter && !compares {
            self.quarter = Some(date);
        }
        if here.meaning.is_of_days() {
            self.day = Some((date, word));
        }
        if !narrates || resolved.anchor != Anchor::Publication {
            self.last = Some(date);
            self.go_on(date, plans || here.meaning.looks_back());
        }
    }

    /// Moves the line of a history; what it only recalls or plans leaves it where it was.
    fn go_on(&mut self, date: Date, aside: bool) {
        let far = |from: Date| (from.first().year() - date.first().year()).abs() > FAR;
        match self.line {
            Some(_) if aside => {}
            Some(line) if far(line) && self.aside.is_none_or(far) => self.aside = Some(date),
            _ => (self.line, self.aside) = (Some(date), None),
        }
    }
}
