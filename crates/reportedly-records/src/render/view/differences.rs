use super::{Piece, Style, piece};

/// Passages of more words than this are shown without marks.
const MOST: usize = 1_500;

/// Both sides, cut where they differ: longest common subsequence of words, without case and marks.
pub(super) fn differences(a: &str, b: &str) -> [Vec<Piece>; 2] {
    let (x, y) = (words(a), words(b));
    if x.len() > MOST || y.len() > MOST {
        return [vec![piece(Style::Plain, a)], vec![piece(Style::Plain, b)]];
    }
    let bare = |words: &[&str]| words.iter().map(|w| bare(w)).collect::<Vec<_>>();
    let (p, q) = (bare(&x), bare(&y));
    let best = lengths(&p, &q);
    let at = |i: usize, j: usize| best.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut left, mut right, mut i, mut j) = (Vec::new(), Vec::new(), 0, 0);
    while i < x.len() || j < y.len() {
        match (p.get(i), q.get(j)) {
            (Some(one), Some(other)) if one == other => {
                add(&mut left, x.get(i), Style::Plain);
                add(&mut right, y.get(j), Style::Plain);
                (i, j) = (i + 1, j + 1);
            }
            (Some(_), other) if other.is_none() || at(i + 1, j) >= at(i, j + 1) => {
                add(&mut left, x.get(i), Style::Struck);
                i += 1;
            }
            _ => {
                add(&mut right, y.get(j), Style::New);
                j += 1;
            }
        }
    }
    [left, right]
}

/// Words, each with the space behind it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

fn bare(word: &str) -> String {
    word.chars().filter(|c| !" \n\t“”\"'’.,;:".contains(*c)).flat_map(char::to_lowercase).collect()
}

/// How many words agree from each pair of places on.
fn lengths(p: &[String], q: &[String]) -> Vec<Vec<u16>> {
    let mut all = vec![vec![0_u16; q.len() + 1]];
    for one in p.iter().rev() {
        let below = all.last().cloned().unwrap_or_default();
        let mut row = vec![0; q.len() + 1];
        for (j, other) in q.iter().enumerate().rev() {
            let value = |row: &[u16], j: usize| row.get(j).copied().unwrap_or(0);
            let here = match one == other {
                true => value(&below, j + 1) + 1,
                false => value(&below, j).max(value(&row, j + 1)),
            };
            if let Some(cell) = row.get_mut(j) {
                *cell = here;
            }
        }
        all.push(row);
    }
    all.reverse();
    all
}

fn add(to: &mut Vec<Piece>, words: Option<&&str>, style: Style) {
    let words = words.copied().unwrap_or_default();
    match to.last_mut() {
        Some(last) if last.style == style => last.words.push_str(words),
        _ => to.push(piece(style, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Piece]) -> String {
        let one = |p: &Piece| match p.style {
            Style::Plain => p.words.clone(),
            _ => format!("[{}]", p.words),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn what_only_one_side_has_is_marked_and_nothing_is_lost() {
        let (a, b) =
            ("He had allegedly lent “money”, the Courier reported.", "He had lent money to a builder.");
        let [left, right] = differences(a, b);
        assert_eq!(marked(&left), "He had [allegedly ]lent “money”, [the Courier reported.]");
        assert_eq!(marked(&right), "He had lent money [to a builder.]");
        for (pieces, words) in [(left, a), (right, b)] {
            assert_eq!(pieces.iter().map(|p| p.words.as_str()).collect::<String>(), words);
        }
    }

    #[test]
    fn the_empty_and_the_endless() {
        assert_eq!(differences("", ""), [vec![], vec![]]);
        let long = "word ".repeat(MOST + 1);
        assert_eq!(
            differences(&long, "word"),
            [vec![piece(Style::Plain, long)], vec![piece(Style::Plain, "word")]]
        );
    }
}
