use std::io::{self, Write};

use reportedly_library::{Access, By, Corrected};
use reportedly_records::render::view::question;
use reportedly_records::{AnswerRow, Dossier, StoryCard};
use serde_json::json;

use super::change::name;
use super::story_arguments::{
    MergeOptions, SplitOptions, StoriesOptions, StoriesTask, StoryOptions, StoryShape,
};
use super::{Done, counted, json, line, open};
use crate::publishers::publishers;
use crate::screen::wrapped;

/// The stories of a library, or a change of them.
pub(super) fn stories(options: &StoriesOptions) -> Done {
    match &options.task {
        Some(StoriesTask::Merge(options)) => return merge(options),
        Some(StoriesTask::Split(options)) => return split(options),
        Some(StoriesTask::Rebuild(options)) => {
            let found = open(&options.shelf, Access::Write)?.rebuild_stories()?;
            let mut out = io::stdout().lock();
            match options.shelf.json {
                true => json(&mut out, &json!({ "stories": found }))?,
                false => writeln!(out, "{} found", stories_in_words(found))?,
            }
            return Ok(Vec::new());
        }
        None => {}
    }
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let library = open(&options.shelf, Access::Read)?;
    let found = library.stories(options.least, options.limit, &publishers)?;
    let mut out = io::stdout().lock();
    for card in &found {
        match options.shelf.json {
            true => json(&mut out, card)?,
            false => tell_card(&mut out, card)?,
        }
    }
    if found.is_empty() {
        let several = counted(options.least, "article");
        eprintln!("reportedly: no incident is told by {several} or more");
    }
    Ok(Vec::new())
}

fn stories_in_words(n: u64) -> String {
    format!("{n} {}", if n == 1 { "story" } else { "stories" })
}

/// One story by sourcing.
pub(super) fn story(options: &StoryOptions) -> Done {
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let library = open(&options.shelf, Access::Read)?;
    let mut out = io::stdout().lock();
    let shape = if options.shelf.json { StoryShape::Json } else { options.shape };
    match shape {
        StoryShape::Html => write!(out, "{}", library.dossier_view(&options.id, &publishers)?.html())?,
        StoryShape::Json => json(&mut out, &library.dossier(&options.id, &publishers)?)?,
        StoryShape::Terminal => tell(&mut out, &library.dossier(&options.id, &publishers)?)?,
    }
    Ok(Vec::new())
}

fn merge(options: &MergeOptions) -> Done {
    let mut library = open(&options.shelf, Access::Write)?;
    let who = name(&mut library, &options.signed)?;
    let by = By { who: &who, why: options.why.as_deref() };
    let done = library.merge_stories(&options.into, &options.other, by)?;
    moved(&done, options.shelf.json)
}

fn split(options: &SplitOptions) -> Done {
    let mut library = open(&options.shelf, Access::Write)?;
    let who = name(&mut library, &options.signed)?;
    let by = By { who: &who, why: options.why.as_deref() };
    let ids: Vec<&str> = options.ids.iter().map(String::as_str).collect();
    let done = library.split_story(&ids, by)?;
    moved(&done, options.shelf.json)
}

fn moved(done: &Corrected, as_json: bool) -> Done {
    let mut out = io::stdout().lock();
    match as_json {
        true => json(&mut out, &json!({ "doc_ids": done.doc_ids }))?,
        false => {
            writeln!(out, "{} moved: {}", counted(done.doc_ids.len(), "article"), done.doc_ids.join(", "))?
        }
    }
    Ok(Vec::new())
}

fn tell_card(out: &mut impl Write, card: &StoryCard) -> io::Result<()> {
    let title = card.title.as_deref().unwrap_or("an incident without a headline");
    say(out, 0, &format!("{}  [{}]", line(title, 120), card.story_id))?;
    say(out, 4, &format!("    {}", about(card)))
}

/// "2031-05-01 · Quenby · killing · 3 pages -> 2 independent texts -> 2 publishers -> 4 origins".
fn about(card: &StoryCard) -> String {
    let days = match (&card.earliest, &card.latest) {
        (Some(first), Some(last)) if first != last => Some(format!("{first} to {last}")),
        (first, _) => first.clone(),
    };
    let counts = counts([card.pages, card.texts, card.publishers, card.origins]);
    let parts = [days, card.place.as_deref().map(|p| line(p, 60)), card.kind.clone(), Some(counts)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn counts(of: [u32; 4]) -> String {
    let names = ["page", "independent text", "publisher", "origin"];
    of.iter().zip(names).map(|(&n, name)| counted(n as usize, name)).collect::<Vec<_>>().join(" -> ")
}

fn tell(out: &mut impl Write, found: &Dossier) -> io::Result<()> {
    tell_card(out, &found.card)?;
    let mut last = "";
    for answer in &found.answers {
        if answer.question != last {
            writeln!(out)?;
            writeln!(out, "{}", question(&answer.question))?;
            last = &answer.question;
        }
        tell_answer(out, answer)?;
    }
    writeln!(out)?;
    writeln!(out, "Articles: {}", found.card.doc_ids.join(", "))
}

fn tell_answer(out: &mut impl Write, answer: &AnswerRow) -> io::Result<()> {
    // how it is sourced comes first: nobody who reads only the beginning takes a denial for a statement
    let value = answer.value.as_ref().map(|value| format!("{value}  ")).unwrap_or_default();
    say(out, 8, &format!("  {}: {value}“{}”", answer.sourced, line(&answer.words, 200)))?;
    say(out, 8, &format!("      {}", line(&answer.told, 300)))?;
    let counted = counts([answer.pages, answer.texts, answer.publishers, answer.origins]);
    let first = answer.first_known.as_ref();
    let first = first.map(|f| format!("; first known {} in {}", f.published_at, line(&f.doc_id, 60)));
    say(out, 8, &format!("      {counted}{}", first.unwrap_or_default()))
}

fn say(out: &mut impl Write, indent: usize, words: &str) -> io::Result<()> {
    writeln!(out, "{}", wrapped(words, indent))
}
