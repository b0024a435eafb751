//! Ids and sides, checked against the guide.

use super::bad::{Bad, nearest, quoted};
use super::json::{Object, Value};
use guide::shape::Side;

pub(super) const SIDES: [(Side, &str); 3] = [(Side::Left, "left"), (Side::Right, "right"), (Side::Midline, "midline")];

/// A kind of id.
#[derive(Clone, Copy)]
pub(super) struct Ids<'g> {
    /// What one is called: "zone".
    pub(super) one: &'static str,
    /// The key of their list in `unknot guide export`.
    pub(super) list: &'static str,
    /// All of them.
    pub(super) all: &'g dyn Fn() -> Vec<&'g str>,
}

impl Ids<'_> {
    /// The thing that `id` names; else an error at byte `at`.
    pub(super) fn find<T>(&self, id: &str, at: usize, found: Option<T>) -> Result<T, Bad> {
        found.ok_or_else(|| {
            let all = (self.all)();
            let hint = match nearest(id, all.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"? `unknot guide export` lists all under `{}`", self.list),
                None if all.len() <= 12 => format!("there are {}", all.join(", ")),
                None => format!("`unknot guide export` lists all under `{}`", self.list),
            };
            Bad::new(at, format!("there is no {} {}", self.one, quoted(id)), hint)
        })
    }

    /// The thing that the text `value` names.
    pub(super) fn of<T>(&self, value: Value<'_>, find: impl Fn(&str) -> Option<T>) -> Result<T, Bad> {
        let id = value.text(self.one)?;
        self.find(&id, value.at(), find(&id))
    }
}

/// The key `side` of a row about `what`, which exists on `sides`. Where there is only the middle line it may be left out.
pub(super) fn side(row: &Object<'_>, what: &str, sides: &[Side]) -> Result<Side, Bad> {
    let only_midline = sides == [Side::Midline];
    let allowed = if only_midline {
        "it lies on the middle line: say \"midline\" or leave `side` out".to_owned()
    } else {
        let names = SIDES.iter().filter(|(side, _)| sides.contains(side)).map(|(_, name)| format!("\"{name}\""));
        format!("say {}", names.collect::<Vec<_>>().join(" or "))
    };
    let Some(value) = row.get("side") else {
        let missing = || Bad::new(row.at, format!("`side` is missing for {what}"), allowed);
        return only_midline.then_some(Side::Midline).ok_or_else(missing);
    };
    let side = value.choice("side", &SIDES)?;
    if sides.contains(&side) {
        return Ok(side);
    }
    Err(Bad::new(value.at(), format!("{what} has no side \"{}\"", name(side)), allowed))
}

/// The contract's word for a side.
pub(super) fn name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "midline",
    }
}
