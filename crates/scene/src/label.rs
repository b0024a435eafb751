//! Labels beside the body, with lines to what they name that cross neither each other nor a label. One that finds no such
//! place is left out: the first of the list have the best chances.

use alloc::vec::Vec;

/// Something to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it says.
    pub text: &'static str,
    /// Where what it names is seen, in pixels.
    pub at: [f32; 2],
    /// Width of the text, in pixels.
    pub wide: f32,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laid {
    /// Its number in the list.
    pub label: usize,
    /// Left, top, right and lower edge, in pixels.
    pub edges: [f32; 4],
    /// Where its line ends at the text.
    pub end: [f32; 2],
}

/// Height of a label, and what is free around it, in pixels.
const HIGH: f32 = 18.0;
const GAP: f32 = 4.0;

/// Lays labels at both edges of a picture of `size` pixels, below `top`.
#[must_use]
pub fn laid(labels: &[Label], size: [f32; 2], top: f32) -> Vec<Laid> {
    let mut all = Vec::new();
    for right in [false, true] {
        let mut column: Vec<usize> = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            if (label.at[0] > size[0] / 2.0) == right {
                column.push(at);
            }
        }
        column.truncate(((size[1] - top) / (HIGH + GAP)) as usize);
        sorted::by(&mut column, |a, b| labels[*a].at[1].total_cmp(&labels[*b].at[1]));
        let mut laid = stacked(&column, labels, size, top, right);
        uncross(&mut laid, labels, size, right);
        all.extend(laid);
    }
    // the first in the list are the last to go
    sorted::by_key(&mut all, |laid| laid.label);
    let mut kept: Vec<Laid> = Vec::new();
    for one in all {
        if kept.iter().all(|other| apart(&one, other, labels)) && clear(&one, &one, labels) {
            kept.push(one);
        }
    }
    kept
}

/// One under the other, each as near to the height of what it names as the others let it.
fn stacked(column: &[usize], labels: &[Label], size: [f32; 2], top: f32, right: bool) -> Vec<Laid> {
    let step = HIGH + GAP;
    let mut tops: Vec<f32> = Vec::new();
    for label in column {
        let wanted = labels[*label].at[1] - HIGH / 2.0;
        // what lies where the text would stand has it above
        let wanted = if across(&labels[*label], size, right).is_some() { wanted - HIGH } else { wanted };
        tops.push(tops.last().map_or(top, |last| last + step).max(wanted));
    }
    let mut lowest = size[1] - HIGH - 2.0;
    for at in (0..tops.len()).rev() {
        tops[at] = tops[at].min(lowest);
        lowest = tops[at] - step;
    }
    column.iter().zip(tops).map(|(label, top)| placed(*label, labels, top, size, right)).collect()
}

fn placed(label: usize, labels: &[Label], top: f32, size: [f32; 2], right: bool) -> Laid {
    let (one, low) = (&labels[label], top + HIGH);
    let left = left(one, size, right);
    let beside = [if right { left - 3.0 } else { left + one.wide + 3.0 }, top + HIGH / 2.0];
    let end = across(one, size, right).map_or(beside, |x| [x, if one.at[1] > top { low + 1.0 } else { top - 1.0 }]);
    Laid { label, edges: [left, top, left + one.wide, low], end }
}

/// Left edge of a label.
fn left(label: &Label, size: [f32; 2], right: bool) -> f32 {
    if right { size[0] - label.wide - 4.0 } else { 4.0 }
}

/// Where what it names is, if the text would stand over or under it.
fn across(label: &Label, size: [f32; 2], right: bool) -> Option<f32> {
    let off = label.at[0] - left(label, size, right);
    (off > -6.0 && off < label.wide + 6.0).then_some(label.at[0])
}

/// Two labels whose lines cross change places: each time the lines get shorter, so it ends.
fn uncross(laid: &mut [Laid], labels: &[Label], size: [f32; 2], right: bool) {
    for _ in 0..laid.len() * laid.len() {
        let line = |one: &Laid| [labels[one.label].at, one.end];
        let mut crossed = None;
        for a in 0..laid.len() {
            for b in 0..a {
                if crossed.is_none() && cross(line(&laid[a]), line(&laid[b])) {
                    crossed = Some((a, b));
                }
            }
        }
        let Some((a, b)) = crossed else { return };
        let (one, other) = (laid[a], laid[b]);
        laid[a] = placed(other.label, labels, one.edges[1], size, right);
        laid[b] = placed(one.label, labels, other.edges[1], size, right);
    }
}

fn apart(one: &Laid, other: &Laid, labels: &[Label]) -> bool {
    let line = |laid: &Laid| [labels[laid.label].at, laid.end];
    let [a, b] = [one.edges, other.edges];
    let free = a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3];
    free && clear(one, other, labels) && clear(other, one, labels) && !cross(line(one), line(other))
}

/// Does the line of one keep off the text of the other?
fn clear(one: &Laid, other: &Laid, labels: &[Label]) -> bool {
    let (from, to, [left, top, right, low]) = (labels[one.label].at, one.end, other.edges);
    let inside = |[x, y]: [f32; 2]| x > left && x < right && y > top && y < low;
    let corners = [[left, top], [right, top], [right, low], [left, low]];
    let edges = (0..4).map(|at| [corners[at], corners[(at + 1) % 4]]);
    !inside(from) && !inside(to) && !edges.into_iter().any(|edge| cross([from, to], edge))
}

/// Do two lines cross?
fn cross([a, b]: [[f32; 2]; 2], [c, d]: [[f32; 2]; 2]) -> bool {
    let side = |a: [f32; 2], b: [f32; 2], c: [f32; 2]| (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
