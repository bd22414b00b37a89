//! One self-contained page: no script, no outside request, everything escaped.

use std::fmt::Write;

use super::card::card;
use super::escaped::escaped;
use super::profile::{carried, lines, voices};
use super::segments::{Role, Segment, segments};
use super::sources::sources;
use super::timeline::html as timeline;
use super::{apart, counted, foreign, grades, letter, nothing, shortened};
use crate::address::address;
use crate::{Claim, Record};

/// The beginning of the page, before the first document.
pub fn head(title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}: who says what</title>\n<style>\n{}</style>\n</head>\n<body>\n",
        escaped(title),
        include_str!("style.css")
    )
}

/// The end of the page, after the last document.
pub fn foot() -> &'static str {
    "</body>\n</html>\n"
}

/// The list of contents of several documents, by id and title; nothing for one. It is written last, when all are known,
/// and shown first.
pub fn contents(documents: &[(String, String)]) -> String {
    if documents.len() < 2 {
        return String::new();
    }
    let entry = |(id, title): &(String, String)| {
        format!("<li dir=\"auto\"><a href=\"#{}\">{}</a></li>\n", identifier(id), escaped(title))
    };
    let entries: String = documents.iter().map(entry).collect();
    format!(
        "<nav aria-label=\"Contents\">\n<h2>{} articles</h2>\n<ol>\n{entries}</ol>\n</nav>\n",
        documents.len()
    )
}

/// One document, to be placed between [`head`] and [`foot`].
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, render::html};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara <Hale>.");
/// let record = Record::new(&read.article, &read.reading, false);
/// let page = [html::head("Pier"), html::article(&record), html::foot().to_owned()].concat();
/// assert!(page.starts_with("<!doctype html>") && page.contains("&lt;"));
/// ```
pub fn article(record: &Record) -> String {
    let page = Page { record, id: identifier(&record.doc_id) };
    let mut out = format!("<article id=\"{}\">\n", page.id);
    page.header(&mut out);
    page.card(&mut out);
    page.key(&mut out);
    page.paragraphs(&mut out);
    page.sources(&mut out);
    timeline::section(record, &page.id, &mut out);
    page.profile(&mut out);
    page.notes(&mut out);
    out.push_str("</article>\n");
    out
}

struct Page<'r> {
    record: &'r Record,
    id: String,
}

impl Page<'_> {
    fn header(&self, out: &mut String) {
        let r = self.record;
        let byline = r.byline.as_ref().map(|names| format!("By {}", names.join(", ")));
        if let Some(title) = apart(r) {
            let _ = writeln!(out, "<h1>{}</h1>", escaped(title));
        }
        let known = [r.outlet.clone(), byline, r.published_at.clone()];
        let link = address(r).map(escaped);
        let link = link.map(|url| format!("<a href=\"{url}\" rel=\"noreferrer\">{url}</a>"));
        let line = known
            .into_iter()
            .flatten()
            .map(|part| escaped(&part))
            .chain(link)
            .chain([escaped(&r.doc_id)])
            .collect::<Vec<_>>();
        let _ = writeln!(out, "<p class=\"about\">{}</p>", line.join(" · "));
        if let Some(note) = foreign(r) {
            let _ = writeln!(out, "<p><b>{}</b></p>", escaped(&note.message));
        }
    }

    /// What happened, before who says what.
    fn card(&self, out: &mut String) {
        let lines = card(self.record);
        if lines.is_empty() {
            return;
        }
        out.push_str("<dl class=\"card\">\n");
        for line in lines {
            let _ = write!(out, "<dt>{}</dt>", line.label);
            line.answers.iter().for_each(|answer| {
                let _ = write!(out, "<dd>{}</dd>", escaped(&answer.words));
            });
            out.push('\n');
        }
        out.push_str("</dl>\n");
    }

    fn key(&self, out: &mut String) {
        if !self.record.claims.is_empty() {
            let _ = writeln!(
                out,
                "<p class=\"key\"><span class=\"person\">P person</span> <span class=\"organization\">O organization\
                 </span> <span class=\"outlet\">M medium</span> <span class=\"document\">D document</span> \
                 <span class=\"unnamed\">U unnamed</span> <span class=\"collective\">C collective</span> \
                 <span class=\"author\">A author</span> <span class=\"unstated\">– no source</span> <b>source</b> \
                 <i>cue</i>. {}</p>",
                grades()
            );
        }
    }

    fn paragraphs(&self, out: &mut String) {
        let segments = segments(self.record);
        let mut at = 0; // in bytes
        let body = self.record.text.char_indices().nth(self.record.body_start as usize).map_or(0, |c| c.0);
        for block in segments.split(|s| s.text == "\n") {
            let length: usize = block.iter().map(|s| s.text.len()).sum();
            if block.iter().any(|s| !s.text.trim().is_empty()) {
                self.paragraph(block, at < body, out);
            }
            at += length + 1;
        }
    }

    fn paragraph(&self, block: &[Segment], headline: bool, out: &mut String) {
        let tag = if headline { "h1" } else { "p" };
        let lang = self.record.lang.as_ref().map_or(String::new(), |l| format!(" lang=\"{}\"", escaped(l)));
        let _ = write!(out, "<div class=\"row\">\n<{tag} dir=\"auto\"{lang}>");
        for segment in block {
            self.segment(segment, out);
        }
        let _ = writeln!(out, "</{tag}>");
        let firsts = block.iter().flat_map(|s| &s.begins).filter(|b| b.1).map(|b| b.0);
        let firsts: Vec<usize> = firsts.collect();
        if !firsts.is_empty() {
            out.push_str("<ul class=\"margin\">\n");
            for i in firsts {
                self.margin(i, &self.record.claims[i], out);
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</div>\n");
    }

    fn segment(&self, s: &Segment, out: &mut String) {
        for &(i, first) in &s.begins {
            let claim = &self.record.claims[i];
            let anchor = if first { format!(" id=\"{}\"", self.anchor(claim)) } else { String::new() };
            let _ = write!(
                out,
                "<a class=\"badge\"{anchor} href=\"#{}-note\">{}{}</a>",
                self.anchor(claim),
                letter(claim),
                i + 1
            );
        }
        let innermost = s.roles.iter().rev().find(|r| r.1 == Role::Content).map(|r| r.0);
        let words = escaped(s.text);
        let words = match s.roles.iter().map(|r| r.1).filter(|&r| r != Role::Content).min() {
            Some(Role::Source) => format!("<b>{words}</b>"),
            Some(_) => format!("<i>{words}</i>"),
            None => words,
        };
        let _ = match innermost {
            Some(i) => write!(out, "<mark class=\"{}\">{words}</mark>", kind(&self.record.claims[i])),
            None => write!(out, "{words}"),
        };
    }

    fn margin(&self, i: usize, claim: &Claim, out: &mut String) {
        let written = claim.source_words().unwrap_or_else(|| claim.who());
        let name = claim.sourcing.source_name.as_ref().filter(|n| !written.contains(n.as_str()));
        let source = name.map_or(written.clone(), |name| format!("{name} ({written})"));
        let cue = claim.cue.as_ref().map_or("no cue", |c| c.text.as_str());
        let parts = [claim.status(), Some(claim.mode.clone())];
        let told = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let _ = write!(
            out,
            "<li id=\"{0}-note\"><a class=\"badge\" href=\"#{0}\">{1}{2}</a> <b>{3}</b> <i>{4}</i> \
             <small>{6}, {5}</small>",
            self.anchor(claim),
            letter(claim),
            i + 1,
            escaped(&shortened(&source, 90)),
            escaped(&shortened(cue, 60)),
            claim.grade().name(),
            escaped(&told)
        );
        for reason in claim.reasons.iter().flatten() {
            let _ = write!(out, "<br><small>{}</small>", escaped(reason));
        }
        out.push_str("</li>\n");
    }

    fn sources(&self, out: &mut String) {
        out.push_str("<section>\n<h2>Who says what</h2>\n");
        if self.record.claims.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", nothing(self.record));
        }
        for source in sources(self.record) {
            let count = counted(source.claims.len(), "claim");
            let _ = writeln!(
                out,
                "<h3 dir=\"auto\">{} <small>{} {count}</small></h3>\n<ul>",
                escaped(&shortened(&source.words, 160)),
                escaped(source.about.as_deref().unwrap_or(""))
            );
            for i in source.claims {
                let claim = &self.record.claims[i];
                let words = escaped(&shortened(&claim.content_words(), 140));
                let status = claim.status().map(|status| format!("<small>[{}]</small> ", escaped(&status)));
                let cue = Some(claim.cue_words()).filter(|cue| !cue.is_empty());
                let cue = cue.map(|cue| format!("<i>{}:</i> ", escaped(&shortened(cue, 60))));
                let told = [status, cue].into_iter().flatten().collect::<String>();
                let (anchor, letter) = (self.anchor(claim), letter(claim));
                let _ = writeln!(
                    out,
                    "<li dir=\"auto\"><a class=\"badge\" href=\"#{anchor}\">{letter}{}</a> {told}{words}</li>",
                    i + 1
                );
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</section>\n");
    }

    fn profile(&self, out: &mut String) {
        let Some(voices) = voices(self.record) else { return };
        let _ = writeln!(out, "<section>\n<h2>Voice and sourcing</h2>\n<p>{}</p>\n<ul>", escaped(&voices));
        for (words, frame) in carried(self.record) {
            let _ = writeln!(out, "<li>{}: {}</li>", escaped(&frame), escaped(&shortened(&words, 140)));
        }
        for line in lines(self.record) {
            let _ = writeln!(out, "<li>{}</li>", escaped(&line));
        }
        out.push_str("</ul>\n</section>\n");
    }

    fn notes(&self, out: &mut String) {
        let below: Vec<_> = self.record.notes.iter().filter(|&n| Some(n) != foreign(self.record)).collect();
        if below.is_empty() {
            return;
        }
        out.push_str("<section>\n<h2>Notes</h2>\n<ul>\n");
        for note in below {
            let _ = writeln!(out, "<li>{}</li>", escaped(&note.message));
        }
        out.push_str("</ul>\n</section>\n");
    }

    fn anchor(&self, claim: &Claim) -> String {
        format!("{}-{}", self.id, identifier(&claim.claim_id))
    }
}

/// The kind as a class of the style sheet.
fn kind(claim: &Claim) -> String {
    let kind = claim.sourcing.source_kind.as_deref().unwrap_or("person");
    kind.chars().filter(char::is_ascii_lowercase).collect()
}

/// A form of the words that needs no escaping in an id or after "#".
fn identifier(words: &str) -> String {
    words.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
