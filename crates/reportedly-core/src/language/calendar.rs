use crate::tokens::List;

theme! {
    /// Months, days and numbers.
    Calendar {
        /// Months in full, in small letters, in no order.
        months: List,
    }
}
