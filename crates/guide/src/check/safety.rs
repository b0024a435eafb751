//! Red flags, their asks, and cautions.

use super::spots::{Spot, spot};
use super::{Check, MOVES};
use crate::kinds::{ASKS, CAUTIONS, FLAGS, REGIONS, ZONES};
use crate::shape::{Ask, Flag, Weight};
use std::collections::BTreeSet;

impl<'g> Check<'g, '_> {
    pub(super) fn safety(&mut self) {
        let mut seen = BTreeSet::new();
        for (at, flag) in self.guide.flags.iter().enumerate() {
            for (ask_at, ask) in flag.ask.iter().enumerate() {
                if !seen.insert(ask.id.as_str()) {
                    let message = format!("ask {:?} stands here twice", ask.id);
                    self.error(&spot!(FLAGS, at, "ask", ask_at, "id"), message, "ids are unique");
                }
                self.ask(at, flag, ask_at, ask);
            }
            self.flag(at, flag);
        }
        for (at, caution) in self.guide.cautions.iter().enumerate() {
            self.refer_all(&spot!(CAUTIONS, at, "regions"), &REGIONS, &caution.regions);
            for (block_at, id) in caution.blocks.iter().enumerate() {
                self.refer_any(&spot!(CAUTIONS, at, "blocks", block_at), &MOVES, id);
            }
        }
    }

    fn ask(&mut self, at: usize, flag: &Flag, ask_at: usize, ask: &'g Ask) {
        let word = ask.id.strip_prefix(flag.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
        if !word.is_some_and(|word| super::rows::well_formed(word, '_')) {
            let hint = format!("it is the flag's id, a dot and a word, e.g. \"{}.new\"", flag.id);
            let message = format!("{:?} is no id of an ask of this flag", ask.id);
            self.error(&spot!(FLAGS, at, "ask", ask_at, "id"), message, hint);
        }
        let relevant = &ask.relevant;
        self.refer_all(&spot!(FLAGS, at, "ask", ask_at, "relevant", "zones"), &ZONES, &relevant.zones);
        // An age_from above age_to means younger or older, so any two ages are fine.
        if relevant.onset_from_days.zip(relevant.onset_to_days).is_some_and(|(from, to)| from > to) {
            let spot = spot!(FLAGS, at, "ask", ask_at, "relevant", "onset_to_days");
            self.error(&spot, "no pain is in this range", "the end comes before the beginning");
        }
    }

    fn flag(&mut self, at: usize, flag: &'g Flag) {
        if flag.ask.is_empty() {
            self.error(&spot!(FLAGS, at, "ask"), "a flag without an ask is never seen", "");
        }
        self.refer_all(&spot!(FLAGS, at, "together"), &ASKS, &flag.together);
        self.refer_all(&spot!(FLAGS, at, "cautions"), &CAUTIONS, &flag.cautions);
        for (ask_at, id) in flag.together.iter().enumerate() {
            if flag.ask.iter().any(|ask| ask.id == *id) {
                let spot = spot!(FLAGS, at, "together", ask_at);
                self.error(&spot, "this ask is the flag's own", "for asks of one flag, use combine_needs");
            }
        }
        self.can_close(&spot!(FLAGS, at, "combine_needs"), flag);
    }

    /// `combine` asks that no set of answers can turn into a closed gate would only look like safety.
    fn can_close(&mut self, spot: &Spot<'_>, flag: &Flag) {
        let combine = flag.ask.iter().filter(|ask| ask.weight == Weight::Combine).count();
        if combine == 0 {
            if flag.combine_needs.is_some() || !flag.together.is_empty() {
                self.error(spot, "this flag has no combine asks", "leave combine_needs and together out");
            }
            return;
        }
        match flag.combine_needs {
            Some(needs @ 0..=1) => {
                let hint = "one yes that is enough is weight = \"hard\"";
                self.error(spot, format!("combine_needs = {needs} is less than 2"), hint);
            }
            Some(needs) if usize::from(needs) > combine => {
                let message = format!("{needs} yeses are needed, but there are only {combine} combine asks");
                self.error(spot, message, "lower combine_needs, or name asks of other flags in together");
            }
            None if flag.together.is_empty() => {
                let message = format!("the combine asks of flag {:?} can never close the gate", flag.id);
                self.error(spot, message, "give combine_needs, or name asks of other flags in together");
            }
            _ => {}
        }
    }
}
