//! The app: what is known, where one is, and what an action changes.

use crate::screen::{self, Before};
use crate::{Action, Effect, Place, Scale, View};
use belief::{Leader, Weights};
use case::Case;
use coach::{Consultation, Course, Kit};
use guide::Guide;
use records::{Body, Moment, Record, Stamp, Told, Vault, fold};
use safety::State;
use words::{Say, Speaker};

/// The whole app of one person on one device.
pub struct App {
    pub(crate) guide: Guide,
    pub(crate) weights: Weights,
    pub(crate) vault: Vault,
    /// What the records say now.
    pub(crate) told: Told,
    /// How it goes over the sessions and weeks.
    pub(crate) course: Course,
    /// What follows from all that; none while nothing hurts. While somebody draws, it is that of before the last strokes.
    pub(crate) seen: Option<Consultation>,
    /// What fits best, also while somebody draws; none while nothing hurts.
    pub(crate) leader: Option<Leader>,
    /// Has only `leader` heard of the last strokes?
    pub(crate) drawing: bool,
    pub(crate) place: Place,
    pub(crate) now: Stamp,
    pub(crate) saved: Saved,
    pub(crate) update: bool,
    /// Said to a screen reader, and shown for a moment.
    pub(crate) said: String,
    pub(crate) drafts: screen::Drafts,
}

/// How the records stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Saved {
    /// Records on their way to the disk.
    pub(crate) pending: usize,
    /// Did the disk refuse?
    pub(crate) refused: bool,
    /// Has the local server everything? None if there is no server.
    pub(crate) copied: Option<bool>,
}

/// What one action does besides changing what is shown.
pub(crate) struct Turn<'m> {
    pub(crate) moment: &'m Moment,
    pub(crate) records: Vec<Record>,
    pub(crate) effects: Vec<Effect>,
}

impl App {
    /// Opens what the device has kept.
    pub fn open(guide: Guide, vault: Vault, now: Stamp) -> App {
        let weights = Weights::of(&guide);
        let told = fold(&guide, &vault, now);
        let mut app = App {
            guide,
            weights,
            vault,
            told,
            course: Course::default(),
            seen: None,
            leader: None,
            drawing: false,
            place: Place::Today,
            now,
            saved: Saved::default(),
            update: false,
            said: String::new(),
            drafts: screen::Drafts::default(),
        };
        app.consult();
        app
    }

    /// Goes on with a session that a reload broke off, from the last text of [`Effect::Walk`]: where it would be by now,
    /// had it stayed open. False if there is none to go on with.
    pub fn resume(&mut self, walk: &str) -> bool {
        let resumed = screen::resume(self, walk);
        if resumed {
            self.go(Place::Session);
        }
        resumed
    }

    /// Does what a person did. What comes back is for the edge to do, in order.
    pub fn act(&mut self, action: Action, moment: Moment) -> Vec<Effect> {
        self.now = moment.stamp;
        if action != Action::Tick {
            self.said.clear();
        }
        // nothing else leads away from where one draws, and nothing there asks for more than what fits best
        if self.drawing && matches!(action, Action::Go(_) | Action::On) {
            self.consult();
        }
        let mut turn = Turn { moment: &moment, records: Vec::new(), effects: Vec::new() };
        screen::act(self, action, &mut turn);
        let Turn { records, mut effects, .. } = turn;
        if !records.is_empty() {
            self.saved.pending += records.len();
            effects.insert(0, Effect::Keep(records));
        }
        effects
    }

    /// When the cues of the session that goes on fall due if nobody touches anything, milliseconds from now.
    pub fn cues_ahead(&mut self) -> Vec<u32> {
        screen::cues_ahead(self)
    }

    /// What is to be seen.
    pub fn view(&self) -> View {
        screen::view(self)
    }

    /// So many records are on the disk.
    pub fn kept(&mut self, records: usize) {
        self.saved.pending = self.saved.pending.saturating_sub(records);
        self.saved.refused = false;
    }

    /// The disk refused.
    pub fn not_kept(&mut self) {
        self.saved.refused = true;
    }

    /// The local server has everything, or not yet.
    pub fn copied(&mut self, all: bool) {
        self.saved.copied = Some(all);
    }

    /// A new version waits to be taken.
    pub fn update_ready(&mut self) {
        self.update = true;
    }

    /// Takes in records that another tab or the local server brought.
    ///
    /// # Errors
    /// [`records::Broken`] if they do not fit what is here; nothing is taken in then.
    pub fn take(&mut self, records: Vec<Record>, now: Stamp) -> Result<(), records::Broken> {
        self.vault.take(records)?;
        self.now = now;
        self.refold();
        Ok(())
    }

    /// The records, to be copied or checked.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Writes a record and sees what follows.
    pub(crate) fn keep(&mut self, turn: &mut Turn<'_>, body: Body) {
        self.append(turn, vec![body]);
        self.refold();
    }

    /// Writes several records and sees what follows.
    pub(crate) fn keep_all(&mut self, turn: &mut Turn<'_>, bodies: impl IntoIterator<Item = Body>) {
        self.append(turn, bodies.into_iter().collect());
        self.refold();
    }

    /// Writes what was drawn, and sees no more than what fits best: the ranking has to follow each stroke.
    pub(crate) fn draw(&mut self, turn: &mut Turn<'_>, bodies: Vec<Body>) {
        self.append(turn, bodies);
        self.told = fold(&self.guide, &self.vault, self.now);
        let case = &self.told.case;
        let leader = (!case.pain.is_empty()).then(|| self.weights.leader(&self.guide, case).ok());
        self.leader = leader.flatten().flatten();
        self.drawing = true;
    }

    fn append(&mut self, turn: &mut Turn<'_>, bodies: Vec<Body>) {
        for body in bodies {
            turn.records.push(self.vault.append(body, turn.moment));
        }
    }

    pub(crate) fn refold(&mut self) {
        self.told = fold(&self.guide, &self.vault, self.now);
        self.consult();
    }

    fn consult(&mut self) {
        let gate = safety::gate(&self.guide, &self.told.case);
        self.course = coach::course(&self.guide, &self.told.case, &gate, &screen::past(self));
        let kit = self.kit();
        let case = &self.told.case;
        // Impossible evidence cannot come from a checked guide; if it did, the screens say that nothing fits.
        self.seen = (!case.pain.is_empty())
            .then(|| self.weights.assess(&self.guide, case).ok())
            .flatten()
            .map(|assessment| coach::conclude(&self.guide, case, gate, assessment, kit.as_ref()));
        self.leader = self.seen.as_ref().and_then(|seen| seen.assessment.ranked.first()).map(Leader::from);
        self.drawing = false;
    }

    /// What there is for a session, at the stage that was just found; what most people have if nothing was said.
    fn kit(&mut self) -> Option<Kit> {
        let stage = std::mem::take(&mut self.course.stage);
        let told = self.told.kit.as_ref();
        let minutes = told.map_or(screen::USUAL_MINUTES, |kit| kit.minutes);
        let tools = told.map_or(&[][..], |kit| &kit.tools);
        let surfaces = told.map_or(&screen::USUAL_SURFACES[..], |kit| &kit.surfaces);
        let kit = Kit::new(minutes, tools, surfaces).ok()?;
        let kit = kit.at(stage);
        Some(if told.is_some_and(|kit| kit.experienced) { kit.experienced() } else { kit })
    }

    pub(crate) fn case(&self) -> &Case {
        &self.told.case
    }

    pub(crate) fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.guide, &self.told.case)
    }

    pub(crate) fn say(&self, say: Say) -> String {
        self.speaker().say(say)
    }

    /// The verdict of the gate; open if nothing hurts yet.
    pub(crate) fn gate(&self) -> State {
        self.seen.as_ref().map_or(State::Open, |seen| seen.gate.state)
    }

    /// Goes to a place, or to what must come before it.
    pub(crate) fn go(&mut self, place: Place) {
        let place = self.before(place);
        if place != self.place {
            screen::leave(self, place);
            self.place = place;
        }
    }

    /// What must come before a place; the place itself if nothing must.
    fn before(&self, place: Place) -> Place {
        match place {
            Place::Find | Place::Plan | Place::Session | Place::Kit | Place::Questions | Place::Result => {
                let first = self.onward();
                let only_look = place == Place::Result && first == Place::Cautions;
                let plan = matches!(place, Place::Plan | Place::Session);
                match first {
                    Place::Result if plan && self.told.kit.is_none() => Place::Kit,
                    Place::Result if plan && !screen::cautions_asked(self, Before::Plan) => Place::Cautions,
                    Place::Result => place,
                    _ if only_look => place,
                    first => first,
                }
            }
            Place::Gate | Place::Cautions if self.case().pain.is_empty() => Place::Locate,
            Place::Gate if self.gate() != State::Incomplete => self.onward(),
            Place::Help if self.gate() != State::Closed => Place::Today,
            place => place,
        }
    }

    /// The first thing that is not told yet on the way to a result.
    pub(crate) fn onward(&self) -> Place {
        if self.case().pain.is_empty() {
            Place::Locate
        } else if self.case().onset_days.is_none() {
            Place::About
        } else if self.gate() == State::Closed {
            Place::Help
        } else if self.gate() == State::Incomplete {
            Place::Gate
        } else if !screen::cautions_asked(self, Before::Press) {
            Place::Cautions
        } else {
            Place::Result
        }
    }

    /// The number on a scale that is not kept yet.
    pub(crate) fn scale(&self, scale: Scale) -> Option<u8> {
        self.drafts.scales[scale as usize]
    }
}
