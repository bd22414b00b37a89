use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::Words;

/// In which of the two articles words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum On {
    /// In both.
    Both,
    /// Only in the first.
    A,
    /// Only in the second.
    B,
}

/// Words that follow one another and stand in both articles, or in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Where they stand.
    pub on: On,
    /// The words; of those in both as the first has them.
    pub text: String,
    /// As the second has them, where its quotation marks or its white space are others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_b: Option<String>,
}

impl Run {
    /// Words that stand on one side only, or are the same on both.
    pub(super) fn new(on: On, text: String) -> Self {
        Self { on, text, text_b: None }
    }

    /// The words as the first article has them, if it has them.
    pub fn in_a(&self) -> Option<&str> {
        (self.on != On::B).then_some(self.text.as_str())
    }

    /// The words as the second article has them, if it has them.
    pub fn in_b(&self) -> Option<&str> {
        (self.on != On::A).then(|| self.text_b.as_deref().unwrap_or(&self.text))
    }
}

/// A stretch of both texts: what each has alone, then what they have in common.
struct Step {
    only: [Range<usize>; 2],
    both: [Range<usize>; 2],
}

/// What two stretches of tokens have in common and what not. `same` is told of each pair of equal tokens.
pub(super) fn runs(
    [a, b]: [&Words; 2],
    [in_a, in_b]: [Range<usize>; 2],
    mut same: impl FnMut(usize, usize),
) -> Vec<Run> {
    let found = capture_diff_slices(Algorithm::Myers, &a.exact(in_a.clone()), &b.exact(in_b.clone()));
    let mut out = Vec::new();
    for step in steps(&found, [in_a.start, in_b.start], [in_a.end, in_b.end]) {
        step.both[0].clone().zip(step.both[1].clone()).for_each(|(i, j)| same(i, j));
        let first = out.is_empty();
        step.write([a, b], first, &mut out);
    }
    out
}

fn steps(found: &[DiffOp], start: [usize; 2], end: [usize; 2]) -> Vec<Step> {
    let mut out = Vec::new();
    let mut at = start;
    for op in found.iter().filter(|op| matches!(op, DiffOp::Equal { .. })) {
        let both = [shifted(op.old_range(), start[0]), shifted(op.new_range(), start[1])];
        out.push(Step { only: [at[0]..both[0].start, at[1]..both[1].start], both: both.clone() });
        at = [both[0].end, both[1].end];
    }
    out.push(Step { only: [at[0]..end[0], at[1]..end[1]], both: end.map(|end| end..end) });
    out
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

impl Step {
    /// Writes it down so that each side reads as it is written, and both in one read well, too: white space
    /// that both have before the change stands before it, that of one behind the change is part of it.
    fn write(&self, words: [&Words; 2], first: bool, out: &mut Vec<Run>) {
        let mut behind = [0, 1].map(|side| self.space(words, side, &self.both[side], first));
        let before = [0, 1].map(|side| match self.only[side].is_empty() {
            true => behind[side],
            false if first => "",
            false => self.space(words, side, &self.only[side], false),
        });
        let changed = self.only.iter().any(|only| !only.is_empty());
        let shared = changed && before.iter().all(|space| !space.is_empty());
        if shared {
            push(out, On::Both, before[0], before[1]);
        }
        let mut own = [String::new(), String::new()];
        for side in [0, 1] {
            match self.only[side].is_empty() {
                true if shared => behind[side] = "",
                true => {}
                false if shared => {}
                false => own[side].push_str(before[side]),
            }
            own[side].push_str(&words[side].text(self.only[side].clone()));
        }
        for side in [0, 1] {
            if !own[side].is_empty() && behind[1 - side].is_empty() {
                own[side].push_str(behind[side]);
                behind[side] = "";
            }
        }
        push(out, On::A, &own[0], "");
        push(out, On::B, &own[1], "");
        let both = [0, 1].map(|side| behind[side].to_owned() + &words[side].text(self.both[side].clone()));
        push(out, On::Both, &both[0], &both[1]);
    }

    /// The white space before a stretch of one side, which has none where it is empty or the first.
    fn space<'t>(&self, words: [&Words<'t>; 2], side: usize, of: &Range<usize>, first: bool) -> &'t str {
        match of.is_empty() || (first && self.only[side].is_empty()) {
            true => "",
            false => words[side].tokens.get(of.start).map_or("", |t| t.space),
        }
    }
}

/// Adds words, to the last run where they stand where its words do.
fn push(out: &mut Vec<Run>, on: On, text: &str, text_b: &str) {
    if text.is_empty() && text_b.is_empty() {
        return;
    }
    let other = (on == On::Both && text != text_b).then(|| text_b.to_owned());
    match out.last_mut().filter(|last| last.on == on) {
        Some(last) => {
            if other.is_some() || last.text_b.is_some() {
                let whole = last.in_b().unwrap_or_default().to_owned() + other.as_deref().unwrap_or(text);
                last.text_b = Some(whole);
            }
            last.text.push_str(text);
        }
        None => out.push(Run { on, text: text.to_owned(), text_b: other }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Numbers;
    use super::*;

    fn compared(a: &str, b: &str) -> Vec<Run> {
        let mut numbers = Numbers::default();
        let words = [a, b].map(|text| Words::new(text, &mut numbers));
        let all = [0, 1].map(|side: usize| 0..words[side].tokens.len());
        let found = runs([&words[0], &words[1]], all, |_, _| ());
        // nothing is lost, nothing is invented
        assert_eq!(found.iter().filter_map(Run::in_a).collect::<String>(), a);
        assert_eq!(found.iter().filter_map(Run::in_b).collect::<String>(), b);
        found
    }

    /// Both in one: `[-only in the first-]`, `[+only in the second+]`.
    fn marked(a: &str, b: &str) -> String {
        let one = |run: &Run| match run.on {
            On::Both => run.text.clone(),
            On::A => format!("[-{}-]", run.text),
            On::B => format!("[+{}+]", run.text),
        };
        compared(a, b).iter().map(one).collect()
    }

    #[test]
    fn a_change_of_a_point_an_apostrophe_or_a_capital_is_marked() {
        assert_eq!(marked("It cost 1.5 million.", "It cost 15 million."), "It cost [-1.5-][+15+] million.");
        assert_eq!(marked("We're late", "Were late"), "[-We're-][+Were+] late");
        assert_eq!(marked("in the March", "in the march"), "in the [-March-][+march+]");
        assert_eq!(marked("yes, he said", "yes he said"), "yes[-,-] he said");
    }

    #[test]
    fn quotation_marks_that_were_added_are_marked_and_nothing_beside_them() {
        assert_eq!(marked("He was late today.", "He was “late” today."), "He was [+“+]late[+”+] today.");
        assert_eq!(marked("“Late,” he said.", "Late, he said."), "[-“-]Late,[-”-] he said.");
        assert_eq!(marked("the (old) hall", "the old hall"), "the [-(-]old[-)-] hall");
    }

    #[test]
    fn curly_and_straight_marks_and_white_space_are_the_same() {
        for (a, b) in
            [("“We’re” so", "\"We're\" so"), ("one  two\u{a0}three", "one two\nthree"), ("so ,", "so,")]
        {
            assert_eq!(marked(a, b), a);
        }
        assert_eq!(compared("a ‘b’", "a 'b'")[0].text_b.as_deref(), Some("a 'b'"));
    }

    #[test]
    fn words_that_come_or_go_take_their_white_space_along() {
        assert_eq!(marked("He had lent it.", "He lent it."), "He [-had -]lent it.");
        assert_eq!(marked("he lent it", "Once he lent it"), "[+Once +]he lent it");
        assert_eq!(marked("lent money.", "lent money to him."), "lent money[+ to him+].");
        assert_eq!(marked("one two", "three four"), "[-one two-][+three four+]");
        assert_eq!(marked("word he", "word—he"), "word[+—+] he");
        assert_eq!(marked("", "new"), "[+new+]");
        assert_eq!(marked("", ""), "");
    }
}
