use super::Numbered;
use crate::tokens::List;

theme! {
    /// Months, days, hours and numbers; all in small letters unless another way is said.
    Calendar {
        /// Months in full, January 1.
        months: Numbered,
        /// Months as they are shortened, without a full stop: "sept".
        short_months: Numbered,
        /// What a word of at most ten letters may begin with that names a month, where spellings and languages mix.
        month_stems: Numbered,
        /// Months that are more often another word.
        other_words: List,
        /// Days of the week in full, Monday 1.
        weekdays: Numbered,
        /// Days of the week as they are shortened.
        short_weekdays: Numbered,
        /// What may stand between day, month and year: "of", and the ending of a number: "th".
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
