//! The same person at a later visit: the same habits and the same body, told anew.

use crate::chance::Chance;
use crate::field::field;
use crate::person::{About, Active, Person, active};

/// What is active at a later visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sources {
    /// The same sources as at the first visit: the pain that comes back.
    Same,
    /// Drawn anew, as for anybody: another pain of the same person.
    Anew,
}

impl Person<'_> {
    /// This person at visit `number`, from 1; nothing is released yet. Habits, sensitivity and where each source is felt
    /// (shift, size, missing parts) stay; strokes, slips, answers, presses and swapped sides are drawn anew.
    pub fn later(&self, number: u64, sources: Sources) -> Self {
        let world = self.world;
        // What is told at a visit hangs on a seed of its own; the body hangs on the person's.
        let seed = self.seed ^ (number << 48);
        let mut chance = Chance::at(&[world.seed, seed, About::Later as u64]);
        let mut traits = self.traits.clone();
        traits.swapped = chance.happens(world.scenario.swapped);
        let place = |(order, cell): (usize, usize)| {
            let chance = Chance::at(&[world.seed, self.seed, About::Field as u64, cell as u64]);
            Active { cell, field: field(world, cell, order == 0, chance), left: 1.0 }
        };
        let now: Vec<usize> = match sources {
            Sources::Same => self.active.iter().map(|a| a.cell).collect(),
            Sources::Anew => active(world, |_| true, &mut chance),
        };
        let active = now.into_iter().enumerate().map(place).collect();
        Person { world, seed, traits, active, released: Vec::new() }
    }
}
