use super::{Fact, FactSlot, Presentation};
use crate::source::Entity;
use crate::text::Span;

/// Somebody or something that had part in an incident, as far as the article says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The words for them.
    pub span: Span,
    /// The position of who they are among those whom the article names; `None` where they have no name.
    pub entity: Option<usize>,
    /// What part.
    pub role: Role,
    /// How it is presented that they had it.
    pub presented: Presentation,
}

/// What part somebody had in an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Did it.
    Doer,
    /// It was done or happened to them.
    Affected,
}

impl Role {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Doer => "doer",
            Self::Affected => "affected",
        }
    }
}

/// Whom the facts name as having done it, and as those to whom it was done.
pub(super) fn participants(facts: &[Fact], entities: &[Entity]) -> Vec<Participant> {
    let role = |slot| match slot {
        FactSlot::Who => Some(Role::Doer),
        FactSlot::Whom => Some(Role::Affected),
        _ => None,
    };
    let named = |span: Span| {
        entities.iter().position(|e| e.mentions.iter().any(|mention| mention.span.overlaps(span)))
    };
    let one = |fact: &Fact| {
        let Fact { span, presented, .. } = *fact;
        Some(Participant { role: role(fact.slot)?, entity: named(span), span, presented })
    };
    facts.iter().filter_map(one).collect()
}
