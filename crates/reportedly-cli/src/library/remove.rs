use std::io::{self, Write};

use reportedly_library::Access;
use serde_json::json;

use super::hand::RemoveOptions;
use super::{Done, counted, json, open};
use crate::Stop;

/// Removes articles for good, once that is confirmed.
pub(super) fn remove(options: &RemoveOptions) -> Done {
    let mut out = io::stdout().lock();
    if options.finish {
        open(&options.shelf, Access::Write)?.scrub()?;
        writeln!(out, "finished: nothing of what was removed is left in the library file")?;
        return Ok(Vec::new());
    }
    if !options.yes {
        let articles = counted(options.ids.len(), "article");
        let words = format!(
            "this removes {articles} for good, with claims, notes and corrections: add --yes to do it"
        );
        return Err(Stop::Usage(words));
    }
    let mut library = open(&options.shelf, Access::Write)?;
    let ids: Vec<&str> = options.ids.iter().map(String::as_str).collect();
    let removal = library.remove(&ids)?;
    if options.shelf.json {
        let told = json!({
            "doc_ids": removal.doc_ids, "same_text": removal.same_text, "backups": removal.backups,
        });
        json(&mut out, &told)?;
        return Ok(Vec::new());
    }
    writeln!(out, "removed: {}", removal.doc_ids.join(", "))?;
    if !removal.same_text.is_empty() {
        eprintln!("reportedly: the same text is still there in {}", removal.same_text.join(", "));
    }
    for backup in &removal.backups {
        eprintln!(
            "reportedly: {}: this older copy of the library still has it: delete the file",
            backup.display()
        );
    }
    eprintln!("reportedly: copies and exports made earlier are not changed");
    Ok(Vec::new())
}
