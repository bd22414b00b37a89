use super::cursor::Cursor;
use super::meaning::Hour;
use super::pieces::What;
use crate::language::TimeWord;

/// "5 p.m. EST", "3:30", "noon", "five o'clock".
pub(super) fn hour(c: &Cursor, i: usize) -> Option<(usize, Hour)> {
    let half = |at: usize| match c.what(at) {
        What::HalfDay(half) if c.is_joined(at) => Some(half),
        _ => None,
    };
    let zoned = |end: usize| end + usize::from(matches!(c.what(end), What::Zone) && c.is_after_stop(end));
    match c.what(i) {
        What::Clock(hour, minute) => Some(match half(i + 1).filter(|_| hour <= 12) {
            Some(half) => (zoned(i + 2), Hour::Clock(hour % 12 + half, minute)),
            None => (zoned(i + 1), Hour::Clock(hour, minute)),
        }),
        What::Number(hour, _) if (1..=12).contains(&hour) => {
            let hour = hour as i8;
            if let Some(half) = half(i + 1) {
                return Some((zoned(i + 2), Hour::Clock(hour % 12 + half, 0)));
            }
            c.is(i + 1, TimeWord::OClock).then_some((i + 2, Hour::Clock(hour, 0)))
        }
        What::Word(TimeWord::Number(hour)) if (1..=12).contains(&hour) => {
            c.is(i + 1, TimeWord::OClock).then_some((i + 2, Hour::Clock(hour as i8, 0)))
        }
        What::Word(TimeWord::Hour(hour)) => Some((i + 1, Hour::Clock(hour, 0))),
        _ => None,
    }
}
