//! The instructions of a page that place text, gone through in order (ISO 32000, 9.4).

use std::sync::Arc;

use hayro_font::kurbo::{Affine, Point};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::bound::{fits, unpacked};
use super::{Piece, Sheet};
use crate::failure::Problem;

/// A document of more instructions is refused, as one whose forms contain each other.
const MAX_STEPS: usize = 20_000_000;
/// Characters beyond this are not read.
const MAX_CHARACTERS: usize = 10_000_000;
/// Forms within forms, and saved states.
const MAX_DEPTH: usize = 16;
const MAX_SAVED: usize = 256;

/// Reads pages one after the other.
pub struct Reader<'a> {
    fonts: FontCache<'a>,
    steps: usize,
    characters: usize,
}

impl Default for Reader<'_> {
    fn default() -> Self {
        Self { fonts: FontCache::new(), steps: MAX_STEPS, characters: MAX_CHARACTERS }
    }
}

#[derive(Clone)]
struct State<'a> {
    page: Affine,
    font: Option<Font<'a>>,
    size: f64,
    character: f64,
    word: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// Where the next character goes.
#[derive(Default)]
struct Cursor {
    at: Affine,
    line: Affine,
    pieces: Vec<Piece>,
    /// The words that stand for those of a marked stretch, and how many marks are open since; words of page furniture count for none.
    instead: Option<(String, usize)>,
}

impl<'a> Reader<'a> {
    pub fn sheet(&mut self, page: &Page<'a>) -> Result<Sheet, Problem> {
        let contents = match page.raw().get::<Object>("Contents") {
            Some(Object::Stream(one)) => vec![one],
            Some(Object::Array(many)) => many.iter::<Stream>().collect(),
            _ => Vec::new(),
        };
        let mut bytes = Vec::new();
        for stream in contents {
            bytes.extend(unpacked(&stream)?);
            bytes.push(b' ');
            if bytes.len() > MAX_STEPS * 4 {
                return Err(Problem::HugePdf);
            }
        }
        let state = State {
            page: Affine::new(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 1.0,
            character: 0.0,
            word: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut cursor = Cursor::default();
        self.run(&bytes, page.resources(), state, &mut cursor, 0)?;
        Ok(Sheet { pieces: cursor.pieces, height: f64::from(page.render_dimensions().1) })
    }

    fn run(
        &mut self,
        bytes: &[u8],
        resources: &Resources<'a>,
        mut state: State<'a>,
        cursor: &mut Cursor,
        depth: usize,
    ) -> Result<(), Problem> {
        let mut saved = Vec::new();
        let mut instructions = TypedIter::new(bytes);
        while let Some(op) = instructions.next() {
            self.steps = self.steps.checked_sub(1).ok_or(Problem::HugePdf)?;
            match op {
                Op::SaveState(_) if saved.len() < MAX_SAVED => saved.push(state.clone()),
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(m) => state.page *= affine([m.0, m.1, m.2, m.3, m.4, m.5]),
                Op::TextFont(f) => {
                    state.font = self.font(resources, f.0)?;
                    state.size = f.1.as_f64();
                }
                Op::CharacterSpacing(n) => state.character = n.0.as_f64(),
                Op::WordSpacing(n) => state.word = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.scale = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                Op::BeginText(_) => cursor.set(Affine::IDENTITY),
                Op::SetTextMatrix(m) => cursor.set(affine([m.0, m.1, m.2, m.3, m.4, m.5])),
                Op::NextLine(n) => cursor.down(n.0.as_f64(), n.1.as_f64()),
                Op::NextLineAndSetLeading(n) => {
                    state.leading = -n.1.as_f64();
                    cursor.down(n.0.as_f64(), n.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => cursor.down(0.0, -state.leading),
                Op::ShowText(s) => self.show(s.0.as_bytes(), &state, cursor),
                Op::NextLineAndShowText(s) => {
                    cursor.down(0.0, -state.leading);
                    self.show(s.0.as_bytes(), &state, cursor);
                }
                Op::ShowTextWithParameters(s) => {
                    (state.word, state.character) = (s.0.as_f64(), s.1.as_f64());
                    cursor.down(0.0, -state.leading);
                    self.show(s.2.as_bytes(), &state, cursor);
                }
                Op::ShowTexts(s) => self.show_all(s.0, &state, cursor),
                Op::XObject(x) if depth < MAX_DEPTH => {
                    if let Some(form) = resources.get_x_object(x.0).filter(is_form) {
                        self.form(&form, resources, &state, cursor, depth)?;
                    }
                }
                Op::BeginMarkedContent(m) => cursor.mark((&**m.0 == b"Artifact").then(String::new)),
                Op::BeginMarkedContentWithProperties(m) => cursor.mark(instead(m.0, m.1, resources)),
                Op::EndMarkedContent(_) => cursor.unmark(),
                _ => {}
            }
        }
        Ok(())
    }

    fn form(
        &mut self,
        form: &Stream<'a>,
        around: &Resources<'a>,
        state: &State<'a>,
        cursor: &mut Cursor,
        depth: usize,
    ) -> Result<(), Problem> {
        let own = form.dict().get::<Dict>("Resources").map(Resources::new);
        let matrix = form.dict().get::<Array>("Matrix").map(|m| m.iter::<Number>().collect::<Vec<_>>());
        let mut state = state.clone();
        if let Some(Ok(matrix)) = matrix.map(<[Number; 6]>::try_from) {
            state.page *= affine(matrix);
        }
        let bytes = unpacked(form)?;
        // what a form contains costs, however little it does
        self.steps = self.steps.checked_sub(bytes.len() / 16 + 1).ok_or(Problem::HugePdf)?;
        self.run(&bytes, own.as_ref().unwrap_or(around), state, cursor, depth + 1)
    }

    fn font(&self, resources: &Resources<'a>, name: &Name) -> Result<Option<Font<'a>>, Problem> {
        let Some(dict) = resources.get_font(name) else { return Ok(None) };
        let descendant = dict.get::<Array>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict>().next());
        for font in [Some(&dict), descendant.as_ref()].into_iter().flatten() {
            let described = font.get::<Dict>("FontDescriptor");
            let of = |dict: &Dict<'a>, key: &str| dict.get::<Stream>(key);
            let files =
                described.iter().flat_map(|d| ["FontFile", "FontFile2", "FontFile3"].map(|k| of(d, k)));
            let maps = ["ToUnicode", "Encoding", "CIDToGIDMap"].map(|k| of(font, k));
            files.chain(maps).flatten().try_for_each(|stream| fits(&stream))?;
        }
        // a font that is not in the file is measured by one that every reader of PDF has
        let like: FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(font) => Some(font.pick_standard_font().get_font_data()),
        });
        let no_map: CMapResolverFn = Arc::new(|_| None);
        Ok(self.fonts.font(&dict, &like, &no_map))
    }

    fn show_all(&mut self, parts: &Array, state: &State<'a>, cursor: &mut Cursor) {
        for part in parts.iter::<Object>() {
            match part {
                Object::String(s) => self.show(s.as_bytes(), state, cursor),
                Object::Number(n) => cursor.along(-n.as_f64() / 1000.0 * state.size * state.scale),
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8], state: &State<'a>, cursor: &mut Cursor) {
        let Some(font) = &state.font else { return };
        let mut from = 0;
        while from < bytes.len() && self.characters > 0 {
            self.characters -= 1;
            let (code, length) = font.read_code(bytes, from);
            from += length.max(1);
            let word = if code == 32 && length == 1 { state.word } else { 0.0 };
            let width = font.code_advance(code).x / 1000.0 * state.size + state.character + word;
            let transform = state.page * cursor.at;
            let begin = transform * Point::new(0.0, state.rise);
            cursor.along(width * state.scale);
            let end = state.page * cursor.at * Point::new(0.0, state.rise);
            let up = transform * Point::new(0.0, state.rise + state.size);
            // text that stands upright or askew is no part of the running text
            let size = begin.y - up.y;
            if (end.y - begin.y).abs() <= size * 0.1 && size > 0.5 && end.x >= begin.x {
                cursor.put(&character(font, code), begin, end, size);
            }
        }
    }
}

fn is_form(stream: &Stream) -> bool {
    stream.dict().get::<Name>("Subtype").is_some_and(|name| &*name == b"Form")
}

fn affine(n: [Number; 6]) -> Affine {
    Affine::new(n.map(|n| n.as_f64()))
}

/// What stands for the words of a marked stretch: what it says itself, nothing for the furniture of a page.
fn instead(tag: &Name, properties: &Object, resources: &Resources) -> Option<String> {
    let named = || match properties {
        Object::Dict(dict) => Some(dict.clone()),
        Object::Name(name) => resources.properties.get::<Dict>(name),
        _ => None,
    };
    if &**tag == b"Artifact" {
        return Some(String::new());
    }
    let words = named()?.get::<hayro_syntax::object::String>("ActualText")?;
    Some(super::decoded(words.as_bytes()))
}

/// The character that a code shows.
fn character(font: &Font, code: u32) -> String {
    use hayro_font::hayro_cmap::BfString;
    let unicode = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let words = match unicode {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(s)) => s,
        None => return "\u{fffd}".to_owned(),
    };
    words.chars().map(|c| ligature(c).map_or_else(|| c.to_string(), str::to_owned)).collect()
}

/// The letters that are drawn in one.
fn ligature(c: char) -> Option<&'static str> {
    const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    let at = u32::from(c).checked_sub(0xfb00)?;
    LIGATURES.get(at as usize).copied()
}

impl Cursor {
    fn set(&mut self, matrix: Affine) {
        (self.at, self.line) = (matrix, matrix);
    }

    fn down(&mut self, x: f64, y: f64) {
        self.set(self.line * Affine::translate((x, y)));
    }

    fn along(&mut self, x: f64) {
        self.at *= Affine::translate((x, 0.0));
    }

    fn mark(&mut self, instead: Option<String>) {
        match (&mut self.instead, instead) {
            (Some((_, open)), _) => *open += 1,
            (None, Some(words)) => self.instead = Some((words, 0)),
            // an end without a beginning of ours is told by the count
            (None, None) => self.instead = None,
        }
    }

    fn unmark(&mut self) {
        match &mut self.instead {
            Some((_, 0)) => self.instead = None,
            Some((_, open)) => *open -= 1,
            None => {}
        }
    }

    /// Adds a character to the last piece if it goes on with it.
    fn put(&mut self, words: &str, begin: Point, end: Point, size: f64) {
        // the words that stand for a stretch are put where its first character is
        let instead = self.instead.as_mut().map(|(words, _)| std::mem::take(words));
        let words = instead.as_deref().unwrap_or(words);
        let is_whole = begin.x.is_finite() && end.x.is_finite() && begin.y.is_finite() && size.is_finite();
        if words.is_empty() || !is_whole {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && (last.y - begin.y).abs() < 0.55 * size.max(last.size)
            && begin.x - last.right < 1.2 * size
            && begin.x - last.right > -0.6 * size
        {
            let gap = begin.x - last.right > 0.17 * size;
            let raised = size < 0.8 * last.size && last.y - begin.y > 0.15 * last.size;
            if raised && words.chars().all(|c| c.is_numeric() || c == '*') {
                // it refers to a note
                last.right = end.x;
                return;
            }
            if gap && !last.text.ends_with(' ') {
                last.text.push(' ');
            }
            last.text.push_str(words);
            last.right = end.x;
            return;
        }
        self.pieces.push(Piece { text: words.to_owned(), left: begin.x, right: end.x, y: begin.y, size });
    }
}
