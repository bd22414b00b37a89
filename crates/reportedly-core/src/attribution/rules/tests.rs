use super::*;

/// source | cue | content of each proposal.
fn found(text: &str) -> Vec<String> {
    let article = Article::from_text(text);
    let tokens = article.tokens();
    let of = |s: &Spans| s.pieces().iter().map(|p| article.text.get(*p)).collect::<Vec<_>>().join(" ... ");
    let row = |p: &Proposal| {
        format!("{} | {} | {}", of(&p.source), p.cue.map_or("", |c| article.text.get(c)), of(&p.content))
    };
    Rules.propose(&article, &tokens).iter().map(row).collect()
}

#[test]
fn a_cue_beside_a_quotation() {
    assert_eq!(
        found("\"We wait here,\" said Dr. Ada Vale, who left."),
        ["Dr. Ada Vale | said | \"We wait here,\""]
    );
    assert_eq!(found("\u{201c}No,\u{201d} she added."), ["she | added | \u{201c}No,\u{201d}"]);
    assert_eq!(found("Her song \"Red Rain\" was played."), [""; 0]);
}

#[test]
fn layout_names_the_speaker() {
    let dash = "\"A step back for every town.\" \u{2014} Commissioner Ira Stahl";
    assert_eq!(found(dash), ["Commissioner Ira Stahl | \u{2014} | \"A step back for every town.\""]);
    let intro = "And from Chairwoman Rose Lind: \"It is late.\"";
    assert_eq!(found(intro), ["Chairwoman Rose Lind | : | \"It is late.\""]);
    let talk = "HALE: Why now?\n\nLIND: It was time.\n\nHALE: For whom?";
    assert_eq!(found(talk), ["HALE | : | Why now?", "LIND | : | It was time.", "HALE | : | For whom?"]);
    assert_eq!(found("Note: bring water.\nPhoto: A. Lind"), [""; 0]);
}

#[test]
fn speech_that_nobody_is_named_for() {
    assert_eq!(
        found("\"We will not go back there.\" The hall fell silent."),
        [" |  | \"We will not go back there.\""]
    );
    assert_eq!(found("It was a \"stab in the back\" of the league."), [""; 0]);
    // somebody is, only not beside it
    assert_eq!(found("Vale left before the vote, asserting, \"Of course I pay the fee.\""), [""; 0]);
}
