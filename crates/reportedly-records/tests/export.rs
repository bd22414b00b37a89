//! The shapes of others: what goes out can be found again in the text, and no rating ever goes out.

#![allow(clippy::unwrap_used)]

use reportedly_core::article::{Article, Found};
use reportedly_core::attribution::rules::Rules;
use reportedly_core::reading::{ReadOptions, read};
use reportedly_records::{Record, export};
use serde_json::Value;

fn record() -> Record {
    let text = "🙂 “The tide waits,” said Mara Hale, “for nobody.” “We’ll see,” said Tom Reed. 👩\u{200d}👩\u{200d}👧";
    let mut article = Article::from_text(text);
    article.metadata.title = Some(Found::stated("The pier".to_owned(), "caller"));
    article.metadata.url = Some("https://courier.example/pier".to_owned());
    let record = Record::new(&article, &read(&article, &[&Rules], &ReadOptions::default()), false);
    assert_eq!(record.claims.len(), 2);
    record
}

#[test]
fn annotations_lead_back_to_their_words() {
    let record = record();
    let text: Vec<char> = record.text.chars().collect();
    let out = export::annotation(&record);
    assert_eq!((&out["type"], &out["total"]), (&Value::from("AnnotationCollection"), &Value::from(2)));
    let items = out["first"]["items"].as_array().unwrap();
    for (item, claim) in items.iter().zip(&record.claims) {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().unwrap().ends_with(&claim.claim_id));
        let targets = item["target"].as_array().unwrap();
        assert_eq!(targets.len(), claim.content.len());
        for (target, place) in targets.iter().zip(&claim.content) {
            assert_eq!(target["source"], "https://courier.example/pier");
            let (quote, position) = (&target["selector"][0], &target["selector"][1]);
            assert_eq!(
                (&quote["type"], &position["type"]),
                (&"TextQuoteSelector".into(), &"TextPositionSelector".into())
            );
            let at = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
            let exact: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(
                (quote["exact"].as_str(), exact.as_str()),
                (Some(place.text.as_str()), place.text.as_str())
            );
            // the quotation with what stands around it is in the text once
            let words = |name: &str| quote[name].as_str().unwrap().to_owned();
            let around = words("prefix") + &words("exact") + &words("suffix");
            assert_eq!(record.text.matches(&around).count(), 1);
        }
    }
}

#[test]
fn schema_org_has_who_says_it_and_never_a_rating() {
    let record = record();
    let out = export::schema_org(&record);
    assert_eq!(out["@context"], "https://schema.org");
    let graph = out["@graph"].as_array().unwrap();
    assert_eq!(graph.len(), 1 + record.claims.len());
    assert_eq!((&graph[0]["@type"], &graph[0]["headline"]), (&"NewsArticle".into(), &"The pier".into()));
    assert_eq!(graph[1]["@type"], "Quotation");
    assert_eq!(graph[1]["spokenByCharacter"]["name"], "Mara Hale");
    assert_eq!(graph[1]["text"], record.claims[0].content_words());
    assert_eq!(graph[1]["isPartOf"]["@id"], graph[0]["@id"]);
    let words = out.to_string().to_lowercase();
    assert!(!words.contains("rating") && !words.contains("claimreview") && !words.contains("null"));
}

#[test]
fn an_address_that_is_no_address_names_nothing() {
    let hostile = Record { url: Some("javascript:alert(1)".to_owned()), ..record() };
    let target = &export::annotation(&hostile)["first"]["items"][0]["target"][0];
    assert_eq!(target["source"], format!("urn:sha256:{}", hostile.text_sha256));
    let graph = &export::schema_org(&hostile)["@graph"];
    assert!(!graph.to_string().contains("javascript:"));
}

#[test]
fn a_document_says_nothing_and_an_unknown_kind_is_only_credited() {
    let of = |kind: Option<&str>| {
        let mut record = record();
        record.claims[0].sourcing.source_kind = kind.map(str::to_owned);
        export::schema_org(&record)["@graph"][1].clone()
    };
    let document = of(Some("document"));
    assert_eq!(
        (&document["isBasedOn"]["@type"], &document["spokenByCharacter"]),
        (&"CreativeWork".into(), &Value::Null)
    );
    let unknown = of(None);
    assert_eq!((&unknown["creditText"], &unknown["spokenByCharacter"]), (&"Mara Hale".into(), &Value::Null));
}

#[test]
fn a_denial_is_not_the_denier_s_claim() {
    let mut record = record();
    let claim = record.claims.first_mut().unwrap();
    claim.mode = "indirect".to_owned();
    claim.cue.as_mut().unwrap().text = "denied".to_owned();
    claim.sourcing.stance = Some("denies".to_owned());
    let out = export::schema_org(&record);
    let texts: Vec<&str> =
        out["@graph"].as_array().unwrap().iter().filter_map(|node| node["text"].as_str()).collect();
    assert!(texts.iter().any(|text| text.starts_with("denied ")), "{texts:?}");
}

#[test]
fn two_papers_that_print_the_same_are_two_documents() {
    let id = |outlet: Option<&str>, url: Option<&str>| {
        let mut article = Article::from_text("The tide waits.");
        article.metadata.outlet = outlet.map(|o| Found::stated(o.to_owned(), "caller"));
        article.metadata.url = url.map(str::to_owned);
        reportedly_records::doc_id(&article)
    };
    assert_ne!(id(Some("The Quay"), None), id(Some("The Post"), None));
    let address = Some("https://quay.example/tide");
    assert_eq!(id(Some("The Quay"), address), id(Some("The Post"), address));
}
