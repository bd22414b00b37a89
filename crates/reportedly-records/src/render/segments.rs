use crate::{Place, Record};

/// The role of a stretch of text in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Content,
    Source,
    Cue,
}

/// A stretch of text within which no mark begins or ends.
#[derive(Debug)]
pub(super) struct Segment<'r> {
    /// The words.
    pub text: &'r str,
    /// The claims (positions in the record) that it belongs to, outermost first.
    pub roles: Vec<(usize, Role)>,
    /// The claims of which a piece of content begins here; true where it is the first.
    pub begins: Vec<(usize, bool)>,
    /// How many pieces of content end with it.
    pub ends: usize,
}

/// One mark: where, what, of which claim, and whether it is the first piece.
struct Mark {
    start: usize,
    end: usize,
    claim: usize,
    role: Role,
    first: bool,
}

/// The text cut at every boundary of a mark and at every line end, in one pass.
pub(super) fn segments(record: &Record) -> Vec<Segment<'_>> {
    let bytes: Vec<usize> = record.text.char_indices().map(|(i, _)| i).chain([record.text.len()]).collect();
    let mut marks = marks(record, &bytes);
    marks.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end), m.role, m.claim));
    let mut borders: Vec<usize> = marks.iter().flat_map(|m| [m.start, m.end]).collect();
    borders.extend(record.text.match_indices('\n').flat_map(|(i, _)| [i, i + 1]));
    borders.extend([0, record.text.len()]);
    borders.sort_unstable();
    borders.dedup();
    let (mut open, mut next) = (Vec::<&Mark>::new(), 0);
    let mut out = Vec::with_capacity(borders.len());
    for pair in borders.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|m| m.end > start);
        let new = next + marks[next..].iter().take_while(|m| m.start <= start).count();
        open.extend(&marks[next..new]);
        let content = |m: &&&Mark| m.role == Role::Content;
        let begins = open.iter().filter(content).filter(|m| m.start == start);
        out.push(Segment {
            text: &record.text[start..end],
            begins: begins.map(|m| (m.claim, m.first)).collect(),
            ends: open.iter().filter(content).filter(|m| m.end == end).count(),
            roles: open.iter().map(|m| (m.claim, m.role)).collect(),
        });
        next = new;
    }
    out
}

fn marks(record: &Record, bytes: &[usize]) -> Vec<Mark> {
    let mut out = Vec::new();
    for (claim, c) in record.claims.iter().enumerate() {
        let mut add = |places: &[Place], role| {
            for (i, p) in places.iter().enumerate() {
                let borders = (bytes.get(p.start as usize), bytes.get(p.end as usize));
                if let (Some(&start), Some(&end)) = borders
                    && start < end
                {
                    out.push(Mark { start, end, claim, role, first: i == 0 });
                }
            }
        };
        add(&c.content, Role::Content);
        add(&c.source, Role::Source);
        add(c.cue.as_slice(), Role::Cue);
    }
    out
}
