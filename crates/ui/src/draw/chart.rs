//! A course of numbers over days: a picture, and the same as a table in a fold.

use super::element::each;
use super::{Element, card, element};
use words::decimals;

/// Width and height of the picture, in its own units; room at its sides.
const SIZE: [f64; 2] = [320.0, 132.0];
const LEFT: f64 = 22.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 10.0;
const LOW: f64 = 104.0;
/// Where the marks stand.
const MARKS: f64 = 122.0;

/// What is drawn.
pub(super) struct Course<'v> {
    pub(super) points: &'v [(i64, f64)],
    pub(super) marks: &'v [i64],
    pub(super) range: [f64; 2],
}

/// Heads and rows.
type Table = (Vec<String>, Vec<Vec<String>>);

pub(super) fn chart(title: &str, course: &Course<'_>, mark_words: &str, table: &Table) -> Element {
    let [low, high] = course.range;
    let heights = [low, (low + high) / 2.0, high].map(|value| height(course, value));
    let picture = element("svg")
        .with("viewBox", &format!("0 0 {} {}", decimals(SIZE[0], 0), decimals(SIZE[1], 0)))
        .with("role", "img")
        .with("aria-label", title)
        .children(heights.into())
        .child(element("polyline").class("chart-line").with("points", &course.line()))
        .children(course.points.iter().map(|(day, value)| dot(course.x(*day), course.y(*value))).collect())
        .children(course.marks.iter().map(|day| mark(course.x(*day), MARKS)).collect());
    let legend = (!course.marks.is_empty()).then(|| {
        let sign = element("svg").class("chart-sign").with("viewBox", "0 0 12 12").with("aria-hidden", "true");
        element("p").class("soft").child(sign.child(mark(6.0, 6.0))).says(" ").says(mark_words)
    });
    element("div")
        .class("chart")
        .child(element("p").class("chart-title").says(title))
        .child(picture)
        .maybe(legend)
        .child(as_table(table))
}

impl Course<'_> {
    fn days(&self) -> (i64, i64) {
        let days = || self.points.iter().map(|(day, _)| *day).chain(self.marks.iter().copied());
        let first = days().min().unwrap_or(0);
        (first, days().max().unwrap_or(first).max(first + 1))
    }

    fn x(&self, day: i64) -> f64 {
        let (first, last) = self.days();
        LEFT + (SIZE[0] - LEFT - RIGHT) * (day - first) as f64 / (last - first) as f64
    }

    fn y(&self, value: f64) -> f64 {
        let [low, high] = self.range;
        let span = if high > low { high - low } else { 1.0 };
        LOW - (LOW - TOP) * ((value - low) / span).clamp(0.0, 1.0)
    }

    fn line(&self) -> String {
        let points: Vec<String> = self.points.iter().map(|(day, value)| point(self.x(*day), self.y(*value))).collect();
        points.join(" ")
    }
}

fn point(x: f64, y: f64) -> String {
    format!("{},{}", decimals(x, 1), decimals(y, 1))
}

fn height(course: &Course<'_>, value: f64) -> Element {
    let y = decimals(course.y(value), 1);
    let line = element("line")
        .class("chart-grid")
        .with("x1", &decimals(LEFT, 0))
        .with("x2", &decimals(SIZE[0], 0))
        .with("y1", &y)
        .with("y2", &y);
    let words = element("text").class("chart-words").with("x", "0").with("y", &y).says(&decimals(value, 0));
    element("g").child(line).child(words)
}

fn dot(x: f64, y: f64) -> Element {
    let [x, y] = [x, y].map(|at| decimals(at, 1));
    element("circle").class("chart-dot").with("cx", &x).with("cy", &y).with("r", "3")
}

/// A lozenge: unlike the dots in shape, not only in colour.
fn mark(x: f64, y: f64) -> Element {
    let points = [(x, y - 5.0), (x + 5.0, y), (x, y + 5.0), (x - 5.0, y)].map(|(x, y)| point(x, y)).join(" ");
    element("polygon").class("chart-mark").with("points", &points)
}

fn as_table((heads, rows): &Table) -> Element {
    let columns = each("th", heads).into_iter().map(|head| head.with("scope", "col")).collect();
    let rows = rows.iter().map(|cells| element("tr").children(each("td", cells))).collect();
    let table = element("table")
        .class("numbers")
        .child(element("thead").child(element("tr").children(columns)))
        .child(element("tbody").children(rows));
    card::fold(&heads.join(" · "), false, vec![table])
}

#[cfg(test)]
mod tests {
    use super::Course;

    #[test]
    fn the_first_day_stands_left_and_the_worst_pain_on_top() {
        let course = Course { points: &[(100, 10.0), (103, 0.0)], marks: &[101], range: [0.0, 10.0] };
        assert_eq!(course.line(), "22.0,10.0 312.0,104.0");
    }

    #[test]
    fn one_day_and_no_day_are_charts_too() {
        let one = Course { points: &[(5, 5.0)], marks: &[], range: [0.0, 10.0] };
        assert_eq!(one.line(), "22.0,57.0");
        let none = Course { points: &[], marks: &[], range: [0.0, 0.0] };
        assert_eq!(none.line(), "");
    }
}
