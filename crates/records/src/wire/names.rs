//! Names of choices in the format.

use crate::Ended;
use case::{ControlPlace, Familiar, PainBy, Quality, Reply, Sex, Side, Surface, Tool};

/// A choice of which each has a name.
pub(super) trait Named: Copy + PartialEq + 'static {
    /// All, with their names.
    const NAMES: &'static [(&'static str, Self)];
    /// What to say when there is another name.
    const EXPECTED: &'static str;

    /// Its name.
    fn name(self) -> &'static str {
        // every variant is in the table (tested), so there is always one
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

macro_rules! named {
    ($type:ident, $expected:literal, $($name:literal = $variant:ident),+) => {
        impl Named for $type {
            const NAMES: &'static [(&'static str, $type)] = &[$(($name, $type::$variant)),+];
            const EXPECTED: &'static str = $expected;
        }
    };
}

named!(Side, "left, right or midline", "left" = Left, "right" = Right, "midline" = Midline);
named!(Reply, "yes, no or unknown", "yes" = Yes, "no" = No, "unknown" = Unknown);
named!(Familiar, "yes, partly or no", "yes" = Yes, "partly" = Partly, "no" = No);
named!(PainBy, "drawing or words", "drawing" = Drawing, "words" = Words);
named!(ControlPlace, "other_side or neutral", "other_side" = OtherSide, "neutral" = Neutral);
named!(Sex, "female or male", "female" = Female, "male" = Male);
named!(Surface, "wall, bed or floor", "wall" = Wall, "bed" = Bed, "floor" = Floor);
named!(
    Ended,
    "done, too_sore, skipped or stopped",
    "done" = Done,
    "too_sore" = TooSore,
    "skipped" = Skipped,
    "stopped" = Stopped
);
named!(
    Quality,
    "ache, tight, tired, burning, tingling, numb or sharp",
    "ache" = Ache,
    "tight" = Tight,
    "tired" = Tired,
    "burning" = Burning,
    "tingling" = Tingling,
    "numb" = Numb,
    "sharp" = Sharp
);
named!(
    Tool,
    "the name of a tool",
    "hand" = Hand,
    "tennis_ball" = TennisBall,
    "lacrosse_ball" = LacrosseBall,
    "firm_ball" = FirmBall,
    "peanut" = Peanut,
    "foam_roller" = FoamRoller,
    "massage_gun" = MassageGun,
    "cane" = Cane
);
