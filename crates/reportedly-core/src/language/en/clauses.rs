use super::inflection::IRREGULAR;
use crate::language::Clauses;

pub const CLAUSES: Clauses = Clauses { irregular: IRREGULAR };
