use std::fmt;

use jiff::tz::Offset;

use super::digits::Digits;
use crate::language::Calendar;

/// A time zone as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// "Z", or a name of the same.
    Utc,
    /// Minutes ahead of Greenwich or behind; "-00:00" is another statement than "+00:00".
    Offset { behind: bool, minutes: i16 },
}

/// The farthest that a zone is from Greenwich, in hours.
const FARTHEST: u32 = 14;

impl Zone {
    /// The one that stands at the front of `s`, or is named in it; a name that stands for several is none.
    pub(super) fn read(s: &str, calendars: &[&Calendar]) -> Option<Self> {
        if matches!(s, "Z" | "z") {
            return Some(Self::Utc);
        }
        if let Some(rest) = s.strip_prefix(['+', '-']) {
            let mut digits = Digits(rest);
            let hours = digits.number(1, 2)?;
            digits.skip(&[':']);
            let minutes = digits.number(2, 2).unwrap_or(0);
            let all = i16::try_from(hours * 60 + minutes).ok()?;
            return (hours <= FARTHEST && minutes < 60)
                .then_some(Self::Offset { behind: s.starts_with('-'), minutes: all });
        }
        let named = |word: &str| calendars.iter().find_map(|c| c.zones.get(word));
        let minutes = s.split(|c: char| !c.is_ascii_alphabetic()).find_map(named)?;
        Some(match minutes {
            0 => Self::Utc,
            _ => Self::Offset { behind: minutes < 0, minutes: minutes.abs() },
        })
    }

    /// How far it is from Greenwich.
    pub(super) fn offset(self) -> Offset {
        let Self::Offset { behind, minutes } = self else { return Offset::UTC };
        let seconds = i32::from(minutes) * if behind { -60 } else { 60 };
        Offset::from_seconds(seconds).unwrap_or(Offset::UTC)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Offset { behind, minutes } = self else { return f.write_str("Z") };
        write!(f, "{}{:02}:{:02}", if *behind { '-' } else { '+' }, minutes / 60, minutes % 60)
    }
}
