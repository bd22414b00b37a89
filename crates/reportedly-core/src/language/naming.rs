use crate::tokens::List;

theme! {
    /// How sources and hearers are called, where articles are compared.
    Naming {
        /// Words that mean an unnamed source.
        unnamed: List,
        /// Sources that say nothing by themselves.
        pronouns: List,
        /// Bodies without a name of their own, as a sentence may begin with them.
        bodies: List,
        /// Bodies that are plural only in grammar.
        one_body: List,
        /// What stands before a source that is not named: articles and small numbers.
        counting: List,
        /// What stands before the name of whom something was said to.
        said_to: List,
        /// The article that a name may begin with.
        the: List,
        /// Words before or after a name that are no part of it.
        titles: List,
        /// Words after which a clause is not asserted.
        open: List,
        /// Words that deny.
        not: List,
    }
}
