//! From a place where two texts agree to the whole stretch that they share.

/// Words that one side may have more than the other, or other words, before the stretch ends.
const SKIP: usize = 6;
/// Words that must agree after a gap.
const AGREE: usize = 3;

/// `len` words that agree, from word `a` of one text and word `b` of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// First word in the one text.
    pub a: u32,
    /// First word in the other.
    pub b: u32,
    /// How many words.
    pub len: u32,
}

/// The runs around a seed, in order: from the seed to the end of `a` and `b`, and back to their beginning.
pub(crate) fn extend(a: &[u32], b: &[u32], i: usize, j: usize) -> Vec<Run> {
    let mut runs = Vec::new();
    let back = |x: usize, y: usize| a.get(i.wrapping_sub(x + 1)) == b.get(j.wrapping_sub(y + 1));
    grow(back, i, j, |x, y, len| {
        runs.push(Run { a: (i - x - len) as u32, b: (j - y - len) as u32, len: len as u32 });
    });
    runs.reverse();
    grow(
        |x, y| a.get(i + x) == b.get(j + y),
        a.len() - i,
        b.len() - j,
        |x, y, len| {
            push(&mut runs, Run { a: (i + x) as u32, b: (j + y) as u32, len: len as u32 });
        },
    );
    runs
}

/// Adds a run, joined to the last one where it goes on from it.
pub(super) fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        Some(last) if last.a + last.len == run.a && last.b + last.len == run.b => last.len += run.len,
        _ => runs.push(run),
    }
}

/// Walks along both texts while they agree, over small gaps.
fn grow(
    equal: impl Fn(usize, usize) -> bool,
    most_x: usize,
    most_y: usize,
    mut found: impl FnMut(usize, usize, usize),
) {
    let (mut x, mut y) = (0, 0);
    loop {
        let mut len = 0;
        while x + len < most_x && y + len < most_y && equal(x + len, y + len) {
            len += 1;
        }
        if len > 0 {
            found(x, y, len);
        }
        (x, y) = (x + len, y + len);
        match gap(&equal, most_x - x, most_y - y, x, y) {
            Some((dx, dy)) => (x, y) = (x + dx, y + dy),
            None => return,
        }
    }
}

/// The smallest gap after which the texts agree again.
fn gap(
    equal: &impl Fn(usize, usize) -> bool,
    left_x: usize,
    left_y: usize,
    x: usize,
    y: usize,
) -> Option<(usize, usize)> {
    let agree = |dx: usize, dy: usize, n: usize| {
        dx + n <= left_x && dy + n <= left_y && (0..n).all(|k| equal(x + dx + k, y + dy + k))
    };
    for most in 1..=SKIP {
        // one word for another is the commonest edit: two words after it are enough
        if agree(most, most, if most == 1 { 2 } else { AGREE }) {
            return Some((most, most));
        }
        for less in (0..most).rev() {
            if agree(most, less, AGREE) {
                return Some((most, less));
            }
            if agree(less, most, AGREE) {
                return Some((less, most));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_goes_over_small_edits_in_both_directions() {
        let a = [9, 1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22];
        let b = [1, 2, 3, 4, 77, 6, 7, 8, 50, 51, 20, 21, 22, 23];
        let run = |a, b, len| Run { a, b, len };
        assert_eq!(extend(&a, &b, 6, 5), [run(1, 0, 4), run(6, 5, 3), run(9, 10, 3)]);
    }

    #[test]
    fn borders_are_no_match() {
        assert_eq!(extend(&[1, 2], &[1, 2], 0, 0), [Run { a: 0, b: 0, len: 2 }]);
        assert_eq!(extend(&[1, 2], &[1, 2], 1, 1), [Run { a: 0, b: 0, len: 2 }]);
        assert!(extend(&[], &[], 0, 0).is_empty());
    }
}
