//! What the spelling of a whole text tells of a word.

use std::collections::HashSet;

use crate::tokens::{Token, Tokens};

/// Which words of a text have capitals, and where.
pub struct Spelling<'a> {
    small: HashSet<&'a str>,
    capital: HashSet<&'a str>,
}

impl<'a> Spelling<'a> {
    /// Looks at all words of a text.
    pub fn new(tokens: &'a Tokens) -> Self {
        let all = &tokens.all;
        let due = |t: &&Token| t.first || t.headline;
        Self {
            small: all.iter().filter(|t| !t.capital).map(Token::low).collect(),
            capital: all.iter().filter(|t| t.capital && !due(t)).map(Token::low).collect(),
        }
    }

    /// Whether a word stands somewhere without a capital.
    pub fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// Whether a word has a capital somewhere where none is due.
    pub fn is_name(&self, word: &str) -> bool {
        self.capital.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use crate::language::en::ENGLISH;

    #[test]
    fn a_capital_where_a_sentence_begins_tells_nothing() {
        let text = Text::new("Stone fell on Norport. Harbour Road was closed, and the stone was cleared.");
        let tokens = Tokens::new(&text, &ENGLISH.division);
        let spelling = Spelling::new(&tokens);
        assert!(spelling.is_small("stone") && !spelling.is_name("stone"));
        assert!(spelling.is_name("norport") && !spelling.is_small("norport"));
        assert!(!spelling.is_name("harbour"));
    }
}
