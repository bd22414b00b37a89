//! The paragraphs of a document as they come, and what stands beside them.

/// What a paragraph is, by its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    #[default]
    Plain,
    Title,
    Heading,
    /// A line of a table of contents.
    Contents,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    pub text: String,
    pub style: Style,
}

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    Footnote,
    Endnote,
    Comment,
    Margin,
}

impl Aside {
    const ALL: [Self; 4] = [Self::Footnote, Self::Endnote, Self::Comment, Self::Margin];

    fn name(self) -> &'static str {
        match self {
            Self::Footnote => "footnote",
            Self::Endnote => "endnote",
            Self::Comment => "comment",
            Self::Margin => "page header or footer",
        }
    }
}

/// The paragraphs so far. One may begin within another, as in a text box.
#[derive(Debug, Default)]
pub struct Body {
    done: Vec<Paragraph>,
    open: Vec<Paragraph>,
    /// The end of this paragraph was deleted: the next one goes on with it.
    pub joins_next: bool,
    joined: Option<Paragraph>,
    /// What stands beside, and at which paragraph; its words are counted apart.
    asides: Vec<(Aside, usize)>,
    words: Vec<(Aside, usize)>,
}

impl Body {
    pub fn begin(&mut self) {
        self.open.push(self.joined.take().unwrap_or_default());
    }

    pub fn style(&mut self, style: Style) {
        if let Some(open) = self.open.last_mut() {
            open.style = style;
        }
    }

    pub fn push(&mut self, words: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(words);
        }
    }

    pub fn end(&mut self) {
        let joins = std::mem::take(&mut self.joins_next);
        let Some(mut done) = self.open.pop() else { return };
        if joins {
            self.joined = Some(done);
            return;
        }
        done.text = squeezed(&done.text);
        if !done.text.is_empty() && done.style != Style::Contents {
            self.done.push(done);
        }
    }

    /// Something stands beside at this place.
    pub fn refer(&mut self, aside: Aside) {
        self.asides.push((aside, self.done.len() + 1));
    }

    /// So many words stand beside.
    pub fn count(&mut self, aside: Aside, words: usize) {
        self.words.push((aside, words));
    }

    /// The paragraphs, and what was left out in words: "2 footnotes with 35 words were left out (paragraphs 3 and 7)."
    pub fn finish(mut self) -> (Vec<Paragraph>, Vec<String>) {
        self.open.extend(self.joined.take());
        while !self.open.is_empty() {
            self.end();
        }
        let left_out = Aside::ALL.iter().filter_map(|aside| self.said(*aside)).collect();
        (self.done, left_out)
    }

    fn said(&self, aside: Aside) -> Option<String> {
        let words: usize = self.words.iter().filter(|(a, _)| *a == aside).map(|(_, n)| n).sum();
        let mut at: Vec<usize> = self.asides.iter().filter(|(a, _)| *a == aside).map(|(_, at)| *at).collect();
        if words == 0 {
            return None;
        }
        let many = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let what = match at.len() {
            0 => format!("Text in a {}", aside.name()),
            n => many(n, aside.name()),
        };
        let were = if at.len() > 1 { "were" } else { "was" };
        at.dedup();
        let more = if at.len() > 5 { ", …" } else { "" };
        let places: Vec<String> = at.iter().take(5).map(usize::to_string).collect();
        let place = match places.len() {
            0 => String::new(),
            1 => format!(", at paragraph {}", places[0]),
            _ => format!(", at paragraphs {}{more}", places.join(", ")),
        };
        Some(format!("{what} ({}) {were} left out{place}.", many(words, "word")))
    }
}

/// Each line without blanks beyond one between words; lines without words fall away.
pub fn squeezed(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
