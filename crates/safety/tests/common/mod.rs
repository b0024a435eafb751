//! People to try the gate on.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "only tests use it")]

use case::{Case, Cleared, Date, Pain, Person, Release, Reply, Sex, Side};
use guide::Guide;
use safety::{Gate, gate, relevant};
use std::sync::LazyLock;

/// The default guide.
pub static GUIDE: LazyLock<Guide> = LazyLock::new(|| match Guide::embedded("en") {
    Ok(guide) => guide,
    Err(problems) => panic!("{problems}"),
});

/// A case that is built by ids.
#[derive(Clone, Debug, Default)]
pub struct Someone(pub Case);

/// Someone whose pain is at these zones, on the right or the middle line; age, sex and onset unknown.
pub fn hurts_at(zones: &[&str]) -> Someone {
    zones.iter().fold(Someone::default(), |someone, zone| someone.and_at(zone, Side::Right))
}

/// A woman of 48 with three months of buttock pain: the typical person.
pub fn typical() -> Someone {
    hurts_at(&["buttock_mid_lat"]).age(48).sex(Sex::Female).days(90)
}

impl Someone {
    pub fn and_at(mut self, zone: &str, side: Side) -> Self {
        let zone = GUIDE.find_zone(zone).expect("a zone");
        let side = if GUIDE.zone(zone).sides.contains(&side) { side } else { Side::Midline };
        self.0.pain.push(Pain { zone, side, intensity: Some(5.0), share: None, quality: Vec::new() });
        self
    }
    pub fn age(mut self, years: u8) -> Self {
        self.0.person = Person { age: Some(years), ..self.0.person };
        self
    }
    pub fn sex(mut self, sex: Sex) -> Self {
        self.0.person = Person { sex: Some(sex), ..self.0.person };
        self
    }
    pub fn days(mut self, days: u32) -> Self {
        self.0.onset_days = Some(days);
        self
    }
    pub fn says(mut self, ask: &str, reply: Reply) -> Self {
        self.0.gate.push((GUIDE.find_ask(ask).expect("an ask"), reply));
        self
    }
    pub fn yes(self, ask: &str) -> Self {
        self.says(ask, Reply::Yes)
    }
    pub fn has(mut self, caution: &str) -> Self {
        self.0.cautions.push(GUIDE.find_caution(caution).expect("a caution"));
        self
    }
    pub fn released(mut self) -> Self {
        let source = GUIDE.find_source("gmed_trp1").expect("a source");
        self.0.releases.push(Release { source, side: Side::Right, pain_before: 6.0, pain_after: 4.0 });
        self
    }
    /// A clinician has checked this flag.
    pub fn cleared(mut self, flag: &str) -> Self {
        let flag = GUIDE.find_flag(flag).expect("a flag");
        self.0.clinician.push(Cleared { flag, checked_on: Date::new(2026, 11, 20).expect("a day") });
        self
    }
    /// Says no to everything relevant that is not answered yet.
    pub fn else_no(mut self) -> Self {
        for ask in relevant(&GUIDE, &self.0) {
            if !self.0.gate.iter().any(|(told, _)| *told == ask) {
                self.0.gate.push((ask, Reply::No));
            }
        }
        self
    }
    pub fn gate(&self) -> Gate {
        gate(&GUIDE, &self.0)
    }
    /// Ids of the relevant asks.
    pub fn relevant(&self) -> Vec<String> {
        relevant(&GUIDE, &self.0).into_iter().map(|ask| GUIDE.ask(ask).id.to_string()).collect()
    }
}

/// Ids of the flags that close.
pub fn flags(gate: &Gate) -> Vec<&'static str> {
    gate.flags.iter().map(|flag| GUIDE.flag(*flag).id.as_str()).collect()
}

/// Ids of the flags to mention.
pub fn mention(gate: &Gate) -> Vec<&'static str> {
    gate.mention.iter().map(|flag| GUIDE.flag(*flag).id.as_str()).collect()
}

/// Ids of the cautions.
pub fn cautions(gate: &Gate) -> Vec<&'static str> {
    gate.cautions.iter().map(|caution| GUIDE.caution(*caution).id.as_str()).collect()
}

/// Ids of the unasked.
pub fn unasked(gate: &Gate) -> Vec<&'static str> {
    gate.unasked.iter().map(|ask| GUIDE.ask(*ask).id.as_str()).collect()
}
