//! How a person paints what is felt.

use crate::atlas::Side;
use crate::chance::Chance;
use crate::field::Field;
use crate::person::{About, Person};
use crate::sheet::{Point, Sheet};

/// Over-painters: factor on the threshold, and how far the brush goes beyond, cm.
const OVER: f64 = 0.7;
const BRUSH: [f64; 2] = [1.6, 4.2];
/// Under-painters: factor on the threshold, and zones left out altogether.
const UNDER: f64 = 1.5;
const LEFT_OUT: f64 = 0.25;
/// Worst only: what lies above this share of the highest point.
const WORST: f64 = 0.75;
/// A stroke that means nothing: length and width, cm.
const STROKE: [f64; 2] = [5.0, 15.0];
const STROKE_WIDTH: [f64; 2] = [2.0, 4.0];
/// Who feels nothing above the threshold paints what lies above this share of the highest point.
const FAINT: f64 = 0.85;

/// A zone that was painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Index into the atlas's zones.
    pub zone: usize,
    /// Side it was painted on.
    pub side: Side,
    /// Share of the zone's area, above 0, to 1.
    pub share: f64,
    /// How much it hurts there, told from 1 to 10.
    pub intensity: f64,
}

impl Person<'_> {
    /// What this person paints now, zone by zone, in the order of the atlas. Never empty.
    pub fn drawing(&self) -> Vec<Mark> {
        let sheet = &self.world.sheet;
        let felt = self.felt();
        let painted = self.painted(&felt);
        let totals = sheet.count(&painted);
        let mark = |&((zone, side), count): &((usize, Side), usize)| {
            let whole = sheet.size.iter().find(|(key, _)| *key == (zone, side)).map_or(count, |(_, size)| *size);
            let share = count as f64 / whole as f64;
            Mark { zone, side: self.shown(side), share, intensity: self.intensity(&felt, &painted, zone, side) }
        };
        let mut marks: Vec<Mark> = totals.iter().map(mark).collect();
        marks.sort_by_key(|mark| (mark.zone, mark.side));
        marks
    }

    /// The side on which this person paints a side.
    fn shown(&self, side: Side) -> Side {
        if self.traits.swapped { side.other() } else { side }
    }

    fn intensity(&self, felt: &Field, painted: &[bool], zone: usize, side: Side) -> f64 {
        let points = self.world.sheet.points.iter().zip(felt).zip(painted);
        let here =
            points.filter(|((point, _), on)| **on && point.zone == zone && self.world.sheet.marked(point) == side);
        let highest = here.map(|((_, value), _)| *value).fold(0.0, f64::max);
        (6.0 * highest * self.traits.loud).round().clamp(1.0, 10.0)
    }

    fn painted(&self, felt: &Field) -> Vec<bool> {
        let traits = &self.traits;
        let sheet = &self.world.sheet;
        let mut chance = self.chance(About::Painting, &[]);
        let peak = felt.iter().copied().fold(0.0, f64::max);
        let style = if traits.over_paint { OVER } else { 1.0 } * if traits.under_paint { UNDER } else { 1.0 };
        let mut threshold = traits.threshold * style;
        if traits.worst_only {
            threshold = threshold.max(WORST * peak);
        }
        threshold = threshold.min(FAINT * peak);
        let mut painted: Vec<bool> = felt.iter().map(|value| *value > 0.0 && *value >= threshold).collect();
        let [low, high] = BRUSH;
        let reach = chance.between(low, high);
        if traits.over_paint {
            painted = sheet.widened(&painted, reach);
        }
        let stroke = stroke(sheet, &mut chance);
        if traits.under_paint {
            painted = self.with_zones_left_out(painted);
        }
        if traits.stray {
            painted.iter_mut().zip(&sheet.points).for_each(|(on, point)| *on |= stroke.covers(point));
        }
        painted
    }

    /// Without some zones; with all if nothing would be left.
    fn with_zones_left_out(&self, painted: Vec<bool>) -> Vec<bool> {
        let kept = |point: &Point| {
            let key = [1, point.zone as u64, self.world.sheet.marked(point).key()];
            !self.chance(About::Painting, &key).happens(LEFT_OUT)
        };
        let fewer: Vec<bool> = painted.iter().zip(&self.world.sheet.points).map(|(on, at)| *on && kept(at)).collect();
        if fewer.iter().any(|on| *on) { fewer } else { painted }
    }
}

/// A stroke of the brush.
struct Stroke {
    side: Side,
    from: [f64; 2],
    /// Unit vector.
    along: [f64; 2],
    length: f64,
    half_width: f64,
}

fn stroke(sheet: &Sheet, chance: &mut Chance) -> Stroke {
    let start = sheet.points[chance.below(sheet.points.len())];
    let angle = chance.between(0.0, std::f64::consts::TAU);
    Stroke {
        side: start.side,
        from: [start.x, start.y],
        along: [libm::cos(angle), libm::sin(angle)],
        length: chance.between(STROKE[0], STROKE[1]),
        half_width: chance.between(STROKE_WIDTH[0], STROKE_WIDTH[1]) / 2.0,
    }
}

impl Stroke {
    fn covers(&self, point: &Point) -> bool {
        let [x, y] = [point.x - self.from[0], point.y - self.from[1]];
        let forward = x * self.along[0] + y * self.along[1];
        let beside = x * self.along[1] - y * self.along[0];
        point.side == self.side && (0.0..=self.length).contains(&forward) && beside.abs() <= self.half_width
    }
}
