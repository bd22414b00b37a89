use super::*;

const FIRST: &str = "Oswin Tarnby, 31, was shot outside a tavern in Quenby on Friday night and died in Marl Hospital. Police of \
    Quenby look for a grey van that left Tinder Lane at speed, inspector Hepzibah Flood said.";
const AGAIN: &str = "The man who was shot in Tinder Lane, Quenby, on Friday night was Oswin Tarnby, 31, inspector Hepzibah Flood \
    told reporters. He died in Marl Hospital. A grey van is still missing.";
const OTHER: &str = "A clerk was shot in the arm when two masked men robbed a pawnshop in Cobble Row, Quenby, on Friday night. \
    Corwin Aldous, 58, told sergeant Jory Penhale that they took rings and a barometer.";
const BAKERY: &str =
    "A bakery in Marl Street will close in spring because rye costs too much, its owner Benedicta Roe said.";

fn keys(body: &str, published: Option<i32>, people: &[&str]) -> Keys {
    let incident = Happened {
        days: published.map(|day| (day - 1, day - 1)),
        place: Some("Quenby"),
        settlement: Some("Quenby"),
        ..Happened::default()
    };
    Keys::of(&Told { body, published, people: people.to_vec(), incident, ..Told::default() })
}

fn evening() -> Vec<Keys> {
    vec![
        keys(FIRST, Some(22_000), &["Oswin Tarnby", "Hepzibah Flood"]),
        keys(OTHER, Some(22_000), &["Corwin Aldous", "Jory Penhale"]),
        keys(AGAIN, Some(22_001), &["Oswin Tarnby", "Hepzibah Flood"]),
        keys(BAKERY, Some(22_001), &["Benedicta Roe"]),
    ]
}

#[test]
fn two_shootings_of_one_night_in_one_town_stay_two() {
    assert_eq!(stories(&evening(), &Decision::default()), [0, 1, 0, 3]);
}

#[test]
fn a_headline_alone_joins_nothing() {
    let with = |body, day| {
        Keys::of(&Told { title: Some("Man shot in Quenby"), body, published: Some(day), ..Told::default() })
    };
    assert_eq!(stories(&[with(FIRST, 22_000), with(OTHER, 22_000)], &Decision::default()), [0, 1]);
}

#[test]
fn the_order_of_articles_changes_nothing() {
    let keys = evening();
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        let own: Vec<Keys> = order.iter().map(|&at: &usize| keys[at].clone()).collect();
        let found = stories(&own, &Decision::default());
        let of = |article: usize| found[order.iter().position(|&at| at == article).unwrap()];
        assert_eq!(of(0), of(2));
        assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    }
}

#[test]
fn copies_cost_one_text_each() {
    let mut all = vec![keys(FIRST, Some(22_000), &["Oswin Tarnby"]); 5_000];
    all.push(keys(AGAIN, Some(22_001), &["Oswin Tarnby"]));
    assert!(stories(&all, &Decision::default()).iter().all(|&story| story == 0));
}

#[test]
fn nothing_is_known_of_an_empty_article() {
    let empty = [Keys::default(), Keys::default()];
    assert_eq!(stories(&empty[..1], &Decision::default()), [0]);
    assert_eq!(stories(&[], &Decision::default()), [0; 0]);
    assert_eq!(compare(&empty[0], &empty[1]).values().iter().filter(|v| !v.is_finite()).count(), 0);
}

#[test]
fn what_a_person_decided_holds() {
    let keys = evening();
    let own: Vec<&Keys> = keys.iter().collect();
    let pairs = [(0, 1), (0, 2), (1, 2)];
    let fold = |ties: &Ties| fold(&own, &pairs, ties, &Decision::default());
    assert_eq!(fold(&Ties::default()), [vec![0, 2], vec![1], vec![3]]);
    let apart = Ties { apart: vec![(2, 0)], ..Ties::default() };
    assert_eq!(fold(&apart), [vec![0], vec![1], vec![2], vec![3]]);
    let together = Ties { together: vec![vec![0, 3]], ..Ties::default() };
    assert!(fold(&together).contains(&vec![0, 2, 3]) || fold(&together).contains(&vec![0, 3]));
}

#[test]
fn words_are_not_kept_but_bytes_are() {
    let keys = evening().remove(0);
    assert_eq!(Keys::of_bytes(&keys.bytes()), Some(keys.clone()));
    let bytes = keys.bytes();
    assert_eq!(Keys::of_bytes(&bytes[..bytes.len() - 1]), None);
    assert_eq!(Keys::of_bytes(&bytes[4..]), None);
}
