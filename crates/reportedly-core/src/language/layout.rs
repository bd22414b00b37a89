use crate::tokens::List;

theme! {
    /// Lines that papers print around their text: datelines, bylines, captions, credits, transcripts.
    Layout {
        /// What a byline begins with.
        by: List,
        /// What stands between the persons of a byline and their medium.
        byline_joins: List,
        /// A byline that ends in one of these names a job, not a medium.
        jobs: List,
        /// A name with one of these is that of a medium, in small letters.
        media: List,
        /// What stands before the name of a medium that a text was taken from, in small letters.
        footers: List,
        /// Beginnings of words for pictures: a line with one credits a picture, not the text.
        pictures: List,
        /// What a footer calls the text that it stands under.
        texts: List,
        /// Small words within the name of a medium.
        name_joins: List,
        /// What no name of a medium begins with: "All rights reserved".
        no_media: List,
        /// Letters for parties, before a dash and a state.
        parties: List,
        /// Agencies and releases as a text names them as its origin.
        wires: List,
        /// What a line about rights begins with, in small letters.
        copyrights: List,
        /// What a line that asks the reader for something begins with, before an address.
        appeals: List,
        /// Words of a line about the page itself.
        notices: List,
        /// Endings by which an address is known: ".com".
        sites: List,
        /// Words before the name of whoever took a picture.
        captions: List,
        /// Small words within the names of places, persons and bodies.
        particles: List,
        /// What a turn of an interview begins with where nobody else is called so.
        labels: List,
        /// What stands before a name and a colon: "And from".
        introductions: List,
        /// What an interview is called, in small letters.
        interviews: List,
        /// Other words that say that somebody spoke with somebody.
        talks: List,
        /// The same, where less is certain.
        talk_joins: List,
        /// Where the phrase for the one who is interviewed ends.
        talk_ends: List,
        /// Words with a capital that begin a sentence or a headline, and no name, in small letters.
        title_words: List,
    }
}
