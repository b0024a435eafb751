//! Places in a table, with a box for each side.

use super::{Element, On, element};
use screens::{Boxes, SideRow, Tick};

pub(super) fn sides(legend: &str, columns: &[String; 2], rows: &[SideRow]) -> Element {
    let columns = columns.iter().map(|column| element("th").with("scope", "col").says(column)).collect();
    element("table")
        .class("sides")
        .child(element("caption").class("heard").says(legend))
        .child(element("thead").child(element("tr").child(element("td")).children(columns)))
        .child(element("tbody").children(rows.iter().map(row).collect()))
}

fn row(row: &SideRow) -> Element {
    let name = if row.note.is_empty() {
        element("span").class("place").says(&row.name)
    } else {
        let note = element("p").says(&row.note);
        element("details").class("place").child(element("summary").says(&row.name)).child(note)
    };
    let named = element("tr").child(element("th").with("scope", "row").child(name));
    match &row.boxes {
        Boxes::Both([left, right]) => named.child(tick(left, "1")).child(tick(right, "1")),
        Boxes::Middle(middle) => named.child(tick(middle, "2")),
    }
}

fn tick(tick: &Tick, columns: &str) -> Element {
    let input = element("input")
        .with("type", "checkbox")
        .with("aria-label", &tick.label)
        .marked("checked", tick.ticked)
        .on(On::Choose { action: tick.action.clone(), radio: false });
    let input = if tick.current { input.with("aria-current", "true") } else { input };
    element("td").with("colspan", columns).child(element("label").child(input))
}
