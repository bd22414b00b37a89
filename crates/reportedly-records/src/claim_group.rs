use reportedly_core::relations::{Document, Relations};
use reportedly_core::text::Spans;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::time::When;
use reportedly_core::trace::{Carrier, Drift, Group, Stretch, Wording};
use serde::{Deserialize, Serialize};

use crate::carrier::{CarrierRow, Difference, Origin};
use crate::verdict::{told, verdict};
use crate::{Place, hash};

/// One content and the documents that carry it: how far it went, and what it goes back to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimGroup {
    /// A hash of the carriers and their places.
    pub group_id: String,
    /// What the trace comes to, in one sentence.
    #[serde(default)]
    pub verdict: String,
    /// The content in its first known wording.
    #[serde(default)]
    pub words: String,
    /// Documents that carry it.
    pub pages: u32,
    /// Documents among them that are not copies, cuts or rewrites of each other.
    pub texts: u32,
    /// Owners of the outlets; at least 1.
    pub publishers: u32,
    /// Sources that the texts go back to.
    pub origins: u32,
    /// The document with the earliest stated date; `null` where none states one.
    pub first_known: Option<FirstKnown>,
    /// The sources that the texts go back to, one by one.
    pub went_back_to: Vec<Origin>,
    /// The documents, by stated date; those without one last.
    pub carriers: Vec<CarrierRow>,
    /// How the sourcing changed on the way.
    pub drift: Vec<DriftRow>,
}

/// The first known appearance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstKnown {
    /// The document.
    pub doc_id: String,
    /// Its date, as stated.
    pub published_at: String,
    /// Where the date was found.
    pub published_at_method: String,
}

/// A change of the sourcing from one document to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriftRow {
    /// hedge_dropped, stated_as_fact or source_named.
    pub kind: String,
    /// The document that has the fuller sourcing, or the unnamed source.
    pub from_doc: String,
    /// The document where it changed.
    pub to_doc: String,
    /// The words that went, or the name that came.
    pub words: String,
    /// Whether it is known which of the two came first.
    pub direction_known: bool,
}

/// The rows of the table `claim_groups`.
///
/// `relations` are those of these documents, in this order.
///
/// ```
/// use reportedly::trace::Statement;
/// use reportedly::{Document, Engine, ReadOptions, RelateOptions, relate};
/// use reportedly_records::claim_groups;
///
/// let said = "\u{201c}The pier of Velmouth will stay open all winter, whatever the sea may bring,\u{201d}";
/// let engine = Engine::new(ReadOptions::default());
/// let reads = ["said Mara Hale.", "Hale said."].map(|by| engine.read_text(format!("{said} {by}")));
/// let statements = [0, 1].map(|i| [Statement::of("1", &reads[i].article, &reads[i].reading.claims[0])]);
/// let documents = [("quay", 0), ("post", 1)]
///     .map(|(id, i)| Document { id, article: &reads[i].article, statements: &statements[i] });
/// let rows = claim_groups(&documents, &relate(&documents, &RelateOptions::default()));
/// assert_eq!((rows[0].pages, rows[0].carriers[0].doc_id.as_str()), (2, "quay"));
/// ```
pub fn claim_groups(documents: &[Document], relations: &Relations) -> Vec<ClaimGroup> {
    let offsets: Vec<Offsets> = documents.iter().map(|d| Offsets::new(&d.article.text)).collect();
    relations.groups.iter().map(|group| row(documents, &offsets, group)).collect()
}

fn row(documents: &[Document], offsets: &[Offsets], group: &Group) -> ClaimGroup {
    let mut carriers: Vec<CarrierRow> =
        group.carriers.iter().map(|c| carrier(documents, offsets, c)).collect();
    let words = carriers.get(group.first).map(|c| c.place.text.clone()).unwrap_or_default();
    // it counts the carriers as they came
    let drift = group.drift.iter().map(|d| drift(&carriers, d)).collect();
    let mut dated: Vec<_> =
        group.carriers.iter().map(|c| stated(&documents[c.number as usize])).zip(carriers).collect();
    dated.sort_by_key(|(when, _)| (when.is_none(), *when));
    carriers = dated.into_iter().map(|(_, carrier)| carrier).collect();
    let went_back_to: Vec<Origin> = group
        .origins
        .iter()
        .map(|o| Origin {
            kind: o.kind.name().to_owned(),
            name: o.name.as_deref().map(bare),
            texts: o.texts.clone(),
        })
        .collect();
    ClaimGroup {
        group_id: group_id(&carriers),
        verdict: verdict(&carriers, &went_back_to, group.counts.pages),
        words,
        pages: group.counts.pages,
        texts: group.counts.texts,
        publishers: group.counts.publishers,
        origins: group.counts.origins,
        first_known: group.first_known.and_then(|n| first_known(&documents[n as usize])),
        went_back_to,
        drift,
        carriers,
    }
}

fn stated(document: &Document) -> Option<When> {
    document.article.metadata.published.as_ref().filter(|date| !date.guess).map(|d| d.value.when())
}

fn first_known(document: &Document) -> Option<FirstKnown> {
    let date = document.article.metadata.published.as_ref()?;
    Some(FirstKnown {
        doc_id: document.id.to_owned(),
        published_at: date.value.value(),
        published_at_method: date.method.clone().into_owned(),
    })
}

fn carrier(documents: &[Document], offsets: &[Offsets], carrier: &Carrier) -> CarrierRow {
    let document = &documents[carrier.number as usize];
    let (start, end) = offsets[carrier.number as usize].code_points(carrier.span);
    let statement = carrier.statement.and_then(|s| document.statements.get(s));
    let words = |spans: &Spans| {
        let pieces = spans.pieces().iter().map(|&p| document.article.text.get(p));
        pieces.collect::<Vec<_>>().join(" … ")
    };
    let known = |words: String| Some(bare(&words)).filter(|words| !words.is_empty());
    let mut row = CarrierRow {
        doc_id: document.id.to_owned(),
        claim_id: statement.map(|s| s.id.clone()),
        place: Place { start, end, text: document.article.text.get(carrier.span).to_owned() },
        independent_text: carrier.text,
        presented_as: carrier.presented.name().to_owned(),
        told: String::new(),
        source: statement.and_then(|s| known(words(&s.source))),
        source_name: statement.and_then(|s| s.source_name.as_deref()).map(bare),
        source_kind: statement.and_then(|s| s.kind).map(|k| k.name().to_owned()),
        source_naming: statement.map(|s| s.naming.name().to_owned()),
        cue: statement.and_then(|s| s.cue).map(|cue| bare(document.article.text.get(cue))),
        origin: carrier.origin,
        wording: Wording::of(&carrier.wording).name().to_owned(),
        differences: carrier.wording.iter().map(difference).collect(),
    };
    row.told = told(&row);
    row
}

/// "the mate, Ilse Rahm," without its last comma.
fn bare(words: &str) -> String {
    words.trim_matches([' ', ',', '\n']).to_owned()
}

fn difference(stretch: &Stretch) -> Difference {
    Difference { words: stretch.words.clone(), stands: stretch.stands.name().to_owned() }
}

fn drift(carriers: &[CarrierRow], drift: &Drift) -> DriftRow {
    let doc = |i: usize| carriers.get(i).map(|c| c.doc_id.clone()).unwrap_or_default();
    DriftRow {
        kind: drift.kind.name().to_owned(),
        from_doc: doc(drift.from),
        to_doc: doc(drift.to),
        words: drift.words.clone(),
        direction_known: drift.known,
    }
}

fn group_id(carriers: &[CarrierRow]) -> String {
    let mut places: Vec<String> =
        carriers.iter().map(|c| format!("{} {}-{}", c.doc_id, c.place.start, c.place.end)).collect();
    places.sort();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    hash::short(hash::of_parts(&places))
}
