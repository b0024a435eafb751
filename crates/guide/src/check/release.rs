//! Regions, tools, techniques, doses, bands, warm-ups, decisions.

use super::Check;
use super::spots::{Spot, spot};
use crate::kinds::{
    BANDS, DECISIONS, DOSES, FLAGS, LADDERS, LANDMARKS, MUSCLES, NO_GO, REGIONS, STRETCHES, TECHNIQUES, TOOLS, WARMUPS,
    ZONES,
};
use crate::shape::{Region, Style, Surface, Technique, Tool};

const UNITS: [&str; 7] = ["s", "min", "count", "days", "weeks", "hours", "points"];

impl<'g> Check<'g, '_> {
    pub(super) fn release(&mut self) {
        for (at, region) in self.guide.regions.iter().enumerate() {
            self.region(at, region);
            self.ways(at, region);
        }
        for (at, tool) in self.guide.tools.iter().enumerate() {
            self.load(&spot!(TOOLS, at, "hardness"), tool.hardness);
        }
        for (at, technique) in self.guide.techniques.iter().enumerate() {
            self.technique(at, technique);
        }
        self.doses();
        for (at, warmup) in self.guide.warmups.iter().enumerate() {
            self.above_zero(&spot!(WARMUPS, at, "minutes"), warmup.minutes);
            self.range(&spot!(WARMUPS, at, "effort"), warmup.effort, [0, 10]);
        }
        for (at, decision) in self.guide.decisions.iter().enumerate() {
            self.refer_all(&spot!(DECISIONS, at, "flags"), &FLAGS, &decision.flags);
        }
    }

    fn region(&mut self, at: usize, region: &'g Region) {
        self.refer(&spot!(REGIONS, at, "muscle"), &MUSCLES, &region.muscle);
        self.refer(&spot!(REGIONS, at, "ladder"), &LADDERS, &region.ladder);
        self.refer_all(&spot!(REGIONS, at, "landmarks"), &LANDMARKS, &region.landmarks);
        self.refer_all(&spot!(REGIONS, at, "zones"), &ZONES, &region.zones);
        self.refer_all(&spot!(REGIONS, at, "no_go"), &NO_GO, &region.no_go);
        self.refer_all(&spot!(REGIONS, at, "stretches"), &STRETCHES, &region.stretches);
        self.refer_all(&spot!(REGIONS, at, "gentle_stretches"), &STRETCHES, &region.gentle_stretches);
        self.range(&spot!(REGIONS, at, "target"), region.target, [0, 10]);
        for (key, list) in
            [("landmarks", &region.landmarks), ("zones", &region.zones), ("stretches", &region.stretches)]
        {
            if list.is_empty() {
                self.error(&spot!(REGIONS, at, key), format!("region {:?} has no {key}", region.id), "");
            }
        }
    }

    /// Nobody is left without a way: no tool at all, one firm ball, in bed, at a wall.
    fn ways(&mut self, at: usize, region: &Region) {
        if self.draft.partial.contains(TECHNIQUES.name) {
            return;
        }
        let has = |fits: fn(&Technique) -> bool| {
            self.guide.techniques.iter().any(|technique| technique.region == region.id && fits(technique))
        };
        let ways = [
            ("by hand", has(|technique| technique.tool == Tool::Hand)),
            ("with a firm ball", has(|technique| technique.tool == Tool::FirmBall)),
            ("on a bed", has(|technique| technique.surface == Some(Surface::Bed))),
            ("at a wall", has(|technique| technique.surface == Some(Surface::Wall))),
        ];
        for (way, _) in ways.iter().filter(|(_, has)| !has) {
            let message = format!("region {:?} has no release {way}", region.id);
            self.error(&spot!(REGIONS, at, "id"), message, "add one to techniques.toml");
        }
    }

    fn technique(&mut self, at: usize, technique: &'g Technique) {
        self.refer(&spot!(TECHNIQUES, at, "region"), &REGIONS, &technique.region);
        let surface = technique.surface.map_or_else(String::new, |surface| format!("_{}", surface.name()));
        let id = format!("{}.{}{surface}", technique.region, technique.tool.name());
        if technique.id != *id {
            let message = format!("{:?} does not fit its region, tool and surface", technique.id);
            self.error(&spot!(TECHNIQUES, at, "id"), message, format!("by those it is {id:?}"));
        }
        let fits = match technique.tool {
            Tool::MassageGun => technique.style == Style::Sweep,
            Tool::FoamRoller => true,
            _ => technique.style == Style::Hold,
        };
        if !fits {
            let hint = "a massage gun always moves (sweep), hand, balls and cane are held (hold)";
            self.error(&spot!(TECHNIQUES, at, "style"), "the style does not fit the tool", hint);
        }
        self.load(&spot!(TECHNIQUES, at, "level"), technique.level);
        self.range(&spot!(TECHNIQUES, at, "target"), technique.target, [0, 10]);
        if !self.draft.partial.contains(TOOLS.name) && !self.guide.tools.iter().any(|tool| tool.id == technique.tool) {
            let message = format!("tool {:?} does not exist", technique.tool.name());
            self.error(&spot!(TECHNIQUES, at, "tool"), message, "add it to tools.toml");
        }
    }

    fn load(&mut self, spot: &Spot<'_>, load: u8) {
        self.number(spot, load.into(), load <= 5, "a load, 0 (lightest) to 5");
    }

    fn doses(&mut self) {
        for (at, dose) in self.guide.doses.iter().enumerate() {
            self.range(&spot!(DOSES, at, "range"), dose.range, [0.0, 10_000.0]);
            if !(dose.range[0] <= dose.value && dose.value <= dose.range[1]) {
                let message = format!("{} is not between {} and {}", dose.value, dose.range[0], dose.range[1]);
                self.error(&spot!(DOSES, at, "value"), message, "the value used lies in the range");
            }
            if !UNITS.contains(&dose.unit.as_str()) {
                let hint = format!("it may be {}", UNITS.join(", "));
                self.error(&spot!(DOSES, at, "unit"), format!("{:?} is no unit", dose.unit), hint);
            }
        }
        for (at, band) in self.guide.bands.iter().enumerate() {
            self.range(&spot!(BANDS, at, "to"), [band.from, band.to], [0, 10]);
            self.range(&spot!(BANDS, at, "hold_s"), band.hold_s, [0, 600]);
        }
        self.band_for_each_rating();
    }

    /// Every number a person may say has one band, not none and not two.
    fn band_for_each_rating(&mut self) {
        if self.draft.partial.contains(BANDS.name) {
            return;
        }
        for rating in 0..=10 {
            let bands: Vec<_> =
                self.guide.bands.iter().filter(|band| (band.from..=band.to).contains(&rating)).collect();
            match bands[..] {
                [_] => {}
                [] => self.error(&spot!(BANDS; "band"), format!("no band says what to do at {rating}/10"), ""),
                [first, second, ..] => {
                    let message =
                        format!("bands {:?} and {:?} both say what to do at {rating}/10", &*first.id, &*second.id);
                    self.error(&spot!(BANDS; "band"), message, "leave each number to one");
                }
            }
        }
    }
}
