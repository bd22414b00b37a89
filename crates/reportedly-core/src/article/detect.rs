//! The declared language, checked against the text itself.

use whatlang::{Lang, detect};

use super::{Article, Found, Note, NoteKind};

/// This much text, in bytes, is enough to decide; the rest would only take time.
const ENOUGH: usize = 4000;
/// Less text than this decides nothing.
const TOO_LITTLE: usize = 120;

/// Settles the language of an article, and adds a note if it is not English: then only quotations in quotation
/// marks are read.
///
/// A language that the page or the caller states is checked against the words.
///
/// ```
/// use reportedly::Article;
/// use reportedly::article::check_language;
/// use reportedly::language::Support;
///
/// let mut article = Article::from_text(
///     "Der Hafen bleibt geschlossen, teilte die Verwaltung der Stadt am Montag mit. Wann die Boote \
///      wieder auslaufen dürfen, ist noch nicht bekannt.",
/// );
/// check_language(&mut article);
/// assert_eq!(article.support(), Support::QuotationsOnly);
/// assert_eq!(article.notes.len(), 1);
/// ```
pub fn check_language(article: &mut Article) {
    let body = article.text.get(article.body());
    let end = (0..=body.len().min(ENOUGH)).rev().find(|&i| body.is_char_boundary(i)).unwrap_or(0);
    let sample = &body[..end];
    let detected =
        detect(sample).filter(|d| sample.len() >= TOO_LITTLE && d.is_reliable() && d.confidence() > 0.9);
    let detected = detected.map(|d| name(d.lang()));
    let declared = article.metadata.language.as_ref().map(|l| primary(&l.value));
    if let Some(seen) = detected
        && declared.as_deref() != Some(seen)
    {
        if let Some(declared) = declared {
            let message = Doubt::Declared(&declared, seen).message();
            article.notes.push(Note { kind: NoteKind::Page, span: None, message });
        }
        article.metadata.language = Some(Found::guessed(seen.to_owned(), "text"));
    }
    let language = article.metadata.language.as_ref().map(|l| primary(&l.value));
    if let Some(other) = language.filter(|_| !article.support().reads_claims()) {
        let message = Doubt::NotRead(&other).message();
        article.notes.push(Note { kind: NoteKind::Language, span: None, message });
    }
}

/// What is doubtful about a language.
enum Doubt<'a> {
    /// The page says one, the text looks like another.
    Declared(&'a str, &'a str),
    /// It is one that is not read.
    NotRead(&'a str),
}

impl Doubt<'_> {
    fn message(&self) -> String {
        match self {
            Self::Declared(declared, seen) => {
                format!("The page declares the language \"{declared}\", but the text looks like \"{seen}\".")
            }
            Self::NotRead(code) => {
                let name = known(code).map_or_else(|| format!("\"{code}\""), |l| l.eng_name().to_owned());
                format!("Not read: {name}. Only quotations in marks are given, without their speakers.")
            }
        }
    }
}

fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The language of a two- or three-letter code.
fn known(code: &str) -> Option<Lang> {
    Lang::all().iter().copied().find(|&lang| name(lang) == code || lang.code() == code)
}

/// The two-letter code where there is one, as pages use it.
fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "no",
        Lang::Fin => "fi",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Ell => "el",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Hin => "hi",
        Lang::Urd => "ur",
        Lang::Ben => "bn",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Vie => "vi",
        Lang::Tha => "th",
        Lang::Ind => "id",
        Lang::Cat => "ca",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        other => other.code(),
    }
}
