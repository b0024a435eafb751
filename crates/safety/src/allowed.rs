//! What the gate and the cautions leave: tools, regions, stretches, exercises, doses.

use crate::caps::{
    LIGHT_CEILING, LIGHT_DOSE, LIGHT_LEVEL, LIGHT_TOOLS, NO_MOVING, NO_PRESS_ZONES, NO_PRESSING, PRESS_CEILING,
};
use crate::{Gate, State};
use guide::shape::{Block, Caution, CautionLevel, CautionScope, Technique, Tool};
use guide::{CautionIx, Guide};

/// Why something is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The gate is closed or not yet answered.
    Gate,
    /// A place that nobody presses by themselves ([`NO_PRESS_ZONES`]).
    NoGo,
    /// A caution forbids it.
    Caution(CautionIx),
    /// A caution allows it only after a doctor's yes. Nothing in a case can say that yet: the person drops the caution
    /// once the doctor has said yes.
    AskDoctor(CautionIx),
}

/// What is left for this person.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    shut: bool,
    light: Option<CautionIx>,
    bans: Vec<Ban>,
    no_go: Vec<String>,
    moves: Vec<(String, Refusal)>,
    no_moving: Option<Refusal>,
}

/// No pressing with some tools in some regions.
#[derive(Clone, Debug, PartialEq)]
struct Ban {
    why: Refusal,
    scope: CautionScope,
    /// Empty means everywhere.
    regions: Vec<String>,
}

/// What the gate and its cautions leave.
pub fn allowed(guide: &Guide, gate: &Gate) -> Allowed {
    let held: Vec<(CautionIx, &Caution)> = gate.cautions.iter().map(|ix| (*ix, guide.caution(*ix))).collect();
    Allowed {
        shut: matches!(gate.state, State::Closed | State::Incomplete),
        light: held.iter().find(|(_, caution)| caution.level == CautionLevel::LightOnly).map(|(ix, _)| *ix),
        bans: bans(guide, &held),
        no_go: no_go(guide),
        moves: moves(guide, &held),
        no_moving: held
            .iter()
            .find(|(_, caution)| NO_MOVING.contains(&caution.id.as_str()))
            .map(|(ix, _)| Refusal::Caution(*ix)),
    }
}

impl Allowed {
    /// May this person press at all, if only with the hand? The reason if not.
    ///
    /// # Errors
    /// The strongest reason against pressing anywhere.
    pub fn pressing(&self) -> Result<(), Refusal> {
        self.press(None, Tool::Hand)
    }

    /// May this region be pressed with the hand, for instance to find the spot?
    ///
    /// # Errors
    /// The strongest reason against it.
    pub fn hand(&self, region: &str) -> Result<(), Refusal> {
        self.press(Some(region), Tool::Hand)
    }

    /// May this technique be used?
    ///
    /// # Errors
    /// The strongest reason against it.
    pub fn technique(&self, technique: &Technique) -> Result<(), Refusal> {
        self.press(Some(&technique.region), technique.tool)?;
        match self.light {
            Some(caution) if !LIGHT_TOOLS.contains(&technique.tool) || technique.level > LIGHT_LEVEL => {
                Err(Refusal::Caution(caution))
            }
            _ => Ok(()),
        }
    }

    /// May this stretch or exercise be done?
    ///
    /// # Errors
    /// The reason against it.
    pub fn movement(&self, id: &str) -> Result<(), Refusal> {
        let shut = self.shut.then_some(Refusal::Gate);
        let own = || self.moves.iter().find(|(known, _)| known == id).map(|(_, why)| *why);
        shut.or(self.no_moving).or_else(own).map_or(Ok(()), Err)
    }

    /// The caution because of which only light pressing is left: [`LIGHT_TOOLS`], [`LIGHT_LEVEL`], [`LIGHT_CEILING`],
    /// [`LIGHT_DOSE`].
    pub fn light_only(&self) -> Option<CautionIx> {
        self.light
    }

    /// How strong a pressed spot may feel at most, 0 to 10.
    pub fn ceiling(&self) -> u8 {
        if self.light.is_some() { LIGHT_CEILING } else { PRESS_CEILING }
    }

    /// Share of the usual dose, above 0 to 1.
    pub fn dose(&self) -> f64 {
        if self.light.is_some() { LIGHT_DOSE } else { 1.0 }
    }

    /// The technique's target, kept under the ceiling, 0 to 10: `[low, high]`.
    pub fn target(&self, technique: &Technique) -> [u8; 2] {
        technique.target.map(|felt| felt.min(self.ceiling()))
    }

    fn press(&self, region: Option<&str>, tool: Tool) -> Result<(), Refusal> {
        if self.shut {
            return Err(Refusal::Gate);
        }
        if region.is_some_and(|region| self.no_go.iter().any(|known| known == region)) {
            return Err(Refusal::NoGo);
        }
        let ban = self.bans.iter().find(|ban| ban.covers(region, tool));
        ban.map_or(Ok(()), |ban| Err(ban.why))
    }
}

impl Ban {
    /// A region not named is only covered by a ban on all.
    fn covers(&self, region: Option<&str>, tool: Tool) -> bool {
        let scope = match self.scope {
            CautionScope::Both => true,
            CautionScope::Gun => tool == Tool::MassageGun,
            CautionScope::Pressure => tool != Tool::MassageGun,
        };
        let place = self.regions.is_empty() || region.is_some_and(|region| self.regions.iter().any(|r| r == region));
        scope && place
    }
}

/// Strongest first, then in the table's order.
fn bans(guide: &Guide, held: &[(CautionIx, &Caution)]) -> Vec<Ban> {
    let mut bans: Vec<Ban> = held.iter().filter_map(|(ix, caution)| own_ban(*ix, caution)).collect();
    bans.extend(
        everybody(guide).filter(|(_, caution)| !caution.regions.is_empty()).filter_map(|(ix, c)| own_ban(ix, c)),
    );
    bans.extend(blocks(guide, held).filter(|(_, block)| !block.regions.is_empty()).map(|(ix, block)| Ban {
        why: refusal(ix, guide.caution(ix)),
        scope: CautionScope::Both,
        regions: names(&block.regions),
    }));
    sorted::by_key(&mut bans, |ban| matches!(ban.why, Refusal::AskDoctor(_)));
    bans
}

/// What a caution itself rules out. To keep away from a place that has no region, and to press lightly, rule out none.
fn own_ban(ix: CautionIx, caution: &Caution) -> Option<Ban> {
    if NO_PRESSING.contains(&caution.id.as_str()) {
        return Some(Ban { why: Refusal::Caution(ix), scope: CautionScope::Both, regions: Vec::new() });
    }
    let regions = names(&caution.regions);
    let everywhere = matches!(caution.level, CautionLevel::Forbid | CautionLevel::AskDoctor);
    (everywhere || !regions.is_empty()).then(|| Ban { why: refusal(ix, caution), scope: caution.scope, regions })
}

/// What a caution says where it rules something out.
fn refusal(ix: CautionIx, caution: &Caution) -> Refusal {
    if caution.level == CautionLevel::AskDoctor { Refusal::AskDoctor(ix) } else { Refusal::Caution(ix) }
}

/// Stretches and exercises that cautions rule out, from the cautions and from the blocks that name them: of several
/// reasons the first counts.
fn moves(guide: &Guide, held: &[(CautionIx, &Caution)]) -> Vec<(String, Refusal)> {
    let everybody: Vec<(CautionIx, &Caution)> = everybody(guide).collect();
    let own = held.iter().chain(&everybody).flat_map(|(ix, caution)| {
        let why = refusal(*ix, caution);
        caution.blocks.iter().map(move |id| (id.as_str(), why))
    });
    let blocked = blocks(guide, held).flat_map(|(ix, block)| {
        let why = refusal(ix, guide.caution(ix));
        block.moves.iter().map(move |id| (id.as_str(), why))
    });
    own.chain(blocked).map(|(id, why)| (id.to_owned(), why)).collect()
}

fn everybody(guide: &Guide) -> impl Iterator<Item = (CautionIx, &Caution)> {
    guide
        .cautions
        .iter()
        .zip(0..)
        .filter(|(caution, _)| caution.everybody)
        .map(|(caution, at)| (CautionIx(at), caution))
}

/// Blocks that a held caution brings, with it.
fn blocks<'a>(guide: &'a Guide, held: &'a [(CautionIx, &'a Caution)]) -> impl Iterator<Item = (CautionIx, &'a Block)> {
    guide.blocks.iter().filter_map(move |block| {
        let (ix, _) = held.iter().find(|(_, caution)| block.cautions.contains(&caution.id))?;
        Some((*ix, block))
    })
}

fn no_go(guide: &Guide) -> Vec<String> {
    let never = |zone: &guide::Id| NO_PRESS_ZONES.contains(&zone.as_str());
    guide.regions.iter().filter(|region| region.zones.iter().any(never)).map(|region| region.id.to_string()).collect()
}

fn names(ids: &[guide::Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
