//! One setting of the network: how this person paints and feels, which releases worked, how numbers are bent.

use crate::weights::{Chance, Tied, Weights};
use guide::shape::StyleModel;

/// How somebody marks where it hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Painting {
    Usual,
    Over,
    Under,
}

impl Painting {
    pub(crate) const ALL: [Painting; 3] = [Painting::Usual, Painting::Over, Painting::Under];
}

/// How this person marks and feels. Peot & Shachter 1998 for reporting as evidence; the mixture is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) painting: Painting,
    pub(crate) swapped: bool,
    pub(crate) sore: bool,
}

impl Style {
    /// Every style; the sore ones only where a press can show them.
    pub(crate) fn all(pressed: bool) -> Vec<Style> {
        let mut styles = Vec::new();
        for sore in if pressed { &[false, true][..] } else { &[false][..] } {
            for swapped in [false, true] {
                for painting in Painting::ALL {
                    styles.push(Style { painting, swapped, sore: *sore });
                }
            }
        }
        styles
    }

    /// Factor on the odds of every referral.
    pub(crate) fn odds(self, model: &StyleModel) -> f64 {
        match self.painting {
            Painting::Usual => 1.0,
            Painting::Over => model.over_odds,
            Painting::Under => model.under_odds,
        }
    }

    /// Factor on the leak of a zone.
    pub(crate) fn leak(self, model: &StyleModel) -> f64 {
        match self.painting {
            Painting::Usual => 1.0,
            Painting::Over => model.over_leak,
            Painting::Under => model.under_leak,
        }
    }
}

/// How far each kind of number is bent within its authored spread: -1 is the low end, 0 the value, 1 the high end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Bend {
    pub(crate) essential: f64,
    pub(crate) spillover: f64,
    pub(crate) question: f64,
    pub(crate) prior: f64,
    pub(crate) leak: f64,
}

impl Bend {
    /// Each kind alone at either end: the settings within which an order must hold to be called one. Those that turn
    /// most orders come first, as a wide case affords only some.
    pub(crate) fn ends() -> Vec<Bend> {
        let zero = Bend::default();
        let both = |bend: fn(f64, Bend) -> Bend| [bend(-1.0, zero), bend(1.0, zero)];
        [
            both(|end, zero| Bend { essential: end, ..zero }),
            both(|end, zero| Bend { prior: end, ..zero }),
            both(|end, zero| Bend { question: end, ..zero }),
            both(|end, zero| Bend { spillover: end, ..zero }),
            both(|end, zero| Bend { leak: end, ..zero }),
        ]
        .concat()
    }

    pub(crate) fn of(&self, chance: Chance) -> f64 {
        let by = match chance.tied {
            Tied::Essential => self.essential,
            Tied::Spillover => self.spillover,
            Tied::Question => self.question,
            Tied::Prior => self.prior,
        };
        let spread = chance.spread;
        let end = if by < 0.0 { spread.low } else { spread.high };
        spread.value + by.abs() * (end - spread.value)
    }
}

/// One setting: a component of the mixture, or a bent copy of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    pub(crate) style: Style,
    /// For each kept treated cell: did its release work?
    pub(crate) worked: Vec<bool>,
    pub(crate) bend: Bend,
}

impl Setting {
    /// Chance that a zone hurts from one cell, in this setting.
    pub(crate) fn referral(&self, weights: &Weights, chance: Chance) -> f64 {
        scale_odds(self.bend.of(chance), self.style.odds(&weights.model.styles))
    }
}

/// A chance with its odds multiplied.
pub(crate) fn scale_odds(chance: f64, by: f64) -> f64 {
    chance * by / (1.0 - chance + chance * by)
}

#[cfg(test)]
mod tests {
    use super::{Bend, scale_odds};
    use crate::weights::{Chance, Tied};
    use guide::shape::Spread;

    #[test]
    fn odds_scale_as_odds() {
        for (chance, by, want) in [(0.5, 3.0, 0.75), (0.2, 1.0, 0.2), (0.0, 5.0, 0.0), (0.8, 0.25, 0.5)] {
            assert!((scale_odds(chance, by) - want).abs() < 1e-15);
        }
    }

    #[test]
    fn a_bend_stays_within_the_authored_spread() {
        let chance = Chance { spread: Spread { value: 0.7, low: 0.5, high: 0.8 }, tied: Tied::Essential };
        for (by, want) in [(-1.0, 0.5), (0.0, 0.7), (0.5, 0.75), (1.0, 0.8)] {
            let bend = Bend { essential: by, ..Bend::default() };
            assert!((bend.of(chance) - want).abs() < 1e-15);
        }
    }
}
