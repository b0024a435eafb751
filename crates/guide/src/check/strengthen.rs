//! Stretches, blocks, exercises, their doses and ladders.

use super::spots::spot;
use super::{Check, MOVES};
use crate::kinds::{BLOCKS, CAUTIONS, EXERCISES, LADDERS, QUESTIONS, REGIONS, SOURCES, STRENGTH_DOSES, STRETCHES};
use crate::shape::{Block, Exercise, StrengthDose, Stretch};

impl<'g> Check<'g, '_> {
    pub(super) fn strengthen(&mut self) {
        for (at, stretch) in self.guide.stretches.iter().enumerate() {
            self.stretch(at, stretch);
        }
        for (at, block) in self.guide.blocks.iter().enumerate() {
            self.block(at, block);
        }
        for (at, exercise) in self.guide.exercises.iter().enumerate() {
            self.exercise(at, exercise);
        }
        for (at, dose) in self.guide.strength_doses.iter().enumerate() {
            self.strength_dose(at, dose);
        }
        self.ladders();
    }

    fn stretch(&mut self, at: usize, stretch: &Stretch) {
        let counts = [("hold_s", stretch.hold_s, 600), ("repeats", stretch.repeats.into(), 30)];
        for (key, count, most) in counts {
            let fine = (1..=most).contains(&count);
            self.number(&spot!(STRETCHES, at, key), count.into(), fine, &format!("from 1 to {most}"));
        }
        self.range(&spot!(STRETCHES, at, "days"), stretch.days, [1, 7]);
        let Some(easier) = &stretch.easier else { return };
        self.refer(&spot!(STRETCHES, at, "easier"), &STRETCHES, easier);
        // Easier and easier must come to an end.
        let mut next = Some(easier);
        for _ in 0..=self.guide.stretches.len() {
            next = next.and_then(|id| self.guide.stretches.iter().find(|other| other.id == *id)?.easier.as_ref());
        }
        if next.is_some() {
            self.error(&spot!(STRETCHES, at, "easier"), "the easier ones run in a circle", "");
        }
    }

    fn block(&mut self, at: usize, block: &'g Block) {
        self.refer_all(&spot!(BLOCKS, at, "sources"), &SOURCES, &block.sources);
        self.refer_all(&spot!(BLOCKS, at, "cautions"), &CAUTIONS, &block.cautions);
        self.refer_all(&spot!(BLOCKS, at, "questions"), &QUESTIONS, &block.questions);
        self.refer_all(&spot!(BLOCKS, at, "regions"), &REGIONS, &block.regions);
        for (move_at, id) in block.moves.iter().enumerate() {
            self.refer_any(&spot!(BLOCKS, at, "moves", move_at), &MOVES, id);
        }
        let causes = block.sources.len() + block.groups.len() + block.cautions.len() + block.questions.len();
        if causes == 0 {
            let message = format!("nothing brings about block {:?}", block.id);
            self.error(&spot!(BLOCKS, at, "id"), message, "name sources, groups, cautions or questions");
        }
        if block.moves.is_empty() && block.regions.is_empty() {
            self.error(&spot!(BLOCKS, at, "moves"), "this block rules nothing out", "name moves or regions");
        }
    }

    fn exercise(&mut self, at: usize, exercise: &'g Exercise) {
        self.refer(&spot!(EXERCISES, at, "dose"), &STRENGTH_DOSES, &exercise.dose);
        let rung = exercise.rung;
        self.number(&spot!(EXERCISES, at, "rung"), rung.into(), (1..=9).contains(&rung), "a rung, 1 (easiest) to 9");
        self.above_zero(&spot!(EXERCISES, at, "minutes"), exercise.minutes);
        for (muscle, &percent) in &exercise.emg {
            let fine = (0.0..=300.0).contains(&percent);
            self.number(&spot!(EXERCISES, at, "emg", muscle.as_str()), percent, fine, "a percentage from 0 to 300");
        }
    }

    fn strength_dose(&mut self, at: usize, dose: &StrengthDose) {
        self.range(&spot!(STRENGTH_DOSES, at, "sets"), dose.sets, [1, 10]);
        self.range(&spot!(STRENGTH_DOSES, at, "repeats"), dose.repeats, [1, 60]);
        self.range(&spot!(STRENGTH_DOSES, at, "effort"), dose.effort, [0, 10]);
        if let Some(hold_s) = dose.hold_s {
            self.range(&spot!(STRENGTH_DOSES, at, "hold_s"), hold_s, [1, 120]);
        }
        let fine = (1..=7).contains(&dose.days);
        self.number(&spot!(STRENGTH_DOSES, at, "days"), dose.days.into(), fine, "from 1 to 7 days a week");
    }

    fn ladders(&mut self) {
        for (at, ladder) in self.guide.ladders.iter().enumerate() {
            self.refer_all(&spot!(LADDERS, at, "exercises"), &EXERCISES, &ladder.exercises);
            if ladder.exercises.is_empty() {
                self.error(&spot!(LADDERS, at, "exercises"), "a ladder has one exercise at least", "");
            }
            let rung = |id: &str| self.guide.exercises.iter().find(|exercise| exercise.id == *id).map(|it| it.rung);
            let rungs: Vec<_> = ladder.exercises.iter().map(|id| rung(id)).collect();
            for (place, pair) in rungs.windows(2).enumerate() {
                if pair[0].zip(pair[1]).is_some_and(|(lower, upper)| lower > upper) {
                    let spot = spot!(LADDERS, at, "exercises", place + 1);
                    self.error(&spot, "this is easier than the one before it", "a ladder goes from easy to hard");
                }
            }
        }
    }
}
