//! Figures as a table for people and as JSON for pictures.

use super::score::{Bin, Measured};
use serde_json::{Value, json};
use std::fmt::Write;

/// What was asked of a figure, and whether it is so.
#[derive(Clone, Debug)]
pub(crate) struct Goal {
    pub(crate) asked: String,
    pub(crate) met: bool,
}

/// One measured figure.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// Table it stands in.
    pub(crate) part: &'static str,
    /// Row.
    pub(crate) row: String,
    /// Column.
    pub(crate) column: String,
    pub(crate) measured: Measured,
    pub(crate) goal: Option<Goal>,
}

/// All figures of a run.
#[derive(Default)]
pub(crate) struct Report {
    /// People a scenario, as asked for; the costly parts take fewer.
    pub(crate) people: usize,
    pub(crate) figures: Vec<Figure>,
    /// Calibration curves by scenario.
    pub(crate) curves: Vec<(String, Vec<Bin>)>,
}

impl Report {
    pub(crate) fn add(&mut self, part: &'static str, row: &str, column: &str, measured: Measured) -> &mut Figure {
        let figure = Figure { part, row: row.to_owned(), column: column.to_owned(), measured, goal: None };
        self.figures.push(figure);
        let last = self.figures.len() - 1;
        &mut self.figures[last]
    }

    /// A table a part, then every goal.
    pub(crate) fn table(&self) -> String {
        let mut text = String::new();
        for part in self.distinct(|f| Some(f.part.to_owned())) {
            let of_part = |f: &Figure| f.part == part;
            let columns = self.distinct(|f| of_part(f).then(|| f.column.clone()));
            let rows = self.distinct(|f| of_part(f).then(|| f.row.clone()));
            let _ = writeln!(text, "\n{part}\n{:<34}{}", "", columns.iter().map(|c| cell(c)).collect::<String>());
            for row in rows {
                let at = |column: &String| {
                    let found = self.figures.iter().find(|f| of_part(f) && f.row == row && f.column == *column);
                    cell(&found.map_or(String::new(), |f| shown(f.measured)))
                };
                let _ = writeln!(text, "{row:<34}{}", columns.iter().map(at).collect::<String>().trim_end());
            }
        }
        let _ = writeln!(text, "\nGoals (intervals of 95 percent)");
        for figure in &self.figures {
            let Some(goal) = &figure.goal else { continue };
            let met = if goal.met { "met   " } else { "MISSED" };
            let name = format!("{}, {}, {}", figure.part, figure.row, figure.column);
            let _ = writeln!(text, "  {met}  {name}: {}; asked: {}", shown(figure.measured), goal.asked);
        }
        text
    }

    fn distinct(&self, of: impl Fn(&Figure) -> Option<String>) -> Vec<String> {
        let mut seen = Vec::new();
        for name in self.figures.iter().filter_map(of) {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        seen
    }

    pub(crate) fn json(&self) -> Value {
        let figure = |f: &Figure| {
            let goal = f.goal.as_ref().map(|goal| json!({ "asked": goal.asked, "met": goal.met }));
            let Measured { value, low, high } = f.measured;
            json!({
                "part": f.part, "row": f.row, "column": f.column, "value": value, "low": low, "high": high, "goal": goal
            })
        };
        let curve = |(scenario, bins): &(String, Vec<Bin>)| {
            let bins = bins.iter().map(|b| json!({ "stated": b.stated, "so": b.so, "count": b.count }));
            json!({ "scenario": scenario, "bins": bins.collect::<Vec<_>>() })
        };
        json!({
            "people": self.people,
            "guide": crate::guides::stamp(),
            "figures": self.figures.iter().map(figure).collect::<Vec<_>>(),
            "curves": self.curves.iter().map(curve).collect::<Vec<_>>(),
        })
    }
}

impl Figure {
    /// States what was asked of it.
    pub(crate) fn asked(&mut self, asked: impl Into<String>, met: bool) {
        self.goal = Some(Goal { asked: asked.into(), met });
    }
}

fn cell(text: &str) -> String {
    format!("{text:<24}")
}

fn shown(m: Measured) -> String {
    if m.low == m.high {
        return format!("{:.4}", m.value);
    }
    format!("{:.4} ({:.4} {:.4})", m.value, m.low, m.high)
}
