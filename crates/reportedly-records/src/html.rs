//! One self-contained page: the text in a calm column, each source with its claims in the margin.
//!
//! A claim is told by its number and by how it is underlined (solid direct, dashed mixed, dotted indirect),
//! never by colour alone. There is no script, and nothing is fetched.

use std::fmt::Write;

use crate::marks::{Role, Stretch, marks, stretches};
use crate::record::{Claim, Record};
use crate::sources::{joined, sources};

const STYLE: &str = include_str!("html.css");

/// The whole page of one record or of several, one after another.
pub fn html(records: &[Record]) -> String {
    let title = records.first().and_then(|r| r.title.as_deref()).unwrap_or("Who says what");
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{} \u{2013} reportedly</title>\n<style>{STYLE}</style>\n",
        escaped(title)
    );
    for (i, record) in records.iter().enumerate() {
        article(record, &format!("{}-", i + 1), &mut out);
    }
    out += "<footer>Made by reportedly. It shows who is said to say what; it does not say what is true.</footer>\n</html>\n";
    out
}

fn article(r: &Record, id: &str, out: &mut String) {
    *out += "<main>\n<article>\n<header>\n";
    let title =
        r.title.as_deref().or_else(|| r.text.lines().find(|l| r.body_start > 0 && !l.trim().is_empty()));
    if let Some(title) = title {
        let _ = writeln!(out, "<h1>{}</h1>", escaped(title));
    }
    let byline = r.byline.as_ref().map(|b| b.join(", "));
    let known: Vec<_> =
        [&r.outlet, &byline, &r.published_at].into_iter().flatten().map(|v| escaped(v)).collect();
    let _ = writeln!(out, "<p class=\"known\">{}</p>", known.join(" \u{b7} "));
    *out += "<p class=\"key\"><span class=\"content direct\">direct</span> <span class=\"content mixed\">partly quoted</span> \
             <span class=\"content indirect\">indirect</span> <b>source</b> <i>cue</i></p>\n</header>\n";
    text(r, id, out);
    *out += "</article>\n<aside>\n<h2>Who says what</h2>\n";
    for source in sources(r) {
        let name = source.name.as_deref().map_or("<i>nobody is named</i>".to_owned(), escaped);
        let _ = writeln!(out, "<section>\n<h3>{name}</h3>\n<ol>");
        source.claims.iter().for_each(|(n, claim)| margin(*n, claim, r, id, out));
        *out += "</ol>\n</section>\n";
    }
    if r.claims.is_empty() {
        *out += "<p>Nobody is said to say anything here.</p>\n";
    }
    for note in &r.notes {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(&note.message));
    }
    *out += "</aside>\n</main>\n";
}

fn text(r: &Record, id: &str, out: &mut String) {
    let marks = marks(r);
    let mut at = 0u32;
    *out += "<p>";
    let mut seen = std::collections::HashSet::new();
    for stretch in stretches(&r.text, &marks) {
        let begins = at;
        at += stretch.text.chars().count() as u32;
        // the headline stands above already
        let skip = r.body_start.saturating_sub(begins).min(at - begins) as usize;
        let words: String = stretch.text.chars().skip(skip).collect();
        if words.is_empty() {
            continue;
        }
        for (mark, _) in stretch.over.iter().filter(|(m, new)| *new && m.role == Role::Content) {
            for n in &mark.claims {
                let anchor = if seen.insert(*n) { format!(" id=\"t{id}{n}\"") } else { String::new() };
                let _ = write!(
                    out,
                    "<a class=\"badge\"{anchor} href=\"#c{id}{n}\" aria-label=\"claim {n}\">{n}</a>"
                );
            }
        }
        let (open, close) = tags(&stretch, r);
        let broken = words.replace('\r', "");
        let mut lines = broken.split('\n').map(str::trim_start).enumerate().peekable();
        let first = broken.split('\n').next().unwrap_or("");
        let _ = write!(out, "{open}{}{close}", escaped(first));
        lines.next();
        for (_, line) in lines.filter(|(_, l)| !l.is_empty()) {
            let _ = write!(out, "</p>\n<p>{open}{}{close}", escaped(line));
        }
        if broken.ends_with('\n') {
            *out += "</p>\n<p>";
        }
    }
    *out += "</p>\n";
}

fn tags(stretch: &Stretch, r: &Record) -> (String, &'static str) {
    let roles = |role| stretch.over.iter().rev().find(|(m, _)| m.role == role).map(|(m, _)| m.claims[0] - 1);
    match (roles(Role::Cue), roles(Role::Source), roles(Role::Content)) {
        (Some(_), _, _) => ("<i>".to_owned(), "</i>"),
        (_, Some(_), _) => ("<b>".to_owned(), "</b>"),
        (_, _, Some(i)) => (format!("<span class=\"content {}\">", r.claims[i].mode), "</span>"),
        _ => (String::new(), ""),
    }
}

fn margin(n: usize, claim: &Claim, r: &Record, id: &str, out: &mut String) {
    let content = joined(claim.content.iter().map(|p| p.text.as_str()));
    let cue = claim.cue.as_ref().map_or("no cue".to_owned(), |c| escaped(&c.text));
    let outer = claim.within.as_ref().and_then(|w| r.claims.iter().position(|c| c.claim_id == *w));
    let within = outer.map_or(String::new(), |i| format!(", within <a href=\"#c{id}{0}\">{0}</a>", i + 1));
    let _ = write!(
        out,
        "<li id=\"c{id}{n}\" value=\"{n}\"><a class=\"badge\" href=\"#t{id}{n}\" aria-label=\"claim {n} in the text\">{n}</a> \
         <i>{cue}</i> {} <small>{}, {:.2}{within}</small>",
        escaped(&content),
        claim.mode,
        claim.confidence
    );
    for why in claim.why.iter().flatten() {
        let _ = write!(out, "<br><small>{}</small>", escaped(why));
    }
    *out += "</li>\n";
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::article::Article;
    use reportedly::attribution::rules::Rules;
    use reportedly::reading::{Options, read};

    fn page(text: &str) -> String {
        let article = Article::from_text(text);
        html(&[Record::new(&article, &read(&article, &[&Rules], &Options::default()), "rules", false)])
    }

    #[test]
    fn stored_markup_stays_text() {
        let out =
            page("\"<script>alert(1)</script> is what we saw here,\" said Ada <b onclick='x'>Vale.\n\nEnd.");
        assert!(!out.contains("<script") && !out.contains("<b onclick"));
        assert!(out.contains("&lt;script&gt;") && out.contains("Content-Security-Policy"));
    }

    #[test]
    fn claims_and_text_point_at_each_other() {
        let out = page("One line.\n\n\"We wait here for the tide,\" said Ada Vale.\n\nLast.");
        for part in
            ["id=\"t1-1\" href=\"#c1-1\"", "id=\"c1-1\"", "href=\"#t1-1\"", "<b>Ada Vale</b>", "<i>said</i>"]
        {
            assert!(out.contains(part), "{part} in {out}");
        }
        assert!(out.contains("<p>Last.</p>") && !out.contains("http://"));
    }
}
