//! One claim in a line: who, how, by which words, and what. Wherever claims are listed these stand together, so
//! that nobody reads a denial as a statement.

use reportedly_core::language::en::ENGLISH;

use crate::Claim;

impl Claim {
    /// The source as it is shown: its name, else the words for it, where a pronoun says that it is one; else "no
    /// source given", or "source not read" in a language of which only quotations are read.
    pub fn who(&self) -> String {
        let name = self.sourcing.source_name.clone().or_else(|| self.described());
        let pronoun = || self.source_words().map(|words| format!("\u{201c}{words}\u{201d} (not named)"));
        // of another language only quotations are read: somebody may well be named
        let none = if self.sourcing.source_kind.is_none() { "source not read" } else { "no source given" };
        name.or_else(pronoun).unwrap_or_else(|| none.to_owned())
    }

    /// The words of the source, unless all of them are pronouns: "he" describes nobody.
    pub fn described(&self) -> Option<String> {
        let words = self.source_words()?;
        let pronoun = |word: &str| ENGLISH.pronouns.alone.has(&word.to_lowercase());
        let mut each = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        (!each.all(pronoun)).then_some(words)
    }

    /// What must stand beside the words so that they are not misread: "denies"; why it is no assertion; the hedge,
    /// in its own words. Nothing where the source just states it, whatever it states.
    pub fn status(&self) -> Option<String> {
        let s = &self.sourcing;
        let denies = s.stance.as_deref().filter(|&stance| stance == "denies").map(str::to_owned);
        // what is denied is not asserted, either: once is enough
        let unasserted = s.unasserted.clone().filter(|_| denies.is_none());
        let hedge = s.hedge.as_ref().map(|h| format!("\u{201c}{}\u{201d}", h.text));
        let parts: Vec<String> = [denies, unasserted, hedge].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The words of the cue, without a colon at the end; empty where there is no cue.
    pub fn cue_words(&self) -> &str {
        self.cue.as_ref().map_or("", |cue| cue.text.trim_end_matches([':', ' ']))
    }

    /// All of it: `Harbour board [denies] denied: that it had asked for any delay`.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let record = Record::new(&read.article, &read.reading, false);
    /// assert_eq!(record.claims[0].in_a_line(), "Mara Hale said: \u{201c}The pier is safe,\u{201d}");
    /// ```
    pub fn in_a_line(&self) -> String {
        let status = self.status().map(|status| format!(" [{status}]")).unwrap_or_default();
        let cue = Some(self.cue_words()).filter(|cue| !cue.is_empty());
        let cue = cue.map(|cue| format!(" {cue}")).unwrap_or_default();
        format!("{}{status}{cue}: {}", self.who(), self.content_words())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Claim, Place, Sourcing};

    fn place(words: &str) -> Place {
        Place { start: 0, end: 0, text: words.to_owned() }
    }

    fn claim(stance: &str, unasserted: Option<&str>, hedge: Option<&str>, cue: &str) -> Claim {
        let sourcing = Sourcing {
            source_name: Some("Harbour Board".to_owned()),
            stance: Some(stance.to_owned()),
            unasserted: unasserted.map(str::to_owned),
            hedge: hedge.map(place),
            ..Sourcing::default()
        };
        let cue = Some(place(cue)).filter(|c| !c.text.is_empty());
        Claim { content: vec![place("that it rained")], cue, sourcing, ..Claim::default() }
    }

    #[test]
    fn a_denial_never_reads_as_a_statement() {
        let line = claim("denies", None, None, "denied").in_a_line();
        assert_eq!(line, "Harbour Board [denies] denied: that it rained");
        let line = claim("denies", Some("only a topic"), None, "denied").in_a_line();
        assert_eq!(line, "Harbour Board [denies] denied: that it rained");
        assert_eq!(claim("asserts", None, None, "said:").in_a_line(), "Harbour Board said: that it rained");
        assert_eq!(claim("asserts", None, None, "").in_a_line(), "Harbour Board: that it rained");
        let line = claim("wants", Some("a wish or plan"), None, "hopes").in_a_line();
        assert_eq!(line, "Harbour Board [a wish or plan] hopes: that it rained");
        let line = claim("asserts", None, Some("may"), "said").in_a_line();
        assert_eq!(line, "Harbour Board [“may”] said: that it rained");
    }

    #[test]
    fn a_pronoun_is_nobody_s_name() {
        let of = |words: &str| {
            let mut claim = claim("asserts", None, None, "said");
            claim.sourcing.source_name = None;
            claim.source = vec![place(words)];
            (claim.who(), claim.described())
        };
        assert_eq!(of("He"), ("\u{201c}He\u{201d} (not named)".to_owned(), None));
        assert_eq!(of("the mayor"), ("the mayor".to_owned(), Some("the mayor".to_owned())));
    }
}
