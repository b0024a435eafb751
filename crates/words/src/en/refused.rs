//! What is left out and why; whom to see.

use super::English;
use super::names::{lower, upper};
use crate::page::{Item, Page};
use coach::{Because, Part, Reason, Refused, See, What};

impl English<'_> {
    pub(crate) fn refused(&self, refused: &Refused) -> String {
        format!("{}: {}", self.what(&refused.what), self.reason(&refused.why))
    }

    pub(crate) fn what(&self, what: &What) -> String {
        match what {
            What::Muscle(id) => self.guide.text("muscles", id, "name").to_owned(),
            What::Spot(source, side) => format!("Spot {}", self.within(*source, *side)),
            What::Region(id) => self.guide.text("regions", id, "name").to_owned(),
            What::Technique(id) => self.technique(id),
            What::Warmup(id) => self.guide.text("warmups", id, "name").to_owned(),
            What::Stretch(id) => self.guide.text("stretches", id, "name").to_owned(),
            What::Exercise(id) => self.guide.text("exercises", id, "name").to_owned(),
            What::Part(Part::WarmUp) => "Warm-up".to_owned(),
            What::Part(Part::Spots) => "Pressing".to_owned(),
            What::Part(Part::Stretches) => "Stretching".to_owned(),
            What::Part(Part::Strength) => "Strengthening".to_owned(),
        }
    }

    /// A technique by its region and tool.
    fn technique(&self, id: &str) -> String {
        let Some(technique) = self.guide.techniques.iter().find(|technique| technique.id == *id) else {
            return id.to_owned();
        };
        let tool = lower(self.guide.text("tools", technique.tool.name(), "name"));
        format!("{} with {tool}", self.guide.text("regions", &technique.region, "name"))
    }

    pub(crate) fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Caution(caution) => self.caution(*caution),
            Reason::AskDoctor(caution) => format!("only after a doctor's yes. {}", self.caution(*caution)),
            Reason::Block { block, because } => format!(
                "{} Instead: {} ({}.)",
                self.guide.text("blocks", block, "reason"),
                lower(self.guide.text("blocks", block, "instead")),
                upper(&self.because(*because)),
            ),
            Reason::LookAlike(source, side) => {
                format!("this fits as well or better, and pressing does not help it: {}.", self.within(*source, *side))
            }
            Reason::Course(rule) => lower(&self.decision(*rule, "then")),
            Reason::NothingFits => "no muscle fits well enough.".to_owned(),
            Reason::NotPressable => "you cannot reach or press it safely by yourself.".to_owned(),
            Reason::Kit => "it needs a tool or a surface that is not at hand.".to_owned(),
            Reason::Minutes => "the minutes are used up.".to_owned(),
            Reason::PlacesUsed => "enough places were pressed today.".to_owned(),
            Reason::SpotsUsed => "enough spots for one session.".to_owned(),
            Reason::PressureUsed => "enough pressure for one session.".to_owned(),
            Reason::Later => "the first session stays small; it comes in a later one.".to_owned(),
            Reason::BadDay => "it hurts too much today.".to_owned(),
        }
    }

    pub(crate) fn because(&self, because: Because) -> String {
        match because {
            Because::Source(source, side) => format!("because this may be behind it: {}", self.within(source, side)),
            Because::Caution(caution) => {
                let name = self.guide.text("cautions", &self.guide.caution(caution).id, "name");
                format!("because of this: {}", lower(name))
            }
            Because::Answer(question, side) => format!("because of your yes to \"{}\"", self.question(question, side)),
        }
    }

    pub(crate) fn see(&self, see: &See) -> String {
        match see {
            See::About { source, side, comfort } => {
                format!("{}: {}", self.source(*source, *side), self.guide.text("comfort", comfort, "see"))
            }
            See::Mention(flag) => self.mention(*flag),
            See::AskDoctor(caution) => format!("Before any pressing: {}", self.caution(*caution)),
        }
    }

    /// What is left out, told together where the reason is the same.
    pub(super) fn left_out(&self, refused: &[Refused], page: &mut Page) {
        if refused.is_empty() {
            return;
        }
        page.heading("Left out, and why");
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for item in refused {
            let (what, why) = (self.what(&item.what), self.reason(&item.why));
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, things)) if things.contains(&what) => {}
                Some((_, things)) => things.push(what),
                None => reasons.push((why, vec![what])),
            }
        }
        page.items(reasons.into_iter().map(|(why, things)| Item::from(things.join("; ")).note(upper(&why))));
    }
}
