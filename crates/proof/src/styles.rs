//! Paint cases of the nets as belief itself takes them: a whole case, weighed over all styles of people.

use crate::clock::best_ms;
use crate::nets::{Net, tiled};
use belief::{Method, Weights};
use case::{Case, Pain};
use guide::Guide;
use guide::shape::Side;

/// The guide behind a net of paint cases, compiled.
pub(crate) struct Styled {
    guide: Guide,
    weights: Weights,
}

impl Styled {
    /// Of nets C and E, which are a whole guide's and show zones only; nothing for the others.
    pub(crate) fn of(guide: &Guide, net: &Net) -> Option<Styled> {
        let guide = match net.name.as_str() {
            "C" => guide.clone(),
            "E" => tiled(guide),
            _ => return None,
        };
        Some(Styled { weights: Weights::of(&guide), guide })
    }

    /// Milliseconds from a case to P(active) of every source, over all styles.
    ///
    /// # Errors
    /// If the guide no longer has a zone of the net, or the case is impossible.
    pub(crate) fn ms(&self, net: &Net, case: &[Option<u8>]) -> Result<f64, String> {
        let case = self.case(net, case)?;
        let run = || self.weights.probabilities(&self.guide, &case);
        let (_, ms) = best_ms(run).map_err(|error| format!("net {}, all styles: {error}", net.name))?;
        Ok(ms)
    }

    /// Is the answer over all styles exact, as belief itself says it?
    ///
    /// # Errors
    /// As [`Styled::ms`].
    pub(crate) fn exact(&self, net: &Net, case: &[Option<u8>]) -> Result<bool, String> {
        let case = self.case(net, case)?;
        let assessment = self.weights.assess(&self.guide, &case);
        let assessment = assessment.map_err(|error| format!("net {}, all styles: {error}", net.name))?;
        Ok(matches!(assessment.method, Method::Exact { .. }))
    }

    /// Marked zones with their levels; the others are blank.
    fn case(&self, net: &Net, case: &[Option<u8>]) -> Result<Case, String> {
        let mut pain = Vec::new();
        for (name, seen) in net.nodes.iter().zip(case) {
            let Some(level @ 1..) = *seen else { continue };
            let stale = || format!("the guide has no {name}; `proof nets DIR` makes the nets anew");
            let words: Vec<&str> = name.split(' ').collect();
            let ["zone", id, side] = words[..] else { return Err(stale()) };
            let zone = self.guide.find_zone(id).ok_or_else(stale)?;
            let much = self.guide.model.referral.intensity_much;
            let intensity = Some(if level == 1 { much / 2.0 } else { much });
            pain.push(Pain { zone, side: side_of(side), intensity, share: None, quality: Vec::new() });
        }
        Ok(Case { pain, ..Case::default() })
    }
}

fn side_of(word: &str) -> Side {
    match word {
        "left" => Side::Left,
        "right" => Side::Right,
        _ => Side::Midline,
    }
}
