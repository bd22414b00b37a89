//! Cities, towns and villages by name: those of GeoNames (CC BY 4.0) with 15,000 inhabitants, in the United States with 1,000.

/// Sorted lines: name, ISO 3166 country, state (only of the United States), latitude, longitude, inhabitants.
const SETTLEMENTS: &str = include_str!("settlements.txt");
/// Sorted lines: a state of the United States as it is written, its name.
const REGIONS: &str = include_str!("regions.txt");
/// Sorted lines: ISO 3166 code, name of the country.
const COUNTRIES: &str = include_str!("countries.txt");

/// A settlement on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settlement {
    /// Its name.
    pub name: &'static str,
    /// The state, where it lies in the United States.
    pub region: Option<&'static str>,
    /// ISO 3166 code of its country.
    pub code: &'static str,
    /// Degrees north.
    pub latitude: f32,
    /// Degrees east.
    pub longitude: f32,
    /// Its inhabitants.
    pub population: u32,
}

impl Settlement {
    /// The name of its country.
    pub fn country(&self) -> Option<&'static str> {
        starting(COUNTRIES, self.code).next().and_then(|line| line.split('\t').nth(1))
    }
}

/// All settlements of a name.
pub(super) fn settlements(name: &str) -> impl Iterator<Item = Settlement> {
    starting(SETTLEMENTS, name).filter_map(settlement)
}

/// The state that is written so: "Ohio", "Va.", "VA".
pub(super) fn region(written: &str) -> Option<&'static str> {
    starting(REGIONS, written).next().and_then(|line| line.split('\t').nth(1))
}

fn settlement(line: &'static str) -> Option<Settlement> {
    let mut cells = line.split('\t');
    let (name, code) = (cells.next()?, cells.next()?);
    let region = cells.next().filter(|region| !region.is_empty());
    let (latitude, longitude) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    Some(Settlement { name, region, code, latitude, longitude, population: cells.next()?.parse().ok()? })
}

/// The lines of a sorted table whose first cell is a word.
fn starting(table: &'static str, word: &str) -> impl Iterator<Item = &'static str> {
    let key = format!("{word}\t");
    let (mut low, mut high) = (0, table.len());
    // both always stand at the beginning of a line
    while low < high {
        let middle = table.as_bytes()[..(low + high) / 2]
            .iter()
            .rposition(|&b| b == b'\n')
            .map_or(0, |at| at + 1)
            .max(low);
        let end = table.as_bytes()[middle..]
            .iter()
            .position(|&b| b == b'\n')
            .map_or(table.len(), |at| middle + at + 1);
        if &table.as_bytes()[middle..end] < key.as_bytes() {
            low = end;
        } else {
            high = middle;
        }
    }
    table.get(low..).unwrap_or_default().lines().take_while(move |line| line.starts_with(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settlement_is_found_by_its_whole_name() {
        let moscow: Vec<_> = settlements("Moscow").collect();
        assert!(moscow.iter().any(|s| s.code == "RU" && s.country() == Some("Russia")));
        assert!(moscow.iter().any(|s| s.region == Some("Idaho")));
        assert_eq!(settlements("Mosco").count() + settlements("").count(), 0);
        assert_eq!((region("Va."), region("Ohio"), region("Carrow")), (Some("Virginia"), Some("Ohio"), None));
    }

    #[test]
    fn tables_are_sorted() {
        for table in [SETTLEMENTS, REGIONS, COUNTRIES] {
            let lines: Vec<&str> = table.lines().collect();
            assert!(lines.windows(2).all(|w| w[0].as_bytes() <= w[1].as_bytes()));
        }
    }
}
