//! What would help to know, and why.

use super::English;
use super::names::{lower, sided};
use belief::{Next, Test, Why};
use case::ControlPlace;

impl English<'_> {
    pub(crate) fn test(&self, next: &Next) -> String {
        match next.test {
            Test::Question(question, side) => self.question(question, side),
            Test::Press(source, side) => {
                let place = self.guide.text("sources", &self.guide.source(source).id, "location");
                format!("Press at 2 to 3 out of 10: {}. {place} Is it the pain you know?", self.source(source, side))
            }
            Test::Control(ControlPlace::OtherSide) => {
                "Press the same spot on the other side, just as firmly. How sore is it, 0 to 10?".to_owned()
            }
            Test::Control(ControlPlace::Neutral) => {
                "Press the fleshy part of your forearm, as firmly as you press the sore spot. How sore is it, 0 to 10?"
                    .to_owned()
            }
        }
    }

    /// A test in a line: what to ask, or what to press.
    pub(crate) fn test_short(&self, next: &Next) -> String {
        match next.test {
            Test::Press(source, side) => format!("Press here and see: {}.", self.within(source, side)),
            Test::Question(..) | Test::Control(_) => self.test(next),
        }
    }

    /// The contract's names for a test.
    pub(super) fn test_id(&self, next: &Next) -> String {
        match next.test {
            Test::Question(question, side) => sided(&self.guide.question(question).id, side),
            Test::Press(source, side) => sided(&self.guide.source(source).id, side),
            Test::Control(ControlPlace::OtherSide) => "control: other_side".to_owned(),
            Test::Control(ControlPlace::Neutral) => "control: neutral".to_owned(),
        }
    }

    pub(crate) fn why(&self, next: &Next) -> String {
        let (source, side) = next.about;
        match next.why {
            Why::Information(_) if next.test == Test::Press(source, side) => {
                "It tells most about this very spot.".to_owned()
            }
            Why::Information(_) => format!("It tells most about this one: {}.", self.within(source, side)),
            Why::Likeliest(_) => {
                format!("Of the places not pressed yet, this one fits best: {}.", self.within(source, side))
            }
            Why::Baseline => "It shows whether you are sore in many places; then a sore spot means less.".to_owned(),
            Why::Persisting => {
                let muscle = self.guide.source(source).muscle.as_ref();
                let name = muscle.map(|id| lower(self.guide.text("muscles", id, "name"))).unwrap_or_default();
                format!("Pain stayed after a release, so all three gluteal muscles are looked at again: {name}.")
            }
        }
    }
}
