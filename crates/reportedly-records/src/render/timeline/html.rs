//! The timeline in the saved report: drawn, without a script, and beneath it a table that says the same.

use std::fmt::Write;

use super::axis::{MARK, WIDTH};
use super::{Rail, Row, Timeline, timeline};
use crate::Record;
use crate::render::escaped::escaped;

/// From one line of marks to the next.
const LINE: f64 = 26.0;
/// Above the first rail, for its name.
const HEAD: f64 = 22.0;
/// Between the rails, for the scale.
const SCALE: f64 = 44.0;

/// The section of a document; nothing where no day is known. `id` begins the ids of its rows.
pub(in crate::render) fn section(record: &Record, id: &str, out: &mut String) {
    let timeline = timeline(record);
    if timeline.rows.is_empty() && timeline.undated.is_empty() {
        return;
    }
    out.push_str("<section class=\"timeline\">\n<h2>Timeline</h2>\n");
    if timeline.rows.iter().any(|row| row.drawn.is_some()) {
        drawing(&timeline, id, out);
    }
    let all = timeline.rows.iter().chain(&timeline.undated);
    out.push_str(
        "<table>\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">When</th><th scope=\"col\">Line</th>\
         <th scope=\"col\">Passage</th><th scope=\"col\">Whose word</th><th scope=\"col\">Why this date</th></tr></thead>\n<tbody>\n",
    );
    all.enumerate().for_each(|(i, row)| line(i + 1, row, id, out));
    out.push_str("</tbody>\n</table>\n");
    if let Some(words) = &timeline.left_out_words {
        let _ = writeln!(out, "<p class=\"about\">{words}</p>");
    }
    out.push_str("</section>\n");
}

fn line(n: usize, row: &Row, id: &str, out: &mut String) {
    let mark = row.mark.as_ref().map_or(String::new(), |mark| format!("<b>[{}]</b> ", escaped(mark)));
    let about = row.about.map_or(String::new(), |about| format!("<small>{about}: </small>"));
    let _ = writeln!(
        out,
        "<tr id=\"{id}-when-{n}\"><td>{n}</td><td>{}</td><td>{}</td><td dir=\"auto\">{about}{mark}{}</td>\
         <td dir=\"auto\">{}</td><td dir=\"auto\">{}</td></tr>",
        escaped(&row.when),
        row.rail.name(),
        escaped(&row.passage),
        escaped(&row.word),
        escaped(&row.why)
    );
}

fn drawing(timeline: &Timeline, id: &str, out: &mut String) {
    let [above, below] = timeline.lines.map(|lines| LINE * lines as f64);
    let (happened, said) = (HEAD + above, HEAD + above + SCALE);
    let height = said + below + HEAD;
    let _ = writeln!(
        out,
        "<div class=\"wide\">\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"group\" aria-label=\"Two lines of time; the table \
         says the same\">\n<text x=\"0\" y=\"14\">It happened</text>\n<text x=\"0\" y=\"{}\">It was said or published</text>\n\
         <path d=\"M0 {happened}H{WIDTH}M0 {said}H{WIDTH}\"/>",
        height - 6.0
    );
    for tick in &timeline.ticks {
        let _ = writeln!(
            out,
            "<path class=\"tick\" d=\"M{0} {happened}v8M{0} {said}v-8\"/><text class=\"tick\" x=\"{0}\" y=\"{1}\">{2}</text>",
            tick.at,
            happened + SCALE / 2.0 + 4.0,
            tick.words
        );
    }
    for (i, row) in timeline.rows.iter().enumerate() {
        let Some(drawn) = row.drawn else { continue };
        let step = LINE * (drawn.line as f64 + 0.5);
        let y = if row.rail == Rail::Happened { happened - step } else { said + step };
        let middle = f64::midpoint(drawn.from, drawn.to);
        let width = (drawn.to - drawn.from).max(MARK - 4.0);
        let day = if row.earliest == row.latest { "day" } else { "days" };
        let open = if row.mark.is_some() { " open" } else { "" };
        let _ = writeln!(
            out,
            "<a href=\"#{id}-when-{n}\" class=\"{day}{open}\"><title>{title}</title><rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"18\" \
             rx=\"9\"/><text x=\"{middle}\" y=\"{base}\">{n}</text></a>",
            n = i + 1,
            title = escaped(&row.in_a_line()),
            x = middle - width / 2.0,
            top = y - 9.0,
            base = y + 4.0
        );
    }
    out.push_str("</svg>\n</div>\n");
    let legend = "Filled: that day. Outlined: a day somewhere in that time. Dashed: alleged, denied, left open, or yet to come. Days \
                  far from the middle are drawn closer together.";
    let _ = writeln!(out, "<p class=\"about\">{legend}</p>");
}
