use super::Numbered;
use crate::tokens::List;

theme! {
    /// Months, days and hours, all in small letters unless another way is said.
    Calendar {
        /// Months in full, January 1.
        months: Numbered,
        /// Months as they are shortened, without a full stop: "sept".
        short_months: Numbered,
        /// Beginnings of words, of at most ten letters, that name a month where spellings and languages mix.
        month_stems: Numbered,
        /// Months that are more often another word: "may".
        other_words: List,
        /// Days of the week in full, Monday 1.
        weekdays: Numbered,
        /// Days of the week as they are shortened.
        short_weekdays: Numbered,
        /// Words between day, month and year, and endings of a number: "of", "th".
        between: List,
        /// Signs behind the number of a year.
        year_signs: List,
        /// Signs behind the number of a month.
        month_signs: List,
        /// Halves of a day, without full stops, with the hour that they begin at: "pm" 12.
        half_days: Numbered,
        /// Time zones as written, with their minutes east of Greenwich: "EST" -300.
        zones: Numbered,
        /// Time zones as written that change with the season: "ET".
        seasonal_zones: List,
        /// Days counted from now: "yesterday".
        near_days: List,
        /// Spans of time that are counted back from now: "week".
        units: List,
        /// Words before such a span that count it back: "last".
        past: List,
        /// Words behind such a span that count it back: "ago".
        ago: List,
    }
}
