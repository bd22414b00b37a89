/// The measurements that one article can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Claims with a named source.
    Named,
    /// How unnamed sources are described.
    Described,
    /// Unnamed sources that judge.
    Judging,
    /// Unnamed sources in the plural, without a number.
    Uncounted,
    /// Who says most.
    OneSource,
    /// Quotations that are attributed in another sentence than their first.
    Late,
    /// Quotations that are attributed in another paragraph.
    FarOff,
    /// Facts in the writer's own voice.
    Unsourced,
    /// Accusations without an answer.
    Accusations,
    /// Agencies and press releases.
    Origin,
    /// Main incidents without a date.
    Undated,
    /// How old the newest dated fact is, in days.
    Newest,
}

impl Measure {
    /// All of them, in order.
    pub const ALL: [Self; 12] = [
        Self::Named,
        Self::Described,
        Self::Judging,
        Self::Uncounted,
        Self::OneSource,
        Self::Late,
        Self::FarOff,
        Self::Unsourced,
        Self::Accusations,
        Self::Origin,
        Self::Undated,
        Self::Newest,
    ];

    /// The id in the output and in packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "SP01",
            Self::Described => "SP03",
            Self::Judging => "SP05",
            Self::Uncounted => "SP06",
            Self::OneSource => "SP07",
            Self::Late => "SP08",
            Self::FarOff => "SP09",
            Self::Unsourced => "SP10",
            Self::Accusations => "SP12",
            Self::Origin => "SP14",
            Self::Undated => "SP18",
            Self::Newest => "SP19",
        }
    }
}
