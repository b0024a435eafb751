//! Patterns as SVG within a page. Shapes that are drawn more than once on a page are there once.

use super::{Look, Pattern, View};
use crate::html::escaped;
use guide::shape::Referral;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use words::{Drawn, Labels};

/// How zones are filled besides by colour: lines for what it spreads to, dots for what few books name.
const FILLS: &str = "<pattern id=\"lines\" width=\"11\" height=\"11\" patternUnits=\"userSpaceOnUse\" \
     patternTransform=\"rotate(45)\"><path d=\"M0 0h4v11h-4z\"></path></pattern>\
     <pattern id=\"dots\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
     <circle cx=\"7\" cy=\"7\" r=\"2.5\"></circle></pattern>";

/// What the drawings of a page share: fills, and each shape once. Nothing for a page without drawings.
pub(crate) fn shared<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> String {
    let (mut seen, mut shapes) = (BTreeSet::new(), String::new());
    let mut put = |id: String, shape: &str| {
        if seen.insert(id.clone()) {
            let _ = write!(shapes, "<path id=\"{id}\" d=\"{shape}\"></path>");
        }
    };
    for look in patterns.flat_map(|pattern| &pattern.looks) {
        put(id(look.view, "skin"), &look.outline);
        put(id(look.view, "folds"), &look.folds);
        look.shades.iter().for_each(|shade| put(id(look.view, &shade.zone), &shade.shape));
    }
    if shapes.is_empty() {
        return shapes;
    }
    // not hidden: what fills with a pattern of a hidden drawing is empty
    format!("<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>{FILLS}{shapes}</defs></svg>\n")
}

/// A drawing with its legend.
pub(crate) fn figure(pattern: &Pattern, labels: &Labels) -> String {
    let l = labels.drawn;
    let looks: String = pattern.looks.iter().map(|look| drawn(look, l)).collect();
    let sample = |strength: &Referral| {
        let shape = format!("<path {} d=\"M2 2h44v28h-44z\"></path>", fill(*strength));
        key(&shape, (l.strength)(*strength))
    };
    let mut keys: String = pattern.strengths.iter().map(sample).collect();
    if pattern.looks.iter().any(|look| look.cross.is_some()) {
        keys += &key(&cross([24, 16]), l.point);
    }
    format!(
        "<figure class=\"pattern\"><div class=\"looks\" role=\"img\" aria-label=\"{}\">{looks}</div><ul class=\"keys\">{keys}</ul>\
         <figcaption>{}</figcaption></figure>",
        escaped(&pattern.told),
        escaped(&pattern.caption)
    )
}

fn key(shape: &str, words: &str) -> String {
    let words = escaped(words);
    format!("<li><svg class=\"key\" viewBox=\"0 0 48 32\" aria-hidden=\"true\">{shape}</svg>{words}</li>")
}

fn drawn(look: &Look, l: &Drawn) -> String {
    let [left, top, width, height] = look.shown;
    let uses = |how: &str, shape: &str| format!("<use {how} href=\"#{}\"></use>", id(look.view, shape));
    let mut inner = uses("class=\"skin\"", "skin") + &uses("class=\"folds\"", "folds");
    for shade in &look.shades {
        inner += &uses(fill(shade.strength), &shade.zone);
    }
    inner += &uses("class=\"edge\"", "skin");
    inner += &look.cross.map_or_else(String::new, cross);
    format!(
        "<div class=\"look\"><svg viewBox=\"{left} {top} {width} {height}\" aria-hidden=\"true\">{inner}</svg><span>{}</span></div>",
        escaped((l.view)(look.view.word()))
    )
}

/// A cross, with a light edge so that it is seen on what is dark.
fn cross([x, y]: [i32; 2]) -> String {
    let path = format!("M{} {}l18 18m0-18l-18 18", x - 9, y - 9);
    format!("<path class=\"under\" d=\"{path}\"></path><path class=\"cross\" d=\"{path}\"></path>")
}

fn id(view: View, shape: &str) -> String {
    format!("{}-{shape}", view.word())
}

/// Its class, and what else fills it. Not in the style sheet, where the address would be that of the sheet.
fn fill(strength: Referral) -> &'static str {
    match strength {
        Referral::Essential => "class=\"essential\"",
        Referral::Spillover => "class=\"spillover\" fill=\"url(#lines)\"",
        Referral::Rare => "class=\"rare\" fill=\"url(#dots)\"",
    }
}
