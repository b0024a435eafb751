//! The compiled network as JSON, documented in `guide/EXPORT.md`.

use super::ids;
use belief::kernel::Node;
use belief::{Cell, Subject, View, Weights};
use case::PainBy;
use guide::Guide;
use serde_json::{Value, json};

/// Cells with their priors, and every node with its causes and leak.
pub(crate) fn network(guide: &Guide, weights: &Weights) -> Value {
    let view = weights.view(guide, PainBy::Drawing);
    let cells: Vec<Value> = view
        .cells
        .iter()
        .map(|(cell, prior)| json!({"source": source(guide, *cell), "side": ids::side(cell.side), "prior": prior}))
        .collect();
    let nodes: Vec<Value> = view.nodes.iter().map(|(subject, node)| laid_open(guide, &view, *subject, node)).collect();
    let told = weights.view(guide, PainBy::Words);
    let zones = told.nodes.iter().filter(|(subject, _)| matches!(subject, Subject::Zone(_)));
    let told: Vec<Value> = zones.map(|(subject, node)| laid_open(guide, &told, *subject, node)).collect();
    json!({"cells": cells, "nodes": nodes, "told_in_words": told})
}

fn laid_open(guide: &Guide, view: &View, subject: Subject, node: &Node) -> Value {
    let causes: Vec<Value> = node
        .causes
        .iter()
        .map(|cause| {
            let cell = view.cells[cause.source as usize].0;
            json!({"source": source(guide, cell), "side": ids::side(cell.side), "rise": cause.rise})
        })
        .collect();
    let (kind, id, at) = match subject {
        Subject::Zone(spot) => ("zone", guide.zone(spot.zone).id.as_str(), spot.side),
        Subject::Question(question, at) => ("question", guide.question(question).id.as_str(), at),
        Subject::Press(cell) => ("press", source(guide, cell), cell.side),
    };
    json!({"kind": kind, "id": id, "side": ids::side(at), "leak": node.leak, "causes": causes})
}

fn source(guide: &Guide, cell: Cell) -> &str {
    guide.source(cell.source).id.as_str()
}
