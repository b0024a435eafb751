//! Lists of the guide as they are: safety, doses, tools, decisions, and about itself.

use super::{Facts, Wrong, marked, row};
use crate::{Block, Inline, Link, Row};
use guide::shape::Urgency;

/// The red flags by urgency, with their asks.
pub(super) fn flags(facts: &Facts<'_>) -> Vec<Block> {
    let l = facts.labels;
    let mut blocks = Vec::new();
    for urgency in [Urgency::Emergency, Urgency::Today, Urgency::Soon] {
        let name = (l.urgency)(urgency);
        blocks.push(super::heading(3, crate::anchor(name), name));
        let flags = facts.guide.flags.iter().filter(|flag| flag.urgency == urgency);
        let rows = flags.map(|flag| {
            let asks: Vec<&str> = flag.ask.iter().map(|ask| facts.text("asks", &ask.id, "short")).collect();
            let text = |field| facts.text("flags", &flag.id, field);
            let words = format!("{}: {}. {} {}", l.signs, asks.join("; "), text("action"), text("reason"));
            Row {
                id: Some(format!("flag-{}", flag.id)),
                label: text("name").to_owned(),
                text: marked(&words, &flag.references, flag.confidence),
                figure: None,
            }
        });
        blocks.push(Block::Rows(rows.collect()));
    }
    blocks
}

/// The signs that everybody is asked about: those of which one alone is an emergency, in short.
pub(super) fn signs(facts: &Facts<'_>) -> Vec<Block> {
    let asks = safety::caps::ALWAYS_ASKED.iter();
    let items = asks.map(|ask| vec![Inline::text(facts.text("asks", ask, "short"))]).collect();
    vec![Block::List { ordered: false, items }]
}

pub(super) fn cautions(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.cautions.iter().map(|caution| {
        let said = facts.said("cautions", &caution.id, "rule", &caution.references, caution.confidence);
        row(facts.text("cautions", &caution.id, "name"), said)
    });
    vec![Block::Rows(rows.collect())]
}

/// When to stop: while pressing, and afterwards.
pub(super) fn stops(facts: &Facts<'_>) -> Vec<Block> {
    let l = facts.labels;
    let mut blocks = Vec::new();
    for (during, name) in [(true, l.while_pressing), (false, l.afterwards)] {
        blocks.push(super::heading(3, crate::anchor(name), name));
        let stops = facts.guide.stops.iter().filter(|stop| stop.during == during);
        let rows = stops.map(|stop| {
            let said = facts.said("stops", &stop.id, "advice", &stop.references, stop.confidence);
            row(facts.text("stops", &stop.id, "sign"), said)
        });
        blocks.push(Block::Rows(rows.collect()));
    }
    blocks
}

pub(super) fn bands(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.bands.iter().map(|band| {
        let text = |field| facts.text("bands", &band.id, field);
        let words = format!("{}. {}", text("feels"), text("advice"));
        let label = (facts.labels.of_ten)(band.from, band.to);
        row(label.trim_end_matches('.'), marked(&words, &band.references, band.confidence))
    });
    vec![Block::Rows(rows.collect())]
}

/// The doses with these ids, in this order; all without any.
pub(super) fn doses(facts: &Facts<'_>, ids: &str) -> Result<Vec<Block>, Wrong> {
    let all: Vec<&str> = facts.guide.doses.iter().map(|dose| dose.id.as_str()).collect();
    let ids: Vec<&str> = if ids.is_empty() { all.clone() } else { ids.split_whitespace().collect() };
    let mut rows = Vec::new();
    for id in ids {
        let Some(dose) = facts.guide.doses.iter().find(|dose| dose.id == *id) else {
            return Err(Wrong::new(format!("dose {id:?} does not exist"), crate::place::mean(id, all.iter().copied())));
        };
        let words = format!("{} {}", (facts.labels.amount)(dose.value, &dose.unit), facts.text("doses", id, "note"));
        rows.push(row(
            facts.text("doses", id, "what").trim_end_matches('.'),
            marked(&words, &dose.references, dose.confidence),
        ));
    }
    Ok(vec![Block::Rows(rows)])
}

pub(super) fn decisions(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.decisions.iter().map(|decision| {
        let said = facts.said("decisions", &decision.id, "then", &decision.references, decision.confidence);
        row(facts.text("decisions", &decision.id, "when"), said)
    });
    vec![Block::Rows(rows.collect())]
}

pub(super) fn tools(facts: &Facts<'_>) -> Vec<Block> {
    let l = facts.labels;
    let rows = facts.guide.tools.iter().map(|tool| {
        let name = tool.id.name();
        let text = |field| facts.text("tools", name, field);
        let words = format!("{} {} {}: {}", text("what"), text("advice"), l.mistake, text("mistake"));
        Row {
            id: Some(name.replace('_', "-")),
            label: text("name").to_owned(),
            text: marked(&words, &tool.references, tool.confidence),
            figure: None,
        }
    });
    vec![Block::Rows(rows.collect())]
}

/// Author, reviewer, version, date.
pub(super) fn about(facts: &Facts<'_>) -> Vec<Block> {
    let l = facts.labels;
    let about = &facts.guide.about;
    let reviewer = if about.reviewer.is_empty() { l.no_reviewer } else { about.reviewer.as_str() };
    let rows = [
        (l.author, about.author.as_str()),
        (l.reviewer, reviewer),
        (l.version, about.version.as_str()),
        (l.changed, about.date.as_str()),
    ];
    let mut rows: Vec<Row> = rows.into_iter().map(|(label, text)| row(label, vec![Inline::text(text)])).collect();
    let count = (l.counts)(facts.guide.sources.len(), facts.guide.references.len(), facts.guide.charts.len());
    rows.push(row(l.holds, vec![Inline::text(count), Inline::Link(Link::page("evidence"), l.evidence.to_owned())]));
    vec![Block::Rows(rows)]
}
