use reportedly_core::relations::{Document, Relations};
use reportedly_core::reuse::{Kind, Passage};
use reportedly_core::text::offsets::Offsets;
use serde::{Deserialize, Serialize};

/// One passage that two documents share. Offsets are code points, the end not included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reuse {
    /// The `doc_id` of the one.
    pub doc_a: String,
    /// Where the passage begins in it.
    pub begin_a: u32,
    /// Where it ends.
    pub end_a: u32,
    /// The `doc_id` of the other.
    pub doc_b: String,
    /// Where the passage begins in it.
    pub begin_b: u32,
    /// Where it ends.
    pub end_b: u32,
    /// copy, cut, rewrite, same_quote or boilerplate.
    pub kind: String,
    /// Words that agree, of the words of the longer side: 0 to 1.
    pub similarity: f64,
    /// a_to_b, b_to_a or unknown.
    pub direction: String,
    /// What speaks for the direction, in the words of the documents; empty where nothing does.
    pub evidence: Vec<String>,
}

/// The rows of the table `reuse`: one a passage; pairs first, then boilerplate with where it stood first.
///
/// `relations` are those of these documents, in this order.
///
/// ```
/// use reportedly::{Article, Document, RelateOptions, relate};
/// use reportedly_records::reuse_rows;
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let articles = [news.to_owned(), format!("{news}, a year late")].map(Article::from_text);
/// let documents =
///     [("quay", 0), ("post", 1)].map(|(id, i)| Document { id, article: &articles[i], statements: &[] });
/// let rows = reuse_rows(&documents, &relate(&documents, &RelateOptions::default()));
/// assert_eq!((rows.len(), rows[0].begin_a, rows[0].end_a), (1, 0, news.len() as u32));
/// ```
pub fn reuse_rows(documents: &[Document], relations: &Relations) -> Vec<Reuse> {
    let offsets: Vec<Offsets> = documents.iter().map(|d| Offsets::new(&d.article.text)).collect();
    let row = |a: usize, b: usize, passage: &Passage, kind: Kind| {
        let (begin_a, end_a) = offsets[a].code_points(passage.a);
        let (begin_b, end_b) = offsets[b].code_points(passage.b);
        Reuse {
            doc_a: documents[a].id.to_owned(),
            begin_a,
            end_a,
            doc_b: documents[b].id.to_owned(),
            begin_b,
            end_b,
            kind: kind.name().to_owned(),
            similarity: (f64::from(passage.similarity) * 1000.0).round() / 1000.0,
            direction: "unknown".to_owned(),
            evidence: Vec::new(),
        }
    };
    let mut rows = Vec::new();
    for related in &relations.pairs {
        let direction = related.pair.direction.name();
        rows.extend(related.pair.passages.iter().map(|(passage, kind)| Reuse {
            direction: direction.to_owned(),
            evidence: related.pair.evidence.clone(),
            ..row(related.a, related.b, passage, *kind)
        }));
    }
    for lines in &relations.boilerplate {
        rows.extend(lines.passages.iter().map(|passage| row(lines.a, lines.b, passage, Kind::Boilerplate)));
    }
    rows
}
