//! When a page was published and last changed.

use trafilatura::dom::{Document, NodeId};

use crate::dates::{self, Order};
use crate::declared::Declared;
use crate::dom::{at_the_top, short_line};
use crate::elsewhere::Elsewhere;
use crate::names::after_by;
use crate::prune::words;
use reportedly_core::article::{Date, Found, Precision};

/// The meta elements that state the day of publication, best first.
const PUBLISHED: [&str; 42] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.created",
    "pubdate",
    "pub_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "published-date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "originalpublicationdate",
    "article.published",
    "article:published",
    "article:published_date",
    "article_date_original",
    "dcsext.articlefirstpublished",
    "rnews:datepublished",
    "citation_publication_date",
    "citation_online_date",
    "mediator_published_time",
    "shareaholic:article_published_time",
    "vr:published_time",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "displaydate",
    "date_published",
    "article.created",
    "ptime",
    "date",
];

const MODIFIED: [(&str, &str); 8] = [
    ("article:modified_time", "article:modified_time"),
    ("og:updated_time", "og:updated_time"),
    ("article:updated_time", "article:modified_time"),
    ("datemodified", "itemprop dateModified"),
    ("dcterms.modified", "dublin core"),
    ("dc.date.modified", "dublin core"),
    ("last-modified", "meta last-modified"),
    ("lastmod", "meta last-modified"),
];

/// How many elements around the headline may hold the date line.
const NEAR: usize = 120;
/// The web is no older.
const FIRST_YEAR: i16 = 1990;

/// Where the days of a page are looked for.
pub(crate) struct Days<'d> {
    doc: &'d Document,
    declared: &'d Declared,
    elsewhere: Elsewhere<'d>,
    order: Order,
    /// The nodes near the headline before the article is well under way, and all of them.
    top: Vec<NodeId>,
    near: Vec<NodeId>,
}

impl<'d> Days<'d> {
    pub(crate) fn of(
        doc: &'d Document,
        declared: &'d Declared,
        headline: Option<NodeId>,
        order: Order,
    ) -> Self {
        let elsewhere = Elsewhere::of(doc, headline);
        let [top, near] = [true, false].map(|top| around(doc, headline, top));
        Self { doc, declared, elsewhere, order, top, near }
    }

    /// The day of publication: as a reader sees it where the page declares a later one.
    pub(crate) fn published(&self, address: Option<&str>) -> Option<Found<Date>> {
        let stated = self.stated(address);
        self.shown_earlier(stated.as_ref()).or(stated)
    }

    fn stated(&self, address: Option<&str>) -> Option<Found<Date>> {
        let ld = ["datePublished", "dateCreated"].iter().find_map(|key| self.declared.article_text(key));
        let meta =
            |name: &&str| self.declared.meta(name).find_map(|v| self.dated(Some(v), published_method(name)));
        let page = self.declared.page_text("datePublished");
        self.dated(ld.as_deref(), "json-ld")
            .or_else(|| PUBLISHED.iter().find_map(meta))
            .or_else(|| self.dated(page.as_deref(), "json-ld page"))
            .or_else(|| self.marked(MARKED))
            .or_else(|| self.time_in(&self.top))
            .or_else(|| self.guessed(address))
    }

    /// A day near the headline; that of the address where they are far apart, since pages show the day of today as well;
    /// else the only day that the page marks as one.
    fn guessed(&self, address: Option<&str>) -> Option<Found<Date>> {
        let within = address.and_then(dates::in_address);
        let shown = self
            .line_in(&self.top)
            .or_else(|| self.time_in(&self.near).map(|date| Found { guess: true, ..date }))
            .or_else(|| self.line_in(&self.near));
        let near = |shown: &Found<Date>| {
            let days = within.as_ref().and_then(Date::day).zip(shown.value.day());
            days.is_none_or(|(a, b)| a == b || a.tomorrow().ok() == Some(b) || b.tomorrow().ok() == Some(a))
        };
        let of_address = within.map(|value| Found::guessed(value, "address"));
        shown.filter(near).or(of_address).or_else(|| self.only_one())
    }

    /// The day that the page marks as one, where it marks no other.
    fn only_one(&self) -> Option<Found<Date>> {
        const NAMES: &[&str] = &["date", "dateline", "posted", "pubdate", "published", "timestamp"];
        let marks = |n: &NodeId| {
            let name = words(&format!("{} {}", self.doc.class_name(*n), self.doc.id_attr(*n)));
            self.doc.tag_name(*n) == "time"
                || name.split(' ').any(|w| NAMES.contains(&w)) && short_line(self.doc, *n, 60).is_some()
        };
        let all = self.doc.iter(self.doc.root(), &[]);
        let marked =
            all.into_iter().filter(|n| marks(n) && !self.is_of_a_change(*n) && !self.elsewhere.has(*n));
        let days: Vec<Date> = marked.filter_map(|n| self.element_date(n)).map(|found| found.value).collect();
        let first = days.first()?;
        days.iter().all(|d| d.day() == first.day()).then(|| Found::guessed(*first, "time element"))
    }

    pub(crate) fn modified(&self) -> Option<Found<Date>> {
        let ld = self.declared.article_text("dateModified");
        let meta = |&(name, method): &(&str, _)| self.dated(self.declared.meta(name).next(), method);
        self.dated(ld.as_deref(), "json-ld")
            .or_else(|| MODIFIED.iter().find_map(meta))
            .or_else(|| self.marked(&["[itemprop=dateModified]", "time.updated"]))
            .or_else(|| self.of_a_change())
    }

    /// A date in data: as such, or as a reader would write it.
    fn dated(&self, value: Option<&str>, method: &'static str) -> Option<Found<Date>> {
        let value = value?;
        let date =
            dates::parse(value).or_else(|| dates::in_line(value, self.order).filter(|_| value.len() < 60))?;
        Some(Found::stated(date, method))
    }

    /// A day beside the headline that is called a change.
    fn of_a_change(&self) -> Option<Found<Date>> {
        let times = self.top.iter().filter(|n| self.doc.tag_name(**n) == "time" && self.is_of_a_change(**n));
        let by_element = times.into_iter().find_map(|n| self.element_date(*n));
        by_element.or_else(|| {
            self.top.iter().find_map(|&n| {
                let text = short_line(self.doc, n, 80)?;
                let (at, word) = change_in(&text)?;
                let date = dates::in_line(text.get(at + word..)?, self.order)?;
                Some(Found::guessed(date, "visible date"))
            })
        })
    }

    fn marked(&self, selectors: &[&str]) -> Option<Found<Date>> {
        let all = selectors.iter().flat_map(|s| self.doc.query_selector_all(self.doc.root(), s));
        all.into_iter().filter(|n| !self.elsewhere.has(*n)).find_map(|n| self.element_date(n))
    }

    fn element_date(&self, node: NodeId) -> Option<Found<Date>> {
        const DATA: [&str; 7] =
            ["datetime", "content", "title", "data-datetime", "data-date", "data-timestamp", "data-time"];
        let stated = DATA.iter().find_map(|a| dates::parse(&self.doc.get_attribute(node, a)?));
        let date = stated
            .or_else(|| short_line(self.doc, node, 300).and_then(|t| dates::in_line(&t, self.order)))
            .filter(is_of_the_web)?;
        Some(Found::stated(date, "time element"))
    }

    fn time_in(&self, near: &[NodeId]) -> Option<Found<Date>> {
        let is_time = |n: &NodeId| match self.doc.tag_name(*n) {
            "time" => true,
            "abbr" => self.doc.get_attribute(*n, "title").is_some(),
            _ => false,
        };
        let times =
            near.iter().filter(|n| is_time(n) && !self.is_of_a_change(**n) && !self.elsewhere.has(**n));
        times.into_iter().find_map(|n| self.element_date(*n))
    }

    /// Whether the page calls it a change: by its name, or by a word before it.
    fn is_of_a_change(&self, node: NodeId) -> bool {
        let doc = self.doc;
        let name =
            format!("{} {}", doc.get_attribute(node, "itemprop").unwrap_or_default(), doc.class_name(node));
        let name = name.to_ascii_lowercase();
        let own = short_line(doc, node, 120).unwrap_or_default();
        let line = doc.parent(node).and_then(|line| short_line(doc, line, 160)).unwrap_or_default();
        let before = line.find(&own).map_or("", |at| &line[..at]);
        // of several days in a line, each has its own word
        let last = before.rsplit([',', '|', '·', ';']).next().unwrap_or_default();
        let no_day = |s: Option<&str>| s.and_then(|s| dates::in_line(s, self.order)).is_none();
        // "published updated" is what never changed
        ["modified", "updated"].iter().any(|n| name.contains(n)) && !name.contains("publish")
            || change_in(&own).is_some_and(|(at, _)| no_day(own.get(..at)))
            || change_in(last).is_some_and(|(at, _)| no_day(last.get(at..)))
    }

    /// A short line that states a day, and little else.
    fn line_in(&self, near: &[NodeId]) -> Option<Found<Date>> {
        near.iter().find_map(|&n| {
            let text = short_line(self.doc, n, 80)?;
            // what stands behind "updated" is no publication
            let stated = change_in(&text).and_then(|(at, _)| text.get(..at)).unwrap_or(&text);
            let date = dates::in_line(stated, self.order).filter(is_of_the_web)?;
            (self.is_of_a_day(n, &text) && !self.elsewhere.has(n))
                .then(|| Found::guessed(date, "visible date"))
        })
    }

    /// Whether a line with a day in it is there for the day: by its words, or by what the page calls it.
    fn is_of_a_day(&self, node: NodeId, line: &str) -> bool {
        const WORDS: usize = 5;
        let name = format!("{} {}", self.doc.class_name(node), self.doc.id_attr(node)).to_ascii_lowercase();
        let named = ["date", "time", "publi", "byline", "meta", "info"].iter().any(|n| name.contains(n));
        let other = |w: &&str| w.chars().filter(|c| c.is_lowercase()).count() > 3;
        let lower = line.to_lowercase();
        named
            || after_by(line).is_some()
            || LABELS.iter().any(|l| lower.starts_with(l))
            || line.split_whitespace().filter(other).count() <= WORDS && !crate::residue::is_told(line)
    }

    /// The day that a reader sees below the headline, where it is earlier than the declared one, which may be that of the
    /// last change. A day apart may be the zone.
    fn shown_earlier(&self, declared: Option<&Found<Date>>) -> Option<Found<Date>> {
        let declared = declared?;
        let near = self.top.iter().take(NEAR / 2);
        let labelled = near.filter_map(|n| {
            let text = short_line(self.doc, *n, 80)?.to_lowercase();
            let short = !text.contains("updated") && !text.contains("modified");
            let label = LABELS.iter().any(|l| text.starts_with(l));
            (short && label).then(|| dates::in_line(&text, self.order)).flatten()
        });
        let date = labelled.into_iter().next()?;
        let (shown, said) = (date.day()?, declared.value.day()?);
        let timed = declared.value.precision() > Precision::Day;
        let earlier = shown < said && !(timed && shown.tomorrow().is_ok_and(|next| next == said));
        earlier.then(|| Found::stated(date, "visible date"))
    }
}

const MARKED: &[&str] = &[
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.published",
    "time.entry-date",
    ".published[title]",
    ".published",
];
const LABELS: &[&str] = &[
    "published",
    "posted",
    "first published",
    "publié",
    "veröffentlicht",
    "publicado",
    "pubblicato",
    "created",
    "опубликовано",
    "gepubliceerd",
    "erstellt",
    "publicerad",
    "opublikowano",
];

fn is_of_the_web(date: &Date) -> bool {
    date.day().is_none_or(|day| day.year() >= FIRST_YEAR)
}

fn published_method(name: &str) -> &'static str {
    match name {
        "article:published_time" => "article:published_time",
        "datepublished" => "itemprop datePublished",
        "parsely-pub-date" => "parsely-pub-date",
        "sailthru.date" => "sailthru.date",
        "dcsext.articlefirstpublished" => "meta date",
        n if n.starts_with("dc") => "dublin core",
        _ => "meta date",
    }
}

/// Where a line says that something was changed, and how long the word is.
fn change_in(line: &str) -> Option<(usize, usize)> {
    const CHANGED: &[&str] = &[
        "updated",
        "modified",
        "last update",
        "aktualisiert",
        "mis à jour",
        "actualizado",
        "atualizado",
        "aggiornato",
        "обновлено",
        "zuletzt geändert",
    ];
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    CHANGED.iter().filter_map(|w| lower.find(w).map(|at| (at, w.len()))).min()
}

/// The nodes near the headline; `top`: before the article is well under way.
fn around(doc: &Document, headline: Option<NodeId>, top: bool) -> Vec<NodeId> {
    let Some(headline) = headline else { return Vec::new() };
    let order = doc.iter(doc.root(), &[]);
    let Some(at) = order.iter().position(|n| *n == headline) else { return Vec::new() };
    let after = &order[at + 1..order.len().min(at + 1 + NEAR)];
    let mut near = if top { at_the_top(doc, after) } else { after }.to_vec();
    near.extend(order[at.saturating_sub(NEAR / 4)..at].iter().rev());
    near
}
