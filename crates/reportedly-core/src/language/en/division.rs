//! How English is divided into words and sentences.

use super::calendar::follows_hour;
use super::names::TITLES;
use crate::tokens::{Division, List};

/// The knowledge that [`crate::tokens`] needs.
pub const DIVISION: Division = Division {
    abbreviations: List::new(&[
        "Adm", "Ala", "Amb", "Apr", "Ariz", "Ark", "Assn", "Asst", "Atty", "Aug", "Ave", "Barr", "Blvd",
        "Brig", "Bros", "Calif", "Capt", "Cmdr", "Co", "Col", "Colo", "Conn", "Corp", "Cpl", "Cpt", "Dec",
        "Del", "Dep", "Dept", "Det", "Dets", "Dr", "Engr", "Esq", "Feb", "Fla", "Fr", "Ft", "Ga", "Gen",
        "Gov", "Hon", "Ill", "Inc", "Ind", "Insp", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Lt", "Ltd",
        "Lts", "Maj", "Mar", "Mass", "Md", "Messrs", "Mich", "Minn", "Miss", "Mme", "Mo", "Mont", "Mr",
        "Mrs", "Ms", "Mt", "Neb", "Nev", "Nov", "Oct", "Ofc", "Okla", "Ore", "Pa", "Pfc", "Prof", "Pvt",
        "Rd", "Rep", "Reps", "Rev", "Sen", "Sens", "Sep", "Sept", "Sgt", "Sgts", "Spc", "Sr", "St", "Supt",
        "Tenn", "Tex", "Tpr", "Va", "Vt", "Wash", "Wis", "Wyo", "al", "approx", "est", "v", "vs",
    ]),
    number: "No",
    hours: List::new(&[" am", " pm", "a.m", "p.m"]),
    after_hours: follows_hour,
    network: "X",
    on_a_network: List::new(&["on", "to"]),
    articles: List::new(&["The", "the"]),
    vowels: "aeiouyAEIOUY",
    titles: TITLES,
    stopped: List::new(&[
        "Apr", "Aug", "Co", "Corp", "Dec", "Feb", "Inc", "Jan", "Jr", "Ltd", "Nov", "Oct", "Sept", "Sr", "St",
    ]),
    prefixes: List::new(&["ad-", "al-", "ar-", "az-", "d'", "d\u{2019}", "el-", "ul-"]),
    possessive: "s",
};
