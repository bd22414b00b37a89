//! The forms in which records go out: one list, which the command, the library's export and the API share.

mod together;

use crate::export::{self, brat, geojson, icalendar};
use crate::{Incident, Mismatch, Record, hash, render};

pub use together::{Beside, SoFar, Together};

/// A form of the output. A further one is a line of [`FORMS`].
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it is called in commands and addresses.
    pub name: &'static str,
    /// What it is called in a menu.
    pub title: &'static str,
    /// One line for the help.
    pub about: &'static str,
    /// Of the file of one record (RFC 6838).
    pub media_type: &'static str,
    /// The ending of its files, without a dot.
    pub ending: &'static str,
    /// How several records stand together.
    pub together: Together,
    write: fn(&Record) -> String,
    /// What an incident needs to go out in it.
    needs: Option<Needs>,
}

/// What an incident needs to go out in a form of incidents.
#[derive(Clone, Copy, Debug)]
struct Needs {
    /// In words: "a day".
    what: &'static str,
    is_there: fn(&Incident) -> bool,
}

/// Every form.
pub const FORMS: [Form; 16] = [
    Form::of(
        "json",
        "JSON",
        "One JSON object per line",
        "application/json",
        "json",
        Together::After(""),
        json,
    ),
    Form::of(
        "html",
        "Web page",
        "One page for the browser",
        HTML,
        "html",
        Together::Page,
        render::html::article,
    ),
    Form::of(
        "text",
        "Text",
        "The text that all offsets point into",
        PLAIN,
        "txt",
        Together::After("\n\n"),
        brat::text,
    ),
    Form::of(
        "case",
        "Test case",
        "A test case, to be corrected by hand",
        PLAIN,
        "md",
        Together::After("\n"),
        render::case,
    ),
    Form::of(
        "timeline",
        "Timeline",
        "Card and timeline as rows, one JSON object per line",
        "application/vnd.reportedly.timeline+json",
        "timeline.json",
        Together::After(""),
        |r| line(render::timeline::json(r)),
    ),
    Form::of("plain", "Plain lines", LINES, PLAIN, "txt", Together::After(""), render::plain),
    Form::of(
        "annotation",
        "W3C annotations",
        "W3C Web Annotation, one JSON-LD object per line",
        JSON_LD,
        "jsonld",
        Together::After(""),
        |r| line(export::annotation(r)),
    ),
    Form::of(
        "schema-org",
        "schema.org",
        "schema.org Quotation and Claim, one JSON-LD object per line",
        JSON_LD,
        "jsonld",
        Together::After(""),
        |r| line(export::schema_org(r)),
    ),
    Form::of(
        "prov",
        "PROV-O",
        "Where the words come from: PROV-O, one JSON-LD object per line",
        JSON_LD,
        "jsonld",
        Together::After(""),
        |r| line(export::prov(r)),
    ),
    Form::of(
        "ftm",
        "FollowTheMoney",
        "FollowTheMoney entities for Aleph and OpenSanctions, one JSON object per line",
        "application/x-ndjson",
        "ftm.json",
        Together::After(""),
        export::follow_the_money,
    ),
    Form::of(
        "csl-json",
        "CSL-JSON",
        "References of the articles for Zotero and pandoc, as one JSON array",
        "application/vnd.citationstyles.csl+json",
        "json",
        Together::Within { head: "[\n", between: ",\n", foot: "\n]\n" },
        |r| export::csl_json(r).to_string(),
    ),
    Form::of(
        "bibtex",
        "BibTeX",
        "References of the articles for LaTeX",
        "application/x-bibtex",
        "bib",
        Together::After("\n"),
        export::bibtex,
    ),
    Form {
        needs: Some(Needs { what: "a day", is_there: icalendar::has_day }),
        ..Form::of(
            "icalendar",
            "iCalendar",
            "What happened, for calendars: one event per incident that has a day (RFC 5545)",
            "text/calendar; charset=utf-8",
            "ics",
            Together::Within { head: icalendar::HEAD, between: "", foot: icalendar::FOOT },
            export::icalendar,
        )
    },
    Form {
        needs: Some(Needs { what: "a place on the map", is_there: geojson::has_point }),
        ..Form::of(
            "geojson",
            "GeoJSON",
            "What happened, for maps: one point per incident whose place is known (RFC 7946)",
            "application/geo+json",
            "geojson",
            Together::Within { head: geojson::HEAD, between: ",\n", foot: geojson::FOOT },
            export::geojson,
        )
    },
    Form::of(
        "brat",
        "brat",
        "brat standoff: a folder with .txt, .ann and annotation.conf",
        PLAIN,
        "ann",
        Together::Apart(&[Beside::Text("txt"), Beside::Once("annotation.conf", brat::CONFIGURATION)]),
        export::brat,
    ),
    Form::of(
        "conll",
        "CoNLL-U Plus",
        "One token per line with a BIO column per claim: a folder of CoNLL-U Plus files",
        PLAIN,
        "conllup",
        Together::Apart(&[]),
        export::conll,
    ),
];

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";
const JSON_LD: &str = "application/ld+json";
const LINES: &str = "One line per claim: doc_id, mode, source, cue, content, confidence, name, kind, stance, status, polarity";

fn json(record: &Record) -> String {
    // a struct of strings, numbers and lists always serializes
    serde_json::to_string(record).unwrap_or_default() + "\n"
}

fn line(value: serde_json::Value) -> String {
    format!("{value}\n")
}

impl Form {
    const fn of(
        name: &'static str,
        title: &'static str,
        about: &'static str,
        media_type: &'static str,
        ending: &'static str,
        together: Together,
        write: fn(&Record) -> String,
    ) -> Self {
        Self { name, title, about, media_type, ending, together, write, needs: None }
    }

    /// The form of this name.
    ///
    /// ```
    /// use reportedly_records::form::Form;
    ///
    /// assert_eq!(Form::named("bibtex").map(|form| form.ending), Some("bib"));
    /// assert!(Form::named("bib").is_none());
    /// ```
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMS.iter().find(|form| form.name == name)
    }

    /// One record, to be put together with others by [`add`](Self::add) and [`end`](Self::end).
    ///
    /// # Errors
    /// Where the words of a place are not those of the text.
    pub fn write(&self, record: &Record) -> Result<String, Mismatch> {
        record.check()?;
        Ok((self.write)(record))
    }

    /// One record as a whole file.
    ///
    /// # Errors
    /// Where the words of a place are not those of the text.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::{Record, form::Form};
    ///
    /// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
    /// let record = Record::new(&read.article, &read.reading, false);
    /// let references = Form::named("csl-json").unwrap().whole(&record)?;
    /// assert!(references.starts_with("[\n{") && references.ends_with("}\n]\n"), "{references}");
    /// # Ok::<(), reportedly_records::Mismatch>(())
    /// ```
    pub fn whole(&self, record: &Record) -> Result<String, Mismatch> {
        let mut so_far = SoFar::default();
        let shown = self.add(&mut so_far, self.write(record)?, &record.doc_id, &title(record));
        Ok(shown + &self.end(&so_far))
    }

    /// Whether it has incidents and nothing else.
    pub fn is_of_incidents(&self) -> bool {
        self.needs.is_some()
    }

    /// How many incidents of a record do not go out for want of something, and of what; `None` where it is no form of incidents.
    ///
    /// ```
    /// use reportedly_records::{Record, form::Form};
    ///
    /// let record = Record::default(); // it tells of no incident
    /// assert_eq!(Form::named("geojson").unwrap().left_out(&record), Some((0, "a place on the map")));
    /// assert_eq!(Form::named("json").unwrap().left_out(&record), None);
    /// ```
    pub fn left_out(&self, record: &Record) -> Option<(usize, &'static str)> {
        let needs = self.needs?;
        Some((record.incidents.iter().filter(|i| !(needs.is_there)(i)).count(), needs.what))
    }

    /// The files of one record by their endings; several where each record has files of its own.
    ///
    /// # Errors
    /// Where the words of a place are not those of the text.
    pub fn files(&self, record: &Record) -> Result<Vec<(&'static str, String)>, Mismatch> {
        let mut files = vec![(self.ending, self.whole(record)?)];
        files.extend(self.beside().iter().filter_map(|beside| match beside {
            Beside::Text(ending) => Some((*ending, brat::text(record))),
            Beside::Once(..) => None,
        }));
        Ok(files)
    }

    /// What a folder of such files has besides, by name.
    pub fn once(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.beside().iter().filter_map(|beside| match beside {
            Beside::Once(name, content) => Some((*name, *content)),
            Beside::Text(_) => None,
        })
    }

    fn beside(&self) -> &'static [Beside] {
        match self.together {
            Together::Apart(beside) => beside,
            _ => &[],
        }
    }
}

/// The headline, or else the id.
pub fn title(record: &Record) -> String {
    record.title.as_ref().unwrap_or(&record.doc_id).clone()
}

/// The name of a document's file, without its ending: its id, where that could be a name on any system, else what is
/// left of it and a digest.
///
/// ```
/// use reportedly_records::form::stem;
///
/// assert_eq!(stem("pier-1"), "pier-1");
/// assert_eq!(stem("../pier"), "pier-6ec64d63");
/// ```
pub fn stem(doc_id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !doc_id.is_empty() && doc_id.len() <= 60 && doc_id.chars().all(plain) {
        return doc_id.to_owned();
    }
    let left: String = doc_id.chars().filter(|&c| plain(c)).take(40).collect();
    let digest: String = hash::of_parts(&[doc_id]).chars().take(8).collect();
    [left, digest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
