//! The shape of `reuse` and `claim_groups`: keys that the schemas name, offsets that hold.

#![allow(clippy::unwrap_used)] // helpers of tests, too

use std::collections::BTreeSet;

use reportedly_core::article::{Article, Date, Found};
use reportedly_core::attribution::rules::Rules;
use reportedly_core::reading::{ReadOptions, read};
use reportedly_core::relations::{Document, RelateOptions, Relations, relate};
use reportedly_core::trace::Statement;
use reportedly_records::{claim_groups, reuse_rows};
use serde_json::Value;

const REUSE: &str = include_str!("../schema/reuse.schema.json");
const GROUPS: &str = include_str!("../schema/claim_groups.schema.json");
const FIRE: &str = "🙂 A fire in the sheds was put out within an hour on Tuesday, and nobody was hurt by it.\n\n\
    “A lamp that was left burning may have set light to the nets,” said Runa Beck, the fire chief, on Wednesday.";

fn article(text: &str, day: u32) -> Article {
    let mut article = Article::from_text(text);
    let date = Date::parse(&format!("2031-05-{day:02}")).unwrap();
    article.metadata.published = Some(Found::stated(date, "caller"));
    article
}

fn statements(article: &Article) -> Vec<Statement> {
    let reading = read(article, &[&Rules], &ReadOptions::default());
    reading.claims.iter().map(|c| Statement::new("1", article, &c.attribution)).collect()
}

fn with_relations(check: impl Fn(&[Document], &Relations)) {
    let copy = FIRE.replace("may have set", "set");
    let articles = [article(FIRE, 1), article(&copy, 2)];
    let found = articles.each_ref().map(statements);
    let documents: Vec<Document> = articles
        .iter()
        .zip(&found)
        .zip(["á", "b"])
        .map(|((article, statements), id)| Document { id, article, statements })
        .collect();
    check(&documents, &relate(&documents, &RelateOptions::default()));
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn slice(text: &str, start: u32, end: u32) -> String {
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

#[test]
fn rows_have_the_keys_of_their_schemas() {
    with_relations(|documents, relations| {
        let [reuse, groups]: [Value; 2] = [REUSE, GROUPS].map(|s| serde_json::from_str(s).unwrap());
        let row = serde_json::to_value(&reuse_rows(documents, relations)[0]).unwrap();
        assert_eq!(keys(&reuse["properties"]), keys(&row));
        let group = serde_json::to_value(&claim_groups(documents, relations)[0]).unwrap();
        assert_eq!(keys(&groups["properties"]), keys(&group));
        assert_eq!(keys(&groups["properties"]["first_known"]["properties"]), keys(&group["first_known"]));
        for list in ["went_back_to", "carriers", "drift"] {
            assert_eq!(
                keys(&groups["properties"][list]["items"]["properties"]),
                keys(&group[list][0]),
                "{list}"
            );
        }
    });
}

#[test]
fn offsets_are_code_points_of_both_texts() {
    with_relations(|documents, relations| {
        let [a, b] = [0, 1].map(|i: usize| documents[i].article.text.as_str());
        let row = &reuse_rows(documents, relations)[0];
        assert_eq!((row.doc_a.as_str(), row.doc_b.as_str()), ("á", "b"));
        assert!(slice(a, row.begin_a, row.end_a).starts_with("A fire in the sheds"));
        assert!(slice(b, row.begin_b, row.end_b).ends_with("on Wednesday"));
        for carrier in &claim_groups(documents, relations)[0].carriers {
            let text = if carrier.doc_id == "b" { b } else { a };
            assert_eq!(slice(text, carrier.place.start, carrier.place.end), carrier.place.text);
        }
    });
}
