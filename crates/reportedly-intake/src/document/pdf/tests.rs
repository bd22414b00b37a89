use super::*;
use crate::document::body::Style;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/documents/");

fn fixture(name: &str) -> Result<Document, Problem> {
    read(&std::fs::read(format!("{FIXTURES}{name}")).unwrap())
}

/// A PDF whose one page has these instructions, without a table of its objects. Its forms show the next one forty times each.
fn page(instructions: &[u8], extra: &str) -> Vec<u8> {
    let head = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>\
        /XObject<</X 6 0 R>>>>>>endobj 4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj 5 0 obj<<";
    let length = format!("{extra}/Length {}>>stream\n", instructions.len());
    let mut tail = "\nendstream endobj".to_owned();
    for n in 6..12 {
        let (next, shown) = (n + 1, "/X Do ".repeat(40));
        let resources = format!("/Resources<</XObject<</X {next} 0 R>>>>");
        tail +=
            &format!(" {n} 0 obj<</Subtype/Form{resources}/Length 240>>stream\n{shown}\nendstream endobj");
    }
    tail += " trailer<</Root 1 0 R>>";
    [head.as_bytes(), length.as_bytes(), instructions, tail.as_bytes()].concat()
}

fn texts(document: &Document) -> Vec<&str> {
    document.paragraphs.iter().map(|p| p.text.as_str()).collect()
}

#[test]
fn columns_hyphens_ligatures_and_running_heads() {
    let document = fixture("report.pdf").unwrap();
    let texts = texts(&document);
    assert_eq!(texts.len(), 11, "{texts:#?}");
    assert_eq!(texts[0], "The pier is open again after a winter of repairs");
    assert_eq!(document.paragraphs[0].style, Style::Title);
    assert_eq!(
        texts[2],
        "“It held through every storm,” said Mara Hale, the engineer who led the work from the first day. “We found that \
         the official drawings of 1911 were wrong in a dozen places, and that the first fifty piles stood on gravel.”"
    );
    assert!(
        texts[3].contains("be finished before the herring came")
            && texts[3].contains("the well-known north stair")
    );
    assert_eq!(texts[10], "Hale said that she had kept her own notes. “They are in a safe place,” she said.");
    assert!(document.left_out[0].starts_with("Running heads and page numbers"), "{:?}", document.left_out);
    let created = document.properties.created.unwrap();
    assert!(
        created.guess && created.value.starts_with("20") && created.method == "PDF property CreationDate"
    );
}

#[test]
fn paragraphs_apart_without_justified_lines() {
    let document = fixture("letter.pdf").unwrap();
    let letter = texts(&document);
    assert_eq!(letter, texts(&fixture("report.pdf").unwrap()));
}

#[test]
fn a_font_that_is_not_in_the_file_and_words_placed_one_by_one() {
    let words = b"BT /F 11 Tf 72 700 Td (The pier held all night, and no one slept) Tj 0 -13 Td [(in th) 10 (e old)-300(town.)] TJ \
        0 -40 Td (Next day) Tj 100 0 Td (12,000) Tj ET BT 1 0 0 1 72 600 Tm (It rained) Tj 5 Ts /F 6 Tf (1) Tj 0 Ts /F 11 Tf (.) Tj ET \
        BT 0 1 -1 0 20 300 Tm (DRAFT) Tj ET /Artifact BMC BT 72 500 Td (page) Tj ET EMC \
        /Span<</ActualText(office)>>BDC BT 72 450 Td (o) Tj ( ce) Tj ET EMC";
    let document = read(&page(words, "")).unwrap();
    let expected = [
        "The pier held all night, and no one slept in the old town.",
        "Next day",
        "12,000",
        "It rained.",
        "office",
    ];
    assert_eq!(texts(&document), expected);
}

#[test]
fn the_largest_letters_are_the_title_also_below_a_letterhead() {
    let body = "BT /F 11 Tf 72 760 Td (Town of Velmouth, press office) Tj /F 22 Tf 0 -60 Td (The pier is open) Tj /F 11 Tf 0 -40 Td \
        (It held through every storm, said Mara Hale, who led the work from the first day.) Tj ET";
    let article = read(&page(body.as_bytes(), "")).unwrap().article().unwrap();
    assert_eq!(article.metadata.title.unwrap().value, "The pier is open");
    assert!(article.text.as_str().starts_with("Town of Velmouth, press office\n\nThe pier is open\n\n"));
    assert_eq!(article.body_start, 0);
}

#[test]
fn bombs_and_forms_that_hold_each_other_are_refused() {
    use std::io::Write;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..80 {
        packed.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = packed.finish().unwrap();
    assert!(matches!(read(&page(&bomb, "/Filter/FlateDecode")), Err(Problem::HugePdf)));
    let mut twice = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    twice.write_all(&bomb).unwrap();
    let twice = twice.finish().unwrap();
    assert!(
        read(&page(&twice, "/Filter[/FlateDecode/FlateDecode]")).map_or(true, |d| d.paragraphs.is_empty())
    );
    let before = std::time::Instant::now();
    let forms = read(&page(b"/X Do", ""));
    assert!(matches!(forms, Err(Problem::HugePdf)), "{forms:?}");
    assert!(before.elapsed().as_secs() < 60);
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    assert!(matches!(fixture("encrypted.pdf"), Err(Problem::Encrypted)));
    assert!(matches!(read(b"%PDF-1.7 no more"), Err(Problem::BadPdf)));
    assert!(fixture("scan.pdf").unwrap().paragraphs.is_empty());
    let said =
        crate::document::article(&std::fs::read(format!("{FIXTURES}scan.pdf")).unwrap(), false).unwrap_err();
    assert!(said.to_string().contains("run text recognition (OCR)"), "{said}");
}
