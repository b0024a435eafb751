//! Published cases: belief beside plain rankings, as bars.

use super::cases::ways;
use super::found::Found;
use super::svg::{Anchor, Svg};
use crate::cases::interval::Share;
use crate::cases::report::{GOALS, name_of};
use crate::cases::score::Score;

const PANELS: [&str; 3] = ["any top-1", "any top-3", "gluteal or not"];
const LEFT: f64 = 190.0;
const WIDTH: f64 = 160.0;
const GAP: f64 = 46.0;
const TOP: f64 = 40.0;
const ROW: f64 = 34.0;
const BAR: f64 = 16.0;

/// Three panels, a row for each way of ranking.
pub(crate) fn picture(found: &Found) -> Option<String> {
    let ways = ways(found);
    let about = format!(
        "{} published cases without a red flag. Bars are percent with 95 percent intervals: empty for plain rankings, full for \
         belief; a dotted upright line is the goal. {}",
        found.cases[1],
        ways.iter().map(in_words).collect::<Vec<_>>().join(" ")
    );
    let height = TOP + ROW * ways.len() as f64;
    let mut svg =
        Svg::new([LEFT + 3.0 * (WIDTH + GAP), height + 46.0], "Published cases: belief beside plain rankings", &about);
    for (panel, head) in PANELS.iter().enumerate() {
        axis(&mut svg, left_of(panel), height, head);
    }
    for (row, (name, score)) in ways.iter().enumerate() {
        let middle = TOP + ROW * (row as f64 + 0.5);
        svg.text([LEFT - 10.0, middle + 4.0], Anchor::End, "", name);
        let class = if name.starts_with("belief") { "full" } else { "empty" };
        for (panel, share) in shares(score).into_iter().enumerate() {
            bar(&mut svg, [left_of(panel), middle], share, class);
            if let Some(goal) = goal(name, panel) {
                let x = left_of(panel) + WIDTH * goal;
                svg.line([x, middle - BAR], [x, middle + BAR], "goal");
            }
        }
    }
    svg.text(
        [LEFT, height + 36.0],
        Anchor::Start,
        "small",
        "empty: plain rankings; full: belief; thin line: 95 % interval; dotted line: goal",
    );
    Some(svg.done())
}

fn left_of(panel: usize) -> f64 {
    LEFT + panel as f64 * (WIDTH + GAP)
}

fn shares(score: &Score) -> [Share; 3] {
    [score.top1, score.top3, score.balanced]
}

fn goal(name: &str, panel: usize) -> Option<f64> {
    let (_, goals) = GOALS.iter().find(|(known, _)| name_of(*known) == name)?;
    Some(f64::from(goals[panel]) / 100.0)
}

fn axis(svg: &mut Svg, left: f64, bottom: f64, head: &str) {
    for quarter in 0..=4 {
        let x = left + WIDTH * f64::from(quarter) / 4.0;
        svg.line([x, TOP], [x, bottom], "grid");
        if quarter % 2 == 0 {
            svg.text([x, bottom + 14.0], Anchor::Middle, "small", &format!("{} %", quarter * 25));
        }
    }
    svg.text([left + WIDTH / 2.0, TOP - 14.0], Anchor::Middle, "head", head);
}

fn bar(svg: &mut Svg, [left, middle]: [f64; 2], share: Share, class: &str) {
    svg.rect([left, middle - BAR / 2.0], [WIDTH * share.value, BAR], class);
    // Below the bar, where neither full nor empty hides it.
    let y = middle + BAR / 2.0 + 3.0;
    svg.line([left + WIDTH * share.low, y], [left + WIDTH * share.high, y], "thin");
    for end in [share.low, share.high] {
        svg.line([left + WIDTH * end, y - 2.0], [left + WIDTH * end, y + 2.0], "thin");
    }
}

fn in_words((name, score): &(&'static str, &Score)) -> String {
    let [top1, top3, balanced] = shares(score).map(|share| format!("{:.0}", share.value * 100.0));
    format!("{name}: top-1 {top1}, top-3 {top3}, gluteal or not {balanced}.")
}
