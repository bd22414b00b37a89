use crate::tokens::List;

theme! {
    /// Lines that papers print around their text: datelines, bylines, captions, credits, transcripts.
    Layout {
        /// Words that a byline begins with: "By ".
        by: List,
        /// Words between the persons of a byline and their medium: "for".
        byline_joins: List,
        /// Last words of a byline that name a job, not a medium: "reporter".
        jobs: List,
        /// Words that make a name one of a medium, in small letters: "gazette".
        media: List,
        /// Phrases before the name of a medium that a text was taken from, in small letters: "originally published in".
        footers: List,
        /// Beginnings of words for pictures: a line with one credits a picture, not the text.
        pictures: List,
        /// Nouns by which a footer means the text above it: "story".
        texts: List,
        /// Small words within the name of a medium: "of". `particles` has those in names of persons, too.
        name_joins: List,
        /// Beginnings that are no name of a medium: "All rights reserved".
        no_media: List,
        /// Letters for parties, before a dash and a state: "R-Ohio".
        parties: List,
        /// Agencies and releases as a text names them as its origin.
        wires: List,
        /// Beginnings of a line about rights, in small letters: "copyright ".
        copyrights: List,
        /// Beginnings of a line that asks the reader for something, before an address: "subscribe ".
        appeals: List,
        /// Phrases of a line about the page itself: "all rights reserved".
        notices: List,
        /// Endings by which an address is known: ".com".
        sites: List,
        /// Words before the name of whoever took a picture: "photo".
        captions: List,
        /// Small words within names as speakers bear them: "van", "of". `names.particles` has only those of persons.
        particles: List,
        /// Letters that a turn of an interview begins with: "Q".
        labels: List,
        /// Words before a name and a colon: "And from ".
        introductions: List,
        /// Words for an interview, in small letters.
        interviews: List,
        /// Other words that say that somebody spoke with somebody: "talked".
        talks: List,
        /// Words between such a word and a name: "with", "to".
        talk_joins: List,
        /// Words that end the phrase for the one who is interviewed: "spoke with Ada Vale about".
        talk_ends: List,
        /// Words that begin a sentence or a headline with a capital and are no name, in small letters. Fewer than
        /// `names.function_words`, and with what headlines say of interviews.
        title_words: List,
    }
}
