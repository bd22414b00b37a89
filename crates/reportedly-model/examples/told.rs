//! What the two small networks are told of labelled claims, for `training/decide.py` to train them on.
//!
//!     told fast|accurate OUT < documents.jsonl
//!
//! Documents are `{text, claims: [{source, cue, content}]}` with offsets in code points. `OUT.bin` receives 32-bit floats,
//! `OUT.jsonl` a line for each claim: who the candidates are, and how many numbers stand for each, in that order.

#![allow(clippy::disallowed_methods)] // an example is a host

use reportedly::article::Prose;
use reportedly::attribution::Attribution;
use reportedly::insight::{EventWord, FactWords, Insight, Judged, Name, Parts, Sureness};
use reportedly::mentions::cast::Cast;
use reportedly::reading::decisions;
use reportedly::source::who::near;
use reportedly::tokens::Tokens;
use reportedly::{Article, Proposer, Span, Spans};
use reportedly_model::{Depth, Reader};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write, stdin};

/// Another's insight, and all that it was told.
struct Recorder {
    inner: Box<dyn Insight>,
    who: RefCell<Vec<Vec<Vec<f32>>>>,
    judge: RefCell<Vec<Vec<f32>>>,
}

impl Insight for Recorder {
    fn names(&self) -> &[Name] {
        self.inner.names()
    }

    fn events(&self) -> &[EventWord] {
        self.inner.events()
    }

    fn facts(&self) -> &[FactWords] {
        self.inner.facts()
    }

    fn same(&self, mention: u32, others: &[u32]) -> Vec<f32> {
        self.inner.same(mention, others)
    }

    fn who(&self, candidates: &[Vec<f32>]) -> Vec<f32> {
        self.who.borrow_mut().push(candidates.to_vec());
        self.inner.who(candidates)
    }

    fn judge(&self, parts: &Parts, told: &[f32]) -> Judged {
        let mut all = self.inner.view(parts);
        all.extend(told);
        self.judge.borrow_mut().push(all);
        self.inner.judge(parts, told)
    }

    fn confidence(&self, parts: &Sureness) -> f32 {
        self.inner.confidence(parts)
    }

    fn view(&self, parts: &Parts) -> Vec<f32> {
        self.inner.view(parts)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let [depth, out] =
        std::env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "told fast|accurate OUT")?;
    let reader = Reader::new(if depth == "accurate" { Depth::Accurate } else { Depth::Fast })?;
    let mut numbers = BufWriter::new(File::create(format!("{out}.bin"))?);
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    for line in stdin().lines() {
        let doc: Value = serde_json::from_str(&line?)?;
        let text = doc["text"].as_str().unwrap_or_default();
        let article = Article::from_text(text);
        let offsets: Vec<u32> =
            text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let tokens = article.tokens();
        let (_, insight) = reader.look(&article, &tokens);
        let inner = insight.ok_or("these weights know of claims alone: train and export the others first")?;
        let recorder = Recorder { inner, who: RefCell::default(), judge: RefCell::default() };
        let claims = doc["claims"].as_array().cloned().unwrap_or_default();
        let attributions: Vec<Attribution> =
            claims.iter().map(|c| attribution(c, &offsets, &tokens)).collect();
        let sources: Vec<Option<Span>> = attributions.iter().map(|a| a.source.cover()).collect();
        decisions(&article, &attributions, &recorder);
        let cast = Cast::new(Prose::of(&article, &tokens), &recorder);
        let (mut whos, judged) = (recorder.who.take().into_iter(), recorder.judge.take());
        let members: Vec<Value> = cast
            .all
            .iter()
            .map(|m| json!([m.name, m.mentions.iter().map(|s| article.text.get(*s)).collect::<Vec<_>>()]))
            .collect();
        writeln!(lines, "{}", json!({"id": doc["id"], "cast": members, "claims": claims.len()}))?;
        for (source, judged) in sources.into_iter().zip(judged) {
            let (who, near) = match source {
                Some(span) => (whos.next().unwrap_or_default(), near(&cast, span)),
                None => (Vec::new(), Vec::new()),
            };
            let lengths: Vec<usize> = who.iter().map(Vec::len).collect();
            writeln!(lines, "{}", json!({"who": lengths, "near": near, "judge": judged.len()}))?;
            for x in who.iter().flatten().chain(&judged) {
                numbers.write_all(&x.to_le_bytes())?;
            }
        }
    }
    Ok(())
}

fn attribution(claim: &Value, offsets: &[u32], tokens: &Tokens) -> Attribution {
    let spans = |part: &Value| -> Vec<Span> {
        let of =
            |s: &Value| Some(Span::new(offsets[s[0].as_u64()? as usize], offsets[s[1].as_u64()? as usize]));
        part.as_array().into_iter().flatten().filter_map(of).collect()
    };
    let content = Spans::new(spans(&claim["content"]));
    let mode = reportedly::attribution::mode(content.pieces(), tokens);
    Attribution {
        source: Spans::new(spans(&claim["source"])),
        cue: spans(&claim["cue"]).first().copied(),
        mode,
        content,
        within: None,
        confidence: claim["confidence"].as_f64().unwrap_or(0.8) as f32,
        method: "labels",
        reasons: Vec::new(),
    }
}
