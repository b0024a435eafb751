//! What is felt where: each active source makes a field over the skin, and the fields add up to pain.

use crate::atlas::{Cell, Side};
use crate::chance::{Chance, moved};
use crate::person::Person;
use crate::sheet::Sheet;
use crate::world::{Patch, World};

/// How strong each source is at each point; 1 is the middle of a main patch of an average person.
pub(crate) type Field = Vec<f64>;

/// A hill ends at so many standard deviations.
const REACH: f64 = 2.6;
/// Where fields overlap, the strongest counts in full and the rest so much.
const REST: f64 = 0.2;
/// Below this nothing is felt, whoever it is.
const FELT: f64 = 0.25;
/// Load at which pain reaches two thirds of the scale: by the highest point, and by height times area (cm²).
const PEAK: f64 = 2.0;
const AREA: f64 = 250.0;
const CM2_A_POINT: f64 = 3.0;
/// A midline source is felt on both sides in half of people, else on one.
const BOTH_SIDES: f64 = 0.5;

/// The field of an active cell in one person.
pub(crate) fn field(world: &World, cell: usize, main: bool, mut chance: Chance) -> Field {
    let Cell { source, side } = world.cells[cell];
    let strength = if main { chance.between(0.9, 1.4) } else { chance.between(0.6, 1.2) };
    let sides = sides(side, &mut chance);
    let hills = hills(&world.truths[source].patches, strength, world.scenario.shift_cm, &mut chance);
    let mut field = vec![0.0; world.sheet.points.len()];
    for hill in &hills {
        sides.iter().for_each(|side| add(&world.sheet, hill, *side, &mut field));
    }
    field
}

/// On which sides a source is felt.
fn sides(side: Side, chance: &mut Chance) -> &'static [Side] {
    let [both, left] = [chance.happens(BOTH_SIDES), chance.happens(0.5)];
    match side {
        Side::Midline if both => &[Side::Left, Side::Right],
        Side::Midline if left => &[Side::Left],
        Side::Left => &[Side::Left],
        Side::Midline | Side::Right => &[Side::Right],
    }
}

/// The world's patches as this person feels them: shifted, scaled, some missing, never all.
fn hills(patches: &[Patch], strength: f64, shift_cm: f64, chance: &mut Chance) -> Vec<Patch> {
    // Half of the shift is common to all patches of a source: the whole pattern lies a little elsewhere.
    let scatter = shift_cm * std::f64::consts::FRAC_1_SQRT_2;
    let shift = [scatter * chance.normal(), scatter * chance.normal()];
    let size = chance.factor(0.2);
    // Some people's pain spreads widely, others' hardly: missing parts go together.
    let narrow = 0.7 * chance.normal();
    let mut own = |patch: &Patch| {
        let mut draw = |by: f64| by * chance.normal();
        let hill = Patch {
            x: patch.x + shift[0] + draw(scatter),
            y: patch.y + shift[1] + draw(scatter),
            width: patch.width * size * libm::exp(draw(0.15)),
            height: patch.height * size * libm::exp(draw(0.15)),
            top: patch.top * strength * libm::exp(draw(0.15)),
            missing: moved(patch.missing, narrow),
        };
        (hill, chance.happens(hill.missing))
    };
    let all: Vec<(Patch, bool)> = patches.iter().map(&mut own).collect();
    let felt: Vec<Patch> = all.iter().filter(|(_, missing)| !missing).map(|(hill, _)| *hill).collect();
    if felt.is_empty() {
        // What is active is felt somewhere.
        return all.iter().map(|(hill, _)| *hill).max_by(|a, b| a.top.total_cmp(&b.top)).into_iter().collect();
    }
    felt
}

/// Adds a hill to a field; where hills of one source overlap the higher one counts.
fn add(sheet: &Sheet, patch: &Patch, side: Side, field: &mut Field) {
    for (point, value) in sheet.points.iter().zip(field) {
        let along = (point.y - patch.y) / patch.height;
        if along.abs() > REACH {
            continue;
        }
        let across = Sheet::across(point, side, patch.x) / patch.width;
        if across.abs() <= REACH {
            *value = value.max(patch.top * libm::exp(-0.5 * (across * across + along * along)));
        }
    }
}

impl Person<'_> {
    /// The field that all active sources make together now.
    pub(crate) fn felt(&self) -> Field {
        let loudness = |a: &crate::person::Active| a.left * a.field.iter().sum::<f64>();
        let loudest = (0..self.active.len())
            .fold(0, |best, at| if loudness(&self.active[at]) > loudness(&self.active[best]) { at } else { best });
        let mut highest = vec![0.0f64; self.world.sheet.points.len()];
        let mut sum = highest.clone();
        for (at, active) in self.active.iter().enumerate() {
            let heard = active.left * if at == loudest { 1.0 } else { 1.0 - self.traits.masking };
            for ((high, sum), value) in highest.iter_mut().zip(&mut sum).zip(&active.field) {
                *high = high.max(heard * value);
                *sum += heard * value;
            }
        }
        highest.iter().zip(&sum).map(|(high, sum)| high + REST * (sum - high)).collect()
    }

    /// How much it hurts in all now, 0 to 10: the truth, not what is told.
    pub fn pain(&self) -> f64 {
        let felt = self.felt();
        let peak = felt.iter().copied().fold(0.0, f64::max);
        let area: f64 = felt.iter().map(|value| (value - FELT).max(0.0) * CM2_A_POINT).sum();
        let peak = if peak > FELT { peak } else { 0.0 };
        10.0 * (1.0 - libm::exp(-(peak / PEAK + area / AREA)))
    }
}
