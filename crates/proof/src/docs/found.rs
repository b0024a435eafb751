//! Everything that was measured, as far as it was: read from the files that the measuring commands leave.

use crate::cases::{baselines::baselines, read, score, score::Score};
use crate::nets;
use crate::speed;
use guide::Guide;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// All there is to write about.
pub(crate) struct Found {
    /// Cases in the set, and those without a red flag.
    pub(crate) cases: [usize; 2],
    pub(crate) baselines: Vec<(&'static str, Score)>,
    pub(crate) scores: score::Scores,
    pub(crate) people: Option<People>,
    pub(crate) times: Option<speed::Run>,
    pub(crate) wasm: Option<Wasm>,
    /// Have the committed nets, which peers are compared on, stayed behind the guide?
    pub(crate) nets_are_old: bool,
    /// Our side of the comparison by net, and the peers'.
    pub(crate) ours: Option<BTreeMap<String, Vec<Ours>>>,
    pub(crate) peers: Option<Vec<Peer>>,
    /// The latest fit: its file's name and its text.
    pub(crate) fit: Option<(String, String)>,
    /// Of the guide that is built in.
    pub(crate) stamp: String,
}

/// What `accuracy --json` leaves.
#[derive(Deserialize)]
pub(crate) struct People {
    pub(crate) people: usize,
    pub(crate) guide: String,
    pub(crate) figures: Vec<Figure>,
    pub(crate) curves: Vec<Curve>,
}

/// A figure with its interval.
#[derive(Deserialize)]
pub(crate) struct Figure {
    pub(crate) part: String,
    pub(crate) row: String,
    pub(crate) column: String,
    /// Nothing if there was nobody to count.
    pub(crate) value: Option<f64>,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) goal: Option<Asked>,
}

/// What was asked of a figure.
#[derive(Deserialize)]
pub(crate) struct Asked {
    pub(crate) asked: String,
    pub(crate) met: bool,
}

/// A calibration curve.
#[derive(Deserialize)]
pub(crate) struct Curve {
    pub(crate) scenario: String,
    pub(crate) bins: Vec<Bin>,
}

/// Statements of about the same chance.
#[derive(Deserialize)]
pub(crate) struct Bin {
    pub(crate) stated: f64,
    pub(crate) so: f64,
    pub(crate) count: usize,
}

/// What `xtask bench wasm` leaves.
#[derive(Deserialize)]
pub(crate) struct Wasm {
    pub(crate) cases: usize,
    pub(crate) native_ms: f64,
    pub(crate) wasm_ms: f64,
    pub(crate) promised: f64,
    pub(crate) differ: usize,
}

/// A case of ours, from `proof peers`.
#[derive(Deserialize)]
pub(crate) struct Ours {
    pub(crate) ms: f64,
    pub(crate) all_styles_ms: Option<f64>,
    pub(crate) exact: bool,
    pub(crate) width: u32,
}

/// A peer on a net in one of its forms, from `tools/peers/compare.py`.
#[derive(Deserialize)]
pub(crate) struct Peer {
    pub(crate) peer: String,
    pub(crate) form: String,
    pub(crate) net: String,
    pub(crate) failure: Option<String>,
    pub(crate) finished: usize,
    pub(crate) ms: Option<f64>,
    pub(crate) ratio: Option<f64>,
    pub(crate) infer_ratio: Option<f64>,
    pub(crate) styles_ratio: Option<f64>,
    pub(crate) styles_infer_ratio: Option<f64>,
    pub(crate) compared: Option<usize>,
    pub(crate) difference: Option<f64>,
}

impl People {
    /// The figure at a place of a table.
    pub(crate) fn at(&self, part: &str, row: &str, column: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.part == part && f.row == row && f.column == column)
    }

    /// Rows of a table, in order.
    pub(crate) fn rows(&self, part: &str) -> Vec<&str> {
        let mut rows: Vec<&str> = Vec::new();
        for figure in self.figures.iter().filter(|f| f.part == part) {
            if !rows.contains(&figure.row.as_str()) {
                rows.push(&figure.row);
            }
        }
        rows
    }
}

impl Found {
    /// Runs the published cases and reads the rest.
    ///
    /// # Errors
    /// Cases that do not fit the guide, or a file that is there and cannot be read.
    pub(crate) fn read(accuracy: &Path, target: &Path, fits: &Path) -> Result<Found, String> {
        let guide = Guide::embedded("en").map_err(|problems| problems.to_string())?;
        let told = read::all()?;
        let peers = target.join("peers");
        Ok(Found {
            cases: [told.len(), told.iter().filter(|told| !told.is_red_flag()).count()],
            baselines: baselines(&guide, &told),
            scores: score::score(&guide, &told)?,
            people: json(accuracy)?,
            times: json(&peers.join("speed.json"))?,
            wasm: json(&target.join("wasm.json"))?,
            nets_are_old: nets::committed()? != nets::all(&guide),
            ours: json(&peers.join("ours.json"))?,
            peers: json(&peers.join("peers.json"))?,
            fit: super::fits::read(fits)?,
            stamp: crate::guides::stamp(),
        })
    }

    /// What to say of figures of another guide than the one that is built in; nothing if it is the same.
    pub(crate) fn stale(&self, stamp: &str) -> &'static str {
        if stamp == self.stamp { "" } else { "\n\n**The guide has changed since this was measured.**" }
    }
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, String> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("there is no {}", path.display());
            return Ok(None);
        }
        Err(error) => return Err(format!("cannot read {}: {error}", path.display())),
    };
    let read = serde_json::from_str(&text);
    read.map(Some).map_err(|error| format!("{}: {error}; measure again to write it anew", path.display()))
}
