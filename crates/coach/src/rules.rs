//! The guide's rules and the cautions that take moves and regions out.

use crate::plan::{Because, Reason, Refused, What};
use crate::today::reason;
use belief::{Likely, Ranked};
use case::{Case, Reply};
use guide::shape::Block;
use guide::{Guide, Id};
use safety::{Allowed, Gate};

/// Rules that hold today, with what brought each about.
pub(crate) struct Rules<'a> {
    guide: &'a Guide,
    blocks: Vec<(&'a Block, Because)>,
    allowed: &'a Allowed,
}

impl<'a> Rules<'a> {
    pub(crate) fn of(guide: &'a Guide, case: &Case, gate: &Gate, allowed: &'a Allowed, ranked: &[Ranked]) -> Self {
        let blocks = guide.blocks.iter().filter_map(|b| Some((b, because(guide, b, case, gate, ranked)?))).collect();
        Rules { guide, blocks, allowed }
    }

    /// Why this stretch, exercise or warm-up is out; `None` if it is not.
    pub(crate) fn against_move(&self, id: &Id) -> Option<Reason> {
        if let Err(refusal) = self.allowed.movement(id) {
            return Some(reason(refusal));
        }
        self.blocks.iter().find(|(b, _)| b.moves.contains(id)).map(by_block)
    }

    /// Why this region is not pressed; `None` if no rule names it.
    pub(crate) fn against_region(&self, id: &Id) -> Option<Reason> {
        self.blocks.iter().find(|(b, _)| b.regions.contains(id)).map(by_block)
    }

    /// Every stretch and exercise that is out, in the guide's order, with its reason.
    pub(crate) fn moves_out(&self) -> Vec<Refused> {
        let stretches = self.guide.stretches.iter().map(|s| (&s.id, What::Stretch as fn(Id) -> What));
        let exercises = self.guide.exercises.iter().map(|e| (&e.id, What::Exercise as fn(Id) -> What));
        let out = |(id, what): (&Id, fn(Id) -> What)| {
            self.against_move(id).map(|why| Refused { what: what(id.clone()), why })
        };
        stretches.chain(exercises).filter_map(out).collect()
    }
}

fn by_block((block, because): &(&Block, Because)) -> Reason {
    Reason::Block { block: block.id.clone(), because: *because }
}

/// What brings this rule about, the likeliest source first; `None` if nothing does.
fn because(guide: &Guide, block: &Block, case: &Case, gate: &Gate, ranked: &[Ranked]) -> Option<Because> {
    let named = |r: &&Ranked| {
        let source = guide.source(r.source);
        block.sources.contains(&source.id) || block.groups.contains(&source.group)
    };
    let source = ranked.iter().filter(|r| r.word >= Likely::Possible).find(named);
    let caution = gate.cautions.iter().find(|c| block.cautions.contains(&guide.caution(**c).id));
    let yes = |a: &&case::Answer| a.reply == Reply::Yes && block.questions.contains(&guide.question(a.question).id);
    source
        .map(|r| Because::Source(r.source, r.side))
        .or_else(|| caution.map(|c| Because::Caution(*c)))
        .or_else(|| case.answers.iter().find(yes).map(|a| Because::Answer(a.question, a.side)))
}
