//! What happened is kept, found by when and where, and follows the corrections by hand.

#![allow(clippy::unwrap_used)]

mod common;

use common::{incoming, library, sound};
use reportedly_core::certainty::Stance;
use reportedly_library::{
    Access, Change, Export, Facts, FileFormat, Given, In, Incoming, Library, Listing, Query, Wanted,
};
use reportedly_records::{
    Entity, Fact, Incident, IncidentPlace, IncidentTime, Mention, Participant, Place, Record,
};
use serde_json::Value;

const TEXT: &str = "“Two bakers were hurt in New Haven on Friday,” said Mara Hale.\n\nIn March 2029 a mill burned down in Carrow.";

fn place(words: &str) -> Place {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count() as u32;
    Place { start, end: start + words.chars().count() as u32, text: words.to_owned() }
}

fn fact(slot: &str, words: &str, value: &str) -> Fact {
    let n = value.parse().ok();
    Fact {
        slot: slot.to_owned(),
        value: value.to_owned(),
        least: n,
        most: n,
        span: place(words),
        said_by: None,
        presented: "stated".to_owned(),
        confidence: 0.875,
    }
}

fn when(value: &str, earliest: &str, latest: &str) -> Option<IncidentTime> {
    let [value, earliest, latest] = [value, earliest, latest].map(str::to_owned);
    Some(IncidentTime { value, earliest, latest, precision: "day".to_owned(), ..IncidentTime::default() })
}

fn town(name: &str, region: &str) -> Option<IncidentPlace> {
    let known = |words: &str| Some(words.to_owned());
    let (settlement, region, country) = (known(name), known(region), known("United States"));
    Some(IncidentPlace {
        place: place(name),
        settlement,
        region,
        country,
        lat: Some(41.30815),
        lon: Some(-72.92816),
    })
}

/// An article with two incidents, as a trained reader would find them.
fn article(id: &str) -> Incoming {
    let mut article = incoming(Some(id), None, TEXT);
    let record = &mut article.record;
    let incident = |n: usize| Incident {
        incident_id: format!("incident{n}"),
        main: n == 1,
        kind: Some("accident".to_owned()),
        words: vec![place(if n == 1 { "hurt" } else { "burned down" })],
        when: None,
        place: None,
        participants: Vec::new(),
        facts: Vec::new(),
        rests_on: Default::default(),
        disputed: Vec::new(),
    };
    let mention = Mention { place: place("Mara Hale"), by: "name".to_owned() };
    record.entities = vec![Entity {
        entity_id: "hale".to_owned(),
        name: "Mara Hale".to_owned(),
        kind: "person".to_owned(),
        mentions: vec![mention],
    }];
    let (mut first, mut second) = (incident(1), incident(2));
    (first.when, first.place) =
        (when("2031-04-04", "2031-04-04", "2031-04-04"), town("New Haven", "Connecticut"));
    let said = place("on Friday");
    let words =
        |when| IncidentTime { text: Some(said.text), start: Some(said.start), end: Some(said.end), ..when };
    first.when = first.when.map(words);
    first.participants = vec![Participant {
        place: place("Two bakers"),
        entity_id: Some("hale".to_owned()),
        role: "affected".to_owned(),
        presented: "stated".to_owned(),
    }];
    first.facts = vec![
        fact("whom", "Two bakers", "Two bakers"),
        fact("injured", "Two", "2"),
        fact("where", "in New Haven", "in New Haven"),
        fact("when", "on Friday", "2031-04-04"),
    ];
    (second.when, second.place) = (when("2029-03", "2029-03-01", "2029-03-31"), town("Carrow", "Ohio"));
    second.facts = vec![fact("when", "In March 2029", "2029-03")];
    record.incidents = vec![first, second];
    record.check().unwrap();
    article
}

fn found(library: &Library, words: &str) -> Vec<String> {
    let hits = library.search(&words.parse::<Query>().unwrap().within(In::Articles), 9).unwrap();
    hits.articles.into_iter().map(|a| a.doc_id).collect()
}

#[test]
fn a_timeline_has_incidents_by_day_with_whose_word() {
    let (_folder, _path, mut library) = library();
    library.add(vec![article("a")]).unwrap();
    let days = |wanted: &Wanted| -> Vec<String> {
        let told = library.timeline(wanted, 0, 9).unwrap();
        assert_eq!(told.total as usize, told.items.len());
        told.items.into_iter().map(|told| told.row.when).collect()
    };
    let asked = |words: &str| Some(words.to_owned());
    assert_eq!(days(&Wanted::default()), ["2029-03", "2031-04-04"]);
    assert_eq!(days(&Wanted { from: asked("2030"), ..Wanted::default() }), ["2031-04-04"]);
    assert_eq!(days(&Wanted { to: asked("2029-03"), ..Wanted::default() }), ["2029-03"]);
    assert_eq!(days(&Wanted { main: true, ..Wanted::default() }), ["2031-04-04"]);
    assert!(days(&Wanted { outlet: asked("The Quay"), ..Wanted::default() }).is_empty());
    let all = library.timeline(&Wanted::default(), 0, 9).unwrap();
    assert_eq!((all.items[1].row.passage.as_str(), all.months.len()), (TEXT.lines().next().unwrap(), 2));
}

#[test]
fn what_happened_comes_back_as_it_was_kept() {
    let (folder, path, mut library) = library();
    let kept = article("a");
    // the same text twice, and one whose ids stand twice
    let mut twice = article("b");
    let again = twice.record.incidents[0].clone();
    twice.record.incidents.push(again);
    library.add(vec![kept.clone(), twice]).unwrap();
    let record = sound(&path).record("a").unwrap();
    assert!(!record.dates.is_empty());
    let of = |r: &Record| (r.incidents.clone(), r.entities.clone(), r.dates.clone());
    assert_eq!(of(&record), of(&kept.record));
    assert_eq!(library.record("b").unwrap().incidents, kept.record.incidents);
    let formats = [FileFormat::Jsonl, FileFormat::Csv];
    for (n, format) in formats.into_iter().enumerate() {
        let to = folder.path().join(format!("export{n}"));
        library.export(&to, &Export { format, ..Export::default() }).unwrap();
        let mut other = Library::open(&folder.path().join(format!("{n}.db")), Access::Create).unwrap();
        other.import(&to).unwrap();
        assert_eq!(of(&other.record("a").unwrap()), of(&record));
        assert_eq!(found(&other, "happened:2029-03-15 in:ohio"), ["b", "a"]);
        assert_eq!(other.verify().unwrap().problems, Vec::<String>::new());
    }
    let rows = library.page(Listing::Incidents, &[("doc_id", "a")], 0, 9).unwrap().items;
    assert_eq!((&rows[0]["lat"], &rows[1]["settlement"]), (&41.30815.into(), &"Carrow".into()));
    assert_eq!(library.page(Listing::Facts, &[("slot", "when")], 0, 9).unwrap().total, 4);
    assert_eq!(
        library.page(Listing::Participants, &[("text", "Two bakers")], 0, 9).unwrap().items[0]["start"],
        1
    );
}

#[test]
fn incidents_are_found_by_when_and_where() {
    let (_folder, _, mut library) = library();
    library.add(vec![article("a"), incoming(Some("other"), None, "It rained in Carrow on Friday.")]).unwrap();
    for (words, n) in [
        ("happened:2031-04-04", 1),
        ("happened:2031-04-05", 0),
        ("happened:2031", 1),
        ("happened:2029-03-15", 1),
        ("happened:2029-03-31..2029-05", 1),
        ("happened:2029-04..2031-03", 0),
        ("in:carrow", 1),
        ("in:\"new haven\"", 1),
        ("in:\"haven new\"", 0),
        ("in:CONNECTICUT", 1),
        ("in:\"united states\"", 1),
        ("in:york", 0),
        // one incident has both
        ("in:carrow happened:2029", 1),
        ("in:carrow happened:2031", 0),
        ("-in:carrow rained", 1),
        ("-in:carrow burned", 0),
        ("-happened:2031 burned", 0),
        ("bakers in:carrow outlet:courier after:2031", 1),
        ("in:\"x\u{0}\" OR", 0),
        ("in:'; happened:2031", 0),
    ] {
        let Ok(query) = words.parse::<Query>() else { continue };
        let articles = library.search(&query.clone().within(In::Articles), 9).unwrap().articles;
        assert_eq!(articles.len(), n, "{words}");
        assert_eq!(library.list_found(&query).unwrap().len(), n, "{words}");
        assert!(query.asks_what_happened());
    }
    let claims = |words: &str| library.search(&words.parse().unwrap(), 9).unwrap().claims.len();
    assert_eq!((claims("in:carrow source:hale"), claims("in:carrow source:reed")), (1, 0));
    assert_eq!(library.facets(&"in:carrow".parse().unwrap()).unwrap().counted, 1);
}

/// The plan says how a search is made: none goes through all incidents.
#[test]
fn a_search_by_when_and_where_uses_the_indexes() {
    let (_folder, path, library) = library();
    drop(library);
    let raw = rusqlite::Connection::open(&path).unwrap();
    let plan = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        statement.query_map([], |row| row.get(3)).unwrap().map(Result::unwrap).collect()
    };
    let days = "SELECT doc_id FROM incidents WHERE true AND incident_row IN \
        (SELECT incident_row FROM incidents_days WHERE first <= 9 AND last >= 9)";
    assert!(plan(days)[0].contains("SEARCH incidents USING INTEGER PRIMARY KEY"), "{:?}", plan(days));
    let unread = "SELECT count(*) FROM documents WHERE instr(notes, '\"without_incidents\"') > 0";
    assert!(plan(unread)[0].contains("documents_without_incidents"), "{:?}", plan(unread));
}

#[test]
fn corrections_are_followed_and_survive() {
    let (_folder, path, mut library) = library();
    library.add(vec![article("a")]).unwrap();
    let first = |library: &Library| library.record("a").unwrap().incidents.remove(0);
    // another day of publication is another Friday
    let facts = Facts { date: Some("2031-05-01".to_owned()), ..Facts::default() };
    library.correct_article("a", &facts, "ann").unwrap();
    assert_eq!(
        (first(&library).when.unwrap().value, found(&library, "happened:2031-04-25")),
        ("2031-04-25".to_owned(), vec!["a".to_owned()])
    );
    assert!(found(&library, "happened:2031-04-04").is_empty());
    library.undo(1, "ann").unwrap();
    assert_eq!(first(&library), article("a").record.incidents[0]);
    // whose word a fact rests on
    let words = |words: &str| Some(words.to_owned());
    let claim = library.record("a").unwrap().claims.remove(0).claim_id;
    library
        .correct(&claim, &Change::Set(Given { stance: Some(Stance::Denies), ..Given::default() }), "ann")
        .unwrap();
    let denied = first(&sound(&path));
    assert!(
        denied.facts.iter().all(|f| f.said_by.as_deref() == Some(&claim) && f.presented == "denied"),
        "{denied:?}"
    );
    assert_eq!((denied.rests_on.named, denied.participants[0].presented.as_str()), (4, "denied"));
    let places = "SELECT count(*) FROM incidents_places WHERE incidents_places MATCH 'words : haven'";
    let raw = rusqlite::Connection::open(&path).unwrap();
    assert_eq!(raw.query_row(places, [], |row| row.get::<_, i64>(0)).unwrap(), 1); // by the name alone
    library.correct(&claim, &Change::Remove, "ann").unwrap();
    let stated = first(&sound(&path));
    assert_eq!((stated.rests_on.writer, stated.facts[0].presented.as_str()), (4, "stated"));
    let given = Given { content: words("a mill burned down in Carrow"), ..Given::default() };
    let added = library.add_claim("a", &given, "ann").unwrap().claim.unwrap();
    assert_eq!(added.incident_id.as_deref(), Some("incident2"));
    // and after another reading
    library.replace(vec![article("a").record]).unwrap();
    assert_eq!(first(&sound(&path)).rests_on.writer, 4);
    assert!(
        library.record("a").unwrap().claims.iter().any(|c| c.incident_id.as_deref() == Some("incident2"))
    );
}

#[test]
fn what_was_kept_before_says_that_its_incidents_are_missing_until_it_is_read_again() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("news.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch(include_str!("formats/5.sql")).unwrap();
    let mut library = sound(&path);
    let old = library.record("tide").unwrap();
    assert_eq!(
        (library.without_incidents().unwrap(), old.dates[0].place.text.as_str(), old.incidents.len()),
        (3, "Friday", 0)
    );
    assert!(old.notes.iter().any(|note| note.kind == "without_incidents"));
    assert_eq!(library.read_by_others("old model", false).unwrap(), ["tide", "copy", "ferry"]);
    let mut read = old.read_again(&old.article(), &reportedly::Reading::default());
    read.incidents = Vec::new();
    library.replace(vec![read]).unwrap();
    assert_eq!((library.without_incidents().unwrap(), library.record("tide").unwrap().notes.len()), (2, 0));
    // an export of the older format comes in the same way
    let to = folder.path().join("export");
    library.export(&to, &Export::default()).unwrap();
    let manifest = std::fs::read_to_string(to.join("manifest.json")).unwrap();
    let mut old: Value = serde_json::from_str(&manifest).unwrap();
    old["library_format"] = 5.into();
    let tables = old["tables"].as_array_mut().unwrap();
    tables.retain(|t| {
        !["dates", "entities", "incidents", "facts", "participants"].contains(&t["table"].as_str().unwrap())
    });
    std::fs::write(to.join("manifest.json"), old.to_string()).unwrap();
    let mut other = Library::open(&folder.path().join("other.db"), Access::Create).unwrap();
    other.import(&to).unwrap();
    assert_eq!((other.without_incidents().unwrap(), other.record("tide").unwrap().dates.len()), (3, 1));
}

#[test]
fn nothing_of_what_happened_stays_when_an_article_is_removed() {
    let (_folder, path, mut library) = library();
    library.add(vec![article("a"), article("b")]).unwrap();
    library.remove(&["a"]).unwrap();
    assert_eq!(found(&library, "in:carrow"), ["b"]);
    library.remove(&["b"]).unwrap();
    drop(library);
    let raw = rusqlite::Connection::open(&path).unwrap();
    for table in [
        "entities",
        "dates",
        "incidents",
        "participants",
        "facts",
        "incidents_days",
        "incidents_places_docsize",
    ] {
        let rows: i64 =
            raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn odd_days_places_and_ids_do_no_harm() {
    let (_folder, path, mut library) = library();
    let mut odd = article("a");
    let [first, second] = &mut odd.record.incidents[..] else { return };
    first.when = when("0001-01-01", "0001-01-01", "9999-12-31");
    // no days, and the wrong way round
    second.when = when("x'; DROP TABLE incidents; --", "2031-13-99", "never");
    let mut turned = article("b");
    turned.record.incidents[0].when = when("2031-04", "2031-04-30", "2031-04-01");
    turned.record.incidents[0].place.as_mut().unwrap().settlement = Some("\" OR * NEAR(\0".to_owned());
    library.add(vec![odd, turned]).unwrap();
    let library = sound(&path);
    assert_eq!(found(&library, "happened:1950"), ["a"]);
    assert_eq!(found(&library, "happened:2031-04-15"), ["b", "a"]);
    assert_eq!(found(&library, "in:near"), ["b"]);
}
