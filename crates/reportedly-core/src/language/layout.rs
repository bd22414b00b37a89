use crate::tokens::List;

theme! {
    /// Lines that papers print around their text: datelines, bylines, captions, credits.
    Layout {
        /// What a byline begins with.
        by: List,
    }
}
