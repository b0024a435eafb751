//! The way of pressing a region: lightest first, by what is at hand and what is safe.

use crate::plan::Reason;
use crate::today::{Today, reason};
use guide::Id;
use guide::shape::{Style, Technique, Tool};
use std::cmp::Reverse;

/// Hardest load (0 to 5) on a soft day: first session, light only, or a bad day.
const SOFT_LEVEL: u8 = 1;
/// Hardest load for those not used to it: a firm ball at the wall.
const USUAL_LEVEL: u8 = 2;
/// Load to aim at for those used to it: body weight on a soft ball.
const EXPERIENCED_LEVEL: u8 = 3;

impl<'a> Today<'a> {
    /// How to press this region today.
    ///
    /// # Errors
    /// The first that applies: a rule names the region; cautions refuse every way; nothing at hand fits.
    pub(crate) fn way(&self, region: &Id) -> Result<&'a Technique, Reason> {
        if let Some(reason) = self.rules.against_region(region) {
            return Err(reason);
        }
        let here = self.guide.techniques.iter().filter(|t| t.region == *region);
        let mut refusal = None;
        let mut safe = Vec::new();
        for technique in here {
            match self.allowed.technique(technique) {
                Ok(()) => safe.push(technique),
                Err(why) => refusal = refusal.or(Some(reason(why))),
            }
        }
        if safe.is_empty() {
            return Err(refusal.unwrap_or(Reason::NotPressable));
        }
        let fits = |t: &&Technique| self.at_hand(t) && self.light_enough(t);
        safe.into_iter().filter(fits).min_by_key(|t| self.preference(t)).ok_or(Reason::Kit)
    }

    /// Are tool and surface there?
    pub(crate) fn at_hand(&self, technique: &Technique) -> bool {
        self.kit.has_tool(Some(technique.tool)) && self.kit.has_surface(technique.surface)
    }

    /// Is it within today's load?
    fn light_enough(&self, technique: &Technique) -> bool {
        let soft_tool = matches!(technique.tool, Tool::Hand | Tool::TennisBall);
        match (self.soft(), self.kit.is_experienced()) {
            (true, _) => soft_tool && technique.level <= SOFT_LEVEL,
            (false, false) => technique.level <= USUAL_LEVEL,
            (false, true) => technique.level <= EXPERIENCED_LEVEL,
        }
    }

    /// Smallest is best: a tool that holds before the hand (hands tire), the hand before a sweep (no gluteal trial of a
    /// gun), then the lightest; for those used to it a sweep before the hand, and the firmest of what is left. Ties by
    /// the guide's order.
    fn preference(&self, technique: &Technique) -> (u8, u8, Reverse<u8>) {
        let firm = self.kit.is_experienced() && !self.soft();
        let kind = match (technique.tool, technique.style) {
            (Tool::Hand, _) => 2,
            (_, Style::Sweep) if firm => 1,
            (_, Style::Sweep) => 3,
            (_, Style::Hold) => 0,
        };
        let (light, firm) = if firm { (0, technique.level) } else { (technique.level, 0) };
        (kind, light, Reverse(firm))
    }
}
