//! What the gate says.

use super::English;
use super::names::{number, upper};
use crate::page::{Block, Item, Page};
use guide::shape::Urgency;
use guide::{AskIx, CautionIx, FlagIx};
use safety::{Gate, State};

impl English<'_> {
    pub(crate) fn advice(&self, gate: &Gate) -> String {
        let lines: Vec<String> = match gate.state {
            State::Open | State::Incomplete => Vec::new(),
            State::Closed => {
                let flags = gate.flags.iter().map(|flag| self.flag(*flag));
                std::iter::once(help_first(gate.urgency)).chain(flags).collect()
            }
            State::Caution => {
                let mention = gate.mention.iter().map(|flag| self.mention(*flag));
                mention.chain(gate.cautions.iter().map(|caution| self.caution(*caution))).collect()
            }
        };
        lines.join(" ")
    }

    /// The gate's part of a page; it stands first.
    pub(super) fn gate(&self, gate: &Gate, page: &mut Page) {
        match gate.state {
            State::Closed => {
                page.push(Block::Alert(help_first(gate.urgency)));
                page.items(gate.flags.iter().map(|flag| {
                    let reason = self.guide.text("flags", &self.guide.flag(*flag).id, "reason");
                    Item::from(self.flag(*flag)).note(reason)
                }));
            }
            State::Incomplete => page.blocks.extend(self.unasked(&gate.unasked).blocks),
            State::Caution => page.heading("Go on with care"),
            State::Open => {
                page.heading("Safety");
                page.text(
                    "Nothing you answered speaks against careful pressing. If that changes, stop and start again here.",
                );
            }
        }
        if gate.state != State::Closed && !(gate.mention.is_empty() && gate.cautions.is_empty()) {
            let mention = gate.mention.iter().map(|flag| self.mention(*flag));
            page.items(mention.chain(gate.cautions.iter().map(|caution| self.caution(*caution))));
        }
    }

    pub(crate) fn unasked(&self, asks: &[AskIx]) -> Page {
        let mut page = Page::default();
        page.heading("Safety first");
        page.text(match asks.len() {
            1 => "One question before any pressing. Not sure counts as not answered.".to_owned(),
            n => format!("{} questions before any pressing. Not sure counts as not answered.", upper(&number(n))),
        });
        page.items(asks.iter().map(|ask| {
            let id = &self.guide.ask(*ask).id;
            Item::from(self.guide.text("asks", id, "ask")).id(id.as_str())
        }));
        page
    }

    /// A flag that closes the gate: what it may be and what to do.
    fn flag(&self, flag: FlagIx) -> String {
        let id = &self.guide.flag(flag).id;
        format!("{}. {}", self.guide.text("flags", id, "name"), self.guide.text("flags", id, "action"))
    }

    pub(super) fn mention(&self, flag: FlagIx) -> String {
        let id = &self.guide.flag(flag).id;
        format!(
            "Tell a doctor. One sign of this is there: {}.",
            super::names::lower(self.guide.text("flags", id, "name"))
        )
    }

    pub(super) fn caution(&self, caution: CautionIx) -> String {
        let id = &self.guide.caution(caution).id;
        format!("{}: {}", self.guide.text("cautions", id, "name"), self.guide.text("cautions", id, "rule"))
    }
}

pub(super) fn help_first(urgency: Option<Urgency>) -> String {
    match urgency {
        Some(Urgency::Emergency) => "Get emergency help now.",
        Some(Urgency::Today) => "See a doctor today, before anything else.",
        Some(Urgency::Soon) | None => "See a doctor first, within days.",
    }
    .to_owned()
}
