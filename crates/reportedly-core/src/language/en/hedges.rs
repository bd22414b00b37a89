use crate::language::Hedges;
use crate::tokens::List;

pub const HEDGES: Hedges = Hedges { open: List::NONE };
