//! Places in a table, with a box for each side.

use super::{Act, choice::as_drawn};
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Boxes, SideRow, Tick};

pub(super) fn sides(legend: String, columns: [String; 2], rows: Vec<SideRow>, act: Act) -> AnyView {
    let [left, right] = columns.map(|column| html::th().attr("scope", "col").child(column));
    let head = html::thead().child(html::tr().child((html::td(), left, right)));
    let rows: Vec<_> = rows.into_iter().map(|row| side_row(row, act)).collect();
    let caption = html::caption().class("heard").child(legend);
    html::table().class("sides").child((caption, head, html::tbody().child(rows))).into_any()
}

fn side_row(row: SideRow, act: Act) -> AnyView {
    let name = if row.note.is_empty() {
        html::span().class("place").child(row.name).into_any()
    } else {
        html::details().class("place").child((html::summary().child(row.name), html::p().child(row.note))).into_any()
    };
    let boxes = match row.boxes {
        Boxes::Both([left, right]) => (tick(left, "1", act), tick(right, "1", act)).into_any(),
        Boxes::Middle(middle) => tick(middle, "2", act),
    };
    html::tr().child((html::th().attr("scope", "row").child(name), boxes)).into_any()
}

fn tick(tick: Tick, columns: &'static str, act: Act) -> AnyView {
    let action = tick.action;
    let input = html::input()
        .attr("type", "checkbox")
        .attr("aria-label", tick.label)
        .attr("checked", tick.ticked)
        .prop("checked", tick.ticked)
        .attr("aria-current", tick.current.then_some("true"))
        .on(ev::change, move |event| {
            as_drawn(&event);
            act(action.clone());
        });
    html::td().attr("colspan", columns).child(html::label().child(input)).into_any()
}
