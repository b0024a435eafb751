//! The tied numbers.

use super::Check;
use crate::kinds::Kind;
use crate::shape::{Levels, Spread};

use super::spots::{Part, Spot};

const MODEL: Kind = Kind { name: "model", texts: "", one: "number", file: "model.toml", key: "", fields: &[] };

fn at<'a>(rest: &'a [Part<'a>]) -> Spot<'a> {
    Spot { kind: &MODEL, row: None, rest }
}

impl Check<'_, '_> {
    pub(super) fn model(&mut self) {
        // A model that could not be read stands here as zeros and has been noted.
        if self.draft.partial.contains(MODEL.name) {
            return;
        }
        self.priors();
        self.referrals();
        self.answers();
        self.presses();
        self.responses();
        self.styles();
    }

    fn priors(&mut self) {
        let p = &self.guide.model.prior;
        let classes = [
            ("exceptional", p.exceptional),
            ("rare", p.rare),
            ("uncommon", p.uncommon),
            ("common", p.common),
            ("very_common", p.very_common),
        ];
        self.classes("prior", &classes);
    }

    fn referrals(&mut self) {
        let m = &self.guide.model.referral;
        self.classes("referral", &[("rare", m.rare), ("spillover", m.spillover), ("essential", m.essential)]);
        self.classes("referral", &[("unnamed", m.unnamed)]);
        self.classes("referral", &[("beside", m.beside), ("main", m.main)]);
        self.levels(["referral", "leak"], m.leak);
        self.levels(["referral", "leak_words"], m.leak_words);
        self.above_zero(&at(&["referral".into(), "class_weight".into()]), m.class_weight);
        self.above_zero(&at(&["referral".into(), "lineage_weight".into()]), m.lineage_weight);
        self.chance(&at(&["referral".into(), "some_share".into()]), m.some_share);
        self.range(&at(&["referral".into(), "leak_spread".into()]), m.leak_spread, [0.01, 100.0]);
        self.share(&at(&["referral".into(), "blank_drawing".into()]), m.blank_drawing);
        self.share(&at(&["referral".into(), "blank_patchy".into()]), m.blank_patchy);
        self.share(&at(&["referral".into(), "blank_words".into()]), m.blank_words);
        self.share(&at(&["referral".into(), "least".into()]), m.least);
        self.share(&at(&["referral".into(), "least_of_many".into()]), m.least_of_many);
        self.some(&at(&["referral".into(), "most_of_many".into()]), m.most_of_many);
        self.share(&at(&["referral".into(), "share_some".into()]), m.share_some);
        self.share(&at(&["referral".into(), "share_much".into()]), m.share_much);
        self.ascending("referral", &[("share_some", m.share_some), ("share_much", m.share_much)]);
        self.rating(&at(&["referral".into(), "intensity_much".into()]), m.intensity_much);
    }

    fn answers(&mut self) {
        let q = &self.guide.model.question;
        self.classes("question", &[("weak", q.weak), ("medium", q.medium), ("strong", q.strong)]);
        let background = [("rarely", q.rarely), ("sometimes", q.sometimes), ("often", q.often)];
        for (key, value) in background {
            self.chance(&at(&["question".into(), key.into()]), value);
        }
        self.ascending("question", &background);
        self.share(&at(&["question".into(), "published_weight".into()]), q.published_weight);
        self.some(&at(&["question".into(), "most".into()]), q.most);
    }

    fn presses(&mut self) {
        let p = &self.guide.model.press;
        let levels = [
            ("own", p.own),
            ("cover", p.cover),
            ("sensitised", p.sensitised),
            ("leak", p.leak),
            ("leak_sore", p.leak_sore),
            ("control", p.control),
            ("control_sore", p.control_sore),
        ];
        for (key, value) in levels {
            self.levels(["press", key], value);
        }
        self.rating(&at(&["press".into(), "tender_from".into()]), p.tender_from);
        self.above_zero(&at(&["press".into(), "minutes".into()]), p.minutes);
        self.above_zero(&at(&["press".into(), "control_minutes".into()]), p.control_minutes);
    }

    fn responses(&mut self) {
        let r = &self.guide.model.response;
        let chances = [
            ("works", r.works),
            ("drop", r.drop),
            ("drop_anyway", r.drop_anyway),
            ("feeds", r.feeds),
            ("lingers", r.lingers),
            ("drop_share", r.drop_share),
        ];
        for (key, value) in chances {
            self.chance(&at(&["response".into(), key.into()]), value);
        }
        self.ascending("response", &[("drop_anyway", r.drop_anyway), ("drop", r.drop)]);
        for (key, value) in [("drop_points", r.drop_points), ("gone_up_to", r.gone_up_to), ("left_from", r.left_from)] {
            self.rating(&at(&["response".into(), key.into()]), value);
        }
        self.ascending("response", &[("gone_up_to", r.gone_up_to), ("left_from", r.left_from)]);
        // Each doubles the work of one answer.
        if r.exact_sources > 8 {
            let message = format!("{} is more than 8", r.exact_sources);
            self.error(&at(&["response".into(), "exact_sources".into()]), message, "");
        }
    }

    fn styles(&mut self) {
        let s = &self.guide.model.styles;
        for (key, value) in [("over", s.over), ("under", s.under), ("swapped", s.swapped), ("sore", s.sore)] {
            self.chance(&at(&["styles".into(), key.into()]), value);
        }
        let sum = s.over + s.under;
        self.number(
            &at(&["styles".into(), "under".into()]),
            sum,
            sum < 1.0,
            "below 1: over and under leave nobody usual",
        );
        let factors = [
            ("over_leak", s.over_leak),
            ("over_odds", s.over_odds),
            ("under_leak", s.under_leak),
            ("under_odds", s.under_odds),
        ];
        for (key, value) in factors {
            self.above_zero(&at(&["styles".into(), key.into()]), value);
        }
    }

    /// A limit of causes. Both sides of one source are two.
    fn some(&mut self, spot: &Spot<'_>, most: usize) {
        if most < 2 {
            self.error(spot, format!("{most} is less than 2"), "one source has a left and a right");
        }
    }

    /// Classes with a spread each, weakest first.
    fn classes(&mut self, table: &'static str, classes: &[(&'static str, Spread)]) {
        for &(key, Spread { value, low, high }) in classes {
            for (end, number) in [("value", value), ("low", low), ("high", high)] {
                self.chance(&at(&[table.into(), key.into(), end.into()]), number);
            }
            if !(low <= value && value <= high) {
                let message = format!("{value} is not between {low} and {high}");
                self.error(&at(&[table.into(), key.into(), "value".into()]), message, "low <= value <= high");
            }
        }
        let values: Vec<_> = classes.iter().map(|&(key, spread)| (key, spread.value)).collect();
        self.ascending(table, &values);
    }

    fn ascending(&mut self, table: &'static str, values: &[(&'static str, f64)]) {
        for pair in values.windows(2) {
            let [(less, low), (more, high)] = [pair[0], pair[1]];
            let rising = low < high;
            if !rising {
                let message = format!("{more:?} ({high}) is not above {less:?} ({low})");
                self.error(&at(&[table.into(), more.into()]), message, "the words say which is more");
            }
        }
    }

    /// Chances of the two upper levels, which leave something for the lowest.
    fn levels(&mut self, [table, key]: [&'static str; 2], levels: Levels) {
        for (place, value) in levels.into_iter().enumerate() {
            self.chance(&at(&[table.into(), key.into(), place.into()]), value);
        }
        let sum = levels[0] + levels[1];
        let leaves_some = sum < 1.0;
        if !leaves_some {
            self.error(
                &at(&[table.into(), key.into()]),
                format!("the chances add up to {sum}, not to less than 1"),
                "",
            );
        }
    }
}
