//! Zones, landmarks, no-go regions, muscles.

use super::Check;
use super::spots::{Spot, spot};
use crate::kinds::{LANDMARKS, MUSCLES, NO_GO, ZONES};
use crate::shape::{Group, Side};

/// The landmarks that texts and screens name.
const SIX: [&str; 6] = ["rim", "side_knob", "sit_bone", "dimple", "front_point", "tailbone"];

impl Check<'_, '_> {
    pub(super) fn body(&mut self) {
        for (at, zone) in self.guide.zones.iter().enumerate() {
            self.sides(&spot!(ZONES, at, "sides"), &zone.sides);
            self.number(&spot!(ZONES, at, "skin"), zone.skin, (0.0..=100.0).contains(&zone.skin), "from 0 to 100");
        }
        for (at, landmark) in self.guide.landmarks.iter().enumerate() {
            self.refer_all(&spot!(LANDMARKS, at, "zones"), &ZONES, &landmark.zones);
        }
        for id in SIX {
            if self.exists(&LANDMARKS, id) {
                continue;
            }
            self.error(&spot!(LANDMARKS;), format!("landmark {id:?} is missing"), "every guide has the same six");
        }
        for (at, no_go) in self.guide.no_go.iter().enumerate() {
            self.refer_all(&spot!(NO_GO, at, "landmarks"), &LANDMARKS, &no_go.landmarks);
            self.refer_all(&spot!(NO_GO, at, "zones"), &ZONES, &no_go.zones);
            let fine = (0.0..=20.0).contains(&no_go.keep_cm);
            self.number(&spot!(NO_GO, at, "keep_cm"), no_go.keep_cm, fine, "from 0 to 20 cm");
        }
        for (at, muscle) in self.guide.muscles.iter().enumerate() {
            let fine = (1..=9).contains(&muscle.layer);
            self.number(&spot!(MUSCLES, at, "layer"), muscle.layer.into(), fine, "a layer: 1 is the outermost");
        }
        self.gluteals();
    }

    /// A list of sides.
    pub(super) fn sides(&mut self, spot: &Spot<'_>, sides: &[Side]) {
        if !matches!(sides, [Side::Left, Side::Right] | [Side::Midline]) {
            self.error(spot, "these are no sides", "they are [\"left\", \"right\"], or [\"midline\"] alone");
        }
    }

    /// Three gluteals, each with a source.
    fn gluteals(&mut self) {
        if self.draft.partial.contains(MUSCLES.name) {
            return;
        }
        let of = |muscle: &str| {
            self.guide.sources.iter().any(|s| s.group == Group::Gluteal && s.muscle.as_deref() == Some(muscle))
        };
        let gluteals: Vec<_> = self.guide.muscles.iter().enumerate().filter(|(_, muscle)| muscle.gluteal).collect();
        let without: Vec<_> = gluteals.iter().filter(|(_, muscle)| !of(&muscle.id)).collect();
        if !self.draft.partial.contains("sources") {
            for (at, muscle) in without {
                self.error(&spot!(MUSCLES, *at, "id"), format!("gluteal {:?} has no source", muscle.id), "");
            }
        }
        if gluteals.len() != 3 {
            let message = format!("{} muscles are gluteal, not three", gluteals.len());
            self.error(&spot!(MUSCLES;), message, "maximus, medius and minimus are always assessed together");
        }
    }
}
