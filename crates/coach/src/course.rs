//! After a session and over the weeks: the first rule of `guide/decisions.toml` that fits says how to go on.
//!
//! A session and the weeks are judged apart, each by its own rules in the guide's order, and danger, nerve and tendon come
//! first in both. Numbers are means of what was said; whether a change counts is the guide's "2 points or 30 percent".

use case::{Case, Date, Reply};
use guide::shape::{Area, Urgency};
use guide::{Guide, Id};
use safety::{Gate, State};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// From so long after a session on it is the next morning, until so long.
pub const MORNING_MS: [i64; 2] = [4 * HOUR_MS, 48 * HOUR_MS];
/// After so long without a session a new course begins.
pub const COURSE_GAP_MS: i64 = 14 * DAY_MS;
/// Signs of danger after a session hold so long.
const DANGER_MS: i64 = 14 * DAY_MS;
/// Relapses within [`RELAPSES_MS`] after which a clinician takes over.
const RELAPSES: usize = 3;
const RELAPSES_MS: i64 = 90 * DAY_MS;
/// Sessions before pain counts as persisting.
pub const PERSISTING_SESSIONS: usize = 6;
/// Numbers of two weeks that say that somebody has recovered.
const RECOVERED_NUMBERS: usize = 4;
/// The flag that a clinician checks who is seen because it does not get better.
pub const NOT_IMPROVING: &str = "not_improving";
/// A hold shorter than this is no dose that could have worked, seconds.
const DOSE_S: u16 = 30;

/// What happened so far. Times are milliseconds since 1970, numbers 0 to 10.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Now.
    pub now_ms: i64,
    /// When the current visit began.
    pub visit_ms: i64,
    /// How bad it was, in time order; numbers right after a session are not among them.
    pub pains: Vec<(i64, u8)>,
    /// Sessions that are over, in time order.
    pub sittings: Vec<Sitting>,
}

/// A session that is over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sitting {
    /// When it ended.
    pub ended_ms: i64,
    /// Pain just before and just after.
    pub pain: [Option<u8>; 2],
    /// The same spots, and the same movement, again: how sore before and after.
    pub again: Vec<(u8, u8)>,
    /// Longest hold, seconds.
    pub longest_s: u16,
    /// Stop signs in it, and after it until the next.
    pub signs: Vec<Id>,
    /// Exercises.
    pub drills: Vec<Drill>,
}

/// An exercise that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Drill {
    /// Id in the guide's exercises.
    pub exercise: Id,
    /// Pain at the most, if it was said.
    pub pain: Option<u8>,
    /// Was it done to its end?
    pub done: bool,
}

/// A rule of `guide/decisions.toml`; in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the guide says of each when it fits and what to do")]
pub enum Rule {
    Emergency,
    RedFlag,
    Nerve,
    Tendon,
    WorseSession,
    SessionAnswer,
    SessionNoAnswer,
    Recovered,
    Worse,
    Refer,
    AdviseClinician,
    PersistingReassess,
    Better,
    Same,
}

impl Rule {
    /// Its id in the guide.
    pub fn id(self) -> &'static str {
        match self {
            Rule::Emergency => "emergency",
            Rule::RedFlag => "red_flag",
            Rule::Nerve => "nerve",
            Rule::Tendon => "tendon",
            Rule::WorseSession => "worse_session",
            Rule::SessionAnswer => "session_answer",
            Rule::SessionNoAnswer => "session_no_answer",
            Rule::Recovered => "recovered",
            Rule::Worse => "worse",
            Rule::Refer => "refer",
            Rule::AdviseClinician => "advise_clinician",
            Rule::PersistingReassess => "persisting_reassess",
            Rule::Better => "better",
            Rule::Same => "same",
        }
    }
}

/// How it goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// What follows from the last session.
    pub session: Option<Rule>,
    /// What follows from the weeks.
    pub weeks: Option<Rule>,
    /// Whole days since the course began; 0 if none goes on.
    pub days: i64,
    /// Sessions in it.
    pub sessions: usize,
    /// Mean pain when it began and in the last seven days, if both were said.
    pub pain: Option<[f64; 2]>,
    /// What the next plan is made for.
    pub stage: Stage,
}

/// What the next plan is made for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// Was there a session before?
    pub begun: bool,
    /// Half the dose, because the last session made it worse.
    pub half: bool,
    /// No pressing, by this rule.
    pub stop: Option<Rule>,
    /// All gluteals are looked at again.
    pub again: bool,
    /// Exercises done, in time order, each with whether its session made it worse.
    pub drills: Vec<(Drill, bool)>,
}

impl Stage {
    /// Where on a ladder the person stands, as a place in it; none who has not begun. One up after two good times in a
    /// row, one down after a bad one (`guide/strength.toml`, rules `progress` and `regress`).
    pub fn reached(&self, ladder: &[Id]) -> Option<usize> {
        let mut times = self.drills.iter().rev().filter(|(drill, _)| ladder.contains(&drill.exercise));
        let last = times.next()?;
        let at = ladder.iter().position(|id| *id == last.0.exercise)?;
        let (bad, good) = how(last);
        let twice = good && times.next().is_some_and(|before| before.0.exercise == last.0.exercise && how(before).1);
        Some(if bad { at.saturating_sub(1) } else { at + usize::from(twice) })
    }
}

/// Was it bad, was it good? Without a number it was neither.
fn how((drill, worse): &(Drill, bool)) -> (bool, bool) {
    let bad = *worse || !drill.done || drill.pain.is_some_and(|pain| pain >= 6);
    (bad, !bad && drill.pain.is_some_and(|pain| pain <= 3))
}

/// How it goes, by everything that is known.
pub fn course(guide: &Guide, case: &Case, gate: &Gate, past: &Past) -> Course {
    let Some(last) = past.sittings.last() else { return Course::default() };
    let begin = past.begin();
    let pain = past.change(begin);
    let days = (past.now_ms - past.sittings[begin].ended_ms).max(0) / DAY_MS;
    let sessions = past.sittings.len() - begin;
    let danger = past.danger(guide, case, gate);
    // of the last two sessions
    let (mut worse, mut drills) = ([false; 2], Vec::new());
    for sitting in &past.sittings {
        worse = [worse[1], past.worse(sitting)];
        for drill in &sitting.drills {
            drills.push((drill.clone(), worse[1]));
        }
    }
    let session = danger.or_else(|| past.session(worse[1]));
    let goes_on = past.now_ms - last.ended_ms <= COURSE_GAP_MS;
    let weeks = danger.or_else(|| past.weeks(days, sessions, pain, new_area(guide, case)).filter(|_| goes_on));
    let since = Date::of_days(past.sittings[begin].ended_ms / DAY_MS - 1);
    let seen = case.clinician.iter().any(|c| guide.flag(c.flag).id == *NOT_IMPROVING && Some(c.checked_on) >= since);
    let stops = |rule: &Rule| {
        let known = guide.decisions.iter().any(|known| known.id == *rule.id() && known.stops_pressing);
        known && !(seen && matches!(rule, Rule::Refer | Rule::AdviseClinician))
    };
    let twice = (worse == [true; 2]).then_some(Rule::WorseSession);
    Course {
        session,
        weeks,
        days: if goes_on { days } else { 0 },
        sessions,
        pain,
        stage: Stage {
            begun: true,
            half: worse[1],
            stop: weeks.filter(stops).or(twice),
            again: weeks == Some(Rule::PersistingReassess),
            drills,
        },
    }
}

impl Past {
    /// Is the morning after the last session here, with nothing said yet? Then it is asked about.
    pub fn morning_due(&self) -> bool {
        let due = |last: &Sitting| {
            let [from, to] = MORNING_MS.map(|ms| last.ended_ms + ms);
            (from..to).contains(&self.now_ms) && self.morning(last).is_none()
        };
        self.sittings.last().is_some_and(due)
    }

    /// The number of the morning after.
    fn morning(&self, sitting: &Sitting) -> Option<u8> {
        let [from, to] = MORNING_MS.map(|ms| sitting.ended_ms + ms);
        self.pains.iter().find(|(at, _)| (from..to).contains(at)).map(|(_, pain)| *pain)
    }

    /// Where the course that goes on begins: after the last long gap.
    fn begin(&self) -> usize {
        self.sittings.windows(2).rposition(is_gap).map_or(0, |at| at + 1)
    }

    /// Mean pain when a course began, and in the last seven days.
    fn change(&self, begin: usize) -> Option<[f64; 2]> {
        let start = self.sittings.get(begin)?.ended_ms;
        Some([self.mean(start - 7 * DAY_MS, start + DAY_MS)?, self.mean(self.now_ms - 7 * DAY_MS, self.now_ms)?])
    }

    fn mean(&self, from: i64, to: i64) -> Option<f64> {
        let (mut sum, mut many) = (0.0, 0.0);
        for (at, pain) in &self.pains {
            if (from..=to).contains(at) {
                (sum, many) = (sum + f64::from(*pain), many + 1.0);
            }
        }
        (many > 0.0).then(|| sum / many)
    }

    /// Danger, nerve or tendon: comes before everything else.
    fn danger(&self, guide: &Guide, case: &Case, gate: &Gate) -> Option<Rule> {
        let late = |sitting: &&Sitting| self.now_ms - sitting.ended_ms <= DANGER_MS;
        let signs = |ids: &[&str]| {
            let of = |sitting: &Sitting| sitting.signs.iter().any(|sign| ids.contains(&sign.as_str()));
            self.sittings.iter().filter(late).any(of)
        };
        let yes = |question: &str| said(guide, case, question, Reply::Yes);
        let closed = gate.state == State::Closed;
        let below = |pain: &case::Pain| matches!(guide.zone(pain.zone).area, Area::LowerLeg | Area::Foot);
        let leg = case.pain.iter().any(below) && (yes("numb_or_tingling_leg") || yes("leg_weak"));
        if closed && gate.urgency == Some(Urgency::Emergency) || signs(&["colour", "swelling", "dark_urine"]) {
            Some(Rule::Emergency)
        } else if closed || signs(&["night"]) {
            Some(Rule::RedFlag)
        } else if leg || self.nerve(guide, case) {
            Some(Rule::Nerve)
        } else if yes("hurts_touch_side_knob") && (yes("hurts_one_leg_stand_30s") || yes("worse_lying_on_side")) {
            Some(Rule::Tendon)
        } else {
            None
        }
    }

    /// A nerve sign that no later visit has answered with a no to the nerve question.
    fn nerve(&self, guide: &Guide, case: &Case) -> bool {
        let nerve = |id: &Id| guide.stops.iter().any(|stop| stop.nerve && stop.id == *id);
        let last = self.sittings.iter().rev().find(|sitting| sitting.signs.iter().any(nerve));
        let cleared = |sitting: &Sitting| {
            self.visit_ms > sitting.ended_ms && said(guide, case, "numb_or_tingling_leg", Reply::No)
        };
        last.is_some_and(|sitting| !cleared(sitting))
    }

    /// Did a session make it worse: at once, the next morning, or with soreness that stayed?
    fn worse(&self, sitting: &Sitting) -> bool {
        let [before, after] = sitting.pain;
        let up = |now: Option<u8>| before.zip(now).is_some_and(|(before, now)| now >= before + 2);
        up(after) || up(self.morning(sitting)) || sitting.signs.iter().any(|sign| *sign == *"sore36")
    }

    fn session(&self, worse: bool) -> Option<Rule> {
        // the last answer, and the last before it
        let mut answers = [None; 2];
        for sitting in &self.sittings {
            let answer = sitting.answered();
            if answer.is_some() {
                answers = [answers[1], answer];
            }
        }
        match (self.sittings.last()?.answered(), answers) {
            _ if worse => Some(Rule::WorseSession),
            (Some(true), _) => Some(Rule::SessionAnswer),
            (Some(false), [Some(false), _]) => Some(Rule::SessionNoAnswer),
            _ => None,
        }
    }

    fn weeks(&self, days: i64, sessions: usize, pain: Option<[f64; 2]>, new_area: bool) -> Option<Rule> {
        let late = |pair: &[Sitting]| self.now_ms - pair[1].ended_ms <= RELAPSES_MS;
        let relapses = self.sittings.windows(2).filter(|pair| late(pair) && is_gap(pair)).count();
        let (mut numbers, mut low) = (0, true);
        for (at, pain) in &self.pains {
            if self.now_ms - at <= 14 * DAY_MS {
                (numbers, low) = (numbers + 1, low && *pain <= 1);
            }
        }
        let well = days >= 14 && numbers >= RECOVERED_NUMBERS && low;
        let counts = |[from, to]: [f64; 2]| change_counts(from, to);
        let better = |[from, to]: [f64; 2]| from - to >= important(from) || counts([from, to]);
        let gained = |share: f64| pain.is_some_and(|[from, to]| from - to >= share * from);
        match days {
            _ if well => Some(Rule::Recovered),
            7.. if new_area || pain.is_some_and(|[from, to]| to - from >= 2.0) => Some(Rule::Worse),
            _ if relapses >= RELAPSES => Some(Rule::Refer),
            // Who says no numbers is told nothing that rests on them.
            _ if pain.is_none() => None,
            42.. if !pain.is_some_and(better) => Some(Rule::Refer),
            28.. if !gained(0.3) => Some(Rule::AdviseClinician),
            14.. if sessions >= PERSISTING_SESSIONS && !pain.is_some_and(counts) => Some(Rule::PersistingReassess),
            7.. if pain.is_some_and(better) => Some(Rule::Better),
            7.. if pain.is_some_and(|[from, to]| (from - to).abs() <= 1.0) => Some(Rule::Same),
            _ => None,
        }
    }
}

impl Sitting {
    /// Did the spot, or the pain, answer? None if nothing was said, or no hold was long enough to tell.
    fn answered(&self) -> Option<bool> {
        let counts = |(before, after): (u8, u8)| change_counts(f64::from(before), f64::from(after));
        let [before, after] = self.pain;
        let pain = before.zip(after);
        let told = pain.is_some() || !self.again.is_empty();
        let yes = || pain.is_some_and(counts) || self.again.iter().any(|pair| counts(*pair));
        (self.longest_s >= DOSE_S && told).then(yes)
    }
}

/// The smallest change that counts: 2 points, or 30 percent.
pub fn change_counts(from: f64, to: f64) -> bool {
    from > to && (from - to >= 2.0 || from - to >= 0.3 * from)
}

/// Of ten times, how many at least and at most fit with `yes` of `of`: the 95 percent interval of Wilson, made wider to whole
/// tenths. Everything fits with nothing.
pub fn plausible(yes: usize, of: usize) -> [u8; 2] {
    let (yes, of, z) = (yes as f64, of as f64, 1.96_f64);
    let middle = yes + z * z / 2.0;
    let spread = if of > 0.0 { z * (yes * (of - yes) / of + z * z / 4.0).sqrt() } else { middle };
    let tenths = |at: f64| 10.0 * at / (of + z * z);
    [tenths(middle - spread).floor().max(0.0) as u8, tenths(middle + spread).ceil().min(10.0) as u8]
}

/// The smallest change of a week's mean that counts, points, by the number one began with.
fn important(from: f64) -> f64 {
    if from <= 4.0 {
        1.0
    } else if from < 8.0 {
        2.0
    } else {
        3.0
    }
}

fn is_gap(pair: &[Sitting]) -> bool {
    pair[1].ended_ms - pair[0].ended_ms > COURSE_GAP_MS
}

fn said(guide: &Guide, case: &Case, question: &str, reply: Reply) -> bool {
    case.answers.iter().any(|answer| answer.reply == reply && guide.question(answer.question).id == *question)
}

/// Does it hurt, at 4 or more, in an area where it did in no drawing before?
fn new_area(guide: &Guide, case: &Case) -> bool {
    let area = |pain: &case::Pain| guide.zone(pain.zone).area;
    let known = |here: Area| case.earlier.iter().flat_map(|visit| &visit.pain).any(|pain| area(pain) == here);
    let hurts = |pain: &&case::Pain| pain.intensity.is_none_or(|intensity| intensity >= 4.0);
    !case.earlier.is_empty() && case.pain.iter().filter(hurts).any(|pain| !known(area(pain)))
}
