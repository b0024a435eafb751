//! A plan to follow: comfort, warm up, find and hold, stretch, strengthen, and what comes after.

use super::English;
use super::names::{count, number, range, sided, time, upper};
use crate::page::{Block, Item, Page};
use coach::{
    Consultation, Covered, ExerciseItem, Half, Kind, NoPress, Plan, Planned, Rule, STRETCH_WITHIN_S, StretchItem,
    WarmUp,
};
use guide::shape::StrengthDose;

impl English<'_> {
    pub(crate) fn plan(&self, consultation: &Consultation) -> Page {
        let mut page = Page::default();
        match &consultation.plan {
            Planned::Unasked(asks) => page = self.unasked(asks),
            Planned::NotAsked => page = self.assessment(consultation, crate::Detail::Words),
            Planned::Closed => {
                page.push(Block::Title("Unknot: help first".to_owned()));
                page.push(Block::Banner(self.banner()));
                self.gate(&consultation.gate, &mut page);
                self.comfort(&consultation.comfort, &["position", "stop", "note", "see"], &mut page);
            }
            Planned::Ready(plan) => self.ready(consultation, plan, &mut page),
        }
        page
    }

    fn ready(&self, consultation: &Consultation, plan: &Plan, page: &mut Page) {
        page.push(Block::Title(format!("Unknot: a plan for today, about {}", time(plan.time.total_s()))));
        page.push(Block::Banner(self.banner()));
        self.gate(&consultation.gate, page);
        // Whom to see has a part of its own further down.
        self.comfort(&consultation.comfort, &["position", "stop", "note"], page);
        match plan.kind {
            Kind::Release => self.halved(plan, page),
            Kind::NoPress(why) => {
                page.heading("No pressing today");
                page.text(self.no_press(why));
            }
        }
        self.warm_up(&plan.warm_up, plan.kind, page);
        self.spots(plan, page);
        // A stretch stands with its spot; one without a spot stands alone.
        let alone = plan.stretches.iter().filter(|item| item.after >= plan.spots.len());
        page.blocks.extend(alone.map(|item| self.stretch(item)));
        self.strength(&plan.exercises, page);
        self.after(plan, page);
        self.whom_to_see(plan, page);
        if plan.kind == Kind::Release {
            self.coverage(plan, page);
        }
        self.left_out(&plan.refused, page);
        self.expect(plan.kind, page);
    }

    fn halved(&self, plan: &Plan, page: &mut Page) {
        let why: Vec<String> = plan
            .half
            .iter()
            .map(|half| match half {
                Half::FirstSession => "it is the first session, and the next morning decides about more".to_owned(),
                Half::Light(caution) => {
                    let name = self.guide.text("cautions", &self.guide.caution(*caution).id, "name");
                    format!("light only, because of this: {}", super::names::lower(name))
                }
                Half::Worse => "the last session made it worse".to_owned(),
            })
            .collect();
        if !why.is_empty() {
            page.heading("Half of everything today");
            page.text(format!("{}.", upper(&why.join("; "))));
        }
    }

    pub(crate) fn no_press(&self, why: NoPress) -> String {
        match why {
            NoPress::Leads(source, side) => {
                format!("What fits best is not a muscle: {}. Pressing does not help that.", self.within(source, side))
            }
            NoPress::Tied { look_alike: (source, side), muscle: (muscle, muscle_side) } => format!(
                "Two fit equally well: {}, and {}. Until they can be told apart, nothing is pressed; that is the safer way.",
                self.within(source, side),
                self.within(muscle, muscle_side),
            ),
            NoPress::Open { look_alike: (source, side), muscle: (muscle, muscle_side) } => format!(
                "What fits best is {}. But {} is possible too, and no answer speaks against it. Until answers or a clinician make that clearer, nothing is pressed; that is the safer way.",
                self.within(muscle, muscle_side),
                self.within(source, side),
            ),
            NoPress::Caution(caution) => self.caution(caution),
            NoPress::Course(rule) => self.decision(rule, "then"),
            NoPress::NothingFits => {
                "No muscle fits well enough to press. More places on the pain drawing, or a few answers, may change that."
                    .to_owned()
            }
            NoPress::NothingLeft => "What fits cannot be pressed today; why stands below.".to_owned(),
        }
    }

    /// When a rule about the weeks fits, or what to do then.
    pub(crate) fn decision(&self, rule: Rule, field: &str) -> String {
        self.guide.text("decisions", rule.id(), field).to_owned()
    }

    fn warm_up(&self, items: &[WarmUp], kind: Kind, page: &mut Page) {
        if items.is_empty() {
            return;
        }
        let walk = kind != Kind::Release;
        page.heading(if walk { "Move" } else { "Warm up" });
        page.steps(items.iter().map(|item| {
            let text = |field| self.guide.texts.steps("warmups", &item.warmup, field).join(" ");
            let name = self.guide.text("warmups", &item.warmup, "name");
            let skip = self.guide.text("warmups", &item.warmup, "skip");
            Item::from(format!("{name}, {}. {}", time(item.seconds), text("steps"))).note(format!("Not if: {skip}"))
        }));
    }

    pub(super) fn stretch(&self, item: &StretchItem) -> Block {
        let text = |field| self.guide.text("stretches", &item.stretch, field).to_owned();
        let name = sided(self.guide.text("stretches", &item.stretch, "name"), item.side);
        let mut blocks =
            self.guide.texts.steps("stretches", &item.stretch, "steps").into_iter().map(Item::from).collect::<Vec<_>>();
        let holds = format!("Hold {} seconds, {}.", item.hold_s, times(item.repeats));
        blocks.push(Item::from(holds));
        let rows = vec![("Feel it in".to_owned(), text("feel")), ("Stop if".to_owned(), text("stop"))];
        Block::Bracket(
            format!("Stretch within {}: {name}", time(STRETCH_WITHIN_S)),
            vec![Block::Steps(blocks), Block::Labelled(rows)],
        )
    }

    fn strength(&self, items: &[ExerciseItem], page: &mut Page) {
        if items.is_empty() {
            return;
        }
        page.heading("Strengthen");
        for item in items {
            let name = self.guide.text("exercises", &item.exercise, "name");
            let steps = self.guide.texts.steps("exercises", &item.exercise, "steps").into_iter().map(Item::from);
            let stop = self.guide.text("exercises", &item.exercise, "stop").to_owned();
            let rows = vec![("How much".to_owned(), self.dose(&item.dose, item.sets)), ("Stop if".to_owned(), stop)];
            let blocks = vec![Block::Steps(steps.collect()), Block::Labelled(rows)];
            page.push(Block::Bracket(name.to_owned(), blocks));
        }
        for rule in ["pain_0_3", "pain_4_5", "pain_6"] {
            page.text(self.guide.text("strength_rules", rule, "rule"));
        }
    }

    /// How much of an exercise.
    pub(super) fn dose(&self, dose: &str, sets: [u8; 2]) -> String {
        let name = self.guide.text("strength_doses", dose, "name");
        let Some(dose) = self.guide.strength_doses.iter().find(|known| known.id == *dose) else {
            return name.to_owned();
        };
        let StrengthDose { repeats, hold_s, .. } = dose;
        let hold = hold_s.map(|hold| format!(", each held {} seconds", range(hold))).unwrap_or_default();
        let sets = if sets == [1, 1] { "1 set".to_owned() } else { format!("{} sets", range(sets)) };
        format!("{sets} of {}{hold}. {name}.", range(*repeats))
    }

    fn after(&self, plan: &Plan, page: &mut Page) {
        if plan.spots.is_empty() {
            return;
        }
        page.heading("Tonight and tomorrow");
        page.text("Look and feel two to four hours after, and again the next morning:");
        page.items(self.guide.stops.iter().filter(|stop| !stop.during).map(|stop| self.stop(&stop.id)));
    }

    pub(super) fn stop(&self, id: &str) -> Item {
        Item::from(format!("{}. {}", self.guide.text("stops", id, "sign"), self.guide.text("stops", id, "advice")))
    }

    fn whom_to_see(&self, plan: &Plan, page: &mut Page) {
        if !plan.see.is_empty() {
            page.heading("Whom to see");
            page.items(plan.see.iter().map(|see| self.see(see)));
        }
    }

    fn coverage(&self, plan: &Plan, page: &mut Page) {
        let coverage = &plan.coverage;
        if coverage.is_empty() {
            return;
        }
        page.heading("All the gluteal muscles");
        page.text(format!("{} can hide one another, so each gets its turn.", upper(&number(coverage.len()))));
        page.items(coverage.iter().map(|muscle| {
            let name = self.guide.text("muscles", &muscle.muscle, "name");
            let today = plan.spots.iter().any(|spot| spot.muscle == muscle.muscle);
            match &muscle.state {
                Covered::Before if today => format!("{name}: looked at before, and again today."),
                Covered::Before => format!("{name}: looked at before."),
                Covered::Today => format!("{name}: today."),
                Covered::Later => format!("{name}: in one of the next sessions."),
                Covered::Refused(why) => format!("{name}: not for now. {}", upper(&self.reason(why))),
            }
        }));
    }

    fn expect(&self, kind: Kind, page: &mut Page) {
        page.heading("What to expect");
        if kind == Kind::Release {
            page.text(
                "In trials pressing made sore spots less sore for a while; whether it lowers the pain itself is not \
                 clear. Walking and strengthening do more in the long run.",
            );
        }
        page.text(self.guide.text("strength_rules", "walking", "rule"));
    }
}

fn times(repeats: u8) -> String {
    match repeats {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => count(usize::from(n), "time"),
    }
}
