//! The pain drawing on the skin: strokes of a brush, and zones that were named in a list. The app keeps what counts, zone by
//! zone; here is where exactly the brush went, as long as both agree.

use crate::vector::{V3, dot, off, sub};
use crate::{Mark, Pain, SkinMesh, Told};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use anatomy::Side;

/// A zone that a stroke covers by less, percent, was only brushed by the edge of the brush, unless it is the only one.
pub const LEAST: u8 = 4;
/// Drawings that are remembered, so that what is taken back looks as it did.
const KEPT: usize = 40;
/// Half of it is painted: its edge.
const EDGE: u8 = 128;
/// Zones that lie on the midline: one, not one a side.
const MIDLINE: [&str; 5] = ["lumbar_midline", "sacrum", "coccyx", "perineum", "pelvis_inner"];

/// A zone on a side: left, right, or (2) on the midline.
type Key = (usize, usize);

const WORDS: [&str; 3] = ["left", "right", "midline"];

/// What is painted on one body.
#[derive(Clone, Debug)]
pub struct Painting {
    zones: Vec<String>,
    /// Which of them lie on the midline.
    midline: Vec<bool>,
    /// How deep inside the painted area each place lies: 0 far out, 128 at the edge.
    field: Vec<u8>,
    /// Zones that are told as hurting.
    hurts: Vec<(Key, Pain)>,
    /// Earlier drawings.
    past: Vec<Vec<u8>>,
    /// What was told when the stroke began.
    before: Vec<(Key, Pain)>,
    /// Places that this stroke has changed.
    touched: Vec<bool>,
}

impl Painting {
    /// Nothing painted.
    #[must_use]
    pub fn new(skin: &SkinMesh, zones: &[String]) -> Painting {
        let places = skin.places.len();
        let (field, touched) = (vec![0; places], vec![false; places]);
        let midline = zones.iter().map(|zone| MIDLINE.contains(&&**zone)).collect();
        Painting {
            zones: zones.to_vec(),
            midline,
            field,
            hurts: Vec::new(),
            past: Vec::new(),
            before: Vec::new(),
            touched,
        }
    }

    /// Begins a stroke.
    pub fn begin(&mut self) {
        self.touched.fill(false);
        self.before.clone_from(&self.hurts);
        self.remember();
    }

    /// Takes back the stroke that was begun last: it was none.
    pub fn take_back(&mut self) {
        self.touched.fill(false);
        self.hurts.clone_from(&self.before);
        if let Some(field) = self.past.last() {
            self.field.clone_from(field);
        }
    }

    /// The brush moves from one place of the skin to another; `out` is outwards there, and what faces the other way stays as
    /// it is. True if anything changed.
    pub fn stroke(&mut self, skin: &SkinMesh, from: V3, to: V3, out: V3, radius: f32, erase: bool) -> bool {
        let mut changed = false;
        for at in 0..self.field.len() {
            let squared = off(skin.places[at], from, to);
            if squared >= 4.0 * radius * radius || dot(skin.normals[at], out) < 0.0 {
                continue;
            }
            let inside = 1.0 - crate::vector::root(squared) / (2.0 * radius);
            let value = (inside * 255.0) as u8;
            let key = self.key(skin, at);
            let named = key.is_some_and(|key| self.named(key));
            if named && erase && value >= EDGE {
                // from now on it is painted, and a part of it is wiped off
                key.iter().for_each(|key| self.unname(skin, *key));
            }
            let now = self.field[at];
            let next = if erase { now.min(255 - value) } else { now.max(value) };
            if next != now && (erase || !named) {
                self.field[at] = next;
                self.touched[at] = true;
                changed = true;
            }
        }
        changed
    }

    /// Ends a stroke: what is to be told to the app, as zone, side and percent. Nothing if the stroke changed no zone.
    #[must_use]
    pub fn end(&mut self, skin: &SkinMesh) -> Vec<(&str, &'static str, u8)> {
        let shares = self.shares(skin);
        let mut keys: Vec<Key> = Vec::new();
        for at in 0..self.touched.len() {
            if self.touched[at] {
                keys.extend(self.key(skin, at));
            }
        }
        sorted::by_key(&mut keys, |key| *key);
        keys.dedup();
        let mut said = Vec::new();
        let mut small: Option<(u8, Key)> = None;
        for key in keys {
            let share = percent(shares[slot(key)]);
            let told = self.pain(key);
            if share >= LEAST || (told.is_some() && share > 0) {
                if told.is_none_or(|pain| pain.share != Some(share)) {
                    said.push((key, share));
                }
            } else if told.is_some() {
                said.push((key, 0));
            } else if share > 0 && small.is_none_or(|(most, _)| share > most) {
                small = Some((share, key));
            }
        }
        // a dot is small, and meant
        if said.is_empty() && self.field.iter().any(|value| *value >= EDGE) {
            said.extend(small.map(|(share, key)| (key, share)));
        }
        self.remember();
        said.into_iter().map(|((zone, side), share)| (&*self.zones[zone], WORDS[side], share)).collect()
    }

    /// Makes the drawing say what the app says: what is taken away goes, what comes back looks as it did.
    pub fn follow(&mut self, skin: &SkinMesh, told: &[Told]) {
        let mut hurts = Vec::new();
        for one in told {
            let Mark::Hurts(pain) = one.mark else { continue };
            let Some(zone) = self.zones.iter().position(|zone| *zone == one.zone) else { continue };
            let side = match &*one.sides {
                [Side::Left] => 0,
                [Side::Right] => 1,
                _ => 2,
            };
            hurts.push(((zone, side), pain));
        }
        if hurts == self.hurts {
            return;
        }
        let before = core::mem::replace(&mut self.hurts, hurts);
        if self.hurts.is_empty() {
            self.field.fill(0);
            return;
        }
        for (key, _) in before {
            if self.pain(key).is_none() {
                self.put(skin, key, &|_| 0);
            }
        }
        let shares = self.shares(skin);
        for (key, pain) in self.hurts.clone() {
            match pain.share {
                Some(share) if share == percent(shares[slot(key)]) => {}
                Some(share) => self.restore(skin, key, share),
                None => self.put(skin, key, &|_| 0),
            }
        }
    }

    /// How deep inside of what hurts each place lies (128 at its edge), and how bad it is there, 1 to 3.
    #[must_use]
    pub fn shown(&self, skin: &SkinMesh) -> (Vec<u8>, Vec<u8>) {
        let key = |at| self.key(skin, at);
        let mut field = skin.smooth(&|at| key(at).is_some_and(|key| self.named(key)));
        for (value, painted) in field.iter_mut().zip(&self.field) {
            *value = (*value).max(*painted);
        }
        // where the brush went over the edge of a zone it looks as inside
        let other = self.hurts.iter().map(|(_, pain)| pain.grade).max().unwrap_or(1);
        let grade = |at| key(at).and_then(|key| self.pain(key)).map_or(other, |pain| pain.grade);
        (field, (0..self.field.len()).map(grade).collect())
    }

    /// Painted part of each zone on each side, 0 to 1, by [`slot`].
    fn shares(&self, skin: &SkinMesh) -> Vec<f32> {
        let mut sums = vec![(0.0, 0.0); self.zones.len() * 3];
        for area in &skin.areas {
            let sum = &mut sums[slot((area.zone, self.side(area.zone, area.side)))];
            sum.0 += area.size;
            sum.1 += if self.field[area.at] >= EDGE { area.size } else { 0.0 };
        }
        sums.into_iter().map(|(all, painted): (f32, f32)| if all > 0.0 { painted / all } else { 0.0 }).collect()
    }

    /// As it looked when it had this share; else from its middle outwards.
    fn restore(&mut self, skin: &SkinMesh, key: Key, share: u8) {
        let now = self.field.clone();
        // after those before, the other side of this one
        let mut past = self.past.clone();
        past.insert(0, skin.mirror.iter().map(|other| now[*other]).collect());
        for past in past.iter().rev() {
            self.put(skin, key, &|at| past[at]);
            if percent(self.shares(skin)[slot(key)]) == share {
                return;
            }
        }
        let mut inside: Vec<usize> = Vec::new();
        for at in 0..now.len() {
            if self.key(skin, at) == Some(key) {
                inside.push(at);
            }
        }
        let sum = inside.iter().fold([0.0; 3], |sum, at| crate::vector::add(sum, skin.places[*at]));
        let middle = sum.map(|sum| sum / inside.len().max(1) as f32);
        let away = |at: usize| {
            let to = sub(skin.places[at], middle);
            crate::vector::root(dot(to, to))
        };
        let mut far: Vec<f32> = Vec::new();
        for at in &inside {
            far.push(away(*at));
        }
        sorted::by(&mut far, f32::total_cmp);
        let last = far.len() * usize::from(share) / 100;
        let edge = far.get(last).or(far.last()).copied().unwrap_or(0.0) + if share >= 100 { 0.02 } else { 0.0 };
        self.put(skin, key, &|at| (f32::from(EDGE) + (edge - away(at)) / 0.03 * 127.0).clamp(0.0, 255.0) as u8);
    }

    fn put(&mut self, skin: &SkinMesh, key: Key, value: &dyn Fn(usize) -> u8) {
        for at in 0..self.field.len() {
            if self.key(skin, at) == Some(key) {
                self.field[at] = value(at);
            }
        }
    }

    fn remember(&mut self) {
        if self.past.last() != Some(&self.field) {
            self.past.push(self.field.clone());
        }
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
    }

    fn pain(&self, key: Key) -> Option<Pain> {
        self.hurts.iter().find(|(known, _)| *known == key).map(|(_, pain)| *pain)
    }

    /// Is it told as a whole, and not painted?
    fn named(&self, key: Key) -> bool {
        self.pain(key).is_some_and(|pain| pain.share.is_none())
    }

    fn unname(&mut self, skin: &SkinMesh, key: Key) {
        self.put(skin, key, &|_| 255);
        self.hurts.iter_mut().filter(|(known, _)| *known == key).for_each(|(_, pain)| pain.share = Some(100));
    }

    fn key(&self, skin: &SkinMesh, at: usize) -> Option<Key> {
        skin.zones[at].map(|zone| (zone, self.side(zone, skin.sides[at])))
    }

    fn side(&self, zone: usize, side: Side) -> usize {
        if self.midline[zone] { 2 } else { usize::from(side == Side::Right) }
    }
}

fn slot((zone, side): Key) -> usize {
    zone * 3 + side
}

fn percent(share: f32) -> u8 {
    crate::vector::round(share * 100.0) as u8
}
