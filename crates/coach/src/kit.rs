//! What the person has for one session.

use crate::Stage;
use guide::shape::{Surface, Tool};
use std::fmt;

/// Shortest session, minutes.
pub const MINUTES_MIN: u16 = 5;
/// Longest session, minutes.
pub const MINUTES_MAX: u16 = 60;

/// Minutes, tools and surfaces at hand, and how far the person has come. The hand is always one of the tools.
#[derive(Clone, Debug, PartialEq)]
pub struct Kit {
    minutes: u16,
    tools: Vec<Tool>,
    surfaces: Vec<Surface>,
    things: Vec<String>,
    experienced: bool,
    stage: Stage,
}

/// Minutes outside [`MINUTES_MIN`] to [`MINUTES_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinutesOutOfRange(pub u16);

impl fmt::Display for MinutesOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "minutes must be from {MINUTES_MIN} to {MINUTES_MAX}, not {}", self.0)
    }
}

impl std::error::Error for MinutesOutOfRange {}

impl Kit {
    /// A kit with a chair at hand, for a person who is not used to firm pressure.
    ///
    /// # Errors
    /// [`MinutesOutOfRange`] if `minutes` is below 5 or above 60.
    pub fn new(minutes: u16, tools: &[Tool], surfaces: &[Surface]) -> Result<Kit, MinutesOutOfRange> {
        if !(MINUTES_MIN..=MINUTES_MAX).contains(&minutes) {
            return Err(MinutesOutOfRange(minutes));
        }
        let mut kit = Kit {
            minutes,
            tools: tools.to_vec(),
            surfaces: surfaces.to_vec(),
            things: vec!["chair".to_owned()],
            experienced: false,
            stage: Stage::default(),
        };
        kit.tools.push(Tool::Hand);
        sorted::by(&mut kit.tools, Ord::cmp);
        kit.tools.dedup();
        sorted::by(&mut kit.surfaces, Ord::cmp);
        kit.surfaces.dedup();
        Ok(kit)
    }
    /// The same kit for a person who is used to firm pressure (a hold at 6 out of 10 is then allowed).
    pub fn experienced(self) -> Kit {
        Kit { experienced: true, ..self }
    }
    /// The same kit with other things for exercises (`band`, `step`, `chair`, `bench`).
    pub fn with_things(self, things: &[&str]) -> Kit {
        Kit { things: things.iter().map(|t| (*t).to_owned()).collect(), ..self }
    }
    /// The same kit for a person who has come so far.
    pub fn at(self, stage: Stage) -> Kit {
        Kit { stage, ..self }
    }
    /// How far the person has come.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }
    /// Minutes the person has, 5 to 60.
    pub fn minutes(&self) -> u16 {
        self.minutes
    }
    /// The same, seconds.
    pub fn seconds(&self) -> u32 {
        u32::from(self.minutes) * 60
    }
    /// Tools, sorted; the hand is always there.
    pub fn tools(&self) -> &[Tool] {
        &self.tools
    }
    /// Surfaces, sorted.
    pub fn surfaces(&self) -> &[Surface] {
        &self.surfaces
    }
    /// Is this person used to firm pressure?
    pub fn is_experienced(&self) -> bool {
        self.experienced
    }
    /// Is the surface there? None is needed by what needs none.
    pub fn has_surface(&self, surface: Option<Surface>) -> bool {
        surface.is_none_or(|s| self.surfaces.contains(&s))
    }
    /// Is the tool there? None is needed by what needs none.
    pub fn has_tool(&self, tool: Option<Tool>) -> bool {
        tool.is_none_or(|t| self.tools.contains(&t))
    }
    /// Are all these things there?
    pub fn has_things(&self, needs: &[String]) -> bool {
        needs.iter().all(|n| self.things.contains(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_have_bounds() {
        for (minutes, fits) in [(0, false), (4, false), (5, true), (20, true), (60, true), (61, false)] {
            assert_eq!(Kit::new(minutes, &[], &[]).is_ok(), fits, "{minutes}");
        }
    }

    #[test]
    fn the_hand_is_always_there() {
        let kit = Kit::new(10, &[Tool::TennisBall, Tool::TennisBall], &[]).unwrap();
        assert_eq!(kit.tools(), [Tool::Hand, Tool::TennisBall]);
        assert!(kit.has_tool(None) && kit.has_surface(None) && !kit.has_surface(Some(Surface::Bed)));
    }
}
