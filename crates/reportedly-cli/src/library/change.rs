use std::io::{self, IsTerminal, Write};

use reportedly_library::{Access, By, Change, Corrected, Error, Facts, Given, Library};
use serde_json::{Value, json};

use super::hand::{CorrectOptions, NoteOptions, Signed, TagOptions};
use super::{Done, counted, json, line, open};
use crate::Stop;

/// One correction, or all of them so far.
pub(super) fn correct(options: &CorrectOptions) -> Done {
    if options.log {
        return log(options);
    }
    let (given, facts) = (given(options), facts(options));
    let nothing = given.is_empty() && facts.is_empty() && !options.remove;
    if options.undo.is_none() && nothing {
        let claim = "--content, --cue, --source, --kind, --certainty, --polarity, --stance or --remove";
        let words = format!(
            "nothing to change: give {claim} for a claim; --date, --outlet, --title or --byline for an article"
        );
        return Err(Stop::Usage(words));
    }
    if !facts.is_empty() && (!given.is_empty() || options.remove || options.article.is_some()) {
        let words = "an article has --date, --outlet, --title and --byline, a claim the others: correct one at a time";
        return Err(Stop::Usage(words.to_owned()));
    }
    let mut library = open(&options.shelf, Access::Write)?;
    let who = name(&mut library, &options.signed)?;
    let why = options.why.as_deref().map(str::trim).filter(|why| !why.is_empty());
    let by = By { who: &who, why };
    let id = options.id.as_deref().unwrap_or_default();
    let done = match (options.undo, &options.article) {
        (Some(correction), _) => library.undo(correction, by)?,
        (None, Some(article)) => library.add_claim(article, &given, by)?,
        (None, None) if !facts.is_empty() => library.correct_article(id, &facts, by)?,
        (None, None) if options.remove => library.correct(id, &Change::Remove, by)?,
        (None, None) => library.correct(id, &Change::Set(given), by)?,
    };
    tell(options, &done)?;
    Ok(Vec::new())
}

fn given(options: &CorrectOptions) -> Given {
    Given {
        content: options.content.clone(),
        cue: options.cue.clone(),
        source: options.source.clone(),
        kind: options.kind,
        certainty: options.certainty,
        polarity: options.polarity,
        stance: options.stance,
    }
}

fn facts(options: &CorrectOptions) -> Facts {
    // "5 April 2031" is a date, too; what is none is refused as it was written
    let date = options.date.as_deref().map(|words| {
        reportedly::page::read_date(words).map_or_else(|| words.to_owned(), |date| date.value())
    });
    Facts {
        date,
        outlet: options.outlet.clone(),
        title: options.title.clone(),
        byline: Some(options.byline.clone()).filter(|names| !names.is_empty()),
    }
}

/// The name of the user, for the log of corrections.
pub(crate) fn user() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|who| !who.trim().is_empty());
    ["USER", "USERNAME"].iter().find_map(set).unwrap_or_else(|| "unknown".to_owned())
}

/// The name for the log: the one given, else the one remembered, else what a person at the terminal answers, else
/// that of the user.
pub(super) fn name(library: &mut Library, signed: &Signed) -> Result<String, Stop> {
    let user = user();
    let given = signed.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = match (given, library.name_of(&user)?) {
        (Some(given), _) => given.to_owned(),
        (None, Some(remembered)) => return Ok(remembered),
        (None, None) if io::stdin().is_terminal() => asked(&user)?,
        (None, None) => return Ok(user),
    };
    library.remember_name(&user, &name)?;
    Ok(name)
}

fn asked(user: &str) -> io::Result<String> {
    eprint!("Your name for the log [{user}]: ");
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    let answer = answer.trim();
    Ok(if answer.is_empty() { user.to_owned() } else { answer.to_owned() })
}

fn tell(options: &CorrectOptions, done: &Corrected) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if options.shelf.json {
        let told = json!({ "claim_id": done.claim_id, "claim": done.claim, "doc_ids": done.doc_ids });
        return json(&mut out, &told);
    }
    let articles = counted(done.doc_ids.len(), "article");
    match (&done.claim_id, &done.claim) {
        (None, _) => writeln!(out, "corrected: {}", done.doc_ids.join(", ")),
        (Some(claim_id), None) => writeln!(out, "{claim_id} removed from {articles}"),
        (Some(claim_id), Some(claim)) => {
            writeln!(out, "{claim_id}  {}", line(&claim.in_a_line(), 400))?;
            writeln!(out, "    corrected in {articles}")
        }
    }
}

fn log(options: &CorrectOptions) -> Done {
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    for row in library.corrections()? {
        if options.shelf.json {
            json(&mut out, &row)?;
            continue;
        }
        let word = |name: &str| row[name].as_str().map(|w| line(w, 200));
        let what =
            word("doc_id").or_else(|| word("claim_id")).unwrap_or_else(|| "removed article".to_owned());
        let (when, who) = (word("made_at").unwrap_or_default(), word("who").unwrap_or_default());
        let why = word("why").map(|why| format!("\t({why})")).unwrap_or_default();
        let (old, new) = (before_or_after(&row, "old"), before_or_after(&row, "new"));
        writeln!(out, "{}\t{when}\t{who}\t{what}\t{old}\t-> {new}{why}", row["correction_id"])?;
    }
    Ok(Vec::new())
}

/// What stood or stands there, in words.
fn before_or_after(row: &Value, side: &str) -> String {
    let value = &row[side];
    let pieces = |part: &str| {
        let pieces = value[part].as_array().into_iter().flatten();
        pieces.filter_map(|p| p["text"].as_str()).collect::<Vec<_>>().join(" … ")
    };
    match (value.as_object(), row["claim_id"].is_null()) {
        (None, _) => "nothing".to_owned(),
        (Some(facts), true) => {
            let own = facts.iter().filter(|(name, _)| !name.starts_with("published_at_"));
            let said = own.map(|(name, value)| {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                format!("{name} {}", line(&value, 100))
            });
            said.collect::<Vec<_>>().join(", ")
        }
        (Some(claim), false) => {
            let presented = ["source_kind", "stance", "certainty", "polarity"];
            let presented: Vec<&str> =
                presented.iter().filter_map(|name| claim.get(*name).and_then(Value::as_str)).collect();
            let (source, content) = (line(&pieces("source"), 60), line(&pieces("content"), 120));
            format!("{source}: {content} [{}]", presented.join(", "))
        }
    }
}

/// Writes a note, deletes one, or lists those of an article.
pub(super) fn note(options: &NoteOptions) -> Done {
    let words = options.words.join(" ");
    let mut out = io::stdout().lock();
    if let Some(note_id) = options.delete {
        open(&options.shelf, Access::Write)?.delete_note(note_id)?;
        writeln!(out, "note {note_id} deleted")?;
        return Ok(Vec::new());
    }
    let id = options.id.as_deref().unwrap_or_default();
    if options.words.is_empty() {
        let library = open(&options.shelf, Access::Read)?;
        let notes = match library.notes(id) {
            Err(Error::NoArticle(_) | Error::Unknown(_)) => library.notes(&library.claim(id)?.0.doc_id),
            notes => notes,
        };
        for note in notes? {
            match options.shelf.json {
                true => json(&mut out, &note)?,
                false => writeln!(out, "{}", noted(&note))?,
            }
        }
        return Ok(Vec::new());
    }
    let mut library = open(&options.shelf, Access::Write)?;
    let who = name(&mut library, &options.signed)?;
    let noted = library.note(id, &words, &who)?;
    match options.shelf.json {
        true => json(
            &mut out,
            &json!({ "note_id": noted.note_id, "doc_id": noted.doc_id, "claim_id": noted.claim_id }),
        )?,
        false => writeln!(out, "note {} on {}", noted.note_id, noted.claim_id.unwrap_or(noted.doc_id))?,
    }
    Ok(Vec::new())
}

/// A note in a line: number, day, name, claim, words.
pub(super) fn noted(note: &Value) -> String {
    let word = |name: &str| note[name].as_str().unwrap_or_default();
    let day = word("made_at").get(..10).unwrap_or_default();
    let claim = note["claim_id"].as_str().map(|id| format!(" (claim {id})")).unwrap_or_default();
    format!("{}\t{day}\t{}{claim}: {}", note["note_id"], line(word("who"), 60), line(word("words"), 2000))
}

/// Gives tags, takes them off, or lists them.
pub(super) fn tag(options: &TagOptions) -> Done {
    let tags: Vec<&str> = options.tags.iter().map(String::as_str).collect();
    let access = if tags.is_empty() { Access::Read } else { Access::Write };
    let mut library = open(&options.shelf, access)?;
    let tags = match (tags.is_empty(), options.off) {
        (true, _) => library.tags(&library.record(&options.id)?.doc_id)?,
        (false, true) => library.untag(&options.id, &tags)?,
        (false, false) => {
            let who = name(&mut library, &options.signed)?;
            library.tag(&options.id, &tags, &who)?
        }
    };
    let mut out = io::stdout().lock();
    match options.shelf.json {
        true => json(&mut out, &json!({ "tags": tags }))?,
        false => tags.iter().try_for_each(|tag| writeln!(out, "{tag}"))?,
    }
    Ok(Vec::new())
}
