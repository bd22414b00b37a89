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
        /// Those of one person that may be a subject: "he", "she".
        subjects: List,
        /// Of the one who speaks: "I", "we".
        first: List,
        /// Of the one who reads.
        second: List,
        /// Words that go back to the words before them: "who", "which".
        relative: List,
        /// The one that goes back to a person: "who".
        who: List,
        /// Words that do so where they are a source: "that".
        that: List,
        /// Words for whose something is: "his", "whose".
        owning: List,
        /// Sources that say nothing by themselves.
        alone: List,
        /// Bodies whose names in capitals look like pronouns.
        homonyms: List,
        /// Pronouns that mean a group, where a noun is looked for: "them".
        groups: List,
        /// Pronouns for whoever speaks.
        speakers: List,
        /// Pronouns for whoever hears it.
        hearers: List,
        /// Pronouns and the like that mean the outer speaker as likely as another one.
        ambiguous: List,
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
