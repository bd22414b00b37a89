//! The network, for one window at a time: nothing is padded.

use rten_simd::SimdOp;
use rten_vecmath::{Normalize, NormalizeOptions};

use crate::attention::Attention;
use crate::exact::moments;
use crate::features::Words;
use crate::linear::{Linear, Multiplier, Then};
use crate::weights::{BadWeights, Weights};

/// Width of the encoder, of its inner layers, and of a pointer.
const WIDTH: usize = 384;
const INNER: usize = 1536;
pub const POINTER: usize = 128;
/// Tags: nothing, then begin and inside of source, cue, content.
pub const TAGS: usize = 7;
/// Tags of names: nothing, then begin and inside of each type.
pub const NAME_TAGS: usize = 15;
/// Width of the pointer from a mention to a name.
pub const SAME: usize = 64;
/// What is kept of a word for each part of a claim: source, cue, content.
pub const VIEW: usize = 64;
/// Tags, and query and key of both pointers.
const CLAIMS: usize = TAGS + 4 * POINTER;
/// What a word's row holds after tags and pointers: names, query and key of who stands for whom, three views.
pub const PEOPLE: usize = NAME_TAGS + 2 * SAME + 3 * VIEW;
/// What the small networks say of a word, one after the other.
pub const HAPPENINGS: usize = EVENTS + FACTS + TELLS;
/// The class of its event, none of them first; its tense; whether it is negative, and modal.
pub const EVENTS: usize = 17;
/// For each slot of facts whether it states one, then whether it begins one.
pub const FACTS: usize = 18;
/// The kind of the incident that it tells of, none of them first; whether that is the main one.
pub const TELLS: usize = 18;
/// What tells how far a word stands into the article: one of so many numbers is not 0.
const PLACES: usize = 16;
/// That number: about as large as what the layers give.
const HERE: f32 = 2.0;
/// Embeddings of words are smaller than what the layers give by this much.
const LOUDER: f32 = 8.0;
/// Relative positions that a pointer tells apart.
pub const BUCKETS: usize = 27;
/// The most pieces in a window, with the two at its borders.
pub const POSITIONS: usize = 256;

pub struct Encoder {
    words: (Vec<i8>, Vec<f32>),
    positions: Vec<f32>,
    /// Of case, quotation marks and line starts.
    extra: [Vec<f32>; 3],
    norm: Norm,
    layers: Vec<Layer>,
    heads: Linear,
    /// Numbers in a word's row after those of claims: [`PEOPLE`], or none where the weights were trained without.
    pub people: usize,
    /// Events, facts, incidents: small networks that read the last layer beside the word itself; none where the weights were trained without.
    happenings: Vec<[Linear; 2]>,
    pub to_cue: Pointer,
    pub to_source: Pointer,
}

/// What a pointer has beside its projections.
pub struct Pointer {
    pub bias: Vec<f32>,
    pub nothing: Vec<f32>,
}

struct Layer {
    qkv: Linear,
    out: Linear,
    up: Linear,
    down: Linear,
    norm1: Norm,
    norm2: Norm,
}

struct Norm {
    weight: Vec<f32>,
    bias: Vec<f32>,
}

/// Memory that is used again for the next window.
#[derive(Default)]
pub struct Scratch {
    multiplier: Multiplier,
    attention: Attention,
    x: Vec<f32>,
    wide: Vec<f32>,
    y: Vec<f32>,
    z: Vec<f32>,
}

impl Encoder {
    /// The lowest `depth` layers, and the heads that belong to the last of them.
    pub fn new(w: &Weights, depth: usize) -> Result<Self, BadWeights> {
        let vocabulary = w.rows("words.q")?;
        let heads = format!("exits.{depth}.heads");
        let outputs = w.rows(&format!("{heads}.q"))?;
        if ![CLAIMS, CLAIMS + PEOPLE].contains(&outputs) {
            return Err(BadWeights(format!("{heads} has {outputs} outputs")));
        }
        let pointer = |name: &str| {
            Ok(Pointer {
                bias: w.floats(&format!("exits.{depth}.{name}.bias"), BUCKETS)?,
                nothing: w.floats(&format!("exits.{depth}.{name}.nothing"), POINTER)?,
            })
        };
        let network = |(name, outputs): (&str, usize)| {
            let at = format!("exits.{depth}.{name}");
            let inner = w.rows(&format!("{at}.inner.q"))?;
            Ok([
                Linear::new(w, &format!("{at}.inner"), 2 * WIDTH + PLACES, inner)?,
                Linear::new(w, &format!("{at}.out"), inner, outputs)?,
            ])
        };
        let told = w.rows(&format!("exits.{depth}.events.inner.q")).is_ok();
        let networks = [("events", EVENTS), ("facts", FACTS), ("tells", TELLS)].into_iter().filter(|_| told);
        Ok(Self {
            happenings: networks.map(network).collect::<Result<_, _>>()?,
            words: (w.integers("words.q", vocabulary * WIDTH)?, w.floats("words.scale", vocabulary)?),
            positions: w.floats("positions", POSITIONS * WIDTH)?,
            extra: [
                w.floats("shapes", 7 * WIDTH)?,
                w.floats("quotes", 4 * WIDTH)?,
                w.floats("starts", 2 * WIDTH)?,
            ],
            norm: Norm::new(w, "norm")?,
            layers: (0..depth).map(|i| Layer::new(w, &format!("layers.{i}"))).collect::<Result<_, _>>()?,
            heads: Linear::new(w, &heads, WIDTH, outputs)?,
            people: outputs - CLAIMS,
            to_cue: pointer("to_cue")?,
            to_source: pointer("to_source")?,
        })
    }

    /// Words `start..end` -> a row per word: tag scores, query and key of both pointers, then those
    /// of people. The first word stands
    /// `shift` positions further than at the beginning.
    pub fn window(&self, words: &Words, start: usize, end: usize, shift: usize, s: &mut Scratch) -> Vec<f32> {
        self.embed(words, start, end, shift, &mut s.x);
        let base = words.first[start];
        let firsts: Vec<usize> = words.first[start..end].iter().map(|p| p - base + 1).collect();
        for (i, layer) in self.layers.iter().enumerate() {
            layer.attend(s);
            if i + 1 == self.layers.len() {
                // nobody looks at the other pieces any more
                keep(&mut s.x, &firsts);
                keep(&mut s.y, &firsts);
            }
            layer.think(s);
        }
        let mut out = Vec::new();
        s.multiplier.apply(&self.heads, &s.x, WIDTH, Then::Nothing, &mut out);
        out
    }

    /// What the same words say of events, facts and incidents: [`HAPPENINGS`] numbers for each word of the window that was read last.
    pub fn happenings(&self, words: &Words, start: usize, end: usize, s: &mut Scratch) -> Vec<f32> {
        if self.happenings.is_empty() {
            return Vec::new();
        }
        let inputs = 2 * WIDTH + PLACES;
        let mut seen = Vec::with_capacity((end - start) * inputs);
        for (row, w) in s.x.chunks_exact(WIDTH).zip(start..end) {
            seen.extend(row);
            let piece = words.pieces[words.first[w]] as usize;
            let scale = self.words.1[piece] * LOUDER;
            seen.extend(self.words.0[piece * WIDTH..][..WIDTH].iter().map(|&b| f32::from(b) * scale));
            let place = (w + 1).ilog2().min(11) as usize;
            seen.extend((0..PLACES).map(|i| if i == place { HERE } else { 0.0 }));
        }
        let mut out = vec![0.0; (end - start) * HAPPENINGS];
        let mut at = 0;
        for [inner, last] in &self.happenings {
            s.multiplier.apply(inner, &seen, inputs, Then::Gelu, &mut s.wide);
            s.multiplier.apply(last, &s.wide, inner.outputs(), Then::Nothing, &mut s.z);
            let n = last.outputs();
            for (row, scores) in out.chunks_exact_mut(HAPPENINGS).zip(s.z.chunks_exact(n)) {
                row[at..at + n].copy_from_slice(scores);
            }
            at += n;
        }
        out
    }

    fn embed(&self, words: &Words, start: usize, end: usize, shift: usize, x: &mut Vec<f32>) {
        x.clear();
        self.piece(words.borders.0, [0; 3], 0, x);
        for w in start..end {
            let extra = [words.shapes[w], words.quotes[w], words.starts[w]];
            for &piece in &words.pieces[words.first[w]..words.first[w + 1]] {
                self.piece(piece, extra, shift, x);
            }
        }
        self.piece(words.borders.1, [0; 3], shift, x);
        self.norm.apply(x);
    }

    fn piece(&self, piece: u32, extra: [u8; 3], shift: usize, x: &mut Vec<f32>) {
        let (at, row) = (piece as usize * WIDTH, x.len());
        let scale = self.words.1[piece as usize];
        x.extend(self.words.0[at..at + WIDTH].iter().map(|&b| f32::from(b) * scale));
        let extra = self.extra.iter().zip(extra).map(|(table, i)| &table[i as usize * WIDTH..][..WIDTH]);
        for table in extra.chain([&self.positions[row + shift * WIDTH..][..WIDTH]]) {
            x[row..].iter_mut().zip(table).for_each(|(x, t)| *x += t);
        }
    }
}

impl Layer {
    fn new(w: &Weights, name: &str) -> Result<Self, BadWeights> {
        let linear = |part, inputs, outputs| Linear::new(w, &format!("{name}.{part}"), inputs, outputs);
        Ok(Self {
            qkv: linear("qkv", WIDTH, 3 * WIDTH)?,
            out: linear("out", WIDTH, WIDTH)?,
            up: linear("up", WIDTH, INNER)?,
            down: linear("down", INNER, WIDTH)?,
            norm1: Norm::new(w, &format!("{name}.norm1"))?,
            norm2: Norm::new(w, &format!("{name}.norm2"))?,
        })
    }

    /// What each row sees in the others, from `x` into `y`.
    fn attend(&self, s: &mut Scratch) {
        s.multiplier.apply(&self.qkv, &s.x, WIDTH, Then::Nothing, &mut s.wide);
        s.attention.apply(&s.wide, WIDTH, &mut s.y);
    }

    /// `x` with `y` taken in, row by row.
    fn think(&self, s: &mut Scratch) {
        s.multiplier.apply(&self.out, &s.y, WIDTH, Then::Nothing, &mut s.z);
        self.norm1.add(&mut s.x, &s.z);
        s.multiplier.apply(&self.up, &s.x, WIDTH, Then::Gelu, &mut s.wide);
        s.multiplier.apply(&self.down, &s.wide, INNER, Then::Nothing, &mut s.z);
        self.norm2.add(&mut s.x, &s.z);
    }
}

/// Only these rows, which ascend.
fn keep(x: &mut Vec<f32>, rows: &[usize]) {
    for (to, &from) in rows.iter().enumerate() {
        x.copy_within(from * WIDTH..(from + 1) * WIDTH, to * WIDTH);
    }
    x.truncate(rows.len() * WIDTH);
}

impl Norm {
    fn new(w: &Weights, name: &str) -> Result<Self, BadWeights> {
        let part = |part| w.floats(&format!("{name}.{part}"), WIDTH);
        Ok(Self { weight: part("weight")?, bias: part("bias")? })
    }

    fn add(&self, x: &mut [f32], y: &[f32]) {
        x.iter_mut().zip(y).for_each(|(x, y)| *x += y);
        self.apply(x);
    }

    fn apply(&self, x: &mut [f32]) {
        for row in x.chunks_exact_mut(WIDTH) {
            let (mean, variance) = moments(row);
            let options = NormalizeOptions {
                pre_scale_bias: mean,
                scale: 1.0 / (variance + 1e-12).sqrt(),
                element_scale: Some(&self.weight),
                element_bias: Some(&self.bias),
                ..NormalizeOptions::default()
            };
            Normalize::new_mut(row, options).dispatch();
        }
    }
}
