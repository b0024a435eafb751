//! The body as a picture: to tap where it hurts, and to show where a source makes it hurt.

use crate::app::App;
use crate::{Action, Figure, Kind, Part, Region, Shade};
use case::{Pain, Sex, Side, Tool};
use guide::shape::{Area, Referral, Region as Release, View as Seen};
use guide::{SourceIx, ZoneIx};

/// The pain drawing from one side; a tap ticks or unticks a zone.
pub(super) fn drawing(app: &App, seen: Seen, turned: bool, part: Part) -> Kind {
    let hurts = |zone, side| {
        let pain = app.case().pain.iter().find(|pain| (pain.zone, pain.side) == (zone, side));
        pain.map_or(Shade::Bare, shade_of)
    };
    let region = |(zone, side)| Region {
        zone: app.guide.zone(zone).id.as_str().to_owned(),
        side,
        shade: hurts(zone, side),
        action: Some(Action::Touch(zone, side)),
    };
    let regions = places(app).map(region).collect();
    let mirrored = mirrored(seen, turned);
    Kind::Figure(Figure { plate: plate(app, seen), mirrored, part, spot: String::new(), regions })
}

fn shade_of(pain: &Pain) -> Shade {
    let share = pain.share.map(super::locate::percent);
    Shade::Hurts(pain.intensity.map_or(3, |intensity| intensity as u8), share)
}

/// Where a source is felt.
pub(super) fn felt(app: &App, source: SourceIx, side: Side) -> Kind {
    let rows = app.guide.source(source).referral.iter();
    let mut regions = Vec::new();
    for (zone, here) in places(app) {
        let row = rows.clone().find(|row| row.zone == app.guide.zone(zone).id && row.strength != Referral::Rare);
        if let Some(row) = row.filter(|_| here == side || side == Side::Midline || here == Side::Midline) {
            regions.push(region(row.zone.as_str(), here, row.strength == Referral::Essential));
        }
    }
    shown(app, side, regions, String::new())
}

/// The way to a spot.
pub(super) fn way(app: &App, source: SourceIx, release: &Release, side: Side) -> Kind {
    let side_word = if side == Side::Left { "left" } else { "right" };
    let mut spot = format!("{}.{side_word}", app.guide.source(source).id.as_str());
    for id in &release.landmarks {
        spot += " ";
        spot += id.as_str();
    }
    for id in &release.no_go {
        spot += " !";
        spot += id.as_str();
    }
    if gun(app, release) {
        spot += " +gun";
    }
    let regions = release.zones.iter().map(|zone| region(zone.as_str(), side, true)).collect();
    shown(app, side, regions, spot)
}

/// Of the tools that were chosen, is the massage gun the only one for this place?
fn gun(app: &App, release: &Release) -> bool {
    let chosen = app.told.kit.as_ref().map_or(&[][..], |kit| &kit.tools);
    let has = |gun| {
        app.guide
            .techniques
            .iter()
            .any(|way| way.region == release.id && (way.tool == Tool::MassageGun) == gun && chosen.contains(&way.tool))
    };
    has(true) && !has(false)
}

fn region(zone: &str, side: Side, main: bool) -> Region {
    Region { zone: zone.to_owned(), side, shade: Shade::Felt(main), action: None }
}

/// From where most of its main area is seen.
fn shown(app: &App, side: Side, regions: Vec<Region>, spot: String) -> Kind {
    let seen = |region: &Region| {
        let zone = app.guide.zone(app.guide.find_zone(&region.zone)?);
        let low = matches!(zone.area, Area::Thigh | Area::Knee | Area::LowerLeg | Area::Foot);
        Some((zone.view, low))
    };
    let main: Vec<_> = regions.iter().filter(|region| region.shade == Shade::Felt(true)).filter_map(seen).collect();
    let most = |one: &&(Seen, bool)| main.iter().filter(|other| other == one).count();
    // of those with as many the first
    let most = main.iter().rev().max_by_key(most).copied();
    let (seen, low) = most.or(regions.first().and_then(seen)).unwrap_or((Seen::Back, false));
    let part = if low { Part::Legs } else { Part::Hips };
    Kind::Figure(Figure { plate: plate(app, seen), mirrored: mirrored(seen, side == Side::Left), part, spot, regions })
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
