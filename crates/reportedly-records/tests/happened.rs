//! Incidents in the forms of calendars and maps: what goes out comes back, and nothing alleged goes out as a fact.

#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use reportedly_core::article::{Article, Found};
use reportedly_core::attribution::rules::Rules;
use reportedly_core::reading::{ReadOptions, read};
use reportedly_records::form::Form;
use reportedly_records::{Fact, Incident, IncidentPlace, IncidentTime, Place, Record};
use serde_json::Value;

const TEXT: &str = "“A bomb went off in Zürich, near the old mill; two ran away on Friday,” said Mara Hale.\n\nA strike is called for May.";

fn place(words: &str) -> Place {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count() as u32;
    Place { start, end: start + words.chars().count() as u32, text: words.to_owned() }
}

fn fact(slot: &str, words: &str, presented: &str, said_by: Option<&String>) -> Fact {
    let [slot, value, presented] = [slot, words, presented].map(str::to_owned);
    let (span, said_by) = (place(words), said_by.cloned());
    Fact { slot, value, least: None, most: None, span, said_by, presented, confidence: 0.875 }
}

fn when(value: &str, earliest: &str, latest: &str) -> Option<IncidentTime> {
    let [value, earliest, latest, precision] = [value, earliest, latest, "day"].map(str::to_owned);
    Some(IncidentTime { value, earliest, latest, precision, ..IncidentTime::default() })
}

/// One incident with a day and a place, one with neither.
fn record(presented: &str) -> Record {
    let mut article = Article::from_text(TEXT);
    article.metadata.title =
        Some(Found::stated("A bomb; then, \\n silence\r\nEND:VCALENDAR 🙂".to_owned(), "caller"));
    article.metadata.url = Some("https://courier.example/a,b;c?x=1".to_owned());
    let mut record = Record::new(&article, &read(&article, &[&Rules], &ReadOptions::default()), false);
    record.published_at = Some("2031-04-07".to_owned());
    let said_by = Some(&record.claims[0].claim_id).filter(|_| presented != "stated");
    let known = |words: &str| Some(words.to_owned());
    let first = Incident {
        incident_id: "1".to_owned(),
        main: true,
        kind: known("attack"),
        words: vec![place("bomb")],
        when: when("2031-04-04", "2031-04-04", "2031-04-04"),
        place: Some(IncidentPlace {
            place: place("Zürich"),
            settlement: known("Zürich"),
            region: None,
            country: known("Switzerland"),
            lat: Some(47.36667),
            lon: Some(8.55),
        }),
        participants: Vec::new(),
        facts: vec![
            fact("where", "in Zürich, near the old mill", presented, said_by),
            Fact { value: "2031-04-04".to_owned(), ..fact("when", "on Friday", presented, said_by) },
        ],
        rests_on: Default::default(),
        disputed: Vec::new(),
    };
    let second = Incident {
        incident_id: "2".to_owned(),
        main: false,
        kind: known("strike"),
        words: vec![place("strike")],
        when: when("2031-05", "2031-05-01", "2031-05-31"),
        place: None,
        facts: vec![Fact { value: "2031-05".to_owned(), ..fact("when", "May", "stated", None) }],
        ..first.clone()
    };
    record.incidents = vec![first, second];
    record.check().unwrap();
    record
}

fn whole(name: &str, record: &Record) -> String {
    Form::named(name).unwrap().whole(record).unwrap()
}

/// A reader of iCalendar that knows nothing of ours: the fields of each event.
fn events(calendar: &str) -> Vec<HashMap<String, String>> {
    let (mut out, mut inside) = (Vec::new(), false);
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") => {
                inside = true;
                out.push(HashMap::new());
            }
            ("END", "VEVENT") => inside = false,
            _ if inside => {
                let words =
                    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
                assert!(out.last_mut().unwrap().insert(name.to_owned(), words).is_none(), "{name} twice");
            }
            _ => {}
        }
    }
    out
}

#[test]
fn a_calendar_has_the_incidents_that_have_a_day() {
    let record = record("reported");
    let calendar = whole("icalendar", &record);
    assert!(
        calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])),
        "{calendar}"
    );
    assert_eq!(calendar.matches("END:VCALENDAR\r\n").count(), 1);
    let events = events(&calendar);
    assert_eq!(events.len(), 1);
    let event = |name: &str| events[0][name].as_str();
    assert_eq!(event("SUMMARY"), "Said by Mara Hale: attack (“bomb”) in Zürich, Switzerland");
    assert_eq!((event("DTSTART;VALUE=DATE"), event("DTSTAMP")), ("20310404", "20310407T000000Z"));
    assert_eq!((event("LOCATION"), event("GEO")), ("Zürich, Switzerland", "47.36667;8.55"));
    assert_eq!(event("URL"), "https://courier.example/a,b;c?x=1");
    assert!(event("DESCRIPTION").contains("where: “in Zürich, near the old mill”, says Mara Hale\n"));
    assert_eq!(Form::named("icalendar").unwrap().left_out(&record), Some((1, "a day")));
    // the same article has the same names, another article with the same words has others
    let other = Record { doc_id: "other".to_owned(), ..record.clone() };
    assert_eq!(calendar, whole("icalendar", &record));
    assert_ne!(self::events(&whole("icalendar", &other))[0]["UID"], events[0]["UID"]);
}

#[test]
fn what_is_alleged_is_never_a_fact() {
    for (presented, begins, tentative) in [
        ("stated", "Said by the writer: ", false),
        ("reported", "Said by Mara Hale: ", false),
        ("alleged", "Alleged by Mara Hale: ", true),
        ("denied", "Denied by Mara Hale: ", true),
        ("open", "Left open by Mara Hale: ", true),
    ] {
        let record = record(presented);
        let event = events(&whole("icalendar", &record)).remove(0);
        assert!(event["SUMMARY"].starts_with(begins), "{event:?}");
        assert_eq!(event.get("STATUS").map(String::as_str), tentative.then_some("TENTATIVE"));
        let map: Value = serde_json::from_str(&whole("geojson", &record)).unwrap();
        assert_eq!(map["features"][0]["properties"]["summary"], event["SUMMARY"].as_str());
    }
    // what is still to come did not happen yet
    let mut record = record("stated");
    record.published_at = Some("2031-04-01".to_owned());
    assert!(events(&whole("icalendar", &record))[0]["SUMMARY"].starts_with("Expected: attack"));
    // one weak statement is enough
    record.incidents[0].facts[0].presented = "alleged".to_owned();
    assert!(events(&whole("icalendar", &record))[0]["SUMMARY"].starts_with("Alleged: attack"));
    // the best word for the same counts, unless another one speaks against it
    record.incidents[0].facts.push(fact("where", "Zürich", "stated", None));
    record.published_at = Some("2031-04-07".to_owned());
    assert!(events(&whole("icalendar", &record))[0]["SUMMARY"].starts_with("Said by the writer: attack"));
    record.incidents[0].disputed = vec!["where".to_owned()];
    let event = events(&whole("icalendar", &record)).remove(0);
    assert!(
        event["SUMMARY"].starts_with("Said by the writer, disputed: attack")
            && event["STATUS"] == "TENTATIVE"
    );
}

#[test]
fn a_map_has_the_incidents_whose_place_is_known() {
    let mut record = record("reported");
    let form = Form::named("geojson").unwrap();
    let map = |record: &Record| serde_json::from_str::<Value>(&whole("geojson", record)).unwrap();
    let collection = map(&record);
    assert_eq!(
        (&collection["type"], collection["features"].as_array().unwrap().len()),
        (&"FeatureCollection".into(), 1)
    );
    let feature = &collection["features"][0];
    // east before north, with the digits that were stated
    assert_eq!(feature["geometry"], serde_json::json!({ "type": "Point", "coordinates": [8.55, 47.36667] }));
    assert_eq!(feature["properties"]["where"], "Zürich, Switzerland");
    assert_eq!(form.left_out(&record), Some((1, "a place on the map")));
    // no place on this earth
    for (lat, lon) in
        [(Some(91.0), Some(0.0)), (Some(0.0), Some(-180.5)), (Some(f32::NAN), Some(0.0)), (None, Some(1.0))]
    {
        let place = record.incidents[0].place.as_mut().unwrap();
        (place.lat, place.lon) = (lat, lon);
        assert_eq!(
            (form.left_out(&record).unwrap().0, &map(&record)["features"]),
            (2, &Value::Array(Vec::new()))
        );
    }
}

#[test]
fn other_forms_have_it_with_whose_word_it_is() {
    let all = |name: &str, record: &Record| -> Vec<Value> {
        whole(name, record).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let record_of = record("reported");
    let about = &all("schema-org", &record_of)[0]["@graph"][0]["about"];
    assert_eq!(about[0]["name"], "Said by Mara Hale: attack (“bomb”) in Zürich, Switzerland");
    assert_eq!((&about[0]["startDate"], about.as_array().unwrap().len()), (&"2031-04-04".into(), 2));
    // a fact to those who read it, so it is none
    assert_eq!(all("schema-org", &record("alleged"))[0]["@graph"][0]["about"].as_array().unwrap().len(), 1);
    let events = all("ftm", &record("alleged"));
    let event = events.iter().find(|entity| entity["schema"] == "Event").unwrap();
    assert_eq!(
        event["properties"]["name"][0],
        "Alleged by Mara Hale: attack (“bomb”) in Zürich, Switzerland"
    );
    assert_eq!(event["properties"]["proof"][0], events[0]["id"]);
}

#[test]
fn several_articles_are_one_map_whether_or_not_each_has_a_point() {
    let form = Form::named("geojson").unwrap();
    let (with, mut without) = (record("reported"), record("reported"));
    without.incidents.clear();
    for order in [[&with, &without, &with], [&without, &with, &without], [&without; 3]] {
        let mut so_far = Default::default();
        let add = |record: &&Record| form.add(&mut so_far, form.write(record).unwrap(), "id", "title");
        let file = order.iter().map(add).collect::<String>() + &form.end(&so_far);
        let map: Value = serde_json::from_str(&file).unwrap();
        let expected = order.iter().filter(|record| !record.incidents.is_empty()).count();
        assert_eq!(map["features"].as_array().unwrap().len(), expected, "{file}");
    }
}
