//! How sure a reader is of a claim, in three grades.

/// How sure it is that content and source of a claim are right, and the source's kind and name. How many are right in each
/// grade was measured on articles that nobody read while this was made (`evaluation/RESULTS.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Should be looked up before anything is built on it.
    Unsure,
    /// Mostly right.
    Likely,
    /// Right in nearly all cases.
    Sure,
}

impl Grade {
    /// All grades, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Unsure];

    /// The grade of a confidence, 0 to 1.
    ///
    /// ```
    /// use reportedly::reading::Grade;
    ///
    /// assert_eq!(Grade::of(0.99).name(), "sure");
    /// assert!(Grade::of(0.2) < Grade::of(0.8));
    /// ```
    pub fn of(confidence: f64) -> Self {
        Self::ALL.into_iter().find(|grade| confidence >= grade.least()).unwrap_or(Self::Unsure)
    }

    /// The least confidence that it begins with.
    pub fn least(self) -> f64 {
        match self {
            Self::Sure => 0.95,
            Self::Likely => 0.75,
            Self::Unsure => 0.0,
        }
    }

    /// How many of a hundred are right, as measured.
    pub fn of_hundred(self) -> u32 {
        match self {
            Self::Sure => 97,
            Self::Likely => 88,
            Self::Unsure => 42,
        }
    }

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        }
    }
}
