use super::compare::{Evidence, Sign};

/// Sorted lines: the name of a sign, its weight. What they were learned from stands beside them.
const WEIGHTS: &str = include_str!("../../weights/same.txt");

/// How much each sign counts: logistic regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    weights: [f32; Sign::ALL.len()],
    constant: f32,
}

impl Default for Decision {
    fn default() -> Self {
        Self::parse(WEIGHTS)
    }
}

impl Decision {
    /// Reads weights, one a line: the name of a sign or "constant", a tab, a number. A sign without one does not count.
    ///
    /// ```
    /// use reportedly_core::story::{Decision, Keys, Told, compare};
    ///
    /// let keys = Keys::of(&Told { body: "The weir at Quenby held.", ..Told::default() });
    /// let likely = |weights: &str| Decision::parse(weights).probability(&compare(&keys, &keys));
    /// assert_eq!(likely(""), 0.5);
    /// assert!(likely("words\t4\nconstant\t-1") > 0.9);
    /// ```
    pub fn parse(text: &str) -> Self {
        let mut out = Self { weights: [0.0; Sign::ALL.len()], constant: 0.0 };
        for (name, weight) in text.lines().filter_map(|line| line.split_once('\t')) {
            let weight: f32 = weight.trim().parse().unwrap_or_default();
            match Sign::ALL.into_iter().find(|sign| sign.name() == name) {
                Some(sign) => out.weights[sign as usize] = weight,
                None if name == Self::name() => out.constant = weight,
                None => {}
            }
        }
        out
    }

    /// What the constant is called.
    fn name() -> &'static str {
        "constant"
    }

    /// How likely it is that two articles tell of one incident.
    pub fn probability(&self, evidence: &Evidence) -> f32 {
        let sum: f32 = evidence.values().iter().zip(self.weights).map(|(value, weight)| value * weight).sum();
        1.0 / (1.0 + (-(sum + self.constant)).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_weight() {
        let names: Vec<&str> = WEIGHTS.lines().filter_map(|l| l.split('\t').next()).collect();
        assert!(Sign::ALL.iter().all(|sign| names.contains(&sign.name())));
        assert_eq!(names.len(), Sign::ALL.len() + 1);
    }

    #[test]
    fn the_order_of_signs_is_that_of_their_numbers() {
        assert!(Sign::ALL.iter().enumerate().all(|(i, sign)| *sign as usize == i));
    }
}
