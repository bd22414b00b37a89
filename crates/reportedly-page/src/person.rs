//! Whether a few words are the name of a person.

use crate::dom::fold;
use reportedly_core::language::en::ENGLISH;

/// Stands for the bracket of a nickname: "Richard (R.J.) Hale".
pub(crate) const OPEN: char = '\u{e000}';

/// What somebody is or does: it stands before a name or behind it.
const ROLES: &str = "analyst anchor assistant associate author autor blogger chief columnist contributing contributor \
    corrispondente correspondant correspondent critic deputy digital editor editors envoyé enviado executive \
    freelance freelancer giornalista investigative journalist journaliste korrespondent lead managing \
    multimedia national periodista photographer photojournalist political principal producer redakteur \
    redakteurin reporter reporters senior special staff writer writers автор журналист корреспондент \
    обозреватель";

/// What pages put behind a name: it is over there.
const BEHIND: &str = "about ago and at comment comments contact email facebook follow for from instagram is linkedin mail more \
    of on posted profile published read share subscribe the twitter updated via view was with";

/// What no name of a person has.
const NEVER: &str = "admin administrator afp agence agencia agencias agencies agences agenzia agentur agenturen agentschap all \
    am anonymous ap archive archives article articles bbc belga bio biography business by category cnn \
    columns com community contributors copy corporate courtesy credit culture desk deutsche dpa \
    editorial editorialist efe entertainment equipe équipe exclusive featured feed full guest has health \
    hours how http https ians latest lifestyle live local magazin make menu minutes most newsdesk newsroom \
    newsletter notizie noticias online opinion our page photo photos pm podcasts politics posts presse print \
    profiles pti recent redacción redaccion redaktion redaktionen redactie redazione redação redacao \
    rédaction redakcja reuters science see site sport sports store stories story style tag team tech \
    technology topics travel uncategorized unknown unsere user username video videos watch web webdesk \
    webmaster website weather why wires world www you your агентство новости редакция служба";

/// Letters that name a desk, an agency or a paper in the East.
const EASTERN_BODIES: &[&str] = &[
    "社",
    "网",
    "網",
    "报",
    "報",
    "编辑",
    "編輯",
    "新闻",
    "新聞",
    "部",
    "台",
    "뉴스",
    "편집",
    "온라인",
    "신문",
];
/// What stands behind a name in the East: "reporter".
const EASTERN_ROLES: &[&str] = &["기자", "특파원", "記者", "记者", "編集委員"];

const PARTICLES: &[&str] = &[
    "abu", "af", "al", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le", "los", "of", "san", "te", "ten", "ter",
    "van", "von", "y", "zu", "zur",
];

/// Whether a word in small letters is in a list of words with spaces between them.
fn is_listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|w| w == word)
}

/// The name in a few words: roles before it and what follows it are left out. `None` where they name nobody.
pub(crate) fn person(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = match words[..] {
        [name, role] if EASTERN_ROLES.contains(&role) => return is_eastern(name).then(|| name.to_owned()),
        [one] => return is_eastern(one).then(|| one.to_owned()),
        _ => &words[..],
    };
    let roles = words.iter().take_while(|w| is_listed(ROLES, &fold(w))).count();
    let words = &words[roles..];
    let end = (2..words.len()).find(|&i| is_over(words, i)).unwrap_or(words.len());
    let name = words.get(..end)?;
    is_name(name).then(|| name.join(" ").replace(OPEN, "("))
}

/// Whether a name has ended before a word.
fn is_over(words: &[&str], at: usize) -> bool {
    let (word, folded, names) = (words[at], fold(words[at]), &ENGLISH.names);
    let site = word.split_once('.').is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    let capitals = |w: &str| w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let outlet = names.outlets.has(&fold(&words[at..].join(" ")))
        && (capitals(word) && !capitals(words[0]) || at + 1 < words.len());
    site || word.contains('@') || outlet || [ROLES, BEHIND].iter().any(|list| is_listed(list, &folded))
}

/// Two to six words that each begin as names do.
fn is_name(words: &[&str]) -> bool {
    let odd = |c: char| {
        c.is_ascii_digit() || matches!(c, '@' | '…' | '&' | ':' | '?' | '!' | '#' | '"' | '_' | '=')
    };
    let whole = words.join(" ");
    let quoted = whole.starts_with('“') || whole.contains('“') != whole.contains('”');
    let owner = |w: &&str| w.ends_with("'s") || w.ends_with("’s");
    if whole.len() > 80 || quoted || whole.contains(odd) || words.iter().any(owner) {
        return false;
    }
    let names = &ENGLISH.names;
    let plain = fold(&whole);
    if names.outlets.has(&plain) || names.organizations.has(&plain) || names.places.has(&plain) {
        return false;
    }
    let capitals = words.iter().filter(|w| is_capital(w)).count();
    let rest = words.iter().filter(|w| !is_capital(w)).all(|w| PARTICLES.contains(w));
    let none = (0..words.len()).any(|at| is_of_none(words, at));
    (2..=6).contains(&words.len()) && (2..=5).contains(&capitals) && rest && !none
}

/// Whether a word is of no person, where it stands.
fn is_of_none(words: &[&str], at: usize) -> bool {
    let names = &ENGLISH.names;
    let given = names.given.has(&fold(words[0]));
    let surname =
        |w: &str| names.surnames_and_parts.has(w) || matches!(w, "page" | "guest" | "read" | "more");
    let of_person = |w: &str| given && (at == 0 || at + 1 == words.len() && surname(w));
    let listed = |w: &str| [NEVER, ROLES, BEHIND].iter().any(|list| is_listed(list, w)) || names.parts.has(w);
    fold(words[at]).split(' ').any(|w| w.chars().count() > 1 && (listed(w) && !of_person(w) || is_dated(w)))
}

/// A capital letter, or a letter of a script without them; behind "d'" and "al-", too.
fn is_capital(word: &str) -> bool {
    let bare = word.trim_start_matches([OPEN, '“', '\'', '’']);
    let tail =
        ["d'", "d’", "l'", "l’", "al-", "el-", "dell'", "dell’"].iter().find_map(|p| bare.strip_prefix(p));
    let first = tail.unwrap_or(bare).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a word in small letters names a month or a day of the week; "May" is a name.
pub(crate) fn is_dated(word: &str) -> bool {
    let calendar = &ENGLISH.calendar;
    let tables = [calendar.months, calendar.short_months, calendar.weekdays];
    // "may", "april", "august", "jan" are names as well
    !matches!(word, "may" | "april" | "august" | "jan" | "june") && tables.iter().any(|table| table.has(word))
}

/// A whole name without spaces, in letters of the East.
fn is_eastern(s: &str) -> bool {
    let letters =
        (2..=5).contains(&s.chars().count()) && s.chars().all(|c| c as u32 > 0x2e80 && c.is_alphabetic());
    letters && !EASTERN_BODIES.iter().any(|b| s.contains(b)) && !EASTERN_ROLES.contains(&s)
}

/// One word that may be a name where the page says that it is one.
pub(crate) fn is_single(s: &str) -> bool {
    let mut chars = s.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let plain = fold(s);
    let names = &ENGLISH.names;
    let listed = [NEVER, ROLES, BEHIND].iter().any(|list| is_listed(list, &plain))
        || [names.parts, names.outlets, names.organizations, names.places]
            .iter()
            .any(|list| list.has(&plain));
    capital && s.len() > 2 && chars.all(char::is_lowercase) && !listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_what_stands_beside_it() {
        let cases = [
            ("Ada Brook Staff Writer", "Ada Brook"),
            ("Senior Political Correspondent Ada Brook", "Ada Brook"),
            ("Ada Brook BBC News", "Ada Brook"),
            ("Ada Brook marsh.example", "Ada Brook"),
            ("Ada Brook Published", "Ada Brook"),
            ("Ada J. Brook", "Ada J. Brook"),
            ("Noémie d’Arc", "Noémie d’Arc"),
            ("María de los Ángeles Ruiz", "María de los Ángeles Ruiz"),
            ("Tom Church", "Tom Church"),
            ("홍길동 기자", "홍길동"),
        ];
        for (words, name) in cases {
            assert_eq!(person(words).as_deref(), Some(name), "{words}");
        }
    }

    #[test]
    fn no_name_of_a_person() {
        for words in [
            "Staff Writer",
            "Reuters Staff",
            "New York",
            "Agence France-Presse",
            "Deutsche Welle",
            "Velmouth Gazette",
            "Web Desk",
            "Los Angeles Times Staff Writer",
            "Guest Writer",
            "May 5",
            "Ada’s Brook",
            "ada brook",
            "新华社",
            "Velmouth Council",
        ] {
            assert_eq!(person(words), None, "{words}");
        }
        assert!(
            is_single("Vortex") && !is_single("Reuters") && !is_single("Newsroom") && !is_single("London")
        );
    }
}
