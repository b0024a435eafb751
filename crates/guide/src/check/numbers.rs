//! Numbers in range. Written so that what is not a number fails every one.

use super::Check;
use super::spots::Spot;
use std::fmt::Display;

impl Check<'_, '_> {
    /// A number for which `fine` holds; else "is not …".
    pub(super) fn number(&mut self, spot: &Spot<'_>, value: f64, fine: bool, range: &str) {
        if !fine {
            self.error(spot, format!("{value} is not {range}"), "");
        }
    }

    /// A chance that is neither never nor always: those would make certainty out of one finding.
    pub(super) fn chance(&mut self, spot: &Spot<'_>, value: f64) {
        self.number(spot, value, value > 0.0 && value < 1.0, "between 0 and 1, both left out");
    }

    /// A share; 0 and 1 are allowed.
    pub(super) fn share(&mut self, spot: &Spot<'_>, value: f64) {
        self.number(spot, value, (0.0..=1.0).contains(&value), "from 0 to 1");
    }

    /// A rating.
    pub(super) fn rating(&mut self, spot: &Spot<'_>, value: f64) {
        self.number(spot, value, (0.0..=10.0).contains(&value), "from 0 to 10");
    }

    /// A number above 0, and not beyond reason.
    pub(super) fn above_zero(&mut self, spot: &Spot<'_>, value: f64) {
        self.number(spot, value, value > 0.0 && value <= 10_000.0, "above 0");
    }

    /// `[low, high]` within a range.
    pub(super) fn range<T: PartialOrd + Display + Copy>(
        &mut self,
        spot: &Spot<'_>,
        [low, high]: [T; 2],
        within: [T; 2],
    ) {
        let rising = low <= high;
        if !rising {
            self.error(spot, format!("[{low}, {high}] is not [low, high]"), "the lower number comes first");
        } else if !(within[0] <= low && high <= within[1]) {
            let message = format!("[{low}, {high}] is not within {} to {}", within[0], within[1]);
            self.error(spot, message, "");
        }
    }
}
