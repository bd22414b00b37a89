use crate::tokens::Lexicon;

theme! {
    /// What names are made of.
    Names {
        /// Given names, with `m`, `f` or `e` (either).
        given: Lexicon,
        /// Words before a name: `x` only modifies another title; `m` and `f` tell the gender.
        titles: Lexicon,
        /// Words that make a name one of an organization, a medium or a document; of a trade behind another word only.
        parts: Lexicon,
        /// News media.
        outlets: Lexicon,
        /// Organizations, and buildings that stand for one.
        organizations: Lexicon,
        /// States, capitals and large towns; as a source they stand for their government.
        places: Lexicon,
        /// Peoples, followers of parties, faiths, in the plural.
        groups: Lexicon,
        /// Words that begin a sentence with a capital and are no name.
        function_words: Lexicon,
    }
}
