//! A form in which keys are kept: of each part how many numbers it has, and those, four little-endian bytes each.

use super::Keys;

impl Keys {
    /// The keys as bytes; [`Keys::of_bytes`] reads them.
    pub fn bytes(&self) -> Vec<u8> {
        let numbers =
            self.parts.iter().flat_map(|part| std::iter::once(part.len() as u32).chain(part.iter().copied()));
        numbers.flat_map(u32::to_le_bytes).collect()
    }

    /// The keys that were kept; `None` where the bytes are not those of keys.
    ///
    /// ```
    /// use reportedly_core::story::{Keys, Told};
    ///
    /// let keys = Keys::of(&Told { body: "The weir at Quenby held.", published: Some(-3), ..Told::default() });
    /// assert_eq!(Keys::of_bytes(&keys.bytes()), Some(keys));
    /// assert_eq!(Keys::of_bytes(&[9, 9, 9, 9]), None);
    /// ```
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (numbers, rest) = bytes.as_chunks::<4>();
        let numbers: Vec<u32> = numbers.iter().map(|n| u32::from_le_bytes(*n)).collect();
        let (mut out, mut rest) = (Self::default(), rest.is_empty().then_some(&numbers[..])?);
        for part in &mut out.parts {
            let (count, after) = rest.split_first()?;
            let (own, others) = after.split_at_checked(*count as usize)?;
            (*part, rest) = (own.to_vec(), others);
        }
        rest.is_empty().then_some(out)
    }
}
