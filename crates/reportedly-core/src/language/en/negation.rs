use crate::language::Negation;
use crate::tokens::List;

pub const NEGATION: Negation = Negation { words: List::new(&["never", "not"]) };
