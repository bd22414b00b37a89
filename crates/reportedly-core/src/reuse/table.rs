//! From a shingle to the place where it first stood: open addressing, eight bytes a slot.

/// Places by the low half of a shingle's hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Half a hash and a place + 1; 0 is an empty slot.
    slots: Vec<(u32, u32)>,
    used: usize,
}

impl Table {
    /// The places that may hold this shingle; the caller compares the words.
    pub fn find(&self, shingle: u64) -> impl Iterator<Item = u32> {
        let (half, mask) = (shingle as u32, self.slots.len().wrapping_sub(1));
        (0..self.slots.len())
            .map(move |k| self.slots[(half as usize).wrapping_add(k) & mask])
            .take_while(|slot| slot.1 != 0)
            .filter(move |slot| slot.0 == half)
            .map(|slot| slot.1 - 1)
    }

    /// Whether a shingle's slot is taken: if not, there is no place for it. Looking at all slots of an article
    /// first lets the memory fetch them side by side.
    pub fn may_have(&self, shingle: u64) -> bool {
        let mask = self.slots.len().wrapping_sub(1);
        self.slots.get(shingle as u32 as usize & mask).is_some_and(|slot| slot.1 != 0)
    }

    /// Keeps a place, less than `u32::MAX`, for a shingle.
    pub fn insert(&mut self, shingle: u64, place: u32) {
        if self.used * 4 >= self.slots.len() * 3 {
            let double = vec![(0, 0); (self.slots.len() * 2).max(1024)];
            let old = std::mem::replace(&mut self.slots, double);
            old.into_iter().filter(|slot| slot.1 != 0).for_each(|slot| self.put(slot));
        }
        self.put((shingle as u32, place.saturating_add(1)));
        self.used += 1;
    }

    fn put(&mut self, slot: (u32, u32)) {
        let mask = self.slots.len() - 1;
        let mut at = slot.0 as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_again() {
        let mut table = Table::default();
        assert_eq!(table.find(7).next(), None);
        let hash = |i: u32| u64::from(i).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (0..5000).for_each(|i| table.insert(hash(i), i));
        assert!((0..5000).all(|i| table.find(hash(i)).any(|place| place == i)));
        table.insert(hash(3), 9000);
        assert_eq!(table.find(hash(3)).filter(|&p| p == 3 || p == 9000).count(), 2);
    }
}
