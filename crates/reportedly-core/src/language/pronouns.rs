use crate::tokens::List;

theme! {
    /// Pronouns.
    Pronouns {
        /// "he" and its forms.
        male: List,
        /// "she" and its forms.
        female: List,
        /// "it" and its forms.
        thing: List,
        /// "they" and its forms.
        many: List,
        /// Pronouns for one person as a subject: "he", "she". `speakers` has "they" as well.
        subjects: List,
        /// Pronouns of the third person that a statement may have as its speaker: "they said".
        speakers: List,
        /// Pronouns for the one who is told something: "told her".
        hearers: List,
        /// Words that may mean the one who speaks already, or nobody: no other source within her claim. Also "there",
        /// "nobody".
        ambiguous: List,
        /// Pronouns for the speaker: "I", "we", "ours".
        first: List,
        /// Pronouns for the reader or the one spoken to: "you", "yours".
        second: List,
        /// Pronouns that go back to the words before them, and may be a source: "who", "which".
        relative: List,
        /// The relative pronoun for a person: "who".
        who: List,
        /// The relative pronoun that is a source only where it stands for one: "the paper that said".
        /// `clauses.complement` is the same word in another part.
        that: List,
        /// Words for whose something or somebody is: "his", "whose".
        owning: List,
        /// Pronouns that, as the whole source, leave the reader with nobody: "he said".
        alone: List,
        /// Bodies whose names in capitals look like pronouns: "US".
        homonyms: List,
        /// Pronouns that mean a group, where a noun would stand: "some of them".
        groups: List,
    }
}

impl Pronouns {
    /// Whether a word in small letters is a pronoun of the third person.
    ///
    /// ```
    /// use reportedly::language::en::ENGLISH;
    ///
    /// assert!(ENGLISH.pronouns.is_third_person("herself") && !ENGLISH.pronouns.is_third_person("i"));
    /// ```
    pub fn is_third_person(&self, word: &str) -> bool {
        [self.male, self.female, self.thing, self.many].iter().any(|list| list.has(word))
    }
}
