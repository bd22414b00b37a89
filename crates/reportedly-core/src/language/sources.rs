use crate::tokens::List;

theme! {
    /// Words that describe a source without a name, and the texts through which one speaks.
    Sources {
        /// Words for access to the facts themselves.
        access: List,
        /// Words for rank or office.
        ranks: List,
        /// Nouns that say nothing of who somebody is: "source", "people".
        bare: List,
        /// Words beside a noun that say nothing of who somebody is.
        hollow: List,
        /// Why somebody is not named.
        anonymity: List,
        /// What begins such a reason behind a source.
        anonymity_begins: List,
        /// Cues that end such a reason, with the space before them.
        anonymity_ends: List,
        /// Words behind a noun for those who know or were asked: "familiar".
        close: List,
        /// Words behind a noun that may begin how the writer came to speak to them: "whom we ...".
        reached_begins: List,
        /// Verbs of a writer who asks: "spoke".
        reached: List,
        /// Letters for who speaks in an interview.
        turns: List,
        /// How a writer calls herself.
        writer: List,
        /// Nouns for a text that a sentence with a colon brings in.
        texts: List,
        /// Words after which a name is what a text is about.
        about: List,
        /// Texts about somebody.
        portraits: List,
        /// Prepositions before the one to whom a text goes, or whom it is against.
        addressed: List,
        /// Prepositions before the place where a text stands.
        placed: List,
        /// What makes such a place the one who brought it out: "published in".
        published: List,
        /// What somebody does with a text without having made it: "obtained by".
        got: List,
        /// Words before an outlet through which a claim came: "told Radio Nord".
        through: List,
        /// Words before one's own name: "I am".
        own_name: List,
        /// Words that mean an unnamed source.
        unnamed: List,
        /// Bodies without a name of their own, as a sentence may begin with them.
        collectives: List,
        /// What stands before the name of whom something was said to.
        said_to: List,
    }
}
