use crate::tokens::Lexicon;

theme! {
    /// What clauses begin and end with, and how verbs show in them.
    Clauses {
        /// Verbs whose forms follow no rule: form and base.
        irregular: Lexicon,
    }
}
