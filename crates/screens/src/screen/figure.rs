//! The body as a picture: to tap where it hurts, and to show where a source makes it hurt.

use crate::app::App;
use crate::{Action, Figure, Kind, Part, Region, Shade};
use case::{Sex, Side};
use guide::ZoneIx;
use guide::shape::View as Seen;

/// The pain drawing from one side; a tap ticks or unticks a zone.
pub(super) fn drawing(app: &App, seen: Seen, turned: bool, part: Part) -> Kind {
    let hurts = |zone, side| {
        let pain = app.case().pain.iter().find(|pain| (pain.zone, pain.side) == (zone, side));
        pain.map_or(Shade::Bare, |pain| Shade::Hurts(pain.intensity.map_or(3, |intensity| intensity as u8)))
    };
    let region = |(zone, side)| Region {
        zone: app.guide.zone(zone).id.as_str().to_owned(),
        side,
        shade: hurts(zone, side),
        action: Some(Action::Touch(zone, side)),
    };
    let regions = places(app).map(region).collect();
    Kind::Figure(Figure { plate: plate(app, seen), mirrored: mirrored(seen, turned), part, regions })
}

/// Every zone on every side it has.
fn places(app: &App) -> impl Iterator<Item = (ZoneIx, Side)> + '_ {
    let zones = (0..app.guide.zones.len()).map(|at| ZoneIx(at as u16));
    zones.flat_map(|zone| app.guide.zone(zone).sides.iter().map(move |side| (zone, *side)))
}

/// The person's own kind of body, once it is told.
fn plate(app: &App, seen: Seen) -> String {
    let view = match seen {
        Seen::Back | Seen::Below => "back",
        Seen::Side => "side",
        Seen::Front => "front",
    };
    let body = if app.case().person.sex == Some(Sex::Male) { "male" } else { "female" };
    format!("{view}-{body}")
}

/// The plate of the side shows the right one.
fn mirrored(seen: Seen, turned: bool) -> bool {
    seen == Seen::Side && turned
}
