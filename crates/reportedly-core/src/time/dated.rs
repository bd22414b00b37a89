use crate::language::Calendar;
use crate::tokens::Token;

/// Four digits name a year between these.
const YEARS: std::ops::Range<u32> = 1500..2200;

/// Whether words name a day, a month, a year, or count back from now.
///
/// ```
/// use reportedly::Article;
/// use reportedly::time::is_dated;
///
/// let dated = |words: &str| {
///     let article = Article::from_text(words);
///     is_dated(&article.tokens().all, &article.language().calendar)
/// };
/// assert!(dated("In 1931, it fell.") && dated("It fell last Monday.") && dated("Two years ago it fell."));
/// assert!(!dated("It may fall."));
/// ```
pub fn is_dated(words: &[Token], calendar: &Calendar) -> bool {
    let low = |i: usize| words.get(i).map_or("", Token::low);
    words.iter().enumerate().any(|(i, token)| {
        let word = token.low();
        let month = calendar.months.has(word) && !calendar.other_words.has(word);
        let day = token.capital && calendar.weekdays.has(word) || calendar.near_days.has(word);
        let year = i > 0 && word.len() == 4 && word.parse().is_ok_and(|year| YEARS.contains(&year));
        let back = i > 0
            && calendar.units.has(word)
            && (calendar.past.has(low(i - 1)) || calendar.ago.has(low(i + 1)));
        month || day || year || back
    })
}
