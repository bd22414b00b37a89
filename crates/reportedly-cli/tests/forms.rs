//! The forms of others, as the command writes them: to a file, to a folder, of one article and of a library.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{err, example, file, out, refusal, reportedly};
use serde_json::Value;
use tempfile::TempDir;

#[test]
fn a_form_of_several_files_needs_a_new_folder() {
    let folder = TempDir::new().unwrap();
    assert!(refusal(&["read", "--as", "brat", &example("opinion.txt")], b"").contains("-o FOLDER"));
    let to = folder.path().join("brat");
    let to = to.to_str().unwrap();
    // the same id twice, and one that is no name of a file
    let lines = "{\"id\": \"a\", \"text\": \"“It held,” said Mara Hale.\"}\n\
                 {\"id\": \"../b\", \"text\": \"“It stood,” said Mara Hale.\"}";
    let input = file(&folder, "in.jsonl", lines);
    let again = file(&folder, "again.jsonl", "{\"id\": \"a\", \"text\": \"“It fell,” said Mara Hale.\"}");
    let written = reportedly(&["read", "--quiet", "--as", "brat", "-o", to, &input, &again], b"");
    assert_eq!(written.status.code(), Some(0), "{}", err(&written));
    let mut names: Vec<String> =
        fs::read_dir(to).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(
        ["a.ann", "a.txt", "a-2.ann", "annotation.conf"].iter().all(|n| names.contains(&(*n).to_owned()))
    );
    assert!(fs::read_to_string(folder.path().join("brat/a-2.txt")).unwrap().contains("It fell"));
    assert!(names.iter().all(|name| !name.contains("..")));
    assert!(refusal(&["read", "--as", "brat", "-o", to, &input], b"").contains("does not exist yet"));
    // where nothing could be read there is no folder
    let none = folder.path().join("none");
    refusal(&["read", "--as", "conll", "-o", none.to_str().unwrap(), "missing.txt"], b"");
    assert!(!none.exists() && fs::read_dir(folder.path()).unwrap().count() == 3);
}

#[test]
fn references_of_several_articles_are_one_list() {
    let read = reportedly(
        &["read", "--quiet", "--as", "csl-json", &example("opinion.txt"), &example("harbour-fire.html")],
        b"",
    );
    let items: Vec<Value> = serde_json::from_str(&out(&read)).unwrap();
    let titles: Vec<&str> = items.iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["The lamps of Sorrel Hill", "Fire at Velmouth harbour destroys fish market"]);
    assert_eq!(items[1]["author"][0]["family"], "Tarrow");
}

#[test]
fn a_report_of_several_articles_has_a_list_of_contents() {
    let read = |names: &[&str]| {
        let paths: Vec<String> = names.iter().map(|name| example(name)).collect();
        let args: Vec<&str> =
            ["read", "--quiet", "--as", "html"].into_iter().chain(paths.iter().map(String::as_str)).collect();
        out(&reportedly(&args, b""))
    };
    let many = read(&["opinion.txt", "harbour-fire.html"]);
    let (_, contents) = many.split_once("<nav").unwrap();
    let links: Vec<&str> = contents.split("href=\"#").skip(1).map(|l| l.split('"').next().unwrap()).collect();
    assert_eq!(links.len(), 2);
    assert!(links.iter().all(|id| many.contains(&format!("<article id=\"{id}\">"))));
    assert!(!read(&["opinion.txt"]).contains("<nav"));
}

#[test]
fn a_library_gives_all_its_articles_in_one_form() {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join("news.db");
    let library = library.to_str().unwrap();
    let added = reportedly(&["add", "--quiet", "--library", library, &example("")], b"");
    assert_eq!(added.status.code(), Some(0), "{}", err(&added));
    let to = folder.path().join("refs.bib");
    let to = to.to_str().unwrap();
    let exported = reportedly(&["export", "--library", library, "--as", "bibtex", "--to", to], b"");
    assert!(out(&exported).ends_with("\t4 articles\n"), "{}", err(&exported));
    let entries = fs::read_to_string(to).unwrap();
    assert_eq!(entries.lines().filter(|line| line.starts_with('@')).count(), 4);
    let shown = reportedly(&["show", "--library", library, "--as", "bibtex", "sorrel-herald-1"], b"");
    assert!(entries.contains(&out(&shown)));
}
