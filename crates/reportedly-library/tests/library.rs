//! What a library keeps and refuses.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;

use common::{FERRY, TIDE, incoming, library, record, sound};
use reportedly_core::trace::Publishers;
use reportedly_library::{
    Access, Change, Error, Export, FileFormat, Given, Incoming, Library, Placement, Revisited,
};

#[test]
fn what_is_added_comes_back_as_it_was() {
    let (_folder, path, mut library) = library();
    let mut expected = incoming(Some("a"), None, TIDE).record;
    let kept = library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
    assert_eq!((kept[0].doc_id(), kept[0].claims), ("a", expected.claims.len()));
    drop(library);
    let stored = sound(&path).record("a").unwrap();
    expected.fetched_at = None;
    assert_eq!(stored, expected);
}

#[test]
fn the_same_again_adds_nothing_and_a_changed_text_is_a_version() {
    let (_folder, path, mut library) = library();
    let url = Some("https://courier.example/pier");
    let first = library.add(vec![incoming(None, url, TIDE)]).unwrap()[0].doc_id().to_owned();
    let again = library.add(vec![incoming(None, url, TIDE), incoming(None, url, FERRY)]).unwrap();
    assert_eq!(again[0].placement, Placement::Known(first.clone()));
    assert!(matches!(&again[1].placement, Placement::New { version_of: Some(of), .. } if *of == first));
    // one that the caller names
    let changed = format!("{TIDE} It opens on Friday.");
    for (text, version_of) in [(TIDE, None), (changed.as_str(), Some("7")), (TIDE, None), (FERRY, Some("7@"))]
    {
        let kept = library.add(vec![incoming(Some("7"), None, text)]).unwrap().remove(0);
        match (&kept.placement, version_of) {
            (Placement::New { version_of: Some(of), .. }, Some(expected)) => {
                assert!(of.starts_with(expected))
            }
            (Placement::New { version_of: None, .. } | Placement::Known(_), None) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(sound(&path).list().unwrap().len(), 5);
}

#[test]
fn the_address_of_a_site_makes_no_versions() {
    let (_folder, _, mut library) = library();
    let url = Some("https://courier.example/");
    let kept = library.add(vec![incoming(None, url, TIDE), incoming(None, url, FERRY)]).unwrap();
    assert!(matches!(&kept[1].placement, Placement::New { version_of: None, .. }));
}

#[test]
fn an_export_makes_the_same_library() {
    let parquet = cfg!(feature = "parquet").then_some(FileFormat::Parquet);
    for format in [FileFormat::Jsonl, FileFormat::Csv].into_iter().chain(parquet) {
        let export = Export { format, ..Export::default() };
        let (folder, path, mut library) = library();
        let odd = "“A, \"b\"\r\nc;\t🙂,” said Mara Hale.";
        library
            .add(vec![incoming(Some("1"), Some("https://a.example/x"), odd), incoming(None, None, FERRY)])
            .unwrap();
        library.add(vec![incoming(Some("1"), None, TIDE)]).unwrap();
        library.refuse(&[("x.pdf".to_owned(), "is no page".to_owned())]).unwrap();
        let id = library.search(&"late".parse().unwrap(), 1).unwrap().claims[0].claim.claim_id.clone();
        library
            .correct(&id, &Change::Set(Given { source: Some(String::new()), ..Given::default() }), "ann")
            .unwrap();
        let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
        let manifest = library.export(&one, &export).unwrap();
        assert!(matches!(library.export(&one, &export), Err(Error::Exists(_))));
        let second = folder.path().join("second.db");
        let mut other = Library::open(&second, Access::Create).unwrap();
        other.import(&one).unwrap();
        assert_eq!(other.export(&two, &export).unwrap(), manifest);
        drop(other);
        let other = sound(&second);
        assert_eq!(other.record("1").unwrap(), sound(&path).record("1").unwrap());
        assert_eq!(other.search(&"late".parse().unwrap(), 9).unwrap().claims.len(), 1);
        // into a library that is not empty, and from a file that was changed
        assert!(matches!(library.import(&one), Err(Error::NotEmpty(_))));
        let file = one.join(&manifest.tables[0].file);
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).unwrap();
        let mut third = Library::open(&folder.path().join("third.db"), Access::Create).unwrap();
        assert!(matches!(third.import(&one), Err(Error::BadImport(..))));
        assert!(third.list().unwrap().is_empty());
    }
}

#[test]
fn revisits_lead_to_what_they_repeat() {
    let (_folder, _, mut library) = library();
    let mut first = incoming(None, Some("https://a.example/x"), TIDE);
    first.digest = Some("sha1:ABC".to_owned());
    let doc_id = library.add(vec![first]).unwrap()[0].doc_id().to_owned();
    let again = |digest: Option<&str>, address: &str| Revisited {
        place: format!("b.warc {address}"),
        addresses: vec![address.to_owned()],
        digest: digest.map(str::to_owned),
        fetched_at: None,
    };
    assert_eq!(
        library.revisit(&again(Some("sha1:ABC"), "https://a.example/y")).unwrap().as_ref(),
        Some(&doc_id)
    );
    assert_eq!(library.revisit(&again(None, "https://a.example/x")).unwrap().as_ref(), Some(&doc_id));
    assert_eq!(library.revisit(&again(Some("sha1:NO"), "https://a.example/z")).unwrap(), None);
}

#[test]
fn ids_may_be_shortened_if_they_stay_clear() {
    let (_folder, _, mut library) = library();
    library
        .add(vec![incoming(Some("harbour-1"), None, TIDE), incoming(Some("harbour-2"), None, FERRY)])
        .unwrap();
    assert!(matches!(library.record("harbour"), Err(Error::Ambiguous(_))));
    assert!(matches!(library.record("quay"), Err(Error::Unknown(_))));
    assert_eq!(library.record("harbour-2").unwrap().text, FERRY);
    let id = library.record("harbour-1").unwrap().claims[0].claim_id.clone();
    assert_eq!(library.claim(&id[..8]).unwrap().1, id);
}

#[test]
fn a_failure_is_kept_until_the_place_is_read() {
    let (_folder, _, mut library) = library();
    let article = incoming(Some("a"), None, TIDE);
    library.refuse(&[(article.place.clone(), "is empty".to_owned())]).unwrap();
    assert_eq!(library.refused().unwrap()[0].reason, "is empty");
    library.add(vec![article]).unwrap();
    assert!(library.refused().unwrap().is_empty());
}

#[test]
fn damage_is_found() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
    drop(library);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE documents SET text = replace(text, 'tide', 'time')", []).unwrap();
    drop(raw);
    let mut library = Library::open(&path, Access::Write).unwrap();
    assert!(library.verify().unwrap().problems[0].contains("not the one that was added"));
    assert!(matches!(
        library.export(&path.with_extension("out"), &Export::default()),
        Err(Error::Damaged(..))
    ));
}

#[test]
fn every_column_of_a_claim_is_kept() {
    // a field that the records have and the tables do not would be lost in silence
    let record = record(&common::article(TIDE));
    let value = serde_json::to_value(&record).unwrap();
    let (_folder, path, library) = library();
    drop(library);
    let raw = rusqlite::Connection::open(&path).unwrap();
    let columns = |table: &str| -> Vec<String> {
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        raw.prepare(&sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let (documents, claims) = (columns("documents"), columns("claims"));
    for field in value.as_object().unwrap().keys() {
        // rows of their own, worked out again, or what a library does not keep
        let others =
            ["claims", "sources", "segments", "profile", "dates", "place", "entities", "events", "incidents"];
        if others.contains(&field.as_str()) {
            continue;
        }
        assert!(documents.contains(field), "documents has no column {field}");
    }
    for (rows, columns) in [("claims", claims), ("sources", columns("sources"))] {
        for field in value[rows][0].as_object().unwrap().keys() {
            assert!(columns.contains(field), "{rows} has no column {field}");
        }
    }
}

#[test]
fn copies_and_their_claims_are_counted_once() {
    let (_folder, _, mut library) = library();
    let story = |end: &str| {
        format!(
            "The ferry between Velmouth and Sorrel ran aground on Monday with forty people on board.\n\n\
         “The tide waits for nobody, and we were late to see that,” said Mara Hale, the engineer.\n\n{end}"
        )
    };
    let texts = [story("Boats came at dawn."), story("Nobody was hurt, it was said."), TIDE.to_owned()];
    for (id, text) in ["first", "second", "other"].iter().zip(&texts) {
        library.add(vec![incoming(Some(id), None, text)]).unwrap();
    }
    let rows = library.copies("second").unwrap();
    assert!(
        rows.iter().all(|r| r.doc_a == "second" && r.doc_b == "first" && r.kind != "boilerplate"),
        "{rows:?}"
    );
    let words = |row: &reportedly_records::Reuse, text: &str| {
        text.chars().skip(row.begin_a as usize).take((row.end_a - row.begin_a) as usize).collect::<String>()
    };
    assert!(words(&rows[0], &texts[1]).starts_with("The ferry between"));
    assert!(library.copies("other").unwrap().is_empty());
    let claim = library.record("second").unwrap().claims[0].claim_id.clone();
    let group = library.trace(&claim, &Publishers::default()).unwrap().unwrap();
    // the other text has the quotation, cut shorter
    assert_eq!((group.pages, group.texts, group.publishers, group.origins), (3, 2, 1, 1));
    assert_eq!(group.first_known.unwrap().published_at_method, "caller");
}

#[cfg(feature = "parquet")]
#[test]
fn many_rows_are_written_in_groups() {
    let (folder, _, mut library) = library();
    let failures: Vec<_> = (0..70_000).map(|n| (format!("{n:06}.pdf"), "is no page".to_owned())).collect();
    library.refuse(&failures).unwrap();
    let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
    let export = Export { format: FileFormat::Parquet, ..Export::default() };
    let manifest = library.export(&one, &export).unwrap();
    let mut other = Library::open(&folder.path().join("second.db"), Access::Create).unwrap();
    other.import(&one).unwrap();
    assert_eq!(other.export(&two, &export).unwrap(), manifest);
    assert!(manifest.tables.iter().any(|table| table.rows == 70_000));
}

#[test]
fn what_is_lost_is_found() {
    for (sql, words) in [
        ("DROP TABLE corrections", "table corrections is missing"),
        ("DELETE FROM sources", "claims of a missing source"),
        ("DELETE FROM captures", "without a capture"),
        ("UPDATE claims SET within = 'nope'", "within a missing claim"),
    ] {
        let (_folder, path, mut library) = library();
        library.add(vec![incoming(Some("a"), None, TIDE)]).unwrap();
        drop(library);
        rusqlite::Connection::open(&path).unwrap().execute(sql, []).unwrap();
        let problems = Library::open(&path, Access::Read).unwrap().verify().unwrap().problems;
        assert!(problems.iter().any(|p| p.contains(words)), "{sql}: {problems:?}");
    }
}

#[test]
fn an_empty_file_is_no_library_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.db");
    std::fs::write(&path, b"").unwrap();
    for access in [Access::Read, Access::Write] {
        assert!(matches!(Library::open(&path, access), Err(Error::Foreign(_))));
    }
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 0);
    assert!(matches!(Library::open(folder.path(), Access::Read), Err(Error::Folder(_))));
    assert!(Library::open(&path, Access::Create).is_ok());
}

#[test]
fn the_same_words_in_two_files_are_two_documents() {
    let (_folder, path, mut library) = library();
    let in_file = |place: &str| {
        let record = record(&common::article(TIDE));
        let file = place.rsplit('/').next().map(str::to_owned);
        Incoming { file, ..Incoming::new(record, place) }
    };
    let places = [
        "papers/courier.txt",
        "papers/herald.txt",
        "moved/courier.txt",
        "papers/courier (1).txt",
        "b/herald.txt",
    ];
    let kept = library.add(places.iter().map(|place| in_file(place)).collect()).unwrap();
    let is_new: Vec<bool> = kept.iter().map(|k| matches!(k.placement, Placement::New { .. })).collect();
    assert_eq!(is_new, [true, true, false, false, false]);
    let mut library = sound(&path);
    assert_eq!(library.list().unwrap().len(), 2);
    // the same words at one address are one document, whatever the files are called
    let url = Some("https://courier.example/pier");
    let at_address = |name: &str| Incoming { file: Some(name.to_owned()), ..incoming(None, url, FERRY) };
    library.add(vec![at_address("x.txt"), at_address("y.txt")]).unwrap();
    assert_eq!(library.list().unwrap().len(), 3);
}
