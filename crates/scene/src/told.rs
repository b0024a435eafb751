//! What app and body tell each other, as words: the one place that knows their form on this side. The app's side is
//! `ui/src/draw/figure.rs`.
//!
//! The app writes on its figure:
//! - `data-plate`: `back-female`, a side of the body (`back`, `side`, `front`) and a body; `data-mirrored` turns the side;
//! - `data-shades`: `zone.side=classes` by spaces, where classes are joined by `+`: `hurts` with `low`, `mid` or `high` and the
//!   share of the zone in percent, if it is known; `essential` or `spillover` for where a source is felt;
//! - `data-spot`: `source.side`, then the region's landmarks, then `!` and each place to keep away from; `+gun` if the head of
//!   a massage gun goes over it, and not a ball.
//!
//! The body writes `data-painted` on the figure, `zone.side=percent` by spaces (0 takes a zone away, `whole` marks one that is
//! not painted yet), and sends the event `body` to it.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use anatomy::Side;

/// How a zone is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It hurts there.
    Hurts(Pain),
    /// The main area of the source that is looked at.
    Essential,
    /// Felt there beside it.
    Spillover,
}

/// Pain in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pain {
    /// 1, 2 or 3: how bad.
    pub grade: u8,
    /// Share of the zone that was painted, percent; none if the zone was named and not painted.
    pub share: Option<u8>,
}

/// A zone that the app tells something of. Midline zones are told of both halves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The guide's id.
    pub zone: String,
    /// The halves of the body it is on.
    pub sides: Vec<Side>,
    /// What.
    pub mark: Mark,
}

/// Reads `data-shades`. What is not understood is left out.
#[must_use]
pub fn told(shades: &str) -> Vec<Told> {
    let mut told = Vec::new();
    for shade in shades.split(' ') {
        told.extend(one(shade));
    }
    told
}

fn one(shade: &str) -> Option<Told> {
    let (place, classes) = shade.split_once('=')?;
    let (zone, side) = place.split_once('.')?;
    let sides = match side {
        "left" => vec![Side::Left],
        "right" => vec![Side::Right],
        "midline" => vec![Side::Left, Side::Right],
        _ => return None,
    };
    let has = |class: &str| classes.split('+').any(|one| one == class);
    let grade = if has("high") { 3 } else { 1 + u8::from(has("mid")) };
    let mark = match classes.split('+').next()? {
        "hurts" => Mark::Hurts(Pain { grade, share: classes.split('+').find_map(|class| class.parse().ok()) }),
        "essential" => Mark::Essential,
        "spillover" => Mark::Spillover,
        _ => return None,
    };
    Some(Told { zone: zone.to_owned(), sides, mark })
}

/// Writes `data-painted`.
#[must_use]
pub fn said(painted: &[(&str, &str, u8)]) -> String {
    let mut text = String::new();
    for (zone, side, share) in painted {
        if !text.is_empty() {
            text.push(' ');
        }
        for part in [zone, ".", side, "=", &*percent(*share)] {
            text.push_str(part);
        }
    }
    text
}

fn percent(number: u8) -> String {
    let digits = [number / 100, number / 10 % 10, number % 10];
    let first = digits.iter().position(|digit| *digit > 0).unwrap_or(2);
    digits[first..].iter().map(|digit| char::from(b'0' + digit)).collect()
}
