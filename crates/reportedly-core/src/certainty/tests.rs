use super::cue::CUES;
use super::stance::STANCES;

#[test]
fn the_lists_are_sorted() {
    assert!(CUES.is_sorted() && STANCES.is_sorted());
}
