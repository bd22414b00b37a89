//! Who and what an article names, with the pronouns and nouns that stand for them.

use super::who::{Ask, NAMED, Scene, who};
use crate::insight::NameType;
use crate::language::Sort;
use crate::mentions::cast::Member;
use crate::text::Span;

/// Somebody or something that an article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: NameType,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Mention>,
}

/// One place where an entity is mentioned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// What they are.
    pub by: By,
}

/// What words mention an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum By {
    /// A name, long or short.
    Name,
    /// A pronoun.
    Pronoun,
    /// A definite noun: "the agency".
    Noun,
}

impl By {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Pronoun => "pronoun",
            Self::Noun => "noun",
        }
    }
}

/// All entities, in the order of their first name.
pub fn entities(scene: &Scene) -> Vec<Entity> {
    let named = |m: &Member| Entity {
        name: m.name.clone(),
        kind: m.kind(),
        mentions: m.mentions.iter().map(|&span| Mention { span, by: By::Name }).collect(),
    };
    let mut out: Vec<Entity> = scene.cast.all.iter().map(named).collect();
    let others = stand_ins(scene);
    let asked: Vec<_> =
        others.iter().map(|m| Some(Ask { span: m.span, content: None, hint: None })).collect();
    for (mention, who) in others.iter().zip(who(scene, &asked)) {
        if let Some(at) = who.member.filter(|_| who.p >= NAMED) {
            out[at].mentions.push(*mention);
        }
    }
    out.iter_mut().for_each(|entity| entity.mentions.sort_by_key(|m| m.span));
    out
}

/// Pronouns of the third person, and definite nouns for people and bodies.
fn stand_ins(scene: &Scene) -> Vec<Mention> {
    let (language, all) = (scene.prose.language, &scene.prose.tokens.all);
    let mut out = Vec::new();
    for (i, token) in all.iter().enumerate() {
        if language.pronouns.is_third_person(token.low()) {
            out.push(Mention { span: token.span, by: By::Pronoun });
        }
        if !language.phrases.definite.has(token.low()) {
            continue;
        }
        let before_noun =
            |k: usize| all.get(k + 1).is_some_and(|next| next.joined && language.nouns.has(next.low()));
        let joined = (i + 1..all.len()).take(3).take_while(|&k| all[k].joined && !all[k].capital);
        let noun = |&k: &usize| {
            let sort = language.nouns.get(all[k].low()).map(|noun| noun.sort);
            matches!(sort, Some(Sort::Role | Sort::Organization | Sort::Medium)) && !before_noun(k)
        };
        if let Some(k) = { joined }.find(noun) {
            out.push(Mention { span: token.span.cover(all[k].span), by: By::Noun });
        }
    }
    out
}
