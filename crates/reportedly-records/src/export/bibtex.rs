//! BibTeX, for lists of references in LaTeX.

use super::address;
use super::citation::{Author, authors, key, stated};
use crate::Record;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The article as one entry, in UTF-8: `@article` in its outlet, or `@misc`. `year` and `month` are for BibTeX; `date`
/// and `urldate`, with the stated precision, for biblatex. A date that is a guess stands only in `date`, with the sign
/// that biblatex has for it.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::bibtex};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let mut record = Record::new(&read.article, &read.reading, false);
/// record.title = Some("Salt & Sand {at 50%}".to_owned());
/// let entry = bibtex(&record);
/// assert!(entry.contains(r"title = {{Salt \& Sand \textbraceleft{}at 50\%\textbraceright{}}},"), "{entry}");
/// ```
pub fn bibtex(record: &Record) -> String {
    let issued = stated(record.published_at.as_deref());
    let guess = record.published_at_guess == Some(true);
    let part = |i: usize| issued.as_ref().filter(|_| !guess).and_then(|date| date.get(i).copied());
    let month = part(1).and_then(|month| MONTHS.get(usize::from(month.checked_sub(1)?)));
    let title = record.title.as_deref().map(|title| format!("{{{}}}", escaped(title)));
    let author = authors(record).iter().map(name).collect::<Vec<_>>().join(" and ");
    let doubt = if guess { "~" } else { "" };
    let fields = [
        ("author", Some(author).filter(|a| !a.is_empty()).map(braced)),
        ("title", title.map(braced)),
        ("journal", record.outlet.as_deref().map(|outlet| braced(escaped(outlet)))),
        ("year", part(0).map(|year| braced(year.to_string()))),
        ("month", month.map(|&month| month.to_owned())),
        ("date", issued.as_deref().map(|date| braced(iso(date) + doubt))),
        ("url", address(record).map(|url| braced(bare(url)))),
        ("urldate", stated(record.fetched_at.as_deref()).map(|date| braced(iso(&date)))),
        ("language", record.lang.as_deref().map(|lang| braced(escaped(lang)))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {},\n", value?)));
    let kind = if record.outlet.is_some() { "article" } else { "misc" };
    format!("@{kind}{{{},\n{}}}\n", key(record), fields.collect::<String>())
}

fn braced(value: String) -> String {
    format!("{{{value}}}")
}

fn name(author: &Author) -> String {
    match author {
        Author::Whole(name) => format!("{{{}}}", escaped(name)),
        Author::Parts(given, particle, family) => {
            let family = [particle.as_str(), family].join(" ");
            format!("{}, {}", escaped(family.trim()), escaped(given))
        }
    }
}

fn iso(date: &[u16]) -> String {
    date.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("-")
}

/// An address is taken as it is; only braces and backslashes would end or change it.
fn bare(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// Words on one line in which TeX has nothing to do. BibTeX counts braces even behind a backslash, so these have names.
fn escaped(words: &str) -> String {
    let line = words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty());
    let mut out = String::with_capacity(words.len());
    for c in line.collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str(r"\textbackslash{}"),
            '{' => out.push_str(r"\textbraceleft{}"),
            '}' => out.push_str(r"\textbraceright{}"),
            '~' => out.push_str(r"\textasciitilde{}"),
            '^' => out.push_str(r"\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
