//! How long, how often, how strong: one spot's dose from bands, caps and the day.

use crate::caps::{CEILING, EXPERIENCED_CEILING, LIGHT_CEILING, SWEEP_CEILING};
use crate::plan::Felt;
use crate::today::Today;
use guide::shape::{Band, Region, Style, Technique};

/// One spot's dose at most; the plan may take fewer holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SpotDose {
    /// Most holds that caps and day allow, 1 or more.
    pub(crate) holds: u8,
    pub(crate) hold_s: [u16; 2],
    pub(crate) felt: Vec<Felt>,
    pub(crate) place_s: Option<u16>,
    pub(crate) target: [u8; 2],
    pub(crate) ceiling: u8,
    pub(crate) raises: [u8; 2],
}

impl Today<'_> {
    /// Never above this feeling today, 0 to 10.
    pub(crate) fn ceiling(&self, style: Style) -> u8 {
        let usual = if self.kit.is_experienced() { EXPERIENCED_CEILING } else { CEILING };
        let only = |when: bool, ceiling: u8| if when { ceiling } else { usual };
        usual
            .min(only(self.first, self.caps.first_ceiling))
            .min(only(self.bad_day, LIGHT_CEILING))
            .min(self.allowed.ceiling())
            .min(only(style == Style::Sweep, SWEEP_CEILING))
    }

    /// The dose for a way of pressing a region; `None` if bands and caps leave no hold at all.
    pub(crate) fn dose(&self, region: &Region, technique: &Technique) -> Option<SpotDose> {
        let ceiling = self.ceiling(technique.style);
        match technique.style {
            Style::Hold => {
                let high = technique.target[1].min(region.target[1]).min(ceiling);
                let low = technique.target[0].max(region.target[0]).min(high);
                self.hold([low, high], ceiling)
            }
            // A sweep has a scale of its own, lower than the region's.
            Style::Sweep => self.sweep(technique.target.map(|t| t.min(ceiling)), ceiling),
        }
    }

    fn hold(&self, target: [u8; 2], ceiling: u8) -> Option<SpotDose> {
        let felt = self.felt(ceiling);
        let aimed = || felt.iter().filter(|f| f.from <= target[1] && f.to >= target[0]);
        let shortest = aimed().map(|f| f.hold_s[0]).min()?;
        let longest = aimed().map(|f| f.hold_s[1]).max()?;
        Some(SpotDose {
            holds: self.holds(self.caps.spot_s, longest)?,
            hold_s: [shortest, longest],
            target,
            ceiling,
            raises: self.caps.raises,
            felt,
            place_s: None,
        })
    }

    /// Bands that may be felt today, cut at the ceiling, with today's seconds.
    fn felt(&self, ceiling: u8) -> Vec<Felt> {
        let open = |b: &&Band| b.hold_s[1] > 0 && b.from <= ceiling && (!b.experienced || self.kit.is_experienced());
        let seconds = |s: u16| self.halved(u32::from(s).min(self.caps.hold_s).min(self.caps.spot_s));
        let cut = |b: &Band| Felt { from: b.from, to: b.to.min(ceiling), hold_s: b.hold_s.map(seconds) };
        self.guide.bands.iter().filter(open).map(cut).filter(|f| f.hold_s[1] > 0).collect()
    }

    fn sweep(&self, target: [u8; 2], ceiling: u8) -> Option<SpotDose> {
        let cap = self.caps.sweep_muscle_s.min(self.caps.spot_s);
        let longest = self.halved(self.caps.sweep_set_s.min(cap));
        Some(SpotDose {
            holds: self.holds(cap, longest)?,
            hold_s: [longest.div_ceil(2), longest],
            felt: Vec::new(),
            place_s: Some(self.caps.sweep_place_s as u16),
            target,
            ceiling,
            raises: [0, 0],
        })
    }

    /// Holds of `longest` seconds that fit below `cap` today: one on a half day. `None` if none.
    fn holds(&self, cap: u32, longest: u16) -> Option<u8> {
        let fit = cap.checked_div(u32::from(longest))?;
        let usual = if self.half.is_empty() { self.caps.holds } else { self.caps.holds.min(1) };
        let holds = fit.min(u32::from(usual)) as u8;
        (holds > 0).then_some(holds)
    }

    /// Seconds, halved on a half day.
    fn halved(&self, seconds: u32) -> u16 {
        if self.half.is_empty() { seconds as u16 } else { (f64::from(seconds) * self.caps.half).floor() as u16 }
    }
}
