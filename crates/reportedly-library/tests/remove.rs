//! What is removed is gone: from every view, from the bytes of the file, and for those who add it again.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::{FERRY, incoming, library, sound};
use reportedly_core::trace::Publishers;
use reportedly_library::{By, Change, Error, Incoming, Library, Placement};

/// Words that stand nowhere else, each long enough not to be split over two pages of an index by chance.
const WORDS: [&str; 4] = ["Quarzwinkel", "Xylobrook", "Jabberstone", "Vexmoorland"];

fn secret() -> String {
    format!(
        "Harbour news of {}.\n\n\u{201c}The {} was flooded before dawn and nobody told the people who live \
         there,\u{201d} said Mara {}, an engineer.\n\nThe town has said nothing about the year of the great storm or \
         about what it cost to mend the quay.",
        WORDS[0], WORDS[1], WORDS[2]
    )
}

/// Which of the words the file has, in any case of letters.
fn words_in(path: &Path) -> Vec<&'static str> {
    let bytes = fs::read(path).unwrap_or_default().to_ascii_lowercase();
    let has = |word: &str| {
        // an index leaves out what a word shares with the one before it
        let word = word.to_ascii_lowercase();
        let end = &word.as_bytes()[3..];
        bytes.windows(end.len()).any(|w| w == end)
    };
    WORDS.into_iter().filter(|word| has(word)).collect()
}

fn others(library: &mut Library) {
    let other = |n: usize| {
        let text = format!(
            "\u{201c}Boat {n} came in on time and left again at noon,\u{201d} said Tom Reed, pilot {n}."
        );
        incoming(Some(&format!("boat-{n}")), None, &text)
    };
    library.add((0..200).map(other).collect()).unwrap();
}

#[test]
fn no_word_stays_in_the_file_nor_in_later_backups() {
    let (folder, path, mut library) = library();
    others(&mut library);
    let address = format!("https://courier.example/{}", WORDS[3]);
    let secret = secret();
    let mut article = incoming(None, Some(&address), &secret);
    article.record.title = Some(format!("{} under water", WORDS[0]));
    let id = library.add(vec![article.clone()]).unwrap()[0].doc_id().to_owned();
    let claim = library.record(&id).unwrap().claims.remove(0).claim_id;
    library.note(&claim, &format!("Ask {}.", WORDS[2]), "ann").unwrap();
    library.tag(&id, &[WORDS[1]], "ann").unwrap();
    let why = format!("{} is a village", WORDS[0]);
    library.correct(&claim, &Change::Remove, By { who: "ann", why: Some(&why) }).unwrap();
    library.undo(1, "ann").unwrap();
    // the words were there to be found: in the file or in the log beside it
    let log = path.with_file_name("news.db-wal");
    library.backup(&folder.path().join("before.db")).unwrap();
    assert_eq!(words_in(&folder.path().join("before.db")), WORDS);
    assert_eq!(words_in(&log), WORDS);
    let removal = library.remove(&[&id[..8]]).unwrap();
    assert_eq!((removal.doc_ids, removal.same_text.len(), removal.backups.len()), (vec![id.clone()], 0, 0));
    let none: [&str; 0] = [];
    for file in [&path, &log, &path.with_file_name("news.db-shm")] {
        assert_eq!(words_in(file), none, "{}", file.display());
    }
    let after = folder.path().join("after.db");
    library.backup(&after).unwrap();
    assert_eq!(words_in(&after), none);
    assert!(matches!(library.record(&id), Err(Error::Unknown(_))));
    assert!(library.search(&"flooded".parse().unwrap(), 9).unwrap().claims.is_empty());
    let log = library.corrections().unwrap();
    assert_eq!((log.len(), &log[0]["who"]), (2, &"ann".into()));
    assert!(log.iter().all(|row| row["old"].is_null() && row["new"].is_null() && row["why"].is_null()));
    assert!(matches!(library.undo(2, "ann"), Err(Error::NoCorrection(2))));
    // it does not come back: not by its address with other words, not by its words from elsewhere
    let changed = incoming(None, Some(&address), FERRY);
    let elsewhere = incoming(Some("elsewhere"), None, &secret);
    for again in [article.clone(), changed, elsewhere] {
        assert!(matches!(library.add(vec![again]).unwrap()[0].placement, Placement::Removed(_)));
    }
    assert_eq!(sound(&path).list().unwrap().len(), 200);
    let kept = library.add(vec![Incoming { readmit: true, ..article }]).unwrap();
    assert!(matches!(kept[0].placement, Placement::New { .. }));
    assert_eq!(sound(&path).record(&id).unwrap().text, secret);
}

#[test]
fn copies_of_what_was_removed_are_linked_to_each_other() {
    let (_folder, path, mut library) = library();
    let first = secret();
    let texts = [first.clone(), format!("Velmouth. {first}"), format!("{first}\n\nMore on Tuesday.")];
    let ids = ["first", "second", "third"];
    library.add(ids.iter().zip(&texts).map(|(id, text)| incoming(Some(id), None, text)).collect()).unwrap();
    library.remove(&["first"]).unwrap();
    let mut library = sound(&path);
    assert_eq!(library.copies("third").unwrap()[0].doc_b, "second");
    let claim = library.record("second").unwrap().claims.remove(0).claim_id;
    let group = library.trace(&claim, &Publishers::default()).unwrap().unwrap();
    assert_eq!((group.pages, group.texts), (2, 1));
    // one that comes later finds them, too
    library.add(vec![incoming(Some("fourth"), None, &format!("{first} Nothing else."))]).unwrap();
    assert_eq!(library.copies("fourth").unwrap().len(), 2);
}

#[test]
fn a_copy_keeps_its_words_and_its_corrections() {
    let (_folder, path, mut library) = library();
    library.add(vec![incoming(Some("a"), None, FERRY), incoming(Some("copy"), None, FERRY)]).unwrap();
    let claim = library.record("a").unwrap().claims.remove(0).claim_id;
    library.correct(&claim, &Change::Remove, "ann").unwrap();
    let left = library.record("copy").unwrap().claims.len();
    let removal = library.remove(&["a"]).unwrap();
    assert_eq!(removal.same_text, ["copy"]);
    let mut library = sound(&path);
    assert_eq!(library.record("copy").unwrap().claims.len(), left);
    library.undo(1, "ann").unwrap();
    assert_eq!(library.record("copy").unwrap().claims.len(), left + 1);
    // the words are still there, so they may be added under another name, but not under the one that was removed
    let placed = |id: &str| library.placement(&incoming(Some(id), None, FERRY)).unwrap();
    assert_eq!(placed("a"), Placement::Removed("a".to_owned()));
    assert!(matches!(placed("other"), Placement::New { .. }));
}
