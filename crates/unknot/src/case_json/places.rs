//! Where it hurts.

use super::bad::Bad;
use super::json::Value;
use super::lookup::{self, Ids};
use case::{Pain, Quality};
use guide::Guide;

const KEYS: [&str; 5] = ["zone", "side", "intensity", "share", "quality"];

/// The rows of `pain`: at least one, each zone and side once.
pub(super) fn pain(value: Value<'_>, guide: &Guide) -> Result<Vec<Pain>, Bad> {
    let rows = value.list("pain")?;
    if rows.is_empty() {
        let hint = "give at least one place: {\"zone\": \"…\", \"side\": \"…\"}";
        return Err(Bad::new(value.at(), "`pain` is empty: say where it hurts", hint));
    }
    let mut pains: Vec<(usize, Pain)> = Vec::with_capacity(rows.len());
    for row in rows {
        let pain = place(row, guide)?;
        if let Some((first, _)) = pains.iter().find(|(_, known)| known.zone == pain.zone && known.side == pain.side) {
            let zone = &guide.zone(pain.zone).id;
            let message = format!("zone \"{zone}\" on side \"{}\" is given twice", lookup::name(pain.side));
            return Err(Bad::new(row.at(), message, "keep one of the two rows").also_at(*first));
        }
        pains.push((row.at(), pain));
    }
    Ok(pains.into_iter().map(|(_, pain)| pain).collect())
}

fn place(row: Value<'_>, guide: &Guide) -> Result<Pain, Bad> {
    let row = row.object("a row of `pain`", &KEYS)?;
    let zones = Ids { one: "zone", list: "zones", all: &|| guide.zones.iter().map(|zone| zone.id.as_str()).collect() };
    let zone = zones.of(row.need("zone", "each row names a zone")?, |id| guide.find_zone(id))?;
    let known = guide.zone(zone);
    let side = lookup::side(&row, &format!("zone \"{}\"", known.id), &known.sides)?;
    let intensity = row.get("intensity").map(|value| value.number("intensity", 0.0..=10.0)).transpose()?;
    let share = row.get("share").map(|value| value.number("share", 0.0..=1.0)).transpose()?;
    let quality = row.get("quality").map(qualities).transpose()?.unwrap_or_default();
    Ok(Pain { zone, side, intensity, share, quality })
}

/// How it feels; sorted, each once.
fn qualities(value: Value<'_>) -> Result<Vec<Quality>, Bad> {
    let mut qualities = value
        .list("quality")?
        .iter()
        .map(|word| word.choice("quality", &Quality::ALL))
        .collect::<Result<Vec<_>, _>>()?;
    qualities.sort();
    qualities.dedup();
    Ok(qualities)
}
