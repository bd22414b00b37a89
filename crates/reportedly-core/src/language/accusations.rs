use crate::tokens::List;

theme! {
    /// What is said of accusations: whether the accused answer, and whether anything is confirmed.
    Accusations {
        /// Phrases by which an article says that the accused were asked or have answered: "declined to comment".
        answers: List,
        /// Verbs by which somebody answers, unless a request was turned down: "denied".
        denials: List,
        /// Nouns for what is turned down and not disputed: "bond was denied".
        refused: List,
        /// Phrases by which an article says that something is not confirmed: "could not be verified".
        unconfirmed: List,
        /// Phrases that look like an accusation and are none: "take charge".
        others: List,
        /// Words by which nobody is accused: "no one was charged". Only the plain ones of `negation.any`.
        nobody: List,
    }
}
