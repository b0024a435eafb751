//! An assessment to read.

use super::English;
use super::names::{group, minutes, number, upper};
use crate::number::{chance, decimals};
use crate::page::{Block, Item, Page};
use crate::speaker::Detail;
use belief::kernel::Method;
use belief::{Likely, Ranked};
use coach::{Comfort, ComfortWhy, Consultation};
use guide::shape::{Group, Urgency};
use safety::Gate;

/// Sources told with their reasons; more would not be read.
const TOLD: usize = 6;
/// Sources named in a line without reasons.
const NAMED: usize = 8;
/// Tests told.
const TESTS: usize = 6;

impl English<'_> {
    pub(crate) fn assessment(&self, consultation: &Consultation, detail: Detail) -> Page {
        let mut page = Page::default();
        page.push(Block::Title("Unknot: what fits so far".to_owned()));
        page.push(Block::Banner(self.banner()));
        self.gate(&consultation.gate, &mut page);
        self.comfort(&consultation.comfort, &["position", "stop", "note", "see"], &mut page);
        if emergency(&consultation.gate) && detail == Detail::Words {
            page.text("What else fits can wait. It is left out here on purpose.");
            return page;
        }
        self.fits(&consultation.assessment.ranked, detail, &mut page);
        if consultation.assessment.sore_everywhere > 0.5 {
            page.text("You seem to be sore in many places. Then a sore spot says little about where pain comes from.");
        }
        self.next_up(consultation, &mut page);
        self.taught(&consultation.assessment.learned, detail, &mut page);
        self.how_sure(consultation, detail, &mut page);
        page
    }

    /// Comfort advice: these of its texts.
    pub(super) fn comfort(&self, comforts: &[Comfort], fields: &[&str], page: &mut Page) {
        page.heading("Comfort now");
        for comfort in comforts {
            let text = |field: &&str| self.guide.text("comfort", &comfort.id, field).to_owned();
            let rows = fields.iter().map(|field| (label(field).to_owned(), text(field)));
            let rows: Vec<(String, String)> = rows.filter(|(_, text)| !text.is_empty()).collect();
            match comfort.why {
                ComfortWhy::Fits(source, side) if comforts.len() > 1 => {
                    page.push(Block::Bracket(
                        format!("For {}", self.within(source, side)),
                        vec![Block::Labelled(rows)],
                    ));
                }
                _ => page.push(Block::Labelled(rows)),
            }
        }
    }

    fn fits(&self, ranked: &[Ranked], detail: Detail, page: &mut Page) {
        page.heading("What fits so far");
        let near: Vec<&Ranked> = ranked.iter().filter(|ranked| ranked.word >= Likely::Possible).collect();
        if near.is_empty() {
            page.text("Nothing fits well enough yet to be named. The questions below will help.");
        }
        let (told, more) = near.split_at(near.len().min(TOLD.max(leading(&near))));
        for tied in told.chunk_by(|a, b| a.tie == b.tie && a.tie != 0) {
            let blocks = tied.iter().map(|ranked| self.source_block(ranked, detail));
            if tied.len() > 1 {
                let title = format!("{} that cannot be told apart yet", upper(&number(tied.len())));
                page.push(Block::Bracket(title, blocks.collect()));
            } else {
                page.blocks.extend(blocks);
            }
        }
        self.named("Possible too", more.iter().copied(), page);
        self.named("Less likely", ranked.iter().filter(|ranked| ranked.word == Likely::LessLikely), page);
        if !near.iter().any(|ranked| look_alike(self.guide.source(ranked.source).group)) {
            page.text(
                "No look-alike (nerve, spine, joint, tendon, artery) fits well so far. That does not rule them out.",
            );
        }
        if detail == Detail::Numbers {
            self.all(ranked, page);
        }
    }

    /// One source with its reasons.
    fn source_block(&self, ranked: &Ranked, detail: Detail) -> Block {
        let source = self.guide.source(ranked.source);
        let mut title = format!("{}: {}", self.source(ranked.source, ranked.side), self.likely(ranked.word));
        if detail == Detail::Numbers {
            title += &format!(" ({})", chance(ranked.probability));
        }
        let (speaks_for, against) = self.for_and_against(ranked);
        let none = || "nothing yet".to_owned();
        let mut rows = vec![
            ("Kind".to_owned(), group(source.group).to_owned()),
            ("For".to_owned(), speaks_for.unwrap_or_else(none)),
            ("Against".to_owned(), against.unwrap_or_else(none)),
        ];
        if detail == Detail::Numbers {
            let numbers = ranked.reasons.iter();
            let numbers = numbers.map(|reason| {
                let sign = if reason.log_odds < 0.0 { "" } else { "+" };
                format!("{sign}{} {}", decimals(reason.log_odds, 2), self.finding(reason.finding))
            });
            rows.push(("Log-odds".to_owned(), numbers.collect::<Vec<_>>().join("; ")));
        }
        Block::Bracket(title, vec![Block::Labelled(rows)])
    }

    fn named<'r>(&self, label: &str, sources: impl Iterator<Item = &'r Ranked>, page: &mut Page) {
        let names: Vec<String> = sources.map(|ranked| self.within(ranked.source, ranked.side)).collect();
        if names.is_empty() {
            return;
        }
        let rest = names.len().saturating_sub(NAMED);
        let mut text = format!("{label}: {}", names[..names.len() - rest].join("; "));
        if rest > 0 {
            text += &format!("; and {rest} more");
        }
        page.text(text + ".");
    }

    fn all(&self, ranked: &[Ranked], page: &mut Page) {
        page.heading("All sources");
        page.items(ranked.iter().map(|ranked| {
            let tie = if ranked.tie == 0 { String::new() } else { format!(", tie {}", ranked.tie) };
            let name = self.source(ranked.source, ranked.side);
            let chance = decimals(ranked.probability * 100.0, 1);
            format!("{chance:>5} % {name}: {}{tie}", self.likely(ranked.word))
        }));
    }

    fn next_up(&self, consultation: &Consultation, page: &mut Page) {
        if consultation.next.is_empty() {
            return;
        }
        page.heading("Would help most to know next");
        page.steps(consultation.next.iter().take(TESTS).map(|next| {
            let why = format!("{} Takes {}.", self.why(next), minutes(next.minutes));
            Item::from(self.test(next)).note(why).id(self.test_id(next))
        }));
    }

    fn how_sure(&self, consultation: &Consultation, detail: Detail, page: &mut Page) {
        page.heading("How sure is this?");
        page.text(
            "Not very. Which places a muscle makes hurt is expert opinion, hardly counted in patients, and the same pain \
             can have several causes at once. What fits is a reason to look, not a verdict.",
        );
        if detail == Detail::Numbers {
            page.text(match consultation.assessment.method {
                Method::Exact { width } => format!("Computed exactly (largest table: 2 to the power of {width})."),
                Method::Sampled { gap } => {
                    let gap = decimals(gap * 100.0, 1);
                    format!("Too tangled to compute exactly: sampled; runs differ by {gap} points of 100.")
                }
            });
            page.text(
                "Percentages say how likely each source is active now, given all that was said. Several can be active, so \
                 they do not add up to 100. Log-odds: above 0 speaks for, below 0 against; 0.7 doubles the odds.",
            );
        }
    }
}

fn label(field: &str) -> &'static str {
    match field {
        "position" => "Lie or sit",
        "stop" => "Stop for now",
        "see" => "See",
        _ => "Also",
    }
}

fn leading(near: &[&Ranked]) -> usize {
    near.iter().filter(|ranked| ranked.word == Likely::Leading).count()
}

fn emergency(gate: &Gate) -> bool {
    gate.urgency == Some(Urgency::Emergency)
}

fn look_alike(group: Group) -> bool {
    !matches!(group, Group::Gluteal | Group::Muscle)
}
