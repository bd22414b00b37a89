use super::lexicon;
use crate::language::Verbs;

pub const VERBS: Verbs = Verbs { cues: lexicon(include_str!("cues.txt")) };
