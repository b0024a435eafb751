//! Tables about simulated people.

use super::found::Found;
use super::markdown::{Style, figure, table};
use crate::accuracy::{finding, minutes as after_minutes, relief as after_releases, statements, stops as sure};

/// A table of one part: the head of its first column, then columns by their names in the results, as they are headed and
/// written.
struct Wanted<'w> {
    part: &'w str,
    first: &'w str,
    columns: &'w [(&'w str, &'w str, Style)],
}

/// How rows end that hold a difference of others.
const AHEAD: &str = "next - fixed";

/// People a scenario in a full run.
const FULL: usize = 5_000;

const METHODS: [&str; 4] = ["belief", "base rate", "one source", "overlap"];

fn shown(found: &Found, wanted: &Wanted<'_>) -> Option<String> {
    let people = found.people.as_ref()?;
    let mut rows = people.rows(wanted.part);
    // A paired difference of two rows is a figure, not a row.
    rows.retain(|row| !row.ends_with(AHEAD));
    if rows.is_empty() {
        return None;
    }
    let cells = |row: &&str| {
        let cell = |(column, _, style): &(&str, &str, Style)| {
            let found = people.at(wanted.part, row, column);
            found.map_or("-".to_owned(), |f| figure(f.value, f.low, f.high, *style))
        };
        let name = std::iter::once(row.replace('_', " "));
        name.chain(wanted.columns.iter().map(cell)).collect::<Vec<String>>()
    };
    let head: Vec<&str> = std::iter::once(wanted.first).chain(wanted.columns.iter().map(|c| c.1)).collect();
    Some(table(&head, &rows.iter().map(cells).collect::<Vec<_>>()))
}

/// How many people, of which guide; what they have and paint.
pub(crate) fn who(found: &Found) -> Option<String> {
    let people = found.people.as_ref()?;
    let columns = [
        ("active sources", "active sources a person", Style::Decimals(2)),
        ("painted zones", "painted zones", Style::Decimals(2)),
    ];
    let table = shown(found, &Wanted { part: statements::PEOPLE, first: "scenario", columns: &columns })?;
    // With few people intervals are wide, and goals that ask for many cannot be met.
    let few = match people.people {
        ..FULL => format!(", fewer than the {FULL} of a full run: read its figures as a first look"),
        _ => String::new(),
    };
    Some(format!("This run saw {} people a scenario{few}.{}\n\n{table}", people.people, found.stale(&people.guide)))
}

fn of_methods(found: &Found, part: &str, style: Style) -> Option<String> {
    let columns = METHODS.map(|name| (name, name, style));
    shown(found, &Wanted { part, first: "scenario", columns: &columns })
}

/// Log loss after the drawing and ten answers.
pub(crate) fn losses(found: &Found) -> Option<String> {
    of_methods(found, statements::LOSS, Style::Decimals(4))
}

/// Log loss after the drawing alone.
pub(crate) fn losses_drawing(found: &Found) -> Option<String> {
    of_methods(found, statements::LOSS_DRAWING, Style::Decimals(4))
}

/// Is the first named active, after the drawing and ten answers?
pub(crate) fn tops(found: &Found) -> Option<String> {
    of_methods(found, statements::TOP, Style::Percent)
}

/// Is the first named active, after the drawing alone?
pub(crate) fn tops_drawing(found: &Found) -> Option<String> {
    of_methods(found, statements::TOP_DRAWING, Style::Percent)
}

/// Calibration errors.
pub(crate) fn calibration(found: &Found) -> Option<String> {
    let columns = ["drawing alone", "drawing and 10 answers"].map(|name| (name, name, Style::Decimals(3)));
    shown(found, &Wanted { part: statements::CALIBRATION, first: "scenario", columns: &columns })
}

/// Stops.
pub(crate) fn stops(found: &Found) -> Option<String> {
    let columns = [
        ("share of people", "people who come that far", Style::Percent),
        ("right at a stop", "right at a stop", Style::Percent),
        ("stated at a stop", "stated at a stop", Style::Percent),
        ("presses before it", "presses before it", Style::Decimals(1)),
    ];
    shown(found, &Wanted { part: sure::PART, first: "scenario", columns: &columns })
}

/// Presses to an active point.
pub(crate) fn presses(found: &Found) -> Option<String> {
    let within = [1, 2, 3, 4, 6, 8].map(|presses| format!("within {presses}"));
    let mut columns: Vec<(&str, &str, Style)> =
        within.iter().map(|name| (name.as_str(), name.as_str(), Style::Percent)).collect();
    columns.push(("90 in 100 (15: more)", "presses for 90 in 100 (15: more)", Style::Decimals(0)));
    shown(found, &Wanted { part: finding::PART, first: "scenario: who chooses", columns: &columns })
}

/// Top-1 after minutes, and how far ahead belief's own choice is.
pub(crate) fn minutes(found: &Found) -> Option<String> {
    let columns = ["0 min", "4 min", "8 min", "12 min"].map(|name| (name, name, Style::Percent));
    let part = after_minutes::PART;
    let table = shown(found, &Wanted { part, first: "scenario: who chooses", columns: &columns })?;
    let people = found.people.as_ref()?;
    let ahead = |scenario: &&str| {
        let f = people.at(part, &format!("{scenario}: {AHEAD}"), "8 min")?;
        Some(format!("{scenario} {}", figure(f.value, f.low, f.high, Style::Percent)))
    };
    let ahead: Vec<String> = ["clean", "default"].iter().filter_map(ahead).collect();
    let most = people.people.min(after_minutes::MOST);
    Some(format!(
        "{most} people a scenario.\n\n{table}\nAhead of questions and fixed presses after 8 minutes, the same people paired: {}.\n",
        ahead.join("; ")
    ))
}

/// Pain that is gone after two releases.
pub(crate) fn relief(found: &Found) -> Option<String> {
    let columns = [
        ("two likeliest", "two likeliest", Style::Percent),
        ("fixed max and med", "fixed: max and med", Style::Percent),
        ("best two in hindsight", "best two in hindsight", Style::Percent),
        ("likeliest - fixed", "likeliest less fixed", Style::Percent),
    ];
    shown(found, &Wanted { part: after_releases::PART, first: "scenario: who", columns: &columns })
}
