use crate::language::Pronouns;
use crate::tokens::List;

pub const PRONOUNS: Pronouns = Pronouns { male: List::new(&["he", "him", "himself", "his"]) };
