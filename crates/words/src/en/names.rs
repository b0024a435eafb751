//! Names of things, sides, times.

use super::English;
use belief::Likely;
use guide::shape::{Group, Side};
use guide::{SourceIx, ZoneIx};

impl English<'_> {
    /// Its name with the side: "Gluteus minimus, back part, right".
    pub(super) fn source(&self, source: SourceIx, side: Side) -> String {
        sided(self.guide.text("sources", &self.guide.source(source).id, "name"), side)
    }

    /// The same within a sentence.
    pub(super) fn within(&self, source: SourceIx, side: Side) -> String {
        lower(&self.source(source, side))
    }

    /// A zone within a sentence, without its side.
    pub(super) fn zone(&self, zone: ZoneIx) -> String {
        lower(self.guide.text("zones", &self.guide.zone(zone).id, "name"))
    }

    pub(crate) fn likely(&self, likely: Likely) -> &'static str {
        match likely {
            Likely::Leading => "leading",
            Likely::Possible => "possible",
            Likely::LessLikely => "less likely",
            Likely::Unlikely => "unlikely",
        }
    }
}

/// What kind of thing a source is.
pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::Gluteal => "trigger point in a gluteal muscle",
        Group::Muscle => "trigger point in another muscle",
        Group::Nerve => "nerve",
        Group::Spine => "spine",
        Group::Joint => "joint",
        Group::Tendon => "tendon",
        Group::Artery => "artery",
    }
}

/// A name and a side.
pub(super) fn sided(name: &str, side: Side) -> String {
    match side {
        Side::Left => format!("{name}, left"),
        Side::Right => format!("{name}, right"),
        Side::Midline => name.to_owned(),
    }
}

/// The word for a side; empty on the middle line.
pub(super) fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "",
    }
}

/// A name as it stands within a sentence. English begins its words with ASCII; the tables for all other letters are 24 KB.
pub(crate) fn lower(name: &str) -> String {
    /// Names that keep their capital.
    const PROPER: [&str; 3] = ["Achilles", "L4", "S1"];
    let mut lower = name.to_owned();
    match lower.get_mut(..1) {
        Some(first) if !PROPER.iter().any(|proper| name.starts_with(proper)) => first.make_ascii_lowercase(),
        _ => {}
    }
    lower
}

/// Seconds as people say them.
pub(super) fn time(seconds: u32) -> String {
    match (seconds + 15) / 30 {
        _ if seconds < 60 => format!("{seconds} seconds"),
        halves if halves % 2 == 0 => count((halves / 2) as usize, "minute"),
        halves => format!("{}½ minutes", halves / 2),
    }
}

/// Minutes as people say them.
pub(super) fn minutes(minutes: f64) -> String {
    // A test takes minutes at most, so this is far from the ends of u32.
    time((minutes * 60.0).round().clamp(0.0, 86_400.0) as u32)
}

/// "60 to 90", or "60" where both ends are the same.
pub(super) fn range<T: PartialEq + std::fmt::Display>([low, high]: [T; 2]) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// "1 hold", "2 holds".
pub(super) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// "two" up to "ten".
pub(super) fn number(n: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The first letter as at the start of a sentence.
pub(super) fn upper(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        for (seconds, said) in [
            (15, "15 seconds"),
            (60, "1 minute"),
            (85, "1½ minutes"),
            (120, "2 minutes"),
            (150, "2½ minutes"),
            (290, "5 minutes"),
        ] {
            assert_eq!(time(seconds), said);
        }
        assert_eq!((minutes(0.25), minutes(1.0)), ("15 seconds".to_owned(), "1 minute".to_owned()));
    }

    #[test]
    fn names_fit_into_sentences() {
        for (name, within) in [("Calf", "calf"), ("Achilles tendon and heel", "Achilles tendon and heel"), ("", "")] {
            assert_eq!(lower(name), within);
        }
        assert_eq!(sided("Calf", Side::Left), "Calf, left");
        assert_eq!(range([2, 2]) + &range([60, 90]), "260 to 90");
    }
}
