use crate::tokens::List;

theme! {
    /// Words that describe a source without a name, and the texts through which one speaks.
    Sources {
        /// Phrases for access to the facts themselves: "familiar with".
        access: List,
        /// Words for rank or office: "senior".
        ranks: List,
        /// Nouns that say nothing of who somebody is: "source", "people".
        bare: List,
        /// Nouns for a source who is not named: "officials". Those of `bare` say nothing at all, these may tell a
        /// group.
        unnamed: List,
        /// Nouns for bodies that need no name, as a sentence may begin with them: "police". `nouns.several` has words
        /// that mean several.
        collectives: List,
        /// Small words beside a noun that say nothing of who somebody is: "some".
        hollow: List,
        /// Phrases that say why a source is not named: "condition of anonymity".
        anonymity: List,
        /// Words, with the space before them, that begin such a reason behind a source.
        anonymity_begins: List,
        /// Verbs, with the space before them, that end such a reason: " said".
        anonymity_ends: List,
        /// Words behind a noun for those who know something or were asked: "people familiar with".
        close: List,
        /// Words behind a noun that begin how the writer came to speak to them: "people whom we asked".
        reached_begins: List,
        /// Verbs of a writer who asks: "spoke".
        reached: List,
        /// Letters for who speaks in an interview, in small letters. `layout.labels` has them as written.
        turns: List,
        /// Phrases by which a writer means herself: "this reporter".
        writer: List,
        /// Nouns for a text that a colon brings in: "in a statement: ...".
        texts: List,
        /// Words after which a name is what a text is about: "a report on Vale".
        about: List,
        /// Nouns for texts about somebody: "obituary".
        portraits: List,
        /// Prepositions before the one to whom a text goes or against whom it is: "a letter to Vale".
        addressed: List,
        /// Prepositions before the place where a text stands: "a column in the Post".
        placed: List,
        /// Words that make such a place the one who brought the text out: "published in".
        published: List,
        /// Verbs for what somebody does with a text of another: "obtained by".
        got: List,
        /// Words before an outlet through which a claim came: "told Radio Nord". `said_to` looks for them as written.
        through: List,
        /// Phrases before the one to whom something was said, with the space behind: "told ".
        said_to: List,
        /// Words before one's own name: "I am".
        own_name: List,
    }
}
