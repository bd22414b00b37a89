//! When: the one date type of the program, how dates are read, and which of two comes first.
//!
//! A [`Date`] says what was stated and no more. Its days and moments are those of `jiff`; nothing here reads a clock or
//! a time-zone database, so a zone is an offset as stated, or none.
//!
//! Dates that are not a point of the calendar belong here, too, once something reads them: seasons and parts of a year,
//! ranges ("from 3 to 5 May"), sets ("every Monday"), and expressions that need an anchor ("last week"). They will be
//! further kinds of `Extent` inside [`Date`], with the same `earliest` and `latest`, so that whoever compares
//! dates need not know of them.

mod date;
mod dated;
mod digits;
mod iso;
#[cfg(test)]
mod tests;
mod when;
mod written;
mod zone;

pub use date::{Date, Precision};
pub use dated::is_dated;
pub use when::When;
pub use written::{in_line, stated};
