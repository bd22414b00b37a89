use crate::attribution::Attribution;
use crate::text::Span;

/// Which claim holds which words.
#[derive(Debug)]
pub struct Holders {
    /// Pieces of contents by where they start: the piece, how long its content is, the position of the claim.
    pieces: Vec<(Span, u32, usize)>,
    /// Of each piece, the farthest end of it and of those before it: farther back nobody needs to look.
    reach: Vec<u32>,
}

impl Holders {
    /// Of these claims.
    pub fn new(attributions: &[&Attribution]) -> Self {
        let size = |a: &Attribution| a.content.pieces().iter().map(|piece| piece.len()).sum::<u32>();
        let of = |(i, a): (usize, &&Attribution)| {
            let size = size(a);
            a.content.pieces().iter().map(move |piece| (*piece, size, i)).collect::<Vec<_>>()
        };
        let mut pieces: Vec<_> = attributions.iter().enumerate().flat_map(of).collect();
        pieces.sort_by_key(|(piece, ..)| piece.start());
        let reach = pieces.iter().scan(0, |far, (piece, ..)| {
            *far = piece.end().max(*far);
            Some(*far)
        });
        Self { reach: reach.collect(), pieces }
    }

    /// The innermost claim in whose content some words stand.
    pub fn of(&self, span: Span) -> Option<usize> {
        let before = self.pieces.partition_point(|(piece, ..)| piece.start() <= span.start());
        let near = (0..before).rev().take_while(|&i| self.reach[i] >= span.end()).map(|i| &self.pieces[i]);
        let holding = near.filter(|(piece, ..)| piece.contains(span));
        holding.min_by_key(|(_, size, claim)| (*size, *claim)).map(|(.., claim)| *claim)
    }
}
