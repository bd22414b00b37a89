use reportedly::article::{Article, Found, check_language};
use reportedly::reading::Reading;
use reportedly::text::Text;
use reportedly::text::offsets::Offsets;

use crate::Record;

/// The sorts of notes that come from the way to the text, not from its reading.
const OF_THE_PAGE: [&str; 5] = ["broken_encoding", "wrong_charset", "capped", "forced", "page"];

impl Record {
    /// The article again, as far as another reading needs it.
    pub fn article(&self) -> Article {
        let text = Text::new(self.text.as_str());
        let body = Offsets::new(&text).from_code_points(self.body_start, self.body_start);
        let body_start = body.map_or(0, |span| span.start());
        let mut article = Article { id: Some(self.doc_id.clone()), text, body_start, ..Article::default() };
        article.metadata.title = self.title.clone().map(|t| Found::stated(t, "caller"));
        check_language(&mut article);
        article
    }

    /// The same document with another reading of [`Record::article`].
    pub fn read_again(&self, article: &Article, reading: &Reading, model: Option<&str>) -> Self {
        let fresh = Self::new(article, reading, model, false);
        let of_the_page = |note: &&crate::Note| OF_THE_PAGE.contains(&note.kind.as_str());
        let mut notes: Vec<crate::Note> = self.notes.iter().filter(of_the_page).cloned().collect();
        notes.extend(fresh.notes);
        Self {
            schema_version: fresh.schema_version,
            model: fresh.model,
            claims: fresh.claims,
            notes,
            ..self.clone()
        }
    }
}
