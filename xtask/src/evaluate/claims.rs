//! From the output of `reportedly read --json` to what the attribution scorer reads.

use crate::repo::Result;
use serde_json::{Value, json};

/// The claims of one document as the scorer wants them: role by role, `[start, end]` in code points.
///
/// A claim inside another one is left out: the corpus gives a word to one attribution only.
pub fn for_scorer(document: &Value) -> Result<Value> {
    let id = document["doc_id"].as_str().unwrap_or_default();
    let text: Vec<char> = document["text"].as_str().unwrap_or_default().chars().collect();
    let claims = document["claims"].as_array().ok_or_else(|| format!("{id}: the output has no claims"))?;
    let outer = claims.iter().filter(|claim| claim["within"].is_null());
    let attributions: Result<Vec<Value>> = outer.map(|claim| attribution(id, &text, claim)).collect();
    Ok(json!({"id": id, "attributions": attributions?}))
}

fn attribution(id: &str, text: &[char], claim: &Value) -> Result<Value> {
    let spans = |role: &str| -> Result<Vec<Value>> {
        let pieces = match &claim[role] {
            Value::Null => &[][..],
            Value::Array(pieces) => pieces,
            piece => std::slice::from_ref(piece),
        };
        pieces
            .iter()
            .map(|piece| {
                span(text, piece)
                    .ok_or_else(|| format!("{id}: {role} {piece} is not what the text holds there"))
            })
            .collect()
    };
    let (source, cue, content) = (spans("source")?, spans("cue")?, spans("content")?);
    Ok(json!({"source": source, "cue": cue, "content": content, "confidence": confidence(claim)}))
}

/// How sure the reader is of the words, which is what annotators of PolNeAR marked: `--explain` says it beside how sure it is of all.
fn confidence(claim: &Value) -> Value {
    let reasons = claim["reasons"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut words =
        reasons.filter_map(|r| r.strip_prefix("sure of: words ")?.split(',').next()?.parse::<f64>().ok());
    words.next_back().map_or_else(|| claim["confidence"].clone(), Value::from)
}

/// The borders of a span, if its words are those of the text.
fn span(text: &[char], piece: &Value) -> Option<Value> {
    let (start, end) = (piece["start"].as_u64()? as usize, piece["end"].as_u64()? as usize);
    let words: String = text.get(start..end)?.iter().collect();
    (piece["text"].as_str()? == words).then(|| json!([start, end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_checked_and_nested_claims_left_out() {
        let span = |start: u32, end: u32, text: &str| json!({"start": start, "end": end, "text": text});
        let claim = |within: Value| json!({"content": [span(5, 9, "rain")], "cue": span(2, 4, "el"), "source": [], "within": within, "confidence": 0.5});
        let document =
            json!({"doc_id": "a", "text": "🙂 el rain", "claims": [claim(Value::Null), claim(0.into())]});
        let answer = for_scorer(&document).unwrap();
        assert_eq!(
            answer["attributions"],
            json!([{"source": [], "cue": [[2, 4]], "content": [[5, 9]], "confidence": 0.5}])
        );
        let shifted = json!({"doc_id": "a", "text": "no such", "claims": [claim(Value::Null)]});
        assert!(for_scorer(&shifted).unwrap_err().contains("is not what the text holds"));
    }
}
