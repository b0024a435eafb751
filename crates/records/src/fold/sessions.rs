//! Sessions: the one that goes on, and those that are over.

use super::timeline::Line;
use super::{Deed, standing};
use crate::{SessionTold, Stamp, What};

/// The session that has begun and not ended, and those that are over, oldest first.
///
/// A stop sign after a session belongs to it. One that was never ended is over when the next begins: it ended with what was last done in it, not complete.
pub(super) fn sessions(lines: &[Line<'_>]) -> (Option<SessionTold>, Vec<SessionTold>) {
    let mut open: Option<Open> = None;
    let mut over: Vec<SessionTold> = Vec::new();
    for line in standing(lines) {
        let Deed::Shown(what) = &line.deed else { continue };
        if let What::SessionBegan { pain } = what {
            over.extend(open.replace(Open::new(line.at, *pain)).map(Open::left));
        } else if let What::SessionEnded { pain, complete } = what {
            over.extend(open.take().map(|open| open.ended(line.at, *pain, *complete)));
        } else if let Some(open) = &mut open {
            open.add(line.at, what);
        } else if let (What::Stopped(stop), Some(last)) = (what, over.last_mut()) {
            last.stops.push(stop.clone());
        }
    }
    (open.map(|open| open.session), over)
}

/// A session, and when something was last done in it.
struct Open {
    session: SessionTold,
    last: Stamp,
}

impl Open {
    fn new(began: Stamp, pain_before: Option<u8>) -> Open {
        let session = SessionTold {
            began,
            ended: None,
            pain_before,
            pain_after: None,
            complete: false,
            holds: Vec::new(),
            releases: Vec::new(),
            again: Vec::new(),
            movement: Vec::new(),
            drills: Vec::new(),
            stops: Vec::new(),
        };
        Open { session, last: began }
    }

    fn add(&mut self, at: Stamp, what: &What) {
        match what {
            What::Held(hold) => self.session.holds.push(hold.clone()),
            What::Released(release) => self.session.releases.push(*release),
            What::Retested { source, side, before, after } => {
                self.session.again.push((*source, *side, *before, *after));
            }
            What::Movement(pain) => self.session.movement.push(*pain),
            What::Exercised(drill) => self.session.drills.push(drill.clone()),
            What::Stopped(stop) => self.session.stops.push(stop.clone()),
            _ => return,
        }
        self.last = at;
    }

    fn left(self) -> SessionTold {
        SessionTold { ended: Some(self.last), ..self.session }
    }

    fn ended(self, at: Stamp, pain_after: Option<u8>, complete: bool) -> SessionTold {
        SessionTold { ended: Some(at), pain_after, complete, ..self.session }
    }
}
