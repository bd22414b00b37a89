use crate::tokens::{List, Token};

theme! {
    /// Clauses and cues that assert nothing: questions, commands, conditions, wishes, what is unknown or to come.
    Moods {
        /// Verbs that begin a command: "look".
        commands: List,
        /// The commands that only call for attention where a pause follows: "Look, it is late".
        calls: List,
        /// Second words that show that the first begins no command: "Vote is".
        no_command: List,
        /// The word that begins a question told: "asked whether".
        whether: List,
        /// The word that begins a question told behind a verb of asking, and a condition elsewhere: "if".
        whether_asked: List,
        /// Verbs of asking and wondering, in all their forms. `verbs.asks` has only those that tell of a question put
        /// to somebody.
        asking: List,
        /// Given words and a position: whether the word there begins a clause of purpose, which says what is wanted and
        /// not what is.
        gives_purpose: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given words and a position: whether the word there begins a condition.
        is_condition: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given a clause: whether the order of its words makes it a condition, "should it fail".
        is_inverted: fn(&[Token]) -> bool = |_| false,
        /// Given words and a position: whether the word there tells what is contrary to fact, "would have flooded".
        is_contrary: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given a clause: whether it tells a hope of its speaker.
        is_hope: fn(&[Token]) -> bool = |_| false,
        /// Given words and a position: whether the word there says that nobody knows what follows, "unclear whether".
        is_unknown: fn(&[Token], usize) -> bool = |_, _| false,
        /// Words after which a clause is left open: "whether it held".
        open: List,
        /// Given a cue: whether it tells of something still to be said, "will say".
        is_to_come: fn(&[Token]) -> bool = |_| false,
        /// Given a cue and a position: whether the word there adds nothing to another verb of the cue, "likes to say".
        is_idle: fn(&[Token], usize) -> bool = |_, _| false,
        /// How verbs begin whose content is wanted even where it is quoted: "'Love it,' he promised".
        wanting: List,
        /// How verbs begin that demand with a word of `demands` and state without: "called for calm", "called it calm".
        calling: List,
        /// The words that make such a verb demand: "for".
        demands: List,
        /// Verbs whose infinitive is stated, not wanted: "claims to be".
        stating: List,
        /// Words that begin a question told: "asked why it fell".
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
