//! Where days are drawn. Near the middle each day has its room; farther away a month, then a year has no more.

use jiff::civil::Date;
use serde::Serialize;

use super::{Rail, Row};

/// The width of the drawing, in units of its own.
pub(super) const WIDTH: f64 = 720.0;
/// Room on both sides, half of a mark and a little.
const EDGE: f64 = 16.0;
/// The width of a mark.
pub(super) const MARK: f64 = 22.0;
/// A rail has at most so many lines of marks; what finds no room stands in the table alone.
const LINES: usize = 12;

/// Where a row is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Drawn {
    /// Where it begins, from 0 at the left to 720 at the right: the middle of a day, the first day of several.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// On which line of its rail; 0 is next to it.
    pub line: usize,
}

/// A mark of the scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// "+1 week", "published".
    pub words: &'static str,
}

/// Days from the middle that are marked, and what they are called.
const TICKS: [(i32, &str); 9] = [
    (-36525, "\u{2212}100 years"),
    (-3652, "\u{2212}10 years"),
    (-365, "\u{2212}1 year"),
    (-30, "\u{2212}1 month"),
    (-7, "\u{2212}1 week"),
    (7, "+1 week"),
    (30, "+1 month"),
    (365, "+1 year"),
    (3652, "+10 years"),
];

/// The days that a moment of ISO 8601 may mean, as far as it is stated: "2031", "2031-03", "2031-03-14T07:42".
pub(super) fn days_of(moment: &str) -> Option<(String, String)> {
    let day = |words: &str| words.parse::<Date>().ok();
    let (first, last) = match moment.len() {
        4 => day(&format!("{moment}-01-01")).map(|d| (d, d.last_of_year()))?,
        7 => day(&format!("{moment}-01")).map(|d| (d, d.last_of_month()))?,
        _ => day(moment.get(..10)?).map(|d| (d, d))?,
    };
    Some((first.to_string(), last.to_string()))
}

/// Places all rows around the day of publication, or else the last day, and the ticks that lie among them.
pub(super) fn draw(rows: &mut [Row], published: Option<&str>) -> (Vec<Tick>, [usize; 2]) {
    let days: Vec<Option<(Date, Date)>> = rows.iter().map(days).collect();
    let last = days.iter().flatten().map(|d| d.1).max();
    let Some(middle) = published.and_then(|day| day.parse::<Date>().ok()).or(last) else {
        return (Vec::new(), [0, 0]);
    };
    let far = |day: Date| day.since(middle).map_or(0, |span| span.get_days());
    let reach = days.iter().flatten().fold((0, 0), |(a, b), d| (a.min(far(d.0)), b.max(far(d.1))));
    let scale = |days: i32| f64::from(days.signum()) * f64::from(days.abs()).ln_1p();
    let (least, most) = (scale(reach.0), scale(reach.1));
    let room = WIDTH - 2.0 * EDGE;
    let at = |days: i32| match most - least {
        0.0 => WIDTH / 2.0,
        all => ((EDGE + (scale(days) - least) / all * room) * 10.0).round() / 10.0,
    };
    let mut lines = [Vec::<f64>::new(), Vec::new()];
    for (row, days) in rows.iter_mut().zip(&days) {
        let Some((first, last)) = *days else { continue };
        let (from, to) = (at(far(first)), at(far(last)));
        let rail = &mut lines[usize::from(row.rail == Rail::Said)];
        row.drawn = free(rail, from, to).map(|line| Drawn { from, to, line });
    }
    let among = |&&(days, _): &&(i32, &str)| reach.0 <= days && days <= reach.1;
    let ticks = TICKS.iter().filter(among).map(|&(days, words)| Tick { at: at(days), words });
    let zero = Tick { at: at(0), words: if published.is_some() { "published" } else { "last date" } };
    let mut ticks: Vec<Tick> = ticks.chain([zero]).collect();
    ticks.sort_by(|a, b| a.at.total_cmp(&b.at));
    (ticks, lines.map(|rail| rail.len()))
}

fn days(row: &Row) -> Option<(Date, Date)> {
    Some((row.earliest.as_ref()?.parse().ok()?, row.latest.as_ref()?.parse().ok()?))
}

/// The first line of a rail that has room; each line is known by where its last mark ends.
fn free(rail: &mut Vec<f64>, from: f64, to: f64) -> Option<usize> {
    let middle = f64::midpoint(from, to);
    let (from, to) = (from.min(middle - MARK / 2.0), to.max(middle + MARK / 2.0));
    if let Some(line) = rail.iter().position(|&end| end <= from) {
        rail[line] = to;
        return Some(line);
    }
    (rail.len() < LINES).then(|| {
        rail.push(to);
        rail.len() - 1
    })
}
