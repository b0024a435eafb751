//! A course of numbers over days: a picture, and the same as a table in a fold.

use leptos::prelude::*;
use leptos::{html, svg};

/// Width and height of the picture, in its own units; room at its sides.
const SIZE: [f64; 2] = [320.0, 132.0];
const LEFT: f64 = 22.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 10.0;
const LOW: f64 = 104.0;
/// Where the marks stand.
const MARKS: f64 = 122.0;

/// What is drawn.
pub(super) struct Course {
    pub(super) points: Vec<(i64, f64)>,
    pub(super) marks: Vec<i64>,
    pub(super) range: [f64; 2],
}

pub(super) fn chart(
    title: String,
    course: &Course,
    mark_words: String,
    table: (Vec<String>, Vec<Vec<String>>),
) -> AnyView {
    let line = svg::polyline().attr("class", "chart-line").attr("points", course.line());
    let dots: Vec<_> = course.points.iter().map(|(day, value)| dot(course.x(*day), course.y(*value))).collect();
    let marks: Vec<_> = course.marks.iter().map(|day| mark(course.x(*day))).collect();
    let [low, high] = course.range;
    let heights: Vec<_> = [low, (low + high) / 2.0, high].map(|value| height(course, value)).into_iter().collect();
    let picture = svg::svg()
        .attr("viewBox", format!("0 0 {} {}", SIZE[0], SIZE[1]))
        .attr("role", "img")
        .attr("aria-label", title.clone())
        .child((heights, line, dots, marks));
    let sign = svg::svg().attr("class", "chart-sign").attr("viewBox", "0 0 12 12").attr("aria-hidden", "true");
    let legend = (!course.marks.is_empty())
        .then(|| html::p().class("soft").child((sign.child(mark_at(6.0, 6.0)), " ", mark_words)));
    html::div()
        .class("chart")
        .child((html::p().class("chart-title").child(title), picture, legend, as_table(table)))
        .into_any()
}

impl Course {
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
        let points: Vec<String> =
            self.points.iter().map(|(day, value)| format!("{:.1},{:.1}", self.x(*day), self.y(*value))).collect();
        points.join(" ")
    }
}

fn height(course: &Course, value: f64) -> AnyView {
    let y = format!("{:.1}", course.y(value));
    let line = svg::line()
        .attr("class", "chart-grid")
        .attr("x1", LEFT.to_string())
        .attr("x2", SIZE[0].to_string())
        .attr("y1", y.clone())
        .attr("y2", y.clone());
    let words = svg::text().attr("class", "chart-words").attr("x", "0").attr("y", y).child(format!("{value:.0}"));
    svg::g().child((line, words)).into_any()
}

fn dot(x: f64, y: f64) -> AnyView {
    svg::circle()
        .attr("class", "chart-dot")
        .attr("cx", format!("{x:.1}"))
        .attr("cy", format!("{y:.1}"))
        .attr("r", "3")
        .into_any()
}

fn mark(x: f64) -> AnyView {
    mark_at(x, MARKS)
}

/// A lozenge: unlike the dots in shape, not only in colour.
fn mark_at(x: f64, y: f64) -> AnyView {
    let points =
        format!("{:.1},{:.1} {:.1},{:.1} {:.1},{:.1} {:.1},{:.1}", x, y - 5.0, x + 5.0, y, x, y + 5.0, x - 5.0, y);
    svg::polygon().attr("class", "chart-mark").attr("points", points).into_any()
}

fn as_table((heads, rows): (Vec<String>, Vec<Vec<String>>)) -> AnyView {
    let summary = heads.join(" · ");
    let heads: Vec<_> = heads.into_iter().map(|head| html::th().attr("scope", "col").child(head)).collect();
    let row =
        |cells: Vec<String>| html::tr().child(cells.into_iter().map(|cell| html::td().child(cell)).collect::<Vec<_>>());
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let table =
        html::table().class("numbers").child((html::thead().child(html::tr().child(heads)), html::tbody().child(rows)));
    html::details()
        .class("fold")
        .child((html::summary().child(summary), html::div().class("folded").child(table)))
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::Course;

    #[test]
    fn the_first_day_stands_left_and_the_worst_pain_on_top() {
        let course = Course { points: vec![(100, 10.0), (103, 0.0)], marks: vec![101], range: [0.0, 10.0] };
        assert_eq!(course.line(), "22.0,10.0 312.0,104.0");
    }

    #[test]
    fn one_day_and_no_day_are_charts_too() {
        let one = Course { points: vec![(5, 5.0)], marks: vec![], range: [0.0, 10.0] };
        assert_eq!(one.line(), "22.0,57.0");
        let none = Course { points: vec![], marks: vec![], range: [0.0, 0.0] };
        assert_eq!(none.line(), "");
    }
}
