//! The body as points: both sides' sheets, sampled on a grid; every point belongs to one zone.

use crate::atlas::{Side, Zone};
use crate::body::{FRONT, LENGTH, Place, place};

/// Distance of grid points round the body and along it, cm.
const STEP: [f64; 2] = [1.5, 2.0];
const COLUMNS: usize = (FRONT / STEP[0]) as usize;
const ROWS: usize = (LENGTH / STEP[1]) as usize;
/// Points further from every zone than so many of its half-axes, squared, belong to none: no painting there.
const OUTSIDE: f64 = 2.25;

/// A point of the skin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub(crate) side: Side,
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// Index into the zones.
    pub(crate) zone: usize,
}

/// Both sides, point by point.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) places: Vec<Place>,
    /// Left, then right; the same grid on both.
    pub(crate) points: Vec<Point>,
    /// For each zone and side on which it is marked: how many points.
    pub(crate) size: Vec<((usize, Side), usize)>,
    midline: Vec<bool>,
    /// For each place of the grid, the point of the left side, if the place belongs to a zone.
    grid: Vec<Option<usize>>,
}

impl Sheet {
    /// The sheet of these zones; the id of a zone without a place is handed back.
    pub(crate) fn of(zones: &[Zone]) -> Result<Sheet, String> {
        let places = zones.iter().map(|zone| place(&zone.id).ok_or_else(|| zone.id.clone()));
        let places = places.collect::<Result<Vec<Place>, String>>()?;
        let midline: Vec<bool> = zones.iter().map(|zone| zone.sides == [Side::Midline]).collect();
        let mut grid = Vec::new();
        let mut left = Vec::new();
        for row in 0..ROWS {
            for column in 0..COLUMNS {
                let x = (column as f64 + 0.5) * STEP[0];
                let y = (row as f64 + 0.5) * STEP[1];
                let zone = nearest(&places, x, y);
                grid.push(zone.map(|_| left.len()));
                left.extend(zone.map(|zone| Point { side: Side::Left, x, y, zone }));
            }
        }
        let right = left.iter().map(|point| Point { side: Side::Right, ..*point });
        let points = left.iter().copied().chain(right).collect();
        let mut sheet = Sheet { places, points, size: Vec::new(), midline, grid };
        sheet.size = sheet.count(&vec![true; sheet.points.len()]);
        Ok(sheet)
    }

    /// The side under which a point's zone is marked.
    pub(crate) fn marked(&self, point: &Point) -> Side {
        if self.midline[point.zone] { Side::Midline } else { point.side }
    }

    /// How many of the painted points each zone has, on each side; zones without any are left out.
    pub(crate) fn count(&self, painted: &[bool]) -> Vec<((usize, Side), usize)> {
        let mut counts = vec![[0usize; 3]; self.places.len()];
        for (point, _) in self.points.iter().zip(painted).filter(|(_, painted)| **painted) {
            counts[point.zone][self.marked(point) as usize] += 1;
        }
        let sides = [Side::Left, Side::Right, Side::Midline];
        let each = counts.iter().enumerate().flat_map(|(zone, counts)| {
            sides.iter().map(move |&side| ((zone, side), counts[side as usize])).filter(|(_, count)| *count > 0)
        });
        each.collect()
    }

    /// How far a point lies from a place on a side, cm round the body; the sides meet in the middle of back and front.
    pub(crate) fn across(point: &Point, side: Side, x: f64) -> f64 {
        if point.side == side {
            return point.x - x;
        }
        let behind = point.x + x;
        let before = 2.0 * FRONT - point.x - x;
        if behind.abs() < before.abs() { behind } else { before }
    }

    /// Points within `reach` cm of a painted one, and those.
    pub(crate) fn widened(&self, painted: &[bool], reach: f64) -> Vec<bool> {
        let mut wide = painted.to_vec();
        let half = self.points.len() / 2;
        let [columns, rows] = STEP.map(|step| (reach / step) as isize);
        for (at, place) in self.grid.iter().enumerate() {
            let Some(point) = place else { continue };
            let (column, row) = ((at % COLUMNS) as isize, (at / COLUMNS) as isize);
            for (to_column, to_row) in neighbours(column, row, columns, rows) {
                let Some(other) = self.grid[to_row * COLUMNS + to_column] else { continue };
                wide[other] |= painted[*point];
                wide[half + other] |= painted[half + point];
            }
        }
        wide
    }

    /// Zones by distance from one, nearest first, without itself.
    pub(crate) fn neighbours(&self, zone: usize) -> Vec<usize> {
        let mut others: Vec<usize> = (0..self.places.len()).filter(|other| *other != zone).collect();
        let far = |other: &usize| self.places[zone].from(&self.places[*other]);
        others.sort_by(|a, b| far(a).total_cmp(&far(b)));
        others
    }
}

fn nearest(places: &[Place], x: f64, y: f64) -> Option<usize> {
    let far = |zone: &usize| places[*zone].scaled(x, y);
    let zone = (0..places.len()).min_by(|a, b| far(a).total_cmp(&far(b)))?;
    (far(&zone) < OUTSIDE).then_some(zone)
}

/// Places of the grid in a window round one.
fn neighbours(column: isize, row: isize, columns: isize, rows: isize) -> impl Iterator<Item = (usize, usize)> {
    let window = move |at: isize, reach: isize, end: usize| {
        let last = (at + reach).min(end as isize - 1);
        ((at - reach).max(0)..=last).map(|at| at as usize)
    };
    window(row, rows, ROWS).flat_map(move |row| window(column, columns, COLUMNS).map(move |column| (column, row)))
}
