use crate::tokens::List;

theme! {
    /// What is said of accusations: whether the accused answer, and whether anything is confirmed.
    Accusations {
        /// How articles say that the accused were asked or answered.
        answers: List,
        /// The same, where it may also be a request that was turned down.
        denials: List,
        /// What is turned down, not disputed: "bond was denied".
        refused: List,
        /// How articles say that something is not confirmed.
        unconfirmed: List,
        /// What looks like an accusation and is none: "take charge".
        others: List,
        /// Words by which nobody is accused.
        nobody: List,
    }
}
