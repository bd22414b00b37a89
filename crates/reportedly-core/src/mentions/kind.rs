use super::names::Class;

/// The kind of source of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// One or several people whom the article names.
    Person,
    /// A named body, or a state, capital or building that represents one.
    Organization,
    /// A news medium.
    Outlet,
    /// A text or record: poll, report, filing, letter, law, video.
    Document,
    /// One or several people known only by role or relation, who could be called.
    Unnamed,
    /// A group without a list of members: critics, voters, experts.
    Collective,
    /// The writer.
    Author,
    /// No source: "it is alleged".
    Unstated,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organization,
        Self::Outlet,
        Self::Document,
        Self::Unnamed,
        Self::Collective,
        Self::Author,
        Self::Unstated,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Outlet => "outlet",
            Self::Document => "document",
            Self::Unnamed => "unnamed",
            Self::Collective => "collective",
            Self::Author => "author",
            Self::Unstated => "unstated",
        }
    }

    /// The kind of one who is named.
    pub(crate) fn of(class: Class) -> Self {
        match class {
            Class::Person | Class::Unknown => Self::Person,
            Class::Organization | Class::Place => Self::Organization,
            Class::Outlet => Self::Outlet,
            Class::Document => Self::Document,
            Class::Group => Self::Collective,
        }
    }
}
