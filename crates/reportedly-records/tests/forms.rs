//! The forms of others: what went out comes back, and nobody is made to say what they did not.

#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use reportedly_core::article::{Article, Found};
use reportedly_core::attribution::rules::Rules;
use reportedly_core::reading::{ReadOptions, read};
use reportedly_records::form::{FORMS, Form};
use reportedly_records::{Claim, Place, Record, export};
use serde_json::Value;

/// Pieces, a quotation over two paragraphs, signs beyond the first plane, a line separator, a nested claim.
fn record() -> Record {
    let text = "🙂 “The tide waits,” said Mara Hale, “for nobody.”\n\n“It held.\n\n“It will\u{2028}hold again,” he said. \
                The board denied that Hale had asked for a 50% delay.";
    let mut article = Article::from_text(text);
    article.metadata.title = Some(Found::stated("Tide & “time” {at 50%}".to_owned(), "caller"));
    article.metadata.outlet = Some(Found::stated("The Quay_Post".to_owned(), "caller"));
    article.metadata.url = Some("https://courier.example/pier?a=1&b={2}".to_owned());
    let mut record = Record::new(&article, &read(&article, &[&Rules], &ReadOptions::default()), false);
    let place = |words: &str| {
        // the pronoun, not a part of "The tide"
        let at = text.find(if words == "he" { "he said" } else { words }).unwrap();
        let start = text[..at].chars().count() as u32;
        Place { start, end: start + words.chars().count() as u32, text: words.to_owned() }
    };
    let claim = |id: &str, content: &str, cue: &str, source: &str| {
        let mut claim = Claim { claim_id: id.to_owned(), mode: "indirect".to_owned(), ..Claim::default() };
        (claim.content, claim.source) = (vec![place(content)], vec![place(source)]);
        claim.cue = Some(place(cue));
        claim.sourcing.source_kind = Some("person".to_owned());
        claim.sourcing.stance = Some("asserts".to_owned());
        claim
    };
    record.claims.truncate(1);
    record.claims.push(claim("c2", "“It held.\n\n“It will\u{2028}hold again,”", "said.", "he"));
    let mut denial = claim("c3", "that Hale had asked for a 50% delay", "denied", "The board");
    denial.sourcing.source_kind = Some("organization".to_owned());
    denial.sourcing.source_name = Some("Harbour Board".to_owned());
    denial.sourcing.source_id = Some("s3".to_owned());
    denial.sourcing.stance = Some("denies".to_owned());
    record.claims.push(denial);
    record.claims.push(claim("c4", "Hale had asked for a 50% delay", "asked", "Hale"));
    record.check().unwrap();
    record
}

fn whole(name: &str) -> String {
    Form::named(name).unwrap().whole(&record()).unwrap()
}

/// What a form can keep of a place: its words without white space at their borders, cut at the ends of lines.
fn lines_of(places: &[Place]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    for place in places {
        let mut start = place.start;
        for line in place.text.split(['\n', '\u{2028}']) {
            let end = start + line.chars().count() as u32;
            if start < end {
                out.push((start, end));
            }
            start = end + 1;
        }
    }
    out
}

type Read = HashMap<&'static str, Vec<(u32, u32)>>;

/// A reader of brat standoff that knows nothing of ours: for each content its places, cue and source.
fn from_brat(ann: &str, text: &[char]) -> Vec<(Read, Vec<String>)> {
    let mut places = HashMap::new();
    let (mut ties, mut attributes) =
        (HashMap::<String, Vec<String>>::new(), HashMap::<String, Vec<String>>::new());
    let mut contents = Vec::new();
    for line in ann.lines() {
        let (id, rest) = line.split_once('\t').unwrap();
        let names =
            |rest: &str| rest.split(' ').filter_map(|p| Some(p.split_once(':')?.1.to_owned())).collect();
        match &id[..1] {
            "T" => {
                let (head, words) = rest.split_once('\t').unwrap();
                let (label, at) = head.split_once(' ').unwrap();
                let pair = |p: &str| {
                    let (start, end) = p.split_once(' ').unwrap();
                    (start.parse::<u32>().unwrap(), end.parse::<u32>().unwrap())
                };
                let at: Vec<(u32, u32)> = at.split(';').map(pair).collect();
                let of = |(start, end): &(u32, u32)| {
                    text[*start as usize..*end as usize].iter().collect::<String>()
                };
                assert_eq!(at.iter().map(of).collect::<Vec<_>>().join(" "), words);
                if label == "Content" {
                    contents.push(id.to_owned());
                }
                places.insert(id.to_owned(), (label.to_owned(), at));
            }
            "E" | "R" => {
                let all: Vec<String> = names(rest);
                let content = all.iter().find(|id| places[*id].0 == "Content").unwrap().clone();
                ties.insert(content, all);
            }
            "A" => {
                let mut parts = rest.split(' ');
                let (name, of, value) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
                attributes.entry(of.to_owned()).or_default().push(format!("{name} {value}"));
            }
            _ => assert_eq!(&id[..1], "#"),
        }
    }
    let one = |content: &String| {
        let mut read = Read::from([("Content", places[content].1.clone())]);
        for other in ties.get(content).into_iter().flatten() {
            let (label, at) = &places[other];
            let label = ["Source", "Cue", "Content"].into_iter().find(|known| known == label).unwrap();
            read.insert(label, at.clone());
        }
        (read, attributes.get(content).cloned().unwrap_or_default())
    };
    contents.iter().map(one).collect()
}

#[test]
fn brat_brings_every_claim_back() {
    let record = record();
    let text: Vec<char> = export::brat::text(&record).chars().collect();
    let back = from_brat(&whole("brat"), &text);
    assert_eq!(back.len(), record.claims.len());
    for ((read, attributes), claim) in back.iter().zip(&record.claims) {
        let of = |label: &str| read.get(label).cloned().unwrap_or_default();
        assert_eq!(of("Content"), lines_of(&claim.content));
        assert_eq!(of("Source"), lines_of(&claim.source));
        assert_eq!(of("Cue"), lines_of(claim.cue.as_slice()));
        assert!(attributes.contains(&format!("Mode {}", claim.mode)));
        let stance = claim.sourcing.stance.as_ref().unwrap();
        assert!(attributes.contains(&format!("Stance {stance}")));
    }
    let labels = |section: &str| export::brat::CONFIGURATION.contains(section);
    assert!(["Source\n", "Content\n", "\nSays\t", "\nCue\t", "\nStance\t"].into_iter().all(labels));
}

#[test]
fn a_folder_of_brat_has_text_and_configuration() {
    let form = Form::named("brat").unwrap();
    let files = form.files(&Record { text: "a\r\nb".to_owned(), ..Record::default() }).unwrap();
    assert_eq!(files.iter().map(|(ending, _)| *ending).collect::<Vec<_>>(), ["ann", "txt"]);
    assert_eq!(files[1].1, "a \nb");
    assert_eq!(form.once().map(|(name, _)| name).collect::<Vec<_>>(), ["annotation.conf"]);
}

#[test]
fn conll_brings_every_claim_back() {
    let record = record();
    let file = whole("conll");
    let columns: Vec<&str> =
        file.lines().next().unwrap().strip_prefix("# global.columns = ").unwrap().split(' ').collect();
    assert_eq!(columns.len(), 4 + record.claims.len());
    let rows: Vec<Vec<&str>> = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.iter().all(|row| row.len() == columns.len()));
    for (i, claim) in record.claims.iter().enumerate() {
        let mut read: HashMap<&str, Vec<(u32, u32)>> = HashMap::new();
        for row in &rows {
            let at = (row[2].parse::<u32>().unwrap(), row[3].parse::<u32>().unwrap());
            match row[4 + i].split_once('-') {
                Some(("B", role)) => read.entry(role).or_default().push(at),
                Some((_, role)) => read.get_mut(role).unwrap().last_mut().unwrap().1 = at.1,
                None => assert_eq!(row[4 + i], "O"),
            }
        }
        let of = |places: &[Place]| places.iter().map(|p| (p.start, p.end)).collect::<Vec<_>>();
        let expected = [
            ("content", of(&claim.content)),
            ("source", of(&claim.source)),
            ("cue", of(claim.cue.as_slice())),
        ];
        for (role, places) in expected {
            assert_eq!(read.remove(role).unwrap_or_default(), places, "{role} of claim {}", i + 1);
        }
    }
}

#[test]
fn references_have_what_was_stated() {
    let mut record = record();
    record.byline = Some(vec!["Ada de Vries".to_owned(), "Quay & Sons".to_owned()]);
    (record.published_at, record.published_at_precision) =
        (Some("2031-03".to_owned()), Some("month".to_owned()));
    record.fetched_at = Some("2031-04-05T10:00:00Z".to_owned());
    let item = export::csl_json(&record);
    assert_eq!(item["issued"]["date-parts"], serde_json::json!([[2031, 3]]));
    assert_eq!(item["accessed"]["date-parts"], serde_json::json!([[2031, 4, 5]]));
    assert_eq!(item["author"][0]["non-dropping-particle"], "de");
    assert_eq!((&item["container-title"], &item["issued"]["circa"]), (&"The Quay_Post".into(), &Value::Null));
    let entry = export::bibtex(&record);
    for line in [
        r"author = {de Vries, Ada and Sons, Quay \&},",
        r"title = {{Tide \& “time” \textbraceleft{}at 50\%\textbraceright{}}},",
        r"journal = {The Quay\_Post},",
        "month = mar,",
        "date = {2031-03},",
        "url = {https://courier.example/pier?a=1&b=%7B2%7D},",
        "urldate = {2031-04-05},",
    ] {
        assert!(entry.contains(line), "{line} is not in {entry}");
    }
    record.published_at_guess = Some(true);
    assert_eq!(export::csl_json(&record)["issued"]["circa"], true);
    let entry = export::bibtex(&record);
    assert!(!entry.contains("year =") && entry.contains("date = {2031-03~},"), "{entry}");
    let key = |record: &Record| export::bibtex(record).lines().next().unwrap().to_owned();
    assert_eq!(key(&record), key(&record));
    assert_ne!(key(&record), key(&Record { doc_id: "other".to_owned(), ..record.clone() }));
}

/// Every string of a document that stands under one of these names.
fn under<'v>(value: &'v Value, names: &[&str], out: &mut Vec<&'v str>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| match value {
            Value::String(words) if names.contains(&name.as_str()) => out.push(words),
            other => under(other, names, out),
        }),
        Value::Array(all) => all.iter().for_each(|value| match value {
            Value::String(words) => out.push(words),
            other => under(other, names, out),
        }),
        _ => {}
    }
}

#[test]
fn a_pronoun_is_nobody_and_a_denial_is_no_statement() {
    for form in
        FORMS.iter().filter(|form| !["json", "text", "case", "html", "brat", "conll"].contains(&form.name))
    {
        let file = form.whole(&record()).unwrap();
        let values: Vec<Value> = match file.lines().map(serde_json::from_str).collect() {
            Ok(values) => values,
            Err(_) => continue,
        };
        let mut names = Vec::new();
        values
            .iter()
            .for_each(|value| under(value, &["name", "label", "rdfs:label", "creditText"], &mut names));
        assert!(!names.iter().any(|name| ["he", "He"].contains(name)), "{}: {names:?}", form.name);
        let mut said = Vec::new();
        let words = ["text", "prov:value", "value", "summary", "description"];
        values.iter().for_each(|value| under(value, &words, &mut said));
        let denied = "that Hale had asked for a 50% delay";
        let denials: Vec<&&str> =
            said.iter().filter(|words| words.contains(denied) && words.len() < 200).collect();
        assert!(denials.iter().all(|words| words.contains("denied")), "{}: {denials:?}", form.name);
        let claims = ["schema-org", "prov", "ftm"].contains(&form.name);
        assert_eq!(!denials.is_empty(), claims, "{}", form.name);
    }
}

#[test]
fn plain_lines_have_polarity_and_status() {
    let denial = whole("plain").lines().nth(2).unwrap().to_owned();
    let fields: Vec<&str> = denial.split('\t').collect();
    assert_eq!((fields[6], fields[8], fields[9]), ("Harbour Board", "denies", "denies"));
    assert_eq!(fields.len(), 11);
}

#[test]
fn forms_have_names_of_their_own() {
    let mut names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMS.len());
    assert!(FORMS.iter().all(|form| form.name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
}
