//! One linear pass over the markup before any tree is built, so that no page costs more than its size:
//! tags nested too deep are left out (their text stays), and a page of too many tags is cut.
//! Scripts without data, styles and comments go too: nobody reads them. A `<q>` gets the marks that browsers show.

use std::borrow::Cow;

/// How far down an end tag looks for its start tag.
const LOOK_BACK: usize = 64;
/// Formatting tags left open at once; the parser opens each of them again in every new paragraph.
const OPEN_FORMATTING: usize = 12;
/// Spaces in one tag; the parser compares each attribute with all before it.
const SPACES: usize = 2000;

/// Stands for a space beside an inline tag until the text is rendered: extraction trims real ones.
pub(crate) const GAP: char = '\u{e000}';
const GAP_TEXT: &str = "\u{e000}";

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noframes"];
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
const SELF_CLOSING: &[&str] = &["p", "li", "dt", "dd", "tr", "td", "th", "option", "tbody", "thead", "tfoot"];

/// Markup that is safe to parse, and what had to be done to it.
pub(crate) struct Guarded {
    pub html: String,
    pub flattened: bool,
    pub cut: bool,
}

struct Open<'t> {
    name: Cow<'t, str>,
    kept: bool,
    formatting: bool,
    /// A quotation whose marks the markup stands for.
    quoted: bool,
}

/// Makes the markup safe to parse.
pub(crate) fn guard(html: &str, max_depth: usize, max_nodes: usize) -> Guarded {
    let mut out = Guarded { html: String::with_capacity(html.len()), flattened: false, cut: false };
    let mut open: Vec<Open> = Vec::new();
    let (mut kept, mut formatting, mut nodes) = (0usize, 0usize, 0usize);
    let mut rest = html;
    let mut after_inline = false;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        rest = &rest[at..];
        if let Some(after) = skip_comment(rest) {
            out.html.push_str(text);
            rest = after;
            continue;
        }
        let found = tag(rest);
        let inline = found.as_ref().is_some_and(|(t, _)| is_inline(&t.name));
        push_text(&mut out.html, text, after_inline, inline);
        after_inline = inline;
        let Some((tag, after)) = found else {
            out.html.push_str("&lt;");
            rest = &rest[1..];
            continue;
        };
        rest = after;
        if nodes >= max_nodes {
            out.cut = true;
            return out;
        }
        if tag.end {
            let from = open.len().saturating_sub(LOOK_BACK);
            let Some(at) = open[from..].iter().rposition(|o| o.name == tag.name) else { continue };
            let keep = open[from + at].kept;
            for closed in open.drain(from + at..) {
                kept -= usize::from(closed.kept);
                formatting -= usize::from(closed.kept && closed.formatting);
                out.html.push_str(if closed.quoted { "\u{201d}" } else { "" });
            }
            if keep {
                tag.push_to(&mut out.html);
            }
            continue;
        }
        nodes += 1;
        if RAW.contains(&&*tag.name) {
            let (inside, after) = raw(rest, &tag.name);
            rest = after;
            if keeps_content(&tag) {
                tag.push_to(&mut out.html);
                out.html.push_str(inside);
                out.html.push_str(&format!("</{}>", tag.name));
            }
            continue;
        }
        if VOID.contains(&&*tag.name) {
            tag.push_to(&mut out.html);
            continue;
        }
        if SELF_CLOSING.contains(&&*tag.name) && open.last().is_some_and(|o| o.name == tag.name) {
            kept -= usize::from(open.pop().is_some_and(|o| o.kept));
        }
        let format = FORMATTING.contains(&&*tag.name);
        let keep = kept < max_depth && !(format && formatting >= OPEN_FORMATTING);
        out.flattened |= !keep;
        let quoted =
            tag.name == "q" && !out.html.ends_with(is_mark) && !rest.trim_start().starts_with(is_mark);
        out.html.push_str(if quoted { "\u{201c}" } else { "" });
        if keep {
            tag.push_to(&mut out.html);
            kept += 1;
            formatting += usize::from(format);
        }
        open.push(Open { name: tag.name, kept: keep, formatting: format, quoted });
    }
    out.html.push_str(rest);
    out
}

struct Tag<'t> {
    name: Cow<'t, str>,
    end: bool,
    source: &'t str,
}

impl Tag<'_> {
    /// Elements of the page's own making are taken for the inline ones that they mostly are; the extractor
    /// would leave out their text.
    fn push_to(&self, out: &mut String) {
        if self.source.bytes().filter(u8::is_ascii_whitespace).take(SPACES).count() == SPACES {
            let name = if self.name.contains('-') { "span" } else { &*self.name };
            out.push_str(&format!("<{}{name}>", if self.end { "/" } else { "" }));
            return;
        }
        match (self.name.contains('-'), self.end) {
            (false, _) => out.push_str(self.source),
            (true, true) => out.push_str("</span>"),
            (true, false) => {
                out.push_str("<span");
                out.push_str(&self.source[1 + self.name.len()..]);
            }
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}' | '\u{201e}')
}

fn is_inline(tag: &str) -> bool {
    const MORE: &[&str] = &["abbr", "cite", "del", "ins", "mark", "q", "span", "sub", "sup", "time"];
    FORMATTING.contains(&tag) || MORE.contains(&tag) || tag.contains('-')
}

/// Text as it is, but the space between a word and an inline tag becomes a [`GAP`], which no trimming loses.
fn push_text(out: &mut String, text: &str, after_inline: bool, before_inline: bool) {
    let core = text.trim_matches(|c: char| c.is_ascii_whitespace());
    if core.is_empty() {
        out.push_str(if !text.is_empty() && after_inline && before_inline { GAP_TEXT } else { text });
        return;
    }
    let start = text.len() - text.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
    let end = start + core.len();
    out.push_str(if start > 0 && after_inline { GAP_TEXT } else { &text[..start] });
    out.push_str(core);
    out.push_str(if end < text.len() && before_inline { GAP_TEXT } else { &text[end..] });
}

/// A tag at the start of `s` and what follows it.
fn tag(s: &str) -> Option<(Tag<'_>, &str)> {
    let bytes = s.as_bytes();
    let end = bytes.get(1) == Some(&b'/');
    let from = 1 + usize::from(end);
    if !bytes.get(from)?.is_ascii_alphabetic() {
        return None;
    }
    let stop = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'/' | b'<');
    let to = from + bytes[from..].iter().position(stop).unwrap_or(bytes.len() - from);
    let close = tag_end(bytes, to);
    let name = &s[from..to];
    let name = match name.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    };
    Some((Tag { name, end, source: &s[..close] }, &s[close..]))
}

/// Where a tag ends: at the first `>` outside a quoted value.
fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut quote = 0u8;
    let mut before = b' ';
    for (i, &b) in bytes.iter().enumerate().skip(from) {
        match b {
            _ if quote != 0 => quote = if b == quote { 0 } else { quote },
            b'"' | b'\'' if before == b'=' => quote = b,
            b'>' => return i + 1,
            _ => {}
        }
        if !b.is_ascii_whitespace() {
            before = b;
        }
    }
    bytes.len()
}

/// What follows a comment, a declaration or a processing instruction.
fn skip_comment(s: &str) -> Option<&str> {
    let bytes = s.as_bytes();
    if let Some(inside) = s.strip_prefix("<!--") {
        let inside = inside.strip_prefix('>').map(|_| ">").unwrap_or(inside);
        // without an end the rest of the page is the comment, as browsers have it
        return Some(match inside.find("-->") {
            Some(at) => &inside[at + 3..],
            None if inside == ">" => &s[5..],
            None => "",
        });
    }
    if matches!(bytes.get(1), Some(b'!' | b'?')) {
        return Some(s.find('>').map_or("", |at| &s[at + 1..]));
    }
    None
}

/// The inside of an element that holds no markup, and what follows its end tag.
fn raw<'t>(s: &'t str, name: &str) -> (&'t str, &'t str) {
    let mut from = 0;
    while let Some(at) = s.get(from..).and_then(|r| r.find("</")) {
        let at = from + at;
        let tail = &s.as_bytes()[at + 2..];
        if tail.len() >= name.len() && tail[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            let after = s[at..].find('>').map_or("", |end| &s[at + end + 1..]);
            return (&s[..at], after);
        }
        from = at + 2;
    }
    (s, "")
}

fn keeps_content(tag: &Tag) -> bool {
    match &*tag.name {
        "title" => true,
        "script" => tag.source.to_ascii_lowercase().contains("ld+json"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_nesting_is_flattened_and_the_text_stays() {
        let html = format!("{}deep{}<p>after", "<div>".repeat(1000), "</div>".repeat(1000));
        let out = guard(&html, 100, 10_000);
        assert!(out.flattened && !out.cut);
        assert_eq!(out.html.matches("<div>").count(), 100);
        assert_eq!(out.html.matches("</div>").count(), 100);
        assert!(out.html.ends_with("<p>after"));
    }

    #[test]
    fn ordinary_markup_stays_as_it_is() {
        let html = "<p title='a>b'>One<br>two <B>three</B></p><ul><li>a<li>b</ul>1 < 2";
        let out = guard(html, 100, 1000);
        assert_eq!(out.html.replace(GAP, " "), html.replace("1 < 2", "1 &lt; 2"));
        assert!(!out.flattened);
    }

    #[test]
    fn scripts_and_comments_go_and_data_stays() {
        let html =
            "a<!-- <p>x --><script>if (a<b) \"</p>\"</script><script type='application/ld+json'>{}</script>b";
        assert_eq!(guard(html, 9, 99).html, "a<script type='application/ld+json'>{}</script>b");
        assert_eq!(guard("a<!-- no end", 9, 99).html, "a");
    }

    #[test]
    fn spaces_beside_inline_tags_are_kept_through_extraction() {
        let out = guard("<p> a<em> b </em>c <x-y z=1>d</x-y></p> <p>e</p>", 9, 99).html;
        assert_eq!(out.replace(GAP, "_"), "<p> a<em>_b_</em>c_<span z=1>d</span></p> <p>e</p>");
    }

    #[test]
    fn a_quotation_in_markup_has_marks() {
        let text =
            |html: &str| guard(html, 9, 99).html.replace(GAP, " ").replace("<q>", "").replace("</q>", "");
        assert_eq!(text("<q>No,</q> she said."), "“No,” she said.");
        assert_eq!(text("<q>“No,”</q> she said, \"<q>never</q>\"."), "“No,” she said, \"never\".");
        assert_eq!(text("<p>She said <q>no</p>x"), "<p>She said “no”</p>x");
    }

    #[test]
    fn a_tag_of_countless_attributes_loses_them() {
        let html = format!("<div {}>x</div>", "a=1 ".repeat(5000));
        assert_eq!(guard(&html, 9, 99).html, "<div>x</div>");
    }

    #[test]
    fn many_tags_are_cut() {
        let out = guard(&"<i>x</i>".repeat(50), 9, 20);
        assert!(out.cut);
        assert_eq!(out.html.matches("<i>").count(), 20);
    }
}
