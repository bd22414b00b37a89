use crate::tokens::{List, Token};

theme! {
    /// Clauses and cues that assert nothing: questions, commands, conditions, wishes, what is unknown or to come.
    Moods {
        /// What begins a command.
        commands: List,
        /// Of these, what only calls for attention where a pause follows: "Look, it is late".
        calls: List,
        /// What shows, as the second word, that the first begins no command: "Vote is".
        no_command: List,
        /// What begins a question that is told: "whether".
        whether: List,
        /// The same, but a condition where no verb of asking stands before it: "if".
        whether_asked: List,
        /// Forms of verbs of asking.
        asking: List,
        /// Whether the word begins a clause of purpose: what is wanted, not what is.
        gives_purpose: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether the word begins a condition.
        is_condition: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether a clause is a condition by the order of its words.
        is_inverted: fn(&[Token]) -> bool = |_| false,
        /// Whether the word tells what is contrary to fact.
        is_contrary: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether a clause tells a hope of its speaker.
        is_hope: fn(&[Token]) -> bool = |_| false,
        /// Whether the word says that it is not known what follows.
        is_unknown: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether a cue tells of a saying that is still to come.
        is_to_come: fn(&[Token]) -> bool = |_| false,
        /// Whether a listed cue word says nothing, since another one of the cue does: "likes to say".
        is_idle: fn(&[Token], usize) -> bool = |_, _| false,
        /// How verbs begin that want their content even where it is quoted: "promis" for "promised".
        wanting: List,
        /// How verbs begin that demand with a word of `demands` and state without: "called for", "called her".
        calling: List,
        /// What makes them demand.
        demands: List,
        /// Forms of verbs whose infinitive is stated, not wanted: "claims to be".
        stating: List,
        /// Words after which a clause is not asserted.
        open: List,
        /// Words that begin a question that is told.
        questions: List,
    }
}

impl Moods {
    /// Whether a word states: "called her a liar", but not "called for her to leave".
    pub(crate) fn states(&self, words: &[Token], at: usize) -> bool {
        let calls = words.get(at).is_some_and(|w| self.calling.start_of(&w.form).is_some());
        calls && !crate::tokens::any_of(words, self.demands)
    }
}
