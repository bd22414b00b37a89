/// Reads digits off the front.
pub(super) struct Digits<'s>(pub &'s str);

impl Digits<'_> {
    pub(super) fn number(&mut self, min: usize, max: usize) -> Option<u32> {
        let n = self.0.bytes().take(max).take_while(u8::is_ascii_digit).count();
        let (head, tail) = (n >= min).then(|| self.0.split_at(n))?;
        self.0 = tail;
        head.parse().ok()
    }

    pub(super) fn skip(&mut self, any: &[char]) -> bool {
        let next = self.0.strip_prefix(any);
        self.0 = next.unwrap_or(self.0);
        next.is_some()
    }
}
