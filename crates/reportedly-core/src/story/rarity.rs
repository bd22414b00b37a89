//! How rare a word is in news, by a table that was counted once: what is rare never depends on what was added before.

/// Sorted entries of five bytes: a word's number in little-endian order, and how rare it is, of 255.
const TABLE: &[u8] = include_bytes!("../../weights/rarity.bin");
const ENTRY: usize = 5;

/// How rare a word is, by the number that [`reuse::keys`](crate::reuse::keys) gives it: 0 in every article, 1 in none or next to none.
pub(super) fn rarity(word: u32) -> f32 {
    let (entries, _) = TABLE.as_chunks::<ENTRY>();
    let number = |entry: &[u8; ENTRY]| u32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]);
    let at = entries.partition_point(|entry| number(entry) < word);
    match entries.get(at).filter(|entry| number(entry) == word) {
        Some(entry) => f32::from(entry[4]) / 255.0,
        None => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::keys;
    use crate::text::Text;

    #[test]
    fn common_words_are_not_rare() {
        let of = |word: &str| rarity(keys(&Text::new(word)).words()[0]);
        assert!(of("the") < 0.1 && of("police") < 0.3);
        assert!(of("harbour") > of("city"));
        assert_eq!(of("Quenbyshire"), 1.0);
    }

    #[test]
    fn the_table_is_sorted() {
        let (entries, rest) = TABLE.as_chunks::<ENTRY>();
        let number = |e: &[u8; ENTRY]| u32::from_le_bytes([e[0], e[1], e[2], e[3]]);
        assert!(rest.is_empty() && entries.len() > 5_000);
        assert!(entries.windows(2).all(|pair| number(&pair[0]) < number(&pair[1])));
    }
}
