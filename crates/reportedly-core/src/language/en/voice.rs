use super::lexicon;
use crate::language::Voice;

pub const VOICE: Voice =
    Voice { frames: lexicon(include_str!("frames.txt")), judging: lexicon(include_str!("judging.txt")) };
