//! The tied numbers a fit may move, each by one knob: a displacement from the number in the guide, on the log-odds or
//! logarithmic scale. A spread moves with its value.

use guide::shape::{Levels, Model, Spread};

/// One tied number, or a few that move as one.
pub(crate) struct Knob {
    /// Its place in `guide/model.toml`.
    pub(crate) name: &'static str,
    /// How far it may stray before it costs: standard deviation of the displacement. Guesses are loose, what rests on
    /// studies is tight.
    pub(crate) loose: f64,
    turn: fn(&mut Model, f64),
}

impl Knob {
    /// Displaces the number by `by`.
    pub(crate) fn turn(&self, model: &mut Model, by: f64) {
        if by != 0.0 {
            (self.turn)(model, by);
        }
    }
}

const fn knob(name: &'static str, loose: f64, turn: fn(&mut Model, f64)) -> Knob {
    Knob { name, loose, turn }
}

/// Every knob.
pub(crate) const KNOBS: &[Knob] = &[
    knob("prior, all", 0.7, |m, by| each_prior(m, |spread| *spread = odds_of(*spread, by))),
    knob("prior, contrast", 0.5, contrast),
    knob("referral.essential", 0.5, |m, by| m.referral.essential = odds_of(m.referral.essential, by)),
    knob("referral.spillover", 0.5, |m, by| m.referral.spillover = odds_of(m.referral.spillover, by)),
    knob("referral.unnamed", 0.5, |m, by| m.referral.unnamed = odds_of(m.referral.unnamed, by)),
    knob("referral.main", 0.5, |m, by| m.referral.main = odds_of(m.referral.main, by)),
    knob("referral.beside", 0.5, |m, by| m.referral.beside = odds_of(m.referral.beside, by)),
    knob("referral.class_weight", 0.7, |m, by| m.referral.class_weight *= libm::exp(by)),
    knob("referral.lineage_weight", 0.7, |m, by| m.referral.lineage_weight *= libm::exp(by)),
    knob("referral.some_share", 0.7, |m, by| m.referral.some_share = odds(m.referral.some_share, by)),
    knob("referral.leak, some", 0.7, |m, by| m.referral.leak = some(m.referral.leak, by)),
    knob("referral.leak, much", 0.7, |m, by| m.referral.leak = much(m.referral.leak, by)),
    knob("referral.leak_words", 0.7, |m, by| {
        m.referral.leak_words = much(some(m.referral.leak_words, by), by);
    }),
    knob("referral.blank_drawing", 0.7, |m, by| m.referral.blank_drawing = odds(m.referral.blank_drawing, by)),
    knob("referral.blank_words", 0.7, |m, by| m.referral.blank_words = odds(m.referral.blank_words, by)),
    knob("question.weak", 0.5, |m, by| m.question.weak = odds_of(m.question.weak, by)),
    knob("question.medium", 0.5, |m, by| m.question.medium = odds_of(m.question.medium, by)),
    knob("question.strong", 0.5, |m, by| m.question.strong = odds_of(m.question.strong, by)),
    knob("question.rarely", 0.5, |m, by| m.question.rarely = odds(m.question.rarely, by)),
    knob("question.sometimes", 0.5, |m, by| m.question.sometimes = odds(m.question.sometimes, by)),
    knob("question.often", 0.5, |m, by| m.question.often = odds(m.question.often, by)),
    knob("question.published_weight", 1.0, |m, by| {
        m.question.published_weight = odds(m.question.published_weight.min(0.95), by);
    }),
    knob("press.own, some", 0.4, |m, by| m.press.own = some(m.press.own, by)),
    knob("press.own, much", 0.4, |m, by| m.press.own = much(m.press.own, by)),
    knob("press.cover, much", 0.5, |m, by| m.press.cover = much(m.press.cover, by)),
    knob("press.sensitised, much", 0.4, |m, by| m.press.sensitised = much(m.press.sensitised, by)),
    knob("press.leak, some", 0.4, |m, by| m.press.leak = some(m.press.leak, by)),
    knob("press.leak, much", 0.4, |m, by| m.press.leak = much(m.press.leak, by)),
    knob("styles.over", 0.7, |m, by| m.styles.over = odds(m.styles.over, by).min(0.9 - m.styles.under)),
    knob("styles.under", 0.7, |m, by| m.styles.under = odds(m.styles.under, by).min(0.9 - m.styles.over)),
    knob("styles.over_leak", 0.7, |m, by| m.styles.over_leak *= libm::exp(by)),
    knob("styles.over_odds", 0.7, |m, by| m.styles.over_odds *= libm::exp(by)),
    knob("styles.under_leak", 0.7, |m, by| m.styles.under_leak *= libm::exp(by)),
    knob("styles.under_odds", 0.7, |m, by| m.styles.under_odds *= libm::exp(by)),
];

/// The model with every knob turned.
pub(crate) fn turned(model: &Model, by: &[f64]) -> Model {
    let mut model = model.clone();
    for (knob, by) in KNOBS.iter().zip(by) {
        knob.turn(&mut model, *by);
    }
    model
}

/// Do classes keep the order that their words say? A guide in which they do not is none.
pub(crate) fn in_order(model: &Model) -> bool {
    let (r, q) = (&model.referral, &model.question);
    let above = |high: Spread, low: Spread| high.value > low.value;
    above(r.essential, r.spillover)
        && above(r.spillover, r.rare)
        && above(r.main, r.beside)
        && above(q.strong, q.medium)
        && above(q.medium, q.weak)
        && q.often > q.sometimes
        && q.sometimes > q.rarely
}

fn odds(chance: f64, by: f64) -> f64 {
    let odds = chance / (1.0 - chance) * libm::exp(by);
    odds / (1.0 + odds)
}

fn odds_of(spread: Spread, by: f64) -> Spread {
    Spread { value: odds(spread.value, by), low: odds(spread.low, by), high: odds(spread.high, by) }
}

fn some([some, much]: Levels, by: f64) -> Levels {
    [odds(some, by).min(0.97 - much), much]
}

fn much([some, much]: Levels, by: f64) -> Levels {
    [some, odds(much, by).min(0.97 - some)]
}

fn each_prior(model: &mut Model, mut act: impl FnMut(&mut Spread)) {
    let p = &mut model.prior;
    for spread in [&mut p.exceptional, &mut p.rare, &mut p.uncommon, &mut p.common, &mut p.very_common] {
        act(spread);
    }
}

/// Draws the classes of the prior apart (or together) around the middle one.
fn contrast(model: &mut Model, by: f64) {
    let log_odds = |p: f64| libm::log(p / (1.0 - p));
    let middle = log_odds(model.prior.uncommon.value);
    let factor = libm::exp(by) - 1.0;
    each_prior(model, |spread| {
        let away = log_odds(spread.value) - middle;
        *spread = odds_of(*spread, away * factor);
    });
}

#[cfg(test)]
mod tests {
    use super::{KNOBS, in_order, turned};
    use guide::Guide;

    #[test]
    fn every_knob_moves_something_and_nothing_moves_by_itself() {
        let model = Guide::embedded("en").unwrap().model;
        let seen = |by: &[f64]| format!("{:?}", turned(&model, by));
        assert_eq!(seen(&[0.0; 64]), format!("{model:?}"));
        for at in 0..KNOBS.len() {
            let mut by = [0.0; 64];
            by[at] = 0.3;
            assert_ne!(seen(&by), seen(&[0.0; 64]), "{}", KNOBS[at].name);
        }
    }

    #[test]
    fn a_class_that_passes_another_is_out_of_order() {
        let model = Guide::embedded("en").unwrap().model;
        assert!(in_order(&model));
        let at = |name: &str| KNOBS.iter().position(|knob| knob.name == name).unwrap();
        for (name, by) in [("referral.essential", -1.5), ("referral.beside", 3.0), ("question.weak", 2.0)] {
            let mut turns = [0.0; 64];
            turns[at(name)] = by;
            assert!(!in_order(&turned(&model, &turns)), "{name}");
        }
    }

    #[test]
    fn classes_keep_their_order_when_drawn_apart() {
        let model = Guide::embedded("en").unwrap().model;
        for by in [-1.0, 1.0] {
            let p = turned(&model, &[0.0, by]).prior;
            assert!(p.exceptional.value < p.rare.value && p.common.value < p.very_common.value);
        }
    }
}
