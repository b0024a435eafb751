//! What is not a gluteal muscle, group by group.

use super::{Facts, Wrong, heading, marked, muscle, row};
use crate::{Block, Row};
use guide::shape::{Group, Source};

/// The names that `{{group …}}` takes.
const GROUPS: [(&str, Group); 5] = [
    ("nerve", Group::Nerve),
    ("spine", Group::Spine),
    ("joint", Group::Joint),
    ("tendon", Group::Tendon),
    ("artery", Group::Artery),
];

/// Each source of a group: what people say, where it is felt, how to tell, what to do.
pub(super) fn group(facts: &Facts<'_>, name: &str) -> Result<Vec<Block>, Wrong> {
    let Some((_, group)) = GROUPS.iter().find(|(known, _)| *known == name) else {
        let near = crate::place::mean(name, GROUPS.map(|(known, _)| known));
        return Err(Wrong::new(format!("there is no group {name:?}"), near));
    };
    let sources = facts.guide.sources.iter().enumerate().filter(|(_, source)| source.group == *group);
    Ok(sources.flat_map(|(at, source)| told(facts, at, source)).collect())
}

fn told(facts: &Facts<'_>, at: usize, source: &Source) -> Vec<Block> {
    let l = facts.labels;
    let complaint = source.claims.iter().find(|claim| claim.id == *"complaint");
    let mut rows: Vec<Row> = Vec::new();
    if let Some(claim) = complaint {
        rows.push(row(
            l.complaint,
            marked(facts.text("sources", &source.id, "complaint"), &claim.references, claim.confidence),
        ));
    }
    rows.push(row(l.lies, vec![crate::Inline::text(facts.text("sources", &source.id, "location"))]));
    rows.extend(muscle::felt_rows(facts, at, source));
    let items = source.claims.iter().filter(|claim| claim.id.starts_with("tells_") || claim.id.starts_with("worse_"));
    let items = items
        .map(|claim| marked(muscle::claim_text(facts, source, &claim.id), &claim.references, claim.confidence))
        .collect();
    vec![
        heading(3, source.id.as_str(), facts.source_name(source)),
        Block::Rows(rows),
        Block::List { ordered: false, items },
        Block::Rows(muscle::comfort_rows(facts, &source.comfort)),
    ]
}
