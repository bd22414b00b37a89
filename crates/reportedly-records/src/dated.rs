use reportedly_core::incident::Presentation;
use reportedly_core::insight::FactSlot;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::time::{Date, TimeExpression, expressions};

use crate::incident::when;
use crate::{Incident, Place, Record, date};

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
        let offsets = Offsets::new(&article.text);
        let mut record = Self { dates: date::dates(&article.text, &offsets, &found), ..self.clone() };
        let of = |place: &Place| {
            let span = offsets.from_code_points(place.start, place.end)?;
            found.iter().filter(|e| e.span.overlaps(span)).find_map(TimeExpression::date)
        };
        record.incidents.iter_mut().for_each(|incident| date_again(incident, of));
        record
    }
}

/// Statements of when have the days that their words mean now, and the incident that of the statement that it had.
fn date_again(incident: &mut Incident, of: impl Fn(&Place) -> Option<Date>) {
    let before = incident.when.take().map(|when| when.value);
    let mut best = None;
    for fact in incident.facts.iter_mut().filter(|fact| fact.slot == FactSlot::When.name()) {
        let (date, was) = (of(&fact.span), before.as_ref() == Some(&fact.value));
        fact.value = date.map_or_else(|| fact.span.text.clone(), |date| date.value());
        if fact.presented != Presentation::Denied.name() {
            let this = date.map(|date| (date, was, fact.span.clone()));
            best = best.filter(|(_, is_it, _)| *is_it || !was).or(this);
        }
    }
    incident.when = best.map(|(date, _, words)| when(date, words));
}
