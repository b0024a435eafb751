//! A spot: find it, hold or sweep, stretch.

use super::English;
use super::names::{range, time};
use crate::page::{Block, Item, Page};
use coach::{Plan, Spot, SpotWhy};
use guide::shape::{Stroke, Style};

impl English<'_> {
    pub(super) fn spots(&self, plan: &Plan, page: &mut Page) {
        if plan.spots.is_empty() {
            return;
        }
        page.heading("Stop at once if");
        page.items(self.guide.stops.iter().filter(|stop| stop.during).map(|stop| self.stop(&stop.id)));
        for (at, spot) in plan.spots.iter().enumerate() {
            let name = self.source(spot.source, spot.side);
            page.heading(format!("Spot {} of {}: {name}", at + 1, plan.spots.len()));
            page.text(format!("{} About {}.", why(spot.why), time(spot.seconds())));
            self.find(spot, page);
            let known = plan.spots[..at].iter().position(|before| before.style == spot.style);
            self.press(spot, known, page);
            page.blocks.extend(plan.stretches.iter().filter(|item| item.after == at).map(|item| self.stretch(item)));
        }
        self.rests(plan, page);
    }

    /// What the times of the plan rest on, each said once.
    fn rests(&self, plan: &Plan, page: &mut Page) {
        page.heading("What the time rests on");
        for (at, spot) in plan.spots.iter().enumerate() {
            let dose = spot.dose();
            if plan.spots[..at].iter().all(|before| before.dose() != dose) {
                page.text(self.guide.text("doses", dose, "note"));
            }
        }
    }

    /// How the hand gets there, and where to stay off.
    fn find(&self, spot: &Spot, page: &mut Page) {
        let text = |field| self.guide.text("regions", &spot.region, field);
        page.text(format!("Where: {}", text("location")));
        let steps = self.guide.texts.steps("regions", &spot.region, "landmarks").into_iter().map(Item::from);
        page.push(Block::Bracket("Find it with your hand".to_owned(), vec![Block::Steps(steps.collect())]));
        let no_go = self.guide.region(&spot.region).map(|region| region.no_go.as_slice()).unwrap_or_default();
        let rows: Vec<(String, String)> = no_go
            .iter()
            .map(|id| (self.guide.text("no_go", id, "name"), self.guide.text("no_go", id, "rule")))
            .map(|(name, rule)| ("Stay off".to_owned(), format!("{name}. {rule}")))
            .collect();
        page.push(Block::Labelled(rows));
        page.text(text("covered"));
    }

    /// How to press, and how long. What was told at an earlier spot (`known`, from 0) is not told again.
    fn press(&self, spot: &Spot, known: Option<usize>, page: &mut Page) {
        let hold = spot.style == Style::Hold;
        let common = |field| Item::from(self.guide.text("steps", if hold { "hold" } else { "sweep" }, field));
        let mut steps: Vec<Item> =
            self.guide.texts.steps("techniques", &spot.technique, "setup").into_iter().map(Item::from).collect();
        match known {
            Some(at) => steps.push(Item::from(format!("Search and lean in as at spot {}.", at + 1))),
            None => steps.extend(["search", "press"].map(common)),
        }
        steps.extend(if hold { self.held(spot) } else { self.swept(spot) });
        steps.extend(self.stroke(spot));
        steps.push(common("retest"));
        let verb = if hold { "Hold" } else { "Sweep" };
        let title = format!("{verb} at {} out of 10, never above {}", range(spot.target), spot.ceiling);
        page.push(Block::Bracket(title, vec![Block::Steps(steps)]));
    }

    fn held(&self, spot: &Spot) -> Vec<Item> {
        let mut steps = Vec::new();
        let sink = match spot.raises {
            [_, 0] => "Stay still, with long breaths out.".to_owned(),
            raises => format!(
                "Stay still, with long breaths out. When it has faded by half, sink in until the old number is back, {} a hold.",
                if raises == [1, 1] { "once".to_owned() } else { format!("{} times", range(raises)) },
            ),
        };
        steps.push(Item::from(sink));
        steps.extend(spot.felt.iter().map(|felt| {
            let feels = if felt.from == felt.to { felt.from.to_string() } else { range([felt.from, felt.to]) };
            Item::from(format!("While it feels like {feels} out of 10, hold {} seconds.", range(felt.hold_s)))
        }));
        if spot.felt.is_empty() {
            steps.push(Item::from(format!("Hold {} seconds.", range(spot.hold_s))));
        }
        steps.push(Item::from(match spot.holds {
            1 => "One hold today. Let go slowly.".to_owned(),
            holds => format!("{holds} holds in all, with a short rest between. Let go slowly."),
        }));
        steps
    }

    fn swept(&self, spot: &Spot) -> Vec<Item> {
        let place = spot.place_s.map(|s| format!(" Never {s} seconds in one place.")).unwrap_or_default();
        let sets = if spot.holds == 1 { "One pass".to_owned() } else { format!("{} passes", spot.holds) };
        vec![Item::from(format!("Keep moving, 2 to 3 cm a second. {sets} of {} seconds.{place}", range(spot.hold_s)))]
    }

    fn stroke(&self, spot: &Spot) -> Option<Item> {
        let (first, then) = match spot.stroke {
            Stroke::None => return None,
            Stroke::Along => ("along", "across"),
            Stroke::Across => ("across", "along"),
        };
        let text = |field| self.guide.text("regions", &spot.region, field);
        Some(Item::from(format!("Then five slow strokes at 2 to 3. {}", text(first))).note(text(then)))
    }
}

fn why(why: SpotWhy) -> &'static str {
    match why {
        SpotWhy::Leading => "It fits best so far.",
        SpotWhy::Possible => "It is worth looking at.",
        SpotWhy::Coverage => "Not because it fits best: so that no gluteal muscle is missed.",
    }
}
