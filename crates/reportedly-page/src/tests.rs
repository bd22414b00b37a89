//! Whole pages, from `fixtures/pages`.

use super::*;

macro_rules! page {
    ($name:literal) => {
        read_page(include_bytes!(concat!("../../../fixtures/pages/", $name)), &PageOptions::default())
    };
}

fn body(article: &Article) -> Vec<&str> {
    article.text.get(article.body()).split("\n\n").collect()
}

fn names(article: &Article) -> Vec<&str> {
    article.metadata.byline.iter().flat_map(|b| b.value.iter().map(String::as_str)).collect()
}

fn published(article: &Article) -> String {
    article.metadata.published.as_ref().map_or_else(String::new, |d| d.value.value())
}

#[test]
fn a_page_with_everything_around_the_article() {
    let article = page!("graph.html").unwrap();
    let m = &article.metadata;
    assert_eq!(m.title.as_ref().unwrap().value, "Harbour council votes to keep the night ferry");
    assert_eq!(names(&article), ["Ada Brook", "Tom Hale"]);
    assert_eq!(m.outlet.as_ref().unwrap().value, "The Marsh Post");
    assert_eq!(published(&article), "2031-04-05T18:30:00+01:00");
    assert_eq!(m.modified.as_ref().unwrap().value.value(), "2031-04-06T09:00:00+01:00");
    assert_eq!(m.published.as_ref().unwrap().method, "json-ld");
    assert_eq!(m.language.as_ref().unwrap().value, "en-GB");
    assert_eq!(m.canonical_url.as_ref().unwrap().value, "https://marshpost.example/2031/04/05/night-ferry");
    let body = body(&article);
    assert_eq!(body.len(), 4, "{body:#?}");
    assert_eq!(
        body[1],
        "“We cannot leave anyone on the pier,” council member Rosa Venn said. “Not in winter, and not in summer either.”"
    );
    assert!(body[3].ends_with("A report is expected in May."));
    assert!(
        article.text.as_str().starts_with("Harbour council votes to keep the night ferry\n\nThe harbour")
    );
    assert!(article.notes.is_empty(), "{:?}", article.notes);
}

#[test]
fn broken_nesting_keeps_the_words_together() {
    let article = page!("broken-nesting.html").unwrap();
    let text = article.text.as_str();
    for words in [
        "mayor Ilse Korn said on Monday, two years",
        "“It is late,” she said, “but it is ours.”",
        "called the date “a hope, not a plan”.",
        "A vote is due next week & nobody < expects surprises.",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn any_character_set() {
    let article = page!("windows-1252.html").unwrap();
    assert_eq!(names(&article), ["Zoë Lindqvist"]);
    assert!(
        body(&article)[0].starts_with("“We are tired,” owner Renée Abel said of the café’s last winter –")
    );
    assert!(article.text.as_str().contains("€900"));
    let article = page!("utf-16.html").unwrap();
    assert_eq!(names(&article), ["Émile Ørsted"]);
    assert!(article.notes.is_empty(), "{:?}", article.notes);
}

#[test]
fn what_only_a_reader_sees() {
    let article = page!("visible-byline.html").unwrap();
    assert_eq!(names(&article), ["Mara Okonjo", "Piet van Dalen"]);
    assert_eq!(published(&article), "2031-04-05T19:15");
    assert!(article.metadata.published.as_ref().unwrap().guess);
    let body = body(&article);
    assert_eq!(body.len(), 3, "{body:#?}");
    assert!(body[0].starts_with("The school in Upper Fenn"));
}

#[test]
fn the_day_that_is_shown_wins_over_the_declared_one() {
    let article = page!("two-dates.html").unwrap();
    assert_eq!(published(&article), "2031-04-05T10:00");
    assert_eq!(article.metadata.published.as_ref().unwrap().method, "visible date");
}

#[test]
fn pages_without_an_article_are_refused_with_what_was_found() {
    let wall = page!("login-wall.html").unwrap_err();
    assert_eq!(wall.reason, Reason::Wall);
    let article = wall.force();
    assert_eq!(article.metadata.title.as_ref().unwrap().value, "What the minister knew");
    assert_eq!(article.notes.last().unwrap().kind, NoteKind::Forced);
    assert_eq!(page!("cookie-banner.html").unwrap_err().reason, Reason::CookieBanner);
    assert_eq!(page!("front-page.html").unwrap_err().reason, Reason::FrontPage);
    assert_eq!(read_page(b"", &PageOptions::default()).unwrap_err().reason, Reason::NoArticle);
}

#[test]
fn a_hundred_thousand_nested_tags() {
    let prose =
        "<p>The ferry to Marsh Island runs again after the storm, the harbour office said on Friday.</p>"
            .repeat(4);
    for tag in ["div", "b", "table", "ul", "x-y", "p"] {
        let html = format!("<h1>Ferry</h1>{}{prose}", format!("<{tag}>").repeat(100_000));
        let article = read_page(html.as_bytes(), &PageOptions::default()).unwrap_or_else(|r| r.article);
        assert!(article.notes.iter().any(|n| n.kind == NoteKind::Capped), "{tag}");
    }
    let html = format!("<h1>Ferry</h1>{}{prose}", "<div>".repeat(20_000));
    assert!(
        read_page(html.as_bytes(), &PageOptions::default()).unwrap().text.as_str().contains("harbour office")
    );
}

#[test]
fn damaged_pages_do_not_panic() {
    let page = include_bytes!("../../../fixtures/pages/graph.html");
    let mut seed = 7u32;
    for round in 0..60 {
        let mut bytes = page[..page.len() * (round % 10 + 1) / 10].to_vec();
        for _ in 0..round {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        let article = read_page(&bytes, &PageOptions::default()).unwrap_or_else(|r| r.article);
        assert!(article.text.span(article.body_start as usize, article.text.len()).is_some());
    }
}

#[test]
fn pages_and_plain_texts_are_told_apart() {
    assert!(is_html(b"  <!DOCTYPE html><p>x"));
    assert!(is_html(include_bytes!("../../../fixtures/pages/utf-16.html")));
    assert!(!is_html(b"The ferry runs again. <b>"));
    assert!(!is_html(b""));
}

/// A page with this in the middle of its article.
fn around(middle: &str, head: &str) -> Article {
    let prose = "<p>The ferry to Marsh Island runs again after the storm, the harbour office said in a notice on Monday, and no \
                 boat was lost in all these days of wind and rain.</p>";
    let html = format!(
        "<html><head><title>Ferry runs again</title>{head}</head><body><article><h1>Ferry runs again</h1>{}{middle}{}</article></body></html>",
        prose.repeat(3),
        prose.replace("Marsh", "Sand").repeat(2)
    );
    read_page(html.as_bytes(), &PageOptions::default()).unwrap()
}

#[test]
fn what_stands_behind_a_small_element_stays() {
    for inside in [
        "<time>3 April</time>",
        "<label>3 April</label>",
        "3 Ap<wbr>ril",
        "3 <button>Share</button>April",
        "<nobr>3 April</nobr>",
    ] {
        let article = around(
            &format!("<p>The council met on {inside} and voted. “It is not safe,” Mara Hale said.</p>"),
            "",
        );
        let text = article.text.as_str();
        assert!(
            text.contains("met on 3 April and voted. “It is not safe,” Mara Hale said."),
            "{inside}: {text}"
        );
    }
    let quotation = "<figure><blockquote><p>It was never meant to carry lorries on its back.</p></blockquote>\
                     <figcaption>— Ole Dahl</figcaption></figure>";
    assert!(around(quotation, "").text.as_str().contains("lorries on its back"));
}

#[test]
fn a_box_in_the_middle_ends_nothing_and_other_pages_tell_no_date() {
    let middle = "<h3>Share your thoughts</h3><p>Write to us.</p>";
    assert!(around(middle, "").text.as_str().contains("Sand Island"));
    let chief = "<section id=\"comments-from-the-harbour-chief\"><p>“It held,” said the chief of the harbour.</p></section>";
    assert!(around(chief, "").text.as_str().contains("“It held,”"));
    let teaser = "<p>By Cy Lund and Dee Marsh</p><p><time datetime=\"2031-06-09\">9 June</time></p>";
    let author = "<meta name=\"author\" content=\"Ada Brook\">";
    let article = around(teaser, author);
    assert_eq!(names(&article), ["Ada Brook"]);
    assert!(article.metadata.published.is_none_or(|date| date.guess));
    let wall = around("<p>Already a subscriber? Log in to continue.</p>", "");
    assert!(!wall.text.as_str().contains("subscriber") && wall.notes.len() == 1);
}

/// A page of `fixtures/pages/strange`, read.
#[allow(clippy::disallowed_methods)] // a test is a host
fn strange(name: &str) -> Article {
    let path = format!("{}/../../fixtures/pages/strange/{name}.html", env!("CARGO_MANIFEST_DIR"));
    read_page(&std::fs::read(&path).unwrap(), &PageOptions::default())
        .unwrap_or_else(|r| panic!("{name}: {:?}", r.reason))
}

#[test]
fn no_word_is_lost_in_strange_pages() {
    // the number of paragraphs, and the beginnings of some
    let cases: [(&str, usize, &[&str]); 11] = [
        (
            "after-blocks",
            15,
            &[
                "A spokesman for",
                "The clerk of the works",
                "Ruth Calloway",
                "The bath master",
                "The boiler man",
            ],
        ),
        (
            "br",
            7,
            &[
                "The council",
                "The builders were never asked. A spokesman",
                "The mayor denied",
                "Editor's note: the clerk",
            ],
        ),
        ("flash", 3, &["HARNWICK", "“We cannot", "The baths close"]),
        ("inside", 5, &["The council has voted"]),
        ("middle", 6, &["Advertisement revenue", "Source: the clerk", "Read: “The roof"]),
        ("list-of-links", 7, &["The Courier said", "The Herald said", "The Post said"]),
        ("brief-refused", 2, &["The council", "Councillor"]),
        ("two-containers", 8, &["The council", "Councillor"]),
        ("slides", 7, &["2. The pool", "3. The pool", "4. The pool"]),
        ("footnote", 3, &["The council of Harnwick voted on Tuesday to close the baths [1], eight"]),
        ("lead-lines", 3, &["The council"]),
    ];
    for (name, paragraphs, beginnings) in cases {
        let article = strange(name);
        let body = body(&article);
        assert_eq!(body.len(), paragraphs, "{name}: {body:#?}");
        for words in beginnings {
            assert!(body.iter().any(|p| p.starts_with(words)), "{name}: {words} in {body:#?}");
        }
    }
}

#[test]
fn a_change_is_no_publication() {
    let days = |name| {
        let m = strange(name).metadata;
        [m.published, m.modified].map(|d| d.map_or_else(String::new, |d| d.value.value()))
    };
    assert_eq!(days("itemprop"), ["2031-03-25T01:57", "2031-03-27T19:20:45+01:00"]);
    assert_eq!(days("last-updated"), ["", "2031-04-04T20:44:00Z"]);
    assert_eq!(days("lead-lines"), ["2031-02-13", ""]);
}

#[test]
fn names_end_where_their_element_ends() {
    for name in ["by-glued", "date-glued", "time-glued", "two-children", "photographs"] {
        assert_eq!(names(&strange(name)), ["Mara Hale"], "{name}");
    }
    assert_eq!(names(&strange("bracket")), ["Richard (R.J.) Hale"]);
    assert_eq!(strange("title-glued").metadata.title.unwrap().value, "Baths to close");
}

#[test]
fn a_teaser_has_a_note_and_no_request() {
    for n in 1..=8 {
        let article = strange(&format!("teaser-{n}"));
        assert_eq!(body(&article).len(), 2, "{n}");
        assert!(article.notes.iter().any(|note| note.kind == NoteKind::Page), "{n}");
    }
}
