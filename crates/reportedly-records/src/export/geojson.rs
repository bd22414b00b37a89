//! GeoJSON (RFC 7946).

use serde_json::{Value, json};

use super::incident::{id, named, statements, summary, whose_word};
use super::{address, known};
use crate::{Incident, Record};

/// What a collection begins with; the licence of the coordinates asks to name where they come from.
pub const HEAD: &str =
    "{\"type\":\"FeatureCollection\",\"attribution\":\"Coordinates: GeoNames (CC BY 4.0)\",\"features\":[\n";
/// What it ends with.
pub const FOOT: &str = "\n]}\n";

/// Whether it can be put on a map.
pub(crate) fn has_point(incident: &Incident) -> bool {
    point(incident).is_some()
}

/// Longitude and latitude, in that order, in degrees (WGS 84).
fn point(incident: &Incident) -> Option<[f64; 2]> {
    let place = incident.place.as_ref()?;
    // the digits of four bytes, not those that eight would show
    let degrees = |x: f32, most: f64| x.to_string().parse::<f64>().ok().filter(|x| x.abs() <= most);
    Some([degrees(place.lon?, 180.0)?, degrees(place.lat?, 90.0)?])
}

/// One point for each incident of an article whose place is on the map, to be put between [`HEAD`] and [`FOOT`]. It is the
/// middle of the town that is named, wherever in it something happened. The summary begins with whose word it is; `statements`
/// has every statement with its source. Lost are places in the text.
///
/// ```
/// use reportedly_records::{Record, export::geojson};
///
/// assert_eq!(geojson(&Record::default()), ""); // it tells of no incident
/// ```
pub fn geojson(record: &Record) -> String {
    let features = record.incidents.iter().filter_map(|i| Some(feature(i, point(i)?, record).to_string()));
    features.collect::<Vec<_>>().join(",\n")
}

fn feature(incident: &Incident, point: [f64; 2], record: &Record) -> Value {
    let (when, place) = (incident.when.as_ref(), incident.place.as_ref());
    let properties = known([
        ("summary", json!(summary(incident, record))),
        ("whose_word", json!(whose_word(incident, record))),
        ("kind", json!(incident.kind)),
        ("main", json!(incident.main)),
        ("when", json!(when.map(|when| &when.value))),
        ("earliest", json!(when.map(|when| &when.earliest))),
        ("latest", json!(when.map(|when| &when.latest))),
        ("where", json!(place.map(|place| named(place, ", ")))),
        ("statements", json!(statements(incident, record))),
        ("title", json!(record.title)),
        ("outlet", json!(record.outlet)),
        ("published_at", json!(record.published_at)),
        ("url", json!(address(record))),
        ("doc_id", json!(record.doc_id)),
        ("incident_id", json!(incident.incident_id)),
    ]);
    json!({
        "type": "Feature",
        "id": id(incident, record),
        "geometry": { "type": "Point", "coordinates": point },
        "properties": properties,
    })
}
