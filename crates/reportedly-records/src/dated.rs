use reportedly_core::text::offsets::Offsets;
use reportedly_core::time::expressions;

use crate::{Record, date};

impl Record {
    /// The same record with its dates worked out again. It is needed where a person corrected the day of publication, from which
    /// they are counted, and where they were not kept.
    ///
    /// ```
    /// use reportedly::{Article, Reading};
    /// use reportedly_records::Record;
    ///
    /// let mut record = Record::new(&Article::from_text("It rained on Friday."), &Reading::default(), false);
    /// record.published_at = Some("2031-04-07".to_owned());
    /// assert_eq!(record.dated_again().dates[0].value.as_deref(), Some("2031-04-04"));
    /// ```
    pub fn dated_again(&self) -> Self {
        let article = self.article();
        if !article.support().reads_claims() {
            return self.clone();
        }
        let published = article.metadata.published.as_ref().map(|found| found.value);
        let found = expressions(&article.text, &article.tokens(), article.language(), published);
        let dates = date::dates(&article.text, &Offsets::new(&article.text), &found);
        Self { dates, ..self.clone() }
    }
}
