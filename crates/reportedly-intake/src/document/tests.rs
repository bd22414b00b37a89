use super::*;
use crate::zip::tests::zipped;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn docx(body: &str, more: &[(&str, &str)]) -> Result<Article, Problem> {
    let body = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let members = [("word/document.xml", body.as_str())].into_iter().chain(more.iter().copied());
    let members: Vec<(&str, &[u8])> = members.map(|(name, xml)| (name, xml.as_bytes())).collect();
    article(&zipped(&members), false)
}

fn odt(body: &str, more: &[(&str, &str)]) -> Result<Article, Problem> {
    let body = format!("<office:document-content>{body}</office:document-content>");
    let members = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", body.as_str())];
    let members = members.into_iter().chain(more.iter().copied());
    let members: Vec<(&str, &[u8])> = members.map(|(name, xml)| (name, xml.as_bytes())).collect();
    article(&zipped(&members), false)
}

fn notes(article: &Article) -> Vec<&str> {
    article.notes.iter().map(|n| n.message.as_str()).collect()
}

#[test]
fn what_was_deleted_is_left_out_and_what_was_inserted_stays() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">The pier </w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>held</w:t></w:r></w:ins><w:r><w:t>&#8217;s</w:t><w:tab/><w:t>A &amp; B.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>line.</w:t></w:r></w:p>\
        <w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>";
    assert_eq!(docx(body, &[]).unwrap().text.as_str(), "The pier held’s A & B.\n\nOne line.");
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>fell</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes><text:p>The pier\n  <text:change/>held<text:s text:c=\"2\"/>all <text:span>night\
        </text:span>.</text:p><text:p/><text:p>It<text:line-break/>rained.</text:p>";
    assert_eq!(odt(body, &[]).unwrap().text.as_str(), "The pier held all night.\n\nIt\nrained.");
}

#[test]
fn a_heading_is_the_headline_and_properties_are_guesses() {
    let styles = format!(
        "<w:styles {W}><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"Haus\"><w:basedOn w:val=\"berschrift1\"/></w:style>\
         <w:style w:styleId=\"V1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>"
    );
    let core = "<cp:coreProperties><dc:title>Memo template</dc:title><dc:creator>Mara Hale</dc:creator>\
        <dcterms:created>2031-03-14T09:00:00Z</dcterms:created><dcterms:modified>2031-03-15T10:00:00Z</dcterms:modified>\
        </cp:coreProperties>";
    let parts = [("word/styles.xml", styles.as_str()), ("docProps/core.xml", core)];
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Haus\"/></w:pPr><w:r><w:t>The pier held.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"V1\"/></w:pPr><w:r><w:t>Chapter one 3</w:t></w:r></w:p>\
        <w:p><w:r><w:t>It was a long night.</w:t></w:r></w:p>";
    let article = docx(body, &parts).unwrap();
    assert_eq!(article.text.get(article.body()), "It was a long night.");
    let meta = article.metadata;
    assert_eq!(meta.title.unwrap(), Found::stated("The pier held.".to_owned(), "heading"));
    let byline = meta.byline.unwrap();
    assert_eq!((byline.value.as_slice(), byline.guess), (&["Mara Hale".to_owned()][..], true));
    let published = meta.published.unwrap();
    assert_eq!(published.value.value(), "2031-03-14T09:00:00Z");
    assert_eq!((published.method.as_ref(), published.guess), ("document property dcterms:created", true));
    assert_eq!(meta.modified.unwrap().value.value(), "2031-03-15T10:00:00Z");

    let styled = "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/><text:p text:style-name=\"P1\">The pier held.</text:p>\
        <text:p>It was a long night.</text:p>";
    let meta = "<office:meta><meta:initial-creator>Mara Hale</meta:initial-creator>\
        <meta:creation-date>2031-03-14T09:00:00</meta:creation-date></office:meta>";
    let article = odt(styled, &[("meta.xml", meta)]).unwrap();
    assert_eq!(article.text.get(article.body()), "It was a long night.");
    let meta = article.metadata;
    assert_eq!((meta.title.unwrap().value.as_str(), meta.byline.unwrap().value.len()), ("The pier held.", 1));
    assert!(meta.published.unwrap().guess);
}

#[test]
fn what_stands_beside_is_left_out_and_said() {
    let body = "<w:p><w:r><w:t>It held.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
        <w:p><w:r><w:t>It rained.</w:t><w:footnoteReference w:id=\"3\"/></w:r></w:p>";
    let part = |words: &str| format!("<w:x {W}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:x>");
    let (footnotes, header) = (part("As the town said."), part("Draft"));
    let parts = [
        ("word/footnotes.xml", footnotes.as_str()),
        ("word/header2.xml", &header),
        ("word/comments.xml", "<x/>"),
    ];
    let article = docx(body, &parts).unwrap();
    assert_eq!(article.text.as_str(), "It held.\n\nIt rained.");
    assert_eq!(
        notes(&article),
        [
            "2 footnotes (4 words) were left out, at paragraphs 1, 2.",
            "Text in a page header or footer (1 word) was left out."
        ]
    );
    let body = "<text:p>It held.<office:annotation><dc:creator>Ada</dc:creator><text:p>Really?</text:p></office:annotation></text:p>\
        <text:p>It rained<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\
        <text:p>As the town said.</text:p></text:note-body></text:note>.</text:p>";
    let styles = "<a><style:header><text:p>A draft</text:p></style:header></a>";
    let article = odt(body, &[("styles.xml", styles)]).unwrap();
    assert_eq!(article.text.as_str(), "It held.\n\nIt rained.");
    assert_eq!(
        notes(&article),
        [
            "1 footnote (4 words) was left out, at paragraph 2.",
            "1 comment (1 word) was left out, at paragraph 1.",
            "Text in a page header or footer (2 words) was left out."
        ]
    );
}

#[test]
fn what_is_no_document_says_what_to_do() {
    let said = |bytes: &[u8]| article(bytes, false).unwrap_err().to_string();
    assert!(said(b"\xd0\xcf\x11\xe0 x").contains("save it as DOCX or PDF, without a password"));
    let manifest = [("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")];
    assert!(odt("<text:p>x</text:p>", &manifest).unwrap_err().to_string().contains("is encrypted"));
    assert!(said(b"\n%PDF-1.4 cut").contains("the PDF is damaged"));
    assert!(said(b"{\\rtf1 x}").contains("save it again as one of these"));
    assert!(said(&zipped(&[("a.zip", b"x")])).contains("unpack it and name the files"));
    assert!(said(&zipped(&[("../word/document.xml", b"x")])).contains("tampered with"));
    assert!(said(b"PK\x03\x04 cut").contains("damaged or unusual ZIP file"));
    assert!(docx("<w:p><w:r></w:p>", &[]).unwrap_err().to_string().contains("the document is damaged"));
    assert!(docx("<w:p/>", &[]).unwrap_err().to_string().contains("no text in it"));
}
