//! A part of a document, tag by tag. Entities that a part declares for itself are not expanded.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::failure::Problem;

/// A tag that opens.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// An attribute, by its name without the prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let found = self.0.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }
}

/// What is done with the tags of a part.
pub trait Visit {
    /// A tag opens; whether what stands in it counts.
    fn open(&mut self, name: &str, tag: &Tag) -> bool;
    /// A tag closes that counted.
    fn close(&mut self, _name: &str) {}
    /// Characters.
    fn words(&mut self, words: &str);
}

/// Goes through a part.
pub fn walk(xml: &[u8], visit: &mut impl Visit) -> Result<(), Problem> {
    let xml = String::from_utf8_lossy(xml);
    let mut reader = quick_xml::Reader::from_str(xml.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    // how many tags are open within one that does not count
    let mut skipped = 0usize;
    loop {
        match reader.read_event().map_err(|e| Problem::BadDocument(e.to_string()))? {
            Event::Eof => return Ok(()),
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::Start(start) => {
                let tag = Tag(start);
                skipped = usize::from(!visit.open(&tag.name(), &tag));
            }
            Event::End(_) if skipped > 0 => skipped -= 1,
            Event::End(end) => visit.close(end.local_name().as_ref()),
            _ if skipped > 0 => {}
            Event::Text(text) => visit.words(&text),
            Event::CData(text) => visit.words(&text),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => visit.words(c.encode_utf8(&mut [0; 4])),
                _ => visit.words(resolve_predefined_entity(&name).unwrap_or_default()),
            },
            _ => {}
        }
    }
}

/// The texts of the tags that hold nothing else, with their names, in order: what a document's properties are.
#[derive(Default)]
pub struct Leaves {
    pub found: Vec<(String, String)>,
    text: String,
}

impl Leaves {
    pub fn of(xml: Option<Vec<u8>>) -> Result<Self, Problem> {
        let mut leaves = Self::default();
        walk(&xml.unwrap_or_default(), &mut leaves)?;
        Ok(leaves)
    }

    /// The first text of that name.
    pub fn get(&self, name: &str) -> Option<String> {
        let text = &self.found.iter().find(|(known, _)| known == name)?.1;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

impl Visit for Leaves {
    fn open(&mut self, _: &str, _: &Tag) -> bool {
        self.text.clear();
        true
    }

    fn close(&mut self, name: &str) {
        self.found.push((name.to_owned(), std::mem::take(&mut self.text)));
    }

    fn words(&mut self, words: &str) {
        self.text.push_str(words);
    }
}
