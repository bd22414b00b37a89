//! Documents and other files that people save, from their names to articles or to what is wrong with them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};

use reportedly::Article;
use reportedly_intake::{Opened, Options, named};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents")
}

/// What comes of a file: its articles, and what is said of it.
fn read(path: &Path) -> (Vec<Article>, Vec<String>) {
    let (mut articles, mut said) = (Vec::new(), Vec::new());
    for input in named(&[path.to_owned()]).inputs(&Options::default()) {
        match input.open(false) {
            Ok(Opened::Article(capture)) => articles.push(capture.article),
            Ok(_) => {}
            Err(failure) => said.push(failure.to_string()),
        }
    }
    (articles, said)
}

fn article(name: &str) -> Article {
    let (mut articles, said) = read(&fixtures().join(name));
    assert_eq!((articles.len(), said.len()), (1, 0), "{name}: {said:?}");
    articles.remove(0)
}

#[test]
fn documents_of_a_word_processor() {
    let minutes = article("minutes.docx");
    assert_eq!(
        minutes.text.as_str(),
        "Minutes of the harbour board\n\nThe board of the Velmouth harbour met on Monday in the old customs house.\n\n\
         “The pier held through every storm,” said Mara Hale, the engineer.\n\nWhat was decided\n\n\
         According to the treasurer, Ada Lind, the final bill came to 4.2 million crowns.\n\nThe board approved the second contract."
    );
    let meta = &minutes.metadata;
    assert_eq!(meta.byline.as_ref().unwrap().value, ["Tom Brook"]);
    let published = meta.published.as_ref().unwrap();
    assert_eq!((published.value.value().as_str(), published.guess), ("2031-03-14T09:00:00Z", true));
    let notes: Vec<&str> = minutes.notes.iter().map(|note| note.message.as_str()).collect();
    let expected = [
        "1 footnote (4 words) was left out, at paragraph 3.",
        "1 comment (3 words) was left out, at paragraph 5.",
    ];
    assert_eq!(notes, expected);

    let statement = article("statement.odt");
    assert_eq!(
        statement.text.get(statement.body()),
        "The north stair will stay shut until autumn, the harbour office says.\n\nWhy\n\n“Two steps are loose,” said Mara Hale."
    );
    assert_eq!(statement.metadata.title.unwrap().value, "Statement of the harbour office");
    assert_eq!(statement.notes.len(), 2);
}

#[test]
fn of_a_wacz_the_pages_that_its_index_lists_are_read() {
    let (articles, said) = read(&fixtures().join("crawl.wacz"));
    let urls: Vec<&str> = articles.iter().filter_map(|a| a.metadata.url.as_deref()).collect();
    assert_eq!((urls, said), (vec!["https://courier.example/pier"], vec![]));
    // an index that lists what is not there hides nothing that is
    let (articles, said) = read(&fixtures().join("lying-index.wacz"));
    assert_eq!(articles.len(), 2);
    let expected = "lying-index.wacz, pages/pages.jsonl: lists 1 page that the web archives in it do not hold, \
                    https://courier.example/never first: the rest was read";
    assert!(said.len() == 1 && said[0].ends_with(expected), "{said:?}");
}

#[test]
fn an_archive_packed_with_a_dictionary() {
    let (articles, said) = read(&fixtures().join("dictionary.warc.zst"));
    let urls: Vec<&str> = articles.iter().filter_map(|a| a.metadata.url.as_deref()).collect();
    assert_eq!((urls, said), (vec!["https://courier.example/pier", "https://courier.example/rope"], vec![]));
}

#[test]
fn pages_that_unpack_themselves_mails_and_notes() {
    assert!(
        article("self-extracting.html")
            .text
            .as_str()
            .contains("said Mara Hale, the engineer who led the work")
    );
    assert!(article("newsletter.eml").text.as_str().contains("“It held through every storm,”"));
    let note = article("clipping.md");
    assert_eq!(note.metadata.url.as_deref(), Some("https://courier.example/pier"));
    assert!(note.text.as_str().contains("The pier of Velmouth is open again"));
}

#[test]
fn what_cannot_be_read_names_file_place_and_remedy() {
    for (name, place, remedy) in [
        ("encrypted.pdf", "encrypted.pdf: ", "save it without one"),
        ("scan.pdf", "scan.pdf: ", "run text recognition"),
        ("broken.docx", "broken.docx: ", "download or save it again"),
        ("leads-out.docx", "leads-out.docx: ", "get it again from its source"),
        ("zip-in-zip.wacz", "zip-in-zip.wacz, archive/inner.wacz: ", "unpack the outer one"),
        ("no-main-part.mhtml", "no-main-part.mhtml: ", "save the page again"),
    ] {
        let (articles, said) = read(&fixtures().join(name));
        assert!(articles.is_empty() && said.len() == 1, "{name}: {said:?}");
        assert!(said[0].contains(place) && said[0].contains(remedy), "{name}: {said:?}");
    }
}

#[test]
fn a_folder_is_looked_into_whatever_its_files_are_called() {
    let folder = tempfile::TempDir::new().unwrap();
    let copy = |from: &str, to: &str| std::fs::copy(fixtures().join(from), folder.path().join(to)).unwrap();
    copy("minutes.docx", "a.bin");
    copy("letter.pdf", "b");
    copy("crawl.wacz", "c.zip");
    copy("zip-in-zip.wacz", "d.xlsx");
    std::fs::write(folder.path().join("e.ods"), b"PK\x03\x04 cut").unwrap();
    copy("statement.odt", "f.odt");
    copy("self-extracting.html", "h.md");
    let names = named(&[folder.path().to_owned()]);
    let (articles, said) = read(folder.path());
    assert_eq!(articles.len(), 5, "{said:?}");
    assert_eq!(names.left_out(), None, "{said:?}");
    std::fs::remove_file(folder.path().join("e.ods")).unwrap();
    std::fs::write(folder.path().join("g.png"), b"\x89PNG").unwrap();
    assert_eq!(named(&[folder.path().to_owned()]).left_out().as_deref(), Some("1 file left out: 1 .png"));
}
