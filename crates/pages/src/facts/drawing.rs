//! What books say of where a trigger point is felt, as a drawing.

use super::{Facts, Wrong};
use crate::drawn::{self, Pattern};
use guide::shape::{Referral, Source};

/// The drawing of a source. `counted`: the list beside it counts published drawings too.
pub(super) fn pattern(facts: &Facts<'_>, source: &Source, counted: bool) -> Result<Pattern, Wrong> {
    let figures =
        facts.body.as_ref().map_err(|missing| Wrong::new(missing.as_str(), "cargo xtask anatomy makes it"))?;
    let point = facts.points.iter().find(|point| source.id == *point.source.as_str());
    let looks = drawn::pattern(figures, source, point);
    let seen = |zone: &str| looks.iter().any(|look| look.shades.iter().any(|shade| shade.zone == zone));
    let name = |zone: &str| facts.text("zones", zone, "name");
    let (mut zones, mut unseen) = (Vec::new(), Vec::new());
    for strength in [Referral::Essential, Referral::Spillover, Referral::Rare] {
        let rows = source.referral.iter().filter(|row| row.strength == strength);
        let (drawn, not): (Vec<&str>, Vec<&str>) = rows.map(|row| row.zone.as_str()).partition(|zone| seen(zone));
        unseen.extend(not.into_iter().map(name));
        if !drawn.is_empty() {
            zones.push((strength, drawn.into_iter().map(name).collect::<Vec<_>>()));
        }
    }
    let l = facts.labels.drawn;
    let from: Vec<&str> = looks.iter().map(|look| look.view.word()).collect();
    let marked = looks.iter().any(|look| look.cross.is_some());
    Ok(Pattern {
        told: (l.told)(&from, &zones, marked),
        caption: (l.caption)(counted, &unseen),
        strengths: zones.into_iter().map(|(strength, _)| strength).collect(),
        looks,
    })
}
