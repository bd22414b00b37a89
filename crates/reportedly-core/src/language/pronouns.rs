use crate::tokens::List;

theme! {
    /// Pronouns.
    Pronouns {
        /// "he" and its forms.
        male: List,
    }
}
