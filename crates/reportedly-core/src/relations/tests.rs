use std::collections::BTreeSet;

use super::*;
use crate::article::{Date, Found};
use crate::attribution::{Attribution, Mode};
use crate::reuse::{Entry, Fold, Index, keys};
use crate::text::Spans;

/// Numbers that are the same in every run (Marsaglia 2003, xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn words(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| format!("w{}", self.below(4000))).collect()
    }

    fn edited(&mut self, words: &[String], of: usize) -> Vec<String> {
        let mut out = words.to_vec();
        for _ in 0..words.len() / of {
            let at = self.below(out.len());
            out[at] = format!("e{}", self.below(4000));
        }
        out
    }
}

fn article(text: &str, outlet: &str, day: Option<usize>) -> Article {
    let mut article = Article::from_text(text);
    article.metadata.outlet = Some(Found::stated(outlet.into(), "caller"));
    article.metadata.published =
        day.map(|day| Found::stated(Date::parse(&format!("2031-05-{day:02}")).unwrap(), "caller"));
    article
}

/// Families of copies, cuts, rewrites and mixtures, under footers, with a claim in each.
fn corpus(dice: &mut Dice) -> Vec<(String, Article, Vec<Statement>)> {
    let footers: Vec<String> = (0..2).map(|_| dice.words(20).join(" ")).collect();
    let originals: Vec<Vec<String>> = (0..6).map(|_| dice.words(150)).collect();
    let mut out = Vec::new();
    for i in 0..48 {
        let original = &originals[dice.below(6)];
        let other = &originals[dice.below(6)];
        let words = match i % 5 {
            0 => original.clone(),
            1 => original[..40 + dice.below(60)].to_vec(),
            2 => dice.edited(original, 8),
            3 => [&original[..50], &other[60..]].concat(),
            _ => dice.words(120),
        };
        let text = format!("{}\n\n{}", words.join(" "), footers[i % 2]);
        let day = (dice.below(3) > 0).then(|| 1 + dice.below(5));
        let article = article(&text, &format!("o{}", i % 7), day);
        let from: usize = words[..10].iter().map(|w| w.len() + 1).sum();
        let to: usize = words[..22].iter().map(|w| w.len() + 1).sum();
        let content = article.text.span(from, to - 1).unwrap();
        let claim = Attribution {
            source: Spans::default(),
            cue: None,
            content: Spans::from(content),
            mode: Mode::Indirect,
            within: None,
            confidence: 1.0,
            method: "hand",
            reasons: Vec::new(),
        };
        let statement = Statement::new("1", &article, &claim);
        out.push((format!("d{i}"), article, vec![statement]));
    }
    out
}

/// Everything that was found, by ids instead of positions.
fn by_ids(corpus: &[(String, Article, Vec<Statement>)]) -> BTreeSet<String> {
    let documents: Vec<Document> =
        corpus.iter().map(|(id, article, statements)| Document { id, article, statements }).collect();
    let found = relate(&documents, &RelateOptions::default());
    let id = |i: usize| documents[i].id;
    let mut out = BTreeSet::new();
    out.extend(found.pairs.iter().map(|r| format!("{} {} {:?}", id(r.a), id(r.b), r.pair)));
    out.extend(found.boilerplate.iter().map(|l| format!("{} {} {:?}", id(l.a), id(l.b), l.passages)));
    out.extend(found.families.iter().enumerate().map(|(i, &f)| format!("{} of {}", id(i), id(f))));
    for mut group in found.groups {
        let carriers: Vec<_> =
            group.carriers.drain(..).map(|c| (id(c.number as usize), c.span, c.text)).collect();
        let first = group.first_known.take().map(|n| id(n as usize));
        out.insert(format!("{carriers:?} {first:?} {group:?}"));
    }
    out
}

#[test]
fn the_order_of_articles_changes_nothing() {
    for seed in 1..=8 {
        let mut dice = Dice(seed * 0x9e37_79b9);
        let mut corpus = corpus(&mut dice);
        let expected = by_ids(&corpus);
        assert!(expected.len() > 100, "{} findings", expected.len());
        for _ in 0..3 {
            for i in (1..corpus.len()).rev() {
                corpus.swap(i, dice.below(i + 1));
            }
            assert_eq!(by_ids(&corpus), expected);
        }
    }
}

#[test]
fn footers_relate_nobody() {
    let mut dice = Dice(7);
    let footer = dice.words(25).join(" ");
    let texts: Vec<Article> = (0..6)
        .map(|i| article(&format!("{}\n\n{footer}", dice.words(90).join(" ")), "The Quay", Some(i + 1)))
        .collect();
    let ids: Vec<String> = (0..6).map(|i| i.to_string()).collect();
    let documents: Vec<Document> =
        texts.iter().zip(&ids).map(|(article, id)| Document { id, article, statements: &[] }).collect();
    let found = relate(&documents, &RelateOptions::default());
    assert!(found.pairs.is_empty());
    assert_eq!(found.boilerplate.len(), 5);
    assert_eq!(found.families, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_family_of_five_thousand_is_five_thousand_links() {
    let mut dice = Dice(11);
    let original = dice.words(120);
    let mut index = Index::default();
    let mut entries = Vec::new();
    for i in 0..5000 {
        let words = if i == 0 { original.clone() } else { dice.edited(&original, 30) };
        let keys = keys(&crate::text::Text::new(words.join(" ")));
        entries.push(Entry { words: keys.words().len() as u32, outlet: None, links: index.add(&keys) });
    }
    let links: usize = entries.iter().map(|e| e.links.len()).sum();
    assert!(links < 5200, "{links} links");
    let fold = Fold::new(entries);
    assert!(fold.families().iter().all(|&family| family == 0));
    assert!(fold.others(4000, 300).is_empty(), "only the tie to the first is given");
    let shared: u32 = fold.runs(3000, 4000).iter().map(|r| r.len).sum();
    assert!(shared > 90, "two copies share {shared} words");
}

#[test]
fn a_claim_in_two_thousand_copies_is_one_text() {
    let mut dice = Dice(23);
    let words = dice.words(80);
    let copies: Vec<_> = (0..2000)
        .map(|i| {
            let mut words = if i % 3 == 0 { dice.edited(&words, 40) } else { words.clone() };
            words[..20].clone_from_slice(&vec!["same".to_owned(); 20]);
            let article = article(&words.join(" "), &format!("o{}", i % 50), Some(1 + i % 28));
            let statement = Statement {
                content: Spans::from(article.text.span(0, 99).unwrap()),
                source_name: Some("Mara Hale".to_owned()),
                naming: crate::trace::Naming::Named,
                ..Statement::default()
            };
            (i.to_string(), article, vec![statement])
        })
        .collect();
    let documents: Vec<Document> =
        copies.iter().map(|(id, article, statements)| Document { id, article, statements }).collect();
    let found = relate(&documents, &RelateOptions { most_pairs: 10, ..RelateOptions::default() });
    assert_eq!(found.groups.len(), 1);
    let counts = found.groups[0].counts;
    assert_eq!((counts.pages, counts.texts, counts.publishers, counts.origins), (2000, 1, 50, 1));
    assert!(found.pairs.len() < 2100, "{} pairs", found.pairs.len());
}
