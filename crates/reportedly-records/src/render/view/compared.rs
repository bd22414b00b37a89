use super::{Piece, Style, line, piece};
use crate::compare::{On, Part, PartKind, Run};
use crate::render::{counted, escaped::escaped};

/// More paragraphs in a row that only one article has are folded.
const SHOWN: usize = 3;

/// Two articles, paragraph beside paragraph. A changed one is written once for each column with the words of
/// both; the style hides in each column what stands in the other, and on a narrow screen the second column.
pub(super) fn html(heads: &[String; 2], parts: &[Part]) -> String {
    let heads: String = heads.iter().map(|h| format!("<p dir=\"auto\">{}</p>", escaped(h))).collect();
    let parts: String = parts.iter().map(part).collect();
    format!("<div class=\"compared\">\n<div class=\"heads\">{heads}</div>\n{parts}</div>")
}

fn part(part: &Part) -> String {
    let elsewhere = if part.moved { " elsewhere in the other article" } else { "" };
    let of = |what: &str| counted(part.paragraphs.len(), "paragraph") + what;
    match part.kind {
        PartKind::Same => {
            let told = counted(part.paragraphs.len(), "unchanged paragraph") + elsewhere;
            folded("same", &told, &texts(part))
        }
        PartKind::Changed => {
            let told = if part.moved { "<p><small>Elsewhere in the other article</small></p>" } else { "" };
            let sides =
                |runs: &Vec<Run>| [Run::in_a, Run::in_b].map(|words| quote(&line(&side(runs, words))));
            let sides: String = part.paragraphs.iter().flat_map(sides).collect();
            format!("{told}<div class=\"sides\">{sides}</div>\n")
        }
        PartKind::A => only("a", "Only in this article", &of(" only in this article"), part),
        PartKind::B => only("b", "Only in the other", &of(" only in the other"), part),
    }
}

fn only(side: &str, told: &str, folded_as: &str, part: &Part) -> String {
    match part.paragraphs.len() > SHOWN {
        true => folded(side, folded_as, &texts(part)),
        false => format!("<div class=\"{side}\"><p><small>{told}</small></p>{}</div>\n", texts(part)),
    }
}

fn folded(class: &str, summary: &str, inside: &str) -> String {
    format!("<details class=\"{class}\"><summary>{summary}</summary>{inside}</details>\n")
}

fn texts(part: &Part) -> String {
    let text = |runs: &Vec<Run>| quote(&runs.iter().map(|run| escaped(&run.text)).collect::<String>());
    part.paragraphs.iter().map(text).collect()
}

fn quote(words: &str) -> String {
    format!("<blockquote dir=\"auto\">{words}</blockquote>")
}

/// Both sides' words as one of them has what is in both.
fn side(runs: &[Run], words: impl Fn(&Run) -> Option<&str>) -> Vec<Piece> {
    let style = |on| match on {
        On::Both => Style::Plain,
        On::A => Style::Struck,
        On::B => Style::New,
    };
    runs.iter().map(|run| piece(style(run.on), words(run).unwrap_or(&run.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Record;
    use crate::compare::compare;

    fn shown(a: &[&str], b: &[&str]) -> String {
        let [a, b] = [a, b].map(|p| Record { text: p.join("\n\n"), ..Record::default() });
        html(&["This".to_owned(), "That".to_owned()], &compare(&a, &b, &[]).parts)
    }

    #[test]
    fn a_change_stands_in_both_columns() {
        let found = shown(&["It cost <b>1.5 million, he said."], &["It cost <b>15 million, he said."]);
        assert!(found.contains("&lt;b&gt;<del>1.5</del><ins>15</ins> million"), "{found}");
        assert_eq!(found.matches("<del>1.5</del>").count(), 2, "{found}");
    }

    #[test]
    fn what_is_unchanged_is_folded_and_so_is_much_that_is_new() {
        let [one, two] = ["The tide came late on Monday.", "Two boats lay on the sand."];
        let new = ["First new.", "Second that is.", "A third.", "Fourth, and last."];
        let found = shown(&[one, two], &[&[one, two], &new[..]].concat());
        assert!(
            found.contains("<details class=\"same\"><summary>2 unchanged paragraphs</summary>"),
            "{found}"
        );
        assert!(found.contains("<summary>4 paragraphs only in the other</summary>"), "{found}");
        assert_eq!(found.matches(one).count(), 1);
        let found = shown(&[one, two], &[two]);
        assert!(found.contains("<small>Only in this article</small></p><blockquote"), "{found}");
    }
}
