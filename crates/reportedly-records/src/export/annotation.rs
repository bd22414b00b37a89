use serde_json::{Value, json};

use super::{claim_iri, document_iri};
use crate::{Claim, Place, Record};

/// How many characters of the text are given before and after the words that an annotation quotes.
const CONTEXT: usize = 32;

/// A page of annotations (W3C Web Annotation Data Model, 2017), one a claim. Each piece of a content is a
/// target with a TextQuoteSelector and, refining nothing, a TextPositionSelector beside it; positions are
/// code points of the record's text, as the model has them.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::annotation};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let json = annotation(&Record::new(&read.article, &read.reading, false));
/// assert_eq!((&json["type"], &json["total"]), (&"AnnotationCollection".into(), &1.into()));
/// ```
pub fn annotation(record: &Record) -> Value {
    let text: Vec<char> = record.text.chars().collect();
    let items: Vec<Value> = record.claims.iter().map(|claim| one(record, &text, claim)).collect();
    json!({
        // our own part is a value, not more statements: its names mean other things in the context above
        "@context": ["http://www.w3.org/ns/anno.jsonld", {
            "@version": 1.1,
            "reportedly": "urn:reportedly:",
            "reportedly:claim": { "@id": "urn:reportedly:claim", "@type": "@json" },
        }],
        "id": format!("urn:reportedly:{}", record.text_sha256),
        "type": "AnnotationCollection",
        "label": record.title,
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    })
}

fn one(record: &Record, text: &[char], claim: &Claim) -> Value {
    let iri = document_iri(record);
    let target = |place: &Place| target(&iri, text, place);
    let targets: Vec<Value> = claim.content.iter().map(target).collect();
    let s = &claim.sourcing;
    json!({
        "id": claim_iri(record, claim),
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": told(claim),
        },
        "target": targets,
        "reportedly:claim": {
            "claim_id": claim.claim_id,
            "source": claim.source,
            "source_name": s.source_name,
            "source_kind": s.source_kind,
            "cue": claim.cue,
            "mode": claim.mode,
            "certainty": s.certainty,
            "polarity": s.polarity,
            "stance": s.stance,
            "unasserted": s.unasserted,
            "hedge": s.hedge,
            "confidence": claim.confidence,
            "method": claim.method,
        },
    })
}

fn told(claim: &Claim) -> String {
    let status = claim.status().map(|status| format!(" Status: {status}.")).unwrap_or_default();
    match &claim.cue {
        Some(cue) => format!("Source: {}. Cue: {}.{status}", claim.who(), cue.text),
        None => format!("Source: {}.{status}", claim.who()),
    }
}

fn target(iri: &str, text: &[char], place: &Place) -> Value {
    let (start, end) = (place.start as usize, place.end as usize);
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().iter().collect::<String>();
    json!({
        "source": iri,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": place.text,
                "prefix": part(start.saturating_sub(CONTEXT), start),
                "suffix": part(end, (end + CONTEXT).min(text.len())),
            },
            { "type": "TextPositionSelector", "start": place.start, "end": place.end },
        ],
    })
}
