//! Shapes of the plates: read from the path text of an SVG, made of straight lines, and written with few and round numbers.

/// A place on a plate: units rightwards and downwards.
pub(crate) type Spot = [f64; 2];

/// A closed line; its end is joined to its beginning.
pub(crate) type Ring = Vec<Spot>;

/// Straight lines that stand for one bend.
const STEPS: u8 = 4;
/// What is left out lies within this of what is drawn, in units. A unit is half a pixel on a phone.
const STRAY: f64 = 0.8;

/// The closed lines of a path, or nothing if it holds what the plates do not have: they know `M`, `l`, `q`, `t` and `z`.
pub(crate) fn rings(path: &str) -> Option<Vec<Ring>> {
    let (mut rings, mut pen, mut kind) = (Vec::<Ring>::new(), Pen(path), ' ');
    let (mut at, mut pull) = ([0.0; 2], [0.0; 2]);
    while let Some(next) = pen.next() {
        if next.is_ascii_alphabetic() {
            pen.0 = &pen.0[1..];
            kind = next;
        }
        if kind == 'z' {
            continue;
        }
        if kind == 'M' {
            at = pen.pair()?;
            rings.push(vec![at]);
            // a second pair would be a line, which the plates write as such
            kind = ' ';
            continue;
        }
        let ring = rings.last_mut()?;
        let to = match kind {
            'l' => {
                pull = at;
                plus(at, pen.pair()?)
            }
            'q' => {
                pull = plus(at, pen.pair()?);
                plus(at, pen.pair()?)
            }
            't' => {
                pull = [2.0 * at[0] - pull[0], 2.0 * at[1] - pull[1]];
                plus(at, pen.pair()?)
            }
            _ => return None,
        };
        let steps = if kind == 'l' { 1 } else { STEPS };
        ring.extend((1..=steps).map(|step| bent(at, pull, to, f64::from(step) / f64::from(steps))));
        if kind == 'l' {
            pull = to;
        }
        at = to;
    }
    Some(rings)
}

/// What is still to be read of a path.
struct Pen<'p>(&'p str);

impl Pen<'_> {
    /// The next sign that says something.
    fn next(&mut self) -> Option<char> {
        self.0 = self.0.trim_start_matches([' ', ',']);
        self.0.chars().next()
    }

    fn pair(&mut self) -> Option<Spot> {
        Some([self.number()?, self.number()?])
    }

    /// A number ends where another begins: at a sign, or at a second point.
    fn number(&mut self) -> Option<f64> {
        self.next()?;
        let mut points = 0;
        let goes_on = |(at, c): (usize, char)| {
            points += usize::from(c == '.');
            c.is_ascii_digit() || (c == '-' && at == 0) || (c == '.' && points < 2)
        };
        let end = self.0.char_indices().map(goes_on).position(|goes_on| !goes_on).unwrap_or(self.0.len());
        let (number, rest) = self.0.split_at(end);
        self.0 = rest;
        number.parse().ok()
    }
}

fn plus(a: Spot, b: Spot) -> Spot {
    [a[0] + b[0], a[1] + b[1]]
}

/// A place on a bend from `a` to `b` that is pulled towards `pull`.
fn bent(a: Spot, pull: Spot, b: Spot, share: f64) -> Spot {
    let rest = 1.0 - share;
    let one = |axis: usize| rest * rest * a[axis] + 2.0 * rest * share * pull[axis] + share * share * b[axis];
    [one(0), one(1)]
}

/// The area inside a closed line, in square units.
pub(crate) fn area(ring: &[Spot]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    (ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0).abs()
}

/// The smallest upright box round some places: left, top, right, bottom.
pub(crate) fn bounds<'s>(spots: impl IntoIterator<Item = &'s Spot>) -> [f64; 4] {
    spots
        .into_iter()
        .fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |[l, t, r, b], spot| {
            [l.min(spot[0]), t.min(spot[1]), r.max(spot[0]), b.max(spot[1])]
        })
}

/// Closed lines as the text of a path: fewer corners, whole units.
pub(crate) fn written<'r>(rings: impl IntoIterator<Item = &'r Ring>) -> String {
    let mut text = String::new();
    for ring in rings {
        let mut corners: Vec<[i32; 2]> = simpler(ring).into_iter().map(whole).collect();
        corners.dedup();
        let [first, rest @ ..] = corners.as_slice() else { continue };
        if rest.len() < 2 {
            continue;
        }
        text += &format!("M{} {}l", first[0], first[1]);
        let mut at = *first;
        for (nth, to) in rest.iter().enumerate() {
            let (x, y) = (to[0] - at[0], to[1] - at[1]);
            let (before, between) = (if nth > 0 && x >= 0 { " " } else { "" }, if y >= 0 { " " } else { "" });
            text += &format!("{before}{x}{between}{y}");
            at = *to;
        }
        text.push('z');
    }
    text
}

/// To whole units: a plate is some thousand wide and high at most.
#[expect(clippy::cast_possible_truncation, reason = "a plate is small")]
pub(crate) fn whole(spot: Spot) -> [i32; 2] {
    spot.map(|units| units.round() as i32)
}

/// A closed line without the corners that hardly bend it.
fn simpler(ring: &[Spot]) -> Ring {
    let Some(first) = ring.first() else { return Ring::new() };
    let off = |spot: &Spot| squared([spot[0] - first[0], spot[1] - first[1]]);
    let farthest = (0..ring.len()).max_by(|a, b| off(&ring[*a]).total_cmp(&off(&ring[*b]))).unwrap_or(0);
    let (out, mut back) = (&ring[..=farthest], ring[farthest..].to_vec());
    back.push(*first);
    let mut kept = vec![*first];
    keep(out, &mut kept);
    keep(&back, &mut kept);
    // the beginning is there at the end again
    kept.pop();
    kept
}

/// Adds what is needed of a line after its beginning: its end, and before that the place that strays most, if it strays far.
fn keep(line: &[Spot], kept: &mut Ring) {
    let [first, .., last] = line else { return };
    let stray = |at: &usize| off_line(line[*at], *first, *last);
    let most = (1..line.len() - 1).max_by(|a, b| stray(a).total_cmp(&stray(b)));
    match most.filter(|at| stray(at) > STRAY) {
        Some(at) => {
            keep(&line[..=at], kept);
            keep(&line[at..], kept);
        }
        None => kept.push(*last),
    }
}

/// How far a place is from the straight way between two others.
fn off_line(spot: Spot, a: Spot, b: Spot) -> f64 {
    let (way, to) = ([b[0] - a[0], b[1] - a[1]], [spot[0] - a[0], spot[1] - a[1]]);
    let long = squared(way);
    let share = if long > 0.0 { ((way[0] * to[0] + way[1] * to[1]) / long).clamp(0.0, 1.0) } else { 0.0 };
    squared([to[0] - share * way[0], to[1] - share * way[1]]).sqrt()
}

fn squared([x, y]: Spot) -> f64 {
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use super::{area, bounds, rings, written};

    #[test]
    fn a_path_is_read_however_its_numbers_are_joined() {
        for (path, want) in [
            ("M10 20l5 0 0 5-5 0z", "M10 20l5 0 0 5-5 0z"),
            ("M10-20l.4.2 4.6-.2 0 5-5 0z", "M10 -20l5 0 0 5-5 0z"),
            // two rings, the second of bends that are straight
            ("M0 0l9 0 0 9zM20 20q2 0 4 0t4 0l0 8z", "M0 0l9 0 0 9zM20 20l8 0 0 8z"),
        ] {
            assert_eq!(written(&rings(path).expect(path)), want, "{path}");
        }
        assert_eq!(rings("M0 0c1 1 2 2 3 3z"), None, "a kind of line that no plate has");
    }

    #[test]
    fn a_circle_keeps_its_size() {
        // four arcs of a circle of 50 units, near enough
        let circle = "M150 100q0 20.7-14.6 35.4t-35.4 14.6q-20.7 0-35.4-14.6t-14.6-35.4q0-20.7 14.6-35.4t35.4-14.6q20.7 0 35.4 14.6t14.6 35.4z";
        let read = rings(circle).expect("a circle");
        assert_eq!(bounds(&read[0]).map(|side| (side * 10.0).round()), [500.0, 500.0, 1500.0, 1500.0]);
        let again = rings(&written(&read)).expect("what was written");
        let (full, kept) = (area(&read[0]), area(&again[0]));
        assert!((full - 7854.0).abs() < 120.0, "{full}");
        assert!((full - kept).abs() < 0.02 * full, "{full} became {kept}");
        assert!(again[0].len() < read[0].len(), "no corner was left out");
    }
}
