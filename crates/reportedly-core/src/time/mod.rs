//! When: the one date type of the program, how dates are read, and which of two comes first.
//!
//! A [`Date`] says what was stated and no more. Its days and moments are those of `jiff`; nothing here reads a clock or
//! a time-zone database, so a zone is an offset as stated, or none.
//!
//! A [`TimeExpression`] is what a text says of time, with the value of TIMEX3 that follows from its words, from the day of
//! publication and from what was told before.

mod date;
mod dated;
mod digits;
mod expressions;
mod iso;
#[cfg(test)]
mod tests;
mod units;
mod value;
mod when;
mod written;
mod zone;

pub use date::{Date, Precision};
pub use dated::is_dated;
pub use expressions::{Anchor, TimeExpression, expressions};
pub use value::{Every, Length, TimeType, TimeValue, Vague};
pub use when::When;
pub use written::{in_line, stated};
